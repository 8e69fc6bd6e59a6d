"""Parquet: the flat table, in columns, for programs that read tables of any size."""

from __future__ import annotations

import datetime as dt
import itertools
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from extractor.export.events_file import STANDARD_STREAM, whole_or_not_at_all
from extractor.export.flat import COLUMNS, flat_row
from extractor.records import EventRecord

_BATCH = 2_000
_DAYS = frozenset({"article_published", "date_start", "date_end"})
_DEGREES = frozenset({"location_latitude", "location_longitude", "confidence"})
_PARTS = ("_low", "_best", "_high")
_EFFECTS = ("_killed", "_injured")


class ParquetProfile:
    """Writes a row group every so many records, and no more is held."""

    columns = COLUMNS

    def write(self, records: Iterable[EventRecord], output: Path | str) -> int:
        """Raises ValueError where the library is not installed or the output is no file."""
        try:
            import pyarrow as arrow
            import pyarrow.parquet as parquet
        except ImportError as error:
            raise ValueError("Parquet needs pyarrow; run: pip install 'extractor[parquet]'") from error
        if str(output) == STANDARD_STREAM and sys.stdout.isatty():
            raise ValueError("Parquet is no text; name a file with -o")
        schema = arrow.schema([(name, _type(arrow, name)) for name in COLUMNS])
        rows = map(flat_row, records)
        written = 0
        with (
            whole_or_not_at_all(output) as stream,
            parquet.ParquetWriter(stream, schema, compression="zstd") as table,
        ):
            while batch := list(itertools.islice(rows, _BATCH)):
                table.write_table(arrow.Table.from_pylist([_typed(row) for row in batch], schema))
                written += len(batch)
        return written


def _type(arrow: Any, column: str) -> Any:
    if column in _DAYS:
        return arrow.date32()
    if column in _DEGREES:
        return arrow.float64()
    if column == "background":
        return arrow.bool_()
    if column.endswith((*_PARTS, *_EFFECTS)) or column == "location_geonames_id":
        return arrow.int64()
    return arrow.string()


def _typed(row: dict[str, object]) -> dict[str, object]:
    days = {name: dt.date.fromisoformat(value) for name in _DAYS if isinstance(value := row[name], str)}
    return {**row, **days, "background": bool(row["background"])}

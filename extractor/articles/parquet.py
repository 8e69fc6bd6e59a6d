"""Parquet files with one article a row, read a batch of rows at a time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import BinaryIO

from extractor.articles.article import UnreadableError
from extractor.articles.extras import optional_module
from extractor.articles.fields import FieldFinder

_BATCH = 256


def parquet_rows(
    file: BinaryIO, finder: FieldFinder
) -> Iterator[tuple[int, dict[str, object] | UnreadableError]]:
    """Row number (from 1) and the row as column → value, of the columns that an article has use for.

    Raises UnreadableError where the file is no Parquet file or the library for it is not installed.
    """
    arrow = optional_module("pyarrow", "parquet", "is a Parquet file")
    parquet = optional_module("pyarrow.parquet", "parquet", "is a Parquet file")
    try:
        table = parquet.ParquetFile(file)
        columns = table.schema_arrow.names
        wanted = list(finder.names_for(columns).values()) or columns
        number = 0
        for batch in table.iter_batches(batch_size=_BATCH, columns=wanted):
            for row in batch.to_pylist():
                number += 1
                yield number, {name: _plain(value) for name, value in row.items()}
    except (arrow.ArrowException, OSError) as error:
        raise UnreadableError(f"cannot be read as Parquet ({str(error).splitlines()[0]})") from error


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, dt.date | dt.datetime) else value

"""The export profiles by name, and `export`, which runs one.

A new format is one more entry of PROFILES: a table adds its columns and its row function, anything
else (a map, a binary file) adds its own `write`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Protocol

from extractor.export import acled, flat, gtd, ucdp
from extractor.export.events_file import Complain, Row, read_events, to_stderr, write_csv
from extractor.export.geojson import GeoJsonProfile
from extractor.export.parquet import ParquetProfile
from extractor.records import EventRecord

MakeRow = Callable[[EventRecord], Row | None]


class Profile(Protocol):
    """A format that records can be written in."""

    def write(self, records: Iterable[EventRecord], output: Path | str) -> int:
        """Write the records one by one to a file, or to standard output for "-"; returns the rows written."""


class TableProfile:
    """A CSV table with one row a record; a record for which `row` gives None is left out."""

    def __init__(self, columns: Sequence[str], row: MakeRow) -> None:
        self.columns = tuple(columns)
        self.row = row

    def write(self, records: Iterable[EventRecord], output: Path | str) -> int:
        rows = (row for record in records if (row := self.row(record)) is not None)
        return write_csv(self.columns, rows, output)


class CodebookProfile(TableProfile):
    """A table of a codebook that codes an incident once: what tells of a further deed in it is left out."""

    def write(self, records: Iterable[EventRecord], output: Path | str) -> int:
        return super().write((record for record in records if record.part_of is None), output)


PROFILES: dict[str, Profile] = {
    "gtd": CodebookProfile(gtd.COLUMNS, gtd.gtd_row),
    "acled": CodebookProfile(acled.COLUMNS, acled.acled_row),
    "ucdp": CodebookProfile(ucdp.COLUMNS, ucdp.ucdp_row),
    "csv": TableProfile(flat.COLUMNS, flat.flat_row),
    "parquet": ParquetProfile(),
    "geojson": GeoJsonProfile(),
}


class UnknownProfileError(ValueError):
    """No export profile has this name."""


def export(events: Path, profile: str, output: Path | str, complain: Complain = to_stderr) -> int:
    """Write the records of an event file in a profile; returns the number of rows written.

    Reads and writes line by line, so the file may be larger than the memory. A line that is no record
    is told through `complain` and left out. Raises UnknownProfileError, and OSError where a file cannot be
    read or written.
    """
    if profile not in PROFILES:
        raise UnknownProfileError(
            f"no export profile {profile!r}; choose one of {', '.join(sorted(PROFILES))}"
        )
    return PROFILES[profile].write(read_events(events, complain), output)

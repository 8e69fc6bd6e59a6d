"""The places of the index while it is being built."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractor.gazetteer.model import Kind
from extractor.gazetteer.store import NO_PLACE


@dataclass(slots=True)
class Row:
    """A place; `country` is a number of `Rows.country_codes`, the areas above it are numbers of rows."""

    name: str
    kind: Kind
    country: int
    geonames_id: int | None = None
    province: int = NO_PLACE
    district: int = NO_PLACE
    latitude: float | None = None
    longitude: float | None = None
    population: int = 0
    parent: int = NO_PLACE
    primary: set[str] = field(default_factory=set)
    alternate: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Rows:
    """All places in the order of the index, the countries among them by number."""

    rows: list[Row] = field(default_factory=list)
    country_rows: list[int] = field(default_factory=list)
    country_codes: list[str] = field(default_factory=list)

    def __getitem__(self, index: int) -> Row:
        return self.rows[index]

    def __len__(self) -> int:
        return len(self.rows)

    def add(self, row: Row) -> int:
        """Put the place at the end; its number comes back."""
        self.rows.append(row)
        return len(self.rows) - 1

    def add_country(self, row: Row, code: str) -> None:
        """Put the country at the end, under the number that its row already names."""
        self.country_rows.append(self.add(row))
        self.country_codes.append(code)

    def code_of(self, row: Row) -> str:
        """The ISO code of the place's country."""
        return self.country_codes[row.country]

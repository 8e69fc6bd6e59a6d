"""Places of the gazetteer for the forms and the map: by name, and around a point."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from extractor.gazetteer import Gazetteer, Kind, Place
from extractor.gazetteer.nearby import Nearby
from extractor.patternfiles import default_patterns
from extractor.records import Location, LocationPrecision

_PRECISION: dict[Kind, LocationPrecision] = {
    Kind.CITY: "place",
    Kind.DISTRICT: "district",
    Kind.PROVINCE: "province",
    Kind.COUNTRY: "country",
}
_SHOWN = 12
_AREAS_SHOWN = 14


@dataclass(frozen=True, slots=True)
class Point:
    """A place on the map."""

    name: str
    latitude: float
    longitude: float
    kind: str


class PlaceSearch:
    """The gazetteer, opened when it is first asked for."""

    def __init__(self, patterns: Path | None = None) -> None:
        self._folders = [default_patterns() / "districts", *([patterns / "districts"] if patterns else [])]

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """The place names, with the user's own laid over them."""
        return Gazetteer.load([folder for folder in self._folders if folder.is_dir()])

    @cached_property
    def nearby(self) -> Nearby:
        """What the gazetteer's index by name cannot tell."""
        return Nearby(self.gazetteer)

    def named(self, name: str, country_code: str | None = None) -> list[Place]:
        """Places of that name, then other spellings of it; those of the country first."""
        found = list(self.gazetteer.lookup(name))
        if country_code:
            found += self.gazetteer.fuzzy(name, country_code)
        return sorted(found, key=lambda place: place.country_code != country_code)

    def find(self, name: str, country_code: str | None = None) -> list[Place]:
        """As `named`, and then places with longer names that begin so."""
        name = name.strip()
        if not name:
            return []
        found = self.named(name, country_code)
        if len(found) < _SHOWN:
            found += self.nearby.beginning_with(name, _SHOWN)
        places = list({place.index: place for place in found}.values())
        places.sort(key=lambda place: place.country_code != country_code)
        return places[:_SHOWN]

    def at(self, index: str) -> Place | None:
        """The place of that row, as a form sends it."""
        if not (index.isascii() and index.isdecimal()):
            return None
        try:
            return self.gazetteer.place(int(index))
        except IndexError:
            return None

    def location(self, place: Place, text: str | None) -> Location:
        """The place as a record has it, with the article's words for it."""
        return Location(
            text=text,
            name=place.name,
            place=place.name if place.kind is Kind.CITY else None,
            district=place.name if place.kind is Kind.DISTRICT else place.district,
            province=place.name if place.kind is Kind.PROVINCE else place.province,
            country=place.country,
            country_code=place.country_code,
            latitude=place.latitude,
            longitude=place.longitude,
            precision=_PRECISION[place.kind],
            geonames_id=place.geonames_id,
        )

    def around(self, location: Location) -> list[Point]:
        """The larger towns and the areas around a place."""
        if location.latitude is None or location.longitude is None:
            return []
        reach = {"province": 4.0, "country": 8.0}.get(location.precision, 1.2)
        towns = self.nearby.near(location.latitude, location.longitude, reach, Kind.CITY, _SHOWN)
        areas = self.nearby.near(
            location.latitude, location.longitude, reach * 1.5, Kind.DISTRICT, _AREAS_SHOWN
        )
        return [*_points(areas), *_points(towns)]


def described(place: Place) -> str:
    """A place with what it lies in: "Khar, Bajaur, Khyber Pakhtunkhwa, Pakistan"."""
    parts = (place.name, place.district, place.province, place.country)
    return ", ".join(dict.fromkeys(part for part in parts if part))


def _points(places: Iterable[Place]) -> list[Point]:
    return [
        Point(place.name, place.latitude, place.longitude, place.kind.name.lower())
        for place in places
        if place.latitude is not None and place.longitude is not None
    ]

"""The gazetteer: names in, places out."""

from __future__ import annotations

import datetime as dt
import difflib
import math
from collections.abc import Container, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from extractor.gazetteer.cache import open_store
from extractor.gazetteer.model import Kind, NameMatch, Place
from extractor.gazetteer.normalise import name_key, sound_key, without_article
from extractor.gazetteer.store import PRIMARY_BIT, Store, key_hash

_ALIKE = 0.8
_SLIP = 0.8
_SHORTEST_FUZZY = 4
_REMEMBERED_NAMES = 200_000
_PRIMARY = int(PRIMARY_BIT)


class Gazetteer:
    """Place names of the whole world, mapped into memory and shared between processes."""

    def __init__(self, store: Store) -> None:
        self._store = store
        directory = store.directory
        self._code_to_row = dict(zip(directory.country_codes, directory.country_rows, strict=True))
        self._places: dict[int, Place] = {}
        self._names: dict[int, str] = {}
        self._matches: dict[str, tuple[NameMatch, ...]] = {}
        self._divisions: dict[tuple[str, Kind], dict[str, int]] = {}

    @classmethod
    def load(cls, districts: Path | Sequence[Path]) -> Gazetteer:
        """The gazetteer under the overlay folder(s) `districts`, later ones lying over earlier ones.

        Raises PatternError where an overlay is wrong. The first load for a set of overlays builds the index.
        """
        return cls(open_store([districts] if isinstance(districts, Path) else list(districts)))

    @property
    def demonyms(self) -> dict[str, str]:
        """Lower-cased demonyms and adjectives ("nigerian") and their ISO country codes."""
        return self._store.directory.demonyms

    @property
    def records(self) -> npt.NDArray[Any]:
        """A row for each place, as store.RECORD says; `place` reads one."""
        return self._store.records

    @property
    def names(self) -> npt.NDArray[np.uint8]:
        """All usual names, UTF-8, one after the other; `records` has where each begins."""
        return self._store.text

    def lookup(self, name: str) -> tuple[Place, ...]:
        """The places of that name: usual names before alternate ones, larger places before smaller."""
        return tuple(match.place for match in self.matches(name))

    def matches(self, name: str) -> tuple[NameMatch, ...]:
        """As `lookup`, with whether the name is the place's usual one."""
        key = name_key(name)
        known = self._matches.get(key)
        if known is None:
            known = self._find(key)
            bare = without_article(name) if not known else None
            if bare:
                known = self._find(name_key(bare))
            if len(self._matches) >= _REMEMBERED_NAMES:
                self._matches.clear()
            self._matches[key] = known
        return known

    def fuzzy(
        self, name: str, country_code: str, within: Place | None = None, kind: Kind | None = None
    ) -> tuple[Place, ...]:
        """Places of `country_code` (and inside `within`) whose name is `name` in another transliteration.

        The most alike first; empty where none is alike enough. For a division of some `kind` all those of
        the country are compared, misspellings too.
        """
        key = name_key(name)
        if len(key) < _SHORTEST_FUZZY:
            return ()
        rows = self._values(
            self._store.sound_hashes, self._store.sound_values, country_code + sound_key(key)
        ).tolist()
        if kind is not None and kind < Kind.CITY:
            rows = [row for row in rows if self._place(row).kind is kind]
            rows = list(dict.fromkeys([*rows, *self._misspelt(key, country_code, kind)]))
        found = []
        for row in rows:
            place = self._place(row)
            if within is not None and not contains(within, place):
                continue
            likeness = difflib.SequenceMatcher(None, key, name_key(place.name)).ratio()
            if likeness >= _ALIKE:
                found.append((-likeness, place.kind, -place.population, place.index, place))
        return tuple(item[-1] for item in sorted(found, key=lambda item: item[:-1]))

    def _misspelt(self, key: str, country_code: str, kind: Kind) -> list[int]:
        """Rows of a country's divisions of a kind whose names are a slip away from `key`."""
        divisions = self._divisions.get((country_code, kind))
        if divisions is None:
            number = self._store.directory.country_codes.index(country_code)
            records = self._store.records
            rows = np.flatnonzero((records["country"] == number) & (records["kind"] == kind)).tolist()
            divisions = self._divisions[country_code, kind] = {name_key(self._name(row)): row for row in rows}
        close = difflib.get_close_matches(key, divisions, n=3, cutoff=_SLIP)
        return [divisions[name] for name in close]

    def country(self, code: str) -> Place | None:
        """The country with that ISO 3166 two-letter code."""
        row = self._code_to_row.get(code.upper())
        return None if row is None else self._place(row)

    def place(self, index: int) -> Place:
        """The place of that row."""
        return self._place(index)

    def parents(self, place: Place) -> tuple[Place, ...]:
        """What `place` lies in: its district, province and country, as far as known."""
        rows = [row for row in (place.district_index, place.province_index) if row >= 0]
        above = tuple(self._place(row) for row in rows)
        country = self.country(place.country_code)
        return above if country is None or place.kind is Kind.COUNTRY else (*above, country)

    def codebook_name(self, profile: str, country_code: str, province: str | None = None) -> str | None:
        """What `profile` ("gtd", "acled", "ucdp") calls a country or its province, None if the same."""
        names = self._store.directory.codebooks.get(profile, {})
        if province is None:
            row = self._code_to_row.get(country_code.upper())
            return None if row is None else names.get(row)
        for place in self.lookup(province):
            if place.country_code == country_code.upper() and place.index in names:
                return names[place.index]
        return None

    def is_overlaid(self, place: Place) -> bool:
        """Whether patterns/districts gives the place its name; others bear GeoNames' transliteration."""
        return place.index in self._store.directory.overlaid

    def province_at(self, place: Place, day: dt.date | None, named: Container[str] = ()) -> str | None:
        """The province that `place` lay in on `day`, where its present one was cut out of another one since.

        Without a day the overlay decides, unless the present province is among the `named` ones.
        """
        row = place.index if place.kind is Kind.PROVINCE else place.province_index
        return self._area_at(row, day, named)

    def district_at(self, place: Place, day: dt.date | None, named: Container[str] = ()) -> str | None:
        """As `province_at`, for the district that `place` lies in."""
        return self._area_at(place.district_index, day, named)

    def town_of(self, place: Place) -> Place:
        """The town that a quarter is a part of; any other place is itself."""
        row = self._store.directory.quarters.get(place.index)
        return place if row is None else self._place(row)

    def _area_at(self, row: int, day: dt.date | None, named: Container[str]) -> str | None:
        present = self._name(row) if row >= 0 else None
        split = self._store.directory.splits.get(row)
        if split is None or present in named:
            return present
        before = day < split.since if day else split.undated
        return split.former if before else present

    def _find(self, key: str) -> tuple[NameMatch, ...]:
        if not key:
            return ()
        found = []
        for value in self._values(self._store.name_hashes, self._store.name_values, key).tolist():
            found.append(NameMatch(self._place(value & ~_PRIMARY), bool(value & _PRIMARY)))
        found.sort(key=lambda m: (not m.primary, m.place.kind, -m.place.population, m.place.index))
        return tuple(found)

    @staticmethod
    def _values(hashes: np.ndarray, values: np.ndarray, key: str) -> np.ndarray:
        hashed = np.uint64(key_hash(key))
        start = int(hashes.searchsorted(hashed))
        end = start
        while end < len(hashes) and hashes[end] == hashed:
            end += 1
        return values[start:end]

    def _place(self, row: int) -> Place:
        place = self._places.get(row)
        if place is None:
            place = self._places[row] = self._read(row)
        return place

    def _read(self, row: int) -> Place:
        geonames_id, kind, country, province, district, latitude, longitude, population, *_ = self._record(
            row
        )
        return Place(
            row,
            geonames_id or None,
            self._name(row),
            Kind(kind),
            self._store.directory.country_codes[country],
            self._name(self._store.directory.country_rows[country]),
            self._name(province) if province >= 0 else None,
            self._name(district) if district >= 0 else None,
            province,
            district,
            None if math.isnan(latitude) else round(latitude, 5),
            None if math.isnan(longitude) else round(longitude, 5),
            population,
        )

    def _record(self, row: int) -> tuple[Any, ...]:
        """The fields of store.RECORD, all at once: to ask numpy for each takes ten times as long."""
        record: tuple[Any, ...] = self._store.records[row].item()
        return record

    def _name(self, row: int) -> str:
        name = self._names.get(row)
        if name is None:
            *_, start, length = self._record(row)
            name = self._names[row] = self._store.text[start : start + length].tobytes().decode()
        return name


def contains(area: Place, place: Place) -> bool:
    """Whether `place` lies in `area` (or is it)."""
    if area.index == place.index:
        return True
    if area.kind is Kind.COUNTRY:
        return area.country_code == place.country_code
    return area.index in (place.province_index, place.district_index)

"""Builds the index: GeoNames rows, the overlays laid over them, and the names of both as sorted hashes."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from extractor.gazetteer import sources
from extractor.gazetteer.model import Kind
from extractor.gazetteer.normalise import name_key, press_spelling, sound_key, without_article
from extractor.gazetteer.overlay import NameSettings, OverlayEntry, read_overlays, read_settings
from extractor.gazetteer.store import NO_PLACE, PRIMARY_BIT, RECORD, Directory, Split, Store, key_hash

_LATIN = re.compile(r"[\x00-\u024f\u1e00-\u1eff\u02b0-\u02ff\u2018\u2019]+\Z")
_SHORTEST_ALTERNATE = 4
_PROFILES = ("gtd", "acled", "ucdp")
_LEVELS = {"country": Kind.COUNTRY, "province": Kind.PROVINCE, "district": Kind.DISTRICT, "city": Kind.CITY}


@dataclass(slots=True)
class _Row:
    """A place while the index is being built."""

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


class IndexBuilder:
    """Collects rows and names, then writes them as arrays."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._settings: NameSettings = read_settings(folders)
        self._entries: list[OverlayEntry] = read_overlays(folders)
        self._rows: list[_Row] = []
        self._country_rows: list[int] = []
        self._country_codes: list[str] = []
        self._country_by_number: dict[int, int] = {}
        self._row_of_subdivision: dict[int, int] = {}
        self._demonyms: dict[str, str] = {}
        self._codebooks: dict[str, dict[int, str]] = {profile: {} for profile in _PROFILES}
        words = "|".join(map(re.escape, self._settings.generic_words))
        heads = "|".join(map(re.escape, self._settings.generic_prefixes))
        self._generic_tail = re.compile(rf"\s+(?:{words})$", re.IGNORECASE)
        self._generic_head = re.compile(rf"^(?:{heads})\s+", re.IGNORECASE)
        self._by_name: dict[tuple[int, Kind, str], list[int]] = defaultdict(list)
        self._by_geonames_id: dict[int, int] = {}
        self._row_of_entry: dict[str, int] = {}
        self._splits: dict[int, Split] = {}
        self._quarters: dict[int, int] = {}
        self._promoted: set[int] = set()
        self._demoted: dict[int, int] = {}

    def build(self) -> Store:
        """The finished index."""
        self._add_countries()
        self._add_subdivisions()
        self._add_cities()
        self._locate_areas()
        self._lay_over()
        return self._arrays()

    def _add_countries(self) -> None:
        for source in sources.countries():
            row = _Row(
                press_spelling(source.name), Kind.COUNTRY, len(self._country_codes), source.geonames_id
            )
            row.primary.update(source.aliases, (source.name,))
            self._country_by_number[source.number] = len(self._country_codes)
            self._country_rows.append(len(self._rows))
            self._country_codes.append(source.code)
            self._rows.append(row)

    def _add_subdivisions(self) -> None:
        second_order = {e.country for e in self._entries if e.level == "country" and e.province_order == "2"}
        rows = [row for row in sources.subdivisions() if row.country in self._country_by_number]
        order_of = {row.number: row.order for row in rows}
        parent_of = {row.number: row.parent for row in rows}
        for source in sorted(rows, key=lambda r: r.order):
            country = self._country_by_number[source.country]
            shift = 1 if self._country_codes[country] in second_order else 0
            kind = Kind.PROVINCE if source.order - shift <= 1 else Kind.DISTRICT
            row = _Row(self._short_name(source.name), kind, country, source.geonames_id)
            if kind is Kind.DISTRICT:
                parent = source.parent
                while parent is not None and order_of.get(parent, 0) > 1 + shift:
                    parent = parent_of[parent]
                row.province = self._row_of_subdivision.get(parent or 0, NO_PLACE)
                row.parent = self._row_of_subdivision.get(source.parent or 0, NO_PLACE)
            for name in (source.name, *filter(_LATIN.match, source.aliases)):
                row.primary.update((name, self._short_name(name)))
            self._row_of_subdivision[source.number] = len(self._rows)
            self._rows.append(row)

    def _short_name(self, name: str) -> str:
        """A division's name without "District", "Province of" and the like."""
        plain = press_spelling(name)
        return self._generic_head.sub("", self._generic_tail.sub("", plain)) or plain

    def _add_cities(self) -> None:
        alternates = sources.alternate_names()
        for source in sources.cities():
            if source.country not in self._country_by_number:
                continue
            row = _Row(
                press_spelling(source.name),
                Kind.CITY,
                self._country_by_number[source.country],
                source.geonames_id,
                latitude=source.latitude,
                longitude=source.longitude,
                population=source.population,
            )
            for number in source.subdivisions:
                above = self._row_of_subdivision.get(number, NO_PLACE)
                if above == NO_PLACE:
                    continue
                if self._rows[above].kind is Kind.PROVINCE:
                    row.province = above
                else:
                    row.district = above
            if row.province == NO_PLACE and row.district != NO_PLACE:
                row.province = self._rows[row.district].province
            row.primary.add(source.name)
            row.alternate.update(
                name
                for name in alternates.get(source.geonames_id, ())
                if len(name) >= _SHORTEST_ALTERNATE and name[0].isupper() and _LATIN.match(name)
            )
            self._rows.append(row)

    def _locate_areas(self) -> None:
        """Areas lie amid their towns, districts at the town of their name, the rest with their parents."""
        middle: dict[int, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0, 0.0])
        seats: dict[int, _Row] = {}
        for row in self._rows:
            if row.kind is not Kind.CITY or row.latitude is None or row.longitude is None:
                continue
            for above in {self._country_rows[row.country], row.province, row.district} - {NO_PLACE}:
                total = middle[above]
                total[0] += row.latitude
                total[1] += row.longitude
                total[2] += 1
                total[3] += row.population
            if row.district != NO_PLACE and name_key(row.name) == name_key(self._rows[row.district].name):
                seats[row.district] = row
        for index, (latitude, longitude, count, population) in middle.items():
            area = self._rows[index]
            area.latitude, area.longitude = latitude / count, longitude / count
            area.population = int(population)
        for index, seat in seats.items():
            self._rows[index].latitude, self._rows[index].longitude = seat.latitude, seat.longitude
        for row in self._rows:
            above = self._country_rows[row.country] if row.province == NO_PLACE else row.province
            if row.latitude is None and row.kind is not Kind.COUNTRY:
                row.latitude, row.longitude = self._rows[above].latitude, self._rows[above].longitude

    def _lay_over(self) -> None:
        detailed = {
            entry.country for entry in self._entries if entry.town or entry.level in ("district", "city")
        }
        for index, row in enumerate(self._rows):
            if row.geonames_id:
                self._by_geonames_id.setdefault(row.geonames_id, index)
            if row.kind is Kind.CITY and self._country_codes[row.country] not in detailed:
                continue
            for name in row.primary:
                self._by_name[row.country, row.kind, name_key(name)].append(index)
        numbers = {code: number for number, code in enumerate(self._country_codes)}
        order = sorted(self._entries, key=lambda entry: _LEVELS[entry.level])
        for entry in order:
            if entry.country not in numbers:
                raise ValueError(f"patterns/districts: {entry.id}: no country has the code {entry.country!r}")
            self._lay_entry(entry, numbers[entry.country])
        self._move_under_promoted()

    def _lay_entry(self, entry: OverlayEntry, country: int) -> None:
        kind = _LEVELS[entry.level]
        parent = self._parent_of(entry, country)
        index = self._existing(entry, country, kind, parent)
        if index is None and kind is Kind.PROVINCE:
            index = self._promote(entry, country)
        elif index is None and kind is Kind.DISTRICT and parent != NO_PLACE:
            index = self._demote(entry, country, parent)
        if index is None:
            index = self._new_row(entry, country, kind, parent)
        row = self._rows[index]
        row.name = entry.name
        row.primary.update(entry.names)
        if entry.latitude is not None and entry.longitude is not None:
            row.latitude, row.longitude = entry.latitude, entry.longitude
        if parent != NO_PLACE:
            self._put_below(row, kind, parent)
        self._row_of_entry[entry.id] = index
        for name in entry.names:
            self._by_name[country, kind, name_key(name)].append(index)
        for demonym in entry.demonyms:
            self._demonyms[demonym.lower()] = entry.country
        if entry.town and (towns := self._by_name.get((country, Kind.CITY, name_key(entry.town)))):
            self._quarters[index] = max(towns, key=lambda town: self._rows[town].population)
        if entry.former_parent and entry.since:
            self._splits[index] = Split(entry.former_parent, entry.since, entry.undated == "former")
        for profile in _PROFILES:
            if code := getattr(entry, profile):
                self._codebooks[profile][index] = code

    def _put_below(self, row: _Row, kind: Kind, parent: int) -> None:
        if kind is Kind.DISTRICT:
            row.province = parent
        elif kind is Kind.CITY and self._rows[parent].kind is Kind.DISTRICT:
            row.district, row.province = parent, self._rows[parent].province

    def _parent_of(self, entry: OverlayEntry, country: int) -> int:
        if entry.parent is None:
            return NO_PLACE
        if entry.parent in self._row_of_entry:
            return self._row_of_entry[entry.parent]
        for kind in (Kind.PROVINCE, Kind.DISTRICT):
            if found := self._by_name.get((country, kind, name_key(entry.parent))):
                return found[0]
        raise ValueError(
            f"patterns/districts: {entry.id}: no parent {entry.parent!r} in {entry.country}; "
            "name a province or an entry's id"
        )

    def _existing(self, entry: OverlayEntry, country: int, kind: Kind, parent: int) -> int | None:
        if kind is Kind.COUNTRY:
            return self._country_rows[country]
        if entry.geonames_id and (found := self._by_geonames_id.get(entry.geonames_id)) is not None:
            return found
        for name in entry.names:
            for index in self._by_name.get((country, kind, name_key(name)), ()):
                row = self._rows[index]
                if parent == NO_PLACE or parent in (row.province, row.district):
                    return index
        return None

    def _promote(self, entry: OverlayEntry, country: int) -> int | None:
        """A second-order division that the overlay calls a province becomes one (Erbil in Iraq)."""
        index = self._existing(entry, country, Kind.DISTRICT, NO_PLACE)
        if index is not None:
            self._rows[index].kind = Kind.PROVINCE
            self._rows[index].province = NO_PLACE
            self._promoted.add(index)
        return index

    def _demote(self, entry: OverlayEntry, country: int, parent: int) -> int | None:
        """A first-order division that the overlay puts in another one becomes a district (Hebron)."""
        index = self._existing(entry, country, Kind.PROVINCE, NO_PLACE)
        if index == parent:
            return None
        if index is not None:
            self._rows[index].kind = Kind.DISTRICT
            self._rows[index].province = parent
            self._demoted[index] = parent
        return index

    def _move_under_promoted(self) -> None:
        for row in self._rows:
            if row.district in self._promoted:
                row.province, row.district = row.district, NO_PLACE
            elif row.parent in self._promoted:
                row.province = row.parent
            elif row.province in self._demoted and row.kind is Kind.CITY:
                row.province, row.district = self._demoted[row.province], row.province
            elif row.district != NO_PLACE and self._rows[row.district].parent in self._promoted:
                row.province = self._rows[row.district].parent

    def _new_row(self, entry: OverlayEntry, country: int, kind: Kind, parent: int) -> int:
        row = _Row(entry.name, kind, country, entry.geonames_id, population=entry.population)
        above = self._rows[parent] if parent != NO_PLACE else None
        if above is not None:
            row.province = parent if above.kind is Kind.PROVINCE else above.province
            row.district = parent if above.kind is Kind.DISTRICT else NO_PLACE
            row.latitude, row.longitude = above.latitude, above.longitude
        for name in entry.names:
            towns = self._by_name.get((country, Kind.CITY, name_key(name)), ())
            for town in towns:
                if above is None or parent in (self._rows[town].province, self._rows[town].district):
                    row.latitude, row.longitude = self._rows[town].latitude, self._rows[town].longitude
                    break
        self._rows.append(row)
        return len(self._rows) - 1

    def _arrays(self) -> Store:
        text = bytearray()
        records = np.zeros(len(self._rows), dtype=RECORD)
        names: dict[tuple[int, int], bool] = {}
        sounds: set[tuple[int, int]] = set()
        for index, row in enumerate(self._rows):
            encoded = row.name.encode()
            records[index] = (
                row.geonames_id or 0,
                row.kind,
                row.country,
                row.province,
                row.district,
                np.nan if row.latitude is None else row.latitude,
                np.nan if row.longitude is None else row.longitude,
                row.population,
                len(text),
                len(encoded),
            )
            text += encoded
            code = self._country_codes[row.country]
            for key in self._keys(row, row.primary):
                names[key_hash(key), index] = True
                sounds.add((key_hash(code + sound_key(key)), index))
            for key in self._keys(row, row.alternate):
                names.setdefault((key_hash(key), index), False)
        name_hashes, name_values = _sorted_arrays(
            (hashed, index | (int(PRIMARY_BIT) if primary else 0))
            for (hashed, index), primary in names.items()
        )
        sound_hashes, sound_values = _sorted_arrays(sounds)
        directory = Directory(
            tuple(self._country_rows),
            tuple(self._country_codes),
            self._demonyms,
            self._codebooks,
            self._splits,
            frozenset(self._row_of_entry[entry.id] for entry in self._entries if entry.spelling == "overlay"),
            self._quarters,
        )
        characters = np.frombuffer(bytes(text), dtype=np.uint8)
        return Store(records, characters, name_hashes, name_values, sound_hashes, sound_values, directory)

    def _keys(self, row: _Row, names: Iterable[str]) -> set[str]:
        arabic = self._country_codes[row.country] in self._settings.article_countries
        keys = {name_key(name) for name in names}
        if arabic:
            keys |= {name_key(bare) for name in names if (bare := without_article(name))}
        keys.discard("")
        return keys


def _sorted_arrays(pairs: Iterable[tuple[int, int]]) -> tuple[np.ndarray, np.ndarray]:
    """Hashes in rising order and the values beside them; equal hashes keep their values' order."""
    ordered = sorted(pairs)
    hashes = np.fromiter((pair[0] for pair in ordered), dtype=np.uint64, count=len(ordered))
    values = np.fromiter((pair[1] for pair in ordered), dtype=np.uint32, count=len(ordered))
    return hashes, values

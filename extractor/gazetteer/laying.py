"""Lays the entries of patterns/districts over the rows: joined to a place, or places of their own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from extractor.gazetteer.model import Kind
from extractor.gazetteer.normalise import name_key
from extractor.gazetteer.overlay import OverlayEntry
from extractor.gazetteer.rows import Row, Rows
from extractor.gazetteer.store import NO_PLACE, Split

_PROFILES = ("gtd", "acled", "ucdp")
_LEVELS = {"country": Kind.COUNTRY, "province": Kind.PROVINCE, "district": Kind.DISTRICT, "city": Kind.CITY}


class LayingError(ValueError):
    """An entry does not fit the map; the message says why and what to write, `entry` is its id."""

    def __init__(self, entry: str, message: str) -> None:
        super().__init__(message)
        self.entry = entry


class OverlayLayer:
    """What the entries say beside names and borders stands in the public tables, by row."""

    def __init__(self, rows: Rows, entries: Iterable[OverlayEntry]) -> None:
        self._rows = rows
        self._entries = sorted(entries, key=lambda entry: _LEVELS[entry.level])
        self.demonyms: dict[str, str] = {}
        self.codebooks: dict[str, dict[int, str]] = {profile: {} for profile in _PROFILES}
        self.splits: dict[int, Split] = {}
        self.quarters: dict[int, int] = {}
        self.row_of_entry: dict[str, int] = {}
        self._by_name: dict[tuple[int, Kind, str], list[int]] = defaultdict(list)
        self._by_geonames_id: dict[int, int] = {}
        self._promoted: set[int] = set()
        self._demoted: dict[int, int] = {}
        self._moved: set[int] = set()

    def lay(self) -> None:
        """Lay every entry over the rows, larger areas first.

        Raises LayingError for an unknown country or parent.
        """
        detailed = {
            entry.country for entry in self._entries if entry.town or entry.level in ("district", "city")
        }
        for index, row in enumerate(self._rows.rows):
            if row.geonames_id:
                self._by_geonames_id.setdefault(row.geonames_id, index)
            if row.kind is Kind.CITY and self._rows.country_codes[row.country] not in detailed:
                continue
            for name in row.primary:
                self._by_name[row.country, row.kind, name_key(name)].append(index)
        numbers = {code: number for number, code in enumerate(self._rows.country_codes)}
        for entry in self._entries:
            if entry.country not in numbers:
                raise LayingError(
                    entry.id,
                    f"no country has the code {entry.country!r}; write two letters of ISO 3166, such as PK",
                )
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
        row.primary.difference_update(entry.unused)
        row.alternate.difference_update(entry.unused)
        row.primary.update(entry.names)
        if entry.latitude is not None and entry.longitude is not None:
            row.latitude, row.longitude = entry.latitude, entry.longitude
        if parent != NO_PLACE:
            if kind is Kind.DISTRICT and row.province not in (NO_PLACE, parent):
                self._moved.add(index)
            self._put_below(row, kind, parent)
        self.row_of_entry[entry.id] = index
        for name in entry.names:
            self._by_name[country, kind, name_key(name)].append(index)
        for demonym in entry.demonyms:
            self.demonyms[demonym.lower()] = entry.country
        if entry.town and (towns := self._by_name.get((country, Kind.CITY, name_key(entry.town)))):
            self.quarters[index] = max(towns, key=lambda town: self._rows[town].population)
        if entry.former_parent and entry.since:
            self.splits[index] = Split(entry.former_parent, entry.since, entry.undated == "former")
        for profile in _PROFILES:
            if code := getattr(entry, profile):
                self.codebooks[profile][index] = code

    def _put_below(self, row: Row, kind: Kind, parent: int) -> None:
        if kind is Kind.DISTRICT:
            row.province = parent
        elif kind is Kind.CITY and self._rows[parent].kind is Kind.DISTRICT:
            row.district, row.province = parent, self._rows[parent].province

    def _parent_of(self, entry: OverlayEntry, country: int) -> int:
        if entry.parent is None:
            return NO_PLACE
        if entry.parent in self.row_of_entry:
            return self.row_of_entry[entry.parent]
        for kind in (Kind.PROVINCE, Kind.DISTRICT):
            if found := self._by_name.get((country, kind, name_key(entry.parent))):
                return found[0]
        raise LayingError(
            entry.id, f"no parent {entry.parent!r} in {entry.country}; name a province or an entry's id"
        )

    def _existing(self, entry: OverlayEntry, country: int, kind: Kind, parent: int) -> int | None:
        if kind is Kind.COUNTRY:
            return self._rows.country_rows[country]
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
        for row in self._rows.rows:
            if row.district in self._promoted:
                row.province, row.district = row.district, NO_PLACE
            elif row.parent in self._promoted:
                row.province = row.parent
            elif row.province in self._demoted and row.kind is Kind.CITY:
                row.province, row.district = self._demoted[row.province], row.province
            elif row.district != NO_PLACE and self._rows[row.district].parent in self._promoted:
                row.province = self._rows[row.district].parent
            elif row.kind is Kind.CITY and row.district in self._moved:
                row.province = self._rows[row.district].province

    def _new_row(self, entry: OverlayEntry, country: int, kind: Kind, parent: int) -> int:
        row = Row(entry.name, kind, country, entry.geonames_id, population=entry.population)
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
        return self._rows.add(row)

"""The world as GeoNames has it: countries, two orders of divisions and towns, as rows."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from extractor.gazetteer import sources
from extractor.gazetteer.model import Kind
from extractor.gazetteer.normalise import name_key, press_spelling
from extractor.gazetteer.overlay import NameSettings
from extractor.gazetteer.rows import Row, Rows
from extractor.gazetteer.store import NO_PLACE

_LATIN = re.compile(r"[\x00-\u024f\u1e00-\u1eff\u02b0-\u02ff\u2018\u2019]+\Z")
_SHORTEST_ALTERNATE = 4


class BaseMap:
    """Fills `rows` from GeoNames; `second_order` are countries whose provinces stand in its second order."""

    def __init__(self, settings: NameSettings, second_order: Iterable[str]) -> None:
        words = "|".join(map(re.escape, settings.generic_words))
        heads = "|".join(map(re.escape, settings.generic_prefixes))
        self._generic_tail = re.compile(rf"\s+(?:{words})$", re.IGNORECASE)
        self._generic_head = re.compile(rf"^(?:{heads})\s+", re.IGNORECASE)
        self._second_order = frozenset(second_order)
        self._country_by_number: dict[int, int] = {}
        self._row_of_subdivision: dict[int, int] = {}
        self.rows = Rows()

    def read(self) -> Rows:
        """All rows, each with its place on the map."""
        self._add_countries()
        self._add_subdivisions()
        self._add_cities()
        self._locate_areas()
        return self.rows

    def _add_countries(self) -> None:
        for source in sources.countries():
            row = Row(
                press_spelling(source.name), Kind.COUNTRY, len(self.rows.country_codes), source.geonames_id
            )
            row.primary.update(source.aliases, (source.name,))
            self._country_by_number[source.number] = len(self.rows.country_codes)
            self.rows.add_country(row, source.code)

    def _add_subdivisions(self) -> None:
        rows = [row for row in sources.subdivisions() if row.country in self._country_by_number]
        order_of = {row.number: row.order for row in rows}
        parent_of = {row.number: row.parent for row in rows}
        for source in sorted(rows, key=lambda r: r.order):
            country = self._country_by_number[source.country]
            shift = 1 if self.rows.country_codes[country] in self._second_order else 0
            kind = Kind.PROVINCE if source.order - shift <= 1 else Kind.DISTRICT
            row = Row(self._short_name(source.name), kind, country, source.geonames_id)
            if kind is Kind.DISTRICT:
                parent = source.parent
                while parent is not None and order_of.get(parent, 0) > 1 + shift:
                    parent = parent_of[parent]
                row.province = self._row_of_subdivision.get(parent or 0, NO_PLACE)
                row.parent = self._row_of_subdivision.get(source.parent or 0, NO_PLACE)
            for name in (source.name, *filter(_LATIN.match, source.aliases)):
                row.primary.update((name, self._short_name(name)))
            self._row_of_subdivision[source.number] = self.rows.add(row)

    def _short_name(self, name: str) -> str:
        """A division's name without "District", "Province of" and the like."""
        plain = press_spelling(name)
        return self._generic_head.sub("", self._generic_tail.sub("", plain)) or plain

    def _add_cities(self) -> None:
        alternates = sources.alternate_names()
        for source in sources.cities():
            if source.country not in self._country_by_number:
                continue
            row = Row(
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
                if self.rows[above].kind is Kind.PROVINCE:
                    row.province = above
                else:
                    row.district = above
            if row.province == NO_PLACE and row.district != NO_PLACE:
                row.province = self.rows[row.district].province
            row.primary.add(source.name)
            row.alternate.update(
                name
                for name in alternates.get(source.geonames_id, ())
                if len(name) >= _SHORTEST_ALTERNATE and name[0].isupper() and _LATIN.match(name)
            )
            self.rows.add(row)

    def _locate_areas(self) -> None:
        """Areas lie amid their towns, districts at the town of their name, the rest with their parents."""
        middle: dict[int, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0, 0.0])
        seats: dict[int, Row] = {}
        for row in self.rows.rows:
            if row.kind is not Kind.CITY or row.latitude is None or row.longitude is None:
                continue
            for above in {self.rows.country_rows[row.country], row.province, row.district} - {NO_PLACE}:
                total = middle[above]
                total[0] += row.latitude
                total[1] += row.longitude
                total[2] += 1
                total[3] += row.population
            if row.district != NO_PLACE and name_key(row.name) == name_key(self.rows[row.district].name):
                seats[row.district] = row
        for index, (latitude, longitude, count, population) in middle.items():
            area = self.rows[index]
            area.latitude, area.longitude = latitude / count, longitude / count
            area.population = int(population)
        for index, seat in seats.items():
            self.rows[index].latitude, self.rows[index].longitude = seat.latitude, seat.longitude
        for row in self.rows.rows:
            above = self.rows.country_rows[row.country] if row.province == NO_PLACE else row.province
            if row.latitude is None and row.kind is not Kind.COUNTRY:
                row.latitude, row.longitude = self.rows[above].latitude, self.rows[above].longitude

"""What an article says of where it plays."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractor.gazetteer import Kind, Place

LARGE_TOWN = 60_000  # people
_SMALL = 50_000
_CITY = 300_000  # known the world over
_NAMED = 4.0  # what a country that is named by itself weighs
_HINT = 2.0
_AT_HOME = 1.5  # for a place of one of a group's several countries


@dataclass(slots=True)
class Context:
    """What the article says of where it plays: weights by country code and by row of an area.

    `cue` is the token that first speaks for the country without naming a place ("Nigerian"), `divided` are
    the countries that the areas lie in. `homes` are, while the countries are weighed, those of the groups
    that are at home in several, and `reach` those where the armies spoken of may be met, None for all.
    A context stays as it was made.
    """

    country: str | None = None
    countries: dict[str, float] = field(default_factory=dict)
    areas: dict[int, float] = field(default_factory=dict)
    cue: int | None = None
    divided: frozenset[str] = frozenset()
    homes: frozenset[str] = frozenset()
    reach: frozenset[str] | None = None
    _total: float = field(init=False)
    _most: float = field(init=False)

    def __post_init__(self) -> None:
        self._total = sum(self.countries.values()) or 1.0
        self._most = max(self.countries.values(), default=0.0)

    def favour(self, place: Place) -> float:
        """How much the article speaks for a place, 0 to about 6."""
        score = 3.0 * self.countries.get(place.country_code, 0.0) / self._total
        if self.country == place.country_code:
            score += 1.0
        if place.country_code in self.homes:
            score += _AT_HOME
        if self.is_out_of_reach(place):
            score -= 5.0
        if place.kind is Kind.CITY and place.population < _SMALL and self._names_others(place):
            score -= 5.0
        elif self.is_elsewhere(place):
            score -= 2.5
        areas = {place.province_index, place.district_index, place.index}
        return score + min(3.0, sum(self.areas.get(area, 0.0) for area in areas))

    def is_out_of_reach(self, place: Place) -> bool:
        """Whether it is a small place or province where none of the armies told of can be."""
        far = self.reach is not None and place.country_code not in self.reach
        return far and place.kind >= Kind.PROVINCE and place.population < LARGE_TOWN

    def is_elsewhere(self, place: Place) -> bool:
        """Whether it is a small place of a country that next to nothing speaks for, and much for another."""
        most = self._most
        if place.kind < Kind.DISTRICT or place.population >= (_CITY if most >= _NAMED else LARGE_TOWN):
            return False
        return most >= 1.0 and self.countries.get(place.country_code, 0.0) < 0.4 * most

    def hints_elsewhere(self, place: Place) -> bool:
        """Whether it is elsewhere by no more than a hint."""
        return self.only_hints and self.is_elsewhere(place)

    @property
    def only_hints(self) -> bool:
        """Whether no more speaks for a country than a group or an army, which may be abroad."""
        return self._most < _HINT

    def excludes(self, place: Place) -> bool:
        """Whether what is no town of its own cannot be this place: a town outside the article's country."""
        return self.country not in (None, place.country_code) and place.kind is Kind.CITY

    def _names_others(self, place: Place) -> bool:
        """Whether the article names, or hints at, areas of the country, but none around a place."""
        if place.province_index in self.areas or place.district_index in self.areas:
            return False
        return bool(self.areas) and (place.country_code != self.country or self.country in self.divided)

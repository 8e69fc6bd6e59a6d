"""Which of the places that bear a name is meant."""

from __future__ import annotations

import math
from collections.abc import Collection
from dataclasses import dataclass
from difflib import SequenceMatcher

from extractor.gazetteer import Gazetteer, Kind, NameMatch, Place, name_key
from extractor.gazetteer.index import contains
from extractor.pipeline.places.context import LARGE_TOWN, Context
from extractor.pipeline.places.element import Element
from extractor.pipeline.places.fitting import is_lesser, is_misread, is_outshone, is_seat, link, next_to
from extractor.pipeline.places.roles import Chain
from extractor.pipeline.places.wording import Level

_MOST_CANDIDATES = 12
_KIND_BONUS: dict[Level, dict[Kind, float]] = {
    "country": {Kind.COUNTRY: 2.0, Kind.PROVINCE: -2.0, Kind.DISTRICT: -2.0, Kind.CITY: -3.0},
    "province": {Kind.COUNTRY: -3.0, Kind.PROVINCE: 4.0, Kind.DISTRICT: -0.5, Kind.CITY: -2.5},
    "region": {Kind.COUNTRY: -3.0, Kind.PROVINCE: 3.0, Kind.DISTRICT: 1.5, Kind.CITY: 0.3},
    "district": {Kind.COUNTRY: -4.0, Kind.PROVINCE: -0.5, Kind.DISTRICT: 4.0, Kind.CITY: 0.3},
    "subdistrict": {Kind.COUNTRY: -4.0, Kind.PROVINCE: -2.0, Kind.DISTRICT: 1.5, Kind.CITY: 1.0},
    "police_station": {Kind.COUNTRY: -4.0, Kind.PROVINCE: -3.0, Kind.DISTRICT: -1.0, Kind.CITY: 1.0},
    "town": {Kind.COUNTRY: -2.0, Kind.PROVINCE: -2.0, Kind.DISTRICT: -0.5, Kind.CITY: 2.0},
    "village": {Kind.COUNTRY: -4.0, Kind.PROVINCE: -3.0, Kind.DISTRICT: -1.5, Kind.CITY: 1.0},
    "neighborhood": {Kind.COUNTRY: -4.0, Kind.PROVINCE: -3.0, Kind.DISTRICT: -1.0, Kind.CITY: 0.0},
    "area": {Kind.COUNTRY: -1.0, Kind.PROVINCE: -0.5, Kind.DISTRICT: 0.3, Kind.CITY: 0.5},
    "facility": {Kind.COUNTRY: -2.0, Kind.PROVINCE: -1.0, Kind.DISTRICT: -0.3, Kind.CITY: 0.5},
}
_NO_LEVEL = {Kind.COUNTRY: 3.5, Kind.PROVINCE: 1.2, Kind.DISTRICT: 0.0, Kind.CITY: 0.6}
_UNKNOWN: dict[Level | None, float] = {
    None: 0.6,
    "village": 2.0,
    "neighborhood": 2.2,
    "area": 1.2,
    "region": 1.2,
    "facility": 1.2,
    "subdistrict": 1.0,
    "police_station": 1.4,
    "district": 0.0,
    "province": -0.5,
    "town": 0.6,
    "country": -1.0,
    "water": 3.0,
}
_PARTS: frozenset[Level | None] = frozenset({"neighborhood", "facility"})
_RESPELT: frozenset[Level | None] = frozenset({"district", "province", "subdistrict"})
_INSIDE: frozenset[Level | None] = frozenset({None, "area", "neighborhood", "facility"})
_DIVISIONS: dict[Level | None, Kind] = {"district": Kind.DISTRICT, "province": Kind.PROVINCE}
_POPULOUS = 0.5  # for a district of many people
_OWN_NAME = 0.4  # for the present name of a place over the former name of another one
_TROUBLED = 0.6  # for a town of a country at war over its namesake in one at peace
_HAMLET = 1.5  # for a district's name over that of a small town elsewhere in its country
_TOWN = 10_000
_AROUND = 3.0
_ALIKE = 0.7
_METROPOLIS = 500_000
_TOLD = 0.5  # from this weight on the text says of which country it is; an army may fight abroad
_SOLE = 2.5  # for the one place of its name, where little speaks for another country
_DWARFED = 3.5  # for a hamlet that next to nothing speaks for
_KNOWN, _DWARF = 20_000, 20
_UNCOUNTED = 15_000  # a town worth an entry of its own, but without a head count


@dataclass(frozen=True, slots=True)
class Resolved:
    """A chain with a place, or None, for each of its elements; `score` compares readings."""

    chain: Chain
    places: tuple[Place | None, ...]
    score: float


class Resolver:
    """Reads a chain as a whole, from its largest place down."""

    def __init__(self, gazetteer: Gazetteer, troubled: Collection[str]) -> None:
        """`troubled` are the codes, in small letters, of countries where armed groups fight."""
        self._gazetteer = gazetteer
        self._troubled = frozenset(code.upper() for code in troubled)

    def resolve(self, chain: Chain, context: Context) -> Resolved:
        """The likeliest places of a chain's elements, given what the article says."""
        options = [
            self._options(element, context, number > 0) for number, element in enumerate(chain.elements)
        ]
        reached = [(score, place) for score, place in options[-1]]
        trail: list[list[int]] = []
        for number in range(len(chain.elements) - 2, -1, -1):
            element, above = chain.elements[number], chain.elements[number + 1]
            steps = [_best_step(score, place, element, reached, above) for score, place in options[number]]
            trail.append([origin for _, _, origin in steps])
            reached = [(score, anchor) for score, anchor, _ in steps]
        scores = [score for score, _ in reached]
        score = max(scores)
        number = scores.index(score)
        places = [options[0][number][1]]
        for larger, origins in zip(options[1:], reversed(trail), strict=True):
            number = origins[number]
            places.append(larger[number][1])
        return Resolved(chain, self._completed(chain, places, context), score)

    def _options(self, element: Element, context: Context, around: bool) -> list[tuple[float, Place | None]]:
        scored: list[tuple[float, Place | None]] = [
            (
                _prior(match, element.level, around and not is_outshone(match.place, element))
                + context.favour(match.place)
                + self._standing(match.place, element, context)
                + (_SOLE if self._is_sole(match, element, context) else 0.0)
                - (_HAMLET if is_lesser(match.place, element) else 0.0)
                - (_DWARFED if self._is_dwarfed(match.place, element, context) else 0.0),
                match.place,
            )
            for match in element.matches[:60]
            if not is_misread(match, element.level) or not context.excludes(match.place)
            if not is_seat(match.place, element)
        ]
        if (
            element.level in ("district", "province")
            and context.country
            and not _has_kind(element, context.country)
        ):
            found = self._respelt(element, context.country, None, context)
            if found is not None:
                scored.append((_prior(NameMatch(found, False), element.level) + context.favour(found), found))
        scored.sort(key=lambda item: -item[0])
        told = max(context.countries.values(), default=0.0)
        surely_known = around and any(m.primary and m.place.kind < Kind.CITY for m in element.matches)
        unknown = (
            _UNKNOWN[element.level] + 1.5 * min(1.0, told) - (6.0 if surely_known else 0.0),
            None,
        )
        return [*scored[:_MOST_CANDIDATES], unknown]

    def _standing(self, place: Place, element: Element, context: Context) -> float:
        """What a place's name speaks for it, and, where the text says nothing of a country, its own: there a
        district of many people comes before a hamlet abroad, and none before a metropolis."""
        own = _OWN_NAME if name_key(place.name) == name_key(element.text) else 0.0
        told = max(context.countries.values(), default=0.0) >= _TOLD
        if told or any(match.place.population >= _METROPOLIS for match in element.matches):
            return own
        populous = own and place.kind is Kind.DISTRICT and place.population >= LARGE_TOWN
        troubled = place.kind >= Kind.PROVINCE and place.country_code in self._troubled
        return own + (_POPULOUS if populous else 0.0) + (_TROUBLED if troubled else 0.0)

    def _is_sole(self, match: NameMatch, element: Element, context: Context) -> bool:
        """Whether no other place to speak of bears the name, and nothing but a group or an army speaks for
        another country: "Fulani herders raided Djenne"."""
        place = match.place
        if not match.primary or element.level is not None:
            return False
        if place.population < _KNOWN and place.geonames_id is not None:  # those without were put in by hand
            return False
        if place.country_code not in self._troubled or not context.hints_elsewhere(place):
            return False
        others = (m.place for m in element.matches if m.primary)
        return all(o.country_code == place.country_code or o.population * _DWARF < _KNOWN for o in others)

    def _is_dwarfed(self, place: Place, element: Element, context: Context) -> bool:
        """Whether a hamlet has a large namesake in a country at war, and the text but hints at its own."""
        if place.kind is not Kind.CITY or place.population * _DWARF > LARGE_TOWN or not context.only_hints:
            return False
        large = (m.place for m in element.matches if m.primary and m.place.population > LARGE_TOWN)
        abroad = any(p.country_code in self._troubled and p.country_code != place.country_code for p in large)
        return abroad and (place.geonames_id is not None or context.reach is not None)

    def _completed(
        self, chain: Chain, places: list[Place | None], context: Context
    ) -> tuple[Place | None, ...]:
        """Look again, in other spellings, for names that found no place inside the larger ones."""
        done = list(places)
        last = chain.elements[-1]
        if done[-1] is None and context.country is not None and last.level in _RESPELT:
            done[-1] = self._respelt(last, context.country, None, context)
        for number in range(len(done) - 2, -1, -1):
            element = chain.elements[number]
            above = next((place for place in done[number + 1 :] if place is not None), None)
            if (
                done[number] is None
                and above is not None
                and element.level in (None, "district", "province", "town", "subdistrict")
            ):
                done[number] = self._respelt(element, above.country_code, above, context)
        return tuple(self._in_metropolis(chain, _townward(chain, done)))

    def _in_metropolis(self, chain: Chain, places: list[Place | None]) -> list[Place | None]:
        """ "Jihad area, Baghdad, Iraq": the unknown place lies in the city that makes up the province."""
        if len(places) < 2 or places[0] is not None or chain.elements[0].level not in _INSIDE:
            return places
        area = places[1]
        if area is None or area.kind is not Kind.PROVINCE or chain.elements[1].level is not None:
            return places
        return [None, self._gazetteer.town_of(area), *places[2:]]

    def _respelt(self, element: Element, country: str, above: Place | None, context: Context) -> Place | None:
        """The place that the text spells in its own way; one that the article speaks for comes first."""
        kind = _DIVISIONS.get(element.level)
        found = [
            place
            for place in self._gazetteer.fuzzy(element.text, country, above, kind)
            if above is None or place.kind > above.kind
        ]
        return max(found, key=context.favour, default=None)


def _townward(chain: Chain, places: list[Place | None]) -> list[Place | None]:
    """ "in Marib, Yemen" is the town where a town and its province share the name, and no other is named."""
    for number, (element, place) in enumerate(zip(chain.elements, places, strict=True)):
        if element.level not in _PARTS:
            if place is None or element.level is not None or place.kind not in (Kind.PROVINCE, Kind.DISTRICT):
                return places
            for match in element.matches:
                if _is_town_of(match, place, element, part=number > 0):
                    return [*places[:number], match.place, *places[number + 1 :]]
            return places
    return places


def _is_town_of(match: NameMatch, area: Place, element: Element, part: bool) -> bool:
    """Whether the match is a town of some size in the area of its name; a quarter's ("part") may be small."""
    town = match.place
    if town.kind is not Kind.CITY or not contains(area, town) or (town.population < _TOWN and not part):
        return False
    return (
        match.primary or SequenceMatcher(None, name_key(town.name), name_key(element.text)).ratio() >= _ALIKE
    )


def _has_kind(element: Element, country: str) -> bool:
    """Whether the country has a division of the element's name."""
    return any(m.place.country_code == country and m.place.kind < Kind.CITY for m in element.matches)


def _prior(match: NameMatch, level: Level | None, around: bool = False) -> float:
    """How likely a name means a place by itself; `around` another one it is rather an area."""
    place = match.place
    bonus = _KIND_BONUS[level][place.kind] if level else _NO_LEVEL[place.kind]
    if around and level is None and place.kind is Kind.PROVINCE:
        bonus += _AROUND
    if level == "village" and place.population > LARGE_TOWN:
        bonus -= 2.5
    size = 0.42 * math.log10((place.population or _UNCOUNTED) + 1) if place.kind is Kind.CITY else 1.6
    return bonus + size + (1.0 if match.primary else 0.0)


def _best_step(
    score: float,
    place: Place | None,
    element: Element,
    readings: list[tuple[float, Place | None]],
    larger: Element,
) -> tuple[float, Place | None, int]:
    """The best score of a place under the `readings` of the next larger element, what is inside, and which
    reading.

    An unknown place stands for the known one around it, or beside it.
    """

    def total(reading: tuple[float, Place | None]) -> float:
        around = reading[1]
        fit = (
            next_to(place, around, element, larger.measured)
            if larger.beside
            else link(place, around, element)
        )
        return reading[0] + fit

    totals = list(map(total, readings))
    most = max(totals)
    best = totals.index(most)
    return score + most, place if place is not None else readings[best][1], best

"""How well a place fits its name's words, and the next place of its chain: as a part of it, or beside it."""

from __future__ import annotations

from extractor.gazetteer import Kind, NameMatch, Place
from extractor.gazetteer.index import contains
from extractor.pipeline.places.context import LARGE_TOWN
from extractor.pipeline.places.element import Element
from extractor.pipeline.places.wording import Level

_PARTS: frozenset[Level | None] = frozenset({"neighborhood", "facility"})
_BARE: frozenset[Level | None] = frozenset({None, "neighborhood"})
_LANDS: frozenset[Level | None] = frozenset({"area", "village"})
_SAME_TOWN_DEGREES = 0.6
_HUNDRED_KILOMETRES = 1.3
_LARGER = 4
_CITY = 500_000  # so large a city has districts of its own


def link(place: Place | None, above: Place | None, element: Element) -> float:
    """How well a place fits under the next larger one of its chain."""
    if above is None:
        return 0.0
    if element.level in ("district", "province") and above.kind is Kind.CITY:
        quarter = place is None and element.level == "district" and above.population >= _CITY
        return 0.0 if quarter else -8.0  # "the Exarchia district of Athens"
    if place is None:
        return 0.0
    if place.index == above.index:
        return -3.0
    if contains(above, place):
        return 5.0
    if place.country_code != above.country_code:
        return -10.0
    if above.kind is Kind.CITY and _close(place, above):
        return 2.5 if element.level not in ("province", "country") else -1.0
    if above.kind is Kind.DISTRICT and place.kind is Kind.CITY:
        unplaced = place.district_index < 0 <= place.province_index == above.province_index
        if _close(place, above) or (unplaced and not above.population):
            return 1.5
    if place.kind < above.kind:
        return -4.0
    return -8.0


def next_to(place: Place | None, other: Place | None, element: Element, measured: bool) -> float:
    """How well a place lies near another one, that need not be in its country's same division; what is
    `measured` in kilometres lies within a hundred of them."""
    if place is None or other is None or place.index == other.index:
        return link(place, other, element)
    if place.country_code != other.country_code:
        return -10.0
    if contains(other, place) or _close(place, other):
        return 2.5
    return -8.0 if measured and not _close(place, other, _HUNDRED_KILOMETRES) else -2.0


def _close(a: Place, b: Place, degrees: float = _SAME_TOWN_DEGREES) -> bool:
    if a.latitude is None or a.longitude is None or b.latitude is None or b.longitude is None:
        return False
    return abs(a.latitude - b.latitude) + abs(a.longitude - b.longitude) <= degrees


def is_misread(match: NameMatch, level: Level | None) -> bool:
    """Whether a town of the name is not what a text speaks of: of a quarter, or, by another of its names,
    of a forest or a village ("the Bejing forest")."""
    if level in _PARTS:
        return match.place.population < _CITY
    return level in _LANDS and not match.primary


def is_seat(town: Place, element: Element) -> bool:
    """Whether "Garissa county" is a province of the name and not its town, as no district bears it there."""
    if element.level != "district" or town.kind is not Kind.CITY:
        return False
    kinds = {m.place.kind for m in element.matches if m.place.country_code == town.country_code and m.primary}
    return Kind.PROVINCE in kinds and Kind.DISTRICT not in kinds


def is_lesser(town: Place, element: Element) -> bool:
    """Whether a small town bears the name of a district in another province of its country."""
    if town.kind is not Kind.CITY or town.population >= LARGE_TOWN or element.level not in _BARE:
        return False
    districts = [
        match.place
        for match in element.matches
        if match.primary
        and match.place.kind is Kind.DISTRICT
        and match.place.country_code == town.country_code
    ]
    return bool(districts) and all(place.province_index != town.province_index for place in districts)


def is_outshone(province: Place, element: Element) -> bool:
    """Whether a city of another country has many times the people of a province with its name: what is in
    "Christchurch" is in New Zealand, and not in Barbados."""
    cities = (m.place for m in element.matches if m.primary and m.place.kind is Kind.CITY)
    abroad = (p.population for p in cities if p.country_code != province.country_code)
    return province.kind is Kind.PROVINCE and max(abroad, default=0) >= max(
        _LARGER * province.population, LARGE_TOWN
    )

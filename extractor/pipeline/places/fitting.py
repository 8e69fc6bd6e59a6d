"""How well two places fit together that one chain names: one in the other, or beside it."""

from __future__ import annotations

from extractor.gazetteer import Kind, Place
from extractor.gazetteer.index import contains
from extractor.pipeline.places.element import Element

_SAME_TOWN_DEGREES = 0.6
_HUNDRED_KILOMETRES = 1.3


def link(place: Place | None, above: Place | None, element: Element) -> float:
    """How well a place fits under the next larger one of its chain."""
    if above is None:
        return 0.0
    if element.level in ("district", "province") and above.kind is Kind.CITY:
        return -8.0
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
    if above.kind is Kind.DISTRICT and place.kind is Kind.CITY and _close(place, above):
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

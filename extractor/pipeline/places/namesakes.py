"""Small places that only share their name with the village meant, where the text names its district."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from extractor.gazetteer import Kind, Place
from extractor.gazetteer.index import contains
from extractor.pipeline.places.element import Element
from extractor.pipeline.places.resolve import Resolved
from extractor.pipeline.places.wording import Level

_SMALL = 100_000
_ENDS = "between"  # the ends of a road, which may lie anywhere
_OWN_KIND: frozenset[Level | None] = frozenset({"town", "facility"})


def without_namesakes(readings: Sequence[Resolved], sentence_of: Sequence[int]) -> list[Resolved]:
    """The readings; a small place outside the district that its sentence names is left unknown where
    the country has several places of its name: "in Latehar District, at Dharampur"."""
    named: dict[int, list[Place]] = defaultdict(list)
    for reading in readings:
        if reading.chain.role == "location":
            named[sentence_of[reading.chain.start]] += _districts(reading)
    return [
        replace(reading, places=(None,))
        if _is_namesake(reading, named[sentence_of[reading.chain.start]])
        else reading
        for reading in readings
    ]


def _districts(reading: Resolved) -> list[Place]:
    return [
        place
        for element, place in zip(reading.chain.elements, reading.places, strict=True)
        if place is not None and place.kind is Kind.DISTRICT and element.level == "district"
    ]


def _is_namesake(reading: Resolved, districts: Sequence[Place]) -> bool:
    place, element = reading.places[0], reading.chain.elements[0]
    if place is None or len(reading.chain.elements) > 1 or not districts:
        return False
    if reading.chain.preposition == _ENDS:
        return False
    if place.kind is not Kind.CITY or place.population > _SMALL or element.level in _OWN_KIND:
        return False
    if any(place.country_code != district.country_code for district in districts):
        return False
    return not any(contains(district, place) for district in districts) and _is_shared(element, place)


def _is_shared(element: Element, place: Place) -> bool:
    """Whether the country has more than one place of the name."""
    same = {m.place.index for m in element.matches if m.place.country_code == place.country_code}
    return len(same) > 1

"""How far from home armies fight: a village of the name on another continent is not where they were."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from math import asin, cos, radians, sin, sqrt

from extractor.gazetteer import Gazetteer, Place

# Kilometres between the middles of two countries.
_FAR = 2_800
_EARTH = 6_371


class Reach:
    """Finds the countries in which a nation's army may be met."""

    def __init__(self, gazetteer: Gazetteer, everywhere: Collection[str]) -> None:
        """`everywhere` are the nations, by lower-cased code, whose armies fight on any continent."""
        self._gazetteer = gazetteer
        self._everywhere = everywhere
        self._found: dict[str, frozenset[str]] = {}

    def of(self, nations: Iterable[str]) -> frozenset[str] | None:
        """The codes of the countries within reach of these nations; None for all countries."""
        nations = sorted(set(nations))
        if not nations or any(code.lower() in self._everywhere for code in nations):
            return None
        return frozenset().union(*map(self._around, nations))

    def _around(self, nation: str) -> frozenset[str]:
        if nation not in self._found:
            home = self._gazetteer.country(nation)
            codes = sorted(set(self._gazetteer.demonyms.values()))
            places = (self._gazetteer.country(code) for code in codes)
            near = (
                place.country_code for place in places if place and home and _kilometres(home, place) < _FAR
            )
            self._found[nation] = frozenset((nation, *near))
        return self._found[nation]


def _kilometres(a: Place, b: Place) -> float:
    """The distance between two places on the sphere; 0 where one of them is nowhere."""
    if a.latitude is None or a.longitude is None or b.latitude is None or b.longitude is None:
        return 0.0
    north, south = radians(a.latitude), radians(b.latitude)
    half = sin((north - south) / 2) ** 2
    half += cos(north) * cos(south) * sin(radians(a.longitude - b.longitude) / 2) ** 2
    return 2 * _EARTH * asin(sqrt(half))

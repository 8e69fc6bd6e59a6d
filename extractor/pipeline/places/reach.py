"""How far from home armies fight: a village of the name on another continent is not where they were."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from extractor.gazetteer import Gazetteer
from extractor.pipeline.places.distance import kilometres

# Kilometres between the middles of two countries.
_FAR = 2_800


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
            places = (self._gazetteer.country(code) for code in set(self._gazetteer.demonyms.values()))
            near = (place for place in places if place and home and (kilometres(home, place) or 0) < _FAR)
            self._found[nation] = frozenset((nation, *(place.country_code for place in near)))
        return self._found[nation]

"""What the words beside a name say of its country: "the Mozambican town of Palma", "the Niger border"."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.gazetteer import Gazetteer, Kind, NameMatch
from extractor.pipeline.places.element import Element
from extractor.pipeline.places.names import HYPHENS
from extractor.pipeline.places.wording import Level, Wording
from extractor.pipeline.places.words import Words

_LOOK_BACK = 3
_SETTLEMENTS: frozenset[Level | None] = frozenset({"town", "village"})
# A place of this size is known well beyond its country, which others may count it to.
_SMALL = 50_000


class NationReader:
    """Keeps of an element's places those of the nation that stands before it, and marks borders."""

    def __init__(self, gazetteer: Gazetteer, wording: Wording) -> None:
        self._gazetteer = gazetteer
        self._wording = wording

    def read(self, words: Words, elements: Sequence[Element]) -> None:
        """Look at the words around each element; the elements are changed in place."""
        demonyms = self._gazetteer.demonyms
        before: Element | None = None
        for element in elements:
            nation = self._nation(words, element.left, demonyms)
            if nation is not None:
                element.matches = _of_nation(element, nation)
            if self._is_border(words, element):
                _mark(element)
                element.frontier = self._end_of_border(words, element)
                if before is not None and before.compound and words.texts[before.right] in HYPHENS:
                    _mark(before)  # "the Kenya-Somalia border"
                    before.frontier = element.frontier
            before = element

    def _nation(self, words: Words, left: int, demonyms: dict[str, str]) -> str | None:
        """The country of "the Afghan border province of Helmand"."""
        for position in range(left - 1, max(-1, left - 1 - _LOOK_BACK), -1):
            word = words.lower[position]
            if word in demonyms and words.texts[position][0].isupper():
                return demonyms[word]
            if not self._wording.describes(word):
                return None
        return None

    def _is_border(self, words: Words, element: Element) -> bool:
        """ "The Niger border", "the border with Niger"."""
        after = words.lower[element.right] if element.right < len(words) else ""
        if self._wording.has("frontier", after):
            return True
        start = element.left - 1 if element.left > 1 else 0
        start -= words.lower[start] == "the" and start > 1
        return words.lower[start] in {"with", "of"} and self._wording.has("frontier", words.lower[start - 1])

    def _end_of_border(self, words: Words, element: Element) -> int:
        """Where "Chad border area" ends, 0 for "the border with Chad"."""
        end = element.right
        while end < len(words) and self._wording.has("frontier", words.lower[end]):
            end += 1
        return end if end > element.right else 0


def _of_nation(element: Element, nation: str) -> tuple[NameMatch, ...]:
    """The matches in the country; where it has none, but those that a village there is not confused with."""
    inside = tuple(match for match in element.matches if match.place.country_code == nation)
    if inside or element.level not in _SETTLEMENTS:
        return inside or element.matches
    return tuple(match for match in element.matches if match.place.population >= _SMALL)


def _mark(element: Element) -> None:
    """A country that a border is with is no province or town of its name, and nothing lies in it."""
    countries = tuple(m for m in element.matches if m.primary and m.place.kind is Kind.COUNTRY)
    if countries:
        element.matches, element.border = countries, True

""" "In the capital", "the Afghan capital", "the capital of Mali": a capital that is not named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractor.gazetteer import Gazetteer, Kind, NameMatch
from extractor.pipeline.places.context import Context
from extractor.pipeline.places.element import Element
from extractor.pipeline.places.wording import Wording
from extractor.pipeline.places.words import Words

# What must speak for a country: a demonym, or a group or party of its own.
_SURE = 1.0
_POSSESSIVE = ("'s", "’s", "'", "’")


class CapitalReader:
    """Finds the words that stand for a capital."""

    def __init__(self, gazetteer: Gazetteer, wording: Wording) -> None:
        self._gazetteer = gazetteer
        self._wording = wording

    def read(self, words: Words, elements: Sequence[Element], context: Context) -> list[Element]:
        """The elements with those for capitals among them, in order."""
        if self._wording.capital_words.first_words().isdisjoint(words.lower):
            return list(elements)
        named = [
            self._of_country(words, element) or element
            for element in elements
            if not self._is_adjective(words, element)
        ]
        found = list(self._references(words, named, context))
        return sorted((*named, *found), key=lambda element: element.start) if found else named

    def _of_country(self, words: Words, element: Element) -> Element | None:
        """ "The capital of Somalia", read as a town of the country's name, as its capital."""
        before = words.lower[element.left : element.start]
        hit = self._wording.capital_words.at(before, 0) if before else None
        country = _country_of(element) if hit is not None else None
        capital = self._capital(country)
        return replace(element, text=capital[0], matches=capital[1]) if capital else None

    def _is_adjective(self, words: Words, element: Element) -> bool:
        """ "The Sri Lankan capital", "the Bavarian capital": no town of that name."""
        if element.matches or element.right == element.end:
            return False
        return self._wording.capital_words.at(words.lower, element.end) is not None

    def _references(self, words: Words, elements: Sequence[Element], context: Context) -> Iterator[Element]:
        """The capitals that no name stands beside; none where the country is in doubt."""
        first = self._wording.capital_words.first_words()
        for position, word in enumerate(words.lower):
            hit = self._wording.capital_words.at(words.lower, position) if word in first else None
            if hit is None or self._goes_on(words, hit[0]):
                continue
            start, country = self._whose(words, elements, position, context)
            capital = self._capital(country)
            if capital and not _is_named(words, elements, (start, hit[0])):
                yield Element(start, hit[0], start, hit[0], *capital)

    def _whose(
        self, words: Words, elements: Sequence[Element], position: int, context: Context
    ) -> tuple[int, str | None]:
        """Where a reference with "capital" at `position` begins, and whose capital it is."""
        for start in (position - 2, position - 1):
            country = self._gazetteer.demonyms.get(" ".join(words.lower[max(0, start) : position]))
            if country is not None:
                return start, country
        if words.lower[position - 1] in _POSSESSIVE and not self._is_own(words, position - 2):
            owner = next((e for e in elements if e.right == position - 1), None)
            return position, _country_of(owner) if owner is not None else None
        before = position - 2 if words.lower[position - 1] in _POSSESSIVE else position - 1
        if not self._is_own(words, before):
            return position, None
        sure = context.countries.get(context.country or "", 0.0) >= _SURE
        return before, context.country if sure else None

    def _is_own(self, words: Words, position: int) -> bool:
        """ "The capital", "the country's capital": of the country that the article is about."""
        return position >= 0 and self._wording.has("before_capital", words.lower[position])

    def _capital(self, country: str | None) -> tuple[str, tuple[NameMatch, ...]] | None:
        """The name of a country's capital and its place."""
        name = self._wording.capital_of.get(country or "")
        matches = tuple(
            NameMatch(place, True)
            for place in (self._gazetteer.lookup(name) if name else ())
            if place.country_code == country and place.kind is Kind.CITY
        )
        return (name, matches) if name and matches else None

    def _goes_on(self, words: Words, end: int) -> bool:
        """Whether a name or a longer word goes on: "the capital Dhaka", "the capital market"."""
        return end < len(words) and (
            words.name_like[end] or self._wording.has("no_capital", words.lower[end])
        )


def _country_of(element: Element) -> str | None:
    return next(
        (m.place.country_code for m in element.matches if m.primary and m.place.kind is Kind.COUNTRY), None
    )


def _is_named(words: Words, elements: Sequence[Element], span: tuple[int, int]) -> bool:
    """Whether the name stands beside the words, or they are part of an element: "Bangui, the capital"."""
    start, end = span
    return any(
        (element.left < end and element.right > start)
        or (element.right == start - 1 and words.texts[start - 1] == ",")
        or (element.left == end + 1 and words.texts[end] == ",")
        for element in elements
    )

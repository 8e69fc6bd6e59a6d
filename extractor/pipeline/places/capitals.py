""" "In the capital": the capital of the country that an article is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractor.gazetteer import Gazetteer, Kind, NameMatch
from extractor.pipeline.places.elements import Element
from extractor.pipeline.places.resolve import Context
from extractor.pipeline.places.wording import Wording
from extractor.pipeline.places.words import Words

# What must speak for a country: a demonym, or a group or party of its own.
_SURE = 1.0


def read_capitals(
    words: Words, elements: Sequence[Element], context: Context, gazetteer: Gazetteer, wording: Wording
) -> list[Element]:
    """The references to the capital as elements, none where the country is in doubt or a name follows."""
    name = wording.capital_of.get(context.country or "")
    if name is None or context.countries.get(context.country or "", 0.0) < _SURE:
        return []
    spans = [span for span in _references(words, wording) if not _is_named(words, elements, span)]
    if not spans:
        return []
    matches = tuple(
        NameMatch(place, True)
        for place in gazetteer.lookup(name)
        if place.country_code == context.country and place.kind is Kind.CITY
    )
    return [Element(start, end, start, end, name, matches) for start, end in spans] if matches else []


def _references(words: Words, wording: Wording) -> Iterator[tuple[int, int]]:
    first = wording.capital_words.first_words()
    for position, word in enumerate(words.lower):
        hit = wording.capital_words.at(words.lower, position) if word in first else None
        if hit is not None and not _goes_on(words, wording, hit[0]):
            yield position, hit[0]


def _goes_on(words: Words, wording: Wording, end: int) -> bool:
    """Whether the words are part of a name or of a longer word: "the capital Dhaka", "the capital market"."""
    return end < len(words) and (words.name_like[end] or wording.has("no_capital", words.lower[end]))


def _is_named(words: Words, elements: Sequence[Element], span: tuple[int, int]) -> bool:
    """Whether the name stands beside the words, or they are part of an element: "Bangui, the capital"."""
    start, end = span
    return any(
        (element.left < end and element.right > start)
        or (element.right == start - 1 and words.texts[start - 1] == ",")
        or (element.left == end + 1 and words.texts[end] == ",")
        for element in elements
    )

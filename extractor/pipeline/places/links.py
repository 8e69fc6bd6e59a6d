"""Words between two places: a border on the way, a distance, what is said of the first in brackets."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.pipeline.places.element import Element
from extractor.pipeline.places.wording import Wording
from extractor.pipeline.places.words import Words

# So many words may stand before a distance ("situated some"), which has no more digits than that.
_LEADING = 2
_DIGITS = 2
_AWAY = frozenset({"away", "to"})
_ALONG = frozenset({"near", "along", "on", "by", "close", "to", "at"})


def is_alongside(words: Words, since: int, element: Element, wording: Wording) -> bool:
    """Whether the words from `since` on lead to one side of a border that a place lies on: "near the" Chad
    border, "on the" Kenya-Somalia border."""
    if not element.frontier:
        return False
    gap = words.lower[since : element.left]
    if not gap:
        return since >= element.right
    return gap[0] in _ALONG and all(word in _ALONG or wording.describes(word) for word in gap)


def is_measure(gap: Sequence[str], wording: Wording) -> bool:
    """ ", about 15 kilometres from", "some 8 km north of", and not hundreds of kilometres."""
    bare = gap[1:] if gap[0] == "," else gap
    number = next((i for i, word in enumerate(bare) if word[0].isdigit()), None)
    if number is None or number > _LEADING or number + 1 >= len(bare) or len(bare[number]) > _DIGITS:
        return False
    if not wording.has("distance_unit", bare[number + 1]) or not wording.has("distance_link", bare[-1]):
        return False
    return all(word in _AWAY or wording.describes(word) for word in bare[number + 2 : -1])


def without_gloss(gap: list[str]) -> list[str]:
    """The words between two places without what is said of the first in brackets: "(local council) of"."""
    if gap[:1] == ["("] and ")" in gap and not any(text[:1].isupper() for text in gap):
        return gap[gap.index(")") + 1 :]
    return gap

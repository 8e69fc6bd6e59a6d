"""The items of a round-up, each under its own dateline: "TASHKENT - ...", "BOGOTA - ..."."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from extractor.pipeline.mentions import PlaceMention
from extractor.pipeline.sentences import Sentence

# A line above a dateline that is no longer than this, and ends in no full stop, is the item's headline.
_HEADLINE = 20
_TERMINAL = (".", "!", "?", '"', "”")


def item_starts(
    places: Sequence[PlaceMention], sentences: Sequence[Sentence], sentence_of: Sequence[int]
) -> list[int]:
    """Where the second and every further item begins, as Doc positions; none under a single dateline."""
    starts: list[int] = []
    before: PlaceMention | None = None
    for mention in places:
        if mention.role != "dateline":
            continue
        if before is not None and mention.name.casefold() != before.name.casefold():
            told = sentences[sentence_of[before.start] : sentence_of[mention.start]]
            if any(_ends(sentence) for sentence in told):  # not a headline that begins with a place
                starts.append(_start(sentences, sentence_of[mention.start]))
        before = mention
    return starts


def item_of(starts: Sequence[int], position: int) -> int:
    """The number of the item that a Doc position stands in."""
    return bisect_right(starts, position)


def _start(sentences: Sequence[Sentence], number: int) -> int:
    """Where the item of a dateline begins: with its headline, if it has one."""
    own, above = sentences[number], sentences[max(0, number - 1)]
    if above.paragraph < own.paragraph and len(above) <= _HEADLINE and not _ends(above):
        return above.start
    return own.start


def _ends(sentence: Sentence) -> bool:
    """True for a sentence that is closed by a full stop."""
    return next((word for word in reversed(sentence.words) if not word.isspace()), "") in _TERMINAL

"""Finding the mentions of a stretch of text without reading the whole text again."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Protocol, TypeVar

from spacy.tokens import Doc

from extractor.pipeline.notes import noted
from extractor.pipeline.tokens import tokens_of


class _Located(Protocol):
    @property
    def start(self) -> int: ...


Mention = TypeVar("Mention", bound=_Located)


def within(mentions: Sequence[Mention] | None, start: int, end: int) -> Sequence[Mention]:
    """The mentions that start at Doc positions `start` to `end`; `mentions` are in order of position."""
    if not mentions:
        return ()
    first = bisect_left(mentions, start, key=lambda m: m.start)
    last = bisect_left(mentions, end, lo=first, key=lambda m: m.start)
    return mentions[first:last]


def body_token(doc: Doc) -> int:
    """The position of the first token after title and header lines: what stands there is no event's."""
    start = noted(doc).body_start
    return tokens_of(doc).first_from(start) if start else 0

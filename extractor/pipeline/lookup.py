"""Finding the mentions of a stretch of text without reading the whole text again."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Protocol, TypeVar


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

"""Datelines: the place a report was filed from, before its first sentence."""

from __future__ import annotations

from extractor.pipeline.places.roles import Chain
from extractor.pipeline.places.words import Words

_DASHES = {"-", "--", "–", "—", "---", ":"}
_LONGEST = 22


def mark_datelines(words: Words, chains: list[Chain]) -> None:
    """Give the role "dateline" to places that stand between a line's start and its opening dash or colon."""
    for chain in chains:
        start = _line_start(words, chain.start)
        if start is not None and _closes(words, start, chain):
            chain.role = "dateline"


def _line_start(words: Words, position: int) -> int | None:
    for back in range(position, max(-1, position - 4), -1):
        if words.starts_line(back):
            return back
        if words.lower[back - 1] in {"in", "at", "from", "near", "of"}:
            return None
    return None


def _closes(words: Words, start: int, chain: Chain) -> bool:
    """Whether a dash or a colon ends the dateline before any running text begins."""
    depth = 0
    for position in range(start, min(len(words), start + _LONGEST)):
        text = words.texts[position]
        if text in "([":
            depth += 1
        elif text in ")]":
            depth -= 1
        elif text in _DASHES and position >= chain.end and depth == 0:
            spaced = not words.joined[position - 1] or not words.joined[position]
            if text == ":":
                return (
                    position == chain.end
                    or words.texts[position - 1] == ")"
                    or words.texts[position - 1].isdigit()
                )
            return spaced
        elif depth == 0 and "\n" not in text and text.islower() and text.isalpha() and position >= chain.end:
            return False
    return False

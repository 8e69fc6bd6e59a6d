"""Short names that an article gives itself: "the New People's Army (npa)", and later "npa gunmen"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Doc

from extractor.lexicon.lexicon import NAME_LAYERS
from extractor.pipeline.mentions import NameMention
from extractor.pipeline.tokens import tokens_of

_SHORTEST, _LONGEST = 2, 8


def given_names(doc: Doc, names: Iterable[NameMention]) -> Iterator[NameMention]:
    """The later places where a short name stands, as it was written, that no pattern has found there."""
    names = [m for m in names if m.layer in NAME_LAYERS]
    words = tokens_of(doc).words
    meant = {short: m for m in reversed(names) if (short := _short(words, m))}
    if not meant:
        return
    taken = {i for m in names for i in range(m.start, m.end)}
    for i, word in enumerate(words):
        if word in meant and i not in taken and i > meant[word].end:
            yield replace(meant[word], start=i, end=i + 1)


def _short(words: list[str], name: NameMention) -> str | None:
    """What stands in brackets at the end of a name or right after it."""
    for bracket in (name.end - 3, name.end):
        inside = words[bracket : bracket + 3]
        if name.start < bracket and inside[:1] == ["("] and inside[2:] == [")"]:
            short = inside[1]
            return short if short.isalpha() and _SHORTEST <= len(short) <= _LONGEST else None
    return None

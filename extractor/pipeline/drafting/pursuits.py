"""Arrests and surrenders that were not made: sought, asked for, or told of elsewhere."""

from __future__ import annotations

from collections.abc import Collection

from extractor.pipeline.people.reading import Reading

_LAWFUL = ("arrested", "surrendered")
_CLIMB = 4


def is_only_sought(reading: Reading, verb: int, effect: str, seeking: Collection[str]) -> bool:
    """True for "launched an operation to nab the gunmen", "asked them to surrender".

    `seeking` are such words as govern the infinitive.
    """
    if effect not in _LAWFUL or reading.tags[verb] != "VB" or not _is_infinitive(reading, verb):
        return False
    i = verb
    for _ in range(_CLIMB):
        up = reading.heads[i]
        if up == i:
            return False
        near = (up, *(c for c in reading.children[up] if reading.deps[c] in ("nsubj", "nsubjpass", "dobj")))
        if any(reading.lower[j] in seeking for j in near):
            return True
        i = up
    return False


def is_only_named(reading: Reading, verb: int, effect: str) -> bool:
    """True for "the arrested Maoists", "to free six abducted guards": the word stands before its noun and
    tells of what is known."""
    noun = reading.heads[verb]
    if reading.deps[verb] != "amod" or noun <= verb:
        return False
    if effect == "abducted" and reading.tags[reading.heads[noun]] == "VB":
        return _is_infinitive(reading, reading.heads[noun])
    return effect in (*_LAWFUL, "abducted") and any(
        reading.lower[c] in ("the", "these", "those") for c in reading.children[noun]
    )


def _is_infinitive(reading: Reading, verb: int) -> bool:
    """True for "to arrest"."""
    return any(reading.deps[c] == "aux" and reading.lower[c] == "to" for c in reading.children[verb])

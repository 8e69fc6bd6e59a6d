"""Arrests and surrenders that were not made: sought, asked for, or told of elsewhere; attackers stopped."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from extractor.pipeline.people.reading import Reading
from extractor.pipeline.telling.facts import Fact
from extractor.pipeline.telling.triggers import Trigger

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


def stopped_attackers(triggers: Sequence[Trigger], facts: Sequence[Fact]) -> set[int]:
    """The "bomber" of "guards shot dead a suicide bomber", who did not get to do what he is called by.

    Where others suffered with him, he did.
    """
    fell = [f for f in facts if f.effect == "killed" and f.people]
    shot = {p.head for f in fell if f.agents or f.event == "shooting" for p in f.people}
    named = {t.head for t in triggers if t.form == "noun"} & shot
    hit = {p.head for f in facts if f.effect in ("killed", "injured") for p in f.people}
    return set() if hit - named else named

"""Whom "him" and "them" stand for, where the sentence itself tells."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from extractor.pipeline.people.people import PeopleReader
from extractor.pipeline.people.phrase import People
from extractor.pipeline.people.reading import NOUN_TAGS, Reading

_SUFFERERS = ("dobj", "nsubjpass")
_PLURAL = ("them", "they", "both")


def meant_by(
    reader: PeopleReader, reading: Reading, people: People, doers: Collection[int]
) -> tuple[People, ...]:
    """ "Raiders seized a farmer and shot him": for the pronoun those told of last who suffered something.

    "Them" may stand for a list, "a farmer and his wife". The doers are left out; other people, and a
    pronoun of nobody in the sentence, stay as they are.
    """
    if not people.pronoun:
        return (people,)
    plural = reading.lower[people.head] in _PLURAL
    for i in range(people.head - 1, -1, -1):
        if i in doers or _heads_of(reading, i) & set(doers) or not _suffers(reading, i):
            continue
        found = reader.read_all(reading, reading.conjuncts(i)) if plural else [reader.read(reading, i)]
        each = tuple(p for p in found if p is not None and not p.pronoun and not p.bare)
        if each and _may_mean(people, plural, each):
            return tuple(replace(p, definite=True) for p in each)
    return (people,)


def _may_mean(pronoun: People, plural: bool, people: Sequence[People]) -> bool:
    """Whether there are as many of them as the pronoun tells: "him", "them", "both"."""
    numbers = [p.quantity.best for p in people]
    if not plural:
        return numbers == [1]
    number = sum(number or 0 for number in numbers)
    return None not in numbers and number > 1 and pronoun.quantity.best in (None, number)


def _heads_of(reading: Reading, i: int) -> set[int]:
    """The noun that "of" joins a noun to: in "a group of 20 rebels" the group, which the rebels are."""
    preposition = reading.heads[i]
    return {reading.heads[preposition]} if reading.lower[preposition] == "of" else set()


def _suffers(reading: Reading, i: int) -> bool:
    if reading.tags[i] not in NOUN_TAGS:
        return False
    of = reading.deps[i] == "pobj" and reading.lower[reading.heads[i]] == "of"
    return of or reading.deps[i] in _SUFFERERS

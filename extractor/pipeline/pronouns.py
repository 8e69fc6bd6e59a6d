"""Whom "him" and "them" stand for, where the sentence itself tells."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from extractor.pipeline.people import People, PeopleReader
from extractor.pipeline.reading import NOUN_TAGS, Reading

_SUFFERERS = ("dobj", "nsubjpass")
_PLURAL = ("them", "they", "both")


def meant_by(reader: PeopleReader, reading: Reading, people: People, doers: Collection[int]) -> People:
    """ "Raiders seized a farmer and shot him": for the pronoun those told of last who suffered something.

    The doers are left out; other people, and a pronoun of nobody in the sentence, stay as they are.
    """
    if not people.pronoun:
        return people
    plural = reading.lower[people.head] in _PLURAL
    for i in range(people.head - 1, -1, -1):
        if i in doers or _heads_of(reading, i) & set(doers) or not _suffers(reading, i):
            continue
        found = reader.read(reading, i)
        if found is None or found.pronoun or found.bare or (found.quantity.best == 1) == plural:
            continue
        if plural and found.quantity.best is None:
            continue
        if people.quantity.best is not None and found.quantity.best != people.quantity.best:
            continue  # "both" of three
        return replace(found, definite=True)
    return people


def _heads_of(reading: Reading, i: int) -> set[int]:
    """The noun that "of" joins a noun to: in "a group of 20 rebels" the group, which the rebels are."""
    preposition = reading.heads[i]
    return {reading.heads[preposition]} if reading.lower[preposition] == "of" else set()


def _suffers(reading: Reading, i: int) -> bool:
    if reading.tags[i] not in NOUN_TAGS:
        return False
    of = reading.deps[i] == "pobj" and reading.lower[reading.heads[i]] == "of"
    return of or reading.deps[i] in _SUFFERERS

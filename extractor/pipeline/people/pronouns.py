"""Whom "him" and "them" stand for, where the sentence itself tells."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from extractor.pipeline.people.people import PeopleReader
from extractor.pipeline.people.phrase import People
from extractor.pipeline.people.reading import NOUN_TAGS, Reading

_SUFFERERS = ("dobj", "nsubjpass")
# "Before troops shot him", "until she was overpowered"
_ENDING = ("before", "until", "till")
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
    if not plural and (assailant := _assailant(reader, reading, people, doers)) is not None:
        return (assailant,)
    for i in range(people.head - 1, -1, -1):
        if i in doers or _heads_of(reading, i) & set(doers) or not _suffers(reading, i):
            continue
        found = reader.read_all(reading, reading.conjuncts(i)) if plural else [reader.read(reading, i)]
        each = tuple(p for p in found if p is not None and not p.pronoun and not p.bare)
        if each and _may_mean(people, plural, each):
            return tuple(replace(p, definite=True) for p in each)
    return (people,)


def _assailant(reader: PeopleReader, reading: Reading, him: People, doers: Collection[int]) -> People | None:
    """ "Him", of the side of the man of "a man stabbed a guard before troops shot him dead".

    So it is where forces of the state hit him, and where a clause with "before" says how it ended.
    """
    verb = reading.heads[him.head]
    if any(reading.tags[d] == "PRP" for d in doers) or not reading.is_verb(verb):
        return None
    by_force = any((p := reader.read(reading, d)) is not None and p.group == "security" for d in doers)
    ended = any(reading.deps[c] == "mark" and reading.lower[c] in _ENDING for c in reading.children[verb])
    if not by_force and not ended:
        return None
    for i in range(him.head - 1, -1, -1):
        above = reading.heads[i]
        if i in doers or reading.deps[i] != "dobj" or above == verb or reading.tags[i] not in NOUN_TAGS:
            continue
        for subject in reading.subjects(above):
            man = None if subject in doers or subject == him.head else reader.read(reading, subject)
            if man is not None and man.quantity.best == 1 and not man.pronoun and man.group != "security":
                return replace(him, group="militant")
    return None


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

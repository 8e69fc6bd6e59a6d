"""Whose men fell, where a side is told to have lost or suffered them: "the army lost three men"."""

from __future__ import annotations

from dataclasses import replace

from extractor.lexicon.lexicon import Lexicon
from extractor.pipeline.people.people import PeopleReader
from extractor.pipeline.people.phrase import People
from extractor.pipeline.people.reading import Reading
from extractor.pipeline.telling.doers import read_doer

_ARMED = ("militant", "security")
_ANYONE = (None, "person")


def of_the_losing_side(
    people: PeopleReader,
    reading: Reading,
    lexicon: Lexicon,
    fallen: tuple[People, ...],
    trigger: int,
    frame: str,
) -> tuple[People, ...]:
    """The fallen with the side of those who lost them, where no word tells what they were.

    With the frame "loss", "the firm lost ten members" tells of nobody who fell, for none of it bears arms.
    """
    if frame not in ("loss", "adjective"):
        return fallen
    plain = [p for p in fallen if _is_anyone(reading, lexicon, p)]
    if not plain:
        return fallen
    verb = trigger if frame == "loss" else _verb_above(reading, trigger)
    if frame == "adjective" and reading.lower[verb] not in lexicon.words["suffering_losses"]:
        return fallen
    sides = (read_doer(people, reading, lexicon, i) for i in reading.subjects(verb))
    loser = next((p for p in sides if p is not None and p.group in _ARMED), None)
    if loser is None:
        return tuple(p for p in fallen if p not in plain) if frame == "loss" else fallen
    return tuple(_as_of(loser, p) if p in plain else p for p in fallen)


def _as_of(side: People, people: People) -> People:
    return replace(people, group=side.group, names=side.names, entry=side.entry, bare=False)


def _is_anyone(reading: Reading, lexicon: Lexicon, people: People) -> bool:
    plain = people.entry in _ANYONE or reading.lower[people.head] in lexicon.words["of_any_body"]
    return plain and not people.names and not people.person_name


def _verb_above(reading: Reading, i: int) -> int:
    while not reading.is_verb(i) and reading.heads[i] != i:
        i = reading.heads[i]
    return i

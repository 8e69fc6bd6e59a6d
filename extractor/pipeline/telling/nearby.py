"""The people next to casualty words whose parse gives none."""

from __future__ import annotations

from collections.abc import Iterable

from extractor.pipeline.people.people import PeopleReader
from extractor.pipeline.people.phrase import People
from extractor.pipeline.people.reading import Reading
from extractor.pipeline.telling.frames import PEOPLE_TAGS

# So many words before a verb its people are looked for.
_BEFORE = 9


def nearby(reader: PeopleReader, reading: Reading, verb: int, tail: int) -> list[People]:
    """Where the parse gives no people: those right before a participle, or right after an active verb."""
    passive = reading.tags[verb] in ("VBN", "JJ") and not (
        verb and reading.lower[verb - 1] in ("have", "has", "had")
    )
    return people_before(reader, reading, verb) if passive else _after(reader, reading, verb, tail)


def people_before(reader: PeopleReader, reading: Reading, verb: int, tail: int = -1) -> list[People]:
    """The people nearest before a verb; `tail` is the last position of its casualty words."""
    before = [i for i in range(verb - 1, -1, -1) if reading.tags[i] != "."]  # without asides
    return _first(reader, reading, before[:_BEFORE], tail)


def _after(reader: PeopleReader, reading: Reading, verb: int, tail: int) -> list[People]:
    return _first(reader, reading, range(verb + 1, min(len(reading), verb + 8)), tail)


def _first(reader: PeopleReader, reading: Reading, positions: Iterable[int], tail: int = -1) -> list[People]:
    """The first people at the positions, unless another verb comes before them."""
    for i in positions:
        if reading.is_verb(i) and reading.deps[i] not in ("aux", "auxpass", "amod"):
            return []
        if reading.tags[i] not in PEOPLE_TAGS and reading.lower[i] != "another":
            continue
        if reading.deps[i] in ("compound", "amod", "nummod") and i < reading.heads[i] != tail:
            continue
        people = reader.read_all(reading, reading.conjuncts(i))
        if people:
            return people
    return []

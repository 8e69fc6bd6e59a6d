"""Bare numbers that leave out the people they count: "four policemen were wounded and two killed"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractor.pipeline.people.phrase import People
from extractor.pipeline.people.reading import Reading
from extractor.pipeline.telling.facts import Fact

_HARM = ("killed", "injured")


def with_kinds(reading: Reading, facts: Sequence[Fact]) -> list[Fact]:
    """The facts of a sentence, with the kind of people that a bare number takes from the toll it is joined
    to. What is told of one attacker alone ("a bomber was killed and six wounded") is said of no others."""
    found: list[Fact] = []
    for fact in facts:
        kind = next((k for before in found if (k := _kind_joined(reading, before, fact))), None)
        found.append(fact if kind is None else replace(fact, people=(_of_kind(fact.people[0], kind),)))
    return found


def _kind_joined(reading: Reading, before: Fact, fact: Fact) -> People | None:
    """Whom the earlier toll tells of, where the later one is a bare number that goes on about them."""
    if before.effect not in _HARM or fact.effect not in _HARM or len(fact.people) != 1:
        return None
    if not fact.people[0].bare or fact.people[0].other or not before.people:
        return None
    if not _goes_on(reading, before.trigger, fact):
        return None
    kind = before.people[-1]
    of_one_side = all(p.group == kind.group and not p.pronoun for p in before.people)
    alone = kind.group == "militant" and kind.quantity.best == 1
    return kind if of_one_side and kind.group in ("security", "militant") and not alone else None


def _goes_on(reading: Reading, verb: int, fact: Fact) -> bool:
    """True for "wounded ... and two killed", "wounded four and killed two", "left one dead and two hurt"."""
    return any(
        reading.deps[i] == "conj" and reading.heads[i] == verb
        for i in (fact.trigger, reading.heads[fact.trigger], fact.people[0].head)
    )


def _of_kind(people: People, kind: People) -> People:
    return replace(people, entry=kind.entry, group=kind.group, names=kind.names)

"""Whom a bare number counts: in "rebels ambushed soldiers, killing nine" the soldiers."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import replace

from extractor.pipeline.drafting.drafts import ATTACK, Draft
from extractor.pipeline.people.phrase import People
from extractor.pipeline.people.reading import Reading
from extractor.pipeline.telling.facts import Fact

_HARM = ("killed", "injured")
_ARMED = ("security", "militant")


def count_those_hit(reading: Reading, posts: Container[str], draft: Draft) -> None:
    """Take the bare numbers of an attack for those whom it hit, if they bear arms and are all of one side.

    `posts` are words such as "station", in which anybody may be.
    """
    things = [thing for t in draft.triggers for thing in t.things]
    dens = [thing.owner for thing in things if thing.owner and thing.owner.group == "militant"]
    hit = [*dens, *(p for t in draft.triggers for p in t.patients)]
    if draft.family == ATTACK and draft.attack.category == "clash":
        draft.facts = _of_sides(draft)
    if draft.family != ATTACK or draft.attack.category == "clash" or not hit:
        return
    at_post = any(word in posts for p in hit for word in reading.lower[p.start : p.end + 1])
    if at_post or len(things) > len(dens) or any(t.aims.places or t.aims.bystanders for t in draft.triggers):
        return  # those who were there may be anybody
    others = (p for f in draft.facts for p in f.people if not p.bare and f.effect in _HARM)
    groups = {p.group for p in (*hit, *others)}
    if len(groups) == 1 and groups.issubset(_ARMED):
        draft.facts = [_of_kind(fact, hit) for fact in draft.facts]


def _of_sides(draft: Draft) -> list[Fact]:
    """The facts of a clash of armed sides, of which a bare number counts those of one kind, if all are of it,
    and else nobody knows whom: "clashes between rebels and the army left nine dead"."""
    sides = {p.group for t in draft.triggers for p in t.sides}
    told = any(not p.bare for f in draft.facts for p in f.people if f.effect in _HARM)
    if told or not sides or not sides.issubset(_ARMED):
        return draft.facts
    group = next(iter(sides)) if len(sides) == 1 else "unknown"
    return [
        replace(fact, people=tuple(replace(p, group=group) if p.bare else p for p in fact.people))
        if fact.effect in _HARM
        else fact
        for fact in draft.facts
    ]


def _of_kind(fact: Fact, hit: Iterable[People]) -> Fact:
    """The fact about those hit, where it tells of a bare number no larger than theirs."""
    if fact.effect not in _HARM or len(fact.people) != 1:
        return fact
    people = fact.people[0]
    if not people.bare or people.other or people.members:
        return fact
    kind = next((p for p in hit if _can_hold(p, people.quantity.best)), None)
    if kind is None:
        return fact
    return replace(fact, people=(replace(people, entry=kind.entry, group=kind.group, names=kind.names),))


def _can_hold(people: People, number: int | None) -> bool:
    told = people.quantity.best
    return told is None or number is None or told >= number

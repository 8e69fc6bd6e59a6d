"""How many they are whom a text tells of again: "two officers were abducted. The officers were killed"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from extractor.pipeline.drafting.drafts import Draft
from extractor.pipeline.people.numbers import Quantity
from extractor.pipeline.people.phrase import People
from extractor.pipeline.telling.facts import Fact

# So many mentions of people are looked back upon.
_REACH = 20
_Told = tuple[int, tuple[People, ...]]


def recall(draft: Draft) -> None:
    """Give the people of a draft's facts whose number is not said the number told of before."""
    told = [(f.sentence, f.people) for f in draft.facts if f.effect in ("abducted", "injured")]
    told += [(t.sentence, t.patients) for t in draft.triggers]
    told.sort(key=_latest_first)
    attackers = [(t.sentence, t.agents) for t in draft.triggers if t.agents]
    attackers.sort(key=_latest_first)
    facts = [_with_side(_with_number_of_attackers(f, attackers), told) for f in draft.facts]
    killed = [_with_number(f, told) if f.effect == "killed" else f for f in facts]
    if killed == facts:
        killed = [_with_number(f, told) if f.effect == "injured" else f for f in killed]
    draft.facts = killed


def _latest_first(told: _Told) -> int:
    return -told[0]


def _with_number(fact: Fact, told: Sequence[_Told]) -> Fact:
    if len(fact.people) != 1 or not _is_recalled(fact.people[0]):
        return fact
    people = fact.people[0]
    first = bisect_right(told, -people.sentence, key=_latest_first)
    for _, before in told[first : first + _REACH]:
        number = _number(before)
        if number and number > 1 and _may_be(people, before):
            quantity = Quantity(people.quantity.start, people.quantity.end, number, number, number)
            return replace(fact, people=(replace(people, quantity=quantity),))
    return fact


def _with_side(fact: Fact, told: Sequence[_Told]) -> Fact:
    """ "They fired at a patrolman. He died": he is the one told of in the sentence before."""
    if fact.effect != "killed" or len(fact.people) != 1 or not fact.people[0].pronoun:
        return fact
    person = fact.people[0]
    if person.quantity.best != 1 or person.group != "unknown":
        return fact
    first = bisect_right(told, -person.sentence, key=_latest_first)
    sentence, before = told[first] if first < len(told) else (-1, ())
    if person.sentence - sentence > 1 or len(before) != 1 or before[0].pronoun:
        return fact
    if before[0].quantity.best != 1:
        return fact
    found = replace(person, group=before[0].group, entry=before[0].entry, names=before[0].names)
    return replace(fact, people=(found,))


def _with_number_of_attackers(fact: Fact, told: Sequence[_Told]) -> Fact:
    """ "Two gunmen stormed a post. The attackers were killed": as many as attacked, be it one."""
    if fact.effect not in ("killed", "injured", "arrested") or len(fact.people) != 1:
        return fact
    people = fact.people[0]
    if people.group != "militant" or people.pronoun or people.names or not _is_recalled(people):
        return fact
    first = bisect_right(told, -people.sentence, key=_latest_first)
    fighters = (
        before
        for sentence, before in told[first : first + _REACH]
        if sentence < people.sentence and all(p.group == "militant" for p in before)
    )
    number = next((n for before in fighters if (n := _number(before))), None)
    if number is None:
        return fact
    quantity = Quantity(people.quantity.start, people.quantity.end, number, number, number)
    return replace(fact, people=(replace(people, quantity=quantity),))


def _is_recalled(people: People) -> bool:
    return people.definite and not people.other and people.quantity.best is None and not people.quantity.vague


def _number(people: Sequence[People]) -> int | None:
    numbers = [p.quantity.best for p in people]
    return sum(n for n in numbers if n) if numbers and all(numbers) else None


def _may_be(people: People, before: Sequence[People]) -> bool:
    return people.pronoun or people.anyone or any(p.entry == people.entry for p in before)

"""Putting an event's tolls together: what adds up, what is part of a whole, what is told twice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from extractor.pipeline.people.numbers import Quantity
from extractor.pipeline.people.phrase import People
from extractor.pipeline.telling.facts import Fact
from extractor.records import CasualtyGroup


@dataclass(frozen=True, slots=True)
class Count:
    """People of one kind who suffered one effect, as one passage tells it."""

    group: CasualtyGroup
    quantity: Quantity
    sentence: int
    fact: Fact
    entry: str | None = None
    definite: bool = False
    other: bool = False
    person_name: bool = False
    bare: bool = False
    total: bool = False
    some: bool = False
    kin: bool = False
    parts: tuple[tuple[CasualtyGroup, int], ...] = ()


@dataclass(slots=True)
class Tally:
    """The counts that stand for an effect after putting together; `again` of them are told twice."""

    counts: list[Count] = field(default_factory=list)
    again: int = 0

    def known(self) -> list[Count]:
        return [c for c in self.counts if c.quantity.best is not None]


def add_up(facts: Iterable[Fact]) -> Tally:
    """The counts that stand, from facts of one effect in the order of the text."""
    tally = Tally()
    for _, of_sentence in groupby(facts, key=lambda fact: fact.sentence):
        told = list(of_sentence)
        counts = _of_sentence(told)
        if counts and not tally.counts:
            others = [c for fact in told if not fact.total for c in _counts(fact)]
            totals = counts[0].total and bool(others)
            tally.counts.extend(_of_the_same_side(others, counts) if totals else counts)
        elif counts:
            _take_in(tally, counts)
    return tally


def _of_sentence(facts: Iterable[Fact]) -> list[Count]:
    """The counts of one sentence: they add up, but a total counts all the others in, and of two
    accounts of the same dead one stands."""
    found: list[Count] = []
    for fact in sorted(facts, key=_is_of_some):  # "two of the dead were nurses, after raiders killed nine"
        told = []
        for count in _counts(fact):
            if not _repeats(found, count):
                told.append(count)
            elif count.some:
                found = _counted_in(found, [count])
        found = _credible(found, told) if fact.rival and _are_rivals(found, told) else found + told
    return [c for c in found if c.total] or found


def _is_of_some(fact: Fact) -> bool:
    return bool(fact.people) and all(people.some for people in fact.people)


def _are_rivals(told: Sequence[Count], other: Sequence[Count]) -> bool:
    """True where two accounts can speak of the same people."""
    if not any(c.quantity.best for c in told) or not any(c.quantity.best for c in other):
        return False
    same = {c.group for c in told} == {c.group for c in other}
    return same or _generic(told) or _generic(other)


def _credible(told: list[Count], other: list[Count]) -> list[Count]:
    """The lower of two accounts, with the higher one as its upper bound (ACLED: the lowest credible)."""
    lower, higher = sorted((told, other), key=lambda counts: sum(c.quantity.best or 0 for c in counts))
    if len(lower) != 1 or len(higher) != 1:
        return lower
    low, high = lower[0], higher[0]
    best = low.quantity.best
    spread = replace(low.quantity, low=best, high=high.quantity.best)
    known = _generic(lower) and high.group != "unknown"
    group = high.group if known else low.group
    return [replace(low, quantity=spread, group=group)]


def _counts(fact: Fact) -> list[Count]:
    if fact.quantity is not None:
        return [Count(fact.group, fact.quantity, fact.sentence, fact, total=fact.total, bare=True)]
    return [
        Count(
            p.group,
            p.quantity,
            fact.sentence,
            fact,
            p.entry,
            p.definite or p.pronoun or p.some,
            p.other,
            p.person_name,
            p.bare,
            some=p.some,
            kin=p.kin,
            parts=p.parts,
        )
        for p in fact.people
        if not p.pronoun or _is_counted(p, fact)
    ]


def _is_counted(pronoun: People, fact: Fact) -> bool:
    """True for a pronoun alone, and for "he was arrested along with an aide"; others told with it are those
    it stands for."""
    beside = [p for p in fact.people if p is not pronoun]
    return not beside or (pronoun.quantity.best is not None and all(p.other for p in beside))


def _repeats(told: Sequence[Count], count: Count) -> bool:
    """Within a sentence counts add up, unless the very same people are told again."""
    if count.other:
        return False
    same = [c for c in told if c.fact is not count.fact]
    if count.some and sum(c.quantity.best or 0 for c in same) >= (count.quantity.best or 1):
        return True  # "23 people were killed, nine of whom were shot"
    if count.kin and all(c.quantity.best == 1 and not c.kin for c in same):
        return False  # "a guard was killed, and his son died of his wounds"
    if count.definite and count.quantity.best in (None, 1) and same and not _is_stopped_attacker(same, count):
        return True
    if count.definite and count.bare and sum(c.quantity.best or 0 for c in same) == count.quantity.best:
        return True  # "four rebels died, and a commander was among the four killed"
    return any((c.quantity.start, c.quantity.end) == (count.quantity.start, count.quantity.end) for c in same)


def _is_stopped_attacker(told: Sequence[Count], count: Count) -> bool:
    """True for "seven were hurt before the attacker was shot and wounded", who is none of the seven."""
    fighters = any(c.group == "militant" or any(g == "militant" for g, _ in c.parts) for c in told)
    return count.group == "militant" and count.quantity.best == 1 and not fighters


def _counted_in(whole: list[Count], some: Sequence[Count]) -> list[Count]:
    """The whole, with what some of it are said to be: "20 were killed. Among the dead were two soldiers"."""
    if len(whole) != 1 or not _generic(whole):
        return whole
    parts = tuple((c.group, c.quantity.best) for c in some if c.quantity.best)
    return [replace(whole[0], parts=(*whole[0].parts, *parts))]


def _take_in(tally: Tally, counts: Sequence[Count]) -> None:
    """Take in a later sentence's counts: more people, the same again, a new total or another account."""
    if counts and tally.known() and all(c.fact.outdated for c in counts):
        return
    rivals = all(c.fact.rival for c in counts) and not any(c.other for c in counts)
    if rivals and _are_rivals(tally.counts, counts):
        tally.counts[:] = _credible(tally.counts, list(counts))
        return
    if any(c.total for c in counts):
        tally.counts[:] = _of_the_same_side(tally.counts, counts)
        return
    before = sum(c.quantity.best or 0 for c in tally.counts)
    new = sum(c.quantity.best or 0 for c in counts)
    if new == 0:
        if not tally.known():
            tally.counts[:] = (
                list(counts) if any(c.quantity.best is not None for c in counts) else tally.counts
            )
        return
    if not tally.known() or before == 0:
        tally.counts[:] = list(counts)
        return
    if all(c.other for c in counts) and not 0 < tally.again <= before - new:
        if new == sum(c.quantity.best or 0 for c in tally.counts if c.other):
            tally.again += new  # "two others", of whom a source is cited later
        else:
            tally.counts.extend(counts)
        return
    attackers = all(c.definite and c.group == "militant" for c in counts)
    if attackers and (_others_than_militants(tally.counts) or _were_attacked(tally.counts)):
        tally.counts.extend(counts)  # the attackers, after those whom they attacked
        return
    if new <= before and (all(c.person_name for c in counts) or all(c.definite for c in counts)):
        if all(c.some for c in counts):
            tally.counts[:] = _counted_in(tally.counts, counts)
        tally.again += new
        return  # those told of before, now by name or as "the soldiers"
    groups_before = {c.group for c in tally.counts}
    groups_new = {c.group for c in counts}
    if (
        groups_before.isdisjoint(groups_new)
        and "unknown" not in groups_before | groups_new
        and not _generic(tally.counts)
        and not _generic(counts)
    ):
        if not any(c.definite for c in counts):
            tally.counts.extend(counts)
        return
    if new > before:
        tally.counts[:] = list(counts)
    else:
        tally.again += new


def _of_the_same_side(told: Sequence[Count], toll: Sequence[Count]) -> list[Count]:
    """The toll of "killing four soldiers. … Two more died, which took the toll to six": all of them soldiers,
    where the text has spoken of no others."""
    groups = {c.group for c in told} | {group for c in told for group, _ in c.parts}
    if len(groups) != 1 or any(c.group != "unknown" for c in toll):
        return list(toll)
    return [replace(c, group=told[0].group) for c in toll]


def _others_than_militants(counts: Sequence[Count]) -> bool:
    return not _generic(counts) and all(c.group in ("civilian", "security") for c in counts)


def _were_attacked(counts: Sequence[Count]) -> bool:
    """True for the nine of "a gunman opened fire, killing nine people", of whom the gunman is none."""
    return all(c.fact.agents and c.group != "militant" for c in counts)


def without_late_deaths(injured: Sequence[Count], killed: Iterable[Count]) -> list[Count]:
    """The injured without those who later died of their wounds."""
    dead = sum(c.quantity.best or 0 for c in killed if c.fact.late)
    found: list[Count] = []
    for count in injured:
        best = count.quantity.best
        if best is None or not dead:
            found.append(count)
            continue
        left, dead = max(0, best - dead), max(0, dead - best)
        if left:
            low = left if count.quantity.low is not None else None
            high = left if count.quantity.high is not None else None
            found.append(replace(count, quantity=replace(count.quantity, low=low, best=left, high=high)))
    return found


def _generic(counts: Iterable[Count]) -> bool:
    """True where the counts speak of people at large, who may be of any kind."""
    return any(c.entry == "person" or c.bare for c in counts)


def total(counts: Iterable[Count]) -> Quantity | None:
    """The counts as one quantity, or None where there are none."""
    counts = list(counts)
    if not counts:
        return None
    known = [c.quantity for c in counts if c.quantity.best is not None]
    first = counts[0].quantity
    if not known:
        vague = next((c.quantity.vague for c in counts if c.quantity.vague), None)
        return Quantity(first.start, first.end, None, None, None, vague)
    best = sum(q.best or 0 for q in known)
    unsaid = len(known) < len(counts)
    low = (
        sum(q.low if q.low is not None else 0 for q in known)
        if all(q.low is not None for q in known)
        else None
    )
    high = None if unsaid or any(q.high is None for q in known) else sum(q.high or 0 for q in known)
    return Quantity(known[0].start, known[0].end, low, best, high)


def split(counts: Iterable[Count]) -> list[Count]:
    """The counts by group: of "12 people, including three soldiers" nine civilians and three soldiers."""
    found: list[Count] = []
    for count in counts:
        best = count.quantity.best
        for group, number in count.parts:
            if best is not None and group != count.group and number <= best:
                best -= number
                part = Quantity(count.quantity.start, count.quantity.end, number, number, number)
                found.append(replace(count, group=group, quantity=part, parts=()))
        if best == count.quantity.best:
            found.append(count)
        elif best:
            rest = replace(
                count.quantity, low=best if count.quantity.low is not None else None, best=best, high=None
            )
            found.append(replace(count, quantity=rest, parts=()))
    return found

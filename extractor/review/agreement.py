"""How far reviewers agree who judged the same records."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from itertools import combinations
from typing import Final

import krippendorff
import numpy as np

from extractor.records import EventRecord, Toll
from extractor.review.decisions import Decisions
from extractor.review.desk import Desk
from extractor.review.entries import State


@dataclass(frozen=True, slots=True)
class Agreed:
    """In how many of the things that both said something of two reviewers said the same.

    `alpha` is Krippendorff's, of values that are the same or not; None where all of them are the same.
    """

    what: str
    same: int
    of: int
    alpha: float | None

    @property
    def share(self) -> float | None:
        """0 to 1, None where there is nothing to compare."""
        return self.same / self.of if self.of else None


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reviewers, the records that both have judged, and those on which their verdicts differ."""

    one: str
    two: str
    records: int
    figures: tuple[Agreed, ...]
    disputed: tuple[tuple[str, str, str, int], ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """All pairs of reviewers, and what each of them has done."""

    judged: dict[str, int]
    pairs: tuple[Pair, ...]


Value = Callable[[EventRecord], Hashable]


def _best(toll: Toll | None) -> Hashable:
    return None if toll is None else (toll.best, toll.vague)


_FIELDS: Final[dict[str, Value]] = {
    "status": lambda r: r.status,
    "scope": lambda r: r.scope,
    "background": lambda r: r.background,
    "category": lambda r: r.category,
    "event type": lambda r: r.event_type,
    "date": lambda r: (r.date.start, r.date.end) if r.date else None,
    "place": lambda r: (r.location.place, r.location.province, r.location.country) if r.location else None,
    "actors": lambda r: frozenset((a.id or a.name or a.text, a.role) for a in r.actors),
    "targets": lambda r: frozenset((t.text, t.type) for t in r.targets),
    "weapons": lambda r: frozenset(w.type for w in r.weapons),
    "killed": lambda r: _best(r.casualties.killed),
    "injured": lambda r: _best(r.casualties.injured),
    "arrested": lambda r: _best(r.casualties.arrested),
    "abducted": lambda r: _best(r.casualties.abducted),
}


def agreement(desk: Desk) -> Agreement:
    """Compare every two reviewers on the records that both have judged.

    Verdicts are compared on all of these, fields on those that both have accepted.
    """
    own = {name: _judged_by(desk.decisions, name) for name in sorted(desk.decisions.reviewers)}
    pairs = (_pair(desk, one, two, own[one], own[two]) for one, two in combinations(own, 2))
    return Agreement(
        {name: len(states) for name, states in own.items()}, tuple(pair for pair in pairs if pair.records)
    )


def _judged_by(decisions: Decisions, reviewer: str) -> dict[str, State]:
    found = {}
    for key in decisions.judged():
        change = decisions.change(key, reviewer)
        if change and change.after.verdict != "open":
            found[key] = change.after
    return found


def _pair(desk: Desk, one: str, two: str, first: dict[str, State], second: dict[str, State]) -> Pair:
    both = sorted(first.keys() & second.keys())
    accepted = [
        (a, b)
        for key in both
        if first[key].verdict == second[key].verdict == "accepted"
        and (a := first[key].record)
        and (b := second[key].record)
    ]
    figures = [_agreed("verdict", [(first[key].verdict, second[key].verdict) for key in both])]
    for name, value in _FIELDS.items():
        figures.append(_agreed(name, [(value(a), value(b)) for a, b in accepted]))
    disputed = []
    for key in both:
        if first[key].verdict != second[key].verdict:
            standing = desk.standing(key, None)
            if standing:
                disputed.append((key, first[key].verdict, second[key].verdict, standing.article))
    return Pair(one, two, len(both), tuple(figures), tuple(disputed[:200]))


def _agreed(what: str, said: list[tuple[Hashable, Hashable]]) -> Agreed:
    numbers: dict[Hashable, int] = {}
    coded = [[numbers.setdefault(value, len(numbers)) for value in pair] for pair in said]
    same = sum(a == b for a, b in coded)
    if len(numbers) < 2:
        return Agreed(what, same, len(said), None)
    counts = np.zeros((len(said), len(numbers)), int)
    for unit, pair in enumerate(coded):
        for value in pair:
            counts[unit, value] += 1
    found = krippendorff.alpha(value_counts=counts, level_of_measurement="nominal")
    return Agreed(what, same, len(said), round(float(found), 4))

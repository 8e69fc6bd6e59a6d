"""Which forces of the state only struck back at attackers, and did not do what is told."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from extractor.pipeline.drafting.drafts import ATTACK, Draft
from extractor.pipeline.people.phrase import People

# What both sides, or forces of a state, do.
_OF_SOLDIERS = ("clash", "air_strike", "shelling", "protest_repression")
# What crowds do, whom police then drive off: "they burned a bank, and police fired tear gas".
_OF_MOBS = ("arson", "mob_violence", "infrastructure_attack", "robbery")
_SIEGES = ("hostage_taking", "siege")
# Where people stand: the number of the sentence and the position in it.
Spot = tuple[int, int]


def who_struck_back(draft: Draft) -> set[Spot]:
    """The police of "a man stabbed two, before police shot him" and of "the police repelled the attack":
    where others attacked, the forces that hit nobody but those others."""
    if draft.family != ATTACK or draft.attack.category in _OF_SOLDIERS:
        return set()
    if all(t.attack.category in (*_OF_MOBS, "protest_repression") for t in draft.triggers):
        answering = (t for t in draft.triggers if t.attack.category == "protest_repression")
        return {spot_of(p) for t in answering for p in t.agents if _is_force(p)}
    told = [(p, t.patients, bool(t.things)) for t in draft.triggers for p in t.agents]
    attacked = any(t.form == "verb" and any(not _is_force(p) for p in t.agents) for t in draft.triggers)
    told += [(p, f.people, False) for f in draft.facts for p in f.agents]
    attackers = {spot_of(p) for p, _, _ in told if not _is_force(p)}
    besieged = draft.attack.id in _SIEGES  # "troops stormed the hotel" that others held
    harm = [
        p
        for p, hit, things in told
        if (things and not (besieged and _is_force(p))) or (hit and not _are_attackers(hit, attackers))
    ]
    if not (harm or attacked) or any(map(_is_force, harm)):
        return set()
    return {spot_of(p) for p, _, _ in told if _is_force(p)}


def spot_of(people: People) -> Spot:
    """What tells people from others of the text."""
    return people.sentence, people.head


def _is_force(people: People) -> bool:
    return people.group == "security" and all(name.layer != "groups" for name in people.names)


def _is_bare(people: People) -> bool:
    """True for "the two", who were told of before."""
    return people.definite and people.entry is None and not people.names and not people.person_name


def _are_attackers(hit: Sequence[People], attackers: Collection[Spot]) -> bool:
    """True for those told of as attackers, for fighters who are not named, and for "he"."""
    return all(
        p.pronoun
        or _is_bare(p)
        or spot_of(p) in attackers
        or (p.group == "militant" and (p.definite or not p.names))
        for p in hit
    )

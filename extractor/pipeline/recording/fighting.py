"""Who fought whom, in what role, and in which order: the sides of a clash and of an operation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractor.pipeline.drafting.drafts import ATTACK, Draft
from extractor.pipeline.people.phrase import People
from extractor.pipeline.recording.defending import spot_of, who_struck_back
from extractor.pipeline.telling.facts import Fact
from extractor.pipeline.telling.triggers import Trigger
from extractor.records import Actor, ActorKind, ActorRole, CasualtyGroup

Acting = tuple[People, ActorRole]
# Missiles and drones that the other side stops.
_STOPPED = "interception"
_TAKING_PART = ("defusal", "operation")
# Nobody fights back there: those who fell were hit, and are no side.
_FROM_AFAR = ("air_strike", "shelling", "bombing", "protest_repression")


def deeds(draft: Draft) -> list[Trigger]:
    """The words for what was done, without those for the search that police made after what others did."""
    searches = [t for t in draft.triggers if t.attack.family == "operation"]
    others = [t for t in draft.triggers if t not in searches]
    doers = [p for t in others for p in t.agents] + [p for f in draft.facts for p in f.agents]
    fallen = [p for f in draft.facts for p in f.people if f.effect == "killed"]
    fought = draft.attack.category == "clash" or any(p.group == "security" for p in doers)
    fought = fought or any(p.group == "militant" for p in fallen)
    if draft.family != ATTACK or fought or not doers:
        return draft.triggers
    return others


def role_of_doer(draft: Draft, trigger: Trigger) -> ActorRole:
    """Those who clash, or fire or search in one, the forces of an operation, those who defuse a bomb and
    those who shoot down what others sent take part; all others do it."""
    if draft.family in _TAKING_PART or trigger.attack.category == "clash" or trigger.attack.id == _STOPPED:
        return "participant"
    fought = trigger.attack.id == "shooting" or trigger.attack.family == "operation"
    return "participant" if draft.attack.category == "clash" and fought else "perpetrator"


def acting_in(draft: Draft) -> list[Acting]:
    """Those who the words say acted, each in its role; none who was hit."""
    struck = {spot_of(p) for t in draft.triggers if t.things or t.patients for p in t.agents}
    hit = {
        spot_of(p)
        for f in draft.facts
        for p in f.people
        if spot_of(p) not in struck or any(a.group != "security" for a in f.agents) or not f.agents
    }
    acting: list[Acting] = [(p, role_of_doer(draft, t)) for t in deeds(draft) for p in t.agents]
    acting += [(p, role_by_toll(draft, f)) for f in draft.facts for p in f.agents]
    defending = who_struck_back(draft)
    return [
        (p, "participant" if spot_of(p) in defending else role) for p, role in acting if spot_of(p) not in hit
    ]


def role_by_toll(draft: Draft, fact: Fact) -> ActorRole:
    """Those who in a clash or an operation killed fighters take part; those who killed civilians do it."""
    fought = draft.family in _TAKING_PART or draft.attack.category == "clash"
    return "participant" if fought and all(p.group != "civilian" for p in fact.people) else "perpetrator"


def sides_of(draft: Draft) -> list[People]:
    """The sides of a clash, and those whom state forces fought."""
    sides = [p for t in draft.triggers for p in t.sides if _can_fight(p) or _is_clash(draft, t)]
    defending = who_struck_back(draft)
    doers = [p for t in draft.triggers for p in t.agents] + [p for f in draft.facts for p in f.agents]
    doers = [p for p in doers if spot_of(p) not in defending]
    sides += _sought(draft)
    if draft.family == "operation":
        return [*sides, *_fallen(draft, {"security", "civilian", "unknown", *(p.group for p in sides)})]
    if draft.family != ATTACK or draft.attack.category in _FROM_AFAR:
        return sides
    if draft.attack.category == "clash" or any(p.group == "security" for p in doers):
        return [*sides, *_fallen(draft, {p.group for p in (*sides, *doers)})]
    return sides


def _sought(draft: Draft) -> list[People]:
    """The groups whose men or hideouts a search or a raid was after."""
    raids = [t for t in draft.triggers if t.attack.family == "operation"]
    owners = [thing.owner for t in raids for thing in t.things if thing.owner is not None]
    people = [*(p for t in raids for p in t.patients), *owners]
    return [p for p in people if p.group == "militant" and p.names]


def _fallen(draft: Draft, present: set[CasualtyGroup]) -> list[People]:
    """The sides that only their losses tell of: "18 soldiers and 14 rebels died" is of soldiers and rebels.

    Those of the groups that are `present` already are left out.
    """
    found: dict[object, People] = {}
    for fact in draft.facts:
        if fact.effect in ("killed", "injured"):
            for people in fact.people:
                # of civilians the members of a party, and not mere "Fulani herders"
                called = any(name.layer != "groups" for name in people.names)
                if people.group not in present and (called or people.group != "civilian"):
                    found.setdefault(people.names or people.group, _without_number(people))
    return list(found.values())


def _called(draft: Draft, counted: People) -> Sequence[People]:
    """Those counted, or the "rebels" of "attacked rebels, killing nine", whom the bare number counts."""
    if not counted.bare:
        return (counted,)
    return [p for t in draft.triggers for p in t.patients if p.group == counted.group]


def _without_number(people: People) -> People:
    """ "Soldiers" of "18 soldiers"; "four of its fighters" stay as they are told."""
    after = people.quantity.end
    counted = people.start < after <= people.head and people.quantity.best is not None
    return replace(people, start=after) if counted and not people.definite else people


def _is_clash(draft: Draft, trigger: Trigger) -> bool:
    return "clash" in (draft.attack.category, trigger.attack.category)


def _can_fight(people: People) -> bool:
    """False for the civilians of "hijacked a bus with forty people aboard", who are no side."""
    return bool(people.names) or people.group != "civilian"


def each_side(people: People) -> Sequence[People]:
    """ "Rival groups of the AL and the BNP" are two sides."""
    names = [name for name in people.names if name.layer != "forces"]
    return [replace(people, names=(name,)) for name in names] if len(names) > 1 else (people,)


def rank(draft: Draft, actor: Actor) -> int:
    """The order of actors: who did it, those with a name before those without; then the sides of a clash.

    Of the sides the state's comes first, but where it alone lost lives, or the other side opened fire on it.
    """
    if actor.role == "perpetrator":
        return 0 if actor.kind != "individual" else 1
    if draft.attack.category != "clash":
        return 2 if actor.kind == "armed_group" else 3
    return 2 if actor.kind == _first_side(draft) else 3


def _first_side(draft: Draft) -> ActorKind:
    lost = {p.group for f in draft.facts if f.effect == "killed" for p in f.people}
    began = [{p.group for p in t.agents} for t in draft.triggers if t.form == "verb" and t.sides]
    return "armed_group" if lost == {"security"} or began[:1] == [{"militant"}] else "state_force"

"""Whom and what the words of an event join to it, and which of these it was aimed at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from extractor.pipeline.aims import Spot, Thing
from extractor.pipeline.drafts import ATTACK, Draft
from extractor.pipeline.people import People
from extractor.pipeline.persons import role_of
from extractor.records import Actor, CasualtyGroup

_PERSON, _MILITIA, _ATTACKER = "person", "militia", "attacker"
# What hits a place, and whoever is there; all other attacks are on people or things themselves.
_AT_PLACES = ("bombing", "shelling", "air_strike", "arson", "infrastructure_attack", "chemical_attack")


@dataclass(frozen=True, slots=True)
class Struck:
    """People, a thing or a place that an event hit. `beside`: it only happened near them or in it."""

    what: People | Thing | Spot
    aimed: bool
    beside: bool = False


@dataclass(frozen=True, slots=True)
class _Attackers:
    """The side that attacked, and the ids of its groups and forces that the text names."""

    group: CasualtyGroup
    ids: frozenset[str]


def struck(doc: Doc, draft: Draft, actors: Sequence[Actor]) -> list[Struck]:
    """Those hit, first those that the event word was aimed at, then those who suffered, then what was near.

    The attackers' own dead, and where it
    is said what was aimed at, what merely stood near and "eleven people" are no targets.
    """
    own = _attackers(draft, actors)
    aims = list(_aims(doc, draft, own))
    suffered = list(_suffered(draft, own))
    told = [each for each in suffered if not _is_anyone(each)]
    if draft.aggregate or any(each.aimed for each in (*aims, *suffered)):
        return aims + told
    if told and draft.attack.category not in _AT_PLACES:
        return [*aims, *suffered]
    return [*aims, *suffered, *_near(draft)]


def fired_at(draft: Draft) -> Iterator[Struck]:
    """The state's side of a clash that others began."""
    for trigger in draft.triggers:
        for people in (*trigger.sides, *trigger.agents):
            if people.group == "security":
                yield Struck(people, True)


def _aims(doc: Doc, draft: Draft, own: _Attackers | None) -> Iterator[Struck]:
    suffered = {_last_word(doc, p) for f in draft.facts for p in f.people if p.person_name}
    for trigger in draft.triggers:
        things = (thing for thing in trigger.things if not thing.beside)
        named = (p for p in trigger.aims.names if _has_role(doc, p) or _last_word(doc, p) in suffered)
        patients = (p for p in trigger.patients if not trigger.agents or not _fell(p, trigger.agents, own))
        aims: list[People | Thing | Spot] = [*patients, *things, *trigger.aims.places, *named]
        for each in sorted(aims, key=lambda aim: (aim.sentence, aim.start)):
            yield Struck(each, True)


def _suffered(draft: Draft, own: _Attackers | None) -> Iterator[Struck]:
    for fact in draft.facts:
        for people in fact.people:
            if not _fell(people, fact.agents, own):
                yield Struck(people, bool(fact.agents))
                yield from (Struck(member, bool(fact.agents)) for member in people.members)


def _near(draft: Draft) -> Iterator[Struck]:
    for trigger in draft.triggers:
        yield from (Struck(thing, False, beside=True) for thing in trigger.things if thing.beside)
        yield from (Struck(people, False, beside=True) for people in trigger.aims.bystanders)


def _attackers(draft: Draft, actors: Sequence[Actor]) -> _Attackers | None:
    """The attackers, where others were hit too: their own dead are then not those attacked."""
    if draft.family != ATTACK or draft.attack.category == "clash":
        return None
    doers = {p.group for t in draft.triggers for p in t.agents} | {
        p.group for f in draft.facts for p in f.agents
    }
    group: CasualtyGroup = "security" if "security" in doers and "militant" not in doers else "militant"
    people = [p for f in draft.facts for p in f.people] + [p for t in draft.triggers for p in t.patients]
    if all(p.group == group for p in people) and not any(t.things for t in draft.triggers):
        return None
    return _Attackers(group, frozenset(actor.id for actor in actors if actor.id))


def _fell(people: People, agents: Sequence[People], own: _Attackers | None) -> bool:
    """True for one of the attackers, whom the other side, or nobody that is told of, hit."""
    if own is None or people.group != own.group or people.entry == _MILITIA:
        return False
    if people.entry == _ATTACKER:
        return True
    of_others = people.names and all(name.entry not in own.ids for name in people.names)
    return not of_others and all(agent.group != own.group for agent in agents)


def _is_anyone(each: Struck) -> bool:
    """True for "eleven people", of whom nothing is said but that they suffered."""
    people = each.what
    return (
        isinstance(people, People)
        and not each.aimed
        and people.entry == _PERSON
        and not people.names
        and not people.person_name
    )


def _has_role(doc: Doc, people: People) -> bool:
    return role_of(people, doc._.sentences[people.sentence].lower, doc._.roles) is not None


def _last_word(doc: Doc, people: People) -> str:
    return doc._.sentences[people.sentence].lower[people.end - 1]

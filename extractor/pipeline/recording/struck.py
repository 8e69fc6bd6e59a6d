"""Whom and what the words of an event join to it, and which of these it was aimed at."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from extractor.pipeline.drafting.drafts import ATTACK, Draft
from extractor.pipeline.notes import noted
from extractor.pipeline.people.persons import role_of
from extractor.pipeline.people.phrase import People
from extractor.pipeline.people.sides import OF_GROUPS
from extractor.pipeline.recording.defending import spot_of, who_struck_back
from extractor.pipeline.recording.fighting import deeds
from extractor.pipeline.telling.aimed import ROAD, VILLAGE, Spot, Thing
from extractor.records import Actor, CasualtyGroup

_PERSON, _MILITIA, _ATTACKER = "person", "militia", "attacker"
# What hits a place, and whoever is there; all other attacks are on people or things themselves.
_AT_PLACES = ("bombing", "shelling", "air_strike", "arson", "infrastructure_attack", "chemical_attack")


@dataclass(frozen=True, slots=True)
class Struck:
    """People, a thing or a place that an event hit. `beside`: it only happened near them or in it.

    `listed`: people told in one breath with others of whom more is said ("a policeman and two people").
    """

    what: People | Thing | Spot
    aimed: bool
    beside: bool = False
    listed: bool = False


@dataclass(frozen=True, slots=True)
class _Attackers:
    """The side that attacked, and the ids of its groups and forces that the text names.

    `rivals`: those attacked are of its own kind, as where one armed group attacks another.
    """

    group: CasualtyGroup
    ids: frozenset[str]
    rivals: bool


def struck(doc: Doc, draft: Draft, actors: Sequence[Actor], general: Collection[str]) -> list[Struck]:
    """Those hit, first those that the event word was aimed at, then those who suffered, then what was near.

    The attackers' own dead, and where it is said what was aimed at, what stood near and "eleven people"
    are no targets; nor are of a total "2,300 people" who died by nobody that is told of.
    `general` are words such as "people".
    """
    own = _attackers(draft, actors)
    aims = list(_aims(doc, draft, own))
    suffered = list(_suffered(draft, own))
    told = [each for each in suffered if not _is_anyone(doc, each, general)]
    if draft.aggregate:
        return aims + told or [each for each in suffered if each.aimed]
    if any(each.aimed for each in (*aims, *told)):
        return aims + told or suffered
    if told and draft.attack.category not in _AT_PLACES:
        return [*aims, *suffered]
    near = [each for each in _near(draft) if not (suffered and _is_village(each.what))]
    things = any(isinstance(each.what, Thing) for each in near)
    return [*aims, *(told if things else suffered), *near]


def fired_at(draft: Draft) -> Iterator[Struck]:
    """The state's side of a clash that others began."""
    for trigger in draft.triggers:
        for people in (*trigger.sides, *trigger.agents):
            if people.group == "security":
                yield Struck(people, True)


def _aims(doc: Doc, draft: Draft, own: _Attackers | None) -> Iterator[Struck]:
    suffered = {_last_word(doc, p) for f in draft.facts for p in f.people if p.person_name}
    by_chance = {(p.sentence, p.head) for f in draft.facts if not f.agents for p in f.people}
    for trigger in deeds(draft):
        things = (thing for thing in trigger.things if not thing.beside)
        named = (p for p in trigger.aims.names if _has_role(doc, p) or _last_word(doc, p) in suffered)
        patients = (p for p in trigger.patients if not trigger.agents or not _fell(p, trigger.agents, own))
        patients = (p for p in patients if not _is_held_to_have_done_it(p, draft))
        if (
            trigger.form == "noun" and not trigger.agents
        ):  # "the blast outside an office killed a man", who only suffered by it
            patients = (p for p in patients if (p.sentence, p.head) not in by_chance)
        aims: list[People | Thing | Spot] = [*patients, *things, *trigger.aims.places, *named]
        for each in sorted(aims, key=lambda aim: (aim.sentence, aim.start)):
            yield Struck(each, True)


def _suffered(draft: Draft, own: _Attackers | None) -> Iterator[Struck]:
    for fact in draft.facts:
        for people in fact.people:
            if not _fell(people, fact.agents, own):
                by_them = bool(fact.agents) and draft.attack.category not in _AT_PLACES
                chosen = by_them or fact.effect == "abducted"
                listed = any(p.entry not in (None, _PERSON) for p in fact.people if p is not people)
                yield Struck(people, chosen, listed=listed)
                members = (_side_of(people, m) for m in people.members if m.entry != _ATTACKER)
                yield from (Struck(member, chosen) for member in members)


def _is_held_to_have_done_it(people: People, draft: Draft) -> bool:
    """True of the rebels of "the attack on the church was blamed on the rebels"."""
    held = {claim.name.start for claim in draft.claims if claim.attribution != "denied"}
    return any(name.start in held for name in people.names)


def _is_village(what: People | Thing | Spot) -> bool:
    """True for the village of "three persons were killed at a village", which is only where they were."""
    return isinstance(what, Thing) and what.mention.entry == VILLAGE


def _side_of(whole: People, member: People) -> People:
    """A "leader" among six rebels is one of them."""
    same = whole.group == "militant" and member.entry in OF_GROUPS
    return replace(member, group=whole.group) if same else member


def _near(draft: Draft) -> Iterator[Struck]:
    for trigger in deeds(draft):
        things = (t for t in trigger.things if t.beside and t.mention.entry != ROAD)
        yield from (Struck(thing, False, beside=True) for thing in things)
        yield from (Struck(people, False, beside=True) for people in trigger.aims.bystanders)


def _attackers(draft: Draft, actors: Sequence[Actor]) -> _Attackers | None:
    """The attackers, where others were hit too: their own dead are then not those attacked."""
    if draft.family != ATTACK or draft.attack.category == "clash":
        return None
    defending = who_struck_back(draft)
    acting = [p for t in draft.triggers for p in t.agents] + [p for f in draft.facts for p in f.agents]
    doers = {p.group for p in acting if spot_of(p) not in defending}
    group: CasualtyGroup = "security" if "security" in doers and "militant" not in doers else "militant"
    people = [p for f in draft.facts for p in f.people] + [p for t in draft.triggers for p in t.patients]
    if all(p.group == group for p in people) and not any(t.things for t in draft.triggers):
        return None
    against = {p.group for p in people} & {"security", "militant"} - {group}
    return _Attackers(group, frozenset(actor.id for actor in actors if actor.id), not against)


def _fell(people: People, agents: Sequence[People], own: _Attackers | None) -> bool:
    """True for one of the attackers, whom the other side, or nobody that is told of, hit."""
    if own is None or people.group != own.group or people.entry == _MILITIA:
        return False
    if people.entry == _ATTACKER:
        return True
    of_others = people.names and all(name.entry not in own.ids for name in people.names)
    return not (of_others and own.rivals) and all(agent.group != own.group for agent in agents)


def _is_anyone(doc: Doc, each: Struck, general: Collection[str]) -> bool:
    """True for "eleven people", of whom nothing is said but that they suffered.

    Of those whom somebody killed only words such as "people" (`general`) say nothing else.
    """
    people = each.what
    if each.listed and not (isinstance(people, People) and people.bare):
        return False
    if not isinstance(people, People) or people.names or people.person_name:
        return False
    if people.bare:
        return True  # "five others"
    if people.entry != _PERSON:
        return False
    if each.aimed and people.members:
        return False  # "killed two people, including a policeman": the other was one of the people
    return not each.aimed or _last_word(doc, people) in general


def _has_role(doc: Doc, people: People) -> bool:
    return role_of(people, noted(doc).sentences[people.sentence].lower, noted(doc).roles) is not None


def _last_word(doc: Doc, people: People) -> str:
    return noted(doc).sentences[people.sentence].lower[people.end - 1]

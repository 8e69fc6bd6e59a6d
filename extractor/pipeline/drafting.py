"""From the words of one sentence to drafts of the events it tells of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Doc

from extractor.lexicon.entries import AttackType
from extractor.lexicon.lexicon import Lexicon
from extractor.pipeline.drafts import ATTACK, Draft
from extractor.pipeline.facts import Fact
from extractor.pipeline.numbers import NumberWords, Quantity
from extractor.pipeline.people import People
from extractor.pipeline.reading import Reading
from extractor.pipeline.status import REFERRED, StatusReader, status_of
from extractor.pipeline.triggers import Trigger
from extractor.records import Status

_EFFECT_TYPE = {"arrested": "arrest", "abducted": "kidnapping", "surrendered": "surrender"}
_MANY = 3


class Drafter:
    """Groups a sentence's triggers and facts into drafts."""

    def __init__(self, lexicon: Lexicon, numbers: NumberWords, status: StatusReader) -> None:
        self._lexicon = lexicon
        self._numbers = numbers
        self._status = status

    def draft(self, doc: Doc, reading: Reading, triggers: list[Trigger], facts: list[Fact]) -> list[Draft]:
        """The drafts of the sentence, in order of their first word."""
        series = self._cue_spans(reading, "series")
        if any(True for _ in series):
            facts = [f for f in facts if f.people]
            triggers = []
        found: dict[tuple[str, Status, bool], Draft] = {}
        weapons_alone = self._only_weapons(reading, triggers, facts)
        for trigger in triggers:
            if trigger in weapons_alone:
                continue
            start = trigger.start - reading.sentence.start
            group = self._status.group(reading, trigger.head, start)
            trigger = self._by_actor(trigger)
            status = self._trigger_status(trigger, group)
            if status is None:
                continue
            self._add(found, reading, trigger.attack, trigger.start, trigger.end, status, group == REFERRED).triggers.append(trigger)
        for fact in facts:
            attack = self._type_of(fact)
            group = self._status.group(reading, fact.trigger, fact.start - reading.sentence.start)
            if group == "negated":
                status: Status | None = "occurred"
                fact = _nobody(fact)
            else:
                status = status_of(group if group != REFERRED else None)
            if status is None:
                continue
            key = self._host(found, attack.family, status, group == REFERRED)
            draft = found.get(key) or self._add(found, reading, attack, fact.start, fact.end, status, group == REFERRED)
            if fact.event and self._lexicon.attack_types[fact.event].rank > draft.attack.rank:
                draft.attack = self._lexicon.attack_types[fact.event]
            draft.facts.append(fact)
            draft.start, draft.end = min((draft.start, draft.end), (fact.start, fact.end))
        drafts = sorted(found.values(), key=lambda d: d.start)
        for draft in drafts:
            draft.count = self._count(reading, draft)
            draft.new = self._is_new(reading, draft)
        return [d for d in drafts if d.triggers or d.facts]

    def _add(self, found: dict, reading: Reading, attack: AttackType, start: int, end: int, status: Status, referred: bool) -> Draft:
        key = (attack.family, status, referred)
        draft = found.get(key)
        if draft is None:
            draft = found[key] = Draft(key[0], attack, start, end, reading.sentence.index, sentences=[reading.sentence.index],
                                       status=status, background=referred)
        elif attack.rank > draft.attack.rank:
            draft.attack = attack
        return draft

    def _host(self, found: dict, family: str, status: Status, referred: bool) -> tuple[str, Status, bool]:
        """The draft of the sentence that a toll belongs to: its own kind, first of the same status."""
        for key in ((family, status, referred), (family, "attempted", referred), (family, "foiled", referred)):
            if key in found:
                return key  # type: ignore[return-value]
        return family, status, referred

    def _by_actor(self, trigger: Trigger) -> Trigger:
        """The trigger with the type that its words have when state forces, or when others, do it."""
        attack = trigger.attack
        if attack.by_state is None and attack.by_group is None:
            return trigger
        kinds = {self._kind(p) for p in trigger.agents} - {None}
        other = attack.by_state if kinds == {"state"} else attack.by_group if kinds == {"group"} else None
        return replace(trigger, attack=self._lexicon.attack_types[other]) if other else trigger

    def _kind(self, people: People) -> str | None:
        for name in people.names:
            return {"forces": "state", "groups": "group"}.get(name.layer)
        kind = self._lexicon.targets[people.entry].actor_kind if people.entry else None
        return None if kind is None else "state" if kind == "state_force" else "group"

    def _trigger_status(self, trigger: Trigger, group: str | None) -> Status | None:
        if group == REFERRED or group is None:
            return trigger.attack.status or "occurred"
        return status_of(group)

    def _type_of(self, fact: Fact) -> AttackType:
        name = fact.event or _EFFECT_TYPE.get(fact.effect) or "killing"
        if fact.effect == "injured" and fact.event is None:
            name = "attack"
        return self._lexicon.attack_types[name]

    def _only_weapons(self, reading: Reading, triggers: list[Trigger], facts: list[Fact]) -> list[Trigger]:
        """Weapon words that stand for no event: what was seized, carried or found."""
        first = reading.sentence.start
        harm = any(f.effect in ("killed", "injured") for f in facts)
        weapons = [t for t in triggers if t.form == "noun" and (t.start - first) in reading.weapons]
        others = [t for t in triggers if t not in weapons and t.attack.family == ATTACK]
        if others or (harm and not any(t.attack.family == "seizure" for t in triggers)):
            return [t for t in weapons if self._is_seized(reading, t, triggers)]
        return weapons

    def _is_seized(self, reading: Reading, weapon: Trigger, triggers: list[Trigger]) -> bool:
        return any(t.attack.family == "seizure" and t.start < weapon.start and t.attack.needs for t in triggers)

    def _cue_spans(self, reading: Reading, group: str) -> Iterable[int]:
        return [m.start for m in reading.cues if m.layer == "discourse" and self._lexicon.discourse[m.entry].group == group]

    def _is_new(self, reading: Reading, draft: Draft) -> bool:
        """True where the sentence says that this is another event than the one told before."""
        starts = self._cue_spans(reading, "new_event")
        return any(s <= draft.start and s - reading.sentence.start <= 6 for s in starts)

    def _count(self, reading: Reading, draft: Draft) -> Quantity | None:
        """The number of events that a plural event word carries: "117 attacks"."""
        for trigger in draft.triggers:
            if not trigger.plural or trigger.form != "noun":
                continue
            left = reading.left_edge(trigger.head)
            stop = trigger.start - reading.sentence.start
            found = self._numbers.read(reading.lower, left, max(stop, left), floor=max(0, left - 4))
            if found is not None and found.start not in reading.dates:
                return found
        return None


def _nobody(fact: Fact) -> Fact:
    """The fact with nobody in it: "no one was hurt"."""
    zero = Quantity(fact.trigger, fact.trigger + 1, 0, 0, 0)
    return Fact(fact.effect, (), fact.start, fact.end, fact.rule, fact.event, fact.sentence, fact.trigger, (), False, zero)


def group_by_sentence(hits: Iterable, doc: Doc) -> dict[int, list]:
    """Hits by the number of the sentence they start in."""
    by_position = [s.index for s in doc._.sentences for _ in range(len(s))]
    grouped: dict[int, list] = defaultdict(list)
    for hit in hits:
        grouped[by_position[hit.start]].append(hit)
    return grouped

"""From the words of one sentence to drafts of the events it tells of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Doc

from extractor.lexicon.entries import AttackType, Effect, Family
from extractor.lexicon.lexicon import Lexicon
from extractor.pipeline.drafting.drafts import ATTACK, BY_LAW, Draft
from extractor.pipeline.drafting.idle import idle, is_general
from extractor.pipeline.drafting.pursuits import is_only_named, is_only_sought
from extractor.pipeline.drafting.sequels import earlier_from, judged_from, part_at
from extractor.pipeline.drafting.status import (
    ACCIDENT,
    REFERRED,
    StatusReader,
    is_cause,
    is_dated_memory,
    is_recalled,
    marks_place,
    status_of,
)
from extractor.pipeline.lookup import within
from extractor.pipeline.people.numbers import NumberWords, Quantity
from extractor.pipeline.people.people import People
from extractor.pipeline.people.reading import Reading
from extractor.pipeline.telling.counting import EventCounter
from extractor.pipeline.telling.facts import Fact
from extractor.pipeline.telling.finds import FindReader
from extractor.pipeline.telling.triggers import Trigger, TriggerReader
from extractor.records import Status

_EFFECT_TYPE = {
    "arrested": "arrest",
    "abducted": "kidnapping",
    "surrendered": "surrender",
    "injured": "attack",
}
# What prevents an event has itself taken place: "averted a disaster by defusing a mine".
_PREVENTING = ("defusal", "seizure", "arrest", "surrender")
_PART = 1000
# So many words must stand before "the following day" for it to begin another event.
_CLAUSE = 5
# Words that hang on a word of their own phrase.
_INSIDE_A_PHRASE = ("prep", "pobj", "dobj", "agent")
_Key = tuple[Family, Status, bool, int]


class Drafter:
    """Groups a sentence's triggers and facts into drafts."""

    def __init__(
        self, lexicon: Lexicon, numbers: NumberWords, status: StatusReader, triggers: TriggerReader
    ) -> None:
        self._triggers = triggers
        self._lexicon = lexicon
        self._counter = EventCounter(lexicon, numbers)
        self._status = status
        self._finds = FindReader(lexicon)

    def draft(self, doc: Doc, reading: Reading, triggers: list[Trigger], facts: list[Fact]) -> list[Draft]:
        """The drafts of the sentence, in order of their first word."""
        if self._cue_spans(reading, "series"):
            facts = [f for f in facts if f.people]
            triggers = []
        facts = [f for f in facts if not is_general(doc, reading, f.trigger)]
        triggers = self._finds.settle(reading, triggers)
        triggers += self._finds.held_with(reading, facts)
        found: dict[_Key, Draft] = {}
        nouns = {t.head for t in triggers if t.form == "noun"}
        earlier = earlier_from(reading, self._lexicon.words, nouns)
        judged = judged_from(
            reading, self._lexicon.words, [t.head for t in triggers] + [f.trigger for f in facts]
        )
        parts = [position for position in (earlier, judged) if position is not None]
        breaks = sorted([*self._breaks(doc, reading), *parts])
        no_events = idle(doc, reading, triggers, facts, self._counter)
        lawful = _heads_by_law(triggers, facts)
        attacks = {t.head for t in triggers if t.attack.family == ATTACK}
        told = attacks | {f.trigger for f in facts}
        scenes = self._lexicon.words["scene_nouns"]
        harm = attacks | {f.trigger for f in facts if f.effect in ("killed", "injured")}
        for trigger in triggers:
            if trigger in no_events:
                continue
            passage = self._passage(reading, trigger.start, breaks, trigger)
            start = trigger.start - reading.sentence.start
            group = self._status.group(reading, trigger.head, start)
            if (
                group is None
                and trigger.attack.family == ATTACK
                and (
                    is_recalled(reading, trigger.head, lawful, attacks)
                    or is_dated_memory(reading, trigger.head, told)
                    or marks_place(reading, trigger.head, told, scenes)
                )
            ):
                group = REFERRED
            if group == REFERRED and (is_cause(reading, trigger.head, harm) or _is_from(start, earlier)):
                group = None
            if group is None and _is_from(start, judged):
                group = REFERRED
            if group == ACCIDENT:
                return []
            trigger = self._finds.looted(reading, self._by_actor(trigger, bool(lawful)))
            happened = self._trigger_status(trigger, group)
            if happened is None:
                continue
            key: _Key = (trigger.attack.family, happened, group == REFERRED, passage)
            self._add(found, reading, trigger.attack, trigger.start, trigger.end, key).triggers.append(
                trigger
            )
        for fact in facts:
            if is_only_sought(reading, fact.trigger, fact.effect, self._lexicon.words["seeking"]):
                continue
            attack = self._type_of(fact)
            group = self._status.group(reading, fact.trigger, fact.start - reading.sentence.start)
            if (
                group is None
                and attack.family == ATTACK
                and (
                    is_recalled(reading, fact.trigger, lawful, attacks)
                    or is_dated_memory(reading, fact.trigger, told)
                    or marks_place(reading, fact.trigger, told, scenes)
                )
            ):
                group = REFERRED
            if group == REFERRED and _is_from(fact.start - reading.sentence.start, earlier):
                group = None
            if group is None and _is_from(fact.start - reading.sentence.start, judged):
                group = REFERRED
            if group is None and is_only_named(reading, fact.trigger, fact.effect):
                group = REFERRED
            if group == "negated" and fact.effect in ("arrested", "surrendered"):
                continue  # "nobody was arrested" tells of no event
            if group == "negated":
                status: Status | None = "occurred"
                fact = _nobody(fact)
            else:
                status = (
                    None if _is_demand(attack, group) else status_of(group if group != REFERRED else None)
                )
            if status is None:
                if group == ACCIDENT:  # that befell them "during a patrol operation"
                    found = {k: d for k, d in found.items() if d.family != "operation"}
                continue
            passage = self._passage(reading, fact.start, breaks, None)
            if passage == 0:
                passage = max(
                    (k[3] for k, d in found.items() if k[3] >= _PART and d.start < fact.start), default=0
                )
            key = self._host(found, (attack.family, status, group == REFERRED, passage))
            draft = found.get(key) or self._add(found, reading, attack, fact.start, fact.end, key)
            if fact.event and self._lexicon.attack_types[fact.event].rank > draft.attack.rank:
                draft.attack = self._lexicon.attack_types[fact.event]
            draft.facts.append(fact)
            draft.start, draft.end = min((draft.start, draft.end), (fact.start, fact.end))
        drafts = sorted(
            (d for draft in found.values() for d in self._by_place(doc, reading, draft)),
            key=lambda d: d.start,
        )
        for draft in drafts:
            draft.own_start = max((b for b in breaks if b <= draft.start - reading.sentence.start), default=0)
            draft.judged = _is_from(draft.start - reading.sentence.start, judged)
            draft.own_start += reading.sentence.start
            if draft.family == ATTACK and not any(t.things for t in draft.triggers):
                draft.nearby = list(self._triggers.things_in(reading, draft.start - reading.sentence.start))
            if draft.place is None:
                draft.count = None if self._shares(doc, reading) else self._count(reading, draft)
                draft.new = draft.new or self._is_new(reading, draft)
        full = [d for d in drafts if d.triggers or d.facts]
        if earlier is not None:
            part_at(full, reading.sentence.start + earlier)
        _join_parts(full)
        return full

    def _by_place(self, doc: Doc, reading: Reading, draft: Draft) -> list[Draft]:
        """ "Three attacks in Khyber, Lakki Marwat and Shangla respectively": one draft a place."""
        places = [
            p
            for p in within(doc._.places, reading.sentence.start, reading.sentence.end)
            if p.role == "location"
        ]
        if len(places) < 2 or self._lexicon.words["respectively"].isdisjoint(reading.lower) or draft.facts:
            return [draft]
        counts = [count for t in draft.triggers if (count := self._counter.count(reading, t)) is not None]
        if not counts or counts[0].best != len(places):
            return [draft]
        return [
            replace(
                draft,
                place=p,
                start=draft.start,
                end=draft.end,
                triggers=list(draft.triggers),
                facts=[],
                claims=[],
                sentences=list(draft.sentences),
                nearby=[],
                silent_toll=[],
                new=True,
                part=True,
            )
            for p in places
        ]

    def _add(
        self, found: dict, reading: Reading, attack: AttackType, start: int, end: int, key: _Key
    ) -> Draft:
        draft = found.get(key)
        if draft is None:
            draft = found[key] = Draft(
                key[0],
                attack,
                start,
                end,
                reading.sentence.index,
                sentences=[reading.sentence.index],
                status=key[1],
                background=key[2],
                referred=key[2],
                new=key[3] > 0,
                part=key[3] >= _PART,
            )
        elif attack.rank > draft.attack.rank:
            draft.attack = attack
        return draft

    def _host(self, found: dict, key: _Key) -> _Key:
        """The draft of the sentence that a toll belongs to: its own kind, first of the same status."""
        family, status, referred, passage = key
        others: tuple[Status, ...] = (status, "attempted", "foiled")
        return next((k for s in others if (k := (family, s, referred, passage)) in found), key)

    def _breaks(self, doc: Doc, reading: Reading) -> list[int]:
        """Where the sentence goes on to another event: at "the following day" and the like."""
        first, last = reading.sentence.start, reading.sentence.end
        return [
            d.start - first
            for d in within(doc._.dates, first + _CLAUSE, last)
            if d.kind == "chain" and d.chain_days
        ]

    def _passage(self, reading: Reading, start: int, breaks: list[int], trigger: Trigger | None) -> int:
        """0 for the sentence's first event, n after the n-th break, and _PART and more for an event told
        as part of a number of events ("8 attacks, including a suicide attack")."""
        position = start - reading.sentence.start
        if trigger is not None and trigger.form == "noun" and not trigger.plural:
            first = reading.sentence.start
            parts = [
                m.end - first
                for m in reading.cues
                if m.layer == "discourse"
                and self._lexicon.discourse[m.entry].group == "parts"
                and reading.lower[m.start - first].startswith("includ")
            ]
            left = min(reading.left_edge(trigger.head), position)
            if any(0 <= left - p <= 1 for p in parts):
                return _PART + position
        return sum(1 for b in breaks if b <= position)

    def _by_actor(self, trigger: Trigger, lawful: bool) -> Trigger:
        """The trigger with the type that its words have when state forces, or when others, do it.

        `lawful`: the sentence tells of arrests or finds; what nobody is said to have done there is the
        state's doing.
        """
        attack = trigger.attack
        if attack.by_state is None and attack.by_group is None:
            return trigger
        kinds = {self._kind(p) for p in trigger.agents} - {None}
        if lawful and not kinds and trigger.form == "noun":
            kinds = {"state"}
        other = attack.by_state if kinds == {"state"} else attack.by_group if kinds == {"group"} else None
        return replace(trigger, attack=self._lexicon.attack_types[other]) if other else trigger

    def _kind(self, people: People) -> str | None:
        for name in people.names:
            return {"forces": "state", "groups": "group"}.get(name.layer)
        kind = self._lexicon.targets[people.entry].actor_kind if people.entry else None
        return None if kind is None else "state" if kind == "state_force" else "group"

    def _trigger_status(self, trigger: Trigger, group: str | None) -> Status | None:
        if group == REFERRED or group is None or (group == "foiled" and trigger.attack.family in _PREVENTING):
            return trigger.attack.status or "occurred"
        return None if _is_demand(trigger.attack, group) else status_of(group)

    def _type_of(self, fact: Fact) -> AttackType:
        return implied_type(self._lexicon, fact.effect, fact.event)

    def _cue_spans(self, reading: Reading, group: str) -> list[int]:
        return [
            m.start
            for m in reading.cues
            if m.layer == "discourse" and self._lexicon.discourse[m.entry].group == group
        ]

    def _shares(self, doc: Doc, reading: Reading) -> bool:
        """ "22 were killed across the four attacks", where the event told before is one of the four."""
        return bool(self._cue_spans(reading, "shared")) and any(
            m.layer == "discourse" and self._lexicon.discourse[m.entry].group == "series" for m in doc._.names
        )

    def _is_new(self, reading: Reading, draft: Draft) -> bool:
        """True where the sentence says that this is another event than the one told before."""
        starts = self._cue_spans(reading, "new_event")
        if any(s <= draft.start and s - reading.sentence.start <= 6 for s in starts):
            return True
        heads = {f.trigger for f in draft.facts} | {t.head for t in draft.triggers}
        return any(self._is_elsewhere(reading, s - reading.sentence.start, heads) for s in starts)

    def _is_elsewhere(self, reading: Reading, at: int, heads: set[int]) -> bool:
        """True for "in" at position `at` of "two soldiers were wounded in a separate attack", where what
        the sentence tells first, one of `heads`, was in that attack."""
        verb = reading.heads[at]
        while reading.deps[verb] in _INSIDE_A_PHRASE:
            verb = reading.heads[verb]
        if reading.lower[at] != "in" or reading.deps[verb] not in ("ROOT", "ccomp") or verb not in heads:
            return False
        nouns = [c for c in reading.children[at] if reading.deps[c] == "pobj"]
        return any(i in heads or reading.lower[i] in self._lexicon.words["happening"] for i in nouns)

    def _count(self, reading: Reading, draft: Draft) -> Quantity | None:
        """The number of events that a plural event word carries: "117 attacks"; its type is the draft's."""
        for trigger in draft.triggers:
            found = self._counter.count(reading, trigger)
            if found is not None:
                if found.best is None or found.best > 1:
                    draft.attack = trigger.attack
                return found
        return None


def _is_demand(attack: AttackType, group: str | None) -> bool:
    """True for "called for the arrest of": a demand is no threat."""
    return group == "threatened" and attack.family in BY_LAW


def _is_from(position: int, start: int | None) -> bool:
    return start is not None and position >= start


def implied_type(lexicon: Lexicon, effect: Effect, event: str | None) -> AttackType:
    """The type of event that a toll tells of by itself; `event` is the one that its words name."""
    return lexicon.attack_types[event or _EFFECT_TYPE.get(effect, "killing")]


def _heads_by_law(triggers: Iterable[Trigger], facts: Iterable[Fact]) -> set[int]:
    """The words of the sentence that tell of arrests, surrenders and finds."""
    return {f.trigger for f in facts if f.effect in ("arrested", "surrendered")} | {
        t.head for t in triggers if t.attack.family == "seizure"
    }


def _join_parts(drafts: list[Draft]) -> None:
    """ "The TTP mounted 14 assaults, including a suicide attack in Daraban": who did all did the one.

    What is told from the one on is not of all.
    """
    for whole in drafts:
        parts = [d for d in drafts if d.part and d.start > whole.start and d.family == whole.family]
        if whole.part or whole.count is None or not parts:
            continue
        whole.own_end = min(d.start for d in parts)
        doers = tuple(p for t in whole.triggers for p in t.agents)
        for part in parts:
            if not any(t.agents for t in part.triggers):
                part.triggers = [replace(t, agents=doers) for t in part.triggers]


def _nobody(fact: Fact) -> Fact:
    """The fact with nobody in it: "no one was hurt"."""
    zero = Quantity(fact.trigger, fact.trigger + 1, 0, 0, 0)
    return Fact(
        fact.effect,
        (),
        fact.start,
        fact.end,
        fact.rule,
        fact.event,
        fact.sentence,
        fact.trigger,
        (),
        False,
        zero,
    )


def group_by_sentence(hits: Iterable, doc: Doc) -> dict[int, list]:
    """Hits by the number of the sentence they start in."""
    by_position = doc._.sentence_of
    grouped: dict[int, list] = defaultdict(list)
    for hit in hits:
        grouped[by_position[hit.start]].append(hit)
    return grouped

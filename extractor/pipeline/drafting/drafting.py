"""From the words of one sentence to drafts of the events it tells of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from extractor.lexicon.entries import AttackType, Effect, Family
from extractor.lexicon.lexicon import Lexicon
from extractor.pipeline.drafting.drafts import ATTACK, BESIDE, BY_LAW, Draft
from extractor.pipeline.drafting.idle import idle
from extractor.pipeline.drafting.lasting import Lasting
from extractor.pipeline.drafting.pursuits import is_only_sought
from extractor.pipeline.drafting.sequels import part_at
from extractor.pipeline.drafting.several import PART, breaks, by_place, end_at_breaks, join_parts, passage
from extractor.pipeline.drafting.shares import ShareReader
from extractor.pipeline.drafting.standing import Standing
from extractor.pipeline.drafting.status import ACCIDENT, REFERRED, StatusReader, status_of
from extractor.pipeline.drafting.whose import count_those_hit
from extractor.pipeline.notes import noted
from extractor.pipeline.people.numbers import NumberWords, Quantity
from extractor.pipeline.people.people import PeopleReader
from extractor.pipeline.people.phrase import People
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
# Words that hang on a word of their own phrase.
_INSIDE_A_PHRASE = ("prep", "pobj", "dobj", "agent")
_Key = tuple[Family, Status, bool, int]


class Drafter:
    """Groups a sentence's triggers and facts into drafts."""

    def __init__(
        self,
        lexicon: Lexicon,
        numbers: NumberWords,
        people: PeopleReader,
        status: StatusReader,
        triggers: TriggerReader,
    ) -> None:
        self._triggers = triggers
        self._shares = ShareReader(lexicon, people)
        self._lexicon = lexicon
        self._counter = EventCounter(lexicon, numbers)
        self._status = status
        self._finds = FindReader(lexicon)

    def draft(self, doc: Doc, reading: Reading, triggers: list[Trigger], facts: list[Fact]) -> list[Draft]:
        """The drafts of the sentence, in order of their first word."""
        if self._cue_spans(reading, "series"):
            facts = [f for f in facts if f.people]
            triggers = []
        lasting = Lasting(doc, self._lexicon, reading)
        facts = [f for f in facts if not lasting.holds_toll(f)]
        triggers = self._finds.settle(reading, triggers)
        triggers += self._finds.held_with(reading, facts)
        no_events = idle(self._lexicon, reading, lasting, triggers, facts, self._counter)
        standing = Standing(self._status, self._lexicon.words, reading, triggers, facts)
        parts = [standing.judged] if standing.judged is not None else []
        if standing.earlier is not None:
            parts += (standing.earlier.start, standing.earlier.stop)
        heads = {t.head for t in triggers} | {f.trigger for f in facts}
        anew = breaks(doc, self._lexicon, reading, heads)
        goes_on = sorted([*anew, *parts])
        found: dict[_Key, Draft] = {}
        told = [(trigger, standing.of_trigger(trigger)) for trigger in triggers if trigger not in no_events]
        violent = [(trigger, group) for trigger, group in told if group != ACCIDENT]
        if told and not violent:
            return []
        for trigger, group in violent:
            self._take_trigger(found, reading, trigger, group, goes_on, bool(standing.by_law))
        for fact in facts:
            if not is_only_sought(reading, fact.trigger, fact.effect, self._lexicon.words["seeking"]):
                attack = implied_type(self._lexicon, fact.effect, fact.event)
                self._take_fact(found, reading, fact, attack, standing.of_fact(fact, attack), goes_on)
        drafts = [
            part
            for whole in found.values()
            for draft in by_place(doc, self._lexicon, self._counter, reading, whole)
            for part in self._shares.parted(doc, reading, draft)
        ]
        drafts.sort(key=lambda d: d.start)
        for draft in drafts:
            self._settle(doc, reading, draft, goes_on, standing)
        full = [d for d in drafts if d.triggers or d.facts]
        end_at_breaks(full, [reading.sentence.start + at for at in anew])
        if standing.earlier is not None:
            part_at(full, reading.sentence.start, standing.earlier)
        join_parts(full)
        return full

    def _take_trigger(
        self,
        found: dict[_Key, Draft],
        reading: Reading,
        trigger: Trigger,
        group: str | None,
        goes_on: Sequence[int],
        lawful: bool,
    ) -> None:
        """Add an event word to the draft that it belongs to."""
        number = passage(self._lexicon, reading, trigger.start, goes_on, trigger)
        trigger = self._finds.looted(reading, self._by_actor(trigger, lawful))
        happened = _trigger_status(trigger, group)
        if happened is None:
            return
        key: _Key = (trigger.attack.family, happened, group == REFERRED, number)
        draft = self._add(found, reading, trigger.attack, trigger.start, trigger.end, key)
        draft.triggers.append(trigger)

    def _take_fact(
        self,
        found: dict[_Key, Draft],
        reading: Reading,
        fact: Fact,
        attack: AttackType,
        group: str | None,
        goes_on: Sequence[int],
    ) -> None:
        """Add a toll to the draft that it belongs to."""
        if group == ACCIDENT:  # that befell them "during a patrol operation"
            for key in [k for k, d in found.items() if d.family == "operation"]:
                del found[key]
        if group == "negated" and fact.effect in ("arrested", "surrendered"):
            return  # "nobody was arrested" tells of no event
        status = _fact_status(attack, group)
        if status is None:
            return
        if group == "negated":
            fact = _nobody(fact)
        elif status == "attempted":
            fact = replace(fact, failed=True)
        number = passage(self._lexicon, reading, fact.start, goes_on, None)
        if number == 0:
            before = (k[3] for k, d in found.items() if k[3] >= PART and d.start < fact.start)
            number = max(before, default=0)
        key = self._host(found, (attack.family, status, group == REFERRED, number))
        draft = found.get(key) or self._add(found, reading, attack, fact.start, fact.end, key)
        if fact.event and self._lexicon.attack_types[fact.event].rank > draft.attack.rank:
            draft.attack = self._lexicon.attack_types[fact.event]
        draft.facts.append(fact)
        draft.start, draft.end = min((draft.start, draft.end), (fact.start, fact.end))

    def _settle(
        self, doc: Doc, reading: Reading, draft: Draft, goes_on: Sequence[int], standing: Standing
    ) -> None:
        """What can be said of a draft once all of it is known."""
        position = draft.start - reading.sentence.start
        draft.attack = self._killing_beside(reading, draft) or draft.attack
        count_those_hit(reading, self._lexicon.words["posts"], draft)
        begun = reading.sentence.start + max((b for b in goes_on if b <= position), default=0)
        draft.own_start = max(draft.own_start, begun)
        draft.judged = standing.is_judged(position)
        draft.own_end = standing.end(doc, position, draft.referred) or draft.own_end
        if draft.family == ATTACK and not any(t.things for t in draft.triggers):
            draft.nearby = list(self._triggers.things_in(reading, position))
        if draft.place is None:
            draft.count = None if self._is_shared(doc, reading) else self._count(reading, draft)
            draft.new = draft.new or self._is_new(reading, draft)

    def _killing_beside(self, reading: Reading, draft: Draft) -> AttackType | None:
        """Of "killed six villagers and burned their houses" the killing; "torched a bus, killing six" is told
        by what they died of."""
        if draft.attack.id not in BESIDE:
            return None
        killed = [f for f in draft.facts if f.effect == "killed" and f.people]
        burned = [t.head for t in draft.triggers if t.attack.id in BESIDE]
        if not any(_are_joined(reading, f.trigger, head) for f in killed for head in burned):
            return None
        types = [t.attack for t in draft.triggers if t.attack.id not in BESIDE]
        types += [implied_type(self._lexicon, f.effect, f.event) for f in killed]
        return max(types, key=lambda attack: attack.rank)

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
                part=key[3] >= PART,
            )
        elif attack.rank > draft.attack.rank:
            draft.attack = attack
        return draft

    def _host(self, found: dict, key: _Key) -> _Key:
        """The draft of the sentence that a toll belongs to: its own kind, first of the same status."""
        family, status, referred, passage = key
        others: tuple[Status, ...] = (status, "attempted", "foiled")
        return next((k for s in others if (k := (family, s, referred, passage)) in found), key)

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

    def _cue_spans(self, reading: Reading, group: str) -> list[int]:
        return [
            m.start
            for m in reading.cues
            if m.layer == "discourse" and self._lexicon.discourse[m.entry].group == group
        ]

    def _is_shared(self, doc: Doc, reading: Reading) -> bool:
        """ "22 were killed across the four attacks", where the event told before is one of the four."""
        return bool(self._cue_spans(reading, "shared")) and any(
            m.layer == "discourse" and self._lexicon.discourse[m.entry].group == "series"
            for m in noted(doc).names
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


def _are_joined(reading: Reading, one: int, other: int) -> bool:
    """True for two verbs that stand side by side: "killed ... and burned", "killed ..., burning"."""
    if not (reading.is_verb(one) and reading.is_verb(other)):
        return False
    if reading.deps[other] == "advcl" and reading.heads[other] == one and reading.tags[other] == "VBG":
        return True
    first, second = sorted((one, other))
    return reading.deps[second] == "conj" and reading.heads[second] == first


def _trigger_status(trigger: Trigger, group: str | None) -> Status | None:
    if group == REFERRED or group is None or (group == "foiled" and trigger.attack.family in _PREVENTING):
        return trigger.attack.status or "occurred"
    return None if _is_demand(trigger.attack, group) else status_of(group)


def _fact_status(attack: AttackType, group: str | None) -> Status | None:
    if group == "negated":
        return "occurred"  # that nobody was hurt
    return None if _is_demand(attack, group) else status_of(group if group != REFERRED else None)


def _is_demand(attack: AttackType, group: str | None) -> bool:
    """True for "called for the arrest of": a demand is no threat."""
    return group == "threatened" and attack.family in BY_LAW


def implied_type(lexicon: Lexicon, effect: Effect, event: str | None) -> AttackType:
    """The type of event that a toll tells of by itself; `event` is the one that its words name."""
    return lexicon.attack_types[event or _EFFECT_TYPE.get(effect, "killing")]


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
    by_position = noted(doc).sentence_of
    grouped: dict[int, list] = defaultdict(list)
    for hit in hits:
        grouped[by_position[hit.start]].append(hit)
    return grouped

"""How a sentence puts its events: as the news, as what it only recalls, or as what was before the news."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from spacy.tokens import Doc

from extractor.lexicon.entries import AttackType
from extractor.pipeline.drafting.drafts import ATTACK
from extractor.pipeline.drafting.memory import (
    is_cause,
    is_dated_memory,
    is_done_before,
    is_known_deed,
    is_recalled,
    marks_place,
)
from extractor.pipeline.drafting.pursuits import is_only_named, stopped_attackers
from extractor.pipeline.drafting.sequels import earlier_from, goes_on_after, judged_from
from extractor.pipeline.drafting.status import REFERRED, StatusReader
from extractor.pipeline.lookup import within
from extractor.pipeline.notes import noted
from extractor.pipeline.people.reading import Reading
from extractor.pipeline.telling.facts import Fact
from extractor.pipeline.telling.triggers import Trigger


class Standing:
    """The groups of patterns/status, and "referred", that the words of one sentence stand under.

    At the positions `earlier` it tells what was before the news, and from `judged` on what somebody is
    sentenced or held for; `by_law` are the words that tell of arrests, surrenders and finds.
    """

    def __init__(
        self,
        status: StatusReader,
        words: Mapping[str, frozenset[str]],
        reading: Reading,
        triggers: Sequence[Trigger],
        facts: Sequence[Fact],
    ) -> None:
        self._status, self._reading, self._scenes = status, reading, words["scene_nouns"]
        self._attacks = {t.head for t in triggers if t.attack.family == ATTACK}
        self._told = self._attacks | {f.trigger for f in facts}
        self._harm = self._attacks | {f.trigger for f in facts if f.effect in ("killed", "injured")}
        self._deaths = {f.trigger for f in facts if f.effect == "killed"}
        clashes = (t.head for t in triggers if t.attack.category == "clash")
        self._fought = {head for head in clashes if self._took_part(head)}
        self.by_law = _heads_by_law(triggers, facts)
        heads = [*(t.head for t in triggers), *(f.trigger for f in facts)]
        self.earlier = earlier_from(reading, words, {t.head for t in triggers if t.form == "noun"}, heads)
        went_off = (t for t in triggers if t.form == "verb" and t.attack.category == "bombing")
        stopped = stopped_attackers(triggers, facts)
        self._stopped = set() if stopped and any(self._is_told(t) for t in went_off) else stopped
        self.judged = judged_from(reading, words, heads, self.by_law)

    def of_trigger(self, trigger: Trigger) -> str | None:
        """What an event word stands under."""
        start = trigger.start - self._reading.sentence.start
        group = self._group(trigger.head, start, trigger.attack)
        if group == REFERRED and is_cause(self._reading, trigger.head, self._harm):
            group = None
        if group == REFERRED and trigger.head in self._fought:
            group = None
        if group == "planned" and (self._did_harm(trigger.head) or self._is_of_a_day(trigger)):
            group = REFERRED
        if group is None and self._stopped:
            hit = {p.head for p in trigger.patients} or {trigger.head}
            group = "attempted" if hit <= self._stopped else None
        return self._in_time(group, start)

    def _is_told(self, trigger: Trigger) -> bool:
        start = trigger.start - self._reading.sentence.start
        return self._status.group(self._reading, trigger.head, start) is None

    def of_fact(self, fact: Fact, attack: AttackType) -> str | None:
        """What a toll stands under; `attack` is the type of event that it is of."""
        start = fact.start - self._reading.sentence.start
        group = self._in_time(self._group(fact.trigger, start, attack), start)
        if group == REFERRED and fact.effect == "killed" and self._tells_same_dead(fact.trigger):
            group = None
        if group == REFERRED and self._came_of_fighting(fact.trigger):
            group = None
        if group is None and is_only_named(self._reading, fact.trigger, fact.effect):
            return REFERRED
        return group

    def _came_of_fighting(self, verb: int) -> bool:
        """True for "leaving two dead", which hangs on the verb of "were involved in a gunfight"."""
        took_part = {self._reading.heads[self._reading.heads[noun]] for noun in self._fought}
        while verb not in took_part and self._reading.deps[verb] in ("oprd", "acomp", "advcl", "conj"):
            verb = self._reading.heads[verb]
        return verb in took_part

    def _took_part(self, noun: int) -> bool:
        """True for the gunfight of "rebels were involved in a gunfight with police", which is the news; what
        a man was involved in is told of him."""
        reading = self._reading
        verb = reading.heads[reading.heads[noun]]
        told = reading.deps[noun] == "pobj" and reading.deps[verb] in ("ROOT", "conj", "ccomp")
        subject = reading.child(verb, "nsubjpass") if told and reading.is_verb(verb) else None
        if subject is None:
            return False
        return subject in reading.names or reading.tags[subject] in ("NN", "NNS")

    def _did_harm(self, noun: int) -> bool:
        """True for "bombing" of "planned the bombing that killed five"."""
        reading = self._reading
        return any(reading.deps[verb] == "relcl" and reading.heads[verb] == noun for verb in self._harm)

    def _is_of_a_day(self, trigger: Trigger) -> bool:
        """True for "bombing" of "plotted the 2019 bombing", which was done."""
        left = self._reading.left_edge(trigger.head)
        dated = any(i in self._reading.dates for i in range(left, trigger.head))
        return trigger.form == "noun" and trigger.definite and dated

    def _tells_same_dead(self, verb: int) -> bool:
        """True for "died" of "the peasants who died on Monday were executed by troops"."""
        befell = self._reading.deps[verb] == "relcl" and not self._reading.objects(verb)
        return befell and self._reading.heads[self._reading.heads[verb]] in self._deaths - {verb}

    def is_judged(self, position: int) -> bool:
        """Whether the sentence tells at a position what somebody is sentenced for."""
        return self.judged is not None and position >= self.judged

    def end(self, doc: Doc, position: int, referred: bool) -> int | None:
        """Where in the Doc ends what the sentence tells of an event at a position, where a date follows that
        is of the deed behind a verdict, or of the trial behind a deed."""
        deed = referred or self.is_judged(position)
        end = goes_on_after(self._reading, position) if deed else self.judged
        if end is None or end <= position:
            return None
        sentence = self._reading.sentence
        dated = within(noted(doc).dates, sentence.start + end, sentence.end)
        return sentence.start + end if dated else None

    def _group(self, head: int, start: int, attack: AttackType) -> str | None:
        group = self._status.group(self._reading, head, start)
        if group is None and attack.family == ATTACK and self._is_memory(head):
            return REFERRED
        if group is None and attack.family == "arrest" and is_done_before(self._reading, head, self.by_law):
            return REFERRED
        return group

    def _is_memory(self, head: int) -> bool:
        return (
            is_recalled(self._reading, head, self.by_law, self._attacks)
            or is_dated_memory(self._reading, head, self._told)
            or is_known_deed(self._reading, head)
            or marks_place(self._reading, head, self._told, self._scenes)
        )

    def _in_time(self, group: str | None, start: int) -> str | None:
        if group == REFERRED and self.earlier is not None and start in self.earlier:
            group = None  # told, not only referred to
        return REFERRED if group is None and self.is_judged(start) else group


def _heads_by_law(triggers: Iterable[Trigger], facts: Iterable[Fact]) -> set[int]:
    return {f.trigger for f in facts if f.effect in ("arrested", "surrendered")} | {
        t.head for t in triggers if t.attack.family == "seizure"
    }

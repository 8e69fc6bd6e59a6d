"""What tells of no event, since it says how things are: a habit, what goes on for years, what is asked."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from extractor.lexicon.lexicon import Lexicon
from extractor.pipeline.lookup import within
from extractor.pipeline.mentions import DateMention
from extractor.pipeline.notes import noted
from extractor.pipeline.people.phrase import People
from extractor.pipeline.people.reading import Reading
from extractor.pipeline.telling.facts import Fact
from extractor.pipeline.telling.triggers import Trigger

_AT_ANY_TIME = ("when", "whenever", "while", "where", "wherever")
# What began so many days before the news is the state of things.
_LONG_DAYS = 60
# So many words may stand between "for" and "years", and a verb so deep below the one with "has".
_SPAN_REACH = 5
_CLIMB = 4
_PRESENT = ("VBP", "VBZ")
_OF_A_HABIT = (*_PRESENT, "VB", "NN")
_BELOW_FINITE = ("xcomp", "conj", "dobj", "pobj", "prep", "pcomp", "advcl", "acl")
# A question mark stands among so many words at the end.
_LAST = 4


class Lasting:
    """Tells which words of one sentence say how things are, and not what happened."""

    def __init__(self, doc: Doc, lexicon: Lexicon, reading: Reading) -> None:
        self._lexicon, self._reading = lexicon, reading
        first, last = reading.sentence.start, reading.sentence.end
        self._dates: Sequence[DateMention] = within(noted(doc).dates, first, last)
        places = within(noted(doc).places, first, last)
        self.dated_or_placed = any(d.start_date for d in self._dates) or any(
            p.role == "location" and p.place for p in places
        )
        self._apart = reading.sentence.index > 0 and not any(p.role == "location" for p in places)
        self._apart = self._apart and not any(d.start_date for d in self._dates)
        self._asked = "?" in reading.lower[-_LAST:]

    def holds(self, trigger: Trigger) -> bool:
        """Whether an event word that counts no events says how things are."""
        head = trigger.head
        if self._asked or self._goes_on_still(head) or self._is_general(head) or self._has_gone_on(head):
            return True
        if self._is_of_a_kind(head):
            return True
        if trigger.form == "noun" and (not trigger.plural or trigger.definite):
            return False
        return self._is_present(head) or (not self.dated_or_placed and self._is_being_done(head))

    def holds_toll(self, fact: Fact) -> bool:
        """Whether casualty words without a number do: "for years the rebels have killed peasants"."""
        if self._asked or self._is_general(fact.trigger):
            return True
        counted = fact.quantity is not None or any(_is_several(people) for people in fact.people)
        if self._is_of_a_kind(fact.trigger):
            return not counted
        if counted or self._is_present(fact.trigger):
            return not counted
        return self._governed_by_have(fact.trigger) is not None and self._spans_long(fact.trigger)

    def _has_gone_on(self, verb: int) -> bool:
        """True for "for years they have attacked" and for "has been fighting since 2015", the latter not
        where the sentence names a day as well."""
        top = self._governed_by_have(verb)
        if top is None or self._spans_long(verb):
            return top is not None
        if self._reading.tags[top] == "VBG" and not self._dates and self._reading.sentence.index > 0:
            return True  # "the country has been fighting rebels"
        if self._reading.tags[top] != "VBG" or any(
            d.precision in ("day", "days", "week") for d in self._dates
        ):
            return False
        spans = ((d.start_date, d.end_date) for d in self._dates)
        return any(start and end and (end - start).days > _LONG_DAYS for start, end in spans)

    def _spans_long(self, verb: int) -> bool:
        """True for "for more than ten years"; not in a clause that the verb is outside of, such as who was
        arrested ("who has been wanted for ten years")."""
        spans, during = self._lexicon.words["long_spans"], self._lexicon.words["during"]
        lower = self._reading.lower
        return any(
            word in during
            and not spans.isdisjoint(lower[i + 1 : i + 1 + _SPAN_REACH])
            and self._relative_clause(i) in (None, self._relative_clause(verb))
            for i, word in enumerate(lower)
        )

    def _relative_clause(self, i: int) -> int | None:
        """The verb of the innermost relative clause that a word stands in."""
        reading = self._reading
        while reading.deps[i] != "relcl" and reading.heads[i] != i:
            i = reading.heads[i]
        return i if reading.deps[i] == "relcl" else None

    def _governed_by_have(self, verb: int) -> int | None:
        """The verb with "has" or "have" that is the verb itself, or that it is joined to or serves ("have
        been fighting to topple"); None for the passive, which tells how many there were."""
        reading, have, i = self._reading, self._lexicon.words["have"], verb
        if have.isdisjoint(reading.lower):
            return None
        for _ in range(_CLIMB):
            helpers = [reading.lower[c] for c in self._helpers(i)]
            if any(word in have for word in helpers):
                return i if reading.tags[i] == "VBG" or not reading.is_passive(i) else None
            if reading.deps[i] not in ("conj", "xcomp", "dobj") or helpers not in ([], ["to"]):
                return None
            i = reading.heads[i]
        return None

    def _is_present(self, head: int) -> bool:
        """True for "the army bombs villages", "farmers are kidnapped", "manage to carry out raids": what is
        done at any time. Not in the first line, which headlines tell the news in, nor of a day or a place;
        "set" and "hit" may be of the past."""
        if not self._apart:
            return False
        reading, i = self._reading, head
        for _ in range(_CLIMB):
            helpers = self._helpers(i)
            if any(reading.lower[c] in self._lexicon.words["have"] for c in helpers):
                return False
            finite = next((c for c in helpers if reading.tags[c] not in ("TO", "VB", "VBN", "VBG")), i)
            if reading.tags[finite] in _PRESENT:
                return reading.lower[finite] not in self._lexicon.words["unchanging"]
            if reading.tags[finite] in ("VBD", "MD") or reading.deps[i] not in _BELOW_FINITE:
                return False
            i = reading.heads[i]
        return False

    def _is_general(self, verb: int) -> bool:
        """True for "when thousands are killed, nobody wins": what happens at any time, not what happened."""
        reading = self._reading
        if reading.deps[verb] != "advcl" or self.dated_or_placed:
            return False
        present = any(
            reading.deps[c] == "auxpass" and reading.tags[c] in _PRESENT for c in self._helpers(verb)
        )
        return present and any(reading.lower[c] in _AT_ANY_TIME for c in reading.children[verb])

    def _goes_on_still(self, verb: int) -> bool:
        """True for "in Tank, where the army is fighting rebels": the state of things, not what happened."""
        tag = self._reading.tags[verb]
        if self._reading.deps[verb] != "relcl" or tag not in ("VBG", *_PRESENT):
            return False
        return tag != "VBG" or any(self._reading.tags[c] in _PRESENT for c in self._helpers(verb))

    def _is_of_a_kind(self, verb: int) -> bool:
        """True for "those who murder and kidnap", "bandits who kidnap students": what such people do, though
        the parse may take it for nouns."""
        reading, i = self._reading, verb
        while reading.deps[i] == "conj" and reading.tags[i] in _OF_A_HABIT:
            i = reading.heads[i]
        if reading.deps[i] != "relcl" or reading.tags[i] not in _OF_A_HABIT:
            return False
        who = reading.child(i, "nsubj")
        if who is None or reading.tags[who] != "WP" or reading.lower[i] in self._lexicon.words["unchanging"]:
            return False
        return reading.tags[reading.heads[i]] in ("NNS", "DT") and self._helpers(i) == []

    def _is_being_done(self, verb: int) -> bool:
        """True for "with activists being targeted": what goes on, told beside what the sentence is about."""
        reading = self._reading
        if reading.deps[verb] != "pcomp" or reading.lower[reading.heads[verb]] != "with":
            return False
        labels = {reading.deps[c]: reading.lower[c] for c in reading.children[verb]}
        return labels.get("auxpass") == "being" and "nsubjpass" in labels

    def _helpers(self, verb: int) -> list[int]:
        """The auxiliaries of a verb."""
        return [c for c in self._reading.children[verb] if self._reading.deps[c] in ("aux", "auxpass")]


def _is_several(people: People) -> bool:
    """True for "nine mayors" and "dozens of mayors"."""
    return bool(people.quantity.vague) or (people.quantity.best or 0) > 1

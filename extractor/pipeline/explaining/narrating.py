"""The steps from the words of an article to one of its records, told one by one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from extractor.lexicon.lexicon import Lexicon
from extractor.pipeline.drafting.drafts import Draft
from extractor.pipeline.people.phrase import People
from extractor.pipeline.recording.confidence import Confidence
from extractor.pipeline.recording.evidence import absolute
from extractor.pipeline.recording.points import THRESHOLD
from extractor.pipeline.recording.support import SupportReader
from extractor.pipeline.telling.facts import Fact
from extractor.pipeline.telling.triggers import Trigger
from extractor.records import EventRecord


@dataclass(frozen=True, slots=True)
class Step:
    """One step: what it settles, and how."""

    what: str
    how: str


class Narrator:
    """Tells how the drafts of a Doc became its records."""

    def __init__(self, doc: Doc, lexicon: Lexicon) -> None:
        self._doc = doc
        self._support = SupportReader(lexicon)
        self._confidence = Confidence.load(lexicon.folders)

    def steps(self, record: EventRecord, draft: Draft) -> Iterator[Step]:
        """From the event's words over its tolls, date and place to support and confidence."""
        for trigger in draft.triggers:
            yield Step("words", self._of_trigger(trigger))
        for fact in draft.facts:
            yield Step("toll", self._of_fact(fact))
        yield Step("sentences", self._of_sentences(draft))
        if len(record.tactics) > 1:
            yield Step("type", f"{record.event_type} says most of {', '.join(record.tactics)}")
        yield from self._of_standing(record, draft)
        yield Step("date", self._of_date(record, draft))
        if draft.place is not None:
            yield Step("place", f"“{self._words(draft.place.start, draft.place.end)}” by {draft.place.rule}")
        for claim in draft.claims:
            who, words = self._words(claim.name.start, claim.name.end), self._words(claim.start, claim.end)
            yield Step("attribution", f"{claim.attribution}: “{who}”, by “{words}” ({claim.rule})")
        for start, end, rule in draft.silent_toll:
            yield Step("toll", f"“{self._words(start, end)}” by {rule}")
        if record.part_of is None:
            yield Step("support", self._of_support(draft))
        yield Step("confidence", self._of_confidence(record))

    def _of_trigger(self, trigger: Trigger) -> str:
        parts = [f"“{self._words(trigger.start, trigger.end)}” by {trigger.rule} ({trigger.form})"]
        parts += self._joined("done by", trigger.agents)
        parts += self._joined("done to", trigger.patients)
        parts += self._joined("between", trigger.sides)
        return ", ".join(parts)

    def _of_fact(self, fact: Fact) -> str:
        parts = [f"{fact.effect}: “{self._words(fact.start, fact.end)}” by {fact.rule}"]
        parts += self._joined("who:", fact.people)
        parts += self._joined("by whom:", fact.agents)
        if fact.total:
            parts.append("a toll of everything so far")
        return ", ".join(parts)

    def _joined(self, said: str, people: Sequence[People]) -> list[str]:
        told = [f"“{self._words(*absolute(self._doc, p.sentence, p.start, p.end))}”" for p in people]
        return [f"{said} {' and '.join(told)}"] if told else []

    def _of_sentences(self, draft: Draft) -> str:
        numbers = ", ".join(str(number + 1) for number in sorted(set(draft.sentences)))
        if len(set(draft.sentences)) == 1:
            return f"told in sentence {numbers}"
        return f"told in sentences {numbers}, which were taken to tell of one event"

    def _of_standing(self, record: EventRecord, draft: Draft) -> Iterator[Step]:
        """What is not as of most events."""
        if draft.aggregate:
            yield Step("scope", "many events are told of at once: an aggregate")
        if record.status != "occurred":
            yield Step("status", f"its words say: {record.status}")
        if record.background:
            yield Step("background", "told as history, beside the news")
        if record.part_of is not None:
            yield Step("part of", f"a further deed in the incident of record {record.part_of}")

    def _of_date(self, record: EventRecord, draft: Draft) -> str:
        if draft.date is None or record.date is None or record.date.basis == "publication":
            return (
                "the text gives none: on or before the day of publication" if record.date else "none is known"
            )
        words = self._words(draft.date.start, draft.date.end)
        return f"“{words}” by {draft.date.rule}, {record.date.basis}, {record.date.precision}"

    def _of_support(self, draft: Draft) -> str:
        context = self._support.context(self._doc)
        grounds = [*self._support.grounds(draft, self._doc), ("what the article speaks of", context)]
        told = "; ".join(f"{what} {points:g}" for what, points in grounds if points)
        points = self._support.points(draft, self._doc, context)
        return f"{points:g} points of the {THRESHOLD:g} that it takes: {told}"

    def _of_confidence(self, record: EventRecord) -> str:
        told = "; ".join(
            f"{name.replace('_', ' ')} {weight:+g}" for name, weight in self._confidence.parts(record)
        )
        return f"{record.confidence:g}: {told}" if told else f"{record.confidence:g}"

    def _words(self, start: int, end: int) -> str:
        return " ".join(self._doc[start:end].text.split())

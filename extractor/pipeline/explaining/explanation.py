"""What an explanation of an article holds: every match, the steps to each record, and what was dropped.

Offsets are Python string indices into the article's text as read, `end` exclusive.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc

from extractor.articles import Article
from extractor.lexicon.lexicon import Lexicon
from extractor.pipeline.explaining.narrating import Narrator, Step
from extractor.pipeline.mentions import Dropped
from extractor.pipeline.notes import noted
from extractor.records import EventRecord

Kind = Literal["event", "name", "people", "thing", "place", "date", "cue"]
_KINDS: dict[str, Kind] = {
    "attack_types": "event",
    "tolls": "event",
    "groups": "name",
    "forces": "name",
    "parties": "name",
    "demonyms": "name",
    "targets": "people",
    "weapons": "thing",
    "goods": "thing",
}
_NAMING = ("groups", "forces", "parties")  # "Liberation" in a group's name is no candidate for an event
_WORDS_AROUND = 6
_NOT_READ = (
    "its words are no event here: not the verb or noun that the rule asks for, or part of another match"
)


@dataclass(frozen=True, slots=True)
class Match:
    """Words of the article that a rule knows, and what they were taken for."""

    start: int
    end: int
    text: str
    kind: Kind
    rule: str
    taken_for: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """What might have become a record, or a name, and did not. `around` are the words it stands among."""

    start: int
    end: int
    what: str
    around: str
    reason: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why the records of an article are as they are. `steps` are those of each record, in their order."""

    article: Article
    sentences: int
    parsed: int
    matches: tuple[Match, ...]
    records: tuple[EventRecord, ...]
    steps: tuple[tuple[Step, ...], ...]
    dropped: tuple[Candidate, ...]


def explanation_of(article: Article, doc: Doc, lexicon: Lexicon) -> Explanation:
    """The explanation of an article that the pipeline has read."""
    narrator = Narrator(doc, lexicon)
    records = tuple(noted(doc).events)
    return Explanation(
        article=article,
        sentences=len(noted(doc).sentences),
        parsed=sum(sentence.parsed for sentence in noted(doc).sentences),
        matches=tuple(sorted(set(_matches(doc)), key=lambda m: (m.start, -m.end, m.kind, m.rule))),
        records=records,
        steps=tuple(
            tuple(narrator.steps(record, draft))
            for record, draft in zip(records, noted(doc).traces, strict=True)
        ),
        dropped=tuple(sorted(_dropped(doc), key=lambda c: (c.start, c.end, c.what))),
    )


def _matches(doc: Doc) -> Iterator[Match]:
    for hit in noted(doc).cues:
        yield _match(doc, hit.start, hit.tail_end or hit.end, "event", hit.sense.rule)
    for name in noted(doc).names:
        yield _match(doc, name.start, name.end, _KINDS.get(name.layer, "cue"), name.rule)
    for place in noted(doc).places:
        within = (place.place, place.district, place.province, place.country)
        taken_for = (
            ", ".join(dict.fromkeys(part for part in within if part)) or "a place that no gazetteer knows"
        )
        role = "" if place.role == "location" else f", {place.role.replace('_', ' ')}"
        yield _match(doc, place.start, place.end, "place", place.rule, taken_for + role)
    for date in noted(doc).dates:
        days = f"{date.start_date or '…'} to {date.end_date or '…'}"
        taken_for = days if date.start_date or date.end_date else date.kind
        yield _match(doc, date.start, date.end, "date", date.rule, taken_for)


def _match(doc: Doc, start: int, end: int, kind: Kind, rule: str, taken_for: str = "") -> Match:
    span = doc[start:end]
    return Match(span.start_char, span.end_char, span.text, kind, rule, taken_for)


def _dropped(doc: Doc) -> Iterator[Candidate]:
    for dropped in noted(doc).dropped:
        yield _candidate(doc, dropped)
    told = [(trigger.start, trigger.end) for draft in noted(doc).traces for trigger in draft.triggers]
    told += [(fact.start, fact.end) for draft in noted(doc).traces for fact in draft.facts]
    told += [(dropped.start, dropped.end) for dropped in noted(doc).dropped]
    told += [(start, end) for draft in noted(doc).traces for start, end, _ in draft.silent_toll]
    told += [(name.start, name.end) for name in noted(doc).names if name.layer in _NAMING]
    for hit in noted(doc).cues:
        if not any(start < hit.end and hit.start < end for start, end in told):
            told.append((hit.start, hit.end))
            yield _candidate(doc, Dropped(hit.start, hit.tail_end or hit.end, hit.sense.rule, _NOT_READ))


def _candidate(doc: Doc, dropped: Dropped) -> Candidate:
    span = doc[dropped.start : dropped.end]
    around = doc[max(0, dropped.start - _WORDS_AROUND) : dropped.end + _WORDS_AROUND].text
    return Candidate(span.start_char, span.end_char, dropped.what, " ".join(around.split()), dropped.reason)

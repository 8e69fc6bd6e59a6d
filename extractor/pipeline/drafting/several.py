"""Several events of one sentence: one a place, parts of a number, and what came on "the following day"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from extractor.lexicon.lexicon import Lexicon
from extractor.pipeline.drafting.drafts import Draft
from extractor.pipeline.lookup import within
from extractor.pipeline.notes import noted
from extractor.pipeline.people.reading import Reading
from extractor.pipeline.telling.counting import EventCounter
from extractor.pipeline.telling.triggers import Trigger

# From this number on a passage is one of several events that the sentence counts.
PART = 1000
# So many words must stand before "the following day" for it to begin another event.
_CLAUSE = 5


def breaks(doc: Doc, reading: Reading) -> list[int]:
    """Where the sentence goes on to another event: at "the following day" and the like."""
    first, last = reading.sentence.start, reading.sentence.end
    return [
        d.start - first
        for d in within(noted(doc).dates, first + _CLAUSE, last)
        if d.kind == "chain" and d.chain_days
    ]


def passage(
    lexicon: Lexicon, reading: Reading, start: int, goes_on: Sequence[int], trigger: Trigger | None
) -> int:
    """0 for the sentence's first event, n after the n-th place where it `goes_on` to another, and PART and
    more for an event told as part of a number of events ("8 attacks, including a suicide attack")."""
    position = start - reading.sentence.start
    if trigger is not None and trigger.form == "noun" and not trigger.plural:
        first = reading.sentence.start
        parts = [
            m.end - first
            for m in reading.cues
            if m.layer == "discourse"
            and lexicon.discourse[m.entry].group == "parts"
            and reading.lower[m.start - first].startswith("includ")
        ]
        left = min(reading.left_edge(trigger.head), position)
        if any(0 <= left - p <= 1 for p in parts):
            return PART + position
    return sum(1 for b in goes_on if b <= position)


def by_place(
    doc: Doc, lexicon: Lexicon, counter: EventCounter, reading: Reading, draft: Draft
) -> list[Draft]:
    """ "Three attacks in Khyber, Lakki Marwat and Shangla respectively": one draft a place."""
    inside = within(noted(doc).places, reading.sentence.start, reading.sentence.end)
    places = [p for p in inside if p.role == "location"]
    if len(places) < 2 or lexicon.words["respectively"].isdisjoint(reading.lower) or draft.facts:
        return [draft]
    counts = [count for t in draft.triggers if (count := counter.count(reading, t)) is not None]
    if not counts or counts[0].best != len(places):
        return [draft]
    return [
        replace(
            draft,
            place=p,
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


def join_parts(drafts: list[Draft]) -> None:
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

"""What a text says of when and where before it tells what happened, and what it announces and then tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from extractor.lexicon.lexicon import Lexicon
from extractor.pipeline.dates import own_date
from extractor.pipeline.drafts import Draft
from extractor.pipeline.lookup import within
from extractor.pipeline.mentions import DateMention, NameMention, PlaceMention
from extractor.pipeline.sameness import dates_differ
from extractor.pipeline.sentences import Sentence

# So many sentences without an event may set the scene of the next.
_LONGEST = 3


@dataclass(frozen=True, slots=True)
class Scene:
    """The sentences before a passage that tell of no event: "On Monday four men came to Otra"."""

    sentences: Sequence[Sentence]

    def date(self, doc: Doc, previous: DateMention | None) -> DateMention | None:
        """The last date that they give; `previous` is the date of the event told before."""
        dates = (own_date(doc, s.start, s.start + 1, previous) for s in reversed(self.sentences))
        return next((date for date in dates if date is not None), None)

    def place(self, doc: Doc) -> PlaceMention | None:
        """The first place of the last sentence that names one."""
        inside = (p for s in reversed(self.sentences) for p in within(doc._.places, s.start, s.end))
        return next((place for place in inside if place.role == "location"), None)


def scene_of(lexicon: Lexicon, doc: Doc, events: Sequence[Draft], draft: Draft) -> Scene:
    """The scene of a passage: what its paragraph tells before it, after the last event."""
    told = max((s for event in events for s in event.sentences if s < draft.sentence), default=-1)
    before = doc._.sentences[max(told + 1, draft.sentence - _LONGEST) : draft.sentence]
    own = doc._.sentences[draft.sentence]
    series = {doc._.sentence_of[m.start] for m in doc._.names if _counts_events(lexicon, m)}
    return Scene([s for s in before if s.paragraph == own.paragraph and s.index not in series])


def _counts_events(lexicon: Lexicon, mention: NameMention) -> bool:
    """True for "this was one of three attacks", which tells of the last event, not of the next."""
    return mention.layer == "discourse" and lexicon.discourse[mention.entry].group == "series"


def is_heading(event: Draft, events: Sequence[Draft]) -> bool:
    """ "Two attacks were carried out in Lima last night", and then each of them is told."""
    announces = event.count is not None and (event.count.best or 0) > 1 and not event.facts
    if not announces or event.aggregate or event.part or len(event.sentences) > 1:
        return False
    if any(not trigger.plural for trigger in event.triggers):
        return False
    after = (e for e in events if e.family == event.family and e.start > event.end and not e.aggregate)
    return any(not e.background and not dates_differ(event.date, e.date) for e in after)

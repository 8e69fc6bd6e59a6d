"""Which events a text only recalls, and whose days are not those of the news."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from extractor.pipeline.dates import is_calendar_day
from extractor.pipeline.drafting.drafts import ATTACK, Draft
from extractor.pipeline.mentions import DateMention, PlaceMention
from extractor.pipeline.merging.hosts import SHORT_TALK
from extractor.pipeline.notes import noted
from extractor.pipeline.sentences import length_of

_HARM = ("killed", "injured", "abducted")


def mark_deeds_of_the_arrested(events: Sequence[Draft]) -> None:
    """In an undated report of an arrest an attack with a date of its own is what the arrested did before."""
    if not events or events[0].family not in ("arrest", "surrender", "seizure") or events[0].date is not None:
        return
    for event in events:
        if event.family == ATTACK and event.date is not None:
            event.background = True


def keep_old_news(doc: Doc, events: Sequence[Draft]) -> None:
    """What a short note begins with is its news, however long ago ("On 12 March 2023 rebels shelled the
    town"), where no day is told from the day of publication."""
    if length_of(doc) > SHORT_TALK or not events or not events[0].background:
        return
    if any(map(_counts_from_publication, noted(doc).dates)):
        return  # "on Monday their families marked the day"
    if events[0].dated and not (events[0].referred or events[0].earlier):
        events[0].background = False


def _counts_from_publication(date: DateMention) -> bool:
    return date.basis == "relative" and date.kind != "chain" and not is_calendar_day(date)


def forget_days_of_history(events: Sequence[Draft]) -> None:
    """Leave an event undated that only has the day of what the text recalls: "police captured Pacho. He is
    accused of a bombing on 3 August"."""
    recalled = {event.date.start for event in events if event.background and event.dated and event.date}
    for event in events:
        if not event.dated and event.date is not None and event.date.start in recalled:
            event.date = None
            event.background = event.referred


def is_what_for(doc: Doc, events: Sequence[Draft], draft: Draft, place: PlaceMention | None) -> bool:
    """True of the bombing of "police arrested six people over a bombing in Otra that killed three", which is
    told with its place and, in words of their own, with those whom it harmed."""
    sentence = noted(doc).sentences[draft.sentence]
    harm = (f for f in draft.facts if f.effect in _HARM and sentence.tags[f.trigger][:2] == "VB")
    told = any(p.quantity.best for f in harm for p in f.people)
    arrest = next((e for e in events if e.family == "arrest" and draft.sentence in e.sentences), None)
    if arrest is None or place is None or not told or arrest.start > draft.start:
        return False
    return draft.start < place.start < (draft.own_end or sentence.end)

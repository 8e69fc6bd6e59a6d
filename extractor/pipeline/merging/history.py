"""Which events a text only recalls, and whose days are not those of the news."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from extractor.pipeline.dates import is_calendar_day
from extractor.pipeline.drafting.drafts import ATTACK, Draft
from extractor.pipeline.mentions import DateMention
from extractor.pipeline.merging.hosts import SHORT_TALK
from extractor.pipeline.notes import noted
from extractor.pipeline.sentences import length_of


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

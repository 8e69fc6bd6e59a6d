"""Which events a text only recalls, and whose days are not those of the news."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.pipeline.drafting.drafts import ATTACK, Draft


def mark_deeds_of_the_arrested(events: Sequence[Draft]) -> None:
    """In an undated report of an arrest an attack with a date of its own is what the arrested did before."""
    if not events or events[0].family not in ("arrest", "surrender", "seizure") or events[0].date is not None:
        return
    for event in events:
        if event.family == ATTACK and event.date is not None:
            event.background = True


def forget_days_of_history(events: Sequence[Draft]) -> None:
    """Leave an event undated that only has the day of what the text recalls: "police captured Pacho. He is
    accused of a bombing on 3 August"."""
    recalled = {event.date.start for event in events if event.background and event.dated and event.date}
    for event in events:
        if not event.dated and event.date is not None and event.date.start in recalled:
            event.date = None
            event.background = event.referred

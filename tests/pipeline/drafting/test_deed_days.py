"""The day of a deed is not that of the arrest, the trial or the report for which it is only named."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractor.records import EventRecord

Read = Callable[..., list[EventRecord]]


def day(record: EventRecord) -> str | None:
    """The day of a record, or None where none is told."""
    return str(record.date.start) if record.date and record.date.start else None


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "Five rebels were detained on suspicion of murdering the mayor of Ocaña on 3 July.",
            {("arrest", None), ("killing", "2023-07-03")},
        ),
        (
            "Police arrested a student on charges of planting a bomb at a bank in Arequipa on 2 July.",
            {("arrest", None)},
        ),
        (
            "Police held two gunmen in Cali on Sunday in connection with the murder of a judge on 3 July.",
            {("arrest", "2023-07-30"), ("killing", "2023-07-03")},
        ),
        (
            "Police arrested two rebels in Cali on Sunday for the murder of a judge on 3 July.",
            {("arrest", "2023-07-30"), ("killing", "2023-07-03")},
        ),
        # Nothing tells when the deed was.
        ("The trial of six soldiers accused of killing an innkeeper in Flores began on Sunday.", set()),
        ("A commission investigating the murder of two nuns in Nebaj will report this week.", set()),
        # The clause of the deed has a date of its own.
        (
            "The trial of two men for the murder of a judge in Cali on 3 July opened on Sunday.",
            {("killing", "2023-07-03")},
        ),
        (
            "The office on Sunday charged that soldiers murdered two nuns in Nebaj, El Quiche, on 19 July.",
            {("killing", "2023-07-19")},
        ),
        (
            "The bishop on Sunday denounced that soldiers killed a teacher in Nebaj, El Quiche, on 4 July.",
            {("killing", "2023-07-04")},
        ),
        # What befell the accused is an event of that day.
        (
            "A man accused of the kidnapping of a rancher was shot dead by police in Cali on Sunday.",
            {("shooting", "2023-07-30")},
        ),
    ],
)
def test_each_has_its_own_day(events: Read, text: str, days: set[tuple[str, str | None]]) -> None:
    assert {(record.event_type, day(record)) for record in events(text)} == days


@pytest.mark.parametrize(
    ("text", "type_", "injured"),
    [
        (
            "Security was increased following the explosion of a bomb near an embassy in Lima last Friday. "
            "The blast damaged four cars and wounded two guards.",
            "bombing",
            2,
        ),
        (
            "They met following the explosion of a car bomb in Tumaco last Friday. The blast hurt six.",
            "vehicle_bombing",
            6,
        ),
    ],
)
def test_what_the_news_refers_to_is_told_of_next(events: Read, text: str, type_: str, injured: int) -> None:
    found = [(r.event_type, day(r), r.casualties.injured.best) for r in events(text)]
    assert found == [(type_, "2023-07-28", injured)]

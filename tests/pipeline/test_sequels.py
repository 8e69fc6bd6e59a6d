"""What was before the news is an event of its own: "The blast came a day after gunmen killed four"."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractor.records import EventRecord

Read = Callable[..., list[EventRecord]]

NEWS = "Gunmen stormed a hotel in Gao on Sunday and killed seven people."


def told(record: EventRecord) -> tuple[bool, int | None, str | None]:
    """Whether it is history, how many were killed, and the last day that it can have been."""
    killed, date = record.casualties.killed, record.date
    return record.background, killed.best if killed else None, str(date.end) if date else None


@pytest.mark.parametrize(
    ("sentence", "killed", "end"),
    [
        ("The attack came a day after militants killed four soldiers in Menaka.", 4, "2023-07-30"),
        ("It came two weeks after a suicide bomber killed 20 people in Menaka.", 20, "2023-07-30"),
        ("It comes days after nine farmers were shot dead in Menaka.", 9, "2023-07-30"),
        ("This comes after six soldiers died in an ambush near Menaka on 3 July.", 6, "2023-07-03"),
        ("The assault follows the killing of three traders in Menaka last week.", 3, "2023-07-30"),
        ("The raid took place hours after a policeman was shot dead in Menaka.", 1, "2023-07-30"),
    ],
)
def test_what_was_before_stands_by_itself(events: Read, sentence: str, killed: int, end: str) -> None:
    assert [told(r) for r in events(f"{NEWS} {sentence}")] == [
        (False, 7, "2023-07-30"),
        (True, killed, end),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "The clash took place after soldiers surrounded the hotel and killed four of them.",
        "The siege came to an end after police killed the last of the attackers.",
        "The attack was followed by a gunfight in which four attackers were killed.",
        "Police came after the gunmen had killed the guests.",
    ],
)
def test_how_it_came_about_is_no_event_of_its_own(events: Read, sentence: str) -> None:
    assert [r.background for r in events(f"{NEWS} {sentence}")] == [False]

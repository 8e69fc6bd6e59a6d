"""A toll told place by place: an event at each place, with its own share and its own day."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractor.records import EventRecord

Read = Callable[..., list[EventRecord]]


def share(record: EventRecord) -> tuple[str | None, int | None]:
    """The place, and how many were killed, injured or arrested there."""
    tolls = record.casualties
    toll = tolls.killed or tolls.injured or tolls.arrested
    return record.location and record.location.name, toll.best if toll else None


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Gunmen killed three policemen in Quetta and two soldiers in Turbat on Monday.",
            [("Quetta", 3), ("Turbat", 2)],
        ),
        (
            "Shelling killed two people in Kherson, one in Nikopol and three in Orikhiv on Monday.",
            [("Kherson", 2), ("Nikopol", 1), ("Orikhiv", 3)],
        ),
        ("Police arrested four suspects in Kano and seven in Jos on Tuesday.", [("Kano", 4), ("Jos", 7)]),
        (
            "Six people were killed in rebel attacks on Monday, four in Kano and two in Jos.",
            [("Kano", 4), ("Jos", 2)],
        ),
        (
            "Bomb attacks in Kano and Jos killed 12 and 20 people, respectively, on Tuesday.",
            [("Kano", 12), ("Jos", 20)],
        ),
        ("Six people were killed in Kirkuk and nine in Mosul.", [("Kirkuk", 6), ("Mosul", 9)]),
        ("Gunmen killed three policemen in Quetta, near the border.", [("Quetta", 3)]),
        ("Gunmen killed three policemen in Quetta and fled to Turbat.", [("Quetta", 3)]),
        ("Gunmen killed three policemen and two drivers in Quetta.", [("Quetta", 5)]),
    ],
)
def test_each_place_has_its_share(events: Read, sentence: str, expected: list[tuple[str, int]]) -> None:
    assert [share(record) for record in events(sentence)] == expected


def test_each_share_has_its_day_and_its_victims(events: Read) -> None:
    first, second = events(
        "Gunmen shot dead three traders in Quetta on Friday and a teacher in Turbat on Saturday."
    )
    assert [str(r.date and r.date.start) for r in (first, second)] == ["2023-07-28", "2023-07-29"]
    assert [[t.text for t in r.targets] for r in (first, second)] == [["three traders"], ["a teacher"]]

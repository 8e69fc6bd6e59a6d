"""What was begun and did not come off: bombers shot before they struck, and attempts to seize power."""

from collections.abc import Callable

import pytest

from extractor.records import EventRecord

Read = Callable[..., list[EventRecord]]


@pytest.mark.parametrize(
    ("text", "status", "killed"),
    [
        (
            "A suicide bomber was shot dead on Sunday before he could reach a church in Manado.",
            "attempted",
            1,
        ),
        (
            "Guards shot dead a suicide bomber before he could detonate his vest at a bank in Kano.",
            "attempted",
            1,
        ),
        ("Soldiers killed two suicide bombers outside a barracks in Moundou on Monday.", "attempted", 2),
        ("Police gunned down a would-be suicide bomber near a mosque in Sibi on Friday.", "attempted", 1),
        (
            "Police said they had shot dead three suicide bombers who tried to storm the airport in Sukkur.",
            "attempted",
            3,
        ),
        ("A suicide bomber killed nine worshippers in Quetta on Friday.", "occurred", 9),
        ("Two suicide bombers and three soldiers were killed in Gao on Monday.", "occurred", 5),
        ("A suicide bomber was killed when he blew himself up in Gao on Monday.", "occurred", 1),
        (
            "Troops shot dead a suicide bomber, but a second attacker detonated his vest in Bama on Friday, "
            "killing six people.",
            "occurred",
            7,
        ),
    ],
)
def test_a_bomber_who_was_stopped(events: Read, text: str, status: str, killed: int) -> None:
    (record,) = events(text)
    assert (record.event_type, record.status) == ("suicide_bombing", status)
    assert record.casualties.killed is not None
    assert record.casualties.killed.best == killed


@pytest.mark.parametrize(
    ("text", "killed", "day"),
    [
        ("An attempted coup in Conakry on Tuesday left three dead.", 3, "2023-08-01"),
        ("At least 11 people were killed in a failed coup attempt in Conakry on Tuesday.", 11, "2023-08-01"),
        ("Six soldiers died in an attempted coup in Lome on Friday, the junta said.", 6, "2023-07-28"),
    ],
)
def test_an_attempt_to_seize_power(events: Read, text: str, killed: int, day: str) -> None:
    (record,) = events(text)
    assert (record.event_type, record.status, str(record.date and record.date.start)) == (
        "coup_attempt",
        "attempted",
        day,
    )
    assert record.casualties.killed is not None
    assert record.casualties.killed.best == killed


@pytest.mark.parametrize(
    "text",
    [
        "The chief executive survived a coup attempt last year.",
        "The attempted coup was condemned by the African Union on Monday.",
        "The party leader beat off an attempted coup by rivals on Tuesday.",
        "Three generals were jailed on Friday for a failed coup in 2015.",
    ],
)
def test_no_coup_that_hurt_anybody(events: Read, text: str) -> None:
    assert not events(text)


def test_a_truck_driven_into_a_checkpoint(events: Read) -> None:
    (record,) = events(
        "A truck ploughed into an army checkpoint near Ajdabiya on Friday, killing three soldiers."
    )
    assert record.event_type == "vehicle_ramming"
    (crash,) = events("A bus crashed into a police post in Nakuru on Monday, killing two officers.")
    assert crash.event_type == "killing"

"""What was before the news is an event of its own: "The blast came a day after gunmen killed four", "A
court jailed two men for killing a judge in 2014"."""

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


@pytest.mark.parametrize(
    ("sentence", "killed", "day", "actor"),
    [
        (
            "A judge sentenced a 29-year-old man on Friday to prison for killing six worshippers at a "
            "mosque in Quebec in January 2017.",
            6,
            "2017-01-31",
            "a 29-year-old man",
        ),
        (
            "Three men were convicted on Monday of the bombing that killed 30 people in Sylhet in 2004.",
            30,
            "2004-12-31",
            None,
        ),
        (
            "A court jailed five men on Monday over the 2016 attack on Bosso, in which 26 soldiers died.",
            26,
            "2016-12-31",
            None,
        ),
    ],
)
def test_a_sentence_is_for_what_was_done_before(
    events: Read, sentence: str, killed: int, day: str, actor: str | None
) -> None:
    (record,) = events(sentence)
    assert told(record) == (True, killed, day)
    assert [a.text for a in record.actors] == ([actor] if actor else [])


@pytest.mark.parametrize(
    "sentence",
    [
        "A gunman who killed nine people at a church in Charleston was sentenced to death on Tuesday.",
        "The president called for the arrest of ten of the rebels in Havana.",
        "Students called for the surrender of the militants in Swat.",
    ],
)
def test_a_verdict_and_a_demand_are_no_event(events: Read, sentence: str) -> None:
    assert events(sentence) == []


def test_who_accuses_somebody_of_a_deed_did_not_do_it(events: Read) -> None:
    (record,) = events("A rights group accused the army of killing two villagers in Laukkai on Monday.")
    assert [actor.text for actor in record.actors] == ["the army"]

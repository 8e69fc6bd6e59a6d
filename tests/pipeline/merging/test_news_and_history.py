"""News told after history, parts told after the whole, and the days of each."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractor.records import EventRecord

Read = Callable[..., list[EventRecord]]


def told(records: list[EventRecord]) -> list[tuple[str, bool, str | None]]:
    """The type of each record, whether it is history, and the first day that it can have been."""
    return [(r.event_type, r.background, r.date and r.date.start and str(r.date.start)) for r in records]


def test_news_is_not_told_of_the_murder_recalled_before_it(events: Read) -> None:
    text = (
        "A bomb killed the former prime minister at a rally in Arcot on Tuesday.\n\n"
        "He took office after his mother was shot dead by her guards in 1984.\n\n"
        "Mobs set fire to buses and shops in Vellore as the news spread."
    )
    found = told(events(text, "2023-08-02"))
    assert next(kind for kind, background, _ in found if not background) == "bombing"
    assert ("shooting", True, "1984-01-01") in found
    assert all(kind != "arson" or not background for kind, background, _ in found)


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ("The two opened fire on the judge as he left his house.", [("shooting", True, "2014-01-01")]),
        (
            "In Bogota, gunmen shot dead a mayor on Monday.",
            [("killing", True, "2014-01-01"), ("shooting", False, "2023-07-31")],
        ),
    ],
)
def test_what_a_trial_is_about_is_told_at_length(
    events: Read, after: str, expected: list[tuple[str, bool, str]]
) -> None:
    assert (
        told(events(f"A court jailed two men on Monday for killing a judge in Cali in 2014.\n\n{after}"))
        == expected
    )


def test_what_goes_on_about_the_murder_recalled_is(events: Read) -> None:
    text = (
        "A bomb killed two people at a rally in Arcot on Tuesday.\n\n"
        "In 1984 a judge was shot dead in Vellore. Gunmen ambushed his car at a crossing."
    )
    assert len(events(text)) == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In 2007 the mayor of Otsu was shot dead by a thug, and in 1960 a deputy was stabbed to death.",
            ["2007-01-01", "1960-01-01"],
        ),
        ("In May gunmen killed a judge in Gao, and a year later they were jailed.", ["2023-05-01"]),
    ],
)
def test_two_years_of_one_sentence(events: Read, text: str, expected: list[str]) -> None:
    assert [str(r.date.start) for r in events(text) if r.date] == expected


def test_the_first_and_the_second_of_two(events: Read) -> None:
    text = (
        "At least 30 people were killed in two blasts outside election offices in Balochistan on Tuesday.\n\n"
        "The first explosion took place in Pishin district, killing 18 people.\n\n"
        "A second bomb exploded in Quetta. Twelve people died, officials said."
    )
    found = [(r.scope, r.casualties.killed and r.casualties.killed.best) for r in events(text)]
    assert found == [("aggregate", 30), ("incident", 18), ("incident", 12)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Gunmen killed six people at an election rally in Tamale on Monday.", "2023-07-31"),
        ("A bomb wounded three law students in Zaria on Monday.", "2023-07-31"),
        ("A bomb wounded three people in Zaria, which holds its election on Monday.", None),
    ],
)
def test_an_election_rally_is_no_matter_of_its_own(events: Read, text: str, day: str | None) -> None:
    (record,) = events(text)
    assert (record.date and record.date.start and str(record.date.start)) == day


def test_what_came_weeks_before_dates_no_arrest(events: Read) -> None:
    text = (
        "A teacher was beheaded in Nantes on Monday. Nine people have been arrested in Paris.\n\n"
        "The attack came three weeks after a man wounded two people near an office where 12 people were "
        "killed by gunmen in January 2015."
    )
    arrest = next(r for r in events(text) if r.event_type == "arrest")
    assert not arrest.background and arrest.date and str(arrest.date.end) >= "2023-07-31"


@pytest.mark.parametrize(
    "town",
    [
        "OMAGH, Northern Ireland - A car bomb tore through the centre of this market town on Monday.",
        "MAIDUGURI, Nigeria (AP) - Suicide bombers killed 20 people at a mosque in this city on Monday.",
    ],
)
def test_this_town_is_that_of_the_place_line(events: Read, town: str) -> None:
    (record,) = events(town)
    assert record.location is not None and record.location.place == town.split(",")[0].title()


def test_the_day_of_the_second_blast_is_that_of_the_first(events: Read) -> None:
    text = (
        "Two suicide bombers killed at least 38 people on metro trains in Moscow on Monday.\n\n"
        "The first explosion tore through a carriage. It killed at least 24 people. Forty minutes later, a "
        "second blast killed 14 more on a train.\n\n"
        "Moscow had not seen such an attack since a bomber killed 41 people there in February 2004."
    )
    found = [(r.scope, r.background, str(r.date.start)) for r in events(text) if r.date]
    assert found[-1] == ("incident", True, "2004-02-01")
    assert {day for _, background, day in found if not background} == {"2023-07-31"}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "Gunmen raided a bank in Huanta, Peru, on Monday. A guard was shot dead in that Andean town.",
            "Huanta",
        ),
        ("Gunmen raided a bank in Huanta, Peru, on Monday. A guard said that in town he was shot.", "Huanta"),
    ],
)
def test_that_town_is_the_one_named_last(events: Read, text: str, place: str) -> None:
    assert {r.location.place for r in events(text) if r.location} == {place}


def test_a_day_on_which_police_hunted_is_not_that_of_the_blast(events: Read) -> None:
    text = (
        "Police hunted on Tuesday for a man who left a bag at a shrine in Riga minutes before a bomb killed "
        "20 people there.\n\nThe blast, on Monday evening, also wounded 125."
    )
    assert told(events(text)) == [("bombing", False, "2023-07-31")]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Near Gao, gunmen killed two soldiers on Monday.", "Gao"),
        ("Outside Mosul, a bomb killed three policemen on Monday.", "Mosul"),
        ("Gunmen killed two soldiers near Gao on Monday.", "Gao"),
    ],
)
def test_near_begins_a_sentence_and_no_name(events: Read, text: str, place: str) -> None:
    assert [r.location and r.location.place for r in events(text)] == [place]


def test_a_claim_of_that_attack_is_of_the_one_told_last(events: Read) -> None:
    text = (
        "Gunmen abducted 90 pupils in Chibok, Nigeria, on Monday night. The raid came hours after a bomb at "
        "a bus station in Abuja killed 71 people. Boko Haram claimed that attack in a video."
    )
    claims = {r.category: [a.id for a in r.actors if a.attribution == "claimed"] for r in events(text)}
    assert claims == {"abduction": [], "bombing": ["boko_haram"]}


def test_a_suspicion_is_of_the_attack_that_it_names(events: Read) -> None:
    text = (
        "Blasts ripped through trains in Mumbai on Tuesday, killing 190 people. Hours earlier, militants had "
        "hurled grenades at buses in Srinagar, killing eight people. No group has claimed the Mumbai blasts, "
        "although police suspect Lashkar-e-Taiba."
    )
    held = [[a.name for a in r.actors if a.attribution == "suspected"] for r in events(text)]
    assert held == [["Lashkar-e-Taiba"], []]

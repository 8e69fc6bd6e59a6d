"""When and where the sentences before an event say that it was, and what announces events told after it."""

from collections.abc import Callable

import pytest

from extractor.records import EventRecord

Read = Callable[..., list[EventRecord]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Rebels killed two men in Quetta on Sunday. Last Friday armed men were seen in Bannu."
            " They shot four farmers.",
            [("Quetta", "2021-03-07"), ("Bannu", "2021-03-05")],
        ),
        (
            "March 7 - A bomb killed two men in Quetta.\nMarch 8 - Gunmen shot dead a teacher in Bannu.",
            [("Quetta", "2021-03-07"), ("Bannu", "2021-03-08")],
        ),
        ("QUETTA, March 7 - A bomb killed two men in Quetta.", [("Quetta", None)]),
    ],
)
def test_days_and_places(events: Read, text: str, expected: list[tuple[str, str | None]]) -> None:
    records = events(text, published="2021-03-09")
    told = [(r.location and r.location.place, r.date and r.date.start) for r in records]
    assert [(place, str(day) if day else None) for place, day in told] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Two attacks were carried out in Lima. A bomb hit a bank. Gunmen killed a judge in Callao.",
            ["bombing", "armed_assault"],
        ),
        ("Two bomb attacks shook Lima. Nobody claimed them.", ["bombing"]),
    ],
)
def test_an_announcement_is_no_event_beside_those_it_announces(
    events: Read, text: str, expected: list[str]
) -> None:
    assert [record.category for record in events(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Three attacks were carried out today, at a market in Quetta, at a school in Sukkur and at a bank"
            " in Bannu. Police said that gunmen attacked the market in Quetta. A bomb exploded at the bank in"
            " Bannu.",
            [("Quetta", ["market"]), ("Bannu", ["bank"])],
        ),
        (
            "Two explosions rocked Quetta and Bannu on Sunday. At least nine people were killed in the"
            " blasts.",
            [("Quetta", ["civilian"])],
        ),
    ],
)
def test_what_is_hit_in_several_towns_is_not_told_of_one_attack(
    events: Read, text: str, expected: list[tuple[str, list[str]]]
) -> None:
    found = [(r.location and r.location.place, [t.type for t in r.targets]) for r in events(text)]
    assert found == expected


def test_the_explosion_is_the_one_just_told(events: Read) -> None:
    text = "An explosion killed two men on the way to Quetta. The explosion occurred in Bannu."
    assert [record.location and record.location.place for record in events(text)] == ["Bannu"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "A bomb killed two soldiers in Domel on Tuesday. Earlier in the morning, two persons were injured"
            " when militants lobbed a hand grenade at the house of a trader in Baka Khel.",
            ["Domel", "Baka Khel"],
        ),
        (
            "A bomb killed two soldiers in Domel. Later, they were buried near the house of an elder.",
            ["Domel"],
        ),
    ],
)
def test_the_house_of_somebody_unknown_is_no_house_told_before(
    events: Read, text: str, places: list[str]
) -> None:
    assert [record.location and record.location.place for record in events(text)] == places

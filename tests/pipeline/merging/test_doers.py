"""What another group did is another event, and what a sentence goes on to in another place."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractor.records import EventRecord

Read = Callable[..., list[EventRecord]]
RAID = (
    "Guerrillas of the ELN kidnapped an engineer in Arauca, Colombia, on Tuesday. "
    "Four policemen died when the FARC attacked a police post in Cumaribo. "
)


def told(records: list[EventRecord]) -> list[tuple[str, list[str | None]]]:
    """The type of each record and the ids of those who did it."""
    return [(r.event_type, [a.id for a in r.actors if a.role == "perpetrator"]) for r in records]


def test_what_another_group_did_is_another_event(events: Read) -> None:
    text = RAID + "The sources added that the ELN dynamited a pipeline."
    assert told(events(text)) == [
        ("kidnapping", ["eln_colombia"]),
        ("killing", ["farc"]),
        ("bombing", ["eln_colombia"]),
    ]


@pytest.mark.parametrize(
    "after",
    [
        "The attack by the FARC was condemned by the mayor.",
        "The FARC also fired rockets at the post.",
        "The ELN condemned the attack.",
    ],
)
def test_what_goes_on_about_it_is_not(events: Read, after: str) -> None:
    assert len(events(RAID + after)) == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Four people died when a bomb went off in Herat, and in Kandahar gunmen killed a judge.",
            [("Herat", ["bomb"]), ("Kandahar", [])],
        ),
        (
            "A roadside bomb killed two soldiers in Mosul; in Baquba, three policemen were shot dead.",
            [("Mosul", ["roadside bomb"]), ("Baquba", ["shot"])],
        ),
        (
            "A bomb killed two policemen in Quetta, while a trader was shot dead in Turbat.",
            [("Quetta", ["bomb"]), ("Turbat", ["shot"])],
        ),
        # The same event, told on.
        (
            "Gunmen attacked a convoy near Kidal, and two soldiers were killed in the ambush, which took "
            "place on the road to Gao.",
            [("Kidal", [])],
        ),
        (
            "A bomb exploded at a market in Kandahar, and eight of the wounded died in a hospital in Kabul.",
            [("Kandahar", ["bomb"])],
        ),
    ],
)
def test_two_places_of_one_sentence(events: Read, text: str, expected: list[tuple[str, list[str]]]) -> None:
    found = [(r.location.place, [w.text for w in r.weapons]) for r in events(text) if r.location]
    assert found == expected


@pytest.mark.parametrize(
    ("after", "days"),
    [
        ("The rebels used rockets in the attack, which began at dawn on Sunday.", ["2023-07-30"]),
        ("The following day a trader was shot dead there.", ["2023-07-31", "2023-08-01"]),
    ],
)
def test_the_day_of_the_attack_just_told(events: Read, after: str, days: list[str]) -> None:
    first = "Gunmen abducted a nurse in Gao on Monday.\n\n"
    found = events(f"{first}Four policemen died when rebels attacked a post in Menaka. {after}")
    assert [str(r.date.start) for r in found][1:] == days

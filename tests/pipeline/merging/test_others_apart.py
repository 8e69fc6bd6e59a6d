"""What somebody else did, and what happened elsewhere on the way of a long report."""

from collections.abc import Callable

import pytest

from extractor.records import EventRecord

Read = Callable[..., list[EventRecord]]


@pytest.mark.parametrize(
    ("text", "tolls"),
    [
        (
            "Russian forces shelled Izium on Monday, killing two people. Ukrainian drones hit a depot"
            " in Belgorod, killing three workers.",
            [2, 3],
        ),
        (
            "Saudi air strikes killed nine people in Saada on Monday. Emirati jets later struck a wedding,"
            " killing six guests.",
            [9, 6],
        ),
        (
            "Syria's army shelled a village in Idlib on Monday, killing five people. Turkish air strikes on a"
            " town killed nine.",
            [5, 9],
        ),
        # One attack, told twice, and the other side of it.
        (
            "US and British jets struck Hodeidah, killing five people. US forces said they hit radars.",
            [5],
        ),
        ("Pakistani troops opened fire in Poonch, killing a woman. Indian troops returned fire.", [1]),
    ],
)
def test_the_forces_of_another_country(events: Read, text: str, tolls: list[int]) -> None:
    killed = [record.casualties.killed for record in events(text)]
    assert [toll.best for toll in killed if toll is not None] == tolls


def test_an_arrest_is_not_where_the_text_goes_on_to(events: Read) -> None:
    text = (
        "A gunman killed nine pupils at a school in the city of Perm on Monday.\n\nThe attacker was detained"
        " at the scene.\n\nIn 2018, a student killed 20 people at a college in Kerch."
    )
    arrests = [r for r in events(text) if r.event_type == "arrest"]
    assert [r.location and r.location.place for r in arrests] == ["Perm"]


@pytest.mark.parametrize(
    "care", ["is being treated in Bangui", "was under treatment in Bangui", "is recovering in Bangui"]
)
def test_where_the_wounded_are_treated(events: Read, care: str) -> None:
    (record,) = events(f"Gunmen killed a teacher in Bria on Monday. A colleague was wounded and {care}.")
    assert record.location is not None
    assert record.location.place == "Bria"


def test_the_day_of_the_headline_is_that_of_the_opening(events: Read) -> None:
    text = (
        "Seven killed in overnight barrage\nRussia launched missiles at Ukraine overnight, killing seven"
        " people, officials said on Tuesday.\n\nIn Kryvyi Rih, a missile destroyed a hotel, killing four.\n\n"
        "A drone killed three people in Zaporizhzhia."
    )
    parts = [r for r in events(text) if r.scope == "incident"]
    assert [str(r.date and r.date.start) for r in parts] == ["2023-08-01"] * 2


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        (
            "Nine people were killed in separate attacks in Borno on Monday. In Bama, a mine killed three"
            " farmers. Gunmen shot dead two traders in Monguno.",
            ["aggregate", "incident", "incident"],
        ),
        (
            "Two policemen and a trader killed in separate incidents\nTwo policemen and a trader were killed"
            " in separate incidents in Sindh on Friday.\nGunmen shot dead a constable in Sukkur.\nIn Larkana,"
            " a constable was killed when militants fired at a post.\nUnidentified men gunned down a trader"
            " in Dadu.\n",
            ["incident"] * 3,
        ),
        ("Two soldiers were killed in separate attacks in Yala on Sunday.", ["incident"]),
        (
            "Insurgents carried out 14 attacks in Cabo Delgado in June. Nineteen civilians and eleven"
            " soldiers were killed. On 4 June, insurgents ambushed a convoy near Awasse, killing five men.",
            ["aggregate", "incident"],
        ),
        (
            "UN: 412 civilians killed in eastern Congo in June\nThe UN documented 412 civilians killed and"
            " 187 wounded by armed groups in eastern Congo in June, it said on Thursday.",
            ["aggregate"],
        ),
        (
            "Bandits staged nine attacks in Katsina in June. Two farmers died in an ambush near Jibia.",
            ["aggregate", "incident"],
        ),
    ],
)
def test_a_sum_and_its_parts(events: Read, text: str, scopes: list[str]) -> None:
    assert [record.scope for record in events(text)] == scopes


@pytest.mark.parametrize(
    "doers",
    [
        "Rebels linked to Islamic State",
        "Gunmen believed to be linked to Boko Haram",
        "Fighters connected with the Taliban",
    ],
)
def test_what_they_are_linked_to_is_a_group_and_no_deed(events: Read, doers: str) -> None:
    (record,) = events(
        f"{doers} killed nine farmers, most of them women, near Mora late on Friday, officials said."
    )
    assert not record.background


def test_a_heading_above_short_paragraphs_ends_with_its_line(events: Read) -> None:
    text = (
        "Two policemen killed in KP\nPESHAWAR: Two policemen were killed in Khyber on Saturday.\n\n"
        "Gunmen shot at their van.\n\nNobody claimed it.\n"
    )
    (record,) = events(text)
    assert record.casualties.killed is not None
    assert record.casualties.killed.best == 2

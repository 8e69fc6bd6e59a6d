"""Who did it, where a small word is missing: a comma after a place or a vehicle, "on" before a day,
"then" before "shot dead"."""

from collections.abc import Callable

import pytest

from extractor.records import EventRecord

Read = Callable[..., list[EventRecord]]


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("In Pattani province insurgents blew up a bridge on Monday.", ["insurgents"]),
        ("In another incident at Otra in Yala District rebels shot dead a civilian.", ["rebels"]),
        ("On Monday in Tame municipality guerrillas killed two policemen.", ["guerrillas"]),
        ("Near Dori in Sahel region jihadists attacked a convoy on Monday.", ["jihadists"]),
        ("In Gao two suspected jihadists opened fire on a market.", ["two suspected jihadists"]),
        ("At Kidal in Gao region Tuareg rebels had ambushed a convoy.", ["Tuareg rebels"]),
        # Those who are of the place.
        ("An attack by Gao rebels killed nine soldiers on Monday.", ["Gao rebels"]),
    ],
)
def test_doers_after_a_place(events: Read, text: str, doers: list[str]) -> None:
    assert [actor.text for record in events(text) for actor in record.actors] == doers


@pytest.mark.parametrize(
    ("text", "doers", "killed"),
    [
        ("Suspected ISWAP militants 3 May killed at least 12 soldiers near Marte.", ["iswap"], 12),
        ("Alleged drug traffickers 20 April shot dead the mayor of Tumaco.", ["narco_terrorists"], 1),
        ("The attack of 3 May killed nine soldiers in Goma.", [], 9),
        ("Since 3 May shelling has killed 12 civilians in Kherson.", [], 12),
    ],
)
def test_doers_before_a_bare_day(events: Read, text: str, doers: list[str], killed: int) -> None:
    (record,) = events(text, published="2024-05-15")
    assert [actor.id for actor in record.actors] == doers
    assert record.casualties is not None and record.casualties.killed is not None
    assert record.casualties.killed.best == killed


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("Two men on a motorcycle shot dead a trader in Ilorin on Monday.", ["Two men"]),
        ("Four men on motorbikes shot dead a policeman in Hub on Monday.", ["Four men"]),
        ("Gunmen in a car opened fire on worshippers in Kano, killing six.", ["Gunmen"]),
        ("A bomb on a motorcycle killed four people in Hub on Monday.", []),
    ],
)
def test_doers_before_a_vehicle(events: Read, text: str, doers: list[str]) -> None:
    (record,) = events(text)
    assert [actor.text for actor in record.actors] == doers


@pytest.mark.parametrize(
    ("text", "doers", "killed"),
    [
        ("A settler shot dead a trader in Hub on Monday.", ["A settler"], 1),
        ("A herder shot dead two farmers in Jos on Monday.", ["A herder"], 2),
        ("A constable shot dead his colleague in Hub on Monday.", ["A constable"], 1),
        ("A sniper shot and killed a guard in Samarra on Monday.", ["A sniper"], 1),
        # Those who were shot.
        ("A policeman shot dead by rebels in Hub was buried on Monday.", ["rebels"], 1),
        ("A trader shot dead in Hub on Monday had been threatened by a militia.", [], 1),
    ],
)
def test_who_shot_whom_dead(events: Read, text: str, doers: list[str], killed: int) -> None:
    (record,) = events(text)
    assert [actor.text for actor in record.actors] == doers
    assert record.casualties is not None and record.casualties.killed is not None
    assert record.casualties.killed.best == killed

"""What an event was done with: weapons that are named, and weapons that the words for the deed tell of."""

from collections.abc import Callable

import pytest

from extractor.records import EventRecord

Read = Callable[..., list[EventRecord]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen shot dead a trader in Bannu.", {("shot", "firearm")}),
        ("Gunmen shot dead a trader with a pistol in Bannu.", {("pistol", "firearm")}),
        ("Maoists set ablaze two trucks in Gaya.", {("set ablaze", "incendiary")}),
        ("A petrol bomb was hurled at a truck in Feni.", {("petrol bomb", "incendiary")}),
        (
            "Two soldiers died in an exchange of fire with rebels in Bijapur.",
            {("exchange of fire", "firearm")},
        ),
        ("Two soldiers died in clashes with rebels in Bijapur.", set()),
        ("Rebels ambushed a patrol near Dori.", set()),
        ("Gunmen abducted a trader in Bannu.", set()),
        ("A bomb exploded outside a bank in Herat.", {("bomb", "explosive")}),
        ("A car bombing with a bomb of 40 kg killed four people in Herat.", {("bomb", "vehicle_bomb")}),
        ("Warplanes bombed a village near Idlib, killing six.", {("Warplanes bombed", "air_bomb")}),
        ("Rebels abducted two soldiers of the 5th Artillery Battalion in Bijapur.", set()),
        ("Troops of the search operation died in Bijapur when a bomb exploded.", {("bomb", "explosive")}),
        ("The ELN dynamited a pipeline while gasoline was being pumped.", {("dynamited", "explosive")}),
        (
            "A car loaded with explosives was detonated in Medellin.",
            {("car loaded with explosives", "vehicle_bomb")},
        ),
        ("Police arrested a man who had been shot in Ranchi.", set()),
        # Arms that were taken, or given up, are not what it was done with.
        ("Rebels killed two guards in Loikaw and made off with their rifles.", set()),
        ("The rebels killed nine soldiers in Loikaw and seized a mortar and seven rifles.", set()),
        ("Gunmen armed with rifles killed two guards in Loikaw.", {("rifles", "firearm")}),
        # What a bomb weighs, and what is shot down.
        (
            "A 200-pound bomb killed two policemen in Omagh.",
            {("bomb", "explosive")},
        ),
        ("Air defences shot down two drones over Marib.", {("drones", "drone")}),
    ],
)
def test_weapons(events: Read, text: str, expected: set[tuple[str, str]]) -> None:
    record, *_ = events(text)
    assert {(weapon.text, weapon.type) for weapon in record.weapons} == expected


def test_the_word_for_the_deed_is_the_evidence(events: Read) -> None:
    (record,) = events("Gunmen shot dead a trader in Bannu.")
    assert [(e.text, e.rule) for e in record.evidence if e.field == "weapons"] == [
        ("shot", "attack_types/shooting")
    ]

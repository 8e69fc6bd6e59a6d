"""Further deeds of one incident, weapons beside arrests and looting, and bombs that were laid or stored."""

from collections.abc import Callable

import pytest

from extractor.records import EventRecord

Read = Callable[..., list[EventRecord]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen abducted a trader in Bannu and shot him dead.", {"abduction", "armed_assault"}),
        ("Gunmen abducted a trader in Bannu.", {"abduction"}),
        ("Maoists set ablaze two trucks and beat up the drivers in Gaya.", {"arson", "armed_assault"}),
        ("Maoists set ablaze two trucks in Gaya.", {"arson"}),
        (
            "Rebels ambushed a patrol near Dori and decamped with four rifles.",
            {"armed_assault", "weapons_seizure"},
        ),
        ("Gunmen robbed a bank and fled with cash in Quetta.", {"robbery"}),
        ("Police arrested a rebel with a pistol in Ranchi.", {"arrest", "weapons_seizure"}),
        ("Police arrested a rebel with his brother in Ranchi.", {"arrest"}),
        ("Police recovered three landmines from a forest in Bijapur.", {"weapons_seizure"}),
        ("Police recovered a landmine buried under a road in Bijapur.", {"bombing"}),
        ("Police busted a Maoist camp in Sukma.", {"weapons_seizure"}),
        # those who were burnt alive died of the fire
        ("Gunmen torched a bus in Mastung, burning four passengers alive.", {"arson"}),
        ("Militiamen set fire to huts in Bunia and shot dead three farmers.", {"arson", "armed_assault"}),
        # What was found out about a bomb, and the squad that is called after bombs.
        (
            "A bomb went off in Quetta. Police found that the bomb was made of fertiliser and TNT.",
            {"bombing"},
        ),
        ("The bomb squad discovered TNT in Quetta.", {"weapons_seizure"}),
        ("Police arrested two men who had shot dead a trader, in Ranchi.", {"arrest"}),
        ("Police arrested two rebels during a raid in Ranchi.", {"arrest"}),
    ],
)
def test_categories(events: Read, text: str, expected: set[str]) -> None:
    assert {r.category for r in events(text) if not r.background} == expected


def test_a_further_deed_names_the_record_that_holds_the_toll(events: Read) -> None:
    abduction, killing = events("Gunmen abducted four traders and killed them near Quetta.")
    assert (abduction.category, abduction.casualties.killed and abduction.casualties.killed.best) == (
        "abduction",
        4,
    )
    assert (killing.category, killing.part_of, killing.casualties.killed) == (
        "armed_assault",
        abduction.id,
        None,
    )


def test_houses_burned_beside_the_killing_of_people_are_the_further_deed(events: Read) -> None:
    raid, arson = events(
        "Gunmen stormed a village near Jos on Monday and killed seven people. They set fire to 45 houses."
    )
    killed = raid.casualties.killed
    assert (raid.category, killed and killed.best, arson.category) == ("armed_assault", 7, "arson")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels raided a farm near Otra, killing four peasants and burning nine houses.", "armed_assault"),
        ("Contras murdered two teachers and destroyed a health center in Yala.", "armed_assault"),
        ("Armed men torched 30 huts and hacked five people to death near Bunia.", "armed_assault"),
        ("Raiders killed two herders and stole 300 cattle near Dori.", "armed_assault"),
        # They died of the fire.
        ("Rebels torched a bus near Otra, killing six passengers.", "arson"),
        ("Contras wrecked a school in Leon.", "infrastructure_attack"),
    ],
)
def test_the_killing_in_the_same_sentence_says_what_happened(events: Read, text: str, expected: str) -> None:
    assert events(text)[0].category == expected


def test_a_man_and_the_pronoun_for_him_are_one(events: Read) -> None:
    (record,) = events("Maoists seized a farmer in Sukma and shot him dead.")
    assert [(part.group, part.killed and part.killed.best) for part in record.casualties.by_group] == [
        ("civilian", 1)
    ]

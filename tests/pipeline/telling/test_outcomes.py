"""What became of the wounded and the abducted, within the sentence that tells of them."""

from collections.abc import Callable

import pytest

from extractor.records import EventRecord

Tolls = Callable[[str], str]
Read = Callable[..., list[EventRecord]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # who died of the wounds told of is dead, and not hurt
        ("A guard sustained burns in the rebel attack and died on the way to a clinic in Tori.", "killed 1"),
        ("A rebel was wounded in the clash near Tori and later succumbed to his injuries.", "killed 1"),
        (
            "Constable Ram Das was wounded in an ambush by Maoists near Tori and was flown to Ranchi, "
            "where he died.",
            "killed 1",
        ),
        # a name that begins its sentence, and a number that is a name
        ("Gunmen attacked Arif Hossain, a teacher, in Tori. Hossain was injured in the attack.", "injured 1"),
        (
            "Gunmen fired on Myo Lwin in Tori. Lwin, a Ward Number 3 administrator, was killed.",
            "killed 1",
        ),
        # a clause about two who are told of one after the other, and some of those just counted
        ("Three nuns and a driver who were kidnapped near Tori by rebels came home.", "abducted 4"),
        ("A bomb killed 51 people at a wedding in Tori, 22 of them under the age of 14.", "killed 51"),
        # others died
        ("Four guards were wounded and two died in an ambush by rebels near Tori.", "killed 2, injured 2"),
        # goods that were taken away are nobody's abduction
        ("Maoists blew up a mill in Tori and took away 40 bags of rice.", "none"),
        ("Rebels took away two farmers from a village near Tori.", "abducted 2"),
        # those known to be abducted are not abducted again
        ("Two rebels were killed when police tried to free the six abducted guards near Tori.", "killed 2"),
        ("Rebels freed three abducted nurses near Tori.", "abducted 3"),
        (
            "Rebels abducted two farmers from Tori. One of the abducted men has come home.",
            "abducted 2",
        ),
        # a list with asides
        (
            "Two policemen, identified as Ram Das and Gopal Rai, and four others, three of them identified "
            "as Ravi Lal, Mohan Das and Anil Roy, sustained injuries in an ambush by rebels near Tori.",
            "injured 6",
        ),
        # some of those told of before, and what befell each of them
        ("Four guards were killed by rebels near Tori. Two of the four killed were beheaded.", "killed 4"),
        (
            "Three of the five dead were women, police said after gunmen killed five herders in Tori.",
            "killed 5",
        ),
        (
            "Two herders, one of whom was later shot dead, were injured by rebels near Tori.",
            "killed 1, injured 2",
        ),
        # whom "them" stands for
        ("Rebels caught a teacher and his son near Tori and thrashed them.", "injured 2"),
        # a list after a title; others besides
        (
            "Farid, the former governor, two guards, one cook and a driver were injured by a bomb in Kabul.",
            "injured 5",
        ),
        ("Besides five rebels, one soldier was killed when rebels attacked a post in Tori.", "killed 6"),
    ],
)
def test_outcomes(tolls: Tolls, text: str, expected: str) -> None:
    assert tolls(text) == expected


@pytest.mark.parametrize(
    ("text", "place", "district"),
    [
        (
            "A trooper was hurt in a clash with Maoists in Sukma District. The clash took place near "
            "Borapal village.",
            "Borapal",
            "Sukma",
        ),
        (
            "A trooper was hurt in a clash with Maoists at Borapal village in Sukma District. In the "
            "gunfight a constable suffered burns and was flown to Ranchi.",
            "Borapal",
            "Sukma",
        ),
        (
            "Maoists fired on a post in the Bastar region on Monday. The post at Kesval village under "
            "Bhairamgarh in Bijapur District was hit twice.",
            "Kesval",
            "Bijapur",
        ),
        (
            "Two traders were killed as rebels fired at trucks at Karamdih in Jamui District. Police said "
            "that 15 rebels fired at the trucks on the Tata-Ranchi highway, killing two traders.",
            "Karamdih",
            "Jamui",
        ),
    ],
)
def test_where_it_took_place(events: Read, text: str, place: str, district: str) -> None:
    (record,) = events(text)
    assert record.location is not None
    assert (record.location.place, record.location.district) == (place, district)


@pytest.mark.parametrize(
    "text",
    [
        "A Maoist wanted in connection with several murders, identified as Ram Das, surrendered before the "
        "police in Sukma District.",
        "Another rebel facing at least eight court cases including two murders surrendered at the "
        "district headquarters of Jamui.",
    ],
)
def test_news_after_a_reference(events: Read, text: str) -> None:
    assert [record.category for record in events(text)] == ["surrender"]


def test_what_is_added_is_of_the_same_attack(events: Read) -> None:
    text = "Rebels attacked Tori. In addition to four rebels, two guards were killed in the attack on Tori."
    assert len(events(text)) == 1

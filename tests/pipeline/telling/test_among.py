"""Those told to be among the dead, and those who are told of after the word for what befell them."""

from collections.abc import Callable

import pytest

from extractor.records import EventRecord

Read = Callable[..., list[EventRecord]]
Tolls = Callable[[str], str]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two nurses were among those killed when a bomb went off at a bank in Mosul.", "killed 2"),
        ("Among those killed in the bombing of a bank in Aden were five traders.", "killed 5"),
        ("Among the dead in the attack by the PKK near Silopi were six labourers.", "killed 6"),
        ("A grenade hit a bus in Lima. Among the injured were four children.", "injured 4"),
        ("A bomb exploded in Kabul on Monday. The dead included three soldiers.", "killed 3"),
        ("Killed in the raid by the ELN near Saravena were seven villagers and a nurse.", "killed 8"),
        ("Wounded in the attack on a market in Aden were nine labourers.", "injured 9"),
        ("Gunmen attacked a hotel in Bamako. Also killed were two guards of the minister.", "killed 2"),
        # They are counted in the whole.
        ("A bomb killed 12 people in Kabul on Monday. Among the dead were three soldiers.", "killed 12"),
        ("A mine killed five soldiers near Gao. The dead were on patrol.", "killed 5"),
        # No people are told to be among them.
        ("Police killed a rebel near Gaya. The slain rebel was a member of the TPC.", "killed 1"),
    ],
)
def test_those_among_the_dead(tolls: Tolls, text: str, expected: str) -> None:
    assert tolls(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A car bomb killed 20 people in Baghdad, and five policemen were among the dead.",
            {"civilian": 15, "security": 5},
        ),
        (
            "A bomb killed 101 people in Kohat on Monday. Officials said 97 of the dead were policemen.",
            {"civilian": 4, "security": 97},
        ),
        (
            "Gunmen killed 14 people near Anka on Friday. Ninety-seven cows were taken. Nine of those killed "
            "were vigilantes, the governor said.",
            {"civilian": 5, "security": 9},
        ),
        ("Rebels killed 21 people in Oicha; eight of the dead were women.", {"civilian": 21}),
        (
            "Two of the dead were brothers, police said after gunmen killed five traders in Kano.",
            {"civilian": 5},
        ),
        (
            "Nine people died, including the three attackers, in a raid on a mosque in Srinagar.",
            {"civilian": 6, "militant": 3},
        ),
        ("TTP commander Hasan Nur and seven of his men were killed by soldiers near Wana.", {"militant": 8}),
        ("A police inspector and his two bodyguards were killed by a mine near Gaya.", {"security": 3}),
        (
            "A Taliban commander and his wife were killed in an air strike near Khost.",
            {"militant": 1, "civilian": 1},
        ),
        ("The wife and six children of a police officer were killed by bandits in Zaria.", {"civilian": 7}),
        ("Two brothers of an al-Shabaab defector were beheaded near Afgoye.", {"civilian": 2}),
        ("The son of a TTP commander was shot dead in Peshawar.", {"civilian": 1}),
    ],
)
def test_whose_side_they_were_on(events: Read, text: str, expected: dict[str, int]) -> None:
    shares = {share.group: share.killed for r in events(text) for share in r.casualties.by_group}
    assert {group: toll.best for group, toll in shares.items() if toll is not None} == expected

"""Who is held to have done it: the first actor of an event, and the order of the sides of a clash."""

from collections.abc import Callable

import pytest

from extractor.records import EventRecord

Read = Callable[..., list[EventRecord]]


def kinds(record: EventRecord) -> list[str]:
    """The actors' kinds in order, those who take part marked by a "+"."""
    return [f"{'+' if actor.role == 'participant' else ''}{actor.kind}" for actor in record.actors]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Maoists killed a farmer in Sukma.", ["armed_group"]),
        (
            "A bomb laid by the Taliban under a road was defused by police in Bannu.",
            ["armed_group", "+state_force"],
        ),
        ("Police defused a bomb on a railway line in Jacobabad.", ["+state_force"]),
        ("Three Maoists were killed in an encounter in Sukma.", ["+state_force", "+armed_group"]),
        ("A gunfight broke out between Maoists and police in Sukma.", ["+state_force", "+armed_group"]),
        (
            "An exchange of fire broke out between police and Maoists in Koraput.",
            ["+state_force", "+armed_group"],
        ),
        ("Maoists exchanged fire with police in Sukma.", ["+armed_group", "+state_force"]),
        ("A constable was killed in an encounter with Maoists in Sukma.", ["+armed_group", "+state_force"]),
        ("Three Maoists surrendered in Sukma.", ["+armed_group"]),
        ("Police arrested two Maoists in Gaya.", ["state_force"]),
        ("Two vehicles were burnt in separate incidents of arson by Maoists in Sukma.", ["armed_group"]),
        ("Two shops were burnt in the Maoist-hit district of Sukma.", []),
    ],
)
def test_actors_in_order(events: Read, text: str, expected: list[str]) -> None:
    assert kinds(events(text)[0]) == expected


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("A trader was killed in a Maoist ambush near Gaya.", {"maoists_in"}),
        ("A judge who had sentenced TTP members was shot dead in Quetta.", set()),
        ("A bomb went off near a mosque in Quetta hours after the Taliban took Kabul.", set()),
    ],
)
def test_a_group_that_is_only_spoken_of_did_nothing(events: Read, text: str, groups: set[str]) -> None:
    (record,) = events(text)
    assert {actor.id for actor in record.actors if actor.id} == groups

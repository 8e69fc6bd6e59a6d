"""A wing acts; what it is a wing of is named to say whose it is."""

from collections.abc import Callable

import pytest

from extractor.records import EventRecord

Read = Callable[..., list[EventRecord]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "JNIM, the Sahel branch of al-Qaeda, attacked a camp in Djibo, killing nine soldiers.",
            {"jnim"},
        ),
        (
            "Soldiers fought the New People's Army (NPA), the guerrilla arm of the Communist Party, and "
            "killed two of its fighters in Samar.",
            {"npa"},
        ),
        # Two groups of a list did it together.
        ("The TTP and the BLA attacked a post in Zhob, killing two soldiers.", {"ttp", "bla"}),
    ],
)
def test_the_whole_of_a_wing_did_nothing(events: Read, text: str, expected: set[str]) -> None:
    actors = {actor.id for event in events(text) for actor in event.actors if actor.kind == "armed_group"}
    assert actors == expected

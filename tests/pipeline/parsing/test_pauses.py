"""Who did it, where no comma parts them from the place before."""

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

"""Crimes of private life are no events; what armed people, groups and crowds do is."""

from collections.abc import Callable

import pytest

from extractor.records import EventRecord

Read = Callable[..., list[EventRecord]]


@pytest.mark.parametrize(
    "text",
    [
        "A man was stabbed to death by his brother over land in Nakuru on Monday.",
        "A husband shot dead his wife and two children in Denver on Monday before killing himself.",
        "A woman was strangled by her former husband in Lyon on Monday.",
        "A boy was stabbed by his uncle in a row over a mobile phone in Accra on Monday.",
        "A man was shot dead in a road-rage incident in Phoenix on Monday.",
        "The night his wife was shot dead, the actor was seen with a gun, his murder trial heard on Monday.",
        "Two teenagers were wounded when a row over a girl ended in a stabbing in Leeds on Monday.",
    ],
)
def test_private(events: Read, text: str) -> None:
    assert events(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen shot dead a tribal elder over a land dispute in Wana on Monday.",
        "Rebels stabbed a farmer to death over land in Ituri on Monday.",
        "Two clans clashed over grazing land in Warrap on Monday, leaving nine people dead.",
        "A man shot his wife and two policemen in Denver on Monday.",
        "A militant shot dead his brother in Sopore on Monday.",
        "A senator was stabbed by a man in Bogota on Monday.",
        "His wife was shot dead by rebels at his farm in Jos on Monday.",
        "Gunmen shot dead a trader in front of his son in Quetta on Monday.",
    ],
)
def test_not_private(events: Read, text: str) -> None:
    assert len(events(text)) == 1

"""Whom and what an event was aimed at, apart from those who merely suffered by it or were near."""

from collections.abc import Callable

import pytest

from extractor.records import EventRecord

Read = Callable[..., list[EventRecord]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Gunmen attacked a police post in Tank, killing two policemen. Three attackers died.",
            {"a police post", "two policemen"},
        ),
        ("Rebels killed nine soldiers near Dori. Four rebels were killed.", {"nine soldiers"}),
        (
            "Gunmen killed two members of the TTP and a trader in Tank.",
            {"two members of the TTP", "a trader"},
        ),
        ("Police shot dead three militants in Tank. A constable was killed.", {"three militants"}),
        ("Gunmen shot dead a teacher near a bank in Herat.", {"a teacher"}),
        (
            "A bomb exploded near a police station in Herat, killing a vendor.",
            {"a police station", "a vendor"},
        ),
        ("A bomb exploded in Herat, killing eleven people.", {"eleven people"}),
        ("A bomb hit a minibus in Herat, killing eleven people.", {"a minibus"}),
        ("A bomb hit a minibus in Herat. The minibus was carrying nurses.", {"a minibus"}),
        ("Rebels burned two trucks near Dori. The trucks were new.", {"two trucks"}),
    ],
)
def test_targets(events: Read, text: str, expected: set[str]) -> None:
    assert {target.text for record in events(text) for target in record.targets} == expected

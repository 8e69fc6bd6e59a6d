"""Event words that stand for no event: what goes on still, habits, weapons that were only seized."""

from collections.abc import Callable

import pytest

from extractor.records import EventRecord

Read = Callable[..., list[EventRecord]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen killed two soldiers in Tank, where the army is fighting the TTP.", ["armed_assault"]),
        ("Two soldiers were killed in Tank, where the army clashed with the TTP.", ["clash"]),
        ("When there is war and when thousands are killed by rebels, nobody wins.", []),
        ("Two soldiers were killed in Tank when rebels attacked their post.", ["armed_assault"]),
        ("Police seized two grenades in Tank.", ["weapons_seizure"]),
        ("A roadside bomb hit a police van in Tank.", ["bombing"]),
    ],
)
def test_categories(events: Read, text: str, expected: list[str]) -> None:
    assert [record.category for record in events(text)] == expected

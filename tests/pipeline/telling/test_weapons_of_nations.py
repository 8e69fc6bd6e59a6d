"""Whose the weapons are: "a Russian drone killed two people" tells of Russia's army."""

from collections.abc import Callable

import pytest

from extractor.records import EventRecord

Read = Callable[..., list[EventRecord]]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("An Israeli missile struck near the gate of a school in Rafah, killing ten people.", "il"),
        ("Russian guided bombs hit a crowded store in Kharkiv, killing 12 people.", "ru"),
        ("A Russian drone killed two people in Kherson.", "ru"),
        ("Pakistani mortar fire killed two villagers in Poonch.", "pk"),
        ("Russian rockets slammed into a market in Kramatorsk, killing five people.", "ru"),
        # who spoke did not do it
        ("Ukrainian shelling of the border town of Shebekino injured five people, the mayor said.", "ua"),
        # made there, or fired by no army
        ("A Russian-made rocket killed two men near Erbil.", None),
        ("Palestinian rockets hit a house in Sderot, killing a woman.", None),
        ("A Lebanese rocket killed a farmer in Metula.", None),
    ],
)
def test_whose_weapons_did_it(events: Read, text: str, code: str | None) -> None:
    actors = [actor.id or "" for record in events(text) for actor in record.actors]
    assert [actor.partition("_")[0] for actor in actors] == ([code] if code else [])

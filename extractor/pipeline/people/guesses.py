"""Who people are held to be: "armed men believed to be fighters of the Red Front"."""

from __future__ import annotations

from collections.abc import Callable, Container
from typing import TYPE_CHECKING

from extractor.pipeline.people.reading import Reading

if TYPE_CHECKING:
    from extractor.pipeline.people.phrase import People

# So many words on from "believed to be" stands what they are held to be.
_REACH = 6


def held_to_be(
    read: Callable[[Reading, int], People | None], reading: Reading, likely: Container[str], head: int
) -> People | None:
    """The fighters whom the people at `head` are held to be, however the words are parsed.

    `likely` are words such as "believed"; `read` reads a phrase as people.
    """
    held = head + 2 if reading.lower[head + 1 : head + 2] == [","] else head + 1
    if held >= len(reading) or reading.lower[held] not in likely or head not in reading.targets:
        return None  # what one man is held to be does not say what those told of with him were
    if reading.tags[held + 1 : held + 3] != ["TO", "VB"]:
        return None
    for i in range(held + 3, min(held + 3 + _REACH, len(reading))):
        people = read(reading, i) if i in reading.targets else None
        if people is not None:
            return people if people.group == "militant" else None
    return None

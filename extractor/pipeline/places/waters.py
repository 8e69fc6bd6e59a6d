"""Seas and straits: no land's."""

from __future__ import annotations

from extractor.pipeline.places.wording import Wording
from extractor.pipeline.places.words import Words

# The rule of a mention that is a water.
WATER = "places/water"


def is_water(words: Words, start: int, end: int, wording: Wording) -> bool:
    """True of "in the Red Sea", false of "the Red Sea state", which a country has."""
    the = start > 0 and words.lower[start - 1] == "the"
    return the and (
        end >= len(words) or (wording.kinds.at(words.lower, end) is None and not words.name_like[end])
    )

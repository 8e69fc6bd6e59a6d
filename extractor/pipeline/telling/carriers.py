"""Vehicles that carry a bomb: they are what it was done with, and nobody aimed at them."""

from __future__ import annotations

from extractor.lexicon.lexicon import Lexicon
from extractor.pipeline.people.reading import Reading


def carries_bomb(reading: Reading, lexicon: Lexicon, thing: int) -> bool:
    """True of the motorcycle of "a motorcycle packed with explosives", and of the van of "a bomb in a
    stolen van"."""
    for c in reading.children[thing]:
        if reading.deps[c] in ("acl", "amod", "relcl"):
            load = reading.prepositional(c, "with")
            if c > thing and any(i in reading.weapons for i in load):
                return True
            if c < thing and reading.lower[c] in lexicon.words["taken_or_left"]:
                return _is_in(reading, thing)
    return False


def _is_in(reading: Reading, thing: int) -> bool:
    """Whether the thing is what a weapon is in or on."""
    preposition = reading.heads[thing]
    holder = reading.heads[preposition]
    while reading.deps[holder] == "acl":
        holder = reading.heads[holder]  # "hidden in"
    return reading.lower[preposition] in ("in", "inside", "on", "aboard") and holder in reading.weapons

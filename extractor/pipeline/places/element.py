"""A name in a text that can be a place's."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.gazetteer import NameMatch
from extractor.pipeline.places.wording import Level


@dataclass(slots=True)
class Element:
    """A name at tokens `start` to `end`; `left` to `right` cover its kind words too.

    `matches` are the gazetteer's places of the name (empty: unknown). `head` is the organisation
    word that follows and takes the name for itself ("Delhi Police"), `based` stands for "X-based",
    `of_group` for a name inside that of a group, `border` for a country that a border is with, `beside` for a
    place that the one before it lies near, and not in, `measured` for one so many kilometres away.
    `frontier` is where "the Chad border" or "the Kenya-Somalia border" ends, of which the element is a
    side. `in_chain` is one that a smaller one lies in.
    """

    start: int
    end: int
    left: int
    right: int
    text: str
    matches: tuple[NameMatch, ...]
    level: Level | None = None
    in_name: bool = False
    of_group: bool = False
    after_comma: bool = False
    based: bool = False
    compound: bool = False
    plural: bool = False
    border: bool = False
    beside: bool = False
    measured: bool = False
    in_chain: bool = False
    frontier: int = 0

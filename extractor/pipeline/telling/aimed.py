"""What an event word can be joined to: people, the things and places that it hit or happened by."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.pipeline.mentions import NameMention
from extractor.pipeline.people.phrase import People

# Whatever blows up on a road or beside it was meant for those who use it.
ROAD = "road"
VILLAGE = "village"


@dataclass(frozen=True, slots=True)
class Thing:
    """An object that was hit, and whose it is ("the vehicle of a judge", "a ministry's van").

    Positions count from the first token of its sentence. `owner` are the people whose it is, `part_of`
    the id of the thing that it belongs to. `beside`: the event happened near it or in it.
    """

    sentence: int
    start: int
    end: int
    mention: NameMention
    owner: People | None = None
    part_of: str | None = None
    beside: bool = False


@dataclass(frozen=True, slots=True)
class Spot:
    """The name of a place that is itself the aim; positions count from the first token of its sentence."""

    sentence: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Aims:
    """What an event word is joined to: `places` are themselves the aim, it happened by `bystanders`.

    `names` may be of persons that it was aimed at, and may be of anything else.
    """

    patients: tuple[People, ...] = ()
    things: tuple[Thing, ...] = ()
    places: tuple[Spot, ...] = ()
    bystanders: tuple[People, ...] = ()
    names: tuple[People, ...] = ()


NO_AIMS = Aims()

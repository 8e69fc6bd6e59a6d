"""People as a phrase tells of them: how many, what they are, which group they belong to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from extractor.pipeline.mentions import NameMention
from extractor.pipeline.people.numbers import Quantity
from extractor.pipeline.people.reading import Reading
from extractor.pipeline.people.sides import OF_GROUPS
from extractor.records import CasualtyGroup

Number = tuple[int | None, int | None, int | None]


@dataclass(frozen=True, slots=True)
class People:
    """A noun phrase for people. Positions count from the first token of sentence `sentence`.

    `entry` is the id in patterns/targets, or None for named persons without a role and for bare
    numbers ("killing two"). `names` are the groups and forces that the phrase names. `definite`:
    told of before ("the two soldiers"); `other`: besides those told before ("two others"); `anyone`: called
    by a word that fits any people told of before ("the victims"); `kin`: of one told of before ("his
    son"); `some` of those just told of ("nine of whom"). `members` are those counted in ("six people,
    including a mayor"), `parts` their groups and numbers.
    """

    sentence: int
    start: int
    end: int
    head: int
    quantity: Quantity
    entry: str | None
    group: CasualtyGroup
    names: tuple[NameMention, ...] = ()
    person_name: bool = False
    definite: bool = False
    other: bool = False
    bare: bool = False
    pronoun: bool = False
    anyone: bool = False
    some: bool = False
    kin: bool = False
    parts: tuple[tuple[CasualtyGroup, int], ...] = ()
    members: tuple[People, ...] = ()


def they(reading: Reading, head: int, number: Number) -> People:
    """Those told of before, by a pronoun or as "both"."""
    quantity = Quantity(head, head + 1, *number)
    return People(
        reading.sentence.index,
        head,
        head + 1,
        head,
        quantity,
        None,
        "unknown",
        definite=True,
        pronoun=True,
    )


def is_told_by(appositive: People, own: Quantity, several: bool) -> bool:
    """True where "A and B, two cadres" or "Red Front leader Ravi Das" say how many by what stands beside;
    false of "A, two guards and a driver", where no names are joined."""
    number = appositive.quantity.best
    if number is None:
        return False
    return (several and number > 1) or (own.best is None and own.vague is None)


def of_side(member: People | None, group: CasualtyGroup) -> People | None:
    """ "Four rebels, including the intelligence chief of the group": he is a rebel too."""
    if member is None or group == "civilian" or not member.definite or member.quantity.best != 1:
        return member
    if any(name.layer == "forces" for name in member.names):
        return member
    return replace(member, group=group)


def is_of_any_side(people: People) -> bool:
    return not people.names and people.entry in (None, "person", *OF_GROUPS)


def parts_of(members: Iterable[People], whole: CasualtyGroup) -> tuple[tuple[CasualtyGroup, int], ...]:
    """The groups and numbers of those counted in; a woman or a leader among three rebels is one of them."""
    return tuple(
        (whole if is_of_any_side(p) else p.group, p.quantity.best) for p in members if p.quantity.best
    )

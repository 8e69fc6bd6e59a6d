"""When two wordings tell of one target, and what kind of thing a target is."""

from __future__ import annotations

from spacy.tokens import Doc

from extractor.pipeline.lookup import within
from extractor.pipeline.notes import noted
from extractor.pipeline.people.phrase import People
from extractor.pipeline.telling.aimed import VILLAGE, Spot, Thing
from extractor.records import Target


def is_area(what: People | Thing | Spot) -> bool:
    return isinstance(what, Spot) or (isinstance(what, Thing) and what.mention.entry == VILLAGE)


def number(people: People | None) -> int | None:
    if people is None:
        return None
    return 1 if people.person_name else people.quantity.best


def is_same(known: Target, target: Target) -> bool:
    """True where two wordings tell of one target: "a minibus", and later "the minibus"."""
    if known.text.lower() == target.text.lower() or holds(known, target):
        return True
    if target.id is not None and target.id == known.id and is_whole_group(target):
        return True
    if (known.kind, known.type, known.id) != (target.kind, target.type, target.id):
        return False
    if None not in (known.number, target.number) and known.number != target.number:
        return False
    return known.text.lower().split()[-1] == target.text.lower().split()[-1]


def is_whole_group(target: Target) -> bool:
    """True of the Hamas of "a base of Hamas": fighters of whom nothing but the name is told."""
    return (target.kind, target.type, target.number) == ("person", "militant", None)


def is_by_name(doc: Doc, people: People) -> bool:
    """True of "constable Ravi Das", one person whose last word is a name that no pattern knows."""
    first = noted(doc).sentences[people.sentence].start
    known = within(noted(doc).names, first + people.start, first + people.end)
    capital = noted(doc).sentences[people.sentence].words[people.head][:1].isupper()
    return people.quantity.best == 1 and capital and all(m.end != first + people.end for m in known)


def holds(one: Target, other: Target) -> bool:
    """True of "the house of a contractor" and "the house": one is the other, with "of" and more."""
    short, long = sorted((one.text.lower(), other.text.lower()), key=len)
    return long.startswith(f"{short} of ")


def of_members(target: Target, members: dict[str, str]) -> Target:
    """The target by the group that the militants told of are said to belong to."""
    return target.model_copy(update=members) if target.type == "militant" and target.id is None else target

"""When the name of a person who was hit tells of nobody besides those told of before."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from extractor.pipeline.notes import noted
from extractor.pipeline.people.people import People
from extractor.pipeline.people.persons import role_of
from extractor.pipeline.recording.alike import is_by_name
from extractor.pipeline.telling.aimed import Spot, Thing

_Aim = People | Thing | Spot


def is_mere_name(doc: Doc, what: _Aim) -> bool:
    """True for one person of whom the article says no more than the name."""
    if not isinstance(what, People) or what.entry is not None or what.names:
        return False
    return is_by_name(doc, what) and _role(doc, what) is None


def is_told_before(doc: Doc, what: _Aim, told: Sequence[_Aim]) -> bool:
    """True for a named person whom the words that say who it is have told of already."""
    role = _role(doc, what) if isinstance(what, People) else None
    if role is None or role.quantity.best != 1:
        return False
    at = (role.sentence, role.head)
    return any(isinstance(p, People) and p is not what and (p.sentence, p.head) == at for p in told)


def are_all(victims: int, told: Sequence[_Aim]) -> bool:
    """True where those told of by what they are may well be all whom the event harmed."""
    people = {(p.entry, p.quantity.best): p for p in told if isinstance(p, People) and not p.pronoun}
    return 0 < victims <= sum(p.quantity.best or 0 for p in people.values())


def _role(doc: Doc, people: People) -> People | None:
    return role_of(people, noted(doc).sentences[people.sentence].lower, noted(doc).roles)

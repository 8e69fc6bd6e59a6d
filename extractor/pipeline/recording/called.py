"""When a person who was hit and of whom no more than a name is told may be one of those told of otherwise."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from extractor.pipeline.notes import noted
from extractor.pipeline.people.persons import role_of
from extractor.pipeline.people.phrase import People
from extractor.pipeline.recording.alike import is_by_name
from extractor.pipeline.telling.aimed import Spot, Thing

_Aim = People | Thing | Spot


def is_mere_name(doc: Doc, what: _Aim) -> bool:
    """True for one person of whom the article says no more than the name."""
    if not isinstance(what, People) or what.entry is not None or what.names:
        return False
    lower = noted(doc).sentences[what.sentence].lower
    return is_by_name(doc, what) and role_of(what, lower, noted(doc).roles) is None


def are_all(victims: int, told: Sequence[_Aim]) -> bool:
    """True where those told of by what they are may well be all whom the event harmed."""
    people = {(p.entry, p.quantity.best): p for p in told if isinstance(p, People) and not p.pronoun}
    return 0 < victims <= sum(p.quantity.best or 0 for p in people.values())

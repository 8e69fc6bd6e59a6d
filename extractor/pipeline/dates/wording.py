"""The words and forms of patterns/dates, read once and checked."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict

from extractor.patternfiles import default_patterns, read_entries, read_table

_T = TypeVar("_T", bound=BaseModel)

FOLDER = "dates"


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Words(_Entry):
    """words.yaml: what the slots of the forms stand for."""

    months: dict[int, tuple[str, ...]]
    also_words: frozenset[str]
    weekdays: dict[int, tuple[str, ...]]
    short_weekdays: tuple[str, ...]
    numbers: dict[str, int]
    vague: frozenset[str]
    ordinals: dict[str, int]
    fractions: dict[str, int]
    units: dict[str, tuple[str, ...]]
    thirds: dict[str, int]
    parts_of_day: frozenset[str]
    holidays: dict[str, tuple[str, ...]]
    lead_in: frozenset[str]
    counted: tuple[str, ...]


class Cues(_Entry):
    """cues.yaml: words beside a date that change what it is or say what it belongs to."""

    open_start: frozenset[str]
    on_which: frozenset[str]
    open_end: frozenset[str]
    span_openers: frozenset[str]
    span_joiners: frozenset[str]
    going_on: frozenset[str]
    apposition: frozenset[str]
    reporting: frozenset[str]
    rising: frozenset[str]
    other_matters: frozenset[str]
    aftermath: frozenset[str]
    following_deeds: frozenset[str]
    holding: frozenset[str]
    rites: frozenset[str]
    clause_openers: frozenset[str]
    of_matters: frozenset[str]
    reference_nouns: tuple[str, ...]
    reference_verbs: tuple[str, ...]
    bylines: frozenset[str]
    tallies: frozenset[str]
    relative_pronouns: frozenset[str]
    scene_nouns: frozenset[str]
    looking_ahead: frozenset[str]
    determiners: frozenset[str]


class Expression(_Entry):
    """One entry of expressions.yaml or no_dates.yaml; `match` holds (text, published, what is read)."""

    id: str
    forms: tuple[str, ...]
    reading: str = "nothing"
    kind: str = "point"
    shift: int = 0
    unit: str | None = None
    weeks_back: int = 0
    before_publication: bool = False
    future: bool = False
    match: tuple[tuple[str, str, str], ...] = ()
    no_match: tuple[str, ...] = ()

    @property
    def rule(self) -> str:
        """The name that a mention carries as its evidence."""
        return f"{FOLDER}/{self.id}"


def _folder() -> Path:
    return default_patterns() / FOLDER


@lru_cache(maxsize=1)
def words() -> Words:
    """The words of words.yaml."""
    return read_table(_folder() / "words.yaml", Words)


@lru_cache(maxsize=1)
def cues() -> Cues:
    """The words of cues.yaml."""
    return read_table(_folder() / "cues.yaml", Cues)


@lru_cache(maxsize=1)
def expressions() -> tuple[Expression, ...]:
    """Every expression, those that read nothing first, in the order of their files."""
    names = ("no_dates.yaml", "expressions.yaml")
    return tuple(entry for name in names for entry in read_entries(_folder() / name, Expression))

"""The words and forms of patterns/dates, read once and checked."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

_T = TypeVar("_T", bound=BaseModel)

FOLDER = "dates"


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Words(_Entry):
    """words.yaml: what the slots of the forms stand for."""

    months: dict[int, tuple[str, ...]]
    weekdays: dict[int, tuple[str, ...]]
    short_weekdays: tuple[str, ...]
    numbers: dict[str, int]
    ordinals: dict[str, int]
    fractions: dict[str, int]
    units: dict[str, tuple[str, ...]]
    thirds: dict[str, int]
    parts_of_day: frozenset[str]
    lead_in: frozenset[str]
    counted: tuple[str, ...]


class Cues(_Entry):
    """cues.yaml: words beside a date that change what it is or say what it belongs to."""

    open_start: frozenset[str]
    open_end: frozenset[str]
    span_openers: frozenset[str]
    span_joiners: frozenset[str]
    apposition: frozenset[str]
    reporting: frozenset[str]
    other_matters: frozenset[str]
    clause_openers: frozenset[str]
    reference_nouns: tuple[str, ...]
    reference_verbs: tuple[str, ...]
    bylines: frozenset[str]
    tallies: frozenset[str]
    relative_pronouns: frozenset[str]
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


class PatternError(ValueError):
    """A file of patterns/dates does not hold what it should."""


def _patterns_folder() -> Path:
    package = Path(__file__).resolve().parents[2]
    installed = package / "_patterns"
    return (installed if installed.is_dir() else package.parent / "patterns") / FOLDER


def _read(name: str) -> Any:
    path = _patterns_folder() / name
    try:
        with path.open(encoding="utf-8") as file:
            return yaml.load(file, Loader=yaml.CBaseLoader)
    except yaml.YAMLError as error:
        raise PatternError(f"{path}: mend the YAML: {error}") from error


def _check(model: type[_T], data: object, name: str) -> _T:
    try:
        return model.model_validate(data)
    except ValidationError as error:
        raise PatternError(f"{_patterns_folder() / name}: mend the entry: {error}") from error


@lru_cache(maxsize=1)
def words() -> Words:
    """The words of words.yaml."""
    return _check(Words, _read("words.yaml"), "words.yaml")


@lru_cache(maxsize=1)
def cues() -> Cues:
    """The words of cues.yaml."""
    return _check(Cues, _read("cues.yaml"), "cues.yaml")


@lru_cache(maxsize=1)
def expressions() -> tuple[Expression, ...]:
    """Every expression, those that read nothing first, in the order of their files."""
    names = ("no_dates.yaml", "expressions.yaml")
    return tuple(_check(Expression, entry, name) for name in names for entry in _read(name))

"""The hand-made answers: one YAML file an article, described in docs/gold.md.

Every scalar is read as text and turned into what its field wants. Wherever good coders would differ,
a list stands for the acceptable answers.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any, TypeVar

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

from extractor.records import (
    ActorKind,
    ActorRole,
    Attribution,
    CasualtyGroup,
    Category,
    Scope,
    Status,
    TargetKind,
)

_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_NOT_IN_NAMES = re.compile(r'[/\\:*?"<>|\x00-\x1f]')
_BLANKS = ("", "null", "~")
_ONE_NUMBER = ("low", "best", "high")

T = TypeVar("T")


class GoldError(ValueError):
    """A gold file does not say what it must; the message names file, line and field."""


def _as_tuple(value: object) -> object:
    if value is None or value == {}:
        return ()
    return tuple(value) if isinstance(value, list | tuple) else (value,)


def _as_mapping(value: object) -> object:
    return {} if value is None else value


Either = Annotated[tuple[T, ...], BeforeValidator(_as_tuple)]


class _Gold(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class GoldDate(_Gold):
    """The days of an event, both inclusive; a single day may be written as that day alone."""

    start: dt.date | None = None
    end: dt.date | None = None

    @model_validator(mode="before")
    @classmethod
    def _one_day(cls, value: object) -> object:
        return {"start": value, "end": value} if isinstance(value, str) else value

    @model_validator(mode="after")
    def _ordered(self) -> GoldDate:
        if self.start and self.end and self.start > self.end:
            raise ValueError(f"a date must start before it ends, not {self.start} to {self.end}")
        return self


class GoldToll(_Gold):
    """A number of people or events; a plain number stands for its `best`, a blank for silence."""

    low: int | None = Field(default=None, ge=0)
    best: int | None = Field(default=None, ge=0)
    high: int | None = Field(default=None, ge=0)
    vague: str | None = None

    @model_validator(mode="before")
    @classmethod
    def _plain_number(cls, value: object) -> object:
        if value is None:
            return {}
        return {"best": value} if isinstance(value, str | int) else value

    @property
    def says_nothing(self) -> bool:
        """Whether neither a figure nor a word is given."""
        return self.vague is None and all(getattr(self, name) is None for name in _ONE_NUMBER)


class GoldLocation(_Gold):
    """Where it happened; `country` as ISO 3166 alpha-2 codes. What the article leaves open stays blank."""

    place: Either[str] = ()
    district: Either[str] = ()
    province: Either[str] = ()
    country: Either[str] = ()


class _GoldPart(_Gold):
    """Who or what takes part in an event; an optional part may be told or left."""

    optional: bool = False


class GoldActor(_GoldPart):
    """An actor by its `id` in patterns/, or by the article's `text` where it has no name of its own."""

    id: Either[str] = ()
    name: Either[str] = ()
    text: Either[str] = ()
    kind: Either[ActorKind] = ()
    role: Either[ActorRole] = ()
    attribution: Either[Attribution] = ()
    attributed_by: Either[str] = ()

    @model_validator(mode="after")
    def _is_somebody(self) -> GoldActor:
        if not (self.id or self.name or self.text):
            raise ValueError("an actor needs an id of patterns/, or a text")
        return self


class GoldTarget(_GoldPart):
    """Whom or what it hit, in the article's words, and its type."""

    text: Either[str] = ()
    name: Either[str] = ()
    type: Either[str] = ()
    kind: Either[TargetKind] = ()


class GoldWeapon(_GoldPart):
    """What it was done with."""

    type: Either[str] = ()
    text: Either[str] = ()


class GoldCasualties(_Gold):
    """The tolls; a blank one means that the article does not say."""

    killed: Either[GoldToll] = ()
    injured: Either[GoldToll] = ()
    arrested: Either[GoldToll] = ()
    abducted: Either[GoldToll] = ()


class GoldGroupToll(_Gold):
    """The tolls of one kind of people."""

    killed: Either[GoldToll] = ()
    injured: Either[GoldToll] = ()


class GoldLabels(_Gold):
    """What can be said of an event."""

    scope: Either[Scope] = ("incident",)
    status: Either[Status] = ("occurred",)
    background: Either[bool] = (False,)
    category: Either[Category] = ()
    event_type: Either[str] = ()
    count: Either[GoldToll] = ()
    date: Either[GoldDate] = ()
    location: Annotated[GoldLocation, BeforeValidator(_as_mapping)] = GoldLocation()
    actors: Either[GoldActor] = ()
    targets: Either[GoldTarget] = ()
    weapons: Either[GoldWeapon] = ()
    casualties: Annotated[GoldCasualties, BeforeValidator(_as_mapping)] = GoldCasualties()
    by_group: Annotated[dict[CasualtyGroup, GoldGroupToll], BeforeValidator(_as_mapping)] = {}


class GoldEvent(GoldLabels):
    """One event as a researcher would code it; an optional one may be coded or left.

    `coders` are those of the article's annotators who coded it (blank: all of them), and `labels` says for
    one of them what he or she labelled otherwise. What stands in the event itself is what was agreed on.
    """

    id: str
    optional: bool = False
    category: Either[Category] = Field(min_length=1)
    coders: Either[str] = ()
    labels: Annotated[dict[str, GoldLabels], BeforeValidator(_as_mapping)] = {}
    words: str = ""
    note: str = ""


class GoldArticle(_Gold):
    """The events of one article. `kind` is the kind of text, such as wire_report or round_up."""

    article: str
    annotators: Either[str] = ()
    kind: str
    country: str
    published: dt.date | None = None
    note: str = ""
    events: Either[GoldEvent]

    @model_validator(mode="after")
    def _ids_are_unique(self) -> GoldArticle:
        ids = [event.id for event in self.events]
        if twice := {name for name in ids if ids.count(name) > 1}:
            raise ValueError(f"event ids stand twice: {', '.join(sorted(twice))}")
        return self

    @model_validator(mode="after")
    def _coders_are_annotators(self) -> GoldArticle:
        told = {name for event in self.events for name in (*event.coders, *event.labels)}
        if unknown := told - set(self.annotators):
            names = ", ".join(sorted(unknown))
            raise ValueError(
                f"coders that are no annotators of the article: {names}; add them to `annotators`"
            )
        return self


def read_gold(folder: Path) -> list[GoldArticle]:
    """Every gold file of a folder, by name. Raises GoldError at the first that is wrong."""
    files = sorted(folder.glob("*.yaml"))
    if not files:
        raise GoldError(f"{folder}: no gold files; put one <article id>.yaml an article there (docs/gold.md)")
    return [read_gold_file(path) for path in files]


def read_gold_file(path: Path) -> GoldArticle:
    """One gold file, validated. Raises GoldError with file, line and field."""
    text = path.read_text(encoding="utf-8")
    try:
        content = yaml.load(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise GoldError(f"{path}:{line}: not valid YAML: {error.problem}") from error
    try:
        gold = GoldArticle.model_validate(without_blanks(content))
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"]) or "file"
        raise GoldError(f"{path}:{_line(text, first['loc'])}: {field}: {first['msg']}") from error
    if gold.article != path.stem and file_stem(gold.article) != path.stem:
        raise GoldError(
            f"{path}:1: article is {gold.article!r}; it must be the file's own name, {path.stem!r}"
        )
    return gold


def file_stem(article: str) -> str:
    """The name of an article's gold file without its suffix: the id, "_" for what no file name can hold."""
    return _NOT_IN_NAMES.sub("_", article)


def without_blanks(value: Any) -> Any:
    """YAML's ways to write nothing, as None; they come as text because every scalar does."""
    if isinstance(value, dict):
        return {key: without_blanks(item) for key, item in value.items()}
    if isinstance(value, list):
        return [without_blanks(item) for item in value]
    return None if value in _BLANKS else value


def _line(text: str, location: Sequence[int | str]) -> int:
    """The line (from 1) where a field stands, or the nearest thing around it that the file holds."""
    node: Any = yaml.compose(text)
    line = 1
    for part in location:
        inner = _inner(node, part)
        if inner is None:
            continue
        node = inner
        line = node.start_mark.line + 1
    return line


def _inner(node: Any, part: int | str) -> Any:
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == part), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        return node.value[part]
    return None

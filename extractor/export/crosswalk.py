"""The names that the codebooks give to what the records say, from patterns/crosswalk.

`load_crosswalk("gtd", Gtd)` reads and validates one codebook's file.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict

from extractor.export.names import country_told_by
from extractor.gazetteer.normalise import name_key
from extractor.patternfiles import default_patterns, read_table
from extractor.records import Actor, EventRecord, Location, Scope, Status, Toll

_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

Codebook = TypeVar("Codebook", bound="Crosswalk")


class Table(BaseModel):
    """A part of a crosswalk file; a key that no code knows is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Crosswalk(Table):
    """What the files of all codebooks hold: which records give rows, and names of countries and provinces.

    Countries stand by ISO 3166 alpha-2 code. `provinces` lists, by country, each province name of the
    codebook with the other spellings of it.
    """

    scopes: tuple[Scope, ...]
    statuses: tuple[Status, ...]
    countries: Mapping[str, str]
    provinces: Mapping[str, Mapping[str, tuple[str, ...]]]

    def counts(self, record: EventRecord) -> bool:
        """Whether the codebook counts what the record's scope and status say."""
        return record.scope in self.scopes and record.status in self.statuses

    def country(self, location: Location | None) -> str:
        """The codebook's name of the location's country, "" where none is known."""
        if location is None:
            return ""
        return self.countries.get(location.country_code or "", location.country or "")

    def country_of(self, actor: Actor, location: Location | None) -> str:
        """The country whose force the actor is by its name or wording, else the location's country."""
        told = country_told_by(actor)
        return self.countries.get(told.code, told.name) if told else self.country(location)

    def province(self, location: Location | None) -> str:
        """The codebook's name of the location's first-order division, "" where none is known."""
        if location is None or not location.province:
            return ""
        return self.spelt(location.country_code, location.province)

    def spelt(self, country_code: str | None, name: str) -> str:
        """A division's name as the codebook spells it."""
        return self._spellings.get((country_code or "", name_key(name)), name)

    @cached_property
    def _spellings(self) -> dict[tuple[str, str], str]:
        return {
            (code, name_key(spelling)): name
            for code, names in self.provinces.items()
            for name, others in names.items()
            for spelling in (name, *others)
        }


class VagueWords(Crosswalk):
    """A codebook that turns "dozens" into a number."""

    vague: Mapping[str, int]
    vague_other: int
    vague_nothing: tuple[str, ...]

    def figure(self, toll: Toll | None) -> int | None:
        """What a toll that is told in a word alone counts for; None for one with a figure, or for silence."""
        if toll is None or not toll.vague or _has_figure(toll):
            return None
        words = toll.vague.lower()
        if words in self.vague_nothing:
            return 0
        told = [number for word, number in self.vague.items() if f" {word} " in f" {words} "]
        return max(told, default=self.vague_other)


def _has_figure(toll: Toll) -> bool:
    return any(number is not None for number in (toll.low, toll.best, toll.high))


@cache
def load_crosswalk(codebook: str, model: type[Codebook], patterns: Path | None = None) -> Codebook:
    """The crosswalk of a codebook, from `patterns` or the folder that comes with the package.

    Raises PatternError where the file is no YAML or does not say what it must.
    """
    path = (patterns or default_patterns()) / "crosswalk" / f"{codebook}.yaml"
    return read_table(path, model)

"""What patterns/ knows of those who act: their names in a codebook, and the country of a state's force."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from extractor.lexicon.entries import CountryForces
from extractor.lexicon.lexicon import BY_COUNTRY, NAME_LAYERS
from extractor.patternfiles import default_patterns, pattern_files, read_entries, read_yaml
from extractor.records import Actor

_UNNAMED_KINDS = ("individual", "unknown", "crowd")


@dataclass(frozen=True, slots=True)
class CountryWords:
    """A country by ISO code, its name, and a pattern of the words that tell its forces ("Turkish")."""

    code: str
    name: str
    words: re.Pattern[str]


def organisation(actor: Actor, codebook: str) -> str | None:
    """The codebook's name of the organisation that the actor is, else its own; None for the unnamed.

    Sets such as "Syrian rebels" are named only where the codebook has a name for them.
    """
    coded = coded_names(codebook).get(actor.id or "")
    if coded:
        return coded
    if actor.kind in _UNNAMED_KINDS or actor.id in generic_names():
        return None
    return actor.name


@cache
def coded_names(codebook: str, patterns: Path | None = None) -> Mapping[str, str]:
    """The codebook's names of the entries of patterns/groups, parties and forces, by their ids."""
    found = ((entry["id"], _codes(entry).get(codebook)) for entry in _entries(patterns))
    return {name: code for name, code in found if code}


@cache
def generic_names(patterns: Path | None = None) -> frozenset[str]:
    """The ids of entries that stand for a set of people, not for one organisation."""
    return frozenset(entry["id"] for entry in _entries(patterns) if entry.get("generic") == "true")


@cache
def country_words(patterns: Path | None = None) -> tuple[CountryWords, ...]:
    """The countries of patterns/forces with the words for their forces."""
    path = (patterns or default_patterns()) / "forces" / BY_COUNTRY
    if not path.is_file():
        return ()
    return tuple(
        CountryWords(entry.country, entry.name, _any_of((entry.name, *entry.demonyms)))
        for entry in read_entries(path, CountryForces)
    )


def country_told_by(actor: Actor) -> CountryWords | None:
    """The country whose force the actor is by its name or wording."""
    wording = f"{actor.name or ''} {actor.text or ''}"
    return next((country for country in country_words() if country.words.search(wording)), None)


def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """The words as written or in capitals; "US" is no "us"."""
    forms = sorted({form for word in words for form in (word, word.upper())}, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, forms))})\b")


def _entries(patterns: Path | None) -> Iterator[Mapping[str, Any]]:
    folder = patterns or default_patterns()
    for layer in NAME_LAYERS:
        for path in pattern_files([folder], layer):
            yield from (entry for entry in read_yaml(path) if isinstance(entry, Mapping) and "id" in entry)


def _codes(entry: Mapping[str, Any]) -> Mapping[str, str]:
    codes = entry.get("codes")
    return codes if isinstance(codes, Mapping) else {}

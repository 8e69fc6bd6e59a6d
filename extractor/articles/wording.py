"""The wording of header lines, field names and boilerplate, read from patterns/headers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Literal, TypeVar

from pydantic import BaseModel, ConfigDict

from extractor.patternfiles import default_patterns, read_entries

HeaderRole = Literal["published", "updated", "source", "byline", "title", "url", "other"]
FieldName = Literal["id", "text", "title", "source", "published", "url", "byline"]


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    match: tuple[str, ...] = ()
    no_match: tuple[str, ...] = ()


class Label(_Entry):
    """The words before the colon of a header line: "Publishing date"."""

    role: HeaderRole
    labels: tuple[str, ...]
    small_words: tuple[str, ...] = ()  # in lower case between the names of a byline


class Footer(_Entry):
    """A last line that names source and day: "Published in {source}, {published}"."""

    wording: tuple[str, ...]


class FieldNames(_Entry):
    """The names that columns and JSON keys of one meaning go by, best first."""

    id: FieldName
    names: tuple[str, ...]


class Boilerplate(_Entry):
    """Lines of a page that are no part of its article: by their beginning, or as a whole."""

    begins: tuple[str, ...] = ()
    whole: tuple[str, ...] = ()


_E = TypeVar("_E", bound=_Entry)


@dataclass(frozen=True)
class Wording:
    """All of patterns/headers, compiled on first use."""

    labels: tuple[Label, ...]
    footers: tuple[Footer, ...]
    fields: tuple[FieldNames, ...]
    boilerplate: tuple[Boilerplate, ...]

    @cached_property
    def label_roles(self) -> dict[str, HeaderRole]:
        """Label in lower case → its role."""
        return {label.lower(): entry.role for entry in self.labels for label in entry.labels}

    @cached_property
    def label_line(self) -> re.Pattern[str]:
        """A line that begins with a label; groups `label`, `colon` and `value`."""
        longest_first = sorted(self.label_roles, key=lambda label: (-len(label), label))
        label = "|".join(re.escape(label) for label in longest_first)
        return re.compile(rf"(?P<label>{label})(?P<colon>\s*[:：]|\b)\s*(?P<value>.*)", re.IGNORECASE)

    @cached_property
    def small_words(self) -> frozenset[str]:
        """Words in lower case that a byline may hold between its names."""
        return frozenset(word for entry in self.labels for word in entry.small_words)

    @cached_property
    def footer_lines(self) -> tuple[re.Pattern[str], ...]:
        """One expression a footer; groups `source` and `published`, where the wording has them."""
        return tuple(_footer_pattern(wording) for entry in self.footers for wording in entry.wording)

    @cached_property
    def field_names(self) -> dict[FieldName, tuple[str, ...]]:
        """Meaning → the names it goes by, best first."""
        return {entry.id: entry.names for entry in self.fields}

    @cached_property
    def _boilerplate_begins(self) -> tuple[str, ...]:
        return tuple(words.lower() for entry in self.boilerplate for words in entry.begins)

    @cached_property
    def _boilerplate_whole(self) -> frozenset[str]:
        return frozenset(words.lower() for entry in self.boilerplate for words in entry.whole)

    def is_boilerplate(self, line: str) -> bool:
        """Whether a line of a page is furniture and no part of the article."""
        words = " ".join(line.lower().split())
        return words.rstrip(".:") in self._boilerplate_whole or words.startswith(self._boilerplate_begins)


def _footer_pattern(wording: str) -> re.Pattern[str]:
    escaped = re.escape(wording)
    escaped = escaped.replace(r"\{source\}", r"(?P<source>.+?)").replace(
        r"\{published\}", r"(?P<published>.+)"
    )
    return re.compile(rf"{escaped}\.?", re.IGNORECASE)


@lru_cache(maxsize=8)
def load_wording(extra: Path | None = None) -> Wording:
    """Our patterns/headers with the user's `extra`/headers over them: the same id replaces.

    Raises PatternError, naming file and line, where a file is not as it should be.
    """
    folders = [default_patterns() / "headers"]
    if extra is not None:
        folders.append(extra / "headers")
    return Wording(
        labels=_entries(folders, "labels.yaml", Label),
        footers=_entries(folders, "footers.yaml", Footer),
        fields=_entries(folders, "fields.yaml", FieldNames),
        boilerplate=_entries(folders, "boilerplate.yaml", Boilerplate),
    )


def _entries(folders: list[Path], name: str, model: type[_E]) -> tuple[_E, ...]:
    by_id: dict[str, _E] = {}
    for path in (folder / name for folder in folders):
        if path.is_file():
            by_id |= {entry.id: entry for entry in read_entries(path, model)}
    return tuple(by_id.values())

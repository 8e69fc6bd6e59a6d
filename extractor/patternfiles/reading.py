"""Pattern files read and validated: lists of entries, and tables. Every scalar is a string."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from extractor.patternfiles.faults import Fault, faults_of

Entry = TypeVar("Entry", bound=BaseModel)
_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class PatternError(ValueError):
    """A pattern file does not say what it must; the message names file, line and remedy."""


def read_yaml(path: Path) -> list[Any]:
    """The entries of a pattern file, not validated.

    Raises PatternError with the line where the file is not YAML or not a list of entries.
    """
    content = _content(path)
    if content in (None, ""):
        return []
    if not isinstance(content, list):
        raise PatternError(f"{path}:1: a pattern file is a list of entries; begin each with '- id: …'")
    return content


def read_entries(path: Path, model: type[Entry]) -> list[Entry]:
    """The entries of a file, validated. Raises PatternError with the line of the first fault."""
    entries = []
    for index, raw in enumerate(read_yaml(path)):
        try:
            entries.append(model.model_validate(raw))
        except ValidationError as error:
            raise _told(faults_of(path, model, error, (index,))) from error
    return entries


def read_table(path: Path, model: type[Entry]) -> Entry:
    """A file that is one mapping, validated. Raises PatternError with the line of the first fault."""
    try:
        return model.model_validate(_content(path))
    except ValidationError as error:
        raise _told(faults_of(path, model, error)) from error


def part_of(entry: Any, name: str, path: Path) -> Any:
    """The part `name` of an entry of a word table. Raises PatternError where it lacks it."""
    if isinstance(entry, dict) and name in entry:
        return entry[name]
    which = entry.get("id", "?") if isinstance(entry, dict) else entry
    raise PatternError(f"{path}: entry {which!r} lacks {name!r}; see the other entries of this folder")


def _content(path: Path) -> Any:
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line = mark.line + 1 if mark else 1
        raise PatternError(
            f"{path}:{line}: not valid YAML: {error.problem}; "
            "put words with a colon, a comma, a quote or a bracket between double quotes"
        ) from error
    except UnicodeDecodeError as error:
        raise PatternError(f"{path}:1: not UTF-8; save the file as UTF-8") from error


def _told(found: list[Fault]) -> PatternError:
    return PatternError(str(found[0]))

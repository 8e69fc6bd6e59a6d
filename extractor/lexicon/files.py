"""Pattern files: where they are, how they are read, and what is said when one is wrong."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

Entry = TypeVar("Entry", bound=BaseModel)
_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class PatternError(ValueError):
    """A pattern file does not say what it must; the message names file, line and remedy."""


def default_patterns() -> Path:
    """The folder of the patterns that come with the package."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "_patterns"
    return installed if installed.is_dir() else package.parent / "patterns"


def pattern_files(folders: Sequence[Path], layer: str) -> Iterator[Path]:
    """The YAML files of one layer, in a fixed order; later folders lie over earlier ones."""
    for folder in folders:
        single = folder / f"{layer}.yaml"
        if single.is_file():
            yield single
        yield from sorted((folder / layer).rglob("*.yaml"))


def digest(folders: Sequence[Path]) -> str:
    """A hash of all pattern files, names and contents, the same on every machine."""
    total = hashlib.sha256()
    for folder in folders:
        for path in sorted(folder.rglob("*.yaml")):
            total.update(path.relative_to(folder).as_posix().encode())
            total.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return f"sha256:{total.hexdigest()[:16]}"


def read_yaml(path: Path) -> list[Any]:
    """The entries of a pattern file, every scalar as a string.

    Raises PatternError with the line where the file is not YAML or not a list of entries.
    """
    try:
        content = yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line = mark.line + 1 if mark else 1
        raise PatternError(f"{path}:{line}: not valid YAML: {error.problem}") from error
    except UnicodeDecodeError as error:
        raise PatternError(f"{path}:1: not UTF-8; save the file as UTF-8") from error
    if content in (None, ""):
        return []
    if not isinstance(content, list):
        raise PatternError(f"{path}:1: a pattern file is a list of entries; begin each with '- id: …'")
    return content


def part_of(entry: Any, name: str, path: Path) -> Any:
    """The part `name` of an entry of a word table. Raises PatternError where it lacks it."""
    if isinstance(entry, dict) and name in entry:
        return entry[name]
    which = entry.get("id", "?") if isinstance(entry, dict) else entry
    raise PatternError(f"{path}: entry {which!r} lacks {name!r}; see the other entries of this folder")


def read_entries(path: Path, model: type[Entry]) -> list[Entry]:
    """The entries of a file, validated. Raises PatternError with the entry's line."""
    entries = []
    for index, raw in enumerate(read_yaml(path)):
        try:
            entries.append(model.model_validate(raw))
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(str(part) for part in first["loc"]) or "entry"
            name = raw.get("id", f"number {index + 1}") if isinstance(raw, dict) else f"number {index + 1}"
            raise PatternError(
                f"{path}:{_entry_line(path, index)}: entry {name!r}, {where}: {first['msg']}"
            ) from error
    return entries


def _entry_line(path: Path, index: int) -> int:
    """The line (from 1) where the entry stands; read again only when there is an error to report."""
    node = yaml.compose(path.read_text(encoding="utf-8"))
    return int(node.value[index].start_mark.line) + 1 if node is not None else 1

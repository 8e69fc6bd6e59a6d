"""Entries that name other entries: what they name must be there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from extractor.lexicon.entries import ENTRIES
from extractor.patternfiles import PatternError, entry_line, pattern_files, read_entries

# Layer and field, and the layer whose ids the field names.
_FIELDS = (
    ("attack_types", "by_state", "attack_types"),
    ("attack_types", "by_group", "attack_types"),
    ("attack_types", "by_crowd", "attack_types"),
    ("attack_types", "at_protest", "attack_types"),
    ("attack_types", "weapon", "weapons"),
    ("weapons", "kind_of", "weapons"),
    ("tolls", "event", "attack_types"),
)


# What every message about a loose end says.
REMEDY = "write an id of patterns/"


def cut_loose_ends(tables: Mapping[str, dict[str, Any]], folders: Sequence[Path]) -> Iterator[PatternError]:
    """Empty every field that names no entry, and tell of each with its file and line."""
    for layer, field, named in _FIELDS:
        for entry in tuple(tables[layer].values()):
            name = getattr(entry, field)
            if name is None or name in tables[named]:
                continue
            tables[layer][entry.id] = entry.model_copy(update={field: None})
            yield PatternError(
                f"{_place(layer, entry.id, folders)}: entry {entry.id!r}, {field}: there is no {name!r} in "
                f"{named}; {REMEDY}{named}, or add one"
            )


def _place(layer: str, entry: str, folders: Sequence[Path]) -> str:
    """The file and line of the entry that counts: the last one of that id."""
    for path in reversed(list(pattern_files(folders, layer))):
        if any(each.id == entry for each in read_entries(path, ENTRIES[layer])):  # type: ignore[attr-defined]
            return f"{path}:{entry_line(path, entry)}"
    return layer

"""The files of patterns/districts: names, parents and codebook names that GeoNames lacks."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from extractor.patternfiles import PatternError, entry_line, read_entries, read_table

_SETTINGS_FILE = "_names.yaml"


class OverlayEntry(BaseModel):
    """A place as the press and the codebooks name it.

    It is joined to the GeoNames record of the same name, alias or `geonames_id` in `country` (and
    `parent`, a province's name or id); where there is none it becomes a place of its own, placed at its
    coordinates or its parent's. A quarter names the town that it is a part of with `town`. An area that was
    cut out of another one says so with `former_parent` and the day, `since`; `undated` tells in which of the
    two borders a text without a date is read. `unused` are names of GeoNames by which nobody calls it, and
    another place is meant. `spelling: text` leaves a record the text's own spelling,
    where the press has no settled one.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = Field(pattern=r"^[a-z0-9_]+$")
    name: str
    level: Literal["country", "province", "district", "city"]
    country: str = Field(pattern=r"^[A-Z]{2}$")
    parent: str | None = None
    town: str | None = None
    aliases: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    unused: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    province_order: Literal["1", "2"] = "1"
    geonames_id: int | None = None
    latitude: float | None = None
    longitude: float | None = None
    population: int = 0
    former_parent: str | None = None
    undated: Literal["present", "former"] = "present"
    since: dt.date | None = None
    until: dt.date | None = None
    spelling: Literal["overlay", "text"] = "overlay"
    gtd: str | None = None
    acled: str | None = None
    ucdp: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """Every name it answers to, the present one first."""
        return (self.name, *self.aliases, *self.former)


class NameSettings(BaseModel):
    """Words that GeoNames names carry and texts leave out."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    generic_words: tuple[str, ...] = ()
    generic_prefixes: tuple[str, ...] = ()
    article_countries: tuple[str, ...] = ()


def overlay_files(folders: Sequence[Path]) -> list[Path]:
    """The YAML files of the overlay folders, in a fixed order."""
    return [path for folder in folders for path in sorted(folder.rglob("*.yaml"))]


def overlay_digest(folders: Sequence[Path]) -> str:
    """A hash of the overlays' contents."""
    total = hashlib.sha256()
    for path in overlay_files(folders):
        total.update(path.name.encode())
        total.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return total.hexdigest()[:16]


def read_overlays(folders: Sequence[Path]) -> list[OverlayEntry]:
    """All entries, those of later folders replacing earlier ones of the same id. Raises PatternError."""
    entries: dict[str, OverlayEntry] = {}
    for folder in folders:
        entries |= _read_folder(folder)
    return list(entries.values())


def entry_place(folders: Sequence[Path], entry: str) -> str:
    """The file and line, `path:line`, of the entry that counts among those of that id."""
    for folder in reversed(folders):
        for path in overlay_files([folder]):
            if path.name != _SETTINGS_FILE and any(e.id == entry for e in read_entries(path, OverlayEntry)):
                return f"{path}:{entry_line(path, entry)}"
    raise KeyError(entry)


def _read_folder(folder: Path) -> dict[str, OverlayEntry]:
    entries: dict[str, OverlayEntry] = {}
    for path in overlay_files([folder]):
        if path.name == _SETTINGS_FILE:
            continue
        for entry in read_entries(path, OverlayEntry):
            if entry.id in entries:
                raise PatternError(
                    f"{path}:{entry_line(path, entry.id)}: {entry.id}: the id is taken by another entry; "
                    "give it another one"
                )
            entries[entry.id] = entry
    return entries


def read_settings(folders: Sequence[Path]) -> NameSettings:
    """The name settings of the last folder that has some. Raises PatternError."""
    settings = NameSettings()
    for path in overlay_files(folders):
        if path.name == _SETTINGS_FILE:
            settings = read_table(path, NameSettings)
    return settings

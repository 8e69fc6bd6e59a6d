"""Folders → files, one folder at a time and in sorted order."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from extractor.articles.article import ReadFailure
from extractor.articles.remote import RemoteFile
from extractor.articles.source import opened, printable


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file to read; `name` is its path inside the input folder and the article's id to be.

    `path` is None for standard input and for what is `remote`.
    """

    path: Path | None
    name: str
    size: int
    remote: RemoteFile | None = None

    @property
    def shown_path(self) -> str:
        """The path or address as it can be printed and written to JSON."""
        return self.remote.url if self.remote else printable(self.path)

    def open(self) -> BinaryIO:
        """The file's bytes. Raises OSError, and UnreadableError for what is remote."""
        return opened(self.path, self.remote)


def walk(folder: Path, exclude: frozenset[Path] = frozenset()) -> Iterator[FoundFile | ReadFailure]:
    """All files under `folder` but hidden ones and those of `exclude` (resolved paths).

    Only the names of the folders on the way down are held at any time. Links are followed, but
    not round in circles.
    """
    yield from _walk(folder, prefix="", above=(), exclude=exclude)


def _walk(
    folder: Path, prefix: str, above: tuple[tuple[int, int], ...], exclude: frozenset[Path]
) -> Iterator[FoundFile | ReadFailure]:
    try:
        status = folder.stat()
        with os.scandir(folder) as entries:
            names = sorted(entry.name for entry in entries if not entry.name.startswith("."))
    except OSError as error:
        yield ReadFailure(printable(folder), None, f"cannot open the folder ({error.strerror})")
        return
    here = (status.st_dev, status.st_ino)
    if here in above:
        return
    stems = Counter(Path(name).stem for name in names)
    for name in names:
        path = folder / name
        if path.is_dir():
            yield from _walk(path, f"{prefix}{name}/", (*above, here), exclude)
        elif not _is_among(path, exclude):
            stem = Path(name).stem
            article_name = stem if stems[stem] == 1 else name
            yield found_file(path, printable(Path(prefix + article_name)))


def _is_among(path: Path, files: frozenset[Path]) -> bool:
    """Whether `path` is one of `files`; to ask the file system is only worth it for the same name."""
    return any(path.name == file.name for file in files) and path.resolve() in files


def found_file(path: Path, name: str) -> FoundFile | ReadFailure:
    """A file with its size, or why it cannot be read; pipes and devices are not waited for."""
    try:
        size = path.stat().st_size
    except OSError as error:
        return ReadFailure(printable(path), None, f"cannot be opened ({error.strerror})")
    if not path.is_file():
        return ReadFailure(printable(path), None, "is no ordinary file; use - to read standard input")
    return FoundFile(path, name, size)

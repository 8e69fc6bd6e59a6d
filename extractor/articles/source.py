"""One article found and not yet read: small enough to send to another process."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Literal

from extractor.articles.remote import RemoteFile

Format = Literal["text", "html", "pdf", "fields"]


@dataclass(frozen=True, slots=True)
class Fields:
    """An article as the fields of a JSON object or a CSV row; only `text` is sure to be there."""

    text: str
    title: str | None = None
    source: str | None = None
    published: str | None = None
    url: str | None = None
    byline: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Where one article is to be read from.

    `size` is in bytes or characters, good enough to share work out by. `path` is None for standard
    input and for what is `remote`. Of `fields` and `data`, `fields` belongs to JSONL, CSV and Parquet and
    `data` holds what came through standard input or stands in a WARC file; else the file is opened.
    `url` is the address that a crawler found it at.
    """

    id: str
    format: Format
    path: Path | None
    size: int
    line: int | None = None
    fields: Fields | None = None
    data: bytes | None = None
    problems: tuple[str, ...] = ()
    remote: RemoteFile | None = None
    url: str | None = None

    @property
    def shown_path(self) -> str:
        """The path or address as it can be printed and written to JSON."""
        return self.remote.url if self.remote else printable(self.path)

    def open(self) -> BinaryIO:
        """The file's bytes. Raises OSError, and UnreadableError for what is remote."""
        return opened(self.path, self.remote)


def opened(path: Path | None, remote: RemoteFile | None) -> BinaryIO:
    """The bytes of a file here or elsewhere. Raises OSError, and UnreadableError for what is remote."""
    if remote is not None:
        return remote.open()
    assert path is not None
    return path.open("rb")


def printable(path: Path | None) -> str:
    """A path whose name need not be valid UTF-8, as text; "-" for standard input."""
    if path is None:
        return "-"
    return path.as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "replace")

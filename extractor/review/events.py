"""The event file, read once for what lists and filters need; whole records only when they are asked for."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError
from pydantic_core import from_json

from extractor.cache import collector_at_rest
from extractor.records import ArticleRef, EventRecord
from extractor.review.columns import Columns

MAX_PROBLEMS = 50


@dataclass(frozen=True, slots=True)
class ArticleKey:
    """What tells an article from another: two may bear one id."""

    id: str
    sha256: str


@dataclass(slots=True)
class Heading:
    """What a list shows of an article, and where it was read from."""

    key: ArticleKey
    title: str | None
    source: str | None
    published: str | None
    path: str | None
    url: str | None

    def ref(self) -> ArticleRef:
        """The article as a record names it."""
        published = dt.date.fromisoformat(self.published) if self.published else None
        return ArticleRef(
            id=self.key.id,
            title=self.title,
            source=self.source,
            published=published,
            path=self.path,
            url=self.url,
            sha256=self.key.sha256,
        )


def heading_of(article: ArticleRef) -> Heading:
    """The heading of an article that is known by its reference."""
    published = article.published.isoformat() if article.published else None
    key = ArticleKey(article.id, article.sha256)
    return Heading(key, article.title, article.source, published, article.path, article.url)


class _Line(NamedTuple):
    """Where a record stands in the file, and the number of its article."""

    article: int
    number: int
    start: int
    length: int


class EventFile:
    """The records of a file by key: the record's id, with a suffix where an id stands twice.

    `columns` has what lists need of them, in the order of `keys`. `problems` tells the lines that are no
    records, each with its number; they are left out.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.problems: list[str] = []
        self.headings: list[Heading] = []
        self.columns = Columns()
        self._numbers: dict[tuple[str, str], int] = {}
        self._lines: dict[str, _Line] = {}
        # Kept open: what is written to this path from now on is another file, where it is put there whole.
        self._file = path.open("rb")
        self._lock = threading.Lock()
        with collector_at_rest():
            self._read()

    @property
    def keys(self) -> Collection[str]:
        """All keys, in the order of the file."""
        return self._lines.keys()

    def article_of(self, key: str) -> int | None:
        """The number of a record's article among `headings`; None for a key that this file has not."""
        line = self._lines.get(key)
        return line.article if line else None

    def record(self, key: str) -> EventRecord | None:
        """The record as the extractor wrote it; None for a key that this file has not, or no valid record."""
        line = self._lines.get(key)
        if line is None:
            return None
        with self._lock:
            self._file.seek(line.start)
            content = self._file.read(line.length)
        try:
            return EventRecord.model_validate_json(content)
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(str(part) for part in first["loc"]) or "line"
            self._tell(f"{self.path}:{line.number}: not an event record, {where}: {first['msg']}")
            return None

    def _read(self) -> None:
        start = 0
        for number, line in enumerate(self._file, start=1):
            if line.strip():
                try:
                    self._take(from_json(line), number, start, len(line))
                except (ValueError, KeyError, TypeError, AttributeError) as error:
                    self._tell(f"{self.path}:{number}: not an event record ({error!r}); left out")
            start += len(line)

    def _take(self, record: Mapping[str, Any], number: int, start: int, length: int) -> None:
        wanted = key = str(record["id"])
        article = self._number(record["article"])
        times = 1
        while key in self._lines:
            times += 1
            key = f"{wanted}-{times}"
        self.columns.add(record, article)
        self._lines[key] = _Line(article, number, start, length)

    def _number(self, article: Mapping[str, Any]) -> int:
        key = (article["id"], article["sha256"])
        number = self._numbers.get(key)
        if number is None:
            number = self._numbers[key] = len(self.headings)
            self.headings.append(
                Heading(
                    ArticleKey(str(key[0]), str(key[1])),
                    article.get("title"),
                    article.get("source"),
                    article.get("published"),
                    article.get("path"),
                    article.get("url"),
                )
            )
        return number

    def _tell(self, problem: str) -> None:
        if problem not in self.problems and len(self.problems) < MAX_PROBLEMS:
            self.problems.append(problem)

"""The event file, read once for what lists and filters need; whole records only when they are asked for."""

from __future__ import annotations

import datetime as dt
import mmap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import from_json

from extractor.cache import collector_at_rest
from extractor.records import ArticleRef, EventRecord

MAX_PROBLEMS = 50


@dataclass(frozen=True, slots=True)
class Summary:
    """What a list shows of a record. `day` is the start of its date, else the end, in ISO format."""

    category: str
    event_type: str
    status: str
    scope: str
    background: bool
    confidence: float
    day: str | None
    country: str | None
    province: str | None
    district: str | None
    place: str | None
    latitude: float | None
    longitude: float | None
    precision: str | None
    killed: int | None
    injured: int | None
    actors: tuple[str, ...]
    targets: tuple[str, ...]

    @classmethod
    def of(cls, record: Mapping[str, Any]) -> Summary:
        """The summary of a record as JSON gives it. KeyError, TypeError or AttributeError for others."""
        date, where, tolls = (
            record.get("date") or {},
            record.get("location") or {},
            record.get("casualties") or {},
        )
        return cls(
            record["category"],
            record["event_type"],
            record.get("status", "occurred"),
            record.get("scope", "incident"),
            bool(record.get("background")),
            float(record.get("confidence", 0.5)),
            date.get("start") or date.get("end"),
            where.get("country"),
            where.get("province"),
            where.get("district"),
            where.get("place") or where.get("name"),
            where.get("latitude"),
            where.get("longitude"),
            where.get("precision"),
            _figure(tolls.get("killed")),
            _figure(tolls.get("injured")),
            tuple(actor.get("name") or actor.get("text") or "?" for actor in record.get("actors", ())),
            tuple(target["text"] for target in record.get("targets", ())),
        )


def _figure(toll: Mapping[str, Any] | None) -> int | None:
    if toll is None:
        return None
    return next((toll[part] for part in ("best", "low", "high") if toll.get(part) is not None), None)


@dataclass(frozen=True, slots=True)
class Row:
    """A record of the file: its key, the article it is of, and where its line stands."""

    key: str
    article: ArticleKey
    summary: Summary
    start: int
    end: int


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


class EventFile:
    """The records of a file by key: the record's id, with a suffix where an id stands twice.

    `problems` tells the lines that are no records, each with its number; they are left out.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.problems: list[str] = []
        self.headings: dict[ArticleKey, Heading] = {}
        self.rows: dict[str, Row] = {}
        self._content: bytes | mmap.mmap = b""
        with path.open("rb") as file, collector_at_rest():
            if path.stat().st_size:
                self._content = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            for row in self._read():
                self.rows[row.key] = row

    def record(self, key: str) -> EventRecord | None:
        """The record as the extractor wrote it; None for a key that this file has not, or no valid record."""
        row = self.rows.get(key)
        if row is None:
            return None
        try:
            return EventRecord.model_validate_json(self._content[row.start : row.end])
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(str(part) for part in first["loc"]) or "line"
            number = self._content[: row.start].count(b"\n") + 1
            self._tell(f"{self.path}:{number}: not an event record, {where}: {first['msg']}")
            return None

    def _read(self) -> Iterator[Row]:
        start, number, size = 0, 0, len(self._content)
        while start < size:
            found = self._content.find(b"\n", start)
            end = size if found < 0 else found
            number += 1
            line = self._content[start:end]
            if line.strip():
                row = self._row(line, number, start, end)
                if row is not None:
                    yield row
            start = end + 1

    def _row(self, line: bytes, number: int, start: int, end: int) -> Row | None:
        try:
            record = from_json(line)
            article, summary = self._heading(record["article"]), Summary.of(record)
            wanted = key = str(record["id"])
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            self._tell(f"{self.path}:{number}: not an event record ({error!r}); left out")
            return None
        times = 1
        while key in self.rows:
            times += 1
            key = f"{wanted}-{times}"
        return Row(key, article, summary, start, end)

    def _heading(self, article: Mapping[str, Any]) -> ArticleKey:
        key = ArticleKey(article["id"], article["sha256"])
        if key not in self.headings:
            self.headings[key] = Heading(
                key,
                article.get("title"),
                article.get("source"),
                article.get("published"),
                article.get("path"),
                article.get("url"),
            )
        return key

    def _tell(self, problem: str) -> None:
        if problem not in self.problems and len(self.problems) < MAX_PROBLEMS:
            self.problems.append(problem)

"""All records in a table in memory, for lists, filters and counts."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass
from typing import Any, Final

from extractor.review.events import Heading, Summary
from extractor.review.filters import Filters

_SCHEMA: Final = """
CREATE TABLE articles (
    number INTEGER PRIMARY KEY, id TEXT, title TEXT, source TEXT, published TEXT, confidence REAL);
CREATE TABLE records (
    place_in_file INTEGER PRIMARY KEY, key TEXT UNIQUE, article INTEGER,
    verdict TEXT, edited INTEGER, added_by TEXT, words TEXT,
    category TEXT, event_type TEXT, status TEXT, scope TEXT, background INTEGER, confidence REAL,
    day TEXT, country TEXT, province TEXT, district TEXT, place TEXT,
    latitude REAL, longitude REAL, precision TEXT, killed INTEGER, injured INTEGER);
CREATE TABLE actors (key TEXT, name TEXT);
CREATE TABLE verdicts (key TEXT, reviewer TEXT, verdict TEXT, edited INTEGER, PRIMARY KEY (key, reviewer));
"""
_INDEXES: Final = """
CREATE INDEX of_article ON records (article);
CREATE INDEX of_key ON actors (key);
"""
_ORDERS: Final = {
    "": "ifnull(a.confidence, 2), a.number",
    "file": "a.number, a.number",
    "day": "ifnull(a.published, '9999'), a.number",
    "new": "-ifnull(julianday(a.published), 0), a.number",
}
_REVIEWED: Final = {
    "no": "{v} = 'open'",
    "yes": "{v} != 'open'",
    "accepted": "{v} = 'accepted' AND NOT {e}",
    "corrected": "{v} = 'accepted' AND {e}",
    "edited": "{v} = 'open' AND {e}",
    "rejected": "{v} = 'rejected'",
    "duplicate": "{v} = 'duplicate'",
    "added": "r.added_by IS NOT NULL",
}


@dataclass(frozen=True, slots=True)
class Listed:
    """A record as the table has it."""

    key: str
    article: int
    summary: Summary
    verdict: str = "open"
    edited: bool = False
    added_by: str | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """How many records there are, and how many of them have been reviewed."""

    done: int
    all: int

    @property
    def percent(self) -> int:
        """Rounded down: 100 says that all are done."""
        return 100 * self.done // self.all if self.all else 100


class Catalogue:
    """The table. With a `reviewer` a question is about that reviewer's own verdicts (a blind review)."""

    def __init__(self) -> None:
        self._base = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        self._base.executescript(_SCHEMA)

    def fill(self, headings: Sequence[Heading], records: Iterable[Listed]) -> None:
        """Take in all articles, numbered from 0, and their records."""
        run = self._base.execute
        run("BEGIN")
        for number, heading in enumerate(headings):
            self.add_article(number, heading)
        titles = [heading.title or "" for heading in headings]
        listed = list(records)
        self._base.executemany(
            f"INSERT INTO records VALUES (NULL, {', '.join('?' * 22)})",
            (_record_row(each, titles[each.article]) for each in listed),
        )
        self._base.executemany(
            "INSERT INTO actors VALUES (?, ?)",
            ((each.key, name) for each in listed for name in dict.fromkeys(each.summary.actors)),
        )
        run("COMMIT")
        self._base.executescript(_INDEXES)
        run(
            "UPDATE articles SET confidence = lowest FROM"
            " (SELECT article, min(confidence) AS lowest FROM records GROUP BY article)"
            " WHERE article = number"
        )

    def add_article(self, number: int, heading: Heading) -> None:
        """Take in an article without records."""
        self._base.execute("INSERT INTO articles VALUES (?, ?, ?, ?, ?, NULL)", _article_row(number, heading))

    def put(self, listed: Listed, title: str) -> None:
        """Take in a record that has changed, or a new one."""
        columns = _record_row(listed, title)
        known = self._base.execute(
            "SELECT place_in_file FROM records WHERE key = ?", (listed.key,)
        ).fetchone()
        self._base.execute(
            f"INSERT OR REPLACE INTO records VALUES ({', '.join('?' * 23)})", (known and known[0], *columns)
        )
        self._base.execute("DELETE FROM actors WHERE key = ?", (listed.key,))
        self._base.executemany(
            "INSERT INTO actors VALUES (?, ?)",
            ((listed.key, name) for name in dict.fromkeys(listed.summary.actors)),
        )

    def drop(self, key: str) -> None:
        """Leave out a record that is no more: one that was added, and undone."""
        self._base.execute("DELETE FROM records WHERE key = ?", (key,))
        self._base.execute("DELETE FROM actors WHERE key = ?", (key,))

    def judge(self, key: str, reviewer: str, verdict: str | None, edited: bool) -> None:
        """Keep what one reviewer says of a record; None: nothing any more."""
        self._base.execute("DELETE FROM verdicts WHERE key = ? AND reviewer = ?", (key, reviewer))
        if verdict is not None:
            self._base.execute("INSERT INTO verdicts VALUES (?, ?, ?, ?)", (key, reviewer, verdict, edited))

    def articles(self, filters: Filters, reviewer: str | None, limit: int, offset: int = 0) -> list[int]:
        """The numbers of the articles with records that pass, in the order asked for.

        Those without any record come last, where nothing is filtered.
        """
        where, values = _where(filters, reviewer)
        join = "LEFT JOIN" if not filters.in_words else "JOIN"
        return [
            number
            for (number,) in self._base.execute(
                f"SELECT a.number FROM articles a {join} records r ON r.article = a.number {where}"
                f" GROUP BY a.number ORDER BY {_ORDERS[filters.sort]} LIMIT ? OFFSET ?",
                (*values, limit, offset),
            )
        ]

    def neighbour(
        self, article: int, filters: Filters, reviewer: str | None, back: bool = False
    ) -> int | None:
        """The article after (or before) this one among those that pass, whether or not this one does."""
        where, values = _where(filters, reviewer)
        join = "LEFT JOIN" if not filters.in_words else "JOIN"
        order = _ORDERS[filters.sort]
        here = f"(SELECT {order} FROM articles a WHERE a.number = ?)"
        compare, direction = ("<", "DESC") if back else (">", "")
        joiner = "AND" if where else "WHERE"
        first, second = order.rsplit(", ", 1)
        found = self._base.execute(
            f"SELECT a.number FROM articles a {join} records r ON r.article = a.number {where}"
            f" {joiner} ({order}) {compare} {here}"
            f" GROUP BY a.number ORDER BY {first} {direction}, {second} {direction} LIMIT 1",
            (*values, article),
        ).fetchone()
        return found[0] if found else None

    def keys(self, article: int, filters: Filters, reviewer: str | None) -> list[str]:
        """The records of an article that pass, in the order of the file."""
        where, values = _where(filters, reviewer)
        joiner = "AND" if where else "WHERE"
        return [
            key
            for (key,) in self._base.execute(
                f"SELECT r.key FROM records r JOIN articles a ON a.number = r.article {where}"
                f" {joiner} a.number = ? ORDER BY r.place_in_file",
                (*values, article),
            )
        ]

    def progress(self, filters: Filters, reviewer: str | None) -> Progress:
        """How far the records that pass are reviewed."""
        where, values = _where(filters, reviewer)
        verdict = _verdict(reviewer)[0]
        own = [reviewer] if reviewer else []
        done, total = self._base.execute(
            f"SELECT sum({verdict} != 'open'), count(*)"
            f" FROM records r JOIN articles a ON a.number = r.article {where}",
            (*own, *values),
        ).fetchone()
        return Progress(done or 0, total)

    def count_articles(self, filters: Filters, reviewer: str | None) -> int:
        """How many articles pass."""
        where, values = _where(filters, reviewer)
        join = "LEFT JOIN" if not filters.in_words else "JOIN"
        (count,) = self._base.execute(
            f"SELECT count(DISTINCT a.number)"
            f" FROM articles a {join} records r ON r.article = a.number {where}",
            values,
        ).fetchone()
        return int(count)

    def select(
        self,
        columns: str,
        filters: Filters,
        reviewer: str | None,
        rest: str = "",
        join: str = "",
        only: str = "1",
    ) -> list[tuple[Any, ...]]:
        """Rows of the records `r` (with their articles `a`) that pass; all but the filters is SQL of ours."""
        where, values = _where(filters, reviewer)
        where = f"{where} AND {only}" if where else f"WHERE {only}"
        return self._base.execute(
            f"SELECT {columns} FROM records r JOIN articles a ON a.number = r.article {join} {where} {rest}",
            values,
        ).fetchall()

    def distinct(self, column: str) -> list[str]:
        """The values of a column of the records, for pick-lists."""
        return [
            value
            for (value,) in self._base.execute(
                f"SELECT DISTINCT {column} FROM records WHERE {column} IS NOT NULL ORDER BY {column}"
            )
        ]

    def actor_names(self, limit: int) -> list[str]:
        """Who acts most often."""
        return [
            name
            for (name,) in self._base.execute(
                "SELECT name FROM actors GROUP BY name ORDER BY count(*) DESC, name LIMIT ?", (limit,)
            )
        ]


def _article_row(number: int, heading: Heading) -> tuple[object, ...]:
    return (number, heading.key.id, heading.title, heading.source, heading.published)


def _record_row(listed: Listed, title: str) -> tuple[object, ...]:
    summary = listed.summary
    told = (title, summary.place, summary.district, summary.province, summary.country, summary.event_type)
    words = " ".join(filter(None, (*told, *summary.actors, *summary.targets))).casefold()
    columns = astuple(summary)[:-2]
    return (listed.key, listed.article, listed.verdict, listed.edited, listed.added_by, words, *columns)


def _verdict(reviewer: str | None) -> tuple[str, str]:
    """The SQL for what was said of a record and whether it was edited; each takes the reviewer as a value."""
    if reviewer is None:
        return "r.verdict", "r.edited"
    own = "(SELECT {} FROM verdicts v WHERE v.key = r.key AND v.reviewer = ?)"
    return f"ifnull({own.format('verdict')}, 'open')", f"ifnull({own.format('edited')}, 0)"


def _where(filters: Filters, reviewer: str | None) -> tuple[str, list[object]]:
    """The condition of the filters, and its values."""
    parts: list[str] = []
    values: list[object] = []

    def add(part: str, *given: object) -> None:
        parts.append(part)
        values.extend(given)

    for word in filters.q.casefold().split():
        add("(instr(r.words, ?) OR instr(lower(a.id), ?))", word, word)
    if filters.type:
        add("(r.category = ? OR r.event_type = ?)", filters.type, filters.type)
    if filters.actor:
        add("r.key IN (SELECT key FROM actors WHERE name = ?)", filters.actor)
    if filters.place:
        add("(r.place = ? OR r.district = ?)", filters.place, filters.place)
    for column in ("country", "province", "status", "scope"):
        if value := getattr(filters, column):
            add(f"r.{column} = ?", value)
    if filters.since:
        add("r.day >= ?", filters.since)
    if filters.until:
        add("r.day <= ?", filters.until)
    if filters.background:
        add("r.background = ?", filters.background == "yes")
    if filters.confidence:
        add("r.confidence <= ?", float(filters.confidence))
    if filters.reviewed:
        verdict, edited = _verdict(reviewer)
        condition = _REVIEWED[filters.reviewed]
        own = [reviewer] * (condition.count("{v}") + condition.count("{e}")) if reviewer else []
        add(f"({condition.format(v=verdict, e=edited)})", *own)
    if reviewer is not None:  # what another one has added is not for this one's eyes
        add("(r.added_by IS NULL OR r.added_by = ?)", reviewer)
    return (f"WHERE {' AND '.join(parts)}" if parts else ""), values

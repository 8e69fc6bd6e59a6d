"""All records side by side in memory: for lists, filters, counts and their order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final, get_args

import numpy as np

from extractor.review.columns import NAMES, NO_NAME, NOTHING, Array, Columns, words_of
from extractor.review.entries import Verdict
from extractor.review.events import Heading
from extractor.review.filters import Filters
from extractor.review.orders import Articles

_VERDICTS: Final[tuple[str, ...]] = get_args(Verdict)
_OPEN, _ACCEPTED, _REJECTED, _DUPLICATE, _MERGED = (
    _VERDICTS.index(name) for name in ("open", "accepted", "rejected", "duplicate", "merged")
)


@dataclass(frozen=True, slots=True)
class Progress:
    """How many records there are, and how many of them have been reviewed."""

    done: int
    all: int

    @property
    def percent(self) -> int:
        """Rounded down: 100 says that all are done."""
        return 100 * self.done // self.all if self.all else 100


@dataclass(slots=True)
class Verdicts:
    """What was said of each record: a verdict's number, and whether it was edited."""

    verdict: Array
    edited: Array

    @classmethod
    def none(cls, size: int) -> Verdicts:
        """Of records that nobody has looked at."""
        return cls(np.zeros(size, "i1"), np.zeros(size, "?"))

    def grow(self) -> None:
        """Make room for one more record."""
        self.verdict, self.edited = np.append(self.verdict, np.int8(0)), np.append(self.edited, False)


@dataclass(slots=True)
class Listed:
    """What has changed of a record: its values as JSON has them (None: as before), and what is said of it."""

    key: str
    record: Mapping[str, Any] | None
    verdict: str
    edited: bool
    article: int
    added_by: str | None = None


class Catalogue:
    """The records by row, in the order of the file, those that were added last.

    With a `reviewer` a question is about that reviewer's own verdicts (a blind review), else about the last
    one of anybody.
    """

    def __init__(self, headings: Sequence[Heading], keys: Sequence[str], columns: Columns) -> None:
        self.keys = list(keys)
        self._row = {key: row for row, key in enumerate(self.keys)}
        self._columns = columns
        self._arrays = columns.arrays()
        self._shared = Verdicts.none(len(self.keys))
        self._own: dict[str, Verdicts] = {}
        self._added: dict[int, str] = {}
        self._dropped: set[int] = set()
        self._articles = Articles()
        for heading in headings:
            self._articles.add(heading)
        columns.rows.clear()  # the arrays have them now

    def warm(self) -> None:
        """Make ready what the first search and the first count by actor need."""
        self._pairs  # noqa: B018
        self._searched  # noqa: B018

    def add_article(self, heading: Heading) -> None:
        """Take in one more article."""
        self._articles.add(heading)

    def put(self, listed: Listed) -> None:
        """Take in a record that has changed, or a new one."""
        row = self._row.get(listed.key)
        if row is None:
            row = self._grow(listed.key)
        self._dropped.discard(row)
        if listed.added_by is not None:
            self._added[row] = listed.added_by
        self._shared.verdict[row] = _VERDICTS.index(listed.verdict)
        self._shared.edited[row] = listed.edited
        if listed.record is None:
            return
        for name, value in zip(NAMES, self._columns.row(listed.record, listed.article), strict=True):
            self._arrays[name][row] = value
        self._columns.actors[row] = self._columns.actors_of(listed.record)
        self._columns.words[row] = words_of(listed.record)
        self.__dict__.pop("_pairs", None)
        if "_searched" in self.__dict__:
            self._searched[row] = self._text(row)

    def drop(self, key: str) -> None:
        """Leave out a record that is no more: one that was added, and undone."""
        self._dropped.add(self._row[key])

    def judge(self, key: str, reviewer: str, verdict: str | None, edited: bool) -> None:
        """Keep what one reviewer says of a record; None: nothing any more."""
        own = self._own.setdefault(reviewer, Verdicts.none(len(self.keys)))
        row = self._row.get(key)
        if row is not None:
            own.verdict[row] = _VERDICTS.index(verdict or "open")
            own.edited[row] = edited

    def articles(self, filters: Filters, reviewer: str | None) -> Array:
        """The numbers of the articles with records that pass, in the order asked for.

        Those without any record come last, and only where nothing is filtered.
        """
        if filters.in_words:
            found = np.unique(self._arrays["article"][self.mask(filters, reviewer)])
        else:
            found = np.arange(len(self._articles.published))
        return found[np.argsort(self._ranks(filters.sort)[found], kind="stable")]

    def neighbour(
        self, article: int, filters: Filters, reviewer: str | None, back: bool = False
    ) -> int | None:
        """The article after (or before) this one among those that pass, whether or not this one does."""
        found = self.articles(filters, reviewer)
        ranks = self._ranks(filters.sort)
        others = found[ranks[found] < ranks[article]] if back else found[ranks[found] > ranks[article]]
        return None if not len(others) else int(others[-1 if back else 0])

    def of_article(self, article: int, reviewer: str | None) -> list[str]:
        """The records of an article, in the order of the file."""
        rows = np.flatnonzero(self._arrays["article"] == article)
        return [self.keys[row] for row in rows if self._is_there(int(row), reviewer)]

    def of_articles(self, articles: Array, filters: Filters, reviewer: str | None) -> dict[int, list[str]]:
        """The records of each of the articles that pass."""
        passing = self.mask(filters, reviewer) & np.isin(self._arrays["article"], articles)
        found: dict[int, list[str]] = {int(article): [] for article in articles}
        for row in np.flatnonzero(passing):
            found[int(self._arrays["article"][row])].append(self.keys[row])
        return found

    def progress(self, filters: Filters, reviewer: str | None) -> Progress:
        """How far the records that pass are reviewed."""
        passing = self.mask(filters, reviewer)
        judged = passing & (self._verdicts(reviewer).verdict != _OPEN)
        return Progress(int(judged.sum()), int(passing.sum()))

    def standing(self, reviewer: str | None) -> Array:
        """Which rows count as events: not those that were taken out."""
        return ~np.isin(self._verdicts(reviewer).verdict, (_REJECTED, _DUPLICATE, _MERGED))

    def row(self, key: str) -> int:
        """The row of a record."""
        return self._row[key]

    def column(self, name: str) -> Array:
        """A column; names are codes, for which `names` has the names."""
        return self._arrays[name]

    @property
    def names(self) -> Sequence[str | None]:
        """The names by code; None is no name."""
        return self._columns.codes.names

    def code(self, name: str) -> int:
        """The code of a name, NOTHING for one that no record has."""
        return self._columns.codes.get(name, NOTHING)

    @cached_property
    def _pairs(self) -> tuple[Array, Array]:
        """Rows and actors, a pair for each actor of each record."""
        counts = [len(actors) for actors in self._columns.actors]
        rows = np.repeat(np.arange(len(counts)), counts)
        return rows, np.array([code for actors in self._columns.actors for code in actors], "i4")

    def actors(self, passing: Array) -> tuple[Array, Array]:
        """The pairs of rows and actors of the rows that pass."""
        rows, codes = self._pairs
        kept = passing[rows]
        return rows[kept], codes[kept]

    def distinct(self, column: str) -> list[str]:
        """The names in a column, for pick-lists."""
        codes = np.unique(self._arrays[column])
        return sorted(name for code in codes if (name := self.names[code]))

    def actor_names(self, limit: int) -> list[str]:
        """Who acts most often."""
        codes, counts = np.unique(self._pairs[1], return_counts=True)
        return [str(self.names[code]) for code in codes[np.argsort(-counts, kind="stable")][:limit]]

    def mask(self, filters: Filters, reviewer: str | None) -> Array:
        """Which rows pass."""
        arrays = self._arrays
        passing = self._all_there(reviewer)
        for name in ("country", "province", "status", "scope"):
            if value := getattr(filters, name):
                passing &= arrays[name] == self.code(value)
        if filters.type:
            code = self.code(filters.type)
            passing &= (arrays["category"] == code) | (arrays["event_type"] == code)
        if filters.place:
            code = self.code(filters.place)
            passing &= (arrays["place"] == code) | (arrays["district"] == code)
        if filters.actor:
            rows, codes = self._pairs
            passing &= np.isin(np.arange(len(passing)), rows[codes == self.code(filters.actor)])
        if filters.since:
            passing &= arrays["day"] >= int(filters.since.replace("-", ""))
        if filters.until:
            passing &= (arrays["day"] <= int(filters.until.replace("-", ""))) & (arrays["day"] != NOTHING)
        if filters.background:
            passing &= arrays["background"] == (filters.background == "yes")
        if filters.confidence:
            passing &= arrays["confidence"] <= np.float32(filters.confidence)
        if filters.reviewed:
            passing &= self._reviewed(filters.reviewed, reviewer)
        for word in filters.q.casefold().split():
            passing &= np.fromiter((word in text for text in self._searched), "?", len(passing))
        return passing

    def _reviewed(self, wanted: str, reviewer: str | None) -> Array:
        said = self._verdicts(reviewer)
        if wanted == "added":
            return np.isin(np.arange(len(self.keys)), list(self._added))
        verdict: Array = said.verdict
        answers: dict[str, Array] = {
            "no": verdict == _OPEN,
            "yes": verdict != _OPEN,
            "accepted": (verdict == _ACCEPTED) & ~said.edited,
            "corrected": (verdict == _ACCEPTED) & said.edited,
            "edited": (verdict == _OPEN) & said.edited,
            "rejected": verdict == _REJECTED,
            "duplicate": verdict == _DUPLICATE,
        }
        return answers[wanted]

    def _verdicts(self, reviewer: str | None) -> Verdicts:
        if reviewer is None:
            return self._shared
        return self._own.setdefault(reviewer, Verdicts.none(len(self.keys)))

    def _all_there(self, reviewer: str | None) -> Array:
        there = np.ones(len(self.keys), "?")
        for row in (*self._dropped, *self._added):
            there[row] = self._is_there(row, reviewer)
        return there

    def _is_there(self, row: int, reviewer: str | None) -> bool:
        """What another one has added is not for the eyes of who reviews blind."""
        return row not in self._dropped and (reviewer is None or self._added.get(row, reviewer) == reviewer)

    def _ranks(self, sort: str) -> Array:
        """The place of each article in an order."""
        return self._articles.ranks(sort, self._arrays["article"], self._arrays["confidence"])

    def _grow(self, key: str) -> int:
        self._row[key] = len(self.keys)
        self.keys.append(key)
        for name, column in self._arrays.items():
            self._arrays[name] = np.append(column, column.dtype.type(0))
        for said in (self._shared, *self._own.values()):
            said.grow()
        self._columns.actors.append(())
        self._columns.words.append("")
        if "_searched" in self.__dict__:
            self._searched.append("")
        return self._row[key]

    @cached_property
    def _searched(self) -> list[str]:
        return [self._text(row) for row in range(len(self.keys))]

    def _text(self, row: int) -> str:
        """What a search looks through, in folded case."""
        codes = [
            self._arrays[name][row] for name in ("event_type", "place", "district", "province", "country")
        ]
        names = [self.names[code] for code in (*codes, *self._columns.actors[row]) if code != NO_NAME]
        article = self._articles.words[self._arrays["article"][row]]
        return "\n".join([article, self._columns.words[row], *map(str, names)]).casefold()

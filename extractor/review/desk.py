"""The reviewers' desk: the records as they stand after all decisions, and the way to decide."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from extractor.records import EventRecord
from extractor.review.catalogue import Catalogue, Listed
from extractor.review.decisions import Decisions
from extractor.review.entries import ARTICLE_KEY, Action, Change, Entry, State, Verdict
from extractor.review.events import ArticleKey, EventFile, Heading, heading_of
from extractor.review.log import Draft, ReviewLog
from extractor.review.texts import Text, Texts


class ConflictError(Exception):
    """Another reviewer has decided on the record since this one saw it; the message names them."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A record as it stands for a reviewer.

    `original` is what the extractor wrote, None for a record that reviewers made. `seen` is the number of
    the last decision, 0 where there is none; `by` is whose it was.
    """

    key: str
    article: int
    record: EventRecord
    original: EventRecord | None
    verdict: Verdict
    other: str | None
    note: str
    by: str | None
    seen: int

    @property
    def state(self) -> State:
        """As the log has it."""
        return State(record=self.record, verdict=self.verdict, other=self.other, note=self.note)

    @property
    def is_edited(self) -> bool:
        """Whether its values are not the extractor's any more."""
        return self.record != self.original


# What says nothing where it changes nothing; to accept what another reviewer has accepted says something.
_IDLE = frozenset({"edit", "note", "words"})
Decide = Callable[[Mapping[str, Standing]], Sequence[tuple[str, State]]]


class Desk:
    """One event file under review.

    With `blind` each reviewer sees the extractor's records and their own decisions only; else all work on one
    set of records, and the last decision stands.
    """

    def __init__(self, events: Path, log: Path, texts: Texts, *, blind: bool = False) -> None:
        self.file = EventFile(events)
        self.log = ReviewLog(log)
        self.decisions = Decisions()
        self.headings: list[Heading] = list(self.file.headings)
        self.catalogue = Catalogue(self.headings, list(self.file.keys), self.file.columns)
        self.blind = blind
        self._texts = texts
        self._numbers: dict[ArticleKey, int] = {each.key: i for i, each in enumerate(self.headings)}
        self._found: deque[Heading] = deque()
        self._texts_known = {each.key.sha256 for each in self.headings}
        self.strangers: set[str] = set()  # records that the log speaks of, and that are not in the file
        self._made: dict[str, int] = {}  # records made in review, and the numbers of their articles
        self._lock = threading.RLock()
        self.refresh()

    @property
    def problems(self) -> list[str]:
        """What could not be read, of the events and of the log."""
        faults = [
            f"{self.log.path}: entry {e.n}: {e.fault}; left out"
            for e in self.decisions.standing.values()
            if e.fault
        ]
        if self.strangers:
            faults.append(
                f"{self.log.path}: {len(self.strangers)} reviewed records are not in {self.file.path}"
                " (any more); their decisions stay in the log, and are neither shown nor exported"
            )
        return [*self.file.problems, *self.log.problems, *faults]

    def refresh(self) -> None:
        """Take in what other processes have decided, and the articles that `find_silent` has found."""
        with self._lock:
            self._take(self.log.fresh())
            while self._found:
                heading = self._found.popleft()
                if heading.key.sha256 not in self._texts_known:
                    self._add(heading)

    def warm(self) -> None:
        """Make ready what the first pages need, before they ask for it."""
        self.catalogue.warm()
        self._texts.warm(self.headings)

    def find_silent(self) -> None:
        """Look for articles given that no record speaks of, so that missed events can be added to them.

        It may run beside the pages: `refresh` takes them in.
        """
        self._found.extend(self._texts.all())

    def text(self, article: int) -> Text:
        """The article's text, or why it cannot be shown."""
        return self._texts.of(self.headings[article])

    def view(self, reviewer: str) -> str | None:
        """Whose decisions a reviewer sees: their own in a blind review, else (None) the last of anybody."""
        return reviewer if self.blind else None

    def standing(self, key: str, view: str | None) -> Standing | None:
        """How a record stands by the decisions of `view`; None where there is none of that key."""
        article = self.file.article_of(key)
        if article is None:
            article = self._made.get(key)
        entry = self.decisions.last(key, view)
        original = self.file.record(key)
        if article is None or (
            original is None and (entry is None or entry.changes[key].after.record is None)
        ):
            return None
        state = entry.changes[key].after if entry else State(record=original)
        record = state.record or original
        assert record is not None
        by, seen = (entry.by, entry.n) if entry else (None, 0)
        return Standing(key, article, record, original, state.verdict, state.other, state.note, by, seen)

    def standings(self, article: int, view: str | None) -> list[Standing]:
        """The records of an article, in the order of the file, those that were added last."""
        found = (self.standing(key, view) for key in self.catalogue.of_article(article, view))
        return [each for each in found if each is not None]

    def everything(self, view: str | None = None) -> Iterator[Standing]:
        """All records, in the order of the file, those that were added last."""
        found = (self.standing(key, view) for key in (*self.file.keys, *self._made))
        return (each for each in found if each is not None)

    def is_complete(self, article: int, reviewer: str | None = None) -> bool:
        """Whether a reviewer has said that nothing is missing in an article."""
        change = self.decisions.change(self.article_key(article), reviewer)
        return change is not None and change.after.verdict == "complete"

    def article_key(self, article: int) -> str:
        """The key of an article in the log."""
        key = self.headings[article].key
        return f"{ARTICLE_KEY}{key.id}/{key.sha256[:16]}"

    def decide(
        self, reviewer: str, action: Action, article: int, seen: Mapping[str, int], decide: Decide
    ) -> Entry | None:
        """Write a decision to the log, if it changes anything; None where it does not.

        `seen` are the records that it is about, each with the last decision on it that the reviewer saw.
        Raises ConflictError where another reviewer was quicker, and what `decide` raises.
        """

        def draft(others: Sequence[Entry]) -> Draft | None:
            self._take(others)
            standings = self._unchanged(reviewer, seen)
            changes = []
            for key, after in decide(standings):
                before = standings[key].state if key in standings else self._article_state(key)
                if before != after or action not in _IDLE:
                    changes.append(Change(key=key, before=before, after=after))
            if not changes:
                return None
            return Draft(reviewer, action, self.headings[article].key.id, tuple(changes))

        with self._lock:
            entry = self.log.append(draft)
            self.refresh()
        return entry

    def complete(self, reviewer: str, article: int, *, is_complete: bool) -> Entry | None:
        """Say of an article that nothing is missing, or that something may be."""
        state = State(verdict="complete" if is_complete else "open")
        return self.decide(reviewer, "complete", article, {}, lambda _: [(self.article_key(article), state)])

    def undo(self, reviewer: str) -> Entry | None:
        """Take back the reviewer's last decision that stands; returns its entry, None where there is none."""
        self.refresh()
        undone = self.decisions.last_of(reviewer)
        if undone is None:
            return None

        def draft(others: Sequence[Entry]) -> Draft:
            self._take(others)
            return Draft(reviewer, "undo", undone.article, (), undone.n)

        with self._lock:
            self.log.append(draft)
            self.refresh()
        return undone

    def _add(self, heading: Heading) -> int:
        if heading.key not in self._numbers:
            self._numbers[heading.key] = len(self.headings)
            self._texts_known.add(heading.key.sha256)
            self.catalogue.add_article(heading)
            self.headings.append(heading)
        return self._numbers[heading.key]

    def article_of(self, entry: Entry) -> int | None:
        """The number of the article that an entry is about."""
        for key in entry.keys:
            article = self.file.article_of(key)
            if article is not None or key in self._made:
                return self._made[key] if article is None else article
        return next((i for i in range(len(self.headings)) if self.article_key(i) in entry.keys), None)

    def _take(self, entries: Iterable[Entry]) -> None:
        changed: dict[str, set[str]] = {}
        for entry in entries:
            for key in self.decisions.add(entry):
                changed.setdefault(key, set()).add(entry.by)
        for key, reviewers in changed.items():
            self._list(key, reviewers)

    def _unchanged(self, reviewer: str, seen: Mapping[str, int]) -> dict[str, Standing]:
        standings = {}
        for key, number in seen.items():
            standing = self.standing(key, self.view(reviewer))
            if standing is None:
                raise ConflictError("The record is not there any more.")
            if standing.seen != number and standing.by not in (None, reviewer):
                raise ConflictError(
                    f"{standing.by} has decided on this record since you opened it. Look at it as it is now."
                )
            standings[key] = standing
        return standings

    def _article_state(self, key: str) -> State | None:
        change = self.decisions.change(key)
        return change.after if change else None

    def _list(self, key: str, reviewers: set[str]) -> None:
        """Bring the catalogue up to date with the decisions on a record."""
        if key.startswith(ARTICLE_KEY):
            return
        article = self.file.article_of(key)
        if article is None:
            article = self._article_of_made(key)
            if article is None:
                return
        change = self.decisions.change(key)
        is_made = self.file.article_of(key) is None
        made_by = self.decisions.maker(key) if is_made else None
        # In a blind review nobody is shown by the values that another one gave.
        record = change.after.record if change and (is_made or not self.blind) else None
        if change is None and not is_made:
            record = self.file.record(key)
        values = record.model_dump(mode="json") if record else None
        verdict = change.after.verdict if change else "open"
        listed = Listed(key, values, verdict, self._is_edited(key, change), article, made_by)
        self.catalogue.put(listed)
        for reviewer in reviewers:
            own = self.decisions.change(key, reviewer)
            said = own.after.verdict if own else None
            self.catalogue.judge(key, reviewer, said, self._is_edited(key, own))

    def _article_of_made(self, key: str) -> int | None:
        """The article of a record that the file has not; None where it is no more, or was of another file."""
        first = self.decisions.first(key)
        if first is None or first.after.record is None:
            if key in self._made:
                self.catalogue.drop(key)
            return None
        if first.before is not None:
            self.strangers.add(key)
            return None
        self._made[key] = self._add(heading_of(first.after.record.article))
        return self._made[key]

    def _is_edited(self, key: str, change: Change | None) -> bool:
        return bool(change and change.after.record and change.after.record != self.file.record(key))

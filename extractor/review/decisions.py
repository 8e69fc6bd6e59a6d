"""Which decisions stand, after what was undone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from extractor.review.entries import ARTICLE_KEY, Change, Entry


class Decisions:
    """The entries of a log that nobody has undone, by the records they are about.

    With `reviewer` a question is answered from that reviewer's own decisions alone, without from the last
    one of anybody.
    """

    def __init__(self) -> None:
        self._of_key: dict[str, list[Entry]] = defaultdict(list)
        self._standing: dict[int, Entry] = {}
        self._of_article: dict[str, list[Entry]] = defaultdict(list)
        self.reviewers: dict[str, int] = {}

    def add(self, entry: Entry) -> tuple[str, ...]:
        """Take an entry in; returns the keys of the records that stand otherwise now."""
        self.reviewers[entry.by] = self.reviewers.get(entry.by, 0) + 1
        self._of_article[entry.article].append(entry)
        if entry.action != "undo":
            self._standing[entry.n] = entry
            for key in entry.keys:
                self._of_key[key].append(entry)
            return entry.keys
        undone = self._standing.pop(entry.undoes or 0, None)
        if undone is None:
            return ()
        for key in undone.keys:
            self._of_key[key].remove(undone)
        return undone.keys

    def last(self, key: str, reviewer: str | None = None) -> Entry | None:
        """The decision that stands on a record; one whose records are not valid is passed over."""
        for entry in reversed(self._of_key.get(key, ())):
            if reviewer in (None, entry.by) and key in entry.changes:
                return entry
        return None

    def change(self, key: str, reviewer: str | None = None) -> Change | None:
        """What that decision made of the record."""
        entry = self.last(key, reviewer)
        return entry.changes[key] if entry else None

    def first(self, key: str) -> Change | None:
        """The first decision on a record that stands; its `before` is None where it was added in review."""
        for entry in self._of_key.get(key, ()):
            if key in entry.changes:
                return entry.changes[key]
        return None

    def maker(self, key: str) -> str | None:
        """Who made the first decision on a record that stands."""
        return next((entry.by for entry in self._of_key.get(key, ())), None)

    def last_of(self, reviewer: str) -> Entry | None:
        """What `reviewer` would undo."""
        return next((e for e in reversed(self._standing.values()) if e.by == reviewer), None)

    def judges(self, key: str) -> set[str]:
        """Who has decided on a record."""
        return {entry.by for entry in self._of_key.get(key, ())}

    def complete(self) -> set[str]:
        """The keys of the articles in which nothing is missing."""
        keys = [key for key in self._of_key if key.startswith(ARTICLE_KEY)]
        return {key for key in keys if (change := self.change(key)) and change.after.verdict == "complete"}

    def judged(self) -> Iterator[str]:
        """The records that a decision stands on."""
        return (key for key, entries in self._of_key.items() if entries and not key.startswith(ARTICLE_KEY))

    def history(self, article: str) -> list[Entry]:
        """All that was decided on an article's records, undone or not, the latest first."""
        return self._of_article.get(article, [])[::-1]

    def is_undone(self, entry: Entry) -> bool:
        """Whether a later entry takes this one back."""
        return entry.action != "undo" and entry.n not in self._standing

    @property
    def standing(self) -> Mapping[int, Entry]:
        """The entries that nobody has undone, by number, in the order of the log."""
        return self._standing

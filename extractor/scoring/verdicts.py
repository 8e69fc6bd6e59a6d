"""Changes held against gold: what they mended, what they broke."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from extractor.records import EventRecord
from extractor.scoring.align import align
from extractor.scoring.changes import Change, by_article
from extractor.scoring.fields import is_right
from extractor.scoring.gold import GoldArticle, GoldEvent

Verdict = Literal["mended", "broken", "neutral"]


@dataclass(frozen=True, slots=True)
class _Standing:
    """How one run's records of an article stand to its gold."""

    answers: Mapping[str, GoldEvent]
    extra: frozenset[str]
    answered: frozenset[str]

    @classmethod
    def of(cls, records: Sequence[EventRecord], gold: GoldArticle) -> _Standing:
        alignment = align(records, gold.events)
        return cls(
            {record.id: event for record, event in alignment.pairs},
            frozenset(record.id for record in alignment.extra),
            frozenset(event.id for _, event in alignment.pairs),
        )


class Judge:
    """Judges changes by gold. What no gold speaks of is neutral."""

    def __init__(
        self, old: Iterable[EventRecord], new: Iterable[EventRecord], gold: Iterable[GoldArticle]
    ) -> None:
        before, after = by_article(old), by_article(new)
        self._standings = {
            article.article: (
                _Standing.of(before.get(article.article, []), article),
                _Standing.of(after.get(article.article, []), article),
            )
            for article in gold
        }

    def of_record(self, change: Change) -> Verdict:
        """Of a record that came or went."""
        if change.article not in self._standings or change.kind == "changed":
            return "neutral"
        old, new = self._standings[change.article]
        here, there = (new, old) if change.kind == "added" else (old, new)
        event = here.answers.get(change.record.id)
        if event is not None and event.id not in there.answered:
            return "mended" if change.kind == "added" else "broken"
        if change.record.id in here.extra:
            return "broken" if change.kind == "added" else "mended"
        return "neutral"

    def of_field(self, change: Change, field: str) -> Verdict:
        """Of a field of a record that answers a gold event, before and now."""
        if change.article not in self._standings or change.old is None or change.new is None:
            return "neutral"
        old, new = self._standings[change.article]
        event, event_now = old.answers.get(change.old.id), new.answers.get(change.new.id)
        before = is_right(change.old, event, field) if event else None
        after = is_right(change.new, event_now, field) if event_now else None
        if before is None or after is None or before == after:
            return "neutral"
        return "mended" if after else "broken"

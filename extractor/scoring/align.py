"""Which record answers which gold event of an article, one to one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractor.records import EventRecord
from extractor.scoring.assignment import best_pairs
from extractor.scoring.fields import FIELDS
from extractor.scoring.gold import GoldEvent
from extractor.scoring.likeness import content_words

# Points for each field that agrees strictly and, lower, leniently. They say what tells events apart.
_POINTS = {
    "category": (3.0, 3.0),
    "event_type": (1.0, 0.0),
    "scope": (1.5, 1.5),
    "date": (3.0, 1.5),
    "place": (3.0, 2.5),
    "district": (1.0, 0.8),
    "province": (0.5, 0.5),
    "killed": (2.5, 1.0),
    "injured": (1.5, 0.5),
    "arrested": (1.5, 0.5),
    "abducted": (1.5, 0.5),
    "count": (2.0, 1.0),
    "actors": (1.0, 0.5),
    "targets": (1.0, 0.5),
}
# Agreement in fewer of these than two is chance.
_TELLING = (
    "category",
    "date",
    "place",
    "district",
    "killed",
    "injured",
    "arrested",
    "abducted",
    "count",
    "actors",
)
_WORDS_POINTS = 4.0
_WORDS_TELL = 0.5
# A required gold event is answered before an optional one that fits as well.
_OPTIONAL_DISCOUNT = 0.9


@dataclass(frozen=True, slots=True)
class Alignment:
    """The answered events of one article, the gold events without a record, and the records left over."""

    pairs: tuple[tuple[EventRecord, GoldEvent], ...]
    missed: tuple[GoldEvent, ...]
    extra: tuple[EventRecord, ...]


def align(records: Sequence[EventRecord], gold: Sequence[GoldEvent]) -> Alignment:
    """Pair records with gold events by the greatest total agreement.

    An optional gold event takes a record out of the judgement: the two stand nowhere in the result.
    """
    pairs = best_pairs([[_weight(record, event) for event in gold] for record in records])
    answered = {column for _, column in pairs}
    used = {row for row, _ in pairs}
    return Alignment(
        tuple((records[row], gold[column]) for row, column in pairs if not gold[column].optional),
        tuple(event for column, event in enumerate(gold) if column not in answered and not event.optional),
        tuple(record for row, record in enumerate(records) if row not in used),
    )


def _weight(record: EventRecord, event: GoldEvent) -> float:
    """How well the record answers the event; 0 where what they share is chance."""
    total, telling = 0.0, 0
    for field, (strict, lenient) in _POINTS.items():
        judgement = FIELDS[field](record, event)
        if judgement.strict.right:
            total += strict
        elif judgement.lenient.right:
            total += lenient
        else:
            continue
        telling += field in _TELLING
    anchored = _shared_words(record, event)
    total += _WORDS_POINTS * anchored
    telling += anchored >= _WORDS_TELL
    if telling < 2:
        return 0.0
    return total * (_OPTIONAL_DISCOUNT if event.optional else 1.0)


def _shared_words(record: EventRecord, event: GoldEvent) -> float:
    """The share of the gold's anchoring words that the record's evidence holds."""
    words = content_words(event.words)
    if not words:
        return 0.0
    return len(words & content_words(" ".join(item.text for item in record.evidence))) / len(words)

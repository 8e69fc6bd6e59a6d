"""Which rules were wrong, and how often, as far as records were reviewed."""

from __future__ import annotations

import csv
import dataclasses
from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from extractor.records import EventRecord, Evidence
from extractor.review.desk import Desk, Standing

COLUMNS: Final = ("rule", "field", "judged", "wrong", "share_wrong", "in_rejected_records", "examples")
_LISTS: Final = ("actors", "targets", "weapons")
_EXAMPLES: Final = 3


@dataclass(slots=True)
class Tally:
    """How a rule fared in one field. A wrong one is of a rejected record, or its value was corrected."""

    rule: str
    field: str
    judged: int = 0
    corrected: int = 0
    rejected: int = 0
    examples: list[str] = dataclasses.field(default_factory=list)

    @property
    def wrong(self) -> int:
        """In how many records it was wrong."""
        return self.corrected + self.rejected


def tallies(desk: Desk) -> list[Tally]:
    """A tally for each rule and field, the most often wrong first.

    Duplicates and merged records say nothing of rules.
    """
    found: dict[tuple[str, str], Tally] = {}
    for standing in desk.everything():
        if standing.original is None or standing.verdict not in ("accepted", "rejected"):
            continue
        seen: dict[tuple[str, str], tuple[bool, Evidence]] = {}
        for item in standing.original.evidence:
            is_kept = standing.verdict == "accepted" and _is_kept(item, standing.original, standing.record)
            before = seen.get((item.rule, item.field), (True, item))
            seen[item.rule, item.field] = (False, item) if not is_kept else before
        for (rule, name), (is_right, item) in seen.items():
            tally = found.setdefault((rule, name), Tally(rule, name))
            _count(tally, standing, item, is_right=is_right)
    return sorted(found.values(), key=lambda t: (-t.wrong, -t.judged, t.rule, t.field))


def write_wrong_rules(desk: Desk, path: Path) -> int:
    """Write the tallies as CSV; returns how many rules were wrong at least once."""
    found = tallies(desk)
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(_row(tally) for tally in found)
    return sum(tally.wrong > 0 for tally in found)


def _count(tally: Tally, standing: Standing, item: Evidence, *, is_right: bool) -> None:
    tally.judged += 1
    if is_right:
        return
    if standing.verdict == "rejected":
        tally.rejected += 1
    else:
        tally.corrected += 1
    if len(tally.examples) < _EXAMPLES:
        tally.examples.append(f"{standing.record.article.id}: {' '.join(item.text.split())}")


def _row(tally: Tally) -> Iterator[object]:
    yield from (tally.rule, tally.field, tally.judged, tally.wrong, f"{tally.wrong / tally.judged:.2f}")
    yield from (tally.rejected, " | ".join(tally.examples))


def _is_kept(item: Evidence, before: EventRecord, after: EventRecord) -> bool:
    """Whether the value that the words gave stands after review as it did before."""
    name = item.field.split(".")[0]
    if name not in _LISTS:
        return _value(before, item.field) == _value(after, item.field)
    parts = [part for part in getattr(before, name) if part.text == item.text]
    kept = [_part(part) for part in getattr(after, name)]
    parts = parts or list(getattr(before, name))
    return all(_part(part) in kept for part in parts)


def _part(part: Any) -> Hashable:
    names = ("id", "name", "kind", "role", "attribution", "type") if hasattr(part, "role") else ("type",)
    words = None if getattr(part, "id", None) else part.text
    return (words, *(getattr(part, name, None) for name in names))


def _value(record: EventRecord, name: str) -> Hashable:
    """What a review can change of a field, without its words."""
    if name == "event_type":
        return (record.category, record.event_type)
    if name == "date":
        return (record.date.start, record.date.end) if record.date else None
    if name == "location":
        where = record.location
        return (where.place, where.district, where.province, where.country) if where else None
    if name == "casualties.by_group":
        return record.casualties.by_group
    value: Any = record
    for part in name.split("."):
        value = getattr(value, part, None)
    if hasattr(value, "best"):
        return (value.low, value.best, value.high, value.vague)
    return value if isinstance(value, Hashable) else None

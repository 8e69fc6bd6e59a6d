"""The records after review."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.records import EventRecord
from extractor.review.desk import Desk, Standing
from extractor.review.entries import Verdict

GONE: frozenset[Verdict] = frozenset({"rejected", "duplicate", "merged"})


def corrected(desk: Desk, *, reviewed_only: bool = False) -> Iterator[EventRecord]:
    """The records as they stand, without those that were rejected, are duplicates or went into others.

    A reviewer's note becomes one of the record's notes. What was part of a record that went into another
    one is part of that; what was part of one that is gone stands alone.
    """
    standings = {standing.key: standing for standing in desk.everything()}
    for standing in standings.values():
        if standing.verdict in GONE or (reviewed_only and standing.verdict == "open"):
            continue
        yield _finished(standing, standings)


def _finished(standing: Standing, standings: dict[str, Standing]) -> EventRecord:
    record = standing.record
    changes: dict[str, object] = {}
    if standing.note:
        changes["notes"] = (*record.notes, f"review: {standing.note}")
    if record.part_of is not None:
        changes["part_of"] = _whole(record.part_of, standings, record.id)
    return record.model_copy(update=changes) if changes else record


def _whole(part_of: str, standings: dict[str, Standing], own: str) -> str | None:
    """The record that holds the incident's tolls now."""
    seen = set()
    while part_of in standings and part_of not in seen:
        seen.add(part_of)
        whole = standings[part_of]
        if whole.verdict not in GONE:
            return whole.record.id if whole.record.id != own else None
        if whole.verdict != "merged" or whole.other is None:
            return None
        part_of = whole.other
    return None

"""What came of one article; small, since it travels from a worker to the run."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Literal

from extractor.articles import ReadFailure
from extractor.records import EventRecord, Toll

FindingKind = Literal["failure", "warning", "skipped"]
Step = Literal["patterns", "reading", "extraction", "evidence"]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to tell the user about one input or pattern file: a line of failures.jsonl.

    A failure means that records are missing, a warning that they may be poorer than they could be.
    """

    kind: FindingKind
    step: Step
    path: str | None
    line: int | None
    article: str | None
    reason: str

    @classmethod
    def of_reading(cls, failure: ReadFailure) -> Finding:
        """What a reader could not read."""
        kind: FindingKind = "skipped" if failure.skipped else "failure"
        return cls(kind, "reading", failure.path, failure.line, None, failure.reason)

    @property
    def where(self) -> str:
        """The file, with line and article where known."""
        place = self.path or "-"
        if self.line is not None:
            place = f"{place}:{self.line}"
        return f"{place} ({self.article})" if self.article and self.article not in place else place

    def to_line(self) -> str:
        """As one line of JSON, without the line end."""
        return json.dumps(asdict(self), ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class Counted:
    """What the summary counts of one record; tolls are numbers of people, None where unknown."""

    category: str
    event_type: str
    is_aggregate: bool
    has_occurred: bool
    is_background: bool
    killed: int | None
    injured: int | None

    @classmethod
    def of(cls, record: EventRecord) -> Counted:
        """The counts of `record`."""
        return cls(
            category=record.category,
            event_type=record.event_type,
            is_aggregate=record.scope == "aggregate",
            has_occurred=record.status == "occurred",
            is_background=record.background,
            killed=_number(record.casualties.killed),
            injured=_number(record.casualties.injured),
        )


def _number(toll: Toll | None) -> int | None:
    if toll is None:
        return None
    return next((number for number in (toll.best, toll.low, toll.high) if number is not None), None)


@dataclass(frozen=True, slots=True)
class Outcome:
    """The records of one article as lines of JSON, and what there is to tell."""

    was_read: bool
    lines: tuple[str, ...] = ()
    counted: tuple[Counted, ...] = ()
    findings: tuple[Finding, ...] = ()

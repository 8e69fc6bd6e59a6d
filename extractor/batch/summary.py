"""The figures of a run."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from extractor.batch.outcome import Counted, Finding, Outcome

_SHOWN_FAILURES = 20
_KEPT_REASONS = 200
_OTHER_REASONS = "other reasons"


@dataclass(slots=True)
class Summary:
    """Counts of what was read and found; its size does not grow with the number of articles.

    `killed` and `injured` add up incidents that occurred, without aggregates (they would count
    twice what incidents tell) and without background (earlier events, told again by many articles).
    `expected` is how many articles there seem to be, None where that cannot be said yet.
    """

    articles: int = 0
    expected: int | None = None
    events: int = 0
    aggregates: int = 0
    background: int = 0
    not_occurred: int = 0
    killed: int = 0
    injured: int = 0
    failures: int = 0
    warnings: int = 0
    by_type: Counter[tuple[str, str]] = field(default_factory=Counter)
    first_failures: list[Finding] = field(default_factory=list)
    warning_reasons: Counter[str] = field(default_factory=Counter)
    skipped: list[Finding] = field(default_factory=list)
    output: Path | None = None
    failures_path: Path | None = None

    def add(self, outcome: Outcome) -> None:
        """Count what came of one article."""
        self.articles += outcome.was_read
        for counted in outcome.counted:
            self._count(counted)
        for finding in outcome.findings:
            self._note(finding)

    def _count(self, counted: Counted) -> None:
        self.events += 1
        self.by_type[counted.category, counted.event_type] += 1
        self.aggregates += counted.is_aggregate
        self.background += counted.is_background
        self.not_occurred += not counted.has_occurred
        if counted.has_occurred and not counted.is_aggregate and not counted.is_background:
            self.killed += counted.killed or 0
            self.injured += counted.injured or 0

    def _note(self, finding: Finding) -> None:
        if finding.kind == "failure":
            self.failures += 1
            if len(self.first_failures) < _SHOWN_FAILURES:
                self.first_failures.append(finding)
        elif finding.kind == "skipped":
            self.skipped.append(finding)
        else:
            self.warnings += 1
            is_known = finding.reason in self.warning_reasons or len(self.warning_reasons) < _KEPT_REASONS
            self.warning_reasons[finding.reason if is_known else _OTHER_REASONS] += 1

    @property
    def exit_code(self) -> int:
        """0 where all is well, 1 where something failed or nothing was there to read."""
        return 1 if self.failures or not self.articles else 0

"""The files that a run writes: the records, and the failures beside them."""

from __future__ import annotations

import sys
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from extractor.batch.outcome import Outcome

FAILURES_NAME = "failures.jsonl"
_RECORD_START = b'{"schema":'


def part_of(output: Path) -> Path:
    """Where the records stand until the run is through."""
    return output.with_name(output.name + ".part")


def failures_beside(output: Path) -> Path:
    """The list of what failed and of warnings."""
    return output.with_name(FAILURES_NAME)


def ledger_beside(output: Path) -> Path:
    """What came of each article, for runs that go on where this one ended."""
    return output.with_name(output.name + ".ledger")


def holds_something_else(output: Path) -> bool:
    """Whether a file stands at `output` that no run has written; nobody wants to lose that one."""
    if not output.is_file():
        return False
    with output.open("rb") as file:
        start = file.read(len(_RECORD_START))
    return start not in (b"", _RECORD_START)


class OutputFiles:
    """Records as they come into OUT.part, which becomes OUT when all is done.

    After an interruption OUT.part holds whole lines: all records of the articles done so far.
    Without an output path records go to standard output and failures to nowhere.
    """

    def __init__(self, output: Path | None) -> None:
        self.output = output
        self._events: BinaryIO | None = None
        self._failures: BinaryIO | None = None

    @property
    def paths(self) -> frozenset[Path]:
        """Resolved paths of all that is written, which no run may read as articles."""
        if self.output is None:
            return frozenset()
        ledger = ledger_beside(self.output)
        logs = (ledger.with_name(ledger.name + end) for end in ("-wal", "-shm"))
        files = (self.output, part_of(self.output), failures_beside(self.output), ledger, *logs)
        return frozenset(path.resolve() for path in files)

    @property
    def failures_path(self) -> Path | None:
        """The list of failures, if there is one."""
        return failures_beside(self.output) if self.output and self._failures else None

    def __enter__(self) -> Self:
        if self.output is None:
            self._events = sys.stdout.buffer
            return self
        self.output.parent.mkdir(parents=True, exist_ok=True)
        failures_beside(self.output).unlink(missing_ok=True)
        self._events = part_of(self.output).open("wb")
        return self

    def write(self, outcomes: list[Outcome]) -> None:
        """Append the records and findings of these articles, so that they survive what follows."""
        assert self._events is not None
        lines = [line for outcome in outcomes for line in outcome.lines]
        findings = [finding.to_line() for outcome in outcomes for finding in outcome.findings]
        if lines:
            self._events.write(_as_lines(lines))
            self._events.flush()
        if findings and self.output is not None:
            if self._failures is None:
                self._failures = failures_beside(self.output).open("wb")
            self._failures.write(_as_lines(findings))
            self._failures.flush()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._failures is not None:
            self._failures.close()
        if self.output is None or self._events is None:
            return
        self._events.close()
        if kind is None:
            part_of(self.output).replace(self.output)


def _as_lines(lines: list[str]) -> bytes:
    return ("\n".join(lines) + "\n").encode("utf-8")

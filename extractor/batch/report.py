"""What a run shows on the terminal: progress while it goes, a summary at its end."""

from __future__ import annotations

import datetime as dt
import time
from types import TracebackType
from typing import Self, TextIO

from rich import box
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from extractor.batch.summary import Summary

_SHOWN_REASONS = 10


class ProgressLine:
    """A line that counts articles, events and failures, with the rate and the time that is left.

    Nothing where the stream is no terminal.
    """

    def __init__(self, stream: TextIO, *, is_shown: bool) -> None:
        self._progress = Progress(
            SpinnerColumn(),
            TextColumn("{task.completed:,} articles  {task.fields[rate]} a second"),
            TextColumn("{task.fields[events]:,} events  {task.fields[failures]:,} failures"),
            TimeElapsedColumn(),
            TextColumn("{task.fields[left]}"),
            console=Console(file=stream),
            transient=True,
            disable=not (is_shown and stream.isatty()),
        )
        self._task = self._progress.add_task("articles", total=None, events=0, failures=0, rate="0", left="")
        self._start = time.monotonic()

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def show(self, summary: Summary) -> None:
        """Bring the line up to date."""
        rate = summary.articles / max(time.monotonic() - self._start, 1e-3)
        self._progress.update(
            self._task,
            completed=summary.articles,
            events=summary.events,
            failures=summary.failures,
            rate=f"{rate:,.0f}" if rate >= 10 else f"{rate:.1f}",
            left=_time_left(summary, rate),
        )

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._progress.stop()


def _time_left(summary: Summary, rate: float) -> str:
    """Of about how many articles, and how long they take yet; "" where nothing can be said."""
    if summary.expected is None or rate <= 0:
        return ""
    seconds = round(max(0, summary.expected - summary.articles) / rate)
    return f"of about {summary.expected:,}, {dt.timedelta(seconds=seconds)} left"


def show_summary(summary: Summary, stream: TextIO) -> None:
    """The figures as a table, then what failed and why."""
    console = Console(file=stream, highlight=False)
    table = Table(box=box.SIMPLE if stream.isatty() else box.ASCII, show_header=False)
    table.add_column("what")
    table.add_column("number", justify="right")
    for label, number in _figures(summary):
        table.add_row(Text(label), f"{number:,}")
    console.print(table)
    show_failures(summary, stream)


def _figures(summary: Summary) -> list[tuple[str, int]]:
    rows = [("articles read", summary.articles), ("events", summary.events)]
    rows += [
        (f"  {category} / {event_type}" if category != event_type else f"  {category}", number)
        for (category, event_type), number in sorted(summary.by_type.items())
    ]
    rows += [
        ("of these aggregates", summary.aggregates),
        ("of these background", summary.background),
        ("of these not occurred (foiled, threatened, ...)", summary.not_occurred),
        ("killed (incidents that occurred, no background)", summary.killed),
        ("injured (likewise)", summary.injured),
        ("failures", summary.failures),
        ("warnings", summary.warnings),
    ]
    return rows


def show_failures(summary: Summary, stream: TextIO) -> None:
    """What failed, one a line, the first ones only; what was skipped; warnings by their reason."""
    lines = [f"failed: {each.where}: {each.reason}" for each in summary.first_failures]
    left = summary.failures - len(summary.first_failures)
    if left:
        lines.append(f"failed: {left:,} more")
    lines += [f"skipped: {each.where}: {each.reason}" for each in summary.skipped]
    lines += [
        f"warning: {reason} ({number:,} times)" if number > 1 else f"warning: {reason}"
        for reason, number in summary.warning_reasons.most_common(_SHOWN_REASONS)
    ]
    if summary.failures_path:
        lines.append(f"all failures and warnings: {summary.failures_path}")
    if not summary.articles:
        lines.append("no articles were read; give files (.txt .html .pdf .jsonl .json .csv .tsv) or folders")
    elif not summary.events and not summary.failures:
        lines.append("no events were found; `extractor explain ARTICLE` tells why for one article")
    for line in lines:
        print(line, file=stream)

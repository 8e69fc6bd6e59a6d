"""The figures of a benchmark as tables for a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO

from rich import box
from rich.console import Console
from rich.table import Table

from extractor.bench.figures import Figures, Growth


def show(figures: Sequence[Figures], sizes: Sequence[Growth], stream: TextIO) -> None:
    """Print them, one column a kind of news, then one row a size."""
    console = Console(file=stream, highlight=False)
    style = box.SIMPLE if stream.isatty() else box.ASCII
    table = Table(box=style)
    table.add_column("")
    for each in figures:
        table.add_column(f"{each.kind} news", justify="right")
    for name, values in zip(_NAMES, zip(*(_column(each) for each in figures), strict=True), strict=True):
        table.add_row(name, *values)
    console.print(table)
    if not sizes:
        return
    table = Table(box=style)
    for name in ("news", "articles", "seconds", "articles a second", "largest process, MB"):
        table.add_column(name, justify="left" if name == "news" else "right")
    for row in sizes:
        table.add_row(
            row.kind, f"{row.articles:,}", f"{row.seconds:,.1f}", f"{row.rate:,.0f}", f"{row.peak_mb:,.0f}"
        )
    console.print(table)


_NAMES = (
    "articles",
    "words",
    "bare spaCy, articles a second",
    "one worker, articles a second",
    "one worker, words a second",
    "one worker by bare spaCy, processor time",
    "one worker by bare spaCy, clock",
    "all workers, articles a second",
    "all workers by one worker",
    "processor time that the gate saves",
    "records that the gate loses",
    "one article from start to end, seconds",
    "resumed with nothing to do, articles a second",
    "largest process, MB",
)


def _column(figures: Figures) -> tuple[str, ...]:
    return (
        f"{figures.articles:,}",
        f"{figures.words:,}",
        f"{figures.bare:,.1f}",
        f"{figures.one_worker:,.1f}",
        f"{figures.words_a_second:,.0f}",
        f"{figures.ratio:.2f}",
        f"{figures.ratio_by_clock:.2f}",
        f"{figures.all_workers:,.1f} ({figures.workers})",
        f"{figures.speed_up:.2f}",
        f"{figures.saved_by_gate:.0%}",
        f"{figures.lost_by_gate}",
        f"{figures.first_record_seconds:.2f}",
        "too few to tell" if figures.nothing_to_do is None else f"{figures.nothing_to_do:,.0f}",
        f"{figures.peak_mb:,.0f}",
    )

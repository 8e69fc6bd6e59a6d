"""What is measured, and how the figures come about."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from extractor.bench.processes import Run, run_module, run_program
from extractor.bench.texts import Sample, write_articles
from extractor.processes import usable_cores

Tell = Callable[[str], None]
# Less than this is chance, where the times of two runs are taken from one another.
_LEAST_SECONDS = 0.05


@dataclass(frozen=True, slots=True)
class Figures:
    """Figures of one kind of news; rates are articles a second, without the time to start.

    `ratio` is the rate of one worker by that of bare spaCy, both counted in processor time, which other
    work on the machine disturbs least; `ratio_by_clock` is the same by the clock. `first_record_seconds` is
    one article from start to end. `saved_by_gate` is the part of the processor time that the gate saves.
    `nothing_to_do` is None where the articles are too few for the clock to tell.
    """

    kind: str
    articles: int
    words: int
    bare: float
    one_worker: float
    all_workers: float
    workers: int
    ratio: float
    ratio_by_clock: float
    speed_up: float
    words_a_second: float
    saved_by_gate: float
    lost_by_gate: int
    first_record_seconds: float
    nothing_to_do: float | None
    peak_mb: float


@dataclass(frozen=True, slots=True)
class Growth:
    """A run of so many articles by all workers; the start counts too."""

    kind: str
    articles: int
    seconds: float
    rate: float
    peak_mb: float


def benchmark(sample: Sample, count: int, workers: int | None, tell: Tell) -> Figures:
    """All figures of a sample. Raises RuntimeError where a run fails."""
    workers = workers or usable_cores()
    with TemporaryDirectory(prefix="extractor-bench-") as name:
        folder = Path(name)
        articles, one = folder / "articles.jsonl", folder / "one.jsonl"
        words = write_articles(sample, count, articles)
        write_articles(sample, 1, one)
        tell(f"{sample.kind}: one article, from start to end")
        _extract(one, folder, 1)  # what is kept between runs is there from now on
        first = _extract(one, folder, 1)
        tell(f"{sample.kind}: {count:,} articles by bare spaCy")
        bare = run_module("bare", str(articles))
        tell(f"{sample.kind}: {count:,} articles by one worker")
        alone = _extract(articles, folder, 1)
        tell(f"{sample.kind}: {count:,} articles by {workers} workers")
        together = _extract(articles, folder, workers)
        tell(f"{sample.kind}: with and without the gate")
        gate = run_module("gate", str(articles))
        tell(f"{sample.kind}: a run that finds nothing to do")
        _extract(one, folder, workers, "--resume")
        known = _extract(one, folder, workers, "--resume")
        _extract(articles, folder, workers, "--resume")
        again = _extract(articles, folder, workers, "--resume")
    seconds = max(alone.seconds - first.seconds, 1e-9)
    cpu = max(alone.cpu_seconds - first.cpu_seconds, 1e-9)
    both = max(together.seconds - first.seconds, 1e-9)
    return Figures(
        kind=sample.kind,
        articles=count,
        words=words,
        bare=count / bare["seconds"],
        one_worker=count / seconds,
        all_workers=count / both,
        workers=workers,
        ratio=bare["cpu_seconds"] / cpu,
        ratio_by_clock=bare["seconds"] / seconds,
        speed_up=seconds / both,
        words_a_second=words / seconds,
        saved_by_gate=1 - gate["gated_cpu_seconds"] / gate["everything_cpu_seconds"],
        lost_by_gate=round(gate["everything_records"] - gate["gated_records"]),
        first_record_seconds=first.seconds,
        nothing_to_do=_rate(count, again.seconds - known.seconds),
        peak_mb=max(alone.peak_mb, together.peak_mb),
    )


def _rate(count: int, seconds: float) -> float | None:
    return count / seconds if seconds > _LEAST_SECONDS else None


def growth(sample: Sample, sizes: Sequence[int], workers: int | None, tell: Tell) -> list[Growth]:
    """A run of each size, with what it took."""
    found = []
    for size in sizes:
        tell(f"{sample.kind}: {size:,} articles")
        with TemporaryDirectory(prefix="extractor-bench-") as name:
            folder = Path(name)
            articles = folder / "articles.jsonl"
            write_articles(sample, size, articles)
            run = _extract(articles, folder, workers or usable_cores())
        found.append(Growth(sample.kind, size, run.seconds, size / run.seconds, run.peak_mb))
    return found


def _extract(articles: Path, folder: Path, workers: int, *more: str) -> Run:
    output = folder / "out" / "events.jsonl"
    return run_program(
        "extract", str(articles), "-o", str(output), "--workers", str(workers), "--quiet", *more
    )

"""What a run can be told, and what it calls for the work itself."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from extractor.articles import Article
from extractor.batch.patterns import keep_problems_quiet
from extractor.records import EventRecord

Processor = Callable[[Sequence[Article]], Iterable[list[EventRecord]]]
"""Takes articles and gives the records of each, in the same order."""

ProcessorFactory = Callable[[], Processor]
"""Makes a processor; called once in every worker, so it has to be picklable."""


class StartUpError(RuntimeError):
    """The pipeline cannot be loaded: a model or patterns that are not there, or are wrong."""


@dataclass(frozen=True, slots=True)
class Options:
    """`workers` None means one a core; `seconds_per_article` is the time after which one is given up.

    `published` is the publication date of articles that give none. `patterns` is a folder that is
    layered over the patterns of the package.
    """

    workers: int | None = None
    model: str | None = None
    patterns: Path | None = None
    published: dt.date | None = None
    seconds_per_article: float = 60.0

    @property
    def worker_count(self) -> int:
        """The number of workers to use."""
        return self.workers or usable_cores()


def usable_cores() -> int:
    """The cores that this process may use, which containers and job queues restrict."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@dataclass(frozen=True, slots=True)
class PipelineProcessor:
    """The factory of the processor that a run uses: extractor's own pipeline.

    `preload` names the modules that are imported once for all workers, where the system can do that.
    """

    preload: ClassVar[tuple[str, ...]] = ("extractor.pipeline",)
    model: str | None = None
    patterns: Path | None = None

    def __call__(self) -> Processor:
        from extractor.pipeline import load, read_articles

        if self.patterns:
            keep_problems_quiet()
        nlp = load(self.model, self.patterns)

        def process(articles: Sequence[Article]) -> Iterable[list[EventRecord]]:
            # The zone frees the words that spaCy would else remember of every article ever read.
            with nlp.memory_zone():
                return list(
                    read_articles(nlp, ((each.text, each.ref(), each.body_start) for each in articles))
                )

        return process

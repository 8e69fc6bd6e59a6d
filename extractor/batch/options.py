"""What a run can be told, and what it calls for the work itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Literal

from extractor.articles import Article
from extractor.batch.patterns import keep_problems_quiet
from extractor.cache import collector_at_rest, keep_what_is_loaded
from extractor.processes import PRELOAD, announce, usable_cores
from extractor.records import EventRecord

if TYPE_CHECKING:
    from spacy.language import Language

_ZONE_SIZE = 2_000_000  # characters
_KNOWN_WORDS = 100_000

Engine = Literal["local", "ray"]

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
    layered over the patterns of the package. With `resume` a ledger is kept beside the output, and what
    is in it is not done again. The `engine` says whose processes the workers are: this machine's, or those
    of a Ray cluster.
    """

    workers: int | None = None
    model: str | None = None
    patterns: Path | None = None
    published: dt.date | None = None
    seconds_per_article: float = 60.0
    resume: bool = False
    engine: Engine = "local"

    @property
    def worker_count(self) -> int:
        """The number of workers to use."""
        return self.workers or usable_cores()


@dataclass(frozen=True, slots=True)
class PipelineProcessor:
    """The factory of the processor that a run uses: extractor's own pipeline.

    `preload` names the modules that are imported once for all workers, where the system can do that;
    the one named here loads the pipeline, so that all workers share it.
    """

    preload: ClassVar[tuple[str, ...]] = PRELOAD
    model: str | None = None
    patterns: Path | None = None

    def announce(self) -> None:
        """Say to processes to come what to load, by the environment that they inherit."""
        announce(self.model, self.patterns)

    def __call__(self) -> Processor:
        from extractor.pipeline import load, read_articles
        from extractor.pipeline.parsing.model import learn_less_of_words

        if self.patterns:
            keep_problems_quiet()
        with collector_at_rest():
            nlp = load(self.model, self.patterns)
        if self.model is None:
            learn_less_of_words(nlp)
        keep_what_is_loaded()
        zone = _Zone(nlp)

        def process(articles: Sequence[Article]) -> Iterable[list[EventRecord]]:
            zone.enter(sum(len(each.text) for each in articles))
            rows = ((each.text, each.ref(), each.body_start) for each in articles)
            with collector_at_rest():  # all that is made of them stays until the last is read
                return list(read_articles(nlp, rows))

        return process


class _Zone:
    """Frees, every so often, the words that spaCy would else remember of every article ever read.

    The words of the first articles are learnt for good: most of them come again, and a word that is not
    known takes ten times as long to read.
    """

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        self._nlp.tokenizer.max_cache_size = _KNOWN_WORDS  # type: ignore[union-attr]
        self._stack = ExitStack()
        self._left = _ZONE_SIZE

    def enter(self, size: int) -> None:
        """Make ready for what is to be read now, `size` characters."""
        if self._left <= 0:
            self._stack.close()
            self._stack.enter_context(self._nlp.memory_zone())
            self._left = _ZONE_SIZE
        self._left -= size

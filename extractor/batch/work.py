"""A chunk of articles → their outcomes: read, extract, check, turn into lines.

Runs in the worker processes, or in the process of the run where there is one worker.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from extractor.articles import Article, ReadFailure, Source, load_wording, read_source
from extractor.articles.reading import NO_DATE
from extractor.batch.limits import TimeIsUp, time_limit
from extractor.batch.options import Options, Processor
from extractor.batch.outcome import Counted, Finding, Outcome
from extractor.records import EventRecord, check_evidence

Item = Source | ReadFailure
_Extracted = list[EventRecord] | Finding


def _nothing() -> None:
    pass


@dataclass(frozen=True, slots=True)
class Worker:
    """A processor with the options of the run; `on_step` is called before each limited step."""

    processor: Processor
    options: Options
    on_step: Callable[[], None] = _nothing

    def work(self, items: Sequence[Item]) -> list[Outcome]:
        """One outcome an item, in their order; no item's fault stops the others."""
        read = [self._read(item) for item in items]
        articles = [article for article in read if isinstance(article, Article)]
        extracted = iter(self._extract(articles))
        return [
            _outcome(each, next(extracted)) if isinstance(each, Article) else Outcome(False, findings=(each,))
            for each in read
        ]

    def _read(self, item: Item) -> Article | Finding:
        if isinstance(item, ReadFailure):
            return Finding.of_reading(item)
        self.on_step()
        try:
            with time_limit(self.options.seconds_per_article):
                article = read_source(item, load_wording(self.options.patterns))
        except TimeIsUp:
            return Finding("failure", "reading", item.shown_path, item.line, item.id, self._too_slow())
        except Exception as error:  # a fault of a reader must not end the run
            return Finding("failure", "reading", item.shown_path, item.line, item.id, describe(error))
        if isinstance(article, ReadFailure):
            return Finding.of_reading(article)
        return _with_default_date(article, self.options)

    def _extract(self, articles: Sequence[Article]) -> Sequence[_Extracted]:
        """All in one batch; after a fault each alone, so that it hits only its own article."""
        if len(articles) > 1:
            try:
                return self._process(articles)
            except (Exception, TimeIsUp):  # whose fault it was shows when each runs alone
                pass
        return [self._extract_alone(article) for article in articles]

    def _extract_alone(self, article: Article) -> _Extracted:
        try:
            return self._process([article])[0]
        except TimeIsUp:
            reason = self._too_slow()
        except Exception as error:  # the article is listed as failed, the run goes on
            reason = describe(error)
        return Finding("failure", "extraction", article.path, None, article.id, reason)

    def _process(self, articles: Sequence[Article]) -> list[list[EventRecord]]:
        self.on_step()
        with time_limit(self.options.seconds_per_article):
            results = list(self.processor(articles))
        if len(results) != len(articles):
            raise RuntimeError(f"the pipeline gave {len(results)} results for {len(articles)} articles")
        return results

    def _too_slow(self) -> str:
        return (
            f"given up after {self.options.seconds_per_article:g} seconds; split the article, or leave it out"
        )


def _with_default_date(article: Article, options: Options) -> Article:
    if article.published is not None or options.published is None:
        return article
    problems = tuple(problem for problem in article.problems if problem != NO_DATE)
    return replace(article, published=options.published, problems=problems)


def _outcome(article: Article, extracted: _Extracted) -> Outcome:
    findings = [
        Finding("warning", "reading", article.path, None, article.id, problem) for problem in article.problems
    ]
    if isinstance(extracted, Finding):
        return Outcome(True, findings=(*findings, extracted))
    lines: list[str] = []
    counted: list[Counted] = []
    for record in extracted:
        try:
            check_evidence(record, article.text)
            line = record.to_line()
        except ValueError as error:
            findings.append(Finding("failure", "evidence", article.path, None, article.id, str(error)))
        else:
            lines.append(line)
            counted.append(Counted.of(record))
    return Outcome(True, tuple(lines), tuple(counted), tuple(findings))


def describe(error: Exception) -> str:
    """An unexpected error in one line, with the place in the code for the bug report."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f" [{Path(frames[-1].filename).name}:{frames[-1].lineno}]" if frames else ""
    return f"{type(error).__name__}: {error}{place}".replace("\n", " ")


def why_not_loaded(error: Exception, patterns: Path | None) -> str:
    """Why the pipeline does not load: in the words of the error where it has some for the user."""
    if str(error) and not isinstance(error, KeyError | TypeError | IndexError | AttributeError):
        return str(error)
    hint = f"; a file in {patterns} may be wrong" if patterns else ""
    return f"{describe(error)}{hint}"

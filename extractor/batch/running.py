"""A run: articles from inputs through the pipeline into a file of records."""

from __future__ import annotations

import itertools
import sqlite3
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import ExitStack, closing
from pathlib import Path

from extractor.articles import Source, sources
from extractor.articles.remote import is_remote
from extractor.articles.survey import Survey
from extractor.batch.ledger import Ledger
from extractor.batch.on_ray import outcomes_by_ray
from extractor.batch.options import (
    Options,
    PipelineProcessor,
    ProcessorFactory,
    StartUpError,
)
from extractor.batch.outcome import Outcome
from extractor.batch.output import OutputFiles, holds_something_else, ledger_beside, part_of
from extractor.batch.patterns import keep_problems_quiet, pattern_findings
from extractor.batch.pool import outcomes_by_workers
from extractor.batch.summary import Summary
from extractor.batch.work import Item, Worker, why_not_loaded
from extractor.processes import one_thread_each

# The same chunks whatever the number of workers: batches decide about the last bits of a model's
# figures, and records have to be the same to the byte.
CHUNK_ARTICLES = 32
_CHUNK_SIZE = 100_000  # bytes or characters, whichever the source knows


class RunStoppedError(RuntimeError):
    """The run was interrupted, or could not write; the message says what is kept and where."""


def run(
    inputs: Sequence[str],
    output: Path | None,
    options: Options,
    *,
    factory: ProcessorFactory | None = None,
    on_progress: Callable[[Summary], None] | None = None,
) -> Summary:
    """Read `inputs` (files, folders, "-") and write their records to `output`, or to standard output.

    The records are in the order of the articles and the same for any number of workers. Failures
    and warnings go to failures.jsonl beside the output.

    Raises ValueError for inputs that cannot be meant, StartUpError where the pipeline cannot be
    loaded, RunStoppedError on interruption.
    """
    one_thread_each()
    if options.resume and output is None:
        raise ValueError("--resume goes on with a file of records; name it with -o")
    files = OutputFiles(output)
    _check_inputs(inputs, files)
    faulty_patterns = _outcomes_of_patterns(options)
    summary = Summary(output=output)
    survey = Survey(inputs)
    chunks = in_chunks(sources(inputs, exclude=files.paths, patterns=options.patterns, survey=survey))
    factory = factory or PipelineProcessor(options.model, options.patterns)
    try:
        with files, ExitStack() as stack:
            if on_progress is not None:
                survey.start()
                stack.callback(survey.end)
            done = stack.enter_context(closing(_all_outcomes(chunks, factory, options, output, stack)))
            for outcomes in itertools.chain(faulty_patterns, done):
                files.write(outcomes)
                for outcome in outcomes:
                    summary.add(outcome)
                if on_progress is not None:
                    summary.expected = survey.expected
                    on_progress(summary)
            summary.failures_path = files.failures_path
    except KeyboardInterrupt as error:
        raise RunStoppedError(_what_is_kept("interrupted", summary)) from error
    except BrokenPipeError:
        raise
    except sqlite3.Error as error:
        what = f"stopped: the ledger cannot be used ({error}); if there is room on the disk, delete it"
        raise RunStoppedError(_what_is_kept(what, summary)) from error
    except OSError as error:
        raise RunStoppedError(_what_is_kept(f"stopped ({error})", summary)) from error
    return summary


def _check_inputs(inputs: Sequence[str], files: OutputFiles) -> None:
    for given in inputs:
        if given == "-" or is_remote(given):
            continue
        if not Path(given).exists():
            raise ValueError(f"no such file or folder: {given}")
        if Path(given).resolve() in files.paths:
            raise ValueError(f"{given} is an input and would be overwritten; give another output with -o")
    if files.output is not None and files.output.is_dir():
        raise ValueError(f"{files.output} is a folder; give a file, such as {files.output / 'events.jsonl'}")
    if files.output is not None and holds_something_else(files.output):
        raise ValueError(
            f"{files.output} is there and holds no records; give another output, or take it away first"
        )


def _outcomes_of_patterns(options: Options) -> Iterator[list[Outcome]]:
    """What is to be told of the user's own patterns before any article."""
    if options.patterns is None:
        return iter(())
    keep_problems_quiet()
    try:
        findings = pattern_findings(options.patterns)
    except Exception as error:  # told to the user as it is
        raise StartUpError(why_not_loaded(error, options.patterns)) from error
    return iter([[Outcome(False, findings=findings)]])


def in_chunks(found: Iterable[Item]) -> Iterator[Sequence[Item]]:
    """Share the work out in portions of a few articles."""
    chunk: list[Item] = []
    size = 0
    for item in found:
        item_size = item.size if isinstance(item, Source) else 0
        if chunk and (len(chunk) == CHUNK_ARTICLES or size + item_size > _CHUNK_SIZE):
            yield chunk
            chunk, size = [], 0
        chunk.append(item)
        size += item_size
    if chunk:
        yield chunk


def _all_outcomes(
    chunks: Iterator[Sequence[Item]],
    factory: ProcessorFactory,
    options: Options,
    output: Path | None,
    stack: ExitStack,
) -> Generator[list[Outcome], None, None]:
    """The outcomes of all chunks, from the ledger where one is kept and has them."""

    def work(to_do: Iterator[Sequence[Item]]) -> Generator[list[Outcome], None, None]:
        return _outcomes(to_do, factory, options)

    if output is None or not options.resume:
        return work(chunks)
    return stack.enter_context(Ledger(ledger_beside(output), options)).going_on(chunks, work)


def _outcomes(
    chunks: Iterator[Sequence[Item]], factory: ProcessorFactory, options: Options
) -> Generator[list[Outcome], None, None]:
    """By a Ray cluster, in this process where one worker is enough, or by several."""
    if options.engine == "ray":
        return outcomes_by_ray(chunks, factory, options)
    first = list(itertools.islice(chunks, 2))
    chunks = itertools.chain(first, chunks)
    if options.worker_count == 1 or len(first) < 2:
        return _outcomes_here(chunks, factory, options)
    return outcomes_by_workers(chunks, factory, options)


def _outcomes_here(
    chunks: Iterator[Sequence[Item]], factory: ProcessorFactory, options: Options
) -> Generator[list[Outcome], None, None]:
    worker: Worker | None = None
    for chunk in chunks:
        if worker is None and chunk:
            worker = _start(factory, options)
        yield worker.work(chunk) if worker and chunk else []


def _start(factory: ProcessorFactory, options: Options) -> Worker:
    try:
        return Worker(factory(), options)
    except Exception as error:  # told to the user as it is
        raise StartUpError(why_not_loaded(error, options.patterns)) from error


def _what_is_kept(what: str, summary: Summary) -> str:
    if summary.output is None:
        return f"{what} after {summary.articles} articles"
    return (
        f"{what} after {summary.articles} articles; their {summary.events} records are kept in "
        f"{part_of(summary.output)}"
    )

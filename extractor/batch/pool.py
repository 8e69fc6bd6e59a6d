"""Chunks of articles through several worker processes, outcomes in the order of the chunks.

Each worker loads the pipeline once. A worker that dies takes no more with it than the article it
was at: its chunk is done again by others, article by article. Memory stays flat, since only so many
chunks are under way that the workers have something to do.
"""

from __future__ import annotations

import multiprocessing
import pickle
import signal
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import TYPE_CHECKING

from extractor.articles import Source
from extractor.batch.limits import Watchdog, limit_memory
from extractor.batch.options import Options, ProcessorFactory, StartUpError
from extractor.batch.outcome import Finding, Outcome
from extractor.batch.work import Item, Worker, why_not_loaded

if TYPE_CHECKING:
    from multiprocessing.context import ForkServerContext, SpawnContext

_CHUNKS_A_WORKER = 4
_MAX_DEATHS_AT_START = 3
_GRACE_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class _Task:
    """Items `first` and following of chunk number `chunk`."""

    chunk: int
    first: int
    items: Sequence[Item]

    def one_by_one(self) -> list[_Task]:
        return [_Task(self.chunk, self.first + at, [item]) for at, item in enumerate(self.items)]


@dataclass(frozen=True, slots=True)
class _Broken:
    """A worker could not load the pipeline."""

    reason: str


@dataclass(slots=True)
class _Process:
    process: BaseProcess
    connection: Connection
    is_ready: bool = False
    task: _Task | None = None


def outcomes_by_workers(
    chunks: Iterator[Sequence[Item]], factory: ProcessorFactory, options: Options
) -> Generator[list[Outcome], None, None]:
    """The outcomes of each chunk, in order.

    Raises StartUpError where the pipeline cannot be loaded.
    """
    pool = _Pool(chunks, factory, options)
    try:
        yield from pool.outcomes()
    finally:
        pool.close()


def _context(factory: ProcessorFactory) -> ForkServerContext | SpawnContext:
    """How processes are made: from a server that has the pipeline loaded, else each from nothing.

    Never by forking the process of the run, which may have loaded a model or started threads.
    """
    if "forkserver" in multiprocessing.get_all_start_methods():
        context = multiprocessing.get_context("forkserver")
        getattr(factory, "announce", lambda: None)()
        context.set_forkserver_preload(list(getattr(factory, "preload", ())))
        return context
    return multiprocessing.get_context("spawn")


class _Pool:
    def __init__(self, chunks: Iterator[Sequence[Item]], factory: ProcessorFactory, options: Options) -> None:
        self._context = _context(factory)
        self._chunks = enumerate(chunks)
        self._factory = factory
        self._options = options
        self._workers: list[_Process] = []
        self._waiting: deque[_Task] = deque()
        self._under_way: dict[int, list[Outcome | None]] = {}
        self._all_found = False
        self._deaths_at_start = 0

    def outcomes(self) -> Iterator[list[Outcome]]:
        next_chunk = 0
        while True:
            while self._is_done(next_chunk):
                yield [outcome for outcome in self._under_way.pop(next_chunk) if outcome is not None]
                next_chunk += 1
            self._find_tasks()
            if self._all_found and not self._under_way:
                return
            self._hand_out()
            if not self._is_done(next_chunk):
                self._listen()

    def _is_done(self, chunk: int) -> bool:
        return chunk in self._under_way and None not in self._under_way[chunk]

    def close(self) -> None:
        """End the workers, those that are busy too."""
        for worker in self._workers:
            worker.connection.close()
            if worker.task is not None or not worker.is_ready:
                worker.process.terminate()
        for worker in self._workers:
            worker.process.join(timeout=5)
            if worker.process.is_alive():
                worker.process.kill()
        self._workers.clear()

    def _find_tasks(self) -> None:
        while not self._all_found and len(self._under_way) < _CHUNKS_A_WORKER * self._options.worker_count:
            number, items = next(self._chunks, (-1, ()))
            if number < 0:
                self._all_found = True
            else:
                self._under_way[number] = [None] * len(items)
                if items:
                    self._waiting.append(_Task(number, 0, items))

    def _hand_out(self) -> None:
        idle = [worker for worker in self._workers if worker.is_ready and worker.task is None]
        for worker in idle:
            if self._waiting:
                self._send(worker, self._waiting.popleft())
        starting = sum(not worker.is_ready for worker in self._workers)
        while len(self._waiting) > starting and len(self._workers) < self._options.worker_count:
            self._start_worker()
            starting += 1

    def _send(self, worker: _Process, task: _Task) -> None:
        worker.task = task
        try:
            worker.connection.send(task.items)
        except OSError:  # it died while it had nothing to do
            worker.task = None
            self._waiting.appendleft(task)
            self._bury(worker)

    def _start_worker(self) -> None:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(
            target=_serve, args=(theirs, self._factory, self._options), name="extractor-worker", daemon=True
        )
        process.start()
        theirs.close()
        self._workers.append(_Process(process, ours))

    def _listen(self) -> None:
        by_connection = {worker.connection: worker for worker in self._workers}
        for connection in wait(list(by_connection)):
            worker = by_connection[connection]  # type: ignore[index]
            try:
                message = worker.connection.recv()
            except (EOFError, OSError, pickle.UnpicklingError):
                self._bury(worker)
            else:
                self._receive(worker, message)

    def _receive(self, worker: _Process, message: _Broken | list[Outcome] | None) -> None:
        if isinstance(message, _Broken):
            raise StartUpError(message.reason)
        if message is not None and worker.task is not None:
            self._store(worker.task, message)
            worker.task = None
        worker.is_ready = True
        self._deaths_at_start = 0

    def _store(self, task: _Task, outcomes: list[Outcome]) -> None:
        self._under_way[task.chunk][task.first : task.first + len(outcomes)] = outcomes

    def _bury(self, worker: _Process) -> None:
        """Take a dead worker out, and find out which article it died of."""
        worker.connection.close()
        worker.process.join(timeout=5)
        if worker.process.is_alive():
            worker.process.kill()
        self._workers.remove(worker)
        task = worker.task
        if task is None:
            self._count_death(worker)
        elif len(task.items) > 1:
            self._waiting.extendleft(reversed(task.one_by_one()))
        else:
            self._store(task, [_died(task.items[0], worker.process.exitcode)])

    def _count_death(self, worker: _Process) -> None:
        self._deaths_at_start += 1
        if self._deaths_at_start >= _MAX_DEATHS_AT_START:
            raise StartUpError(
                f"worker processes end before they begin (exit code {worker.process.exitcode}); "
                "memory may be short: use fewer with --workers"
            )


def _died(item: Item, exit_code: int | None) -> Outcome:
    reason = (
        f"the worker process ended while it read this article (exit code {exit_code}); "
        "the article may be too large for the memory, or took too long"
    )
    path, id_ = (item.shown_path, item.id) if isinstance(item, Source) else (item.path, None)
    return Outcome(False, findings=(Finding("failure", "extraction", path, item.line, id_, reason),))


def _serve(connection: Connection, factory: ProcessorFactory, options: Options) -> None:
    """What a worker process does: load once, then chunk after chunk until the pipe is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the run decides what an interruption means
    if options.model is None:  # a larger model may reserve more than it uses
        limit_memory(options.worker_count)
    try:
        processor = factory()
    except Exception as error:  # told to the user as it is
        connection.send(_Broken(why_not_loaded(error, options.patterns)))
        return
    connection.send(None)
    watchdog = Watchdog(seconds=2 * options.seconds_per_article + _GRACE_SECONDS)
    worker = Worker(processor, options, on_step=watchdog.pat)
    while True:
        try:
            items = connection.recv()
        except (EOFError, OSError):
            return
        outcomes = worker.work(items)
        watchdog.rest()
        connection.send(outcomes)

"""Chunks of articles through Ray Data: the same workers as actors of a cluster, outcomes in order.

Chunks go out in waves, so that memory stays flat. A worker that dies is started again and its chunk
given out anew. A chunk that kills its workers again and again comes back to this machine, where it is
read article by article, and what kills a worker is listed.
"""

from __future__ import annotations

import itertools
import logging
import os
import pickle
import threading
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from typing import Any

from extractor.batch.options import Options, ProcessorFactory, StartUpError
from extractor.batch.outcome import Outcome
from extractor.batch.pool import outcomes_by_workers
from extractor.batch.work import Item, Worker, why_not_loaded

_CHUNKS_A_WORKER = 256  # of a wave; each wave starts its workers anew
_BLOCKS_A_WORKER = 16
_TRIES = 3
_ENDS_WITHIN = 5.0  # seconds that a thread of Ray Data has to end
_ASKING = ("StreamingExecutor", "iter_threaded", "ray-data")
_Batch = Mapping[str, Sequence[Any]]


def outcomes_by_ray(
    chunks: Iterator[Sequence[Item]], factory: ProcessorFactory, options: Options
) -> Generator[list[Outcome], None, None]:
    """The outcomes of each chunk, in order.

    Uses the cluster that RAY_ADDRESS names, else one of its own on this machine. Raises StartUpError where
    Ray is not installed or not to be reached, or the pipeline cannot be loaded.
    """
    for chunk in chunks:  # what a ledger knows needs no cluster
        if chunk:
            chunks = itertools.chain([chunk], chunks)
            break
        yield []
    else:
        return
    ray = _connected(options)
    try:
        workers = options.workers or max(1, int(ray.cluster_resources().get("CPU", 1)))
        while wave := list(itertools.islice(chunks, _CHUNKS_A_WORKER * workers)):
            yield from _outcomes_of_wave(ray, wave, factory, options, workers)
    finally:
        _wait_for_ray_data()
        ray.shutdown()


def _wait_for_ray_data() -> None:
    """Ray ends the whole process where a thread still asks it for something after the shutdown."""
    for thread in threading.enumerate():
        if asks_ray(thread):
            thread.join(_ENDS_WITHIN)


def asks_ray(thread: threading.Thread) -> bool:
    """True for the threads in which Ray Data plans and fetches; its prefetcher only sleeps where nobody
    wakes it."""
    return thread.name.startswith(_ASKING)


def _connected(options: Options) -> Any:
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    os.environ.setdefault("RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO", "0")
    try:
        import ray
        import ray.data
    except ImportError as error:
        raise StartUpError(f"Ray is not installed ({error}); run: pip install 'extractor[ray]'") from error
    address = os.environ.get("RAY_ADDRESS", "local")
    local: dict[str, Any] = (
        {"num_cpus": options.worker_count, "include_dashboard": False} if address == "local" else {}
    )
    try:
        ray.init(address=address, log_to_driver=False, logging_level=logging.ERROR, **local)
    except Exception as error:  # of many kinds; told to the user as it is
        raise StartUpError(f"cannot use the Ray cluster at {address}: {error}") from error
    for name in ("ray", "ray.data"):
        logging.getLogger(name).setLevel(logging.ERROR)
    return ray


def _outcomes_of_wave(
    ray: Any,
    wave: Sequence[Sequence[Item]],
    factory: ProcessorFactory,
    options: Options,
    workers: int,
) -> Iterator[list[Outcome]]:
    context = ray.data.DataContext.get_current()
    context.execution_options.preserve_order = True
    context.enable_progress_bars = False
    context.print_on_execution_start = False
    context.max_errored_blocks = -1  # what a dead worker leaves undone is done here
    rows = [{"number": at, "items": pickle.dumps(list(items))} for at, items in enumerate(wave) if items]
    done: dict[int, list[Outcome]] = {}
    next_one = 0
    if rows:
        blocks = min(len(rows), _BLOCKS_A_WORKER * workers)
        for row in (
            ray.data.from_items(rows, override_num_blocks=blocks)
            .map_batches(
                RayWorker,
                fn_constructor_args=(factory, options),
                batch_size=1,
                compute=ray.data.ActorPoolStrategy(size=min(workers, len(rows))),
                num_cpus=1,
                ray_remote_args_fn=lambda: {"max_restarts": -1, "max_task_retries": _TRIES},
            )
            .iter_rows()
        ):
            result = pickle.loads(row["outcomes"])
            if isinstance(result, str):
                raise StartUpError(result)
            done[row["number"]] = result
            while next_one in done:  # as far as nothing is missing
                yield done.pop(next_one)
                next_one += 1
    for at in range(next_one, len(wave)):
        if at in done:
            yield done.pop(at)
        elif wave[at]:
            yield _outcomes_here(wave[at], factory, options)
        else:
            yield []


def _outcomes_here(items: Sequence[Item], factory: ProcessorFactory, options: Options) -> list[Outcome]:
    """By a worker process of this machine, each article by itself."""
    return list(itertools.chain(*outcomes_by_workers(([each] for each in items), factory, options)))


class RayWorker:
    """Loads the pipeline once, then does chunk after chunk; an actor of Ray Data."""

    def __init__(self, factory: ProcessorFactory, options: Options) -> None:
        self._broken: str | None = None
        try:
            self._worker = Worker(factory(), options)
        except Exception as error:  # told to the user as it is
            self._broken = why_not_loaded(error, options.patterns)

    def __call__(self, batch: _Batch) -> dict[str, list[Any]]:
        return {
            "number": list(batch["number"]),
            "outcomes": [pickle.dumps(self._broken or each) for each in self._outcomes(batch["items"])],
        }

    def _outcomes(self, chunks: Iterable[bytes]) -> Iterator[list[Outcome]]:
        for chunk in chunks:
            yield [] if self._broken else self._worker.work(pickle.loads(chunk))

"""The processes of a run: how many, what they inherit, and the server that workers are forked from.

The server loads the pipeline, which takes as long as all else that a run does before its first article. So
it is started before the program itself is loaded, and this module imports nothing that takes time.
"""

from __future__ import annotations

import json
import multiprocessing
import os
from collections.abc import Sequence
from contextlib import suppress
from itertools import islice
from multiprocessing import forkserver
from pathlib import Path

PRELOAD = ("extractor.batch.warm",)
LOADED_FIRST = "EXTRACTOR_LOADED_FIRST"
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
# So many files, or so many bytes in one, are more than one worker gets at a time.
_MANY_FILES = 64
_LARGE = 250_000


def one_thread_each() -> None:
    """Let the processes to come, and this one if it can still be told, multiply matrices in one thread.

    They share the cores among themselves, and how a product is split may decide about its last bits.
    """
    for variable in _THREADS:
        os.environ.setdefault(variable, "1")


def usable_cores() -> int:
    """The cores that this process may use, which containers and job queues restrict."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def announce(model: str | None, patterns: Path | None) -> None:
    """Say to processes to come what to load, by the environment that they inherit."""
    os.environ[LOADED_FIRST] = json.dumps([model, str(patterns) if patterns else None])


def load_ahead(inputs: Sequence[str], workers: int | None, model: str | None, patterns: Path | None) -> None:
    """Start the workers' server, where there is one and the inputs are enough for several workers."""
    several = (workers or usable_cores()) > 1 and "forkserver" in multiprocessing.get_all_start_methods()
    if several and any(map(_is_much, inputs)):
        one_thread_each()
        announce(model, patterns)
        with suppress(OSError):  # tried again when the workers are needed, and told then
            multiprocessing.get_context("forkserver").set_forkserver_preload(list(PRELOAD))
            forkserver.ensure_running()


def _is_much(given: str) -> bool:
    """Whether an input is surely more than one worker's portion; what is not there is told later."""
    try:
        if Path(given).is_dir():
            return len(list(islice(os.scandir(given), _MANY_FILES))) == _MANY_FILES
        return Path(given).stat().st_size > _LARGE
    except OSError:
        return False

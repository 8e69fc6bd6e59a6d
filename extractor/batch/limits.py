"""Limits on the time and the memory that one article may take."""

from __future__ import annotations

import faulthandler
import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType

_LEAST_MEMORY = 2 << 30


class TimeIsUp(BaseException):
    """An article took too long. No `Exception`, so that no step on the way can swallow it."""


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise TimeIsUp inside the block after `seconds`.

    It is a soft limit: compiled code is interrupted when it returns to Python. Without alarm
    signals (on Windows, or outside the main thread) there is no limit.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def ring(_signal: int, _frame: FrameType | None) -> None:
        raise TimeIsUp

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


class Watchdog:
    """Ends the whole process when a soft limit was no help; for worker processes only."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._nowhere = open(os.devnull, "w")  # noqa: SIM115, PTH123 - faulthandler keeps its descriptor

    def pat(self) -> None:
        """Begin to count anew."""
        faulthandler.dump_traceback_later(self._seconds, exit=True, file=self._nowhere)

    def rest(self) -> None:
        """Stop to count, until the next work comes."""
        faulthandler.cancel_dump_traceback_later()


def limit_memory(shares: int) -> None:
    """Let this process have one of so many shares of the machine's memory, and never less than 2 GB.

    What wants more gets a MemoryError, before the system ends a process of its own choice. Nothing is
    limited where the system cannot do so.
    """
    with suppress(ImportError, OSError, ValueError):
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        most = max(_LEAST_MEMORY, _memory_of_the_machine() // shares)
        resource.setrlimit(resource.RLIMIT_DATA, (most, hard))


def _memory_of_the_machine() -> int:
    """In bytes; of the container, where it is given less than the machine has."""
    whole = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    with suppress(OSError, ValueError):
        return min(whole, int(Path("/sys/fs/cgroup/memory.max").read_text()))
    return whole

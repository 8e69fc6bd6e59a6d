"""Runs of the program as processes of their own, with what they took of time and memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path

_PACKAGE = Path(__file__).parents[2]
_LOOK_SECONDS = 0.1
_MEGABYTE = 1024  # in the kilobytes that the system counts in
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


@dataclass(frozen=True, slots=True)
class Run:
    """`seconds` on the clock; `cpu_seconds` of the process itself, without workers of its own.

    `peak_mb` is the largest memory of any of its processes, in megabytes.
    """

    seconds: float
    cpu_seconds: float
    peak_mb: float
    output: str


def run_program(*arguments: str) -> Run:
    """`extractor` with these arguments. Raises RuntimeError where it cannot do the work."""
    return _run([sys.executable, "-m", "extractor", *arguments])


def run_module(module: str, *arguments: str) -> dict[str, float]:
    """The figures that a module of this package measures in a process of its own and prints as JSON."""
    output = _run([sys.executable, "-m", f"extractor.bench.{module}", *arguments]).output
    figures: dict[str, float] = json.loads(output)
    return figures


def _run(command: list[str]) -> Run:
    path = os.pathsep.join(filter(None, (str(_PACKAGE), os.environ.get("PYTHONPATH"))))
    environment = {**os.environ, **dict.fromkeys(_THREADS, "1"), "PYTHONPATH": path}
    start = time.perf_counter()
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, text=True
    ) as process:
        memory = _Memory(process.pid)
        output, errors = process.communicate()
        seconds = time.perf_counter() - start
        peak = memory.peak_mb()
    if process.returncode:
        raise RuntimeError(f"{' '.join(command[2:])} ended with {process.returncode}: {errors[-500:]}")
    return Run(seconds, memory.cpu_seconds, peak, output)


class _Memory(threading.Thread):
    """Looks at a process and all below it while they run, as far as the system tells (Linux)."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self._pid = pid
        self._peak_kb = 0
        self._ended = threading.Event()
        self.cpu_seconds = 0.0
        self.start()

    def run(self) -> None:
        while not self._ended.wait(_LOOK_SECONDS):
            self.cpu_seconds = max(self.cpu_seconds, _cpu_seconds(self._pid))
            for pid in _family(self._pid):
                self._peak_kb = max(self._peak_kb, _peak_kb(pid))

    def peak_mb(self) -> float:
        """End the looking; the largest memory seen."""
        self._ended.set()
        self.join()
        return self._peak_kb / _MEGABYTE


def _family(pid: int) -> list[int]:
    found = [pid]
    for each in found:
        try:
            for task in Path(f"/proc/{each}/task").iterdir():
                found.extend(map(int, (task / "children").read_text().split()))
        except OSError:
            continue
    return found


def _peak_kb(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("VmHWM:")), 0)


def _cpu_seconds(pid: int) -> float:
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

"""How much there is to read, found out beside the reading, for the remaining time of a run."""

from __future__ import annotations

import os
import threading
from collections.abc import Sequence
from pathlib import Path

from extractor.articles.remote import is_remote

_SURE_AFTER = 16  # articles


class Survey:
    """Counts the bytes of the inputs in a thread of its own; the reader says how far it has come.

    `found` is the number of articles, `passed` that of the bytes that they stood in, as files hold them.
    """

    def __init__(self, paths: Sequence[str]) -> None:
        self._paths = paths
        self._total: int | None = None
        self._is_over = False
        self.found = 0
        self.passed = 0

    def start(self) -> None:
        """Begin to count. What comes by standard input or from elsewhere has no size to count."""
        if not any(path == "-" or is_remote(path) for path in self._paths):
            threading.Thread(target=self._count, daemon=True).start()

    def end(self) -> None:
        """Stop counting."""
        self._is_over = True

    @property
    def expected(self) -> int | None:
        """How many articles there seem to be; None while that cannot be said."""
        if self._total is None or self.found < _SURE_AFTER or not self.passed:
            return None
        return max(self.found, round(self.found * self._total / self.passed))

    def _count(self) -> None:
        total = 0
        for path in self._paths:
            total += 0 if Path(path).is_dir() else _size(path)
            for folder, _, names in os.walk(path, followlinks=True):
                if self._is_over:
                    return
                total += sum(_size(os.path.join(folder, name)) for name in names)  # noqa: PTH118
        self._total = total


def _size(path: str) -> int:
    try:
        return os.stat(path).st_size  # noqa: PTH116 - of millions of files
    except OSError:
        return 0

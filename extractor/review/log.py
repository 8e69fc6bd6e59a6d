"""The review log: a file that only grows, one decision a line, on the disk before it is answered for."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from extractor.review.entries import Action, Change, Entry, Line
from extractor.review.locking import locked


@dataclass(frozen=True, slots=True)
class Draft:
    """A decision before it has its number and time."""

    by: str
    action: Action
    article: str
    changes: tuple[Change, ...] = ()
    undoes: int | None = None


class ReviewLog:
    """A log that several processes may write to at once.

    Nothing in it is ever changed. A line that a crash has torn is ended by the next entry, and left out with
    a word in `problems`.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.problems: list[str] = []
        self._offset = 0
        self._lines = 0
        self._last = 0

    def fresh(self) -> Iterator[Entry]:
        """The entries written since the last call, by any process."""
        try:
            if self.path.stat().st_size <= self._offset:
                return
            with self.path.open("rb") as file:
                file.seek(self._offset)
                content = file.read()
        except FileNotFoundError:
            return
        whole = content[: content.rfind(b"\n") + 1]  # what follows is torn, or being written
        self._offset += len(whole)
        for line in whole.splitlines():
            self._lines += 1
            if not line.strip():
                continue
            try:
                entry = Entry.of(line)
            except ValueError:
                self.problems.append(
                    f"{self.path}:{self._lines}: not a whole entry of a review log; left out"
                )
                continue
            self._last = max(self._last, entry.n)
            yield entry

    def append(self, decide: Callable[[Sequence[Entry]], Draft | None]) -> Entry | None:
        """Write what `decide` makes of the entries that others have written meanwhile; nobody writes between.

        Where `decide` gives None, or raises, nothing is written. Raises OSError where the disk fails.
        """
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with locked(self.path.with_name(f"{self.path.name}.lock")):
            draft = decide(list(self.fresh()))
            if draft is None:
                return None
            line = Line(
                n=self._last + 1,
                at=dt.datetime.now(dt.UTC).replace(microsecond=0),
                by=draft.by,
                action=draft.action,
                article=draft.article,
                changes=draft.changes,
                undoes=draft.undoes,
            )
            raw = line.model_dump_json(by_alias=True).encode()
            self._write(raw)
        return Entry.of(raw)

    def _write(self, raw: bytes) -> None:
        with self.path.open("ab+") as file:
            size = file.seek(0, os.SEEK_END)
            torn = False
            if size:
                file.seek(size - 1)
                torn = file.read(1) != b"\n"
            file.write(b"\n" * torn + raw + b"\n")
            file.flush()
            os.fsync(file.fileno())

"""Article ids that are used once in a run, with memory that does not grow with their number."""

from __future__ import annotations

import sqlite3


class UniqueIds:
    """Hands out each id once; a second use gets a suffix.

    The ids taken are kept in a temporary database file, which goes when the object goes.
    """

    def __init__(self) -> None:
        self._taken = sqlite3.connect("", isolation_level=None)
        self._taken.execute("PRAGMA synchronous = OFF")
        self._taken.execute("PRAGMA journal_mode = OFF")
        self._taken.execute("CREATE TABLE taken (id TEXT PRIMARY KEY, uses INTEGER NOT NULL) WITHOUT ROWID")

    def take(self, wanted: str) -> str:
        """`wanted`, or `wanted` with the first free suffix "-2", "-3", ..."""
        if self._is_new(wanted):
            return wanted
        while True:
            (uses,) = self._taken.execute(
                "UPDATE taken SET uses = uses + 1 WHERE id = ? RETURNING uses", (wanted,)
            ).fetchone()
            candidate = f"{wanted}-{uses}"
            if self._is_new(candidate):
                return candidate

    def _is_new(self, wanted: str) -> bool:
        return self._taken.execute("INSERT OR IGNORE INTO taken VALUES (?, 1)", (wanted,)).rowcount == 1

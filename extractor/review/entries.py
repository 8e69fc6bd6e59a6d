"""What the review log holds: one entry for each decision, with the record before and after it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal, get_args

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import from_json

from extractor.records import EventRecord

Verdict = Literal["open", "accepted", "rejected", "duplicate", "merged", "complete"]
Action = Literal[
    "accept",
    "reject",
    "reopen",
    "edit",
    "words",
    "add",
    "split",
    "merge",
    "duplicate",
    "note",
    "complete",
    "undo",
]
ACTIONS: Final = frozenset(get_args(Action))
ARTICLE_KEY: Final = "article/"


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class State(_Model):
    """How a record stands: its values, and what a reviewer says of it.

    `other` is the key of the record that a duplicate repeats or that a merged one went into. The state
    of an article (`complete`: nothing is missing) has no record.
    """

    record: EventRecord | None = None
    verdict: Verdict = "open"
    other: str | None = None
    note: str = ""


class Change(_Model):
    """One record's state before and after; `before` is None where there was no such record."""

    key: str
    before: State | None
    after: State


class Line(_Model):
    """One line of the log. `n` counts from 1, `at` is in UTC, `undoes` is the `n` of the entry undone."""

    n: int
    at: dt.datetime
    by: str
    action: Action
    article: str
    changes: tuple[Change, ...] = ()
    undoes: int | None = None


@dataclass(frozen=True)
class Entry:
    """A line of the log with its records unread until they are asked for: a log may be long."""

    n: int
    at: str
    by: str
    action: str
    article: str
    keys: tuple[str, ...]
    undoes: int | None
    raw: bytes

    @classmethod
    def of(cls, raw: bytes) -> Entry:
        """The entry of a line. Raises ValueError where the line is none."""
        content = from_json(raw)
        if not isinstance(content, dict) or content.get("action") not in ACTIONS:
            raise ValueError("not an entry of a review log")
        try:
            return cls(
                int(content["n"]),
                str(content["at"]),
                str(content["by"]),
                content["action"],
                str(content["article"]),
                tuple(str(change["key"]) for change in content.get("changes") or ()),
                content.get("undoes"),
                raw,
            )
        except (KeyError, TypeError) as error:
            raise ValueError(f"not an entry of a review log ({error!r})") from error

    @cached_property
    def changes(self) -> dict[str, Change]:
        """The changes by key; none where the line's records are not valid (`fault` says why)."""
        line = self._line
        return {change.key: change for change in line.changes} if isinstance(line, Line) else {}

    @property
    def fault(self) -> str | None:
        """What is wrong with the records of the line."""
        return None if isinstance(self._line, Line) else self._line

    @cached_property
    def _line(self) -> Line | str:
        try:
            return Line.model_validate_json(self.raw)
        except ValidationError as error:
            first = error.errors()[0]
            return f"{'.'.join(str(part) for part in first['loc'])}: {first['msg']}"

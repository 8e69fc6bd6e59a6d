"""What a check of the patterns finds."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Kind = Literal[
    "schema",
    "duplicate_id",
    "duplicate_alias",
    "shadowed_alias",
    "common_word",
    "place_name",
    "unknown_code",
    "no_years",
    "long_active",
    "no_example",
    "never_fires",
    "stale_checked",
]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend, or to look at and accept in the entry (`checked: {kind: reason}`).

    `line` counts from 1, `rule` is "layer/id".
    """

    path: Path
    line: int
    kind: Kind
    rule: str
    message: str

    def __str__(self) -> str:
        about = f"{self.rule}: " if self.rule else ""
        return f"{self.path}:{self.line}: {self.kind}: {about}{self.message}"

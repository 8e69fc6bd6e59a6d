"""What is shown: the filters of the queue and of the overview, as a query string says them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Final
from urllib.parse import urlencode

REVIEWED: Final = {
    "": "any",
    "no": "not reviewed",
    "yes": "reviewed",
    "accepted": "accepted as it was",
    "corrected": "accepted with corrections",
    "edited": "edited, not accepted yet",
    "rejected": "rejected",
    "duplicate": "duplicate",
    "added": "added by a reviewer",
}
SORTS: Final = {
    "": "lowest confidence first",
    "file": "order of the file",
    "day": "earliest first",
    "new": "latest first",
}
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Filters:
    """One value a filter, "" where all is shown. `type` is a category or an event type."""

    q: str = ""
    type: str = ""
    actor: str = ""
    country: str = ""
    province: str = ""
    place: str = ""
    since: str = ""
    until: str = ""
    status: str = ""
    scope: str = ""
    background: str = ""
    confidence: str = ""
    reviewed: str = ""
    sort: str = ""

    @classmethod
    def read(cls, query: Mapping[str, str]) -> Filters:
        """The filters of a query string; a value that makes no sense counts as none."""
        given = {each.name: query.get(each.name, "").strip()[:_LONGEST] for each in fields(cls)}
        for day in ("since", "until"):
            given[day] = given[day] if _is_day(given[day]) else ""
        given["confidence"] = given["confidence"] if _is_share(given["confidence"]) else ""
        given["reviewed"] = given["reviewed"] if given["reviewed"] in REVIEWED else ""
        given["sort"] = given["sort"] if given["sort"] in SORTS else ""
        return cls(**given)

    def query(self, **other: str) -> str:
        """As a query string, with `other` values in place of these; "" where nothing is filtered."""
        chosen = replace(self, **other) if other else self
        return urlencode({each.name: v for each in fields(self) if (v := getattr(chosen, each.name))})

    @property
    def in_words(self) -> list[tuple[str, str]]:
        """The filters that are set, by name, but for the order."""
        return [
            (each.name, value)
            for each in fields(self)
            if each.name != "sort" and (value := getattr(self, each.name))
        ]


def _is_day(value: str) -> bool:
    try:
        dt.date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _is_share(value: str) -> bool:
    try:
        return 0 <= float(value) <= 1
    except ValueError:
        return False

"""Records and gold events to hold against each other, complete but for what a test changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from extractor.records import EventRecord
from extractor.scoring import GoldArticle, GoldEvent

_TOLLS = ("killed", "injured", "arrested", "abducted")


def _toll(value: Any) -> Any:
    return {"low": value, "best": value, "high": value} if isinstance(value, int) else value


def _record(**fields: Any) -> EventRecord:
    tolls = {name: _toll(fields.pop(name)) for name in _TOLLS if name in fields}
    dead = fields.pop("dead", {})
    place = fields.pop("place", None)
    content = {
        "schema": "1.0",
        "id": "r1",
        "article": {"id": "story", "sha256": "0"},
        "category": "bombing",
        "event_type": "roadside_bombing",
        "date": {"start": "2021-03-04", "end": "2021-03-04", "precision": "day", "basis": "explicit"},
        "location": {"country_code": "PK", "place": place, "precision": "place"},
        "casualties": {
            **tolls,
            "by_group": [{"group": group, "killed": _toll(killed)} for group, killed in dead.items()],
        },
        "extractor": {"version": "0", "patterns": "0", "model": "none"},
    }
    return EventRecord.model_validate(content | fields)


def _gold(**fields: Any) -> GoldEvent:
    content = {
        "id": "g1",
        "category": "bombing",
        "event_type": "roadside_bombing",
        "date": "2021-03-04",
        "location": {"country": "PK"},
    }
    return GoldEvent.model_validate(content | fields)


def _story(*events: GoldEvent) -> GoldArticle:
    return GoldArticle(article="story", kind="wire_report", country="PK", events=events)


@pytest.fixture
def record() -> Callable[..., EventRecord]:
    """Makes a record: `record(killed=3, place="Oru")`."""
    return _record


@pytest.fixture
def gold() -> Callable[..., GoldEvent]:
    """Makes a gold event: `gold(casualties={"killed": 3})`."""
    return _gold


@pytest.fixture
def story() -> Callable[..., GoldArticle]:
    """Makes a gold article of gold events."""
    return _story

"""Records to export: a complete one, with the fields a test names in place of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from extractor.records import EventRecord

_TOLLS = ("killed", "injured", "arrested", "abducted")


def _toll(value: Any) -> Any:
    return {"low": value, "best": value, "high": value} if isinstance(value, int) else value


def _record(**fields: Any) -> EventRecord:
    tolls = {name: _toll(fields.pop(name)) for name in _TOLLS if name in fields}
    by_group = [{"group": group, "killed": _toll(killed)} for group, killed in fields.pop("dead", {}).items()]
    content = {
        "schema": "1.0",
        "id": "e1",
        "article": {"id": "a1", "sha256": "0"},
        "category": "bombing",
        "event_type": "bombing",
        "date": {"start": "2021-03-04", "end": "2021-03-04", "precision": "day", "basis": "explicit"},
        "location": {
            "text": "a market in Kandara",
            "name": "Kandara",
            "place": "Kandara",
            "district": "Oru",
            "province": "Sindh",
            "country": "Pakistan",
            "country_code": "PK",
            "latitude": 24.5,
            "longitude": 67.25,
            "precision": "place",
        },
        "casualties": {**tolls, "by_group": by_group},
        "extractor": {"version": "0", "patterns": "0", "model": "none"},
    }
    return EventRecord.model_validate(content | fields)


@pytest.fixture
def record() -> Callable[..., EventRecord]:
    """Makes a record: `record(category="arrest", killed=3, dead={"civilian": 3})`."""
    return _record


@pytest.fixture
def events(tmp_path: Path, record: Callable[..., EventRecord]) -> Path:
    """A file of three records: a bombing, an arrest, a statement about many."""
    path = tmp_path / "events.jsonl"
    records = [
        record(id="e1", killed=3, injured={"vague": "dozens"}),
        record(id="e2", category="arrest", event_type="arrest", arrested=2),
        record(id="e3", scope="aggregate", count={"best": 40}, killed=90),
    ]
    path.write_text("".join(f"{one.to_line()}\n" for one in records), encoding="utf-8")
    return path

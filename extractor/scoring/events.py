"""Files of event records, read for judging."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from extractor.records import EventRecord


class EventsError(ValueError):
    """A line of the event file is no event record; the message names file and line."""


def read_events(events: Path) -> Iterator[EventRecord]:
    """The records of a file. Raises EventsError: figures from half of a file would mislead."""
    with events.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            if line.strip():
                try:
                    yield EventRecord.model_validate_json(line)
                except ValidationError as error:
                    first = error.errors()[0]
                    where = ".".join(str(part) for part in first["loc"]) or "line"
                    raise EventsError(
                        f"{events}:{number}: not an event record, {where}: {first['msg']}"
                    ) from error

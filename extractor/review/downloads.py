"""What is shown, to take away: a table, records, points for a map program."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from typing import Final

import numpy as np
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from extractor.export.flat import COLUMNS, flat_row
from extractor.records import EventRecord
from extractor.review.context import Room, filters_of, today
from extractor.review.desk import Desk
from extractor.review.filters import Filters

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


class Downloads:
    """The records that pass the filters, as they stand, without those that reviewers took out."""

    def __init__(self, room: Room) -> None:
        self._room = room

    async def get(self, request: Request) -> Response:
        """A download in the format of the address."""
        kind = request.path_params["kind"]
        if kind not in _FORMATS:
            raise HTTPException(404, f"There is no download as {kind}; choose one of {', '.join(_FORMATS)}.")
        write, media = _FORMATS[kind]
        desk = self._room.desk
        desk.refresh()
        records = shown(desk, filters_of(request), desk.view(self._room.who(request)))
        name = f"events-{today()}.{kind}"
        return StreamingResponse(
            write(records),
            media_type=media,
            headers={"Content-Disposition": f'attachment; filename="{name}"'},
        )


def shown(desk: Desk, filters: Filters, view: str | None) -> Iterator[EventRecord]:
    """The records that pass, in the order of the file."""
    passing = desk.catalogue.mask(filters, view) & desk.catalogue.standing(view)
    keys = [desk.catalogue.keys[row] for row in np.flatnonzero(passing)]
    return (standing.record for key in keys if (standing := desk.standing(key, view)) is not None)


def as_jsonl(records: Iterator[EventRecord]) -> Iterator[str]:
    """A record a line."""
    return (f"{record.to_line()}\n" for record in records)


def as_csv(records: Iterator[EventRecord]) -> Iterator[str]:
    """A row a record, with the columns of `extractor export --profile csv`.

    A text that a spreadsheet would run as a formula gets an apostrophe before it.
    """
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for record in records:
        writer.writerow({name: _harmless(value) for name, value in flat_row(record).items()})
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()
    yield buffer.getvalue()


def as_geojson(records: Iterator[EventRecord]) -> Iterator[str]:
    """A feature collection (RFC 7946) of the records that have coordinates."""
    yield '{"type": "FeatureCollection", "features": ['
    separator = "\n"
    for record in records:
        where = record.location
        if where is None or where.latitude is None or where.longitude is None:
            continue
        feature = {
            "type": "Feature",
            "id": record.id,
            "geometry": {"type": "Point", "coordinates": [where.longitude, where.latitude]},
            "properties": flat_row(record),
        }
        yield separator + json.dumps(feature, ensure_ascii=False, default=str)
        separator = ",\n"
    yield "\n]}\n"


def _harmless(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


_Write = Callable[[Iterator[EventRecord]], Iterator[str]]
_FORMATS: Final[dict[str, tuple[_Write, str]]] = {
    "csv": (as_csv, "text/csv; charset=utf-8"),
    "jsonl": (as_jsonl, "application/x-ndjson"),
    "geojson": (as_geojson, "application/geo+json"),
}

"""The overview: what is shown on the map, the time line and the tables, each a filter."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from extractor.review.catalogue import Catalogue
from extractor.review.context import Room, filters_of
from extractor.review.filters import Filters

_LONGEST_TABLE = 25
_MOST_DAYS = 92
_MOST_MONTHS = 120
# Whom a record counts for: not those that reviewers have rejected, nor doubles of others.
_COUNTED = "r.verdict NOT IN ('rejected', 'duplicate', 'merged') AND r.scope = 'incident'"


@dataclass(frozen=True, slots=True)
class Spot:
    """A point of the map with what happened there; `precision` is of the first record."""

    name: str
    latitude: float
    longitude: float
    events: int
    killed: int


@dataclass(frozen=True, slots=True)
class Span:
    """A day, month or year of the time line."""

    span: str
    events: int
    killed: int


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a table."""

    name: str
    events: int
    killed: int


class Overview:
    """The answers of the overview page."""

    def __init__(self, room: Room) -> None:
        self._room = room

    async def page(self, request: Request) -> Response:
        """The page with its tables; map and time line are drawn from `data`."""
        desk, filters = self._room.desk, filters_of(request)
        desk.refresh()
        view = desk.view(self._room.who(request))
        catalogue = desk.catalogue
        [(events, killed, injured)] = _select(
            catalogue, "count(*), sum(r.killed), sum(r.injured)", filters, view
        )
        [(aggregates,)] = catalogue.select("ifnull(sum(r.scope = 'aggregate'), 0)", filters, view)
        return self._room.page(
            request,
            "overview.html",
            filters=filters,
            totals={"events": events, "killed": killed or 0, "injured": injured or 0},
            aggregates=aggregates,
            tables={
                "actor": _table(catalogue, "x.name", filters, view, "JOIN actors x ON x.key = r.key"),
                "province": _table(catalogue, "r.province", filters, view),
                "country": _table(catalogue, "r.country", filters, view),
                "type": _table(catalogue, "r.event_type", filters, view),
            },
            progress=catalogue.progress(filters, view),
        )

    async def data(self, request: Request) -> Response:
        """Spots and spans as JSON."""
        desk, filters = self._room.desk, filters_of(request)
        view = desk.view(self._room.who(request))
        spots = [Spot(*row) for row in _spots(desk.catalogue, filters, view)]
        unit, spans = _spans(desk.catalogue, filters, view)
        return JSONResponse(
            {
                "spots": [asdict(each) for each in spots],
                "unit": unit,
                "spans": [asdict(each) for each in spans],
            }
        )


def _select(
    catalogue: Catalogue, columns: str, filters: Filters, view: str | None, rest: str = "", join: str = ""
) -> list[tuple[Any, ...]]:
    return catalogue.select(columns, filters, view, rest, join, _COUNTED)


def _table(
    catalogue: Catalogue, column: str, filters: Filters, view: str | None, join: str = ""
) -> list[Line]:
    rows = _select(
        catalogue,
        f"{column}, count(*), ifnull(sum(r.killed), 0)",
        filters,
        view,
        f"GROUP BY {column} HAVING {column} IS NOT NULL ORDER BY 2 DESC, 1 LIMIT {_LONGEST_TABLE}",
        join,
    )
    return [Line(*row) for row in rows]


def _spots(catalogue: Catalogue, filters: Filters, view: str | None) -> Sequence[tuple[Any, ...]]:
    return _select(
        catalogue,
        "ifnull(r.place, ifnull(r.district, ifnull(r.province, r.country))),"
        " round(r.latitude, 3), round(r.longitude, 3), count(*), ifnull(sum(r.killed), 0)",
        filters,
        view,
        "GROUP BY 2, 3 HAVING r.latitude IS NOT NULL AND r.longitude IS NOT NULL"
        " ORDER BY 4 DESC, 1 LIMIT 20000",
    )


def _spans(catalogue: Catalogue, filters: Filters, view: str | None) -> tuple[str, list[Span]]:
    """By day where they are few, else by month, else by year; those without an event too."""
    [(first, last)] = _select(catalogue, "min(r.day), max(r.day)", filters, view)
    if first is None:
        return "month", []
    begin, end = dt.date.fromisoformat(first), dt.date.fromisoformat(last)
    unit, length = _unit(begin, end)
    rows = _select(
        catalogue,
        f"substr(r.day, 1, {length}), count(*), ifnull(sum(r.killed), 0)",
        filters,
        view,
        "GROUP BY 1 HAVING r.day IS NOT NULL",
    )
    told = {row[0]: Span(*row) for row in rows}
    days = (begin + dt.timedelta(n) for n in range((end - begin).days + 1))
    names = dict.fromkeys(day.isoformat()[:length] for day in days)
    return unit, [told.get(name) or Span(name, 0, 0) for name in names]


def _unit(begin: dt.date, end: dt.date) -> tuple[str, int]:
    """How long the spans are, and how much of an ISO date names one."""
    if (end - begin).days <= _MOST_DAYS:
        return "day", len("2000-01-01")
    if (end - begin).days <= _MOST_MONTHS * 31:
        return "month", len("2000-01")
    return "year", len("2000")

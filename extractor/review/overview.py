"""The overview: what is shown on the map, the time line and the tables, each a filter."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

import numpy as np
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from extractor.review.catalogue import Catalogue
from extractor.review.columns import NO_NAME, NOTHING, Array
from extractor.review.context import Room, filters_of
from extractor.review.filters import Filters

_LONGEST_TABLE = 25
_MOST_SPOTS = 4_000
_MOST_DAYS = 92
_MOST_MONTHS = 120
_AREAS = ("place", "district", "province", "country")


class Spot(NamedTuple):
    """A point of the map with what happened there."""

    name: str | None
    latitude: float
    longitude: float
    events: int
    killed: int


class Count(NamedTuple):
    """A line of a table, or a day, month or year of the time line."""

    name: str
    events: int
    killed: int


class Overview:
    """The answers of the overview page. Aggregates and what reviewers took out are not counted."""

    def __init__(self, room: Room) -> None:
        self._room = room

    async def page(self, request: Request) -> Response:
        """The page with its tables; map and time line are drawn from `data`."""
        desk, filters = self._room.desk, filters_of(request)
        desk.refresh()
        view = desk.view(self._room.who(request))
        catalogue = desk.catalogue
        passing, aggregates = _counted(catalogue, filters, view)
        killed = _told(catalogue.column("killed"))
        rows, actors = catalogue.actors(passing)
        where = np.flatnonzero(passing)
        tables = {"actor": _table(catalogue, actors, killed[rows])}
        for name in ("province", "country"):
            tables[name] = _table(catalogue, catalogue.column(name)[where], killed[where])
        tables["type"] = _table(catalogue, catalogue.column("event_type")[where], killed[where])
        totals = {
            "events": len(where),
            "killed": int(killed[where].sum()),
            "injured": int(_told(catalogue.column("injured"))[where].sum()),
        }
        return self._room.page(
            request,
            "overview.html",
            filters=filters,
            totals=totals,
            aggregates=aggregates,
            tables=tables,
            progress=catalogue.progress(filters, view),
        )

    async def data(self, request: Request) -> Response:
        """Spots and spans as JSON."""
        desk, filters = self._room.desk, filters_of(request)
        passing, _ = _counted(desk.catalogue, filters, desk.view(self._room.who(request)))
        rows = np.flatnonzero(passing)
        unit, spans = time_line(desk.catalogue, rows)
        return JSONResponse(
            {
                "spots": [each._asdict() for each in spots(desk.catalogue, rows)],
                "unit": unit,
                "spans": [each._asdict() for each in spans],
            }
        )


def _counted(catalogue: Catalogue, filters: Filters, view: str | None) -> tuple[Array, int]:
    """The incidents that pass, and how many aggregates do."""
    passing = catalogue.mask(filters, view) & catalogue.standing(view)
    aggregate = catalogue.column("scope") == catalogue.code("aggregate")
    return passing & ~aggregate, int((passing & aggregate).sum())


def _told(figures: Array) -> Array:
    return np.where(figures == NOTHING, 0, figures)


def _table(catalogue: Catalogue, codes: Array, killed: Array) -> list[Count]:
    """The names that stand most often, with how often, and the killed."""
    size = len(catalogue.names)
    events, dead = np.bincount(codes, minlength=size), np.bincount(codes, killed, size)
    events[NO_NAME] = 0
    order = np.argsort(-events, kind="stable")[:_LONGEST_TABLE]
    return [Count(str(catalogue.names[c]), int(events[c]), int(dead[c])) for c in order if events[c]]


def spots(catalogue: Catalogue, rows: Array) -> list[Spot]:
    """The points where something happened, those with the most events first."""
    latitude, longitude = catalogue.column("latitude")[rows], catalogue.column("longitude")[rows]
    known = ~(np.isnan(latitude) | np.isnan(longitude))
    rows, latitude, longitude = rows[known], latitude[known], longitude[known]
    grid = np.round((latitude + 90) * 1000).astype("i8") * 1_000_000 + np.round(
        (longitude + 180) * 1000
    ).astype("i8")
    _, firsts, which, counts = np.unique(grid, return_index=True, return_inverse=True, return_counts=True)
    dead = np.bincount(which, _told(catalogue.column("killed"))[rows], len(counts))
    order = np.argsort(-counts, kind="stable")[:_MOST_SPOTS]
    at = firsts[order]
    codes = np.zeros(len(at), "i4")
    for area in reversed(_AREAS):  # the smallest that is known
        of_area = catalogue.column(area)[rows[at]]
        codes = np.where(of_area == NO_NAME, codes, of_area)
    names = [catalogue.names[code] for code in codes]
    columns = (latitude[at], longitude[at], counts[order], dead[order].astype("i8"))
    return [Spot(*each) for each in zip(names, *(column.tolist() for column in columns), strict=True)]


def time_line(catalogue: Catalogue, rows: Array) -> tuple[str, list[Count]]:
    """By day where they are few, else by month, else by year; those without an event too."""
    days = catalogue.column("day")[rows]
    rows, days = rows[days != NOTHING], days[days != NOTHING]
    if not len(days):
        return "month", []
    begin, end = (dt.datetime.strptime(str(day), "%Y%m%d").date() for day in (days.min(), days.max()))
    unit, length, divisor = _unit(begin, end)
    spans, which, counts = np.unique(days // divisor, return_inverse=True, return_counts=True)
    dead = np.bincount(which, _told(catalogue.column("killed"))[rows], len(spans))
    told = {str(span): (int(counts[i]), int(dead[i])) for i, span in enumerate(spans)}
    all_days = (begin + dt.timedelta(n) for n in range((end - begin).days + 1))
    names = dict.fromkeys(day.isoformat()[:length] for day in all_days)
    return unit, [Count(name, *told.get(name.replace("-", ""), (0, 0))) for name in names]


def _unit(begin: dt.date, end: dt.date) -> tuple[str, int, int]:
    """How long spans are, how much of an ISO date names one, and what a day's number is divided by for it."""
    if (end - begin).days <= _MOST_DAYS:
        return "day", len("2000-01-01"), 1
    if (end - begin).days <= _MOST_MONTHS * 31:
        return "month", len("2000-01"), 100
    return "year", len("2000"), 10_000

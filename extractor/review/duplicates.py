"""Records of other articles that may tell of the same event as one."""

from __future__ import annotations

import datetime as dt

import numpy as np

from extractor.review.desk import Desk, Standing
from extractor.review.filters import Filters

_DAYS_APART = 3
_SHOWN = 15
_COMPARED = 300


def candidates(desk: Desk, standing: Standing, view: str | None, words: str = "") -> list[Standing]:
    """The records of other articles most like this one, the likest first.

    Of the days around it and its country; with `words`, those that hold them, whatever their day.
    """
    record = standing.record
    day = record.date and (record.date.start or record.date.end)
    near = {}
    if day and not words:
        near = {
            "since": (day - dt.timedelta(_DAYS_APART)).isoformat(),
            "until": (day + dt.timedelta(_DAYS_APART)).isoformat(),
        }
    country = (record.location.country if record.location else None) or ""
    filters = Filters.read({"q": words, "country": "" if words else country, **near})
    catalogue = desk.catalogue
    passing = catalogue.mask(filters, view) & (catalogue.column("article") != standing.article)
    rows = np.flatnonzero(passing)[:_COMPARED]
    found = [
        other
        for key in (catalogue.keys[row] for row in rows)
        if (other := desk.standing(key, view)) and other.verdict not in ("merged", "rejected")
    ]
    found.sort(key=lambda other: (-_likeness(standing, other), other.key))
    return found[:_SHOWN]


def _likeness(one: Standing, other: Standing) -> int:
    """In how many telling things two records agree."""
    a, b = one.record, other.record
    here, there = a.location, b.location
    same_place = bool(here and there and here.place and here.place == there.place)
    same_area = bool(here and there and here.province and here.province == there.province)
    killed = (a.casualties.killed, b.casualties.killed)
    same_toll = bool(
        killed[0] and killed[1] and killed[0].best is not None and killed[0].best == killed[1].best
    )
    same_day = bool(a.date and b.date and a.date.start and a.date.start == b.date.start)
    names = {actor.id or actor.name for actor in a.actors} & {actor.id or actor.name for actor in b.actors}
    return (
        2 * same_place
        + same_area
        + (a.category == b.category)
        + 2 * same_day
        + 2 * same_toll
        + bool(names - {None})
    )

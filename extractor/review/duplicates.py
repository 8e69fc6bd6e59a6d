"""Records of other articles that may tell of the same event as one."""

from __future__ import annotations

import datetime as dt

import numpy as np

from extractor.review.catalogue import Catalogue
from extractor.review.columns import NO_NAME, NOTHING, Array
from extractor.review.desk import Desk, Standing
from extractor.review.filters import Filters

_DAYS_APART = 3
_SHOWN = 15
# The points for agreement in a column; a place says more than the province around it.
_POINTS = {"place": 2, "province": 1, "category": 1, "day": 2, "killed": 2}


def candidates(desk: Desk, standing: Standing, view: str | None, words: str = "") -> list[Standing]:
    """The records of other articles most like this one, the likest first.

    Of the days around it and its country; with `words`, those that hold them, whatever their day.
    """
    catalogue = desk.catalogue
    here = catalogue.row(standing.key)
    others = catalogue.column("article") != standing.article
    passing = catalogue.mask(_near(standing, words), view) & catalogue.standing(view) & others
    rows = np.flatnonzero(passing)
    order = np.argsort(-_likeness(catalogue, here)[rows], kind="stable")[:_SHOWN]
    found = (desk.standing(catalogue.keys[row], view) for row in rows[order])
    return [other for other in found if other is not None]


def _near(standing: Standing, words: str) -> Filters:
    """What to look among."""
    if words:
        return Filters.read({"q": words})
    record = standing.record
    near = {"country": (record.location.country if record.location else None) or ""}
    day = record.date and (record.date.start or record.date.end)
    if day:
        near["since"] = (day - dt.timedelta(_DAYS_APART)).isoformat()
        near["until"] = (day + dt.timedelta(_DAYS_APART)).isoformat()
    return Filters.read(near)


def _likeness(catalogue: Catalogue, here: int) -> Array:
    """In how many telling things each record agrees with this one; what says nothing agrees with nothing."""
    points = np.zeros(len(catalogue.keys), "i4")
    for name, worth in _POINTS.items():
        column = catalogue.column(name)
        nothing = NOTHING if name in ("day", "killed") else NO_NAME
        if column[here] != nothing:
            points += worth * (column == column[here])
    return points

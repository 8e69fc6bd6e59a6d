"""Places around a point and places whose names begin alike: for people who look for one."""

from __future__ import annotations

import itertools
import re

import numpy as np

from extractor.gazetteer.index import Gazetteer
from extractor.gazetteer.model import Kind, Place

_CANDIDATES = 2_000


def near(
    gazetteer: Gazetteer, latitude: float, longitude: float, reach: float, kind: Kind, limit: int
) -> list[Place]:
    """The most populous places of a kind within `reach` degrees to all sides, the largest first."""
    records = gazetteer.records
    wide = reach / max(0.1, float(np.cos(np.radians(latitude))))
    inside = (
        (np.abs(records["latitude"] - latitude) <= reach)
        & (np.abs((records["longitude"] - longitude + 180) % 360 - 180) <= wide)
        & (records["kind"] == kind)
    )
    rows = np.flatnonzero(inside)
    largest = rows[np.argsort(-records["population"][rows].astype(np.int64), kind="stable")]
    return [gazetteer.place(int(row)) for row in largest[:limit]]


def beginning_with(gazetteer: Gazetteer, prefix: str, limit: int) -> list[Place]:
    """The most populous places whose usual name begins so, whatever the case; at least three letters."""
    if len(prefix) < 3:
        return []
    names, records = gazetteer.names, gazetteer.records
    pattern = re.compile(re.escape(prefix.encode()), re.IGNORECASE)
    found = itertools.islice(pattern.finditer(names.data), _CANDIDATES)
    offsets = [match.start() for match in found]
    rows = np.flatnonzero(np.isin(records["name_start"], np.array(offsets, dtype=np.uint32)))
    largest = rows[np.argsort(-records["population"][rows].astype(np.int64), kind="stable")]
    return [gazetteer.place(int(row)) for row in largest[:limit]]

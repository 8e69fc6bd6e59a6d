"""Places around a point and places whose names begin alike: for people who look for one."""

from __future__ import annotations

import numpy as np

from extractor.gazetteer.index import Gazetteer
from extractor.gazetteer.model import Kind, Place

_CANDIDATES = 2_000
_SHORTEST = 3


class Nearby:
    """Answers about a gazetteer that its index by name cannot give."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        records = gazetteer.records
        self._latitude = np.ascontiguousarray(records["latitude"])
        self._longitude = np.ascontiguousarray(records["longitude"])
        self._kind = np.ascontiguousarray(records["kind"])
        self._population = records["population"].astype(np.int64)
        self._names = gazetteer.names.tobytes().lower()
        self._starts = np.ascontiguousarray(records["name_start"])
        self._order = np.argsort(self._starts, kind="stable")

    def near(self, latitude: float, longitude: float, reach: float, kind: Kind, limit: int) -> list[Place]:
        """The most populous places of a kind within `reach` degrees to all sides, the largest first."""
        rows = np.flatnonzero(np.abs(self._latitude - np.float32(latitude)) <= reach)
        wide = reach / max(0.1, float(np.cos(np.radians(latitude))))
        apart = np.abs((self._longitude[rows] - longitude + 180) % 360 - 180)
        rows = rows[(apart <= wide) & (self._kind[rows] == kind)]
        return self._largest(rows, limit)

    def beginning_with(self, prefix: str, limit: int) -> list[Place]:
        """The most populous places whose usual name begins so, whatever the case; at least three letters."""
        wanted = prefix.encode().lower()
        if len(prefix) < _SHORTEST:
            return []
        offsets: list[int] = []
        at = self._names.find(wanted)
        while at >= 0 and len(offsets) < _CANDIDATES:
            offsets.append(at)
            at = self._names.find(wanted, at + 1)
        starts = self._starts[self._order]
        first = np.searchsorted(starts, offsets, "left")
        last = np.searchsorted(starts, offsets, "right")
        found = [self._order[a:b] for a, b in zip(first, last, strict=True) if a < b]
        return self._largest(np.concatenate(found), limit) if found else []

    def _largest(self, rows: np.ndarray, limit: int) -> list[Place]:
        largest = rows[np.argsort(-self._population[rows], kind="stable")]
        return [self._gazetteer.place(int(row)) for row in largest[:limit]]

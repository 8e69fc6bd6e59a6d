"""How sure a record is: the share of records like it that are right on gold.

A logistic model over a few things that a record says or leaves unsaid. Its weights stand in
patterns/confidence with what they were fitted on; `extractor evaluate --fit-confidence` fits them anew.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from extractor.patternfiles import pattern_files, read_entries
from extractor.records import EventRecord

# A record is never quite sure, and never quite hopeless.
_LEAST, _MOST = 0.02, 0.98
# So many characters apart two things are told in one breath.
_BESIDE = 100


class Weights(BaseModel):
    """The model: a record's log odds are the sum of `weights` times its features, and `base`.

    `fitted_on` says on which gold; `records` and `right` are how many records that was, and the share of
    them that was right.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    fitted_on: str
    records: int
    right: float
    base: float
    weights: Mapping[str, float]


def features(record: EventRecord) -> dict[str, float]:
    """What the confidence rests on, each 1 where it is so and 0 where it is not.

    Values that the text gives beside the words of the event are right more often than such that were
    carried over from elsewhere.
    """
    date, place, killed = (_apart(record, field) for field in ("date", "location", "casualties.killed"))
    so = {
        "date_told": date is not None,
        "killed_beside": killed is not None and killed < _BESIDE,
        "killed_apart": killed is not None and killed >= _BESIDE,
        "place_beside": place is not None and place < _BESIDE,
        "actor_told": bool(record.actors),
        "actor_named": any(actor.id for actor in record.actors),
        "target_told": bool(record.targets),
    }
    return {name: float(value) for name, value in so.items()}


def _apart(record: EventRecord, field: str) -> int | None:
    """How many characters lie between the evidence of a field and the words of the event; None for none."""
    told = [(item.start, item.end) for item in record.evidence if item.field == "event_type"]
    spans = [(item.start, item.end) for item in record.evidence if item.field == field]
    return min((max(a - d, c - b, 0) for a, b in spans for c, d in told), default=None)


class Confidence:
    """Gives records their confidence. Without weights it is one half."""

    def __init__(self, weights: Weights | None) -> None:
        self._weights = weights

    @classmethod
    def load(cls, folders: Sequence[Path]) -> Confidence:
        """The model of the last of these folders that has one. Raises PatternError."""
        found = [w for path in pattern_files(folders, "confidence") for w in read_entries(path, Weights)]
        return cls(found[-1] if found else None)

    def of(self, record: EventRecord) -> float:
        """0 to 1, to two places."""
        return self.by(features(record))

    def parts(self, record: EventRecord) -> list[tuple[str, float]]:
        """What its log odds are the sum of: the base, and the weight of each thing that is so of it."""
        if self._weights is None:
            return []
        held = (
            (name, self._weights.weights.get(name, 0.0)) for name, value in features(record).items() if value
        )
        return [("base", self._weights.base), *held]

    def by(self, held: Mapping[str, float]) -> float:
        """The confidence of a record with these features."""
        if self._weights is None:
            return 0.5
        odds = self._weights.base + sum(held.get(n, 0.0) * w for n, w in self._weights.weights.items())
        return round(min(_MOST, max(_LEAST, 1 / (1 + math.exp(-odds)))), 2)

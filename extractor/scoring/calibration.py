"""Whether `confidence` keeps its word: of the records with 0.9, nine in ten have to be right."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.scoring.figures import Frozen
from extractor.scoring.report import Judged

_BINS = 10


class Bin(Frozen):
    """Records of like confidence: how many, their mean confidence, and the share that is right."""

    records: int
    confidence: float
    right: float


def bins(judged: Sequence[Judged]) -> list[Bin]:
    """The records in ten steps of confidence, empty steps left out."""
    steps: list[list[Judged]] = [[] for _ in range(_BINS)]
    for record in judged:
        steps[min(int(record.confidence * _BINS), _BINS - 1)].append(record)
    return [
        Bin(
            records=len(step),
            confidence=sum(record.confidence for record in step) / len(step),
            right=sum(record.right for record in step) / len(step),
        )
        for step in steps
        if step
    ]


def expected_calibration_error(judged: Sequence[Judged]) -> float | None:
    """How far confidence and the share of right records lie apart, on average over records; None for none."""
    if not judged:
        return None
    apart = sum(each.records * abs(each.confidence - each.right) for each in bins(judged))
    return round(apart / len(judged), 4)

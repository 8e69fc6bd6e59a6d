"""How sure figures are: articles drawn anew, again and again (the bootstrap)."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from extractor.scoring.figures import Figures
from extractor.scoring.report import Interval

_DRAWS = 2000
_SEED = 20_230_730
# From fewer articles nothing can be said of how figures spread.
_ENOUGH_ARTICLES = 5


class Samples:
    """The counts of each article by itself, and the spread of F1 over articles drawn anew."""

    def __init__(self) -> None:
        self._articles: list[dict[str, tuple[int, int, int]]] = []

    def add(self, before: Mapping[str, Figures], after: Mapping[str, Figures]) -> None:
        """One article, as the difference that it made to the sums."""
        self._articles.append({name: _difference(before[name], after[name]) for name in after})

    def intervals(self) -> dict[str, Interval]:
        """For each figure the 2.5th and the 97.5th percentile of its F1."""
        if len(self._articles) < _ENOUGH_ARTICLES:
            return {}
        names = list(self._articles[0])
        counts = np.array([[article[name] for name in names] for article in self._articles])
        draw = np.random.default_rng(_SEED)
        drawn = draw.integers(0, len(counts), size=(_DRAWS, len(counts)))
        sums = np.array([counts[choice].sum(axis=0) for choice in drawn])
        return {name: _interval(sums[:, column]) for column, name in enumerate(names)}


def _difference(before: Figures, after: Figures) -> tuple[int, int, int]:
    return after.right - before.right, after.extra - before.extra, after.missed - before.missed


def _interval(sums: np.ndarray) -> Interval:
    right, wrong = 2 * sums[:, 0], sums[:, 1] + sums[:, 2]
    judged = (right + wrong) > 0
    if not judged.any():
        return Interval()
    low, high = np.percentile(right[judged] / (right + wrong)[judged], [2.5, 97.5])
    return Interval(low=round(float(low), 4), high=round(float(high), 4))

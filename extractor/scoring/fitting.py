"""The weights of `confidence`, fitted on records that were judged by gold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import yaml

from extractor.pipeline.recording.confidence import Confidence, Weights, features
from extractor.records import EventRecord
from extractor.scoring.calibration import expected_calibration_error
from extractor.scoring.figures import Frozen
from extractor.scoring.report import Judged

# Gold of a few hundred records tells little of each feature: weights are held near 0 (ridge).
_HELD = 4.0
_STEPS = 50
_FOLDS = 10


class Fit(Frozen):
    """A fitted model; `error` is its expected calibration error on articles that it was not fitted on."""

    weights: Weights
    error: float | None


def fit(records: Sequence[EventRecord], judged: Sequence[Judged], gold: str) -> Fit:
    """The model for these judged records, and its error when fitted in turn on nine tenths of the articles.

    Raises ValueError where nothing is judged, or all of it the same.
    """
    by_id = {record.id: features(record) for record in records}
    known = [each for each in judged if each.record in by_id]
    if len({each.right for each in known}) < 2:
        raise ValueError("to fit confidence, gold has to call some records right and some wrong")
    articles = sorted({each.article for each in known})
    unseen: list[Judged] = []
    for fold in range(min(_FOLDS, len(articles))):
        left_out = set(articles[fold::_FOLDS])
        rest = [each for each in known if each.article not in left_out]
        if not rest:
            continue  # one article alone leaves none to fit on
        model = Confidence(_fitted(rest, by_id, gold))
        for each in (each for each in known if each.article in left_out):
            unseen.append(each.model_copy(update={"confidence": model.by(by_id[each.record])}))
    return Fit(weights=_fitted(known, by_id, gold), error=expected_calibration_error(unseen))


def _fitted(judged: Sequence[Judged], held: Mapping[str, Mapping[str, float]], gold: str) -> Weights:
    """Logistic regression by Newton's method; the base is not held near 0."""
    names = list(next(iter(held.values())))
    inputs = np.array([[1.0, *(held[each.record][name] for name in names)] for each in judged])
    right = np.array([float(each.right) for each in judged])
    penalty = np.diag([0.0] + [_HELD] * len(names))
    weights = np.zeros(len(names) + 1)
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-inputs @ weights))
        slope = inputs.T @ (right - chance) - penalty @ weights
        bend = (inputs * (chance * (1 - chance))[:, None]).T @ inputs + penalty
        weights = weights + np.linalg.solve(bend + 1e-9 * np.eye(len(weights)), slope)
    base, *rest = (round(float(weight), 3) for weight in weights)
    return Weights(
        id="logistic",
        fitted_on=gold,
        records=len(judged),
        right=round(float(right.mean()), 3),
        base=base,
        weights=dict(zip(names, rest, strict=True)),
    )


def to_yaml(found: Fit) -> str:
    """The model as a file of patterns/confidence."""
    return str(yaml.safe_dump([found.weights.model_dump()], sort_keys=False, allow_unicode=True))

"""How sure a record is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from extractor.patternfiles import PatternError, default_patterns
from extractor.pipeline.recording.confidence import Confidence, Weights, features
from extractor.records import EventRecord

WORDS = {"field": "event_type", "text": "bombed", "start": 200, "end": 206, "rule": "attack_types/bombing"}


def record(**fields: Any) -> EventRecord:
    content = {
        "schema": "1.0",
        "id": "r1",
        "article": {"id": "story", "sha256": "0"},
        "category": "bombing",
        "event_type": "bombing",
        "evidence": [WORDS],
        "extractor": {"version": "0", "patterns": "0", "model": "none"},
    }
    return EventRecord.model_validate(content | fields)


def told(field: str, start: int) -> dict[str, Any]:
    return {"field": field, "text": "word", "start": start, "end": start + 4, "rule": "r"}


GUNMEN = {"text": "gunmen", "kind": "individual", "role": "perpetrator"}
TTP = {"id": "ttp", "text": "the TTP", "kind": "armed_group", "role": "perpetrator"}


@pytest.mark.parametrize(
    ("fields", "so"),
    [
        ({}, set()),
        ({"evidence": [WORDS, told("date", 150)]}, {"date_told"}),
        ({"evidence": [WORDS, told("casualties.killed", 306)]}, {"killed_apart"}),
        ({"evidence": [WORDS, told("casualties.killed", 305)]}, {"killed_beside"}),
        ({"evidence": [WORDS, told("location", 202)]}, {"place_beside"}),
        ({"actors": [GUNMEN]}, {"actor_told"}),
        ({"actors": [TTP]}, {"actor_told", "actor_named"}),
        ({"targets": [{"text": "a bus", "kind": "object"}]}, {"target_told"}),
        ({"tactics": ["bombing", "shooting"]}, set()),
    ],
)
def test_what_it_rests_on(fields: dict[str, Any], so: set[str]) -> None:
    assert {name for name, value in features(record(**fields)).items() if value} == so


@pytest.mark.parametrize(
    ("base", "weight", "wanted"), [(0.0, 0.0, 0.5), (-1.0, 2.0, 0.73), (9.0, 9.0, 0.98), (-9.0, 0.0, 0.02)]
)
def test_the_odds_are_a_sum(base: float, weight: float, wanted: float) -> None:
    weights = {"actor_told": weight, "date_told": 5.0}
    model = Weights(id="own", fitted_on="these", records=2, right=0.5, base=base, weights=weights)
    assert Confidence(model).of(record(actors=[GUNMEN])) == wanted


def test_the_weights_of_the_package_are_of_what_there_is() -> None:
    weights = Confidence.load([default_patterns()])._weights
    assert weights is not None and set(weights.weights) == set(features(record()))


def test_a_folder_of_ones_own_has_its_own_weights(tmp_path: Path) -> None:
    (tmp_path / "confidence").mkdir()
    file = tmp_path / "confidence" / "own.yaml"
    file.write_text(
        "[{id: own, fitted_on: mine, records: 9, right: 0.9, base: 9, weights: {}}]", encoding="utf-8"
    )
    assert Confidence.load([default_patterns(), tmp_path]).of(record()) == 0.98
    file.write_text(
        "[{id: own, fitted_on: mine, records: nine, right: 0.9, base: 9, weights: {}}]", encoding="utf-8"
    )
    with pytest.raises(PatternError, match=r"own\.yaml:1: entry 'own', records: 'nine' is no number"):
        Confidence.load([tmp_path])


def test_a_record_has_it(events: Callable[..., list[EventRecord]]) -> None:
    full, bare = events(
        "Taliban gunmen shot dead two policemen in Quetta on 3 May 2021.\n\n"
        "An explosion was heard elsewhere, in Karachi, and killed a man."
    )
    assert full.confidence > bare.confidence

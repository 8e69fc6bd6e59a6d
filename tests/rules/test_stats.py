"""What `extractor patterns stats` counts."""

from __future__ import annotations

from typing import Any

import pytest

from extractor.lexicon import load_lexicon
from extractor.records import EventRecord
from extractor.rules.stats import RuleStats, Statistics, Unknown, statistics
from extractor.rules.stats_text import to_text
from extractor.scoring import GoldArticle


def span(field: str, rule: str, start: int, text: str) -> dict[str, Any]:
    return {"field": field, "rule": rule, "start": start, "end": start + len(text), "text": text}


def record(killed: int, **fields: Any) -> EventRecord:
    content = {
        "schema": "1.0",
        "id": "r1",
        "article": {"id": "story", "sha256": "0"},
        "category": "bombing",
        "event_type": "bombing",
        "casualties": {"killed": {"best": killed, "text": str(killed)}},
        "evidence": [
            span("event_type", "attack_types/bombing", 0, "bomb"),
            span("casualties.killed", "tolls/kill_verb", 10, "three"),
            span("casualties.killed", "tolls/dead_noun", 10, "three dead"),
        ],
        "extractor": {"version": "0", "patterns": "0", "model": "none"},
    }
    return EventRecord.model_validate(content | fields)


GOLD = GoldArticle.model_validate(
    {
        "article": "story",
        "kind": "wire_report",
        "country": "PK",
        "events": [{"id": "g", "category": "bombing", "casualties": {"killed": 3}, "words": "bomb"}],
    }
)


def of(*records: EventRecord, gold: tuple[GoldArticle, ...] = ()) -> Statistics:
    return statistics(records, load_lexicon(), gold)


def test_how_often_a_rule_fired() -> None:
    assert RuleStats("attack_types/bombing", 2, 2) in of(record(3), record(4, id="r2")).rules


@pytest.mark.parametrize(("killed", "right", "wrong"), [(3, 1, 0), (4, 0, 1)])
def test_right_and_wrong_by_gold(killed: int, right: int, wrong: int) -> None:
    rules = {stats.rule: stats for stats in of(record(killed), gold=(GOLD,)).rules}
    assert (rules["tolls/kill_verb"].right, rules["tolls/kill_verb"].wrong) == (right, wrong)


def test_rules_that_read_the_same_words() -> None:
    (overlap,) = of(record(3)).overlaps
    assert overlap.rules == ("tolls/dead_noun", "tolls/kill_verb") and overlap.times == 1


def test_rules_that_say_different_things_of_the_same_words() -> None:
    spans = [
        span("event_type", "attack_types/bombing", 0, "suicide bomb"),
        span("event_type", "attack_types/suicide_bombing", 0, "suicide"),
        span("actors", "groups/ttp", 20, "TTP"),
    ]
    others = [span("actors", "groups/taliban", 20, "TTP"), span("targets", "targets/militant", 20, "TTP")]
    found = of(record(3, evidence=spans), record(3, id="r2", evidence=others))
    assert {(c.rules, c.times, c.words, c.article) for c in found.conflicts} == {
        (("attack_types/bombing", "attack_types/suicide_bombing"), 1, "suicide bomb", "story"),
        (("groups/taliban", "groups/ttp"), 1, "TTP", "story"),
    }
    assert "groups/taliban and groups/ttp (“TTP” in story)" in to_text(found)


def test_rules_that_never_fired() -> None:
    never = of(record(3)).never_fired
    assert "groups/ttp" in never and "attack_types/bombing" not in never


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Fighters of the Red Valley Brigade", ["Red Valley Brigade"]),
        ("RVB men", ["RVB"]),
        ("two gunmen", []),
        ("Gunmen", []),
    ],
)
def test_names_that_no_rule_knew(text: str, names: list[str]) -> None:
    actor = {"text": text, "kind": "armed_group", "role": "perpetrator"}
    assert [unknown.name for unknown in of(record(3, actors=[actor])).unknown_actors] == names


def test_places_that_no_gazetteer_knew() -> None:
    place = {"text": "Lokwanya", "name": "Lokwanya", "place": "Lokwanya", "precision": "near"}
    found = of(record(3, location=place))
    assert found.unknown_places == (Unknown("Lokwanya", 1, "story"),)
    assert "Lokwanya (as in story)" in to_text(found)

"""How each field is judged, strict then lenient: r right, w wrong, e extra, m missed, - not judged."""

from __future__ import annotations

import pytest

from extractor.scoring.fields import FIELDS
from extractor.scoring.figures import EXTRA, MISSED, NOT_JUDGED, RIGHT, WRONG

LETTERS = {"r": RIGHT, "w": WRONG, "e": EXTRA, "m": MISSED, "-": NOT_JUDGED}
DAY = {"start": "2021-03-04", "end": "2021-03-04"}


def verdict(field, record, gold):
    judgement = FIELDS[field](record, gold)
    letter = {figures: letter for letter, figures in LETTERS.items()}
    return letter[judgement.strict] + letter[judgement.lenient]


@pytest.mark.parametrize(
    ("got", "wanted", "expected"),
    [
        (3, 3, "rr"),
        (3, 4, "ww"),
        (None, 3, "mm"),
        (3, None, "ee"),
        (None, None, "--"),
        (3, [2, 3], "rr"),
        (None, 0, "m-"),
        (0, None, "e-"),
        (None, [0, None], "--"),
        (0, [0, None], "rr"),
        (3, [4, None], "ww"),
        ({"low": 8, "best": 8}, {"best": 9, "low": 8}, "wr"),
        ({"vague": "dozens"}, {"vague": "dozens"}, "rr"),
        ({"vague": "dozens"}, 30, "ww"),
        ({"high": 8, "best": 8}, {"best": 8, "high": 8}, "rr"),
    ],
)
def test_tolls(record, gold, got, wanted, expected):
    assert verdict("killed", record(killed=got), gold(casualties={"killed": wanted})) == expected


@pytest.mark.parametrize(
    ("got", "wanted", "expected"),
    [
        (DAY, "2021-03-04", "rr"),
        (DAY, [DAY, {"start": "2021-03-03", "end": "2021-03-03"}], "rr"),
        (DAY, {"start": "2021-03-01", "end": "2021-03-05"}, "wr"),
        (DAY, "2021-03-05", "ww"),
        (DAY, None, "ee"),
        ({"end": "2021-03-04"}, None, "--"),
        ({"end": "2021-03-04"}, "2021-03-04", "wr"),
    ],
)
def test_dates(record, gold, got, wanted, expected):
    date = {"precision": "day", "basis": "explicit", **got}
    assert verdict("date", record(date=date), gold(date=wanted)) == expected


@pytest.mark.parametrize(
    ("got", "wanted", "expected"),
    [
        ({"place": "Kandara"}, {"place": "Kandara"}, "rr"),
        ({"place": "Kandarah"}, {"place": "Kandara"}, "wr"),
        ({"place": "Lower Oru"}, {"place": ["Kandara", "lower oru"]}, "rr"),
        ({"district": "Kandara"}, {"place": "Kandara"}, "wr"),
        ({"place": "Kandara"}, {}, "ee"),
        ({}, {"place": "Kandara"}, "mm"),
    ],
)
def test_places(record, gold, got, wanted, expected):
    location = {"precision": "place", **got}
    assert verdict("place", record(location=location), gold(location=wanted)) == expected


@pytest.mark.parametrize(
    ("got", "wanted", "expected"),
    [
        ("Sindh", "Sindh", "rr"),
        ("Balochistan", "Baluchistan", "wr"),
        ("Sindh", "Punjab", "ww"),
        ("Sindh", None, "--"),
        (None, "Sindh", "mm"),
    ],
)
def test_divisions(record, gold, got, wanted, expected):
    location = {"precision": "place", "province": got}
    assert verdict("province", record(location=location), gold(location={"province": wanted})) == expected


@pytest.mark.parametrize(
    ("fields", "wanted", "expected"),
    [
        ({"event_type": "landmine"}, "landmine", "rr"),
        ({"event_type": "landmine"}, "roadside_bombing", "wr"),
        ({"event_type": "arson", "category": "arson"}, "landmine", "ww"),
        ({"event_type": "landmine"}, None, "--"),
    ],
)
def test_event_types(record, gold, fields, wanted, expected):
    assert verdict("event_type", record(**fields), gold(event_type=wanted)) == expected


BAND = {"id": "band", "name": "Red Hill Brigade", "kind": "armed_group", "role": "perpetrator"}
GUNMEN = {"text": "two gunmen", "kind": "individual", "role": "perpetrator"}


@pytest.mark.parametrize(
    ("got", "wanted", "expected"),
    [
        (BAND, {"id": "band"}, "rr"),
        (BAND, {"id": ["front", "band"]}, "rr"),
        (BAND, {"id": "front"}, "ww"),
        (BAND | {"id": None}, {"text": "the Red Hill Brigade"}, "rr"),
        (GUNMEN, {"text": "gunmen on a motorcycle"}, "rr"),
        (GUNMEN, {"text": "some strangers", "kind": "individual"}, "wr"),
        (GUNMEN, {"text": "some strangers", "kind": "crowd"}, "ww"),
    ],
)
def test_actors(record, gold, got, wanted, expected):
    assert verdict("actors", record(actors=[got]), gold(actors=[wanted])) == expected


def test_attribution_is_judged_on_the_actors_that_match(record, gold):
    got = record(actors=[BAND | {"attribution": "claimed"}])
    assert verdict("attribution", got, gold(actors=[{"id": "band", "attribution": "claimed"}])) == "rr"
    assert verdict("attribution", got, gold(actors=[{"id": "band", "attribution": ["blamed"]}])) == "ww"
    assert verdict("attribution", got, gold(actors=[{"id": "front", "attribution": "claimed"}])) == "--"


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("a crowded market", "market", "rr"),
        ("a bus", "market", "wr"),
        ("the market", "bus", "wr"),
        ("a bus", "bus", "ww"),
    ],
)
def test_targets(record, gold, text, kind, expected):
    got = record(targets=[{"text": text, "kind": "object", "type": kind}])
    assert verdict("targets", got, gold(targets=[{"text": "the market", "type": "market"}])) == expected


@pytest.mark.parametrize(
    ("got", "wanted", "expected"),
    [
        ([], [{"type": "ied", "optional": True}], (0, 0, 0)),
        (["ied"], [{"type": "ied", "optional": True}], (0, 0, 0)),
        (["grenade"], [{"type": "ied", "optional": True}], (0, 1, 0)),
        (["ied", "firearm"], [{"type": "ied", "optional": True}, {"type": "firearm"}], (1, 0, 0)),
        (["ied"], [{"type": ["ied", "grenade"], "optional": True}, {"type": "ied"}], (1, 0, 0)),
        ([], [{"type": "ied", "optional": True}, {"type": "firearm"}], (0, 0, 1)),
    ],
)
def test_an_optional_weapon_may_be_told_or_left(record, gold, got, wanted, expected):
    weapons = [{"text": f"a {kind}", "type": kind} for kind in got]
    strict = FIELDS["weapons"](record(weapons=weapons), gold(weapons=wanted)).strict
    assert (strict.right, strict.extra, strict.missed) == expected


def test_an_optional_actor_is_not_judged(record, gold):
    wanted = gold(actors=[{"id": "band", "role": "participant", "optional": True}])
    assert [verdict(field, record(actors=[BAND]), wanted) for field in ("actors", "role")] == ["--", "--"]


@pytest.mark.parametrize(
    ("scope", "expected"), [("incident", "ww"), ("aggregate", "--"), (["incident", "aggregate"], "--")]
)
def test_background_of_an_aggregate_is_not_judged(record, gold, scope, expected):
    assert verdict("background", record(background=True), gold(scope=scope)) == expected


def test_a_weapon_counts_once(record, gold):
    got = record(weapons=[{"text": "a bomb", "type": "ied"}, {"text": "the device", "type": "ied"}])
    assert verdict("weapons", got, gold(weapons=[{"type": ["ied", "explosive"]}])) == "rr"


def test_the_dead_of_each_group(record, gold):
    got = record(dead={"civilian": 2, "militant": 1})
    judgement = FIELDS["killed_by_group"](
        got, gold(by_group={"civilian": {"killed": 2}, "security": {"killed": 3}})
    )
    strict = judgement.strict
    assert (strict.right, strict.extra, strict.missed) == (1, 1, 1)

"""Rows in the terms of the UCDP Georeferenced Event Dataset."""

from __future__ import annotations

import pytest

from extractor.export.ucdp import COLUMNS, ucdp_row

BAND = {"name": "Red Hill Brigade", "kind": "armed_group", "role": "perpetrator"}
LAKE = {"name": "Lake Front", "kind": "armed_group", "role": "participant"}
ARMY = {"text": "the army", "kind": "state_force", "role": "perpetrator"}
GUNMEN = {"text": "gunmen", "kind": "individual", "role": "perpetrator"}
STATE, CIVILIANS = "Government of Pakistan", "Civilians"


def target(kind: str) -> dict[str, object]:
    return {"text": f"the {kind}", "kind": "person", "type": kind}


def test_a_whole_row(record):
    row = ucdp_row(
        record(
            actors=[BAND],
            targets=[target("police")],
            killed={"low": 6, "best": 6, "high": 8},
            dead={"security": 3, "militant": 1, "civilian": 1},
        )
    )
    assert row == {
        "article_id": "a1",
        "event_id": "e1",
        "scope": "incident",
        "status": "occurred",
        "country": "Pakistan",
        "adm_1": "Sindh province",
        "adm_2": "Oru district",
        "where_description": "Kandara",
        "latitude": 24.5,
        "longitude": 67.25,
        "where_prec": 1,
        "date_start": "2021-03-04",
        "date_end": "2021-03-04",
        "date_prec": 1,
        "side_a": STATE,
        "side_b": "Red Hill Brigade",
        "deaths_a": 3,
        "deaths_b": 1,
        "deaths_civilians": 1,
        "deaths_unknown": 1,
        "best": 6,
        "low": 6,
        "high": 8,
    }
    assert tuple(row) == COLUMNS


@pytest.mark.parametrize(
    ("killed", "figures"),
    [
        (None, None),
        (0, None),
        ({"low": 0, "best": 0, "high": 2}, (0, 0, 2)),
        ({"low": 8, "best": 8}, (8, 8, 8)),
        ({"vague": "dozens"}, (12, 12, 12)),
        ({"vague": "casualties"}, None),
    ],
)
def test_only_deadly_events(record, killed, figures):
    row = ucdp_row(record(killed=killed))
    assert (row and (row["low"], row["best"], row["high"])) == figures


@pytest.mark.parametrize(
    ("actors", "targets", "sides"),
    [
        ([BAND], ["civilian"], ("Red Hill Brigade", CIVILIANS)),
        ([BAND], ["military"], (STATE, "Red Hill Brigade")),
        ([ARMY, BAND | {"role": "participant"}], [], (STATE, "Red Hill Brigade")),
        ([ARMY], ["civilian"], (STATE, CIVILIANS)),
        ([BAND, LAKE], ["militant"], ("Red Hill Brigade", "Lake Front")),
        ([GUNMEN], ["market"], ("Unknown", CIVILIANS)),
        ([GUNMEN], ["police"], (STATE, "Unknown")),
        ([], [], ("Unknown", "Unknown")),
    ],
)
def test_sides(record, actors, targets, sides):
    row = ucdp_row(record(actors=actors, targets=[target(kind) for kind in targets], killed=2))
    assert (row["side_a"], row["side_b"]) == sides


@pytest.mark.parametrize(
    ("actors", "others", "sides"),
    [
        ([ARMY], [], (STATE, "Lake Front")),
        ([ARMY], ["civilian"], (STATE, "Lake Front")),
        ([BAND], [], ("Red Hill Brigade", "Lake Front")),
    ],
)
def test_a_group_whose_fighters_were_hit_is_a_side(record, actors, others, sides):
    fighters = {"text": "two Lake Front men", "kind": "person", "type": "militant", "name": "Lake Front"}
    row = ucdp_row(record(actors=actors, targets=[*map(target, others), fighters], killed=2))
    assert (row["side_a"], row["side_b"]) == sides


@pytest.mark.parametrize(
    ("location", "country", "adm_1", "where_prec"),
    [
        (
            {"country": "Myanmar", "country_code": "MM", "province": "Kachin", "precision": "province"},
            "Myanmar (Burma)",
            "Kachin state",
            4,
        ),
        (
            {"country": "Congo", "country_code": "CD", "province": "Nord-Kivu", "precision": "district"},
            "DR Congo (Zaire)",
            "Nord Kivu province",
            3,
        ),
        ({"country": "Yemen", "country_code": "YE", "precision": "country"}, "Yemen (North Yemen)", "", 6),
        ({"country": "Russia", "country_code": "RU", "precision": "near"}, "Russia (Soviet Union)", "", 2),
        (None, None, None, None),
    ],
)
def test_place(record, location, country, adm_1, where_prec):
    row = ucdp_row(record(location=location, killed=1))
    assert (row.get("country"), row.get("adm_1"), row.get("where_prec")) == (country, adm_1, where_prec)


@pytest.mark.parametrize(
    ("precision", "expected"),
    [("day", 1), ("days", 2), ("week", 3), ("month", 4), ("year", 5), ("period", 5)],
)
def test_date_precision(record, precision, expected):
    date = {"start": "2021-03-01", "end": "2021-03-05", "precision": precision, "basis": "explicit"}
    row = ucdp_row(record(date=date, killed=1))
    assert (row["date_start"], row["date_end"], row["date_prec"]) == ("2021-03-01", "2021-03-05", expected)


def test_on_or_before_the_publication_day(record):
    date = {"end": "2021-03-05", "precision": "day", "basis": "publication"}
    row = ucdp_row(record(date=date, killed=1))
    assert (row["date_start"], row["date_end"], row["date_prec"]) == ("2021-03-05", "2021-03-05", 2)


@pytest.mark.parametrize(
    ("dead", "civilians", "unknown"), [({}, 4, 0), ({"civilian": 3}, 3, 1), ({"militant": 1}, 0, 3)]
)
def test_the_dead_of_violence_against_civilians(record, dead, civilians, unknown):
    row = ucdp_row(record(actors=[BAND], targets=[target("market")], killed=4, dead=dead))
    assert (row["deaths_civilians"], row["deaths_unknown"]) == (civilians, unknown)


@pytest.mark.parametrize(
    ("day", "country", "side_a"),
    [
        ("2021-08-14", "AF", "Taleban"),
        ("2022-03-04", "AF", "Government of Afghanistan"),
        ("2022-03-04", "PK", "Taleban"),
    ],
)
def test_a_group_that_became_the_government(record, day, country, side_a):
    taliban = {"id": "taliban", "name": "Taliban", "kind": "armed_group", "role": "perpetrator"}
    name = {"AF": "Afghanistan", "PK": "Pakistan"}[country]
    row = ucdp_row(
        record(
            actors=[taliban],
            targets=[target("civilian")],
            killed={"low": 1, "best": 1, "high": 1},
            date={"start": day, "end": day, "precision": "day", "basis": "explicit"},
            location={"text": name, "country": name, "country_code": country, "precision": "country"},
        )
    )
    assert (row["side_a"], row["side_b"]) == (side_a, CIVILIANS)

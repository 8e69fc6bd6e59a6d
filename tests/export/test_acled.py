"""Rows in the terms of the Armed Conflict Location & Event Data Project."""

from __future__ import annotations

import pytest

from extractor.export.acled import COLUMNS, acled_row

GUNMEN = {"text": "gunmen", "kind": "individual", "role": "perpetrator"}
POLICE = {"text": "a police party", "kind": "state_force", "role": "participant"}
TROOPS = {"text": "troops", "kind": "state_force", "role": "perpetrator"}
BAND = {"name": "Red Hill Brigade", "kind": "armed_group", "role": "perpetrator"}
REMOTE, CIVILIANS, BATTLES = "Explosions/Remote violence", "Violence against civilians", "Battles"


def target(kind: str) -> dict[str, object]:
    return {"text": f"the {kind}", "kind": "person", "type": kind}


def test_a_whole_row(record):
    row = acled_row(
        record(
            category="armed_assault",
            event_type="shooting",
            actors=[GUNMEN],
            targets=[target("police")],
            killed={"low": 2, "best": 3, "high": 4},
        )
    )
    assert row == {
        "article_id": "a1",
        "event_id": "e1",
        "scope": "incident",
        "status": "occurred",
        "event_date": "2021-03-04",
        "time_precision": 1,
        "event_type": BATTLES,
        "sub_event_type": "Armed clash",
        "actor1": "Unidentified Armed Group (Pakistan)",
        "actor2": "Police Forces of Pakistan",
        "country": "Pakistan",
        "admin1": "Sindh",
        "admin2": "Oru",
        "location": "Kandara",
        "latitude": 24.5,
        "longitude": 67.25,
        "geo_precision": 1,
        "fatalities": 2,
        "notes": "",
    }
    assert tuple(row) == COLUMNS


@pytest.mark.parametrize(
    ("category", "event_type", "event", "sub_event"),
    [
        ("bombing", "roadside_bombing", REMOTE, "Remote explosive/landmine/IED"),
        ("bombing", "suicide_vehicle_bombing", REMOTE, "Suicide bomb"),
        ("bombing", "grenade_attack", REMOTE, "Grenade"),
        ("bombing", "thrown_bomb", CIVILIANS, "Attack"),
        ("shelling", "mortar_attack", REMOTE, "Shelling/artillery/missile attack"),
        ("air_strike", "drone_strike", REMOTE, "Air/drone strike"),
        ("chemical_attack", "chemical_attack", REMOTE, "Chemical weapon"),
        ("armed_assault", "stabbing", CIVILIANS, "Attack"),
        ("sexual_violence", "rape", CIVILIANS, "Sexual violence"),
        ("abduction", "forced_disappearance", CIVILIANS, "Abduction/forced disappearance"),
        ("clash", "encounter", BATTLES, "Armed clash"),
        ("territory_change", "territory_gain_state", BATTLES, "Government regains territory"),
        ("territory_change", "territory_gain_group", BATTLES, "Non-state actor overtakes territory"),
        ("mob_violence", "lynching", "Riots", "Mob violence"),
        ("mob_violence", "riot", "Riots", "Violent demonstration"),
        ("protest_repression", "excessive_force", "Protests", "Protest with intervention"),
        ("protest_repression", "violent_repression", "Protests", "Excessive force against protesters"),
        ("protest_repression", "protest_intervention", "Protests", "Protest with intervention"),
        ("arrest", "arrest", "Strategic developments", "Arrests"),
        ("air_strike", "interception", "Strategic developments", "Disrupted weapons use"),
        ("bombing", "premature_explosion", "Strategic developments", "Disrupted weapons use"),
        ("weapons_seizure", "bomb_defused", "Strategic developments", "Disrupted weapons use"),
        ("arson", "arson", "Strategic developments", "Looting/property destruction"),
    ],
)
def test_event_types(record, category, event_type, event, sub_event):
    row = acled_row(record(category=category, event_type=event_type))
    assert (row["event_type"], row["sub_event_type"]) == (event, sub_event)


@pytest.mark.parametrize(
    ("fields", "sub_event"),
    [
        ({"targets": [target("civilian")]}, "Attack"),
        ({"targets": [target("military")]}, "Armed clash"),
        ({"targets": [target("police"), target("civilian")], "dead": {"civilian": 2}}, "Attack"),
        ({"dead": {"security": 2}}, "Armed clash"),
        ({"actors": [TROOPS, BAND]}, "Armed clash"),
        ({"actors": [TROOPS, BAND], "targets": [target("civilian")]}, "Attack"),
        ({"dead": {"security": 2, "civilian": 1}}, "Attack"),
        ({}, "Attack"),
    ],
)
def test_an_attack_on_those_who_bear_arms_is_a_clash(record, fields, sub_event):
    row = acled_row(record(category="armed_assault", event_type="shooting", **fields))
    assert row["sub_event_type"] == sub_event


CROWD = {"text": "villagers", "kind": "crowd", "role": "perpetrator"}
PIRATES = {"text": "pirates", "kind": "criminal_group", "role": "perpetrator"}
PROTESTERS = {"text": "protesters", "kind": "crowd", "role": "perpetrator"}
MARCHERS = {"text": "student protesters", "kind": "person", "type": "civilian"}


@pytest.mark.parametrize(
    ("category", "event_type", "actor", "targets", "sub_event"),
    [
        ("territory_change", "territory_gain_state", BAND, [], "Non-state actor overtakes territory"),
        ("territory_change", "territory_gain_group", TROOPS, [], "Government regains territory"),
        ("armed_assault", "beating", CROWD, [target("civilian")], "Mob violence"),
        ("armed_assault", "shooting", TROOPS, [MARCHERS], "Excessive force against protesters"),
        ("armed_assault", "shooting", BAND, [MARCHERS], "Attack"),
        ("arrest", "arrest", TROOPS, [MARCHERS], "Protest with intervention"),
        ("arrest", "arrest", BAND, [target("civilian")], "Abduction/forced disappearance"),
        ("arrest", "arrest", PIRATES, [target("civilian")], "Abduction/forced disappearance"),
        ("targeted_killing", "targeted_killing", CROWD, [target("civilian")], "Mob violence"),
        ("arson", "arson", CROWD, [target("house")], "Mob violence"),
        ("arson", "arson", BAND, [target("house")], "Looting/property destruction"),
        ("arson", "arson", PROTESTERS, [target("police")], "Violent demonstration"),
        ("infrastructure_attack", "vandalism", PROTESTERS, [target("business")], "Violent demonstration"),
        ("armed_assault", "beating", PROTESTERS, [target("police")], "Violent demonstration"),
    ],
)
def test_the_sides_decide(record, category, event_type, actor, targets, sub_event):
    row = acled_row(record(category=category, event_type=event_type, actors=[actor], targets=targets))
    assert row["sub_event_type"] == sub_event


def test_protesters_are_an_actor(record):
    row = acled_row(
        record(category="armed_assault", event_type="shooting", actors=[TROOPS], targets=[MARCHERS])
    )
    assert row["actor2"] == "Protesters (Pakistan)"


def test_a_petrol_bomb_is_an_attack(record):
    row = acled_row(record(weapons=[{"text": "petrol bombs", "type": "incendiary"}]))
    assert row["sub_event_type"] == "Attack"


@pytest.mark.parametrize(
    ("actor", "weapon", "sub_event"),
    [
        ({"text": "fans", "kind": "unknown", "role": "participant"}, "melee", "Mob violence"),
        ({"text": "fans", "kind": "unknown", "role": "participant"}, "firearm", "Armed clash"),
        (POLICE, "melee", "Armed clash"),
    ],
)
def test_a_brawl_is_no_battle(record, actor, weapon, sub_event):
    weapons = [{"text": "them", "type": weapon}]
    row = acled_row(record(category="clash", event_type="armed_clash", actors=[actor], weapons=weapons))
    assert row["sub_event_type"] == sub_event


def test_the_weapon_refines_a_bombing(record):
    row = acled_row(record(weapons=[{"text": "an explosive belt", "type": "suicide_vest"}]))
    assert row["sub_event_type"] == "Suicide bomb"


def test_a_search_becomes_a_clash_by_its_dead(record):
    search = {"category": "security_operation", "event_type": "search_operation"}
    assert acled_row(record(**search))["sub_event_type"] == "Other"
    assert acled_row(record(**search, killed=2))["sub_event_type"] == "Armed clash"


@pytest.mark.parametrize(
    ("fields", "sub_event"),
    [
        ({"status": "foiled"}, "Disrupted weapons use"),
        ({"status": "foiled", "category": "abduction", "event_type": "kidnapping"}, None),
        ({"status": "planned"}, None),
        ({"status": "denied"}, None),
        ({"category": "threat", "event_type": "threat"}, None),
    ],
)
def test_what_did_not_take_place(record, fields, sub_event):
    row = acled_row(record(**fields))
    assert (row and row["sub_event_type"]) == sub_event


@pytest.mark.parametrize(
    ("actors", "targets", "first", "second"),
    [
        ([], ["civilian"], "Unidentified Armed Group (Pakistan)", "Civilians (Pakistan)"),
        ([BAND], ["market"], "Red Hill Brigade", "Civilians (Pakistan)"),
        ([TROOPS], ["militant"], "Military Forces of Pakistan", "Unidentified Armed Group (Pakistan)"),
        ([BAND, POLICE], ["police"], "Red Hill Brigade", "Police Forces of Pakistan"),
        ([BAND | {"attribution": "denied"}], [], "Unidentified Armed Group (Pakistan)", ""),
        ([{"text": "a mob", "kind": "crowd", "role": "perpetrator"}], [], "Rioters (Pakistan)", ""),
    ],
)
def test_actors(record, actors, targets, first, second):
    row = acled_row(record(actors=actors, targets=[target(kind) for kind in targets]))
    assert (row["actor1"], row["actor2"]) == (first, second)


def test_a_named_group_is_the_other_side(record):
    fallen = {"text": "militants", "kind": "person", "type": "militant"}
    named = {"text": "BLA fighters", "kind": "person", "type": "militant", "id": "bla", "name": "the BLA"}
    row = acled_row(record(actors=[TROOPS], targets=[target("civilian"), fallen, named]))
    assert (row["actor1"], row["actor2"]) == ("Military Forces of Pakistan", "BLA: Baloch Liberation Army")


def test_unnamed_attackers_are_those_who_are_blamed(record):
    row = acled_row(record(actors=[GUNMEN, BAND | {"attribution": "blamed"}], targets=[target("civilian")]))
    assert (row["actor1"], row["actor2"]) == ("Red Hill Brigade", "Civilians (Pakistan)")


@pytest.mark.parametrize(
    ("killed", "fatalities"),
    [
        (None, 0),
        (0, 0),
        ({"low": 8, "best": 8}, 8),
        ({"best": 8, "high": 8}, 8),
        ({"low": 6, "best": 6, "high": 8}, 6),
        ({"vague": "several"}, 3),
        ({"vague": "tens"}, 10),
        ({"vague": "dozens"}, 12),
        ({"vague": "dozens of people"}, 12),
        ({"vague": "hundreds"}, 100),
        ({"vague": "casualties"}, 0),
    ],
)
def test_fatalities(record, killed, fatalities):
    assert acled_row(record(killed=killed))["fatalities"] == fatalities


@pytest.mark.parametrize(
    ("precision", "start", "expected"),
    [
        ("day", "2021-03-01", 1),
        ("days", "2021-03-01", 2),
        ("week", "2021-03-01", 2),
        ("month", "2021-03-01", 3),
        ("year", "2021-03-01", 3),
        ("day", None, 2),
    ],
)
def test_time_precision(record, precision, start, expected):
    date = {"start": start, "end": "2021-03-05", "precision": precision, "basis": "explicit"}
    assert acled_row(record(date=date))["time_precision"] == expected


@pytest.mark.parametrize(
    ("location", "name", "precision"),
    [
        ({"place": "Oru", "district": "Kand", "country_code": "PK", "precision": "near"}, "Oru", 2),
        ({"district": "Kand", "country_code": "PK", "precision": "district"}, "Kand", 2),
        ({"province": "Sindh", "country_code": "PK", "precision": "province"}, "Sindh", 3),
    ],
)
def test_place(record, location, name, precision):
    row = acled_row(record(location=location))
    assert (row["location"], row["geo_precision"]) == (name, precision)

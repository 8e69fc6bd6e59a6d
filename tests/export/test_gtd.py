"""Rows in the Global Terrorism Database's terms."""

from __future__ import annotations

import pytest

from extractor.export.gtd import COLUMNS, gtd_row

GUNMEN = {"text": "two gunmen", "kind": "individual", "role": "perpetrator"}
ARMY = {"text": "the army", "kind": "state_force", "role": "perpetrator"}
BAND = {"name": "Red Hill Brigade", "text": "the brigade", "kind": "armed_group", "role": "perpetrator"}


ONE = {"number": 1}


def target(kind: str, name: str | None = None, what: str = "person") -> dict[str, object]:
    return {"text": f"the {kind}", "name": name, "kind": what, "type": kind}


def test_a_whole_row(record):
    row = gtd_row(
        record(
            event_type="suicide_bombing",
            actors=[BAND | {"attribution": "claimed"}],
            targets=[target("market", what="object")],
            weapons=[{"text": "a vest", "type": "suicide_vest"}],
            killed=9,
            injured=20,
            dead={"civilian": 8, "militant": 1},
        )
    )
    assert row == {
        "article_id": "a1",
        "event_id": "e1",
        "scope": "incident",
        "status": "occurred",
        "iyear": 2021,
        "imonth": 3,
        "iday": 4,
        "country_txt": "Pakistan",
        "provstate": "Sindh",
        "city": "Kandara",
        "latitude": 24.5,
        "longitude": 67.25,
        "specificity": 1,
        "attacktype1_txt": "Bombing/Explosion",
        "weaptype1_txt": "Explosives",
        "targtype1_txt": "Private Citizens & Property",
        "target1": "the market",
        "gname": "Red Hill Brigade",
        "claimed": 1,
        "suicide": 1,
        "success": 1,
        "nkill": 9,
        "nkillter": 1,
        "nwound": 20,
        "nwoundte": None,
        "nhostkid": None,
        "summary": "",
    }
    assert tuple(row) == COLUMNS


@pytest.mark.parametrize(
    ("fields", "attack", "weapon"),
    [
        ({"event_type": "landmine"}, "Bombing/Explosion", "Explosives"),
        ({"category": "shelling", "event_type": "rocket_attack"}, "Bombing/Explosion", "Explosives"),
        ({"category": "air_strike", "event_type": "drone_strike"}, "Bombing/Explosion", "Explosives"),
        ({"category": "armed_assault", "event_type": "shooting"}, "Armed Assault", "Firearms"),
        ({"category": "armed_assault", "event_type": "stabbing"}, "Armed Assault", "Melee"),
        ({"category": "armed_assault", "event_type": "killing"}, "Armed Assault", "Firearms"),
        ({"category": "targeted_killing", "event_type": "assassination"}, "Assassination", "Firearms"),
        ({"category": "abduction", "event_type": "kidnapping"}, "Hostage Taking (Kidnapping)", "Firearms"),
        ({"category": "arson", "event_type": "arson"}, "Facility/Infrastructure Attack", "Incendiary"),
        ({"category": "other", "event_type": "attack"}, "Armed Assault", "Firearms"),
        ({"category": "other", "event_type": "poisoning"}, "Unknown", "Unknown"),
        (
            {
                "category": "other",
                "event_type": "attack",
                "weapons": [{"text": "a grenade", "type": "grenade"}],
            },
            "Bombing/Explosion",
            "Explosives",
        ),
        (
            {
                "category": "armed_assault",
                "event_type": "ambush",
                "weapons": [{"text": "rifles", "type": "firearm"}, {"text": "a mine", "type": "landmine"}],
            },
            "Armed Assault",
            "Explosives",
        ),
        (
            {
                "category": "armed_assault",
                "event_type": "shooting",
                "targets": [target("politician") | ONE | {"text": "a candidate"}],
            },
            "Assassination",
            "Firearms",
        ),
        (
            {"category": "armed_assault", "event_type": "shooting", "targets": [target("politician")]},
            "Armed Assault",
            "Firearms",
        ),
    ],
)
def test_attack_and_weapon_types(record, fields, attack, weapon):
    row = gtd_row(record(**fields))
    assert (row["attacktype1_txt"], row["weaptype1_txt"]) == (attack, weapon)


@pytest.mark.parametrize(
    ("event_type", "tactics", "killed", "attack", "weapon"),
    [
        ("grenade_attack", ("grenade_attack", "shooting"), 0, "Armed Assault", "Explosives"),
        ("grenade_attack", ("grenade_attack",), 0, "Bombing/Explosion", "Explosives"),
        ("suicide_bombing", ("suicide_bombing", "shooting"), 4, "Bombing/Explosion", "Explosives"),
        ("interception", ("interception",), 0, "Bombing/Explosion", "Explosives"),
    ],
)
def test_of_several_tactics_the_codebook_chooses(record, event_type, tactics, killed, attack, weapon):
    row = gtd_row(record(event_type=event_type, tactics=tactics, killed=killed))
    assert (row["attacktype1_txt"], row["weaptype1_txt"]) == (attack, weapon)


@pytest.mark.parametrize(
    ("killed", "attack", "weapon"),
    [(3, "Armed Assault", "Firearms"), (0, "Facility/Infrastructure Attack", "Incendiary")],
)
def test_those_who_kill_and_burn_make_an_armed_assault(record, killed, attack, weapon):
    row = gtd_row(record(category="arson", event_type="arson", tactics=("attack", "arson"), killed=killed))
    assert (row["attacktype1_txt"], row["weaptype1_txt"]) == (attack, weapon)


@pytest.mark.parametrize(
    ("targets", "attack"),
    [
        ([target("judge") | ONE], "Assassination"),
        ([target("judge") | {"number": 2}], "Bombing/Explosion"),
        ([target("civilian") | ONE | {"text": "a tribal elder"}], "Assassination"),
        ([target("civilian") | ONE | {"text": "the mayor's driver"}], "Bombing/Explosion"),
        ([target("civilian") | ONE | {"text": "Adan Kuru"}], "Bombing/Explosion"),
        ([target("civilian") | ONE | {"text": "Adan Kuru", "role": "a councillor"}], "Assassination"),
        ([target("vehicle", what="object") | ONE | {"role": "the mayor of Oru"}], "Assassination"),
        ([target("civilian") | {"aimed": True}, target("judge") | ONE], "Bombing/Explosion"),
        ([target("police") | {"aimed": True}, target("judge") | ONE], "Assassination"),
    ],
)
def test_a_bomb_for_one_prominent_person_is_an_assassination(record, targets, attack):
    assert gtd_row(record(targets=targets))["attacktype1_txt"] == attack


@pytest.mark.parametrize(
    ("event_type", "attack"), [("shooting", "Armed Assault"), ("bombing", "Assassination")]
)
def test_an_officer_among_others_is_no_aim_of_those_who_shoot(record, event_type, attack):
    soldiers = target("military") | {"number": 4}
    officer = target("military") | ONE | {"text": "a colonel"}
    category = "bombing" if event_type == "bombing" else "armed_assault"
    row = gtd_row(record(category=category, event_type=event_type, targets=[soldiers, officer]))
    assert row["attacktype1_txt"] == attack


@pytest.mark.parametrize(
    ("killed", "hit", "attack"),
    [
        (0, target("telecom", what="object"), "Facility/Infrastructure Attack"),
        (0, target("hospital", what="object"), "Facility/Infrastructure Attack"),
        (0, target("police", what="object"), "Armed Assault"),
        (0, target("civilian"), "Armed Assault"),
        (2, target("telecom", what="object"), "Armed Assault"),
        (None, target("telecom", what="object"), "Armed Assault"),
    ],
)
def test_an_attack_that_only_damages_what_nobody_guards(record, killed, hit, attack):
    row = gtd_row(record(category="armed_assault", event_type="attack", targets=[hit], killed=killed))
    assert row["attacktype1_txt"] == attack


@pytest.mark.parametrize(("killed", "attack"), [(1, "Assassination"), (None, "Hostage Taking (Kidnapping)")])
def test_a_prominent_person_abducted_and_killed_is_assassinated(record, killed, attack):
    mayor = target("civilian") | ONE | {"text": "the mayor of Oru"}
    row = gtd_row(record(category="abduction", event_type="kidnapping", targets=[mayor], killed=killed))
    assert row["attacktype1_txt"] == attack


def test_a_fire_that_kills_is_an_armed_assault_with_fire(record):
    row = gtd_row(record(category="arson", event_type="arson", tactics=("arson", "killing"), killed=2))
    assert (row["attacktype1_txt"], row["weaptype1_txt"]) == ("Armed Assault", "Incendiary")


@pytest.mark.parametrize(("injured", "attack"), [(2, "Armed Assault"), (0, "Facility/Infrastructure Attack")])
def test_a_petrol_bomb_that_hurts_nobody_hits_a_thing(record, injured, attack):
    row = gtd_row(
        record(
            category="bombing",
            event_type="thrown_bomb",
            weapons=[{"text": "a petrol bomb", "type": "incendiary"}],
            targets=[target("police")],
            killed=0,
            injured=injured,
        )
    )
    assert row["attacktype1_txt"] == attack


@pytest.mark.parametrize(
    "fields",
    [
        {"category": "clash", "event_type": "infiltration"},
        {"category": "arrest", "event_type": "arrest"},
        {"category": "surrender", "event_type": "surrender"},
        {"category": "weapons_seizure", "event_type": "weapons_seizure"},
        {"category": "security_operation", "event_type": "search_operation"},
        {"category": "territory_change", "event_type": "territory_gain_state"},
        {"category": "protest_repression", "event_type": "excessive_force"},
        {"category": "air_strike", "event_type": "air_strike"},
        {"category": "threat", "event_type": "threat"},
        {"category": "robbery", "event_type": "armed_robbery"},
        {"category": "clash", "event_type": "encounter", "actors": [ARMY]},
        {"scope": "aggregate"},
        {"status": "planned"},
        {"status": "threatened"},
        {"status": "foiled"},
        {"status": "denied"},
    ],
)
def test_what_the_codebook_does_not_count(record, fields):
    assert gtd_row(record(**fields)) is None


@pytest.mark.parametrize(
    ("hit", "attack"),
    [
        (target("house", what="object"), "Facility/Infrastructure Attack"),
        (target("civilian"), "Armed Assault"),
    ],
)
def test_a_petrol_bomb_is_no_explosion(record, hit, attack):
    row = gtd_row(record(targets=[hit], weapons=[{"text": "a petrol bomb", "type": "incendiary"}]))
    assert (row["attacktype1_txt"], row["weaptype1_txt"]) == (attack, "Incendiary")


def test_a_bomb_found_in_time_counts_though_the_state_found_it(record):
    row = gtd_row(record(category="weapons_seizure", event_type="bomb_defused", actors=[ARMY]))
    assert (row["attacktype1_txt"], row["success"], row["gname"]) == ("Bombing/Explosion", 0, "Unknown")


@pytest.mark.parametrize(
    ("fields", "success"),
    [
        ({}, 1),
        ({"status": "attempted"}, 0),
        ({"category": "weapons_seizure", "event_type": "bomb_defused"}, 0),
        ({"category": "weapons_seizure", "event_type": "bomb_defused", "status": "foiled"}, 0),
        ({"category": "targeted_killing", "event_type": "assassination", "killed": 1}, 1),
        ({"category": "targeted_killing", "event_type": "assassination", "killed": 0, "injured": 2}, 0),
    ],
)
def test_success(record, fields, success):
    assert gtd_row(record(**fields))["success"] == success


@pytest.mark.parametrize(
    ("actors", "gname", "claimed"),
    [
        ([], "Unknown", 0),
        ([GUNMEN], "Unknown", 0),
        ([BAND | {"attribution": "suspected"}], "Red Hill Brigade", 0),
        ([BAND | {"attribution": "denied"}], "Unknown", 0),
        (
            [
                BAND | {"attribution": "blamed"},
                BAND | {"name": "Lake Front", "attribution": "claimed"},
            ],
            "Lake Front",
            1,
        ),
        ([BAND | {"role": "participant"}, ARMY | {"role": "participant"}], "Red Hill Brigade", 0),
        ([BAND | {"id": "islamic_state", "name": "IS"}], "Islamic State of Iraq and the Levant (ISIL)", 0),
    ],
)
def test_group_and_claim(record, actors, gname, claimed):
    row = gtd_row(record(actors=actors))
    assert (row["gname"], row["claimed"]) == (gname, claimed)


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        (
            {"start": "2021-03-01", "end": "2021-03-31", "precision": "month", "basis": "explicit"},
            (2021, 3, 0),
        ),
        (
            {"start": "2021-01-01", "end": "2021-12-31", "precision": "year", "basis": "explicit"},
            (2021, 0, 0),
        ),
        ({"start": None, "end": "2021-03-05", "precision": "day", "basis": "publication"}, (2021, 3, 5)),
        (None, (None, None, None)),
    ],
)
def test_date(record, date, expected):
    row = gtd_row(record(date=date))
    assert (row["iyear"], row["imonth"], row["iday"]) == expected


@pytest.mark.parametrize(
    ("location", "country", "province", "city", "specificity"),
    [
        (
            {"district": "Hebron", "country_code": "PS", "country": "Palestine", "precision": "district"},
            *("West Bank and Gaza Strip", "Unknown", "Hebron district", 3),
        ),
        (
            {"place": "Tartus", "province": "Ḩalab", "country_code": "SY", "precision": "near"},
            *("Syria", "Aleppo", "Tartus", 2),
        ),
        (
            {"district": "Mobo", "province": "Masbate", "country_code": "PH", "country": "Philippines"}
            | {"precision": "district"},
            *("Philippines", "Masbate", "Mobo district", 3),
        ),
        (
            {"district": "Arbil", "province": "Iqlīm Kūrdistān", "country_code": "IQ", "country": "Iraq"}
            | {"place": "Rawanduz", "precision": "place"},
            *("Iraq", "Arbil", "Rawanduz", 1),
        ),
        (
            {"province": "Borno", "country": "Nigeria", "country_code": "NG", "precision": "province"},
            *("Nigeria", "Borno", "Unknown", 4),
        ),
        (
            {"country": "Nigeria", "country_code": "NG", "precision": "country"},
            *("Nigeria", "Unknown", "Unknown", 5),
        ),
        (None, "", "Unknown", "Unknown", 5),
    ],
)
def test_place(record, location, country, province, city, specificity):
    row = gtd_row(record(location=location))
    assert (row["country_txt"], row["provstate"], row["city"], row["specificity"]) == (
        country,
        province,
        city,
        specificity,
    )


@pytest.mark.parametrize(
    ("rule", "precision", "around", "city"),
    [
        # A building that no gazetteer knows is in its district, and no city.
        ("places/facility", "near", None, "Oru district"),
        ("places/facility", "near", "Tando", "Abo"),
        ("places/facility", "place", None, "Abo"),
        ("places/village", "near", None, "Abo"),
    ],
)
def test_a_building_is_no_city(record, rule, precision, around, city):
    location = {
        "text": "the Abo church",
        "name": "Abo",
        "place": "Abo",
        "district": "Oru",
        "province": "Sindh",
    }
    location |= {"country": "Pakistan", "country_code": "PK", "precision": precision, "around": around}
    evidence = [{"field": "location", "text": "Abo", "start": 0, "end": 3, "rule": rule}]
    assert gtd_row(record(location=location, evidence=evidence))["city"] == city


@pytest.mark.parametrize(
    ("targets", "dead", "expected"),
    [
        ([target("police")], {}, "Police"),
        ([target("civilian"), target("police")], {}, "Police"),
        ([target("vehicle", what="object"), target("journalist")], {}, "Journalists & Media"),
        ([target("civilian")], {}, "Private Citizens & Property"),
        ([target("militant")], {}, "Terrorists/Non-State Militia"),
        ([target("militant"), target("civilian")], {}, "Private Citizens & Property"),
        ([], {"security": 2}, "Military"),
        ([target("paramilitary") | {"id": "th_tdv"}], {}, "Police"),
        ([target("militant") | {"id": "sdf"}], {}, "Terrorists/Non-State Militia"),
        ([], {}, "Unknown"),
    ],
)
def test_target_type(record, targets, dead, expected):
    assert gtd_row(record(targets=targets, dead=dead))["targtype1_txt"] == expected


def test_vague_tolls_are_blank(record):
    row = gtd_row(record(killed={"vague": "dozens"}, injured={"low": 8, "best": 8}))
    assert (row["nkill"], row["nwound"]) == (None, 8)


def test_dead_militants_are_no_attackers_where_they_were_attacked(record):
    row = gtd_row(record(actors=[GUNMEN], targets=[target("militant")], killed=3, dead={"militant": 3}))
    assert row["nkillter"] is None


@pytest.mark.parametrize(
    ("dead", "shared_by", "nkill"), [(22, None, 22), (22, 2, 11), (23, 2, 12), (10, 3, 3), (101, 6, 17)]
)
def test_a_toll_of_several_attacks_is_divided(record, dead, shared_by, nkill):
    killed = {"low": dead, "best": dead, "high": dead, "shared_by": shared_by}
    assert gtd_row(record(killed=killed))["nkill"] == nkill


@pytest.mark.parametrize(
    ("event_type", "target_type"),
    [("rocket_attack", "Private Citizens & Property"), ("bombing", "Unknown")],
)
def test_rockets_into_a_town_hit_its_public_places(record, event_type, target_type):
    assert gtd_row(record(event_type=event_type, targets=[]))["targtype1_txt"] == target_type

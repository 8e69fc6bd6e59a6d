"""Totals: the area they are counted in, and the single events that are told as parts of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractor.records import EventRecord

Read = Callable[..., list[EventRecord]]


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("Sindh is calm. Since 2019 the province has seen 140 bomb attacks.", "Sindh"),
        (
            "Police in Sukkur, Sindh, are on alert. There were 40 bomb attacks in the province in 2022.",
            "Sindh",
        ),
        ("Sindh is calm. In 2022 there were 140 bomb attacks in the province of Balochistan.", "Balochistan"),
        ("Quetta is tense. Across the country, 900 people were killed in bomb attacks in 2022.", None),
    ],
)
def test_the_province_is_the_one_named_before(events: Read, text: str, area: str | None) -> None:
    total = next(e for e in events(text) if e.scope == "aggregate")
    assert total.location is not None
    assert (total.location.country_code, total.location.province) == ("PK", area)


def test_a_country_is_not_narrowed_by_where_the_counters_are(events: Read) -> None:
    total = events(
        "Bandits abducted over 3,600 people in Nigeria in the year to June 2023, said a Lagos-based firm."
    )[0]
    assert (total.scope, str(total.date.start), str(total.date.end)) == (
        "aggregate",
        "2022-07-01",
        "2023-06-30",
    )
    assert (total.location.country_code, total.location.province) == ("NG", None)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        (
            "Over 6,000 people have been killed by rebels in Yala since the war flared up in January 2004.",
            "2004-01-01..2023-08-02",
        ),
        (
            "More than 900 people have been shot dead in Ituri since a truce collapsed in May 2021.",
            "2021-05-01..2023-08-02",
        ),
        (
            "More than 50 rocket attacks have been counted in Anbar since the beginning of the year.",
            "2023-01-01..2023-08-02",
        ),
    ],
)
def test_a_total_runs_from_what_since_leads_up_to(events: Read, text: str, span: str) -> None:
    total = events(text)[0]
    assert (total.scope, f"{total.date.start}..{total.date.end}") == ("aggregate", span)


@pytest.mark.parametrize(
    "total",
    [
        "In all, 14 people died in eleven incidents in the two countries.",
        "At least 14 people have died in violence across the country.",
        "The commission counted 76 civilians killed and 114 wounded in attacks across the country.",
    ],
)
def test_a_total_of_an_area_is_not_of_the_incident_before_it(events: Read, total: str) -> None:
    incident = events(f"A bomb killed two policemen in Tank on Monday. {total}")[0]
    assert (incident.scope, incident.casualties.killed.best) == ("incident", 2)


@pytest.mark.parametrize(
    ("text", "toll"),
    [
        ("In 2022, police gunned down 48 Maoists and arrested 512 others in Chhattisgarh.", (48, 512)),
        (
            "Over the past four years troops killed 1,090 rebels and took 2,470 into custody in Ituri.",
            (1090, 2470),
        ),
    ],
)
def test_those_killed_and_those_arrested_by_the_state_are_one_total(
    events: Read, text: str, toll: tuple[int, int]
) -> None:
    (total,) = events(text)
    assert (total.scope, total.category) == ("aggregate", "security_operation")
    assert (total.casualties.killed.best, total.casualties.arrested.best) == toll


def test_a_total_has_no_place_of_the_incident_before_it(events: Read) -> None:
    incident, total = events(
        "A bomb killed six policemen in Mamond, Bajaur, on Monday. "
        "More than 100 polio workers have been killed by militants in the country since 2012."
    )
    assert (incident.location.place, total.scope, total.location.place) == ("Mamond", "aggregate", None)


def test_an_incident_is_not_placed_by_such_words(events: Read) -> None:
    found = events("A bomb killed four people in Sukkur, Sindh. The attack was the worst in the province.")
    assert [(e.scope, e.location and e.location.place) for e in found] == [("incident", "Sukkur")]


def test_a_part_has_the_doers_of_the_whole_and_the_whole_not_the_place_of_the_part(events: Read) -> None:
    whole, part = events(
        "In 2023 the TTP mounted 14 attacks in Khyber Pakhtunkhwa, including a suicide bombing in Bannu "
        "which killed 23 soldiers."
    )
    assert (whole.scope, whole.location and whole.location.district) == ("aggregate", None)
    assert (part.scope, part.location and part.location.place) == ("incident", "Bannu")
    assert [(a.id, a.attribution) for a in part.actors if a.role == "perpetrator"] == [("ttp", "stated")]


def test_every_event_of_a_list_is_claimed(events: Read) -> None:
    found = events(
        "The TTP claimed responsibility for three bombings in Karak, Bannu and Kohat respectively."
    )
    assert [e.location and e.location.name for e in found] == ["Karak", "Bannu", "Kohat"]
    assert {a.attribution for e in found for a in e.actors} == {"claimed"}


def test_a_great_number_of_deaths_since_a_day_is_no_part_of_the_news(events: Read) -> None:
    news = events(
        "Shells hit the port of Odesa on Sunday. The United Nations has recorded 6,490 civilian deaths "
        "since the invasion began on 24 February."
    )[0]
    assert (news.scope, news.casualties.killed) == ("incident", None)


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        ("Over 12 explosions rocked Imphal on Monday, killing two people.", ["incident"]),
        ("Over 12 explosions rocked Imphal in 2020, killing two people.", ["aggregate"]),
        ("Militants carried out 12 attacks in Khyber Pakhtunkhwa on Monday.", ["aggregate"]),
        ("Several explosions rocked Imphal on Monday, killing two people.", ["incident"]),
        ("Gunmen carried out several attacks in Khyber Pakhtunkhwa on Monday, killing nine.", ["aggregate"]),
    ],
)
def test_a_dozen_explosions_in_one_town_on_one_day_are_one_incident(
    events: Read, text: str, scopes: list[str]
) -> None:
    assert [record.scope for record in events(text)] == scopes


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Police killed two Maoists, who had shot dead a trader last month, in Gaya on Monday.", 2),
        ("A bomb killed three men in Razmak on Monday, where the army clashed with the TTP last week.", 3),
        (
            "A bomb killed two men in Tank on Monday at the spot where rebels shot nine soldiers last week.",
            2,
        ),
        ("Gunmen stormed a mosque in Tank, where they shot dead five people on Monday.", 5),
        ("Two soldiers who were injured in an attack on Monday died in Tank.", 2),
    ],
)
def test_what_was_done_on_another_day_is_no_part_of_the_toll(events: Read, text: str, killed: int) -> None:
    (news,) = (record for record in events(text) if not record.background)
    assert news.casualties.killed is not None and news.casualties.killed.best == killed


def test_a_date_of_what_is_no_event_is_not_carried_on(events: Read) -> None:
    found = events(
        "After 2019 the presence of the outfit in Sindh decreased as its main leadership was eliminated.\n"
        "Its creed has changed little. It wants a state run by clerics. It levies a tax on traders.\n"
        "It has learned to move by night. Its units are small. They vanish before sunrise.\n"
        "The TTP claimed responsibility for three bombings in Karak, Bannu and Kohat respectively."
    )
    assert [e.location and e.location.name for e in found] == ["Karak", "Bannu", "Kohat"]
    assert {e.date.start for e in found} == {None}


@pytest.mark.parametrize(
    ("text", "tolls"),
    [
        ("The senator said that violence had claimed the lives of 21 people per day in November.", []),
        ("Every day five people are killed by gunmen in the town of Huanta.", []),
        ("Gunmen killed 21 people in the town of Huanta on Monday.", [("incident", 21)]),
        ("Gunmen killed five people in Huanta on Monday, where troops patrol each day.", [("incident", 5)]),
        ("In November 403 people were killed by guerrillas.", [("aggregate", 403)]),
        (
            "In November 403 people were killed by guerrillas. A total of 227 people were killed in "
            "the towns.",
            [("aggregate", 403), ("aggregate", 227)],
        ),
    ],
)
def test_rates_and_totals_of_a_month(events: Read, text: str, tolls: list[tuple[str, int]]) -> None:
    found = [(e.scope, e.casualties.killed and e.casualties.killed.best) for e in events(text)]
    assert found == tolls


@pytest.mark.parametrize(
    "text",
    [
        "The minister, who came to Lahore this morning, said that so far this year bomb attacks have cost the"
        " railway 3 million dollars.",
        "On Monday an official told reporters in Karachi that attacks on pipelines have cost the gas company"
        " dearly since 2019.",
    ],
)
def test_attacks_of_a_period_are_no_event_of_the_day_somebody_spoke(events: Read, text: str) -> None:
    assert events(text, published="2021-03-09") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A man was killed in a drone strike on Mukalla on Monday. Since the fighting began, nine people"
            " have died in air raids in Hadramawt, Monday's victim among them.",
            [("incident", 1), ("aggregate", 9)],
        ),
        (
            "A judge was shot dead in Quetta on Monday. Six judges have been killed in attacks in Balochistan"
            " since January.",
            [("incident", 1), ("aggregate", 6)],
        ),
        ("Six people have died since the shooting in Quetta on Monday.", [("incident", 6)]),
    ],
)
def test_the_dead_of_several_events_since_another_are_a_total(
    events: Read, text: str, expected: list[tuple[str, int]]
) -> None:
    assert [(e.scope, e.casualties.killed and e.casualties.killed.best) for e in events(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels set off a dozen explosions near Duki, killing one soldier.", "incident"),
        ("Rebels have carried out 45 bombings in Duki, killing 90 people.", "aggregate"),
    ],
)
def test_blasts_of_one_attack(events: Read, text: str, expected: str) -> None:
    assert [e.scope for e in events(text)] == [expected]


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        (
            "Rebels killed 12 people in a series of attacks over the weekend. In Cali, gunmen shot dead a"
            " mayor on Saturday. In Pasto, rebels stormed a post on Saturday and killed four policemen.",
            ["aggregate", "incident", "incident"],
        ),
        (
            "Rebels killed three people in attacks in Cali on Sunday. In Pasto gunmen killed six policemen on"
            " Sunday, and in Tulua they killed a judge on Sunday.",
            ["incident", "incident", "incident"],
        ),
        (
            "132 attacks have been carried out by rebels in Colombia since 2022. The attacks left 94 people"
            " dead.",
            ["aggregate", "aggregate"],
        ),
    ],
)
def test_a_sum_of_what_is_told_beside_it(events: Read, text: str, scopes: list[str]) -> None:
    assert [record.scope for record in events(text)] == scopes


@pytest.mark.parametrize(
    ("text", "tolls"),
    [
        ("Gunmen killed a peasant in Jos on Monday. The war has cost 26,000 lives.", [("incident", 1)]),
        (
            "Gunmen killed a peasant in Jos on Monday. Their struggle has claimed more than 10,000 lives.",
            [("incident", 1), ("aggregate", 10000)],
        ),
        ("Gunmen raided a farm in Jos on Monday. The attack has claimed 26 lives.", [("incident", 26)]),
        ("A suicide bomber has killed 24 people at a mosque in Kunduz.", [("incident", 24)]),
        ("Gunmen have shot dead 22 miners in Balochistan, police say.", [("incident", 22)]),
        ("Militants have killed 40 villagers in an attack on a village in Mali.", [("incident", 40)]),
        ("Rebels have killed more than 3,000 people in Beni territory.", [("aggregate", 3000)]),
        ("Nearly 200 people were killed in an attack on Goma on Monday.", [("incident", 200)]),
        (
            "Two suicide car bombers killed 55 people in Homs, the deadliest attack since the coup.",
            [("incident", 55)],
        ),
        ("Car bombs have killed 55 people in Homs since the uprising began.", [("aggregate", 55)]),
    ],
)
def test_a_war_claims_lives_and_so_does_an_attack(
    events: Read, text: str, tolls: list[tuple[str, int]]
) -> None:
    found = [(r.scope, r.casualties.killed and r.casualties.killed.best) for r in events(text)]
    assert found[: len(tolls)] == tolls


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("The death toll from Sunday's suicide attack on a church in Gao has risen to 85.", 85),
        ("The death toll from Sunday's attack in Kidal has risen to 14, the governor said.", 14),
        ("The number of people killed in Friday's bombing in Kano has climbed to 31.", 31),
    ],
)
def test_a_toll_that_has_risen_is_still_of_one_attack(events: Read, text: str, killed: int) -> None:
    [record] = events(text)
    assert record.casualties.killed is not None
    assert (record.scope, record.casualties.killed.best) == ("incident", killed)


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("The army claimed to have killed 30 rebels in a clash near Jos.", "incident"),
        ("The rebels claimed to have killed 300 soldiers near Jos since 2010.", "aggregate"),
        ("The army has killed 40 rebels near Jos since May.", "aggregate"),
    ],
)
def test_a_claim_to_have_killed_many_is_no_total(events: Read, text: str, scope: str) -> None:
    assert [record.scope for record in events(text)] == [scope]

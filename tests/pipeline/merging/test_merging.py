"""Which statements tell of one event, and which of several."""

from collections.abc import Callable

import pytest

from extractor.records import EventRecord

AGGREGATE = pytest.mark.xfail(
    strict=True, reason="a statement about many is dropped or taken for an incident"
)
LUMPED = pytest.mark.xfail(strict=True, reason="several events are recorded as one")


Read = Callable[..., list[EventRecord]]
BLAST = "A bomb exploded at a market in Quetta on Monday, killing four people. "


@pytest.mark.parametrize(
    "text",
    [
        BLAST + "The blast also wounded 12 people.",
        BLAST + "The attack was the first in the city this month.",
        BLAST + "The explosion damaged several shops.",
        BLAST + "The bomb was planted on a motorcycle, police said.",
        BLAST + "The bombing took place near the main bazaar.",
        BLAST + "Twelve people were wounded.",
        BLAST + "No group claimed responsibility for the attack.",
        BLAST + "The TTP claimed responsibility for the bombing.",
        BLAST + "The prime minister condemned the attack.",
        BLAST
        + "The device was set off by remote control. Four people died and 12 were hurt in the incident.",
        "Four killed in Quetta market bombing\n\n" + BLAST,
        (
            "Gunmen opened fire on a van in Turbat, killing its driver. The gunmen "
            "fled on motorcycles after the shooting."
        ),
        (
            "Gunmen ambushed a patrol near Gao. In the ensuing gunfight three "
            "soldiers and two gunmen were killed."
        ),
        (
            "Troops launched a search operation in Bandipora on Monday. Two militants "
            "were killed in the gunfight that followed."
        ),
        (
            "A suicide bomber blew himself up in Kabul on Monday. Gunmen then "
            "stormed the building and killed six guards."
        ),
        (
            "Gunmen kidnapped a doctor near Tank on Monday. The abducted doctor was on his "
            "way to work when the gunmen seized him."
        ),
        (
            "Gunmen shot dead a teacher in Kech on Monday. The murder of the teacher "
            "shocked the town. The killers escaped."
        ),
        BLAST + "Hours after the attack, mourners gathered at the market where the bomb had exploded.",
        "Militants attacked a post in Zhob on Monday with rockets and grenades, wounding two policemen.",
        (
            "Police defused a bomb near a school in Swat on Monday. The bomb, weighing "
            "five kilograms, was safely destroyed."
        ),
    ],
)
def test_one_event(events: Read, text: str) -> None:
    assert len([r for r in events(text) if r.scope == "incident" and not r.background]) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (BLAST + "In another incident, gunmen shot dead two policemen in Bannu.", ["Quetta", "Bannu"]),
        (BLAST + "In a separate attack, gunmen shot dead two policemen in Bannu.", ["Quetta", "Bannu"]),
        (BLAST + "Separately, gunmen shot dead two policemen in Bannu.", ["Quetta", "Bannu"]),
        (BLAST + "Elsewhere, a roadside bomb killed two soldiers in Tank.", ["Quetta", "Tank"]),
        (BLAST + "Meanwhile, a grenade attack in Hub wounded six people.", ["Quetta", "Hub"]),
        (BLAST + "A bomb also exploded in Turbat, killing two soldiers.", ["Quetta", "Turbat"]),
        (BLAST + "On Sunday, a bomb killed two soldiers in Quetta.", ["Quetta", "Quetta"]),
        (BLAST + "A day earlier, a bomb killed two soldiers in Quetta.", ["Quetta", "Quetta"]),
        (BLAST + "The following day, gunmen killed two soldiers in Quetta.", ["Quetta", "Quetta"]),
        (BLAST + "Police arrested two suspects in Hub on Tuesday.", ["Quetta", "Hub"]),
        (
            "The PKK killed two soldiers in Hakkari on Monday. The army retaliated with air raids on camps "
            "in Qandil in which 10 fighters died.",
            ["Hakkâri", "Qandil"],
        ),
        (BLAST + "In another attack in the city, gunmen shot dead a policeman.", ["Quetta", "Quetta"]),
        ("Gunmen killed a judge in Quetta and a lawyer in Turbat on Monday.", ["Quetta", "Turbat"]),
        ("Bombs killed two soldiers in Tank and three policemen in Bannu on Monday.", ["Tank", "Bannu"]),
        (
            "Two soldiers were killed in Tank on Sunday. Three policemen were shot dead in Bannu on Monday. "
            "A mine killed a child in Mohmand on Tuesday.",
            ["Tank", "Bannu", "Mohmand"],
        ),
    ],
)
def test_several_events(events: Read, text: str, expected: list[str]) -> None:
    places = [(r.location.name if r.location else "") for r in events(text) if r.scope == "incident"]
    assert [place.removesuffix(" District") for place in places] == expected


@pytest.mark.parametrize(
    ("text", "killed", "start"),
    [
        (BLAST + "In July 2021 a suicide attack in Quetta killed 64 people.", 64, "2021-07-01"),
        (BLAST + "In 2013, a bombing in the city killed more than 80 people.", 80, "2013-01-01"),
        (BLAST + "Last year, gunmen stormed a hotel in Gwadar, killing five people.", 5, "2022-01-01"),
        (BLAST + "On 10 January 2013, a suicide bomber killed 81 people in Quetta.", 81, "2013-01-10"),
        (BLAST + "Two months ago a bomb killed nine people in the same market.", 9, "2023-06"),
    ],
)
def test_an_earlier_event_is_background_with_its_own_date(
    events: Read, text: str, killed: int, start: str
) -> None:
    news, earlier = events(text)
    assert (news.background, earlier.background) == (False, True)
    assert news.casualties.killed.best == 4 and earlier.casualties.killed.best == killed
    assert str(earlier.date.start).startswith(start)


def test_an_earlier_event_without_a_toll_stands_where_who_did_what_is_told(events: Read) -> None:
    _, earlier = events(BLAST + "In March the BLA hijacked a train in the Bolan Pass.")
    assert (earlier.background, earlier.category, earlier.actors[0].id) == (True, "hijacking", "bla")


def test_a_mere_mention_of_an_earlier_event_is_none(events: Read) -> None:
    assert len(events(BLAST + "The mayor recalled the bombing of March.")) == 1


@pytest.mark.parametrize(
    ("text", "count"),
    [
        pytest.param(
            "There have been 117 attacks in the province since 2019, in which 957 people were killed.",
            117,
            marks=AGGREGATE,
        ),
        ("Militants carried out 42 attacks in Balochistan in July, killing 60 people.", 42),
        ("The province saw 25 bombings in the first six months of 2023.", 25),
        ("At least 85 people have been kidnapped in Zamfara in the past six weeks.", None),
        ("More than 3,000 people have been killed in bomb attacks in Iraq since January.", None),
        ("Dozens of attacks by rebels have hit the province this year, killing more than 200 people.", None),
        ("Police said 300 militants had been arrested across the province over the past four years.", None),
        ("Drone strikes killed 120 people in North Waziristan in 2010.", None),
        ("According to a think tank, 506 militant attacks took place in Pakistan last year.", 506),
    ],
)
def test_a_statement_about_many_is_an_aggregate(events: Read, text: str, count: int | None) -> None:
    (record,) = events(text)
    assert record.scope == "aggregate"
    assert (record.count.best if record.count else None) == count


@pytest.mark.parametrize(
    "text",
    [
        BLAST + "More than 200 people have been killed in such bombings in the province since 2019.",
        BLAST + "The province has seen 117 attacks this year.",
        BLAST + "Militants have carried out dozens of attacks in Balochistan in recent years.",
        BLAST + "The TTP has killed thousands of people since 2007.",
    ],
)
def test_an_aggregate_leaves_the_incident_alone(events: Read, text: str) -> None:
    incidents = [r for r in events(text) if r.scope == "incident"]
    assert [r.casualties.killed.best for r in incidents] == [4]


@pytest.mark.parametrize(
    "text",
    [
        "Two bombs exploded in Quetta on Monday, killing four people.",
        "Twin blasts killed four people at a market in Quetta on Monday.",
        "Several attacks by gunmen on a village near Beni on Monday killed four people.",
    ],
)
def test_a_plural_on_one_day_and_place_stays_one_incident(events: Read, text: str) -> None:
    assert [r.scope for r in events(text)] == ["incident"]


@pytest.mark.parametrize(
    "text",
    [
        (
            "The trial of three men accused of the 2015 bombing of a shrine in "
            "Shikarpur opened in Karachi on Monday."
        ),
        "Mourners buried a judge who had been shot dead by gunmen in Quetta on Sunday.",
        "The prime minister condemned Sunday's bomb attack in Quetta, which killed four people.",
        "Families marked the anniversary of the attack on a school in Peshawar on Monday.",
        "Police arrested a man on Monday in connection with the murder of a priest in Jos.",
    ],
)
def test_a_trial_a_funeral_a_condemnation_is_no_new_event(events: Read, text: str) -> None:
    """At most the event that it points at, and the arrest itself."""
    records = [r for r in events(text) if not r.background and r.category != "arrest"]
    assert len(records) <= 1
    assert all(r.date is None or str(r.date.start) != "2023-07-31" for r in records)


LONG = """Nine killed as gunmen storm bus in Turbat

TURBAT: Gunmen stormed a passenger bus near Turbat late on Sunday and shot dead nine labourers, officials \
said on Monday.

The bus was on its way from Quetta to Gwadar when about a dozen armed men stopped it at a barricade, \
checked identity cards and took the labourers off.

"They were lined up and shot," said Akbar Shah, the deputy commissioner. Five other passengers were wounded.

The driver told reporters that the attackers fled into the hills after the shooting. Police and \
paramilitary troops searched the area.

The Balochistan Liberation Army said it carried out the attack.

The chief minister condemned the killing of the labourers and ordered an inquiry.

The bodies of the nine men were flown home on Monday.
"""


def test_a_long_report_is_one_event(events: Read) -> None:
    (record,) = events(LONG)
    assert record.event_type == "shooting"
    assert (record.casualties.killed.best, record.casualties.injured.best) == (9, 5)
    assert [a.id for a in record.actors if a.attribution == "claimed"] == ["bla"]
    assert (record.location.name, str(record.date.start)) == ("Turbat", "2023-07-30")


ROUND_UP = """Four policemen killed in two attacks

Two policemen were killed when gunmen opened fire on their van in Bannu on Tuesday, police said.

In Tank, a roadside bomb hit a police vehicle on Tuesday, killing two policemen and wounding three.

Also on Tuesday, security forces killed six militants in a raid in North Waziristan.

In Quetta, unidentified men on a motorcycle shot dead a trader on Monday night.

Police in Karachi arrested two members of the TTP and seized three rifles.
"""


def test_a_round_up_is_as_many_events_as_it_tells_of(events: Read) -> None:
    told = [
        (r.location.name if r.location else "", r.casualties.killed.best if r.casualties.killed else None)
        for r in events(ROUND_UP)
        if r.scope == "incident" and r.category != "weapons_seizure"
    ]
    assert told == [("Bannu", 2), ("Tank", 2), ("North Waziristan", 6), ("Quetta", 1), ("Karachi", None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # one place and day, but different kinds of event
        (
            "Gunmen kidnapped a doctor in Tank on Monday. Police defused a bomb in Tank on Monday.",
            ["abduction", "bombing"],
        ),
        (
            "A bomb killed two men in Tank on Monday. Police arrested six "
            "suspected militants in Tank on Monday.",
            ["bombing", "arrest"],
        ),
        (
            "Two Maoists surrendered in Sukma on Monday. Three Maoists were killed "
            "in an encounter in Sukma on Monday.",
            ["surrender", "clash"],
        ),
        (
            "Rebels killed a priest in Jos on Monday. Bandits kidnapped three nuns near Jos on Sunday.",
            ["armed_assault", "abduction"],
        ),
        (
            "A bomb exploded in Quetta on Monday. A bomb exploded in Peshawar on Monday.",
            ["bombing", "bombing"],
        ),
        ("A bomb exploded in Quetta on Monday. A bomb exploded in Quetta on Sunday.", ["bombing", "bombing"]),
        (
            "Gunmen shot dead a teacher in Kech on Monday and a student in Gwadar on Sunday.",
            ["armed_assault", "armed_assault"],
        ),
        (
            "A bomb killed two soldiers in Tank, while gunmen shot dead a judge in Quetta.",
            ["bombing", "armed_assault"],
        ),
        (
            "A bomb killed two soldiers in Tank on Monday, and on Tuesday gunmen kidnapped a judge there.",
            ["bombing", "abduction"],
        ),
        (
            "The killing of a judge in Cali came on the same day that a car bomb exploded in Medellin.",
            ["armed_assault", "bombing"],
        ),
        ("The blast came as voters queued at a school in Quetta, wounding three.", ["bombing"]),
        ("Rebels attacked a convoy near Goma, and soldiers were sent from Kinshasa.", ["armed_assault"]),
        (
            "A bomb killed two soldiers in Tank on Monday; in Bannu, gunmen shot dead a judge.",
            ["bombing", "armed_assault"],
        ),
        pytest.param(
            "Hours after the bombing in Quetta that killed four people, gunmen shot dead a judge in Turbat.",
            ["bombing", "armed_assault"],
            marks=LUMPED,
        ),
    ],
)
def test_different_kinds_days_and_places_are_different_events(
    events: Read, text: str, expected: list[str]
) -> None:
    assert sorted(r.category for r in events(text)) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Gunmen shot dead a trader in Bannu on Friday. Two soldiers were wounded in a separate attack.",
            [["business"], ["military"]],
        ),
        (
            "Rebels killed four farmers in Beni on Friday. A priest was also shot dead in another attack.",
            [["civilian"], ["religious_figure"]],
        ),
        (
            "A bomb killed three policemen in Cali on Friday. Officials said a judge was wounded by a gunshot"
            " to the head in an unrelated incident.",
            [["police"], ["judge"]],
        ),
        (
            "A bomb killed three policemen in Quetta on Friday. Two teachers were wounded in the attack.",
            [["police", "teacher"]],
        ),
        (
            "A bomb killed three policemen in Quetta on Friday. Two teachers were hurt in a separate room.",
            [["police", "teacher"]],
        ),
    ],
)
def test_whoever_was_hit_in_another_attack_was_not_hit_in_this_one(
    events: Read, text: str, expected: list[list[str]]
) -> None:
    assert [sorted(t.type or "" for t in r.targets) for r in events(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Troops shot dead Omar Zayed in Sukkur on Monday. He was wanted for the 2015 bombing of a mosque"
            " in Quetta. Eleven people were killed in the attack.",
            [("Sukkur", 1, False), ("Quetta", 11, True)],
        ),
        (
            "A court on Monday sentenced two men for the 2014 school massacre in Peshawar. More than 140"
            " people were killed in the attack. On Sunday gunmen shot dead a lawyer in Quetta.",
            [("Peshawar", 140, True), ("Quetta", 1, False)],
        ),
    ],
)
def test_the_attack_just_recalled_is_the_one_whose_dead_are_told(
    events: Read, text: str, expected: list[tuple[str, int, bool]]
) -> None:
    told = [
        (e.location and e.location.place, e.casualties.killed and e.casualties.killed.best, e.background)
        for e in events(text)
        if e.casualties.killed
    ]
    assert told == expected


def test_a_separate_attack_is_where_its_own_sentence_says(events: Read) -> None:
    text = (
        "Gunmen killed 13 officers in Guerrero on Monday. The attack happened in Coyuca de Benitez. "
        "In a separate attack in neighbouring Michoacan, armed men killed five people."
    )
    places = [record.location for record in events(text)]
    assert [(p.place, p.province) for p in places if p] == [
        ("Coyuca de Benitez", "Guerrero"),
        (None, "Michoacan"),
    ]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        (
            "Nine villagers were executed in Goma on Monday by soldiers. A lawyer denied the army's version"
            " that the villagers were shot in an ambush laid by the M23.",
            [["soldiers"]],
        ),
        (
            "The ten peasants who died on Monday in Goma were executed by soldiers, witnesses said.",
            [["soldiers"]],
        ),
        (
            "Police killed a rebel in Goma on Monday who had murdered five traders in Beni last year.",
            [["Police", "a rebel"], ["a rebel"]],
        ),
    ],
)
def test_another_account_of_the_same_dead(events: Read, text: str, actors: list[list[str]]) -> None:
    assert [[actor.text for actor in record.actors] for record in events(text)] == actors


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Seven farmers shot dead in Plateau State\n\nPeople in Riyom were burying their dead on Monday "
            "after an attack by gunmen the night before.\n\nThe gunmen shot seven farmers dead on Sunday.",
            [("armed_assault", "2023-07-30")],
        ),
        (
            "Police have captured a commander of the ELN in Saravena. He is accused of planning the bombing "
            "that killed five officers in Tame on 3 June.",
            [("arrest", None), ("bombing", "2023-06-03")],
        ),
    ],
)
def test_a_day_that_is_only_guessed(events: Read, text: str, expected: list[tuple[str, str | None]]) -> None:
    """A headline takes the day of its story, an arrest none of what the captive did before."""
    found = [(r.category, str(r.date.start) if r.date and r.date.start else None) for r in events(text)]
    assert found == expected


def test_a_driver_of_somebody_else_is_not_the_mayor_told_before(events: Callable) -> None:
    text = "Gunmen shot dead a mayor in Cali on Monday. In Pasto, rebels burned a bus and killed its driver."
    assert [e.location.place for e in events(text) if e.part_of is None] == ["Cali", "Pasto"]

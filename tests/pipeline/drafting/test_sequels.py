"""What was before the news is an event of its own: "The blast came a day after gunmen killed four", "A
court jailed two men for killing a judge in 2014"."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractor.records import EventRecord

Read = Callable[..., list[EventRecord]]

NEWS = "Gunmen stormed a hotel in Gao on Sunday and killed seven people."


def told(record: EventRecord) -> tuple[bool, int | None, str | None]:
    """Whether it is history, how many were killed, and the last day that it can have been."""
    killed, date = record.casualties.killed, record.date
    return record.background, killed.best if killed else None, str(date.end) if date else None


@pytest.mark.parametrize(
    ("sentence", "killed", "end"),
    [
        ("The attack came a day after militants killed four soldiers in Menaka.", 4, "2023-07-29"),
        ("It came two weeks after a suicide bomber killed 20 people in Menaka.", 20, "2023-07-30"),
        ("It comes days after nine farmers were shot dead in Menaka.", 9, "2023-07-30"),
        ("This comes after six soldiers died in an ambush near Menaka on 3 July.", 6, "2023-07-03"),
        ("The assault follows the killing of three traders in Menaka last week.", 3, "2023-07-30"),
        ("The raid took place hours after a policeman was shot dead in Menaka.", 1, "2023-07-30"),
    ],
)
def test_what_was_before_stands_by_itself(events: Read, sentence: str, killed: int, end: str) -> None:
    assert [told(r) for r in events(f"{NEWS} {sentence}")] == [
        (False, 7, "2023-07-30"),
        (True, killed, end),
    ]


@pytest.mark.parametrize(
    ("sentence", "news", "before"),
    [
        (
            "Two officers were shot in Karachi on Sunday, hours after a bomber killed five people in Quetta.",
            ("Karachi", None),
            ("Quetta", 5),
        ),
        (
            "Days after a car bomb killed nine recruits in Mogadishu, gunmen on Sunday shot dead a judge in "
            "Baidoa.",
            ("Baidoa", 1),
            ("Mogadishu", 9),
        ),
        (
            "A mine killed a soldier in Yala on Sunday, three days after insurgents shot two teachers in "
            "Pattani.",
            ("Yala", 1),
            ("Pattani", None),
        ),
        (
            "Two days after a suicide bomber killed 12 people at a market in Mubi, soldiers on Saturday shot "
            "dead three suspected insurgents in nearby Michika.",
            ("Michika", 3),
            ("Mubi", 12),
        ),
    ],
)
def test_two_events_of_one_sentence(
    events: Read, sentence: str, news: tuple[str, int | None], before: tuple[str, int | None]
) -> None:
    found = [(r.background, r.location and r.location.name, told(r)[1]) for r in events(sentence)]
    assert found == [(False, *news), (True, *before)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The body of a teacher was found in Gaya on Sunday, two days after he was abducted.",
        "A rebel died in hospital in Jammu on Sunday, a week after he was shot by troops.",
    ],
)
def test_what_came_of_it_is_no_event_before_the_news(events: Read, sentence: str) -> None:
    assert not any(r.background for r in events(sentence))


@pytest.mark.parametrize(
    ("told_again", "expected"),
    [
        (
            "Gunmen shot dead five men in Agatu on Sunday in revenge for the killing of a farmer on Friday. "
            "The farmer was hacked to death on his land.",
            [(5, "2023-07-30"), (1, "2023-07-28")],
        ),
        (
            "Two officers were shot in Karachi on Sunday, hours after a bomber killed five people in Quetta. "
            "In Quetta, the bomber blew himself up at a court on Sunday morning, wounding 18.",
            [(None, "2023-07-30"), (5, "2023-07-30")],
        ),
    ],
)
def test_what_was_only_recalled_is_told_at_length(
    events: Read, told_again: str, expected: list[tuple[int | None, str]]
) -> None:
    assert [told(r) for r in events(told_again)] == [(False, killed, end) for killed, end in expected]


@pytest.mark.parametrize(
    ("sentence", "day", "place"),
    [
        (
            "Police in Nairobi held six men over a blast that killed two traders in Mandera on 1 July.",
            1,
            "Mandera",
        ),
        ("Three rebels were captured in Cali for the murder of two judges in Pasto on 9 July.", 9, "Pasto"),
    ],
)
def test_an_arrest_is_not_dated_by_the_deed_that_it_is_for(
    events: Read, sentence: str, day: int, place: str
) -> None:
    arrest, deed = events(sentence)
    assert arrest.date is not None and arrest.date.start is None
    assert deed.background and deed.location is not None and deed.location.name == place
    assert told(deed) == (True, 2, f"2023-07-{day:02}")


@pytest.mark.parametrize(
    "sentence",
    [
        "The clash took place after soldiers surrounded the hotel and killed four of them.",
        "The siege came to an end after police killed the last of the attackers.",
        "The attack was followed by a gunfight in which four attackers were killed.",
        "Police came after the gunmen had killed the guests.",
    ],
)
def test_how_it_came_about_is_no_event_of_its_own(events: Read, sentence: str) -> None:
    assert [r.background for r in events(f"{NEWS} {sentence}")] == [False]


@pytest.mark.parametrize(
    ("sentence", "killed", "day", "actor"),
    [
        (
            "A judge sentenced a 29-year-old man on Friday to prison for killing six worshippers at a "
            "mosque in Quebec in January 2017.",
            6,
            "2017-01-31",
            "a 29-year-old man",
        ),
        (
            "Three men were convicted on Monday of the bombing that killed 30 people in Sylhet in 2004.",
            30,
            "2004-12-31",
            None,
        ),
        (
            "A court jailed five men on Monday over the 2016 attack on Bosso, in which 26 soldiers died.",
            26,
            "2016-12-31",
            None,
        ),
        (
            "A court gave nine men life sentences on Monday over a blast that killed 30 in Sylhet in 2004.",
            30,
            "2004-12-31",
            None,
        ),
        (
            "Two men received 20-year terms on Monday for killing a policeman in Belfast in 1998.",
            1,
            "1998-12-31",
            "Two men",
        ),
        (
            "A rebel pleaded guilty on Monday to killing five farmers in Benue on 3 March 2023.",
            5,
            "2023-03-03",
            "A rebel",
        ),
    ],
)
def test_a_sentence_is_for_what_was_done_before(
    events: Read, sentence: str, killed: int, day: str, actor: str | None
) -> None:
    (record,) = events(sentence)
    assert told(record) == (True, killed, day)
    assert [a.text for a in record.actors] == ([actor] if actor else [])


@pytest.mark.parametrize(
    "sentence",
    [
        "A gunman who killed nine people at a church in Charleston was sentenced to death on Tuesday.",
        "The president called for the arrest of ten of the rebels in Havana.",
        "Students called for the surrender of the militants in Swat.",
    ],
)
def test_a_verdict_and_a_demand_are_no_event(events: Read, sentence: str) -> None:
    assert events(sentence) == []


def test_who_accuses_somebody_of_a_deed_did_not_do_it(events: Read) -> None:
    (record,) = events("A rights group accused the army of killing two villagers in Laukkai on Monday.")
    assert [actor.text for actor in record.actors] == ["the army"]


def test_what_a_trial_is_about_was_before(events: Read) -> None:
    records = events("Two men went on trial on Monday over the murder of a journalist in Chihuahua in 2017.")
    assert [told(r) for r in records] == [(True, 1, "2017-12-31")]


@pytest.mark.parametrize(
    ("sentence", "end"),
    [
        (
            "Thousands gathered in Bamako on Monday to mark the anniversary of the mosque shootings that "
            "killed 51 people in 2019.",
            "2019-12-31",
        ),
        (
            "Relatives attended a memorial in Bamako on Monday for the 30 passengers killed by gunmen near "
            "Mopti in June 2016.",
            "2016-06-30",
        ),
    ],
)
def test_what_is_mourned_was_before(events: Read, sentence: str, end: str) -> None:
    assert [told(record)[::2] for record in events(sentence)] == [(True, end)]


def test_what_has_gone_on_since_is_the_news(events: Read) -> None:
    text = "Power has been cut since Saturday, when guerrillas blew up four pylons near Usulutan."
    assert [(r.background, str(r.date.start)) for r in events(text) if r.date] == [(False, "2023-07-29")]


@pytest.mark.parametrize(
    ("sentence", "killed", "end"),
    [
        ("It was the worst since January 30, when a bomber hit a mosque, killing 84.", 84, "2023-01-30"),
        ("The clash was the worst since 19 July, when 50 people died in riots in Menaka.", 50, "2023-07-19"),
        (
            "It was the deadliest attack since a man killed 26 people in Menaka in March 2012.",
            26,
            "2012-03-31",
        ),
        ("It was the first since last March, when rebels killed four guards in Menaka.", 4, "2023-03-31"),
    ],
)
def test_what_it_was_the_worst_since(events: Read, sentence: str, killed: int, end: str) -> None:
    assert [told(r) for r in events(f"{NEWS} {sentence}")][-1:] == [(True, killed, end)]


@pytest.mark.parametrize(
    ("sentence", "killed"),
    [
        ("The rebels, who had killed a trader on Friday, had planted mines there.", [2, 1]),
        ("It is the same gang that had killed a councillor, police said.", [2]),
    ],
)
def test_what_they_had_done_before_is_no_part_of_it(events: Read, sentence: str, killed: list[int]) -> None:
    found = events(f"Two soldiers were killed by a mine near Bama. {sentence}")
    assert [r.casualties.killed.best for r in found if r.casualties.killed] == killed


@pytest.mark.parametrize(
    ("sentence", "news", "killed"),
    [
        ("Settlers burned homes in Huwara on Sunday after the killing of two Israelis.", "arson", 2),
        ("A mob torched shops in Nuh on Monday following the killing of two men.", "arson", 2),
        ("Police fired tear gas at mourners in Thatta on Monday after the murder of a cleric.", "", 1),
        ("Gunmen shot at a bank in Tank on Monday after the assassination of a cleric.", "shooting", 1),
    ],
)
def test_what_was_done_after_a_killing(events: Read, sentence: str, news: str, killed: int) -> None:
    now, before = events(sentence)
    assert news in ("", now.event_type)
    assert (now.background, now.casualties.killed) == (False, None)
    assert before.background
    assert before.casualties.killed is not None
    assert before.casualties.killed.best == killed


@pytest.mark.parametrize(
    "sentence",
    [
        "Troops were deployed in Jos on Monday after the killing of 12 villagers.",
        "Thousands marched in Quetta on Monday after the killing of three labourers.",
        "Dozens of people were killed near Bokkos after gunmen attacked villages on Sunday.",
    ],
)
def test_what_is_told_alone_is_the_news(events: Read, sentence: str) -> None:
    (record,) = events(sentence)
    assert not record.background


def test_a_killing_of_the_heading_is_the_one_told_with_its_place(events: Read) -> None:
    text = (
        "Settlers rampage through village after killing of four Israelis\nSettlers stormed the village of"
        " Turmus Ayya on Tuesday, burning 30 houses.\n\nThe rampage came a day after gunmen killed four"
        " Israelis near the settlement of Eli.\n"
    )
    killings = [r for r in events(text) if r.casualties.killed is not None]
    assert [(r.location and r.location.place, r.background) for r in killings] == [("Eli", True)]


@pytest.mark.parametrize("news", ["discovery", "visit", "announcement"])
def test_what_a_matter_came_a_day_after(events: Read, news: str) -> None:
    text = (
        f"Eleven bodies were found near Celaya on Monday. The {news} came a day after gunmen burst into a"
        " bar in Acapulco, killing three customers and wounding six."
    )
    (bar,) = [r for r in events(text) if r.location is not None and r.location.place == "Acapulco"]
    assert bar.background
    assert bar.casualties.killed is not None
    assert bar.casualties.killed.best == 3

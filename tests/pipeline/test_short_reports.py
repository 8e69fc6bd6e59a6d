"""Short reports, of one sentence: what struck where, whose it was, and whom it befell."""

from collections.abc import Callable

import pytest

# Type, country, number killed, names of the actors.
STRIKES = [
    ("Two strikes hit an apartment block in Kharkiv on Monday; four people died.", "strike", "UA", 4, []),
    ("Overnight strikes on Odesa left two dead and 15 hurt.", "strike", "UA", 2, []),
    ("Strikes on a market in Bambari killed nine.", "strike", "CF", 9, []),
    ("A strike hit a house in Nabatieh, wounding three.", "strike", "LB", None, []),
    (
        "Three herders were killed in a Kenyan strike in Gedo, Somalia.",
        "strike",
        "SO",
        3,
        ["Military Forces of Kenya"],
    ),
    (
        "Hezbollah said two of its fighters were killed in an Israeli strike on Aita al-Shaab.",
        "strike",
        "LB",
        2,
        ["Military Forces of Israel"],
    ),
    (
        "An Israeli raid on Jenin killed three Palestinians on Thursday.",
        "killing",
        "PS",
        3,
        ["Military Forces of Israel"],
    ),
    ("A Turkish drone strike on Kobani killed two.", "drone_strike", "SY", 2, ["Military Forces of Turkey"]),
    ("A strike on a tent camp west of Khan Younis killed nine people.", "strike", "PS", 9, []),
    ("A military airstrike on a monastery in Sagaing killed eight.", "air_strike", "MM", 8, [None]),
    ("An air strike on an army base in Loikaw killed eight.", "air_strike", "MM", 8, []),
    ("Youths killed two villagers in Jonglei's Bor county.", "killing", "SS", 2, [None]),
    ("Herders killed two farmers in Logone Oriental.", "killing", "TD", 2, [None]),
]
NO_EVENTS = [
    "A strike on the Paris metro left commuters stranded.",
    "A strike by nurses hit hospitals in Nairobi.",
    "Workers called a strike against the government in Tunis.",
    "A hunger strike left two prisoners dead in Evin.",
    "A farmer killed two neighbours near Lyon over a debt.",
    "Police killed a rumour about the attack in Lagos.",
]
# Somebody, whatever he is called: the numbers of killed and of injured.
ONE = [
    ("A rival was shot dead in Culiacan.", 1, None),
    ("Gunmen shot dead a chief in Bamenda on Sunday.", 1, None),
    ("A parcel bomb exploded at a law office in Athens, injuring a clerk.", None, 1),
    ("Assailants on a motorcycle killed a jeweller and a goldsmith in Quetta.", 2, None),
    ("Gunmen killed a cow in Bauchi.", None, None),
    ("Soldiers shot dead a lion in Gao.", None, None),
    ("Militants killed a peace deal in Juba.", None, None),
]
ARRESTS = [
    (
        "Police arrested a man in connection with the attack on a mosque in Sokoto in which five died.",
        5,
    ),
    ("Spanish police detained two men held for an attack on a church in Algeciras that killed a priest.", 1),
    ("Police arrested two men over the murder of four traders in Gaya.", None),
    ("Police arrested two men in Sokoto over the attack on a mosque.", None),
    ("Police arrested a man wanted for killing two guards from a farm near Sokoto.", None),
]


# What was hit by what was driven into it.
RAMMED = [
    ("A man drove a van into a crowd of worshippers in London, injuring nine.", ["a crowd"]),
    ("An attacker rammed a vehicle into pedestrians in Haifa, injuring five.", ["pedestrians"]),
    ("A Palestinian rammed his car into soldiers near Hebron, wounding two.", ["soldiers"]),
]
# Type, number killed, names or words of the actors: the captives are not taken again.
FREED = [
    (
        "Troops freed 17 hostages in an operation in Zamfara in which five bandits were killed.",
        "killing",
        5,
        ["Troops", "bandits"],
    ),
    (
        "Soldiers rescued 20 kidnapped passengers in Kaduna after killing four bandits.",
        "killing",
        4,
        ["Soldiers", "bandits"],
    ),
    (
        "Commandos recovered an abducted nurse in Cauca and shot dead two kidnappers.",
        "shooting",
        2,
        ["Commandos", "kidnappers"],
    ),
    (
        "In a joint operation with the police, troops killed two rebels in a clash near Palma.",
        "armed_clash",
        2,
        ["troops", "the police", "rebels"],
    ),
]
AMONG = [
    ("Among those killed in the attack on a bus in Quetta were a teacher, two students and a driver.", 4),
    ("Among those killed in Monday's raid in Gao were a nurse and two guards.", 3),
]


@pytest.mark.parametrize(("text", "targets"), RAMMED)
def test_rammed(events: Callable, text: str, targets: list[str]) -> None:
    (event,) = events(text)
    assert [target.text for target in event.targets] == targets


@pytest.mark.parametrize(("text", "kind", "killed", "actors"), FREED)
def test_freed(events: Callable, text: str, kind: str, killed: int, actors: list[str]) -> None:
    (event,) = events(text)
    assert (event.event_type, event.casualties.killed.best) == (kind, killed)
    assert [actor.text for actor in event.actors] == actors


@pytest.mark.parametrize(("text", "killed"), AMONG)
def test_among(events: Callable, text: str, killed: int) -> None:
    assert events(text)[0].casualties.killed.best == killed


@pytest.mark.parametrize(("text", "kind", "country", "killed", "actors"), STRIKES)
def test_strikes(
    events: Callable, text: str, kind: str, country: str, killed: int | None, actors: list
) -> None:
    (event,) = events(text)
    toll = event.casualties.killed
    assert (event.event_type, event.location.country_code) == (kind, country)
    assert (toll and toll.best) == killed
    assert [actor.name for actor in event.actors] == actors


@pytest.mark.parametrize("text", NO_EVENTS)
def test_no_strikes(events: Callable, text: str) -> None:
    assert events(text) == []


@pytest.mark.parametrize(("text", "killed", "injured"), ONE)
def test_somebody(events: Callable, text: str, killed: int | None, injured: int | None) -> None:
    tolls = events(text)[0].casualties
    assert (tolls.killed and tolls.killed.best, tolls.injured and tolls.injured.best) == (killed, injured)


@pytest.mark.parametrize(("text", "killed"), ARRESTS)
def test_what_they_are_held_for(events: Callable, text: str, killed: int | None) -> None:
    arrest, *before = events(text)
    assert arrest.event_type == "arrest"
    assert [e.casualties.killed.best for e in before if e.background] == ([] if killed is None else [killed])
    assert all(e.background for e in before)

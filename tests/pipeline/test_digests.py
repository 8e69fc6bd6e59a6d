"""Digests and coders' notes: what it was, how many fell on which side, who did it; all in a line or two."""

from collections.abc import Callable

import pytest

# Text, type, killed, and the killed of civilians, security forces and militants.
FALLEN = [
    # a side that lost some of its own
    ("The rebels killed nine policemen in Lima and lost 20 of their own.", "killing", 29, (None, 9, 20)),
    ("The army killed nine rebels in Lima and lost three of its men.", "killing", 12, (None, 3, 9)),
    ("Bandits raided Anka, losing three of their number to vigilantes.", "raid", 3, (None, None, 3)),
    ("FARC said it had lost six men in the bombing near Meta.", "bombing", 6, (None, None, 6)),
    ("The battalion suffered 15 dead in an ambush near Jaffna.", "ambush", 15, (None, 15, None)),
    ("The guerrillas suffered three dead in a clash in Cali.", "armed_clash", 3, (None, None, 3)),
    # who was among them, without a verb of its own
    (
        "Four rebels were killed and five soldiers, among them a captain, martyred in a clash in Bannu.",
        "armed_clash",
        9,
        (None, 5, 4),
    ),
    (
        "Eight soldiers, including two officers, and twelve rebels were killed in fighting near Lashio.",
        "armed_clash",
        20,
        (None, 8, 12),
    ),
    (
        "Nine people, among them a colonel and three of his men, were killed in an ambush near Kidal.",
        "ambush",
        9,
        (5, 4, None),
    ),
    (
        "Fourteen people, among them a policeman and a soldier, died in a blast in Mosul.",
        "bombing",
        14,
        (12, 2, None),
    ),
    (
        "Three soldiers, including an officer, and a policeman were killed in Anantnag.",
        "killing",
        4,
        (None, 4, None),
    ),
    ("Rebels attacked a post in Ruyaga. 1 soldier and 3 rebels dead.", "killing", 4, (None, 1, 3)),
    (
        "Boko Haram militants killed a soldier, a CJTF member and five civilians at Gajibo.",
        "killing",
        7,
        (5, 1, 1),
    ),
    ("Capt. Jose Perez was shot dead in Lima.", "shooting", 1, (None, 1, None)),
    # whom the parse joins to what one is of
    (
        "The mother of the dead man and two mourners were killed by gunmen in Parachinar.",
        "killing",
        3,
        (3, None, None),
    ),
    # the verb that the parse takes for a participle
    ("Rebels stabbed to death a teacher, Juan Perez, in Lima.", "stabbing", 1, (1, None, None)),
    # fights of armed sides
    ("Rival gangs fought in Lyari; four were killed.", "armed_clash", 4, (4, None, None)),
    (
        "Taliban and ISKP fought over a valley in Nazyan; 20 fighters died.",
        "armed_clash",
        20,
        (None, None, 20),
    ),
]
WHAT = [
    ("The KNLA fought the Burmese army near Kawkareik.", "armed_clash"),
    ("JNIM fought ISGS near Gao.", "armed_clash"),
    ("Three escapees of a jail break were recaptured by police in Jagdalpur.", "arrest"),
    ("The army recaptured a number of towns near Bama from Boko Haram.", "territory_gain_state"),
    ("The army recaptured the town of Bama from Boko Haram.", "territory_gain_state"),
    ("Two judges in Bogota received death threats from drug traffickers.", "threat"),
    ("At least 80 schoolgirls were poisoned in two schools in Sangcharak, Afghanistan.", "chemical_attack"),
    ("An incendiary device was thrown at the headquarters of the Democratic Party in Belfast.", "arson"),
]
NOTHING = [
    "Soldiers fought the fire at the market in Kano.",
    "Troops were sent to fight Boko Haram in Borno.",
    "Manchester United fought Chelsea for the title.",
    "The union lost 200 members after the attack on its offices in Lima.",
    "Forty pupils were poisoned after eating a meal at a school in Patna.",
    "Nine people were poisoned by carbon monoxide in Kyiv.",
]
DOERS = [
    ("A soldier was killed by sniper fire from Hezbollah near Metula.", "hezbollah"),
    ("Two officers were wounded by gunfire from suspected ELN members in Saravena.", "eln_colombia"),
    ("A boy was killed by shelling from the Syrian army in Idlib.", "sy_military"),
]
OTHERS = [
    (
        "Nine people were killed, including two bombers, and 15 others wounded in a blast in Kano.",
        "injured",
        15,
    ),
    ("Nerve gas killed 12 people and sickened 300 in Tokyo.", "injured", 300),
    (
        "Police colonel Jaime Ramirez, his wife and a son were injured in a shooting near Cali.",
        "injured",
        3,
    ),
    ("ELN rebels kidnapped the priest of Tame, Arauca, and two teachers.", "abducted", 3),
    ("Police recaptured 23 of the inmates who fled the prison in Maiduguri.", "arrested", 23),
]


@pytest.fixture
def only(events: Callable) -> Callable:
    """Reads a text that tells of one event."""

    def event(text: str):
        (found,) = events(text)
        return found

    return event


@pytest.mark.parametrize(("text", "kind", "killed", "sides"), FALLEN)
def test_sides_of_the_fallen(
    only: Callable, text: str, kind: str, killed: int, sides: tuple[int | None, ...]
) -> None:
    event = only(text)
    told = {part.group: part.killed.best for part in event.casualties.by_group if part.killed is not None}
    assert (event.event_type, event.casualties.killed.best) == (kind, killed)
    assert tuple(told.get(side) for side in ("civilian", "security", "militant")) == sides


@pytest.mark.parametrize(("text", "kind"), WHAT)
def test_kinds(only: Callable, text: str, kind: str) -> None:
    assert only(text).event_type == kind


@pytest.mark.parametrize("text", NOTHING)
def test_no_event(events: Callable, text: str) -> None:
    assert events(text) == []


@pytest.mark.parametrize(("text", "doer"), DOERS)
def test_whose_fire_it_was(only: Callable, text: str, doer: str) -> None:
    assert [actor.id for actor in only(text).actors] == [doer]


@pytest.mark.parametrize(("text", "effect", "number"), OTHERS)
def test_numbers(only: Callable, text: str, effect: str, number: int) -> None:
    assert getattr(only(text).casualties, effect).best == number


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Gunmen fired on the headquarters of the Liberal Party in Cali.", "political_party"),
        ("Assailants attacked a military arms depot in Ramadi.", "military"),
        ("Arsonists set fire to an asylum seekers' hostel in Dresden.", "refugee"),
    ],
)
def test_what_was_hit(only: Callable, text: str, kind: str) -> None:
    assert only(text).targets[0].type == kind


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Ukrainian air defences shot down 52 drones over Odesa; debris injured two.", ["participant"]),
        (
            "Troops intercepted a missile near Jazan. The Houthis claimed responsibility for it.",
            ["perpetrator", "participant"],
        ),
    ],
)
def test_who_stops_missiles_did_not_send_them(only: Callable, text: str, roles: list[str]) -> None:
    assert [actor.role for actor in only(text).actors] == roles

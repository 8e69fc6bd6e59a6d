"""Did it happen: plans, threats, attempts, denials, hypotheses, and words of violence that mean none."""

from collections.abc import Callable

import pytest

NO_EVENT = pytest.mark.xfail(
    strict=True, reason="what is no political violence, or did not happen, is recorded"
)
OCCURRED = pytest.mark.xfail(strict=True, reason="a cue for another clause governs the event")
STATUS = pytest.mark.xfail(strict=True, reason="the status is misread")
UNCONFIRMED = pytest.mark.xfail(strict=True, reason="hearsay is recorded as fact")


Statuses = Callable[[str], str]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen killed four policemen in Bannu.", "occurred"),
        ("A suicide bomber blew himself up in Kabul, killing six.", "occurred"),
        pytest.param(
            "Gunmen attacked a check post in Bannu, but police repulsed the attack.",
            "attempted",
            marks=STATUS,
        ),
        ("Gunmen tried to kidnap a judge in Quetta but failed.", "attempted"),
        ("Guards were posted after threats by the ELN to kill the mayor of Tame.", "threatened"),
        ("The embassy closed after a threat of the rebels to blow up the building.", "threatened"),
        ("Despite threats by the ELN, gunmen killed the mayor of Tame.", "occurred"),
        ("Gunmen attempted to assassinate a minister in Kabul.", "attempted"),
        ("A minister survived an assassination attempt in Kabul.", "attempted"),
        ("The bomb planted at a shrine in Lahore failed to explode.", "attempted"),
        ("A rocket fired at the airport in Kandahar did not explode.", "attempted"),
        ("Police defused a bomb planted near a school in Swat.", "attempted"),
        ("Police foiled a suicide attack on a church in Lahore.", "foiled"),
        ("A suicide attack on a church in Lahore was foiled by police.", "foiled"),
        pytest.param("Police thwarted a plan to bomb a train in Sukkur.", "foiled", marks=STATUS),
        ("Security forces averted a car bomb attack on the embassy in Kabul.", "foiled"),
        ("Militants were planning to bomb a train in Sukkur, police said.", "planned"),
        ("Militants are plotting to attack the parliament in Dhaka, intelligence officials said.", "planned"),
        ("The group plans to kidnap foreigners in Yola, a police report said.", "planned"),
        ("Police uncovered a plot by exiles to assassinate the president in Lome.", "planned"),
        ("Police discovered a plan by smugglers to blow up the courthouse in Bogota.", "planned"),
        ("The TTP threatened to attack schools in Swat.", "threatened"),
        ("The TTP vowed to bomb polling stations in Bannu.", "threatened"),
        pytest.param(
            "The Taliban warned that they would attack polling stations in Ghazni.",
            "threatened",
            marks=STATUS,
        ),
        pytest.param(
            "A car bomb was found near the airport in Kabul and made safe before it could go off.",
            "attempted",
            marks=STATUS,
        ),
        ("A would-be suicide bomber was shot dead before he could detonate his vest in Kabul.", "attempted"),
        ("Troops foiled an infiltration bid near Keran, killing two militants.", "foiled"),
        ("The kidnappers threatened to kill the two engineers in Owerri.", "threatened"),
        ("The army denied shelling the village of Tori.", "denied"),
        ("The army denied that its jets had bombed the market in Taiz.", "denied"),
        ("The rebels rejected allegations that they had killed two priests in Jos.", "denied"),
        pytest.param(
            "Two villagers were reportedly killed by rebels near Beni.", "unconfirmed", marks=UNCONFIRMED
        ),
        ("There were unconfirmed reports that rebels had killed two villagers near Beni.", "unconfirmed"),
    ],
)
def test_status(statuses: Statuses, text: str, expected: str) -> None:
    assert expected in statuses(text).split(", ")
    assert expected == "occurred" or "occurred" not in statuses(text)


@pytest.mark.parametrize(
    "text",
    [
        # nothing happened
        "The general admits the possibility of sabotage or of a terrorist attack near Cali.",
        "He spoke of the possibility of bombings or kidnappings in Lima during the fair.",
        "No attack took place in Bannu on Monday.",
        "There was no bombing in Kabul on Monday, police said.",
        "Soldiers searched the palace in Kabul, but found no explosives.",
        "Police raided no house and seized no weapons in Bannu.",
        "Gunmen never attacked the post in Bannu.",
        pytest.param("The militants did not kill the hostages in Bannu.", marks=NO_EVENT),
        "The governor nearly died in Bannu in March, his doctor said.",
        # of an illness
        "The former rebel leader has died in Bannu after a long illness, his family said.",
        "The militant died of natural causes in a prison in Bannu.",
        # it might
        "Militants could attack polling stations in Bannu, officials said.",
        "Officials fear that militants may attack polling stations in Bannu.",
        "If militants attack the post in Bannu, reinforcements will be sent.",
        "Troops were posted to prevent bomb attacks in Bannu.",
        "The embassy warned of possible terrorist attacks in Kabul.",
        "We cannot let the guerrillas kill the people of Bannu, the deputy said.",
        "The militants are ready to act in major terrorist operations in Bannu.",
        pytest.param("Police are on alert for suicide bombings in Lahore.", marks=NO_EVENT),
        # exercise, film, book
        "The gunmen who stormed the school in Swat were actors in a mock drill.",
        "In the simulated raid in Swat, special forces killed five attackers and freed the hostages.",
        "The thriller opens in Swat, and a spy hunts the men who kidnapped a judge and shot a guard dead.",
        pytest.param("A bomb explodes in the second act of the film shot in Lahore.", marks=NO_EVENT),
        "Police are holding a drill in which gunmen storm a school in Swat.",
        "Soldiers took part in an exercise on Monday in which attackers stormed a hotel in Nairobi.",
        "The army staged a mock attack on the airport of Accra on Monday.",
        "A drill simulating a grenade attack on a church was held in Kigali on Monday.",
        "Guards at the embassy in Ankara rehearsed on Monday for a car bomb attack.",
        "An anti-terror exercise will see gunmen open fire in a mall in Perth on Monday.",
        "In the novel a sniper kills a president in Kabul.",
        pytest.param("Soldiers fired artillery shells during an exercise near Jhelum.", marks=NO_EVENT),
        # sport, business, speech
        pytest.param("The striker fired a shot wide and Lahore were beaten 2-0.", marks=NO_EVENT),
        "The captain launched an attack on the bowlers and hit 80 runs in Dhaka.",
        "The minister came under fire in parliament over the budget.",
        "The opposition attacked the government over prices in Quetta.",
        "Protesters shouted slogans in Dhaka and dispersed peacefully.",
        "Shares were hammered in Karachi and a price war exploded.",
        "The firm executed its plan and killed off two brands in Lahore.",
        "The actor died of a heart attack in Mumbai at the age of 71.",
        "A bombshell report exploded on the political scene in Dhaka.",
        "The team was shot down in flames by its critics in Delhi.",
        # other deaths
        "Nine people were killed when a bus plunged into a ravine near Chitral.",
        "Floods killed 20 people in Sylhet on Monday.",
        "Six workers died when a boiler exploded at a factory in Gazipur.",
        "A gas cylinder explosion killed three members of a family in Hyderabad.",
        "An earthquake killed 40 people in Herat on Monday.",
        "An earthquake levelled villages near Herat, killing 40 people.",
        "Cyclone Idai killed 600 people in Beira.",
        "A fire at a garment factory in Dhaka killed 40 workers.",
        "An explosion at a chemical plant in Tianjin killed 44 people.",
        "Three swimmers drowned off Karachi on Monday.",
        "Three army officers have died in a helicopter accident near Bannu.",
        "The colonel and two soldiers died when their helicopter crashed near Bannu.",
        "A leopard attack killed a boy in Bijnor on Monday.",
        "An elephant attacked a village in Assam on Monday, killing two people.",
        "A wolf attack left three shepherds dead near Tomsk.",
        "Cholera has killed 34 people in Goma since Monday.",
        "The asthma attack left a girl dead in Leeds.",
    ],
)
def test_no_event(statuses: Statuses, text: str) -> None:
    assert statuses(text) == "none"


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen attacked a post in Bannu, which officials had feared could be hit.",
        "A bomb exploded under a fuel tanker in Bannu and killed the driver.",
        "Artillery fire at a market in Bannu killed two traders.",
        "A bomb exploded in Bannu hours after police said no attack was expected.",
        "Police could not stop the suicide bomber, who killed four people in Bannu.",
        pytest.param(
            "Militants who had threatened to kill the judge shot him dead in Bannu.", marks=OCCURRED
        ),
        "Gunmen killed a judge in Bannu who had denied taking bribes.",
        "A bomber killed two soldiers when his car crashed into the gate of a base in Bannu.",
        "Gunmen killed four policemen in Bannu, and officials fear more attacks.",
        "A bomb killed four people in Bannu; the group plans more attacks, police said.",
        "Gunmen shot dead a film director in Lahore on Monday.",
        "A bomb exploded at a football match in Yobe, killing 12 fans.",
        "Militants killed two soldiers during a military exercise near Jhelum.",
        "Gunmen attacked a police school in Lahore on Monday during a drill, killing seven recruits.",
        "Tamil Tigers killed nine soldiers near Jaffna on Monday.",
        "Rebels shot dead two nurses in Beni, where Ebola has killed 34 people.",
        "Police raided a house in Kulgam and after a fire fight killed a commander.",
        "A gas cylinder exploded in a bus in Lahore, a day after gunmen shot dead a driver there.",
    ],
)
def test_occurred_despite_such_words_near(statuses: Statuses, text: str) -> None:
    assert "occurred" in statuses(text).split(", ")

"""Whole short reports: each event once, with its own day, place and toll."""

from collections.abc import Callable

import pytest

from extractor.records import EventRecord

Read = Callable[..., list[EventRecord]]


def short(record: EventRecord) -> str:
    """Scope (where not an incident), category, place, first day and the dead by group."""
    where, day = record.location, record.date and (record.date.start or record.date.end)
    dead = record.casualties.killed if record.casualties else None
    groups = record.casualties.by_group if record.casualties else ()
    sides = "+".join(f"{g.group[:3]}{g.killed.best}" for g in groups if g.killed is not None)
    named = (where.place or where.district or where.province or where.country) if where else None
    number = f"{dead.best if dead.best is not None else dead.vague} {sides}".strip() if dead else "-"
    scope = "" if record.scope == "incident" else "total "
    return f"{scope}{record.category} {named} {day.strftime('%m-%d') if day else '-'} {number}"


REPORTS = [
    # Who only speaks at the end of a sentence is none of the dead.
    (
        "Gunmen stormed a farm in Borno state on Monday, killing at least 11 people, residents and a local"
        " official said on Wednesday.",
        ["armed_assault Borno 07-31 11 civ11"],
    ),
    (
        "A blast killed five people in Aden on Tuesday, two doctors and a resident told AFP.",
        ["bombing Aden 08-01 5 civ5"],
    ),
    (
        "Gunmen killed a trader, a nurse and an official in Zamfara on Monday.",
        ["armed_assault Zamfara 07-31 3 civ3"],
    ),
    # The wounded who died later belong to the attack, whenever they died, and are of those told of.
    (
        "A suicide bomber killed 20 soldiers in Quetta on Sunday. On Tuesday officials said that two more"
        " people had succumbed to their injuries, raising the toll to 22.",
        ["bombing Quetta 07-30 22 sec22"],
    ),
    (
        "Gunmen stormed a mosque in Gajiram, Nigeria, on Monday, killing 11 people and wounding seven. Three"
        " of the wounded died on Tuesday, bringing the death toll to 14.",
        ["armed_assault Gajiram 07-31 14 civ14"],
    ),
    (
        "A bomb killed five people in Baidoa on Sunday. On Tuesday gunmen killed three elders in Bardera.",
        ["bombing Baidoa 07-30 5 civ5", "armed_assault Bardera 08-01 3 civ3"],
    ),
    (
        "Gunmen fired at patrolman Luis Ocampo in Cali on Monday. He died on the way to hospital.",
        ["armed_assault Cali 07-31 1 sec1"],
    ),
    (
        "A bomb hit a shop in Lahore on Sunday, killing 12 people. Early reports had put the number of dead"
        " at two.",
        ["bombing Lahore 07-30 12 civ12"],
    ),
    # "Later on Sunday", "hours earlier": another scene of the day; but not the end of those who attacked.
    (
        "Bombs hit a shop in Lahore on Sunday, killing 12 people. Later on Sunday, a missile hit a house in"
        " the city, killing three people.",
        ["bombing Lahore 07-30 12 civ12", "shelling Lahore 07-30 3 civ3"],
    ),
    (
        "A suicide bomber killed six people in Mogadishu on Monday, a doctor said on Tuesday. Hours earlier,"
        " mortar rounds landed near the palace, killing one person.",
        ["bombing Mogadishu 07-31 6 civ6", "shelling Mogadishu 07-31 1 civ1"],
    ),
    (
        "Gunmen stormed a hotel in Kabul on Monday. Two hours later, commandos killed three gunmen.",
        ["armed_assault Kabul 07-31 3 mil3"],
    ),
    # What happened as something else did in another province.
    (
        "Gunmen killed six villagers in Katsina state on Sunday as troops battled bandits in Zamfara.",
        ["armed_assault Katsina 07-30 6 civ6", "clash Zamfara 07-30 -"],
    ),
    (
        "Militiamen killed nine men in Ituri province on Monday, as clashes flared in North Kivu.",
        ["armed_assault Ituri 07-31 9 civ9", "clash North Kivu 07-31 -"],
    ),
    # A heading tells of several, and each of them is told after it.
    (
        "Four soldiers were killed in two attacks in Mali on Monday. A mine killed three soldiers near"
        " Menaka. Another soldier was shot dead in Gossi.",
        [
            "total armed_assault Mali 07-31 4 sec4",
            "bombing Menaka 07-31 3 sec3",
            "armed_assault Gossi 07-31 1 sec1",
        ],
    ),
    # So many that nobody counted them are a total.
    (
        "The war has claimed tens of thousands of lives in Sudan.",
        ["total armed_assault Sudan 08-02 tens civNone"],
    ),
    (
        "Hundreds of people were killed when gunmen stormed the town of Baga in Nigeria on Saturday.",
        ["armed_assault Baga 07-29 hundreds civNone"],
    ),
    # How it began is told of the event, and is its day.
    (
        "Troops stormed a hotel in Bamako on Tuesday, ending a siege in which at least 17 people were"
        " killed.\n\nThe assault began on Monday night when four gunmen shot two guards.",
        ["armed_assault Bamako 07-31 17 civ17"],
    ),
    (
        "Gunmen attacked a bank in Jos on Tuesday, killing one man. The trial of two men began on Monday.",
        ["armed_assault Jos 08-01 1 civ1"],
    ),
    # Several strikes in towns that are told one by one.
    (
        "Israeli airstrikes killed 15 people in three towns in Lebanon on Saturday. Nine people died in"
        " a strike on the village of Maaysra. In Barja, an airstrike killed four people.",
        [
            "total air_strike Lebanon 07-29 15 civ15",
            "air_strike Maaysra 07-29 9 civ9",
            "air_strike Barja 07-29 4 civ4",
        ],
    ),
    # The toll of what happened on one weekend is that of the news, and no total of months.
    (
        "The death toll from weekend attacks on villages in Plateau state, Nigeria, has risen to at least"
        " 140, officials said on Tuesday.",
        ["armed_assault Plateau 07-29 140 unk140"],
    ),
    # What an event was a reply to has its own day and place.
    (
        "Three guards were killed by rebels in Dhenkanal district, Odisha, on Monday. Leaflets said that the"
        " killings were in retaliation for the deaths of 13 villagers in police firing in Jajpur in 2006.",
        ["armed_assault Dhenkanal 07-31 3 civ3", "armed_assault Jajpur 01-01 13 civ13"],
    ),
    # What somebody is tried for was when it was.
    (
        "A court sentenced seven men to death on Monday for plotting the 2016 attack on a Dhaka cafe in which"
        " 22 people, most of them foreigners, were killed.",
        ["armed_assault Dhaka 01-01 22 civ22"],
    ),
    (
        "A judge on Monday convicted three men of planning the 2004 train bombings in Madrid that killed 191"
        " people.",
        ["bombing Madrid 01-01 191 civ191"],
    ),
    (
        "Police killed 11 people in Nairobi on Sunday. About 1,200 people died in ethnic violence after"
        " an election in 2007.",
        ["armed_assault Nairobi 07-30 11 civ11", "mob_violence Nairobi 01-01 1200 civ1200"],
    ),
    (
        "Gunmen shot a guard in Niamey on Monday. Niger has been fighting insurgents linked to al Qaeda.",
        ["armed_assault Niamey 07-31 -"],
    ),
    # The day on which the dead are mourned, or searched for, is not the day they died.
    (
        "Rescuers on Tuesday were still pulling bodies from buildings destroyed by car bombs that killed 100"
        " people in Mogadishu.\n\nThe first explosion hit the ministry on Sunday afternoon.",
        ["bombing Mogadishu 07-30 100 civ100"],
    ),
    (
        "Mourners on Tuesday held a minute of silence for the nine people killed when gunmen stormed a bar in"
        " Cali on Sunday.",
        ["armed_assault Cali 07-30 9 civ9"],
    ),
    # What a new paragraph tells of the dead is of the news, and not of an older attack told before it.
    (
        "A truck bomb killed 20 people in Mogadishu on Monday.\n\nIn October 2017 a truck bomb killed 500"
        " people in the city.\n\nTwo journalists were also killed.",
        ["bombing Mogadishu 07-31 22 civ22", "bombing Mogadishu 10-01 500 civ500"],
    ),
    # Who is counted after "and", and who was taken before.
    (
        "A bomb killed a commissioner and three of his guards near Jowhar on Monday.",
        ["bombing Jowhar 07-31 4 civ4"],
    ),
    (
        "A cartel overran Culiacan on Monday to force the release of a captured son of its leader; 13 people"
        " died.",
        ["territory_change Culiacan 07-31 -", "armed_assault Culiacan 07-31 13 civ13"],
    ),
    # An event of another day is where its own sentence puts it.
    (
        "On Sunday 16 people were killed in an airstrike on Pazigyi village in Sagaing, Myanmar. In October"
        " 2022, jets bombed a concert in Kachin state, killing 60 people.",
        ["air_strike Pazigyi 07-30 16 civ16", "air_strike Kachin 10-01 60 civ60"],
    ),
    # The toll that late deaths bring an attack to, on the day of the attack.
    (
        "Three more of the wounded died on Tuesday, taking the number of lives lost in the suicide bombing of"
        " a party convention in Khar, Bajaur, on Sunday to 64, officials said.",
        ["bombing Khar 07-30 64 civ64"],
    ),
    (
        "Two soldiers wounded in an ambush near Djibo, Burkina Faso, last week died on Monday, raising the"
        " toll to 14.",
        ["armed_assault Djibo 07-24 14 sec14"],
    ),
    # "When" tells of one event, however large, in however long a time.
    (
        "Quetta was the scene of one of Pakistan's worst attacks, in December 2014, when Taliban men killed"
        " 140 people at a school in the city.",
        ["armed_assault Quetta 12-01 140 civ140"],
    ),
    # What was burned beside the killing does not tell what happened.
    (
        "Militants killed 18 people in Beni on Monday, burning a church and several homes.",
        ["armed_assault Beni 07-31 18 civ18", "arson Beni 07-31 -"],
    ),
    # A new paragraph on the news, after what somebody did before.
    (
        "Air strikes killed 67 people in Rafah on Monday.\n\nTwo men were abducted from Nir Oz by Hamas on"
        " Oct. 7 last year.\n\nAir strikes hit three mosques, officials said.",
        ["air_strike Rafah 07-31 67 civ67", "abduction Nir Oz 10-07 -"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), REPORTS)
def test_each_event_is_told_once(events: Read, text: str, expected: list[str]) -> None:
    assert [short(record) for record in events(text)] == expected

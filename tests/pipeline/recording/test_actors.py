"""Who is held to have done it: the first actor of an event, and the order of the sides of a clash."""

from collections.abc import Callable

import pytest

from extractor.records import Actor, EventRecord

Read = Callable[..., list[EventRecord]]


def kinds(record: EventRecord) -> list[str]:
    """The actors' kinds in order, those who take part marked by a "+"."""
    return [f"{'+' if actor.role == 'participant' else ''}{actor.kind}" for actor in record.actors]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Maoists killed a farmer in Sukma.", ["armed_group"]),
        # what is a target is no deed of those whose it is
        ("Turkish warplanes bombed eight PKK targets near Duhok on Monday.", ["state_force"]),
        # whom the parse joins to the group that the first are of
        (
            "Fighters from the Wagner group and Malian soldiers executed 20 civilians in Ouenkoro.",
            ["armed_group", "state_force"],
        ),
        ("Three rebels were killed in a Turkish drone strike near Amadiya.", ["state_force"]),
        ("Nine villagers died in Kenyan shelling of El Adde.", ["state_force"]),
        ("Maoist rebels again dynamited a railway line in Sukma.", ["armed_group"]),
        # To whom it was done did not do it.
        ("Protesters were shot at in Gao, killing three.", []),
        ("Villagers were fired upon by soldiers in Gao, killing two.", ["state_force"]),
        ("An unidentified group threw a bomb at a house in Noakhali.", ["armed_group"]),
        ("U.S. forces killed 12 rebels in Jilib.", ["state_force", "+armed_group"]),
        # A people that armed men have their name from is no side where its civilians were killed.
        ("Israeli troops shot dead two Palestinians in Jenin.", ["state_force"]),
        ("Soldiers killed three Fulani herders in Djibo.", ["state_force"]),
        ("Soldiers killed three Maoists in Sukma.", ["state_force", "+armed_group"]),
        (
            "A bomb laid by the Taliban under a road was defused by police in Bannu.",
            ["armed_group", "+state_force"],
        ),
        ("Police defused a bomb on a railway line in Jacobabad.", ["+state_force"]),
        ("Three Maoists were killed in an encounter in Sukma.", ["+state_force", "+armed_group"]),
        ("A gunfight broke out between Maoists and police in Sukma.", ["+state_force", "+armed_group"]),
        (
            "An exchange of fire broke out between police and Maoists in Koraput.",
            ["+state_force", "+armed_group"],
        ),
        ("Maoists exchanged fire with police in Sukma.", ["+armed_group", "+state_force"]),
        ("A constable was killed in an encounter with Maoists in Sukma.", ["+armed_group", "+state_force"]),
        ("Three Maoists surrendered in Sukma.", ["+armed_group"]),
        ("Police arrested two Maoists in Gaya.", ["state_force"]),
        ("Two vehicles were burnt in separate incidents of arson by Maoists in Sukma.", ["armed_group"]),
        ("Two shops were burnt in the Maoist-hit district of Sukma.", []),
        ("Two students were beaten by a mob in Lagos.", ["crowd"]),
        ("Terrorists shot dead a mayor in Jaen.", ["individual"]),
        ("A mayor was kidnapped by suspected subversives in Cali.", ["individual"]),
        ("A group of extremists bombed a bank in Lima.", ["individual"]),
        ("A terrorist group bombed a bank in Lima.", ["armed_group"]),
        ("Terrorists of the Shining Path bombed a bank in Lima.", ["armed_group"]),
        ("Guerrillas shot dead a mayor in Jaen.", ["individual"]),
        ("Terrorists clashed with soldiers near Jaen.", ["+armed_group", "+state_force"]),
        ("The convoy of a governor came under heavy fire from rebels near Goma.", ["individual"]),
        ("Gunmen burnt a courthouse in Imphal.", ["individual"]),
        ("A mayor and his wife were killed in Lima when gunmen broke into their house.", ["individual"]),
        ("The killing of a mayor in Lima bears the hallmarks of the Shining Path.", ["armed_group"]),
        ("A group of about 30 guerrillas made an attempt to bomb a bank in Lima.", ["individual"]),
        (
            "A woman was killed as more than 60 armed cadres of the CPI-Maoist raided a hamlet in Gaya.",
            ["armed_group"],
        ),
        # What the parse hangs on another word.
        ("Eight lorries were burnt in two incidents by suspected rebels near Gaya.", ["individual"]),
        ("Two men were arrested during an operation in Cali by soldiers.", ["state_force"]),
        ("A group of armed cadres of the NPA set afire a state bus near Bulan.", ["armed_group"]),
        ("Rebels attacked a police team killing a trooper near Kanker.", ["individual"]),
        (
            "A gun battle broke out between fighters of the ELN and soldiers near Tame.",
            ["+state_force", "+armed_group"],
        ),
        (
            "Fighting between the army and cadres of the NPA killed two in Samar.",
            ["+state_force", "+armed_group"],
        ),
        (
            "A cache of arms and ammunition stocked by the NPA was seized by police near Bulan.",
            ["state_force"],
        ),
        ("Responsibility for the death of three miners in Aden lies with al-Qaeda.", ["armed_group"]),
        ("Responsibility for safety lies with police, he said after a bomb killed two in Aden.", []),
        ("It was the NPA that killed seven miners in Bulan.", ["armed_group"]),
        ("A barrage of rockets from the MILF hit a school in Cotabato City.", ["armed_group"]),
        ("Rockets from Gaza hit a house in Ashkelon.", []),
        ("A judge was taken from his home by ELN men and has not been seen since.", ["armed_group"]),
        ("Air force jets bombed NPA hideouts near Bulan, killing five militants.", ["state_force"]),
        ("Army helicopters strafed a village near Loikaw.", ["state_force"]),
        ("Men in military fatigues dragged a judge from his house in Palma and shot him.", ["individual"]),
        # Who shot the attackers only took part.
        (
            "A man stabbed a priest in Nice. The attacker was shot dead by police.",
            ["individual", "+state_force"],
        ),
        (
            "Two gunmen raided a church in Hub. The attackers were killed by police.",
            ["individual", "+state_force"],
        ),
        (
            "Gunmen attacked a post near Gao. Security forces repelled the attack.",
            ["individual", "+state_force"],
        ),
        (
            "Two men armed with rifles raided a church in Hub, killing four, before police shot them dead.",
            ["individual", "+state_force"],
        ),
        ("A man stabbed a priest in Nice. Police opened fire on a crowd.", ["state_force", "individual"]),
        ("A man stabbed two priests in Nice. The two were buried by police.", ["individual"]),
        (
            "Two men stabbed a priest in Nice. The two were shot and wounded by police.",
            ["individual", "+state_force"],
        ),
        ("Police shot dead a student in Hub.", ["state_force"]),
        ("On Monday troops on patrol clashed with gunmen in Hub.", ["+state_force", "+individual"]),
        ("A mob burned a bank in Niamey. Police fired tear gas at the mob.", ["crowd", "+state_force"]),
        ("Gunmen of the Islamist militant group Boko Haram raided a bus near Bama.", ["armed_group"]),
        ("Islamist militants of Boko Haram raided a village near Bama.", ["armed_group"]),
        ("A judge was shot and killed in Medellin by two gunmen.", ["individual"]),
        ("Two priests were seized and killed by rebels near Gulu.", ["individual"]),
        ("Al-Shabaab fighters laid siege to an army base near Baidoa.", ["armed_group"]),
    ],
)
def test_actors_in_order(events: Read, text: str, expected: list[str]) -> None:
    assert kinds(events(text)[0]) == expected


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("A trader was killed in a Maoist ambush near Gaya.", {"maoists_in"}),
        ("A judge who had sentenced TTP members was shot dead in Quetta.", set()),
        ("A bomb went off near a mosque in Quetta hours after the Taliban took Kabul.", set()),
    ],
)
def test_a_group_that_is_only_spoken_of_did_nothing(events: Read, text: str, groups: set[str]) -> None:
    (record,) = events(text)
    assert {actor.id for actor in record.actors if actor.id} == groups


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Tehreek-e-Taliban Pakistan has regrouped. Gunmen of the group killed an elder in Tank.",
            ["ttp: the group"],
        ),
        (
            "The TTP is banned. A bomb killed a man in Tank. The group claimed responsibility.",
            ["ttp: The group"],
        ),
        ("The TTP is banned. The group of villagers was shot at by gunmen in Tank.", ["gunmen"]),
        ("The TTP and the BLA met. Gunmen of the group killed a trader in Tank.", ["Gunmen"]),
        ("Gunmen of the group killed a trader in Tank.", ["Gunmen"]),
        ("The BLA is banned. In May it attacked a train in Sibi and killed four.", ["bla: BLA"]),
        ("Fighters of the BLA blew up a tower. On Friday they killed a trader in Sibi.", ["bla: BLA"]),
        ("The BLA and the TTP are banned. In May it attacked a train in Sibi and killed four.", []),
        ("A patrol hunts the BLA. In May it attacked a village in Sibi and killed four.", []),
        ("The ADF fled. Soldiers killed four of its fighters in Beni.", ["Soldiers", "adf: ADF"]),
        ("A bomb killed two in Sibi. Police blamed the BLA. The rebels admitted the attack.", ["bla: BLA"]),
        (
            "A bomb killed two in Sibi. The TTP and the BLA are banned. The rebels admitted the attack.",
            ["rebels"],
        ),
    ],
)
def test_the_group_is_the_one_named_before(events: Read, text: str, expected: list[str]) -> None:
    assert [called(actor) for actor in events(text)[-1].actors] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A girl with a bag of dynamite was arrested in Lima. The police said it was a bomb.", ["police"]),
        ("Soldiers stopped a lorry full of rifles in Tank and the driver was arrested.", ["Soldiers"]),
        (
            "A bomb was found in Omagh, the police said. It was viable. A man was detained in Derry.",
            ["police"],
        ),
        (
            "A bomb was found, the commissioner of police said. Two men were arrested in Kano.",
            ["police"],
        ),
        ("Two TTP militants were arrested in Tank after a policeman was shot there.", ["arrested"]),
        # What an armed group is said to have taken no authority has.
        ("Nine soldiers were captured by NPA fighters near Bulan on Monday.", ["npa: NPA"]),
    ],
)
def test_an_arrest_is_by_those_who_speak_or_act_beside_it(
    events: Read, text: str, expected: list[str]
) -> None:
    (arrest,) = (record for record in events(text) if record.category == "arrest")
    assert [called(actor) for actor in arrest.actors] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The air force bombed a Taliban camp in Baghlan and eight militants were killed.",
            ["The air force"],
        ),
        ("BLA militants hijacked a train with more than 400 people aboard in Sibi.", ["bla: BLA"]),
        ("Police killed four militants in Tank.", ["Police", "militants"]),
        (
            "An Army patrol clashed with a subversive column near Huanta, and nine subversives were killed.",
            ["An Army patrol", "a subversive column"],
        ),
    ],
)
def test_only_those_who_fought_are_sides(events: Read, text: str, expected: list[str]) -> None:
    (record,) = events(text)
    assert [called(actor) for actor in record.actors] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In clashes near Hama 18 soldiers and 14 rebels were killed.", ["soldiers", "rebels"]),
        (
            "Soldiers raided a hideout of the TTP in Tirah, and a soldier was killed.",
            ["ttp: TTP", "Soldiers"],
        ),
        (
            "Troops carried out an operation in Tank in which four militants and a soldier were killed.",
            ["militants", "Troops"],
        ),
    ],
)
def test_losses_and_hideouts_tell_of_a_side(events: Read, text: str, expected: list[str]) -> None:
    """The side is of all who fought, not of those of it who fell."""
    (record,) = events(text)
    assert sorted(called(actor) for actor in record.actors) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On Monday, two gunmen on a motorcycle shot dead a trader in Hub.", ["two gunmen"]),
        ("The shop was closed when gunmen riding two motorcycles opened fire on a judge in Hub.", ["gunmen"]),
        ("March 12 - Gunmen opened fire on a constable in Hub.", ["Gunmen"]),
        ("Two gunmen in a car were shot dead in Hub.", []),
        ("Two gunmen in a car were shot dead by police in Hub.", ["police"]),
        ("Police chased gunmen on a motorcycle and shot dead two of them in Hub.", ["Police"]),
        # A day that stands right before them is no part of their phrase.
        ("On Saturday insurgents abducted six girls in Hub.", ["insurgents"]),
        ("Late on Friday rebels killed two men in Hub.", ["rebels"]),
        ("On Monday ten soldiers were killed in Hub.", []),
        # Whoever they are, where it is said whom they hit or what they did.
        ("Two men on a motorcycle opened fire at a judge with pistols in Hub.", ["Two men"]),
        ("Three youths in a van hurled a grenade into a bar in Hub.", ["Three youths"]),
        ("Two men on a motorcycle were shot dead in Hub.", []),
        ("Two men in a van shot dead in Hub were brothers.", []),
        ("In a raid at Mork in Hama province jihadists shot dead a farmer.", ["jihadists"]),
        ("Over a dozen of the rebels attacked a post in Hub.", ["the rebels"]),
        ("A trooper died after being hit by a bullet fired by rebels in Hub.", ["rebels"]),
        ("A boy died after he was hit by a bullet fired by soldiers in Hub.", ["soldiers"]),
        # What they do to things is nothing that befell them.
        ("Rebels set on fire two schools in Kassala.", ["Rebels"]),
        ("Rebels burned a school and kidnapped two teachers in Kassala.", ["Rebels"]),
    ],
)
def test_attackers_before_the_verb_are_the_doers(events: Read, text: str, expected: list[str]) -> None:
    record = events(text)[0]
    assert [called(actor) for actor in record.actors if actor.role == "perpetrator"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shells fired by the army fell on a camp in Loikaw and killed a woman.", ["the army"]),
        ("A missile launched by the Houthis hit a school in Marib and killed four.", ["houthis: Houthis"]),
        (
            "Russian artillery shelled Bakhmut on Monday and killed four residents.",
            ["ru_military: Russian artillery"],
        ),
        ("Artillery shells fell on a camp in Loikaw and killed a woman.", []),
        (
            "Drones sent by the Houthis struck a depot in Jizan on Monday and killed a guard.",
            ["houthis: Houthis"],
        ),
        (
            "A bomb planted by an ISIS cell killed four people in Baquba on Monday.",
            ["islamic_state: ISIS"],
        ),
        # The parse takes "down" for a preposition here.
        (
            "Suspected rebels burned down the house of a village chief in Chin State on Monday.",
            ["Suspected rebels"],
        ),
        # Those whom a mine killed did not lay it.
        ("An army truck hit a landmine near Kidal on Monday, killing three soldiers.", []),
        ("A patrol drove over an explosive device near Dikwa on Monday, killing two soldiers.", []),
        (
            "Rebels triggered a roadside bomb near Kidal on Monday, killing three soldiers.",
            ["Rebels"],
        ),
        # Who watched it did nothing.
        (
            "Monitors reported violent shelling by the army with dozens of artillery shells on Loikaw.",
            ["the army"],
        ),
    ],
)
def test_who_used_the_weapon_did_it(events: Read, text: str, expected: list[str]) -> None:
    (record,) = events(text)
    assert [called(actor) for actor in record.actors] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Iran fired seven missiles at Erbil on Monday.", ["ir_government: Iran"]),
        ("A refugee camp in Rafah was bombed by Israel on Monday.", ["il_government: Israel"]),
        ("Pakistan launched air strikes on two villages in Paktika.", ["pk_government: Pakistan"]),
        ("Turkish jets bombed Qandil.", ["tr_military: Turkish jets"]),
        # To whom it happened, and where.
        ("Mali suffered an attack in Gao that killed 10 soldiers.", []),
        ("In Nigeria, gunmen killed 10 soldiers.", ["gunmen"]),
        ("The Tehreek-e-Taliban Pakistan attacked a post in Bannu.", ["ttp: Tehreek-e-Taliban Pakistan"]),
    ],
)
def test_a_country_can_do_it(events: Read, text: str, expected: list[str]) -> None:
    (record,) = events(text)
    assert [called(actor) for actor in record.actors] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen killed two rangers in Yarang. Four men stopped and opened fire on them.", ["Gunmen"]),
        ("Gunmen and two bombers killed two rangers in Yarang.", ["Gunmen", "two bombers"]),
        ("Gunmen killed two rangers in Yarang. The BRN claimed the attack.", ["brn: BRN", "Gunmen"]),
    ],
)
def test_attackers_told_of_again_are_the_same(events: Read, text: str, expected: list[str]) -> None:
    (record,) = events(text)
    assert [called(actor) for actor in record.actors] == expected


def called(actor: Actor) -> str:
    """The actor as the text calls it, after the id of a known one."""
    return f"{actor.id}: {actor.text}" if actor.id else str(actor.text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Armed men believed to be ADF rebels raided Otra and killed five farmers.", [("adf", "suspected")]),
        ("Two nuns were abducted by men thought to be NPA rebels near Bulan.", [("npa", "suspected")]),
        (
            "Gunmen, presumed to be fighters of the ELN, shot a mayor dead in Tame.",
            [("eln_colombia", "suspected")],
        ),
        ("Men understood to be TTP members shot a trader dead in Tank.", [("ttp", "suspected")]),
        ("ADF rebels raided Otra and killed five farmers.", [("adf", "stated")]),
        ("Armed men believed to be hiding near Otra killed five farmers.", [(None, "stated")]),
    ],
)
def test_what_the_attackers_are_held_to_be(events: Read, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(actor.id, actor.attribution) for actor in events(text)[0].actors] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A dynamite charge went off at a bank in Hub. Two youths threw the device from a car.",
            ["Two youths"],
        ),
        (
            "A bomb went off outside a bank in Hub. Three masked men left the bomb in a bin.",
            ["Three masked men"],
        ),
        ("A bomb went off outside a bank in Hub. Three masked men left the bank in a van.", []),
    ],
)
def test_who_left_the_bomb_did_it(events: Read, text: str, expected: list[str]) -> None:
    (record,) = events(text)
    assert [called(actor) for actor in record.actors] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Gunmen shot dead a judge in Hub. Police then raided several houses in search of the killers.",
            ["Gunmen"],
        ),
        (
            "A bomb planted by two youths went off in Jolo. Marines soon searched a large area.",
            ["two youths"],
        ),
        ("NPA rebels set off a mine as soldiers were on a search operation near Bulan.", ["npa: NPA rebels"]),
        ("Troops raided a village near Loikaw and killed five farmers.", ["Troops"]),
    ],
)
def test_the_search_after_an_attack_is_not_the_attack(events: Read, text: str, expected: list[str]) -> None:
    record = events(text)[0]
    assert [called(actor) for actor in record.actors if actor.role == "perpetrator"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A bomb wounded a guard in Hub. According to the Pakistani army, the BLA is suspected of it.",
            ["bla: BLA"],
        ),
        (
            "A bomb killed a man in Jeddah. According to Saudi state media, Omar was suspected of laying it.",
            [],
        ),
        ("A bomb wounded three guards in Hub. The BLA, according to the army, was behind it.", ["bla: BLA"]),
    ],
)
def test_who_only_told_of_it_did_not_do_it(events: Read, text: str, expected: list[str]) -> None:
    assert [called(actor) for actor in events(text)[0].actors] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In Kumbo, Cameroon, separatists abducted five nurses.", "ambazonian_separatists"),
        ("In Cotabato, separatists abducted five nurses.", "separatists"),
    ],
)
def test_whose_separatists_they_are(events: Read, text: str, expected: str) -> None:
    assert [actor.id for actor in events(text)[0].actors] == [expected]


def test_herders_who_were_killed_are_no_side(events: Read) -> None:
    (record,) = events("Soldiers killed two herders in Benue State on Monday.")
    assert [actor.text for actor in record.actors] == ["Soldiers"]

"""Whom and what an event was aimed at, apart from those who merely suffered by it or were near."""

from collections.abc import Callable

import pytest

from extractor.records import EventRecord

Read = Callable[..., list[EventRecord]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Gunmen attacked a police post in Tank, killing two policemen. Three attackers died.",
            {"a police post", "two policemen"},
        ),
        ("Rebels killed nine soldiers near Dori. Four rebels were killed.", {"nine soldiers"}),
        (
            "Gunmen killed two members of the TTP and a trader in Tank.",
            {"two members of the TTP", "a trader"},
        ),
        ("Police shot dead three militants in Tank. A constable was killed.", {"three militants"}),
        ("Gunmen shot dead a teacher near a bank in Herat.", {"a teacher"}),
        ("A bomb wounded two passers-by in Herat.", {"two passers-by"}),
        (
            "A bomb exploded near a police station in Herat, killing a vendor.",
            {"a police station", "a vendor"},
        ),
        ("Maoists killed two people, including a policeman, in Gaya.", {"two people", "a policeman"}),
        ("A bomb exploded in Herat, killing eleven people.", {"eleven people"}),
        ("A bomb hit a minibus in Herat, killing eleven people.", {"a minibus"}),
        ("A bomb hit a minibus in Herat. The minibus was carrying nurses.", {"a minibus"}),
        # Where a blast was is what it struck, beside those whom it killed.
        ("A bomb aboard a bus killed seven people in Herat.", {"a bus"}),
        ("A blast outside a court killed a vendor in Herat.", {"a court", "a vendor"}),
        ("Mortar rounds landed in and near a school in Gao, wounding a nurse.", {"a nurse", "a school"}),
        ("A suicide bomber attacked a bank in Herat and killed nine people.", {"a bank"}),
        # A place by its whole name, and not the areas that it lies in.
        ("Raiders attacked Tse Ikyor, Benue, Nigeria, killing two people.", {"Tse Ikyor"}),
        ("Gunmen stormed Baraki Barak district, Logar province.", {"Baraki Barak district"}),
        ("Rebels attacked Djibo and Arbinda on Monday.", {"Djibo", "Arbinda"}),
        ("Nigeria was attacked by gunmen in Borno.", set()),
        # What happens on a road is aimed at nobody's road.
        ("A bomb exploded on the highway near Herat, killing a vendor.", {"a vendor"}),
        ("Rebels blew up a road near Dori.", {"a road"}),
        # One wording that holds the other.
        ("Gunmen hurled a grenade at the house of a contractor in Wana.", {"the house"}),
        # The attackers' own dead, under whatever name.
        (
            "Resistance forces ambushed army trucks near Loikaw, killing two soldiers. A PDF man was killed.",
            {"army trucks", "two soldiers"},
        ),
        ("Rebels burned two trucks near Dori. The trucks were new.", {"two trucks"}),
        # One person who is more than the owner of a home or a car was meant by it.
        ("A bomb exploded outside the residence of a judge in Rajshahi.", {"the residence", "a judge"}),
        ("Gunmen opened fire on the car of a senator in Cali.", {"the car", "a senator"}),
        # What carries the bomb is what it was done with.
        (
            "A motorcycle packed with explosives was detonated near a police post in Cali, wounding a nun.",
            {"a nun", "a police post"},
        ),
        ("A bomb in a stolen van exploded outside a customs post near Newry.", {"a customs post"}),
        ("Rebels drove a lorry laden with explosives into a bank in Colombo.", {"a bank"}),
        ("Gunmen killed two teachers at a tea shop in Yala.", {"two teachers"}),
        ("Gunmen fired rockets at a tea shop in Yala, hurting two people.", {"a tea shop"}),
        # A group is not hit beside what is its own.
        ("Israeli jets hit a base of Hamas in Gaza.", {"a base"}),
        # What came by when it happened.
        (
            "A bomb went off as a van carrying nurses passed a bakery in Cali. A vendor was injured.",
            {"a van", "A vendor"},
        ),
        ("An army convoy was passing when a mine exploded near Turbat.", {"An army convoy"}),
        (
            "Seven miners died when their truck was struck by a roadside bomb in Tank.",
            {"their truck", "Seven miners"},
        ),
        ("Rebels fired at a bus near Gao, leaving nine people hurt.", {"a bus"}),
        # What is called by several words is hit whole.
        ("Shells landed on a camp for displaced people near Demoso.", {"a camp for displaced people"}),
        ("Two bombs were hurled at a United Nations base in Cali.", {"a United Nations base"}),
        ("The ambulance of a relief agency was hit by gunfire in Tripoli on Monday.", {"The ambulance"}),
        # Those called by name who were counted before.
        (
            "Rebels killed two policemen in Tank. Inspector Gul Zaman and constable Noor Wali died at once.",
            {"two policemen"},
        ),
        # Those of whom nothing is said, beside others.
        ("Gunmen killed a policeman and two people in Quetta.", {"a policeman", "two people"}),
        ("Nine people, two of them policemen, were shot dead in Hub.", {"Nine people", "policemen"}),
        # Those who ran into what was laid for them.
        ("A minibus struck a mine near Mopti, killing six passengers.", {"A minibus", "six passengers"}),
        ("An army truck drove over an IED in Borno.", {"An army truck"}),
        ("Rebels triggered an IED under a bus near Gao.", {"a bus"}),
        # A village is where people were killed, but what was shelled.
        ("Two men were killed and five others injured by rebels at Soya village in Gao.", {"Two men"}),
        ("Gunmen fired rockets at Soya village near Gao.", {"Soya village"}),
        # A word in capitals is nobody's name.
        ("Rebels carried off the EVMs and set fire to a van in Gaya.", {"a van"}),
        # A total of the dead was aimed at nobody; a village that was taken is where.
        ("The TTP carried out 90 attacks in 2022, in which 400 people were killed.", set()),
        ("The army recaptured the village of Jibeen in Hama.", set()),
        # Nobody is aimed at by the one who blew himself up.
        (
            "A suicide bomber blew himself up outside a mosque in Kano, killing nine people.",
            {"a mosque"},
        ),
        ("A van loaded with explosives was rammed into a barracks near Cali.", {"a barracks"}),
        # Those who lived through it; those who are said to have done it.
        ("A senator escaped an assassination attempt by gunmen in Cali.", {"A senator"}),
        ("The attack on a church in Jos was blamed on Boko Haram.", {"a church"}),
        ("The killing of a nurse in Kabul was the work of the Taliban.", {"a nurse"}),
        # "Hostage" is what they became.
        ("Rebels took two nurses hostage in Goma.", {"two nurses"}),
        # What stood under fire.
        ("The bus of a football team came under fire from gunmen in Cabinda.", {"The bus"}),
        # What it happened by, however that is said.
        ("A bomb exploded in front of a police station in Aden.", {"a police station"}),
        ("A grenade went off close to the gate of a church in Jos on Monday.", {"a church"}),
        ("A bomb exploded 100 metres from an army base in Cali.", {"an army base"}),
        ("A mine exploded in the forest near Gao, killing a nurse.", {"a nurse"}),
        (
            "A suicide bomber set off his vest in a bank in Aden, killing nine teachers.",
            {"a bank", "nine teachers"},
        ),
        # Who came away unhurt.
        ("A senator had a narrow escape when rebels detonated a mine near Tame.", {"A senator"}),
        ("The minister escaped unhurt when a bomb exploded in Aden.", {"The minister"}),
        ("A judge was taken from his home by ELN men and has not been seen since.", {"A judge"}),
        # Whom a pronoun stands for; those who attacked are no targets.
        ("Rebels dragged a judge from his house in Palma and shot him.", {"a judge"}),
        (
            "Gunmen raided a church in Jos. Four people, including two assailants, were killed.",
            {"a church"},
        ),
        # Whose men go about together, and whose works they are.
        ("Rebels ambushed a police search team near Samar.", {"a police search team"}),
        ("A petrol bomb was thrown at a paramilitary bunker in Srinagar.", {"paramilitary"}),
        # Whose base it is, and ships.
        ("Militants attacked a US base in Hasakah on Monday.", {"a US base"}),
        ("Rockets hit a French base near Gao on Monday.", {"a French base"}),
        ("Pirates hijacked a bulk carrier off Hobyo on Sunday.", {"a bulk carrier"}),
        ("Settlers stoned Palestinian cars near Nablus on Sunday.", {"Palestinian cars"}),
        # A place is named whole.
        ("Rebels attacked El Geneina on Monday.", {"El Geneina"}),
    ],
)
def test_targets(events: Read, text: str, expected: set[str]) -> None:
    assert {target.text for record in events(text) for target in record.targets} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Troops killed six Maoist cadres, including four top leaders, near Sukma.", {"militant"}),
        ("Two soldiers and a police driver were killed by a mine near Gao.", {"military", "police"}),
        ("Two soldiers and a driver were killed by a mine near Gao.", {"military", "business"}),
        ("Rebels ambushed a police commando patrol near Vavuniya.", {"police"}),
        ("Rebels ambushed an army search party near Gao.", {"military"}),
        # A name may be that of one of those counted before; where it is not, its bearer is a civilian.
        ("Rebels killed two judges in Jos. Musa Danladi was shot at his home.", {"judge", None}),
        ("Gunmen killed a judge in Yala. Somchai Dee was injured in the attack.", {"judge", "civilian"}),
        ("A grenade was thrown at a police substation in Ibague.", {"police"}),
        ("Drones hit the 9th Infantry Division Command in Izmir.", {"military"}),
        ("Gunmen opened fire on a Red Cross convoy near Goma.", {"ngo"}),
        # Who leads a party, who is of it, who stands for it.
        ("Gunmen killed a local leader of the Awami National Party in Peshawar.", {"government_official"}),
        ("RJD (Rashtriya Janata Dal) legislator Mohan Lal was abducted in Gaya.", {"government_official"}),
        ("Three CPI-Marxist party supporters were shot dead in Kannur.", {"political_party"}),
        ("Gunmen killed a BJP candidate in Kolkata.", {"political_party"}),
        ("Gunmen killed a candidate for mayor in Chilpancingo.", {"politician"}),
        # A name that holds a word for people, the camp of a company.
        ("Maoists blew up a bridge on National Highway Number 30 near Sukma.", {"transport"}),
        (
            "Rebels attacked the camp of Arss Infrastructure Limited and burnt a truck in Pindiki.",
            {"transport"},
        ),
    ],
)
def test_what_the_targets_are(events: Read, text: str, expected: set[str]) -> None:
    assert {target.type for record in events(text) for target in record.targets} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A commander of the 12th Brigade of the army was killed near Avdiivka by a sniper.", {"military"}),
        ("The commander of a Taliban battalion was killed by troops in Kunduz.", {"militant"}),
        ("Peacekeepers came under fire in Fizi; one of them was wounded.", {"un_peacekeeper"}),
    ],
)
def test_soldiers_by_their_units_and_under_fire(events: Read, text: str, expected: set[str]) -> None:
    assert {target.type for record in events(text) for target in record.targets} == expected


def test_the_police_under_fire_for_their_work(events: Read) -> None:
    assert events("The police came under fire for their slow response in Lagos.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What those who attack came on, and where they drove, is not what they attacked.
        ("Bandits attacked Kuyallo village on motorbikes and shot a farmer.", {"house", "civilian"}),
        ("A guard was shot dead in Hub by two men on a motorcycle.", {"business"}),
        ("A mine killed three soldiers on the Djibo-Bourzanga axis.", {"military"}),
        ("Gunmen opened fire on a motorcycle in Hub, killing a guard.", {"vehicle", "business"}),
    ],
)
def test_what_is_only_ridden_or_passed(events: Read, text: str, expected: set[str]) -> None:
    assert {target.type for record in events(text) for target in record.targets} == expected

"""Who suffered beside others, and those whom the parse hangs elsewhere than on what befell them."""

from collections.abc import Callable

import pytest

Tolls = Callable[..., str]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Rosa, a 'sector chief' of the Shining Path, was arrested along with two accomplices, Juan Quispe"
            " and Pedro Mamani, from a market in Ayacucho.",
            "arrested 3",
        ),
        (
            "Lina alias Marga, wife of an NPA spokesman, was arrested along with two other woman rebels,"
            " identified as Ana Diaz (18) and Eva Lim (20) in Davao.",
            "arrested 3",
        ),
        ("Jorge Diaz was arrested in Cali. He was arrested along with his aide.", "arrested 2"),
        ("Three rebels were arrested in Cali. They were arrested along with two aides.", "arrested 5"),
        (
            "Soldiers arrested NPA 'platoon leader' Ramon Cruz alias Totoy, and his four aides in Samar.",
            "arrested 5",
        ),
        ("Police arrested Juan Diaz alias Pepe, a rebel, and his wife fled to Davao.", "arrested 1"),
        (
            "Pablo, an ELN rebel, operating in north Arauca, and his wife Carmen were killed in a clash with"
            " the army near Tame.",
            "killed 2",
        ),
        (
            "Hamid Karzan, a militia leader, wanted in three provinces, and his two sons were killed in an"
            " ambush near Basra.",
            "killed 3",
        ),
        ("Karzan escaped the blast in Cali, and his two guards were killed.", "killed 2"),
        (
            "Two persons acting as rebel couriers, identified as Juan Diaz (52) and Jose Lim (42), were"
            " arrested and explosives were recovered from them in Davao.",
            "arrested 2",
        ),
        (
            "Aside from the death of the attacker, at least three policemen were injured in a blast in Gao.",
            "killed 1, injured 3+",
        ),
    ],
)
def test_companions(tolls: Tolls, text: str, expected: str) -> None:
    assert tolls(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Rebels ambushed a patrol in Cauca, killing two soldiers and leaving an officer and four others"
            " injured.",
            "killed 2, injured 5",
        ),
        ("The blast left a policeman and ten others wounded in Kano.", "injured 11"),
        ("Gunmen attacked a bus in Kano, leaving two passengers and the driver wounded.", "injured 3"),
        ("Rebels fired on a van in Shan state, leaving one dead and one wounded.", "killed 1, injured 1"),
        ("Three army men were reported injured and four vans damaged in a blast in Kupwara.", "injured 3"),
        ("Gunmen killed, Rafael Soto alias Chato, mayor of a village in Guerrero.", "killed 1"),
        (
            "The rebels freed six guards of a firm after holding them captive for 15 days in Arauca.",
            "abducted 6",
        ),
        ("Journalist shot dead outside home in Veracruz", "killed 1"),
        ("Soldiers came under fire when they came to recover the six dead bodies near Baga.", "none"),
        ("Gunmen killed two men in Cali and forced villagers to bury the bodies.", "killed 2"),
        ("Police recovered the bodies of two farmers near Cali who had been shot.", "killed 2"),
    ],
)
def test_those_hung_elsewhere(tolls: Tolls, text: str, expected: str) -> None:
    assert tolls(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A bomb in Quetta killed 12 people and wounded as many.", "killed 12, injured 12"),
        ("Ten soldiers were killed and as many injured by a bomb in Kirkuk.", "killed 10, injured 10"),
        ("Three guards were killed and as many others were injured by a bomb in Gao.", "killed 3, injured 3"),
        (
            "Six people were killed and as many as thirty were injured by a bomb in Gao.",
            "killed 6, injured ~30",
        ),
        ("Rebels killed two soldiers – a captain and his driver – in Arauca.", "killed 2"),
        ("Rebels killed four people – and three soldiers – in two attacks in Arauca.", "killed 7"),
        (
            "The army killed two senior rebels - the secretary of the front, Jean Mbala, and his wife Marie"
            " Kasa, in a clash at Beni.",
            "killed 2",
        ),
        (
            "Rebels killed three people in separate incidents - beheading one, stabbing another, and shooting"
            " dead a trader - in Ituri.",
            "killed 3",
        ),
        (
            "A councillor of Cali as well as a leader of the Liberal Party, Jorge Ruiz (38), was killed by"
            " gunmen in Cauca.",
            "killed 1",
        ),
        ("A policeman as well as two soldiers were killed by gunmen in Cauca.", "killed 3"),
        ("A radio host as well as his wife was killed by gunmen in Cauca.", "killed 2"),
        (
            "A knifeman hurt four shoppers in Turku before the attacker was shot and wounded by police.",
            "injured 5",
        ),
        ("Three people, including the bomber, died in Kano; the bomber was killed at once.", "killed 3"),
    ],
)
def test_numbers_told_in_other_ways(tolls: Tolls, text: str, expected: str) -> None:
    assert tolls(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Both Ahmed and his son were arrested by soldiers after a raid in Sirte.", "arrested 2"),
        ("Both the driver and his two sons were killed by gunmen in Kano.", "killed 3"),
        ("Both soldiers were killed by rebels in Kidal.", "killed 2"),
        ("Police took an RFO into custody for supplying arms to rebels in Kampala.", "arrested 1"),
        (
            "A security force (SF) sergeant is killed and two others are injured in a mine blast in Kirkuk.",
            "killed 1, injured 2",
        ),
        (
            "Two women, T Bello (55), and her daughter Hauwa Musa (30), were killed by Boko Haram in Bama.",
            "killed 2",
        ),
        ("Two guards, Ali Khan and Omar Gul, and their driver were killed in Quetta by gunmen.", "killed 3"),
        ("Three men, Ali Khan, Omar Gul and their driver, were killed in Quetta by gunmen.", "killed 3"),
        ("An army colonel and his cook were killed in a blast near Derna.", "killed 2"),
        (
            "Karim Diallo, a member of the Ansar squad of the JNIM and two linkmen, identified as Moussa"
            " Keita and Ali Toure were arrested from Mopti.",
            "arrested 3",
        ),
        (
            "Rebels left a mine in Samar that killed the investigating officer and wounded six others.",
            "killed 1, injured 6",
        ),
        (
            "Two extremists, identified as Juan Gudia, a top leader of the ELN, and his accomplice Sunita,"
            " were arrested in Arauca.",
            "arrested 2",
        ),
        (
            "Troops arrested a senior Maoist and member of a Naxalite council Ravi Das in Patna on Sunday.",
            "arrested 1",
        ),
        ("Police arrested one armed and six basic members of a militia in Davao.", "arrested 7"),
        ("Rebels killed one local and two foreign aid workers in Gao.", "killed 3"),
        ("The blast killed one soldier and two policemen in Gao.", "killed 3"),
        ("The mayor, Ali Diallo, was killed with his driver in Gao by gunmen.", "killed 2"),
        ("A judge was shot dead with his two guards in Ghazni.", "killed 3"),
        ("A trader was killed with his own gun by robbers in Lahore.", "killed 1"),
    ],
)
def test_lists_of_two_and_more(tolls: Tolls, text: str, expected: str) -> None:
    assert tolls(text) == expected

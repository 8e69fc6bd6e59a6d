"""Event words that stand for no event: what goes on still, habits, weapons that were only seized."""

from collections.abc import Callable

import pytest

from extractor.records import EventRecord

Read = Callable[..., list[EventRecord]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen killed two soldiers in Tank, where the army is fighting the TTP.", ["armed_assault"]),
        ("Two soldiers were killed in Tank, where the army clashed with the TTP.", ["clash"]),
        ("When there is war and when thousands are killed by rebels, nobody wins.", []),
        ("The party is hit hard, with activists being targeted through suicide attacks.", []),
        ("A clerk died after being shot by gunmen in Tank.", ["armed_assault"]),
        ("Two soldiers were killed in Tank when rebels attacked their post.", ["armed_assault"]),
        # What the harm followed is what happened; what was done about it is not.
        ("Two men were killed following the explosion of a bomb in Tank.", ["bombing"]),
        ("Two rebels were arrested in Tank following the explosion of two bombs.", ["arrest"]),
        ("Police seized two grenades in Tank.", ["weapons_seizure"]),
        # How a weapon came there is no memory where it did the harm.
        ("A grenade thrown into a bar in Tank hurt six, and police arrested two men.", ["bombing", "arrest"]),
        ("Police held two men over a grenade thrown into a bar in Tank.", ["arrest"]),
        # What has gone on for long is the state of things.
        ("Mali has been battling a jihadist insurgency since 2012.", []),
        ("Al Shabaab has been fighting to topple the Somali government for more than ten years.", []),
        ("For decades the guerrillas have murdered, kidnapped and blown up oil pipelines in Peru.", []),
        ("The army has been shelling Tank since Monday, killing four villagers.", ["shelling"]),
        ("Rebels have kidnapped a judge in Tank.", ["abduction"]),
        ("Police have arrested a rebel in Tank, who has been on the run for ten years.", ["arrest"]),
        ("For years the rebels have killed peasants in Tank, who were told to leave.", []),
        # A mine that is dug is none that goes off; who is jailed was arrested before.
        ("A blast at a copper mine killed three workers in Tank.", []),
        ("A mine killed three workers in Tank.", ["bombing"]),
        ("Two men were jailed for six years in Tank for theft.", []),
        # What is done at any time, and what is asked.
        ("The minister spoke in Bogota. The army bombs villages, strafes peasants and burns crops.", []),
        ("He spoke in Lima. The rebels only manage to carry out acts of sabotage and ambushes.", []),
        ("He spoke in Lima. Every dollar is a bullet that murders a peasant, he said.", []),
        ("He spoke in Lima. How did gunmen kidnap the bishop?", []),
        ("The bishop said on Sunday in Tank there was no place for people who burn villages.", []),
        ("Bandits who kidnap students would be punished, the minister said in Tank on Friday.", []),
        ("He spoke in Tank on Friday of those who murder, kidnap and blow up the nation's wealth.", []),
        ("Gunmen who kidnapped students in Tank on Friday were shot dead.", ["abduction", "armed_assault"]),
        # How things look is not what was done to them.
        ("State television in Tank showed charred bodies and burning cars on Monday.", []),
        ("Rebels were seen burning cars in Tank on Monday.", ["arson"]),
        ("Gunmen kill judge in Tank.", ["armed_assault"]),
        ("He spoke in Lima. The rebels hit a convoy with grenades and wounded a guard.", ["bombing"]),
        ("The FARC has murdered nine mayors in Cali for years.", ["armed_assault"]),
        ("A roadside bomb hit a police van in Tank.", ["bombing"]),
    ],
)
def test_categories(events: Read, text: str, expected: list[str]) -> None:
    assert [record.category for record in events(text)] == expected

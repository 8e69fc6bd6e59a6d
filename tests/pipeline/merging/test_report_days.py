"""The day of an event, where a text names the day on which somebody told of it first."""

from collections.abc import Callable

import pytest

from extractor.records import EventRecord

Read = Callable[..., list[EventRecord]]
SUNDAY, MONDAY, TUESDAY = "2023-07-30", "2023-07-31", "2023-08-01"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        # A later sentence gives the day of what was told before.
        (
            "Rebels killed 40 soldiers near Otra in Borno, the army said on Tuesday. "
            "The assault on their camp began on Sunday night.",
            SUNDAY,
        ),
        (
            "Nine people were killed in an ambush near Djibo, the army said in a statement on Tuesday. "
            "The ambush was laid on Sunday on the road to Arbinda.",
            SUNDAY,
        ),
        (
            "The number of people killed in a raid on Otra in Borno rose to 26 on Tuesday. "
            "Nine homes were burned down in the raid, which began at dusk on Sunday.",
            SUNDAY,
        ),
        (
            "The death toll from a bombing in Kano rose to 12 on Tuesday, officials said. "
            "The bomb went off on Sunday near a market.",
            SUNDAY,
        ),
        # Late deaths are of the attack's day.
        (
            "Three of the wounded died on Tuesday, taking the toll of Sunday's blast in Khar to 64.",
            SUNDAY,
        ),
        (
            "Mourners on Tuesday buried five people killed by a bomb in Herat. "
            "The bomb went off on Sunday in a bazaar.",
            SUNDAY,
        ),
        (
            "The bodies of five soldiers killed in an ambush in Tirah were flown home on Tuesday. "
            "The ambush took place on Sunday.",
            SUNDAY,
        ),
        # Where no other is given, that day stands.
        ("Nine people were killed in an ambush near Djibo, the army said on Tuesday.", TUESDAY),
        (
            "Nine people were killed in an ambush near Djibo on Monday. The ambush was condemned on Tuesday.",
            MONDAY,
        ),
    ],
)
def test_the_day_of_the_event_stands(events: Read, text: str, day: str) -> None:
    (record,) = events(text)
    assert record.date is not None and str(record.date.start) == day


def test_another_event_keeps_its_own_day(events: Read) -> None:
    text = (
        "Nine people were killed in an ambush near Djibo, the army said on Tuesday. "
        "A bomb wounded two policemen in Bannu on Sunday."
    )
    assert [str(record.date.start) for record in events(text) if record.date] == [TUESDAY, SUNDAY]


def test_the_same_day_is_that_of_the_date_told_last(events: Read) -> None:
    text = (
        "Forty people were killed in a raid on Otra in Borno on Sunday. On Monday the ADF claimed the raid. "
        "Police shot dead a student in Oicha the same day."
    )
    assert [str(record.date.start) for record in events(text) if record.date] == [SUNDAY, MONDAY]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Two students died in the 2017 bombing of a stadium in Izmir.", "2017-01-01"),
        (
            "The attack recalled the 2015 bombing of a barracks in Garissa, when 30 recruits died.",
            "2015-01-01",
        ),
        (
            "On Sunday kin of those who died in the 1998 bombing of an embassy in Nairobi laid flowers.",
            "1998-01-01",
        ),
        ("Two students died on Sunday in a bombing at a stadium in Izmir.", SUNDAY),
        ("A bomb killed two students in Izmir on Sunday, as in the 2017 attack.", SUNDAY),
    ],
)
def test_the_year_beside_the_word_for_the_event_is_its_own(events: Read, text: str, day: str) -> None:
    record = events(text)[0]
    assert record.date is not None
    assert str(record.date.start) == day

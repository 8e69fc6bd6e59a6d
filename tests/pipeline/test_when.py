"""When events were, by what their sentences say; the reports are of Wednesday, 15 May 2024."""

import datetime as dt
from collections.abc import Callable

import pytest
from spacy.language import Language

PUBLISHED = dt.date(2024, 5, 15)


@pytest.fixture
def days(nlp: Language) -> Callable[[str], list[tuple[str | None, str | None, str]]]:
    """Reads a text to the first and last day and the precision of each of its events."""

    def read(text: str) -> list[tuple[str | None, str | None, str]]:
        doc = nlp.make_doc(text)
        doc._.published = PUBLISHED
        dates = [event.date for event in nlp(doc)._.events]
        return [(d.start and d.start.isoformat(), d.end and d.end.isoformat(), d.precision) for d in dates]

    return read


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # What was some days before the news.
        (
            "Gunmen killed a mayor in Cotija on Tuesday, a day after a singer was shot dead in Morelia.",
            [("2024-05-14", "2024-05-14", "day"), ("2024-05-13", "2024-05-13", "day")],
        ),
        (
            "Friday's blast in Bannu came two days after gunmen killed four soldiers in Wana.",
            [("2024-05-10", "2024-05-10", "day"), ("2024-05-08", "2024-05-08", "day")],
        ),
        # Nobody knows how many days several are.
        (
            "Rebels shot three guards dead in Beni on Monday, several days after troops killed six in Wabo.",
            [("2024-05-13", "2024-05-13", "day"), (None, "2024-05-13", "period")],
        ),
        # How it came about is no event before it.
        (
            "Soldiers shot dead a man in Nablus on Sunday, after he stabbed an officer.",
            [("2024-05-12", "2024-05-12", "day")],
        ),
        # How long it went on.
        (
            "Fighting broke out in Bunagana on Thursday and raged until Saturday, leaving 12 dead.",
            [("2024-05-09", "2024-05-11", "days")],
        ),
        (
            "Fighting broke out in Bunagana on Thursday and left 12 dead until Saturday.",
            [("2024-05-09", "2024-05-09", "day")],
        ),
        # Days by their wording.
        ("A year ago to the day, gunmen killed 22 people in Owo.", [("2023-05-15", "2023-05-15", "day")]),
        ("Gunmen killed eight people in Jos on Christmas Eve.", [("2023-12-24", "2023-12-24", "day")]),
        (
            "Gunmen killed eight people in Jos on the 5th of this month.",
            [("2024-05-05", "2024-05-05", "day")],
        ),
        ("Gunmen killed eight people in Jos some 48 hours ago.", [("2024-05-13", "2024-05-13", "day")]),
        (
            "Gunmen killed eight people in Jos on Saturday night into Sunday.",
            [("2024-05-11", "2024-05-12", "days")],
        ),
        (
            "A guard was shot dead in Jos on Friday. Two days after, gunmen killed his son in Bauchi.",
            [("2024-05-10", "2024-05-10", "day"), ("2024-05-12", "2024-05-12", "day")],
        ),
    ],
)
def test_the_days_told(days: Callable, text: str, told: list[tuple[str | None, str, str]]) -> None:
    assert days(text) == told

"""In a longer article events of several places stay apart; what goes on about one of them stays with it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

import extractor
from extractor.pipeline import read_article
from extractor.records import ArticleRef, EventRecord

Read = Callable[..., list[EventRecord]]

# What stands between the events in an article, and is none.
TALK = (
    "Schools stayed open. Shops did good business. Rain is expected. "
    "The bus company added lines. Fares are stable."
)


def places(*passages: str) -> list[str | None]:
    """Where the records of an article of these passages happened, in their order."""
    text = "\n\n".join((*passages, TALK))
    reference = ArticleRef(id="a", published=dt.date(2023, 8, 2), sha256="0" * 64)
    records = read_article(extractor.load(), text, article=reference)
    return [record.location.place if record.location else None for record in records]


@pytest.mark.parametrize(
    ("passages", "wanted"),
    [
        pytest.param(
            (
                "A roadside bomb killed two soldiers near Tank on Monday.",
                "Gunmen shot dead a judge in Kulachi.",
            ),
            ["Tank", "Kulachi"],
            id="another place and manner",
        ),
        pytest.param(
            ("A bomb killed two soldiers in Tank on Monday.", "A bomb wounded a trader in Kulachi."),
            ["Tank", "Kulachi"],
            id="another place, the same manner",
        ),
        pytest.param(
            ("A bomb killed two soldiers in Tank on Monday.", "The blast was heard in Kulachi."),
            ["Tank"],
            id="the blast is the one told of",
        ),
        pytest.param(
            (
                "Four engineers were murdered on Sunday, sources said in Lahore.",
                "Gunmen killed two traders in Kulachi on Monday.",
                "On Sunday, terrorists murdered four engineers in the town of Tank.",
            ),
            ["Tank", "Kulachi"],
            id="so many such people on that day are the same people",
        ),
        pytest.param(
            ("A bomb killed two soldiers in Tank on Monday.", "Three more died in a hospital in Peshawar."),
            ["Tank"],
            id="a bare toll belongs to what was told",
        ),
    ],
)
def test_events_of_several_places(passages: tuple[str, ...], wanted: list[str]) -> None:
    assert places(*passages) == wanted


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "A bomb killed two guards at a bank in Medellin on Friday.\n\n"
            "The explosion in the Santa Cruz neighbourhood shattered windows.",
            ["Medellin"],
        ),
        (
            "A bomb killed two guards at a bank in Medellin on Friday.\n\n"
            "A blast in the Santa Cruz neighbourhood of Cali wounded a woman.",
            ["Medellin", "Cali"],
        ),
    ],
)
def test_the_blast_in_a_quarter_is_the_one_told_before(events: Read, text: str, places: list[str]) -> None:
    assert [record.location and record.location.place for record in events(text)] == places

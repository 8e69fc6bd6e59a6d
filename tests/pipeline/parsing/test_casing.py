"""Text in capitals is read as it would be printed, and quoted as it stands."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from extractor.pipeline.parsing.casing import CaseReader
from extractor.records import EventRecord

Read = Callable[..., list[EventRecord]]


@pytest.fixture(scope="module")
def reader(nlp: Language) -> CaseReader:
    found = nlp.get_pipe("extractor_casing")
    assert isinstance(found, CaseReader)
    return found


@pytest.mark.parametrize(
    ("line", "printed"),
    [
        ("GUNMEN KILLED TWO POLICEMEN IN QUETTA.", "Gunmen killed two policemen in Quetta."),
        ("BAGHDAD, IRAQ -- A BOMB WENT OFF.", "Baghdad, Iraq -- a bomb went off."),
        ("THE TTP CLAIMED THE BLAST. IT WAS MONDAY.", "The TTP claimed the blast. It was Monday."),
        ("REBELS (PLA) RAIDED NEW DELHI AND SRI LANKA", "Rebels (PLA) raided New Delhi and Sri Lanka"),
        ("FIVE DEAD IN TURKEY, SAYS ISRAELI ARMY", "Five dead in Turkey, says Israeli army"),
        ("THE MAYOR OF MUSAYYIB WAS SHOT IN MARCH.", "The mayor of Musayyib was shot in march."),
        (
            "MEN OF THE ARMY OF NATIONAL LIBERATION AND THE SHINING PATH MET.",
            "Men of the Army of National Liberation and the Shining Path met.",
        ),
        ("THE ARMY SAW A SHINING LIGHT ON THE PATH.", "The army saw a shining light on the path."),
        ("KABUL (AFP)", "KABUL (AFP)"),  # too short to tell
        ("Gunmen killed two policemen in QUETTA.", "Gunmen killed two policemen in QUETTA."),
    ],
)
def test_a_line_in_capitals_as_printed(reader: CaseReader, line: str, printed: str) -> None:
    assert reader.printed(line) == printed


@given(st.text(alphabet=st.characters(whitelist_categories=("Lu", "Nd", "Po", "Zs")), max_size=60))
def test_no_offset_moves(reader: CaseReader, line: str) -> None:
    assert len(reader.printed(line)) == len(line)


def test_the_records_quote_the_text(events: Read) -> None:
    text = (
        "A SUICIDE BOMBER BLEW UP A FUEL TANKER NEAR A MOSQUE IN MUSAYYIB, IRAQ, ON SATURDAY EVENING, "
        "KILLING AT LEAST 54 PEOPLE AND WOUNDING 82, POLICE SAID."
    )
    (record,) = events(text)
    assert record.event_type == "suicide_bombing"
    assert record.casualties.killed is not None and record.casualties.killed.best == 54
    assert record.casualties.injured is not None and record.casualties.injured.best == 82
    assert record.location is not None and record.location.country == "Iraq"
    assert [actor.text for actor in record.actors] == ["A SUICIDE BOMBER"]
    assert all(text[item.start : item.end] == item.text for item in record.evidence)


def test_a_headline_in_capitals_above_a_text(events: Read) -> None:
    text = "TWO POLICEMEN SHOT DEAD IN BANNU\n\nGunmen shot dead two policemen in Bannu on Monday."
    (record,) = events(text)
    assert record.casualties.killed is not None and record.casualties.killed.best == 2

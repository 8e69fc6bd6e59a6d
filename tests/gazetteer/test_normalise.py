"""Spellings of one name share a key."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.gazetteer.normalise import name_key, press_spelling, sound_key, without_article

LATIN = st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=0x24F), max_size=30)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Al-Hudaydah", "al Ḩudaydah"),
        ("Derabugti", "Dera Bugti"),
        ("Cox's Bazar", "Coxs Bazar"),
        ("Şanlıurfa", "Sanliurfa"),
        ("D.I. Khan", "DI KHAN"),
        ("São Paulo", "Sao Paulo"),
    ],
)
def test_spellings_share_a_key(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(
    ("name", "bare"), [("Al-Mosul", "Mosul"), ("Ash Sharqat", "Sharqat"), ("Alwar", None)]
)
def test_leading_article(name: str, bare: str | None) -> None:
    assert without_article(name) == bare


@pytest.mark.parametrize(
    ("one", "other"), [("bajaur", "bajaor"), ("waziristan", "vazeeristan"), ("garhwa", "garwah")]
)
def test_transliterations_sound_alike(one: str, other: str) -> None:
    assert sound_key(one) == sound_key(other)


@pytest.mark.parametrize(
    ("scientific", "press"),
    [("Kābul", "Kabul"), ("Ḩalab", "Halab"), ("Córdoba", "Córdoba"), ("França", "França")],
)
def test_press_spelling(scientific: str, press: str) -> None:
    assert press_spelling(scientific) == press


@given(LATIN)
def test_a_key_is_its_own_key(name: str) -> None:
    assert name_key(name_key(name)) == name_key(name)


@given(LATIN)
def test_case_does_not_matter(name: str) -> None:
    assert name_key(name.upper().lower()) == name_key(name.lower())

"""What an attack is aimed at first, and who the named persons of an article are."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Gunmen fired on Basil Kamo, a councillor, in Jolo, Philippines.", "a councillor"),
        ("Gunmen shot dead the mayor of Jolo, Renato Ibar, on Monday.", "mayor"),
        (
            "Gunmen fired on Andreas Lind at his home in Durban. Lind, a tribal elder, was killed.",
            "tribal elder",
        ),
        (
            "A bomb went off against the car of Musa Sharaf in Kismayo. Sharaf, the governor, was unharmed.",
            "governor",
        ),
        (
            "Gunmen fired on the car of Hugo Leiva, a Member of Parliament, in Quito on Monday.",
            "Member of Parliament",
        ),
        (
            "Gunmen shot and killed Musa Abdi Hayle, the Kismayo district commissioner, in Kismayo, Somalia.",
            "district commissioner",
        ),
    ],
)
def test_what_is_said_of_a_name_holds_wherever_it_stands(events, text, role):
    told = [f"{target.text} {target.role}" for record in events(text) for target in record.targets]
    assert any(role in words for words in told)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Rebels attacked a school in Gao. Two policemen were killed.", "school"),
        ("A bomb exploded near a market in Quetta, killing two soldiers.", "soldiers"),
        ("Rebels set fire to a mobile tower near Hub.", "tower"),
        ("Gunmen fired on a bus carrying teachers in Zhob, killing a passer-by.", "bus"),
    ],
)
def test_what_it_was_aimed_at_comes_first(events, text, first):
    assert first in events(text)[0].targets[0].text

"""What `extractor patterns find` says of a name."""

from __future__ import annotations

import pytest

import extractor
from extractor.lexicon import load_lexicon
from extractor.rules import Finder, open_gazetteer


@pytest.fixture(scope="module")
def finder() -> Finder:
    lexicon = load_lexicon()
    return Finder(extractor.load(), lexicon, open_gazetteer(lexicon.folders))


@pytest.mark.parametrize(
    ("name", "rule", "when"),
    [
        ("TTP", "groups/ttp", "as written only"),
        ("tehrik-i-taliban pakistan", "groups/ttp", "whatever its case"),
        ("bombed", "attack_types/bombing", "as a verb of an event"),
        ("Bannu", "gazetteer", "PK"),
    ],
)
def test_what_a_name_means(finder: Finder, name: str, rule: str, when: str) -> None:
    meanings = {meaning.rule: meaning for meaning in finder.find(name).meanings}
    assert rule in meanings and when in meanings[rule].when


def test_where_a_rule_stands(finder: Finder) -> None:
    (meaning,) = finder.find("TTP").meanings
    assert meaning.where.startswith("patterns/groups/pakistan.yaml:")


def test_a_name_that_means_nothing_has_its_neighbours(finder: Finder) -> None:
    found = finder.find("Tehrik-i-Talban")
    assert found.meanings == () and "Tehrik-i-Taliban" in found.near


def test_a_place_is_read_with_what_it_lies_in(finder: Finder) -> None:
    assert any("Khyber Pakhtunkhwa" in read for read in finder.find("Bannu").read)

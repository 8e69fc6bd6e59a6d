"""Clauses that the model joins to the list before them."""

from collections.abc import Callable

import pytest

from extractor.records import EventRecord

Tolls = Callable[[str], str]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police arrested nine protesters and two people died in a stampede in Lome.", "arrested 9"),
        ("Police detained 40 demonstrators and three policemen were hurt in Minsk.", "arrested 40"),
        ("Gunmen abducted three teachers and two pupils escaped in Kaduna.", "abducted 3"),
        ("Troops killed nine militants and two soldiers died in Kech.", "killed 11"),
        ("Gunmen killed a judge and two guards were wounded in Lima.", "killed 1, injured 2"),
        # A list is one where no verb follows it.
        ("Police arrested two men and a woman in Gaya.", "arrested 3"),
        ("Rebels killed four soldiers and two civilians in Gao.", "killed 6"),
        ("Rebels killed four soldiers and two civilians and fled towards Gao.", "killed 6"),
    ],
)
def test_a_list_ends_where_a_clause_begins(tolls: Tolls, text: str, expected: str) -> None:
    assert tolls(text).split(" | ")[0] == expected


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("A woman Maoist was killed in an encounter near Hirapur in Rajnandgaon District.", "militant"),
        ("A hardcore Maoist was killed in an encounter near Hirapur in Rajnandgaon District.", "militant"),
        ("A woman was killed in an encounter near Hirapur in Rajnandgaon District.", "civilian"),
    ],
)
def test_two_nouns_side_by_side_are_one(
    events: Callable[[str], list[EventRecord]], text: str, group: str
) -> None:
    casualties = events(text)[0].casualties
    assert casualties is not None
    assert [each.group for each in casualties.by_group] == [group]

"""Named persons whom one word in the plural tells of."""

from collections.abc import Callable

import pytest

Tolls = Callable[[str], str]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen killed traders Ali Gul and Noor Wali in Hub on Friday.", "killed 2"),
        ("Militants shot dead constables Adil Khan and Noor Shah in Tank on Tuesday.", "killed 2"),
        ("Priests Pablo Ruiz and Juan Mora were shot dead in a church in Urique on Monday.", "killed 2"),
        (
            "Soldiers Ivan Petrov, Oleg Sidorov and Igor Belov were killed by a mine near Luhansk on Friday.",
            "killed 3",
        ),
        ("Police arrested students Umar Khalid and Arun Dutta in Delhi on Friday.", "arrested 2"),
        ("Gunmen abducted engineers Li Wei and Zhang Min in Hub on Friday.", "abducted 2"),
        # Each has a word of his own, or the names are no persons.
        ("Gunmen killed constable Adil Khan and driver Noor Shah in Tank on Tuesday.", "killed 2"),
        ("Gunmen killed two constables, Adil Khan and Noor Shah, in Tank on Tuesday.", "killed 2"),
        ("Gunmen killed villagers in Beni and Mambasa on Friday.", "none"),
        ("Rebels killed traders Monday and Tuesday in Beni.", "none"),
    ],
)
def test_how_many_are_named(tolls: Tolls, text: str, expected: str) -> None:
    assert tolls(text) == expected


def test_all_are_what_the_word_calls_them(events: Callable) -> None:
    (record,) = events("Militants shot dead constables Adil Khan and Noor Shah in Tank on Tuesday.")
    assert [(s.group, s.killed.best) for s in record.casualties.by_group] == [("security", 2)]

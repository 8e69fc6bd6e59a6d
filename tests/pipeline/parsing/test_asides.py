"""What the parser is spared: ages, identities, further names and quoted titles."""

import pytest

from extractor.lexicon import load_lexicon
from extractor.pipeline.parsing.asides import AsideReader

READER = AsideReader(load_lexicon())


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Ravi Lal ( 26 ) was shot .", "Ravi Lal was shot ."),
        ("Ravi Lal alias Babu alias Raju was shot .", "Ravi Lal was shot ."),
        ("A trooper , identified as Ravi Lal ( 26 ) , was shot .", "A trooper was shot ."),
        ("Two men , identified as Ravi Lal and Mohan Das , were shot .", "Two men were shot ."),
        (
            "A trooper , identified as Ravi Lal , and a driver were shot .",
            "A trooper and a driver were shot .",
        ),
        ("The ANTEL [ National Phone Board ] office was hit .", "The ANTEL office was hit ."),
        ("He fled [ as heard ] to Lima .", "He fled to Lima ."),
        ("Two ( 2 ) policemen died and four ( 4 ) fled .", "Two policemen died and four fled ."),
        # what stays
        ("He fled [ to Lima .", "He fled [ to Lima ."),
        ("Twelve ( 12 men ) were shot .", "Twelve ( 12 men ) were shot ."),
        ("The rest ( 12 ) fled .", "The rest ( 12 ) fled ."),
        (
            "A man , identified as Gaya Police constable , fled .",
            "A man , identified as Gaya Police constable , fled .",
        ),
        ("A man identified as a spy fled .", "A man identified as a spy fled ."),
    ],
)
def test_asides(text: str, left: str) -> None:
    words = text.split()
    skipped = {i for start, end in READER.asides(words, [True] * len(words)) for i in range(start, end)}
    assert " ".join(w for i, w in enumerate(words) if i not in skipped) == left


def test_a_quoted_title_loses_its_marks() -> None:
    words = ["the", "'", "area", "commander", "'", "fled"]
    spaced = [True, False, True, False, True, True]
    assert list(READER.asides(words, spaced)) == [(1, 2), (4, 5)]


@pytest.mark.parametrize(
    ("text", "inserted"),
    [
        (
            "Seven men , including a mayor and two guards , were shot .",
            ", including a mayor and two guards ,",
        ),
        ("Seven men , including Ravi , Sunil and a guard , died .", ", including Ravi , Sunil and a guard ,"),
        # what is read in one piece
        ("They shot seven men , including a mayor , near Hub .", ""),
        ("Seven men including a mayor were shot .", ""),
    ],
)
def test_inserts(text: str, inserted: str) -> None:
    words = text.split()
    found = [" ".join(words[start:end]) for start, end in READER.inserts([word.lower() for word in words])]
    assert " ".join(found) == inserted

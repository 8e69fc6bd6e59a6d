"""Numbers in words and figures: values, ranges, softening words, vague words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.patternfiles import default_patterns
from extractor.pipeline.people.numbers import NumberWords, Quantity

NUMBERS = NumberWords.load([default_patterns()])


def read(text: str) -> Quantity | None:
    """The quantity of a phrase whose last word is what is counted."""
    words = text.lower().replace("-", " - ").split() if " - " in text else text.lower().split()
    return NUMBERS.read(words, 0, len(words) - 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("three men", (3, 3, 3)),
        ("3 men", (3, 3, 3)),
        ("1,250 men", (1250, 1250, 1250)),
        ("twelve men", (12, 12, 12)),
        ("twenty-one men", (21, 21, 21)),
        ("twenty one men", (21, 21, 21)),
        ("ninety-nine men", (99, 99, 99)),
        ("a dozen men", (12, 12, 12)),
        ("two dozen men", (24, 24, 24)),
        ("half a dozen men", (6, 6, 6)),
        ("half-a-dozen men", (6, 6, 6)),
        ("a hundred men", (100, 100, 100)),
        ("one hundred men", (100, 100, 100)),
        ("one hundred and five men", (105, 105, 105)),
        ("two hundred and forty-six men", (246, 246, 246)),
        ("one hundred and thirty - seven men", (137, 137, 137)),
        ("one hundred twelve men", (112, 112, 112)),
        ("three thousand men", (3000, 3000, 3000)),
        ("a couple of men", (2, 2, 2)),
        ("a pair of men", (2, 2, 2)),
        ("both men", (2, 2, 2)),
        ("no men", (0, 0, 0)),
        ("at least 8 men", (8, 8, None)),
        ("at least eight men", (8, 8, None)),
        ("at least a dozen men", (12, 12, None)),
        ("more than 20 men", (20, 20, None)),
        ("over 20 men", (20, 20, None)),
        ("not less than 20 men", (20, 20, None)),
        ("no less than 20 men", (20, 20, None)),
        ("no fewer than 20 men", (20, 20, None)),
        ("up to 8 men", (None, 8, 8)),
        ("fewer than 8 men", (None, 8, 8)),
        ("less than 8 men", (None, 8, 8)),
        ("no more than 8 men", (None, 8, 8)),
        ("about 20 men", (None, 20, None)),
        ("around 20 men", (None, 20, None)),
        ("some 20 men", (None, 20, None)),
        ("an estimated 20 men", (None, 20, None)),
        ("a total of 20 men", (20, 20, 20)),
        ("6 to 8 men", (6, 6, 8)),
        ("six to eight men", (6, 6, 8)),
        ("five or six men", (5, 5, 6)),
        ("between six and eight men", (6, 6, 8)),
        ("8 or more men", (8, 8, None)),
    ],
)
def test_values(text: str, expected: tuple[int | None, int | None, int | None]) -> None:
    found = read(text)
    assert found is not None and (found.low, found.best, found.high) == expected


@pytest.mark.parametrize(
    ("text", "vague"),
    [
        ("dozens of men", "dozens"),
        ("several men", "several"),
        ("scores of men", "scores"),
        ("hundreds of men", "hundreds"),
        ("many men", "many"),
        ("some men", "some"),
        ("a few men", "few"),
        ("tens of men", "tens"),
        ("thousands of men", "thousands"),
        ("numerous men", "numerous"),
        ("multiple men", "multiple"),
        ("an unknown number of men", "unknown"),
    ],
)
def test_vague_words_have_no_value(text: str, vague: str) -> None:
    found = read(text)
    assert found is not None and (found.low, found.best, found.high, found.vague) == (None, None, None, vague)


def test_how_many_is_a_question_and_no_number() -> None:
    assert read("how many men") is None


@pytest.mark.parametrize(
    "text",
    ["men", "the men", "armed men", "fifth column men", "second-hand men", "oneness men", "tender men"],
)
def test_no_number(text: str) -> None:
    assert read(text) is None


@given(st.integers(0, 9_999_999))
def test_figures_with_and_without_commas(value: int) -> None:
    for text in (f"{value} men", f"{value:,} men"):
        found = read(text)
        assert found is not None and (found.low, found.best, found.high) == (value, value, value)


@given(
    st.lists(
        st.sampled_from(
            [
                "at",
                "least",
                "8",
                "six",
                "to",
                "or",
                "more",
                "than",
                "dozen",
                "a",
                "half",
                "hundred",
                "and",
                "-",
                "no",
                "up",
                "dozens",
                "of",
                "9,000",
                "between",
                "men",
                "about",
                "some",
            ]
        ),
        max_size=10,
    )
)
def test_every_quantity_is_a_valid_toll(words: list[str]) -> None:
    found = NUMBERS.read(words, 0, len(words))
    if found is not None:
        assert 0 <= found.start < found.end <= len(words)
        assert found.toll(" ".join(words)).vague == found.vague

"""The text in pieces: nothing lost, nothing moved, every mark where its words stand."""

from __future__ import annotations

from pathlib import Path

import making
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.articles import Article
from extractor.records import EventRecord, Evidence, Toll
from extractor.review.desk import Standing
from extractor.review.highlight import displayable, pieces, shown_toll


def standing(record: EventRecord) -> Standing:
    return Standing(record.id, 0, record, record, "open", None, "", None, 0)


def test_words_bear_the_rule_and_the_value(tmp_path: Path) -> None:
    article = making.write_articles(tmp_path / "a", {"checkpost": making.CHECKPOST})["checkpost"]
    found = pieces(article.text, [standing(making.checkpost_record(article))], "c1")
    labels = {piece.text: piece.label for piece in found if piece.marks}
    assert labels["four policemen"] == "casualties.killed = 4 (tolls/kill_verb)"
    assert labels["at least 11"] == "casualties.injured = at least 11 (casualties.injured/rule)"
    assert (
        labels["Landi Kotal"]
        == "location = Landi Kotal, Khyber, Khyber Pakhtunkhwa, Pakistan (location/rule)"
    )
    assert {piece.text: piece.colour for piece in found}["four policemen"] == "killed"


TEXT = "A bomb killed two 😀 people\r\nin \0Quetta."
SPANS = st.lists(st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 12)), max_size=12)


@given(SPANS)
def test_pieces_join_to_the_text(spans: list[tuple[int, int]]) -> None:
    article = Article("a", TEXT)
    items = []
    for start, length in spans:
        end = min(len(TEXT), start + length)
        items.append(Evidence(field="date", text=TEXT[start:end], start=start, end=end, rule=f"r/{start}"))
    record = making.record(article, "x").model_copy(update={"evidence": tuple(items)})
    found = pieces(TEXT, [standing(record)], "x")
    assert "".join(piece.text for piece in found) == displayable(TEXT)
    assert len(displayable(TEXT)) == len(TEXT) and "\0" not in displayable(TEXT)
    for piece in found:
        assert displayable(TEXT)[piece.start : piece.start + len(piece.text)] == piece.text
        rules = {item.rule for item in items if item.start <= piece.start < item.end}
        assert {mark.rule for mark in piece.marks} == rules


@pytest.mark.parametrize(
    ("toll", "expected"),
    [
        (None, "not said"),
        (Toll(low=0, best=0, high=0), "0"),
        (Toll(low=8, best=8), "at least 8"),
        (Toll(best=8, high=8), "up to 8"),
        (Toll(best=8), "about 8"),
        (Toll(low=6, best=6, high=8), "6–8"),
        (Toll(vague="dozens"), "dozens"),
    ],
)
def test_tolls_in_a_few_characters(toll: Toll | None, expected: str) -> None:
    assert shown_toll(toll) == expected

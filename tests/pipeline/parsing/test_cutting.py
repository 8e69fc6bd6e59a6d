"""The tokenizer that asks its expressions only of words that they can match: it cuts as spaCy's own."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokenizer import Tokenizer

from extractor.pipeline.parsing.cutting import sparing
from extractor.pipeline.parsing.model import DEFAULT_MODEL

ARTICLES = Path(__file__).parents[3] / "corpora" / "articles"
OWN: Tokenizer = import_module(DEFAULT_MODEL).load().tokenizer
SPARING: Tokenizer = sparing(OWN)


def cut(tokenizer: Tokenizer, text: str) -> list[str]:
    return [token.text_with_ws for token in tokenizer(text)]


def test_articles_are_cut_as_before() -> None:
    texts = [path.read_text("utf-8") for path in sorted(ARTICLES.glob("[ab]-*.txt"))]
    assert len(texts) > 20
    assert all(cut(SPARING, text) == cut(OWN, text) for text in texts)


@pytest.mark.parametrize(
    "text",
    [
        "US$5bn was paid. C$40 too",
        "see www.example.org/a?b=c, mail a@example.org, or http://localhost:80",
        "He said: “Don't—ever—go there…”",
        "a 5km-long, 12.5mm gun/rifle at 9a.m. in St.Louis; e.g. the U.S. and the 3rd-Bn.",
        "ªº №7 ±3°C €10m 20% 'quoted' (in brackets) end.Start",
    ],
)
def test_odd_words_are_cut_as_before(text: str) -> None:
    assert cut(SPARING, text) == cut(OWN, text)


@given(st.text(max_size=60))
def test_any_text_is_cut_as_before(text: str) -> None:
    assert cut(SPARING, text) == cut(OWN, text)


def test_it_is_written_down_as_the_own_is() -> None:
    assert SPARING.to_bytes(exclude=["vocab"]) == OWN.to_bytes(exclude=["vocab"])


def test_another_tokenizer_stays_as_it_is() -> None:
    assert sparing(str.split) is str.split

"""The parser's steps, called for many sentences at once: the parses of spaCy's own loop."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from extractor.pipeline.parsing.model import DEFAULT_MODEL
from extractor.pipeline.parsing.stepping import SteppingParser, with_lock_held

ARTICLES = Path(__file__).parents[3] / "corpora" / "articles"
Parse = list[tuple[int, str]]


@pytest.fixture(scope="module")
def model() -> Language:
    loaded: Language = import_module(DEFAULT_MODEL).load()
    return loaded


@pytest.fixture(scope="module")
def sentences() -> list[str]:
    """Sentences of one word and of many."""
    articles = sorted(ARTICLES.glob("b-*.txt"))[:12]
    lines = [line for article in articles for line in article.read_text("utf-8").splitlines() if line.strip()]
    return ["Bomb", "Gunmen fled.", *lines]


def tagged(model: Language, texts: list[str]) -> list[Doc]:
    docs = [model.make_doc(text) for text in texts]
    for name in ("tok2vec", "tagger"):
        docs = list(model.get_pipe(name).pipe(docs))  # type: ignore[attr-defined]
    return docs


def parses(docs: list[Doc]) -> list[Parse]:
    return [[(token.head.i, token.dep_) for token in doc] for doc in docs]


@pytest.mark.parametrize("batch_size", [1, 3, 128])
def test_the_parses_are_those_of_the_model(model: Language, sentences: list[str], batch_size: int) -> None:
    parser = model.get_pipe("parser")
    own = [parser(doc) for doc in tagged(model, sentences)]  # type: ignore[operator]
    stepped = list(SteppingParser(parser).pipe(tagged(model, sentences), batch_size))
    assert parses(stepped) == parses(own)
    assert any(len(set(parse)) > 20 for parse in parses(own))


@pytest.mark.parametrize(("name", "steps"), [("parser", True), ("beam_parser", False), ("tagger", False)])
def test_only_a_greedy_parser_is_stepped(name: str, steps: bool) -> None:
    component = Language().add_pipe(name)
    assert isinstance(with_lock_held(component), SteppingParser) is steps
    assert steps or with_lock_held(component) is component

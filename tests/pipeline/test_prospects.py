"""The gate over whole articles: what it passes by gives no record however it is read, and nothing is lost."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from extractor.articles import Article, read
from extractor.lexicon import load_lexicon
from extractor.pipeline import read_articles
from extractor.pipeline.build import reading_everything
from extractor.records import ArticleRef

ARTICLES = Path(__file__).parents[2] / "corpora" / "articles"
SPORT = "The striker scored in the second half of the final, and the coach praised the goalkeeper."
TRADE = "Shares fell by a tenth as sales and profits of the retailer slumped."
SHOW = "The singer's new album tops the charts, and the film of the concert opens on Friday."
# Ordinary sentences with words that events are told with.
ORDINARY = [
    SPORT,
    TRADE,
    SHOW,
    "He beat the keeper with a shot from twenty metres.",
    "The champions were beaten in a battle between two old rivals.",
    "Three players were hurt in training and one of them suffered a knee injury.",
    "The company's operation in Spain recovered from the loss.",
    "The firm was hit by the death of its founder.",
    "The actor dies in the last scene, shot by a gang member.",
    "Police arrested two men for fraud.",
    "The army of fans stormed the shops.",
    "No one was hurt.",
    "The rebels in the film attack a village and kill four soldiers.",
    "Forty people died when the ferry sank.",
]
EXAMPLES = sorted(
    {
        text
        for table in ("attack_types", "tolls")
        for e in getattr(load_lexicon(), table).values()
        for text in e.match
    }
)
_Row = tuple[str, ArticleRef, int]


def row(text: str) -> _Row:
    return text, ArticleRef(id="a", sha256=hashlib.sha256(text.encode()).hexdigest()), 0


def lines(nlp: Language, rows: Sequence[_Row]) -> list[list[str]]:
    return [[record.to_line() for record in records] for records in read_articles(nlp, rows)]


def assert_nothing_is_lost(nlp: Language, rows: Sequence[_Row]) -> None:
    with reading_everything(nlp):
        everything = lines(nlp, rows)
    assert lines(nlp, rows) == everything


@pytest.mark.parametrize(
    ("text", "passed_by"),
    [
        (f"{SPORT} He beat the keeper twice.", True),
        (f"{SPORT} The champions were beaten.", True),
        (f"{TRADE} The operation in Spain was closed.", True),
        (f"{SHOW} Her fans stormed the hall.", True),
        ("The death toll rose to nine.", True),
        ("The body of the car was painted red.", True),
        (f"{SPORT} {SHOW} {TRADE} The captain killed off the game, and two players were hurt.", True),
        ("The group seized the company.", True),  # none is named that it could stand for
        ("Boko Haram met. The group seized the company.", False),
        (f"{SPORT} {SHOW} {TRADE} Gunmen killed the captain.", False),
        (f"{SPORT} {SHOW} A bomb killed the captain.", False),
        (f"{SPORT} A bomb exploded outside the stadium, killing two people.", False),
        (f"{SPORT} A suicide bomber blew himself up.", False),
        (f"{SHOW} The Taliban attacked the hall.", False),
        (f"{SHOW} Gunmen shot dead the singer.", False),
        (f"{TRADE} Soldiers killed three men at the plant.", False),
        ("Three people were killed in Quetta.", False),
        ("Police arrested two men and recovered rifles.", False),
        ("Rain fell.", False),  # nothing to pass by: no word of an event
    ],
)
def test_what_is_passed_by(doc_of: Callable[[str], Doc], nlp: Language, text: str, passed_by: bool) -> None:
    with nlp.select_pipes(disable=["extractor_prospects"]):
        had_cues = bool(nlp(text)._.cues)
    assert (had_cues and not doc_of(text)._.cues) == passed_by


def test_what_a_long_article_tells_far_apart_is_no_one_event(doc_of: Callable[[str], Doc]) -> None:
    """A toll and an armed force thirty sentences later add up to nothing; side by side they may."""
    toll, force = "Three men were killed.", "The army was attacked."
    pause = [f"The price of tea rose by {number} rupees." for number in range(30)]
    near, far = " ".join([SPORT, toll, force, *pause]), " ".join([SPORT, toll, *pause, force])
    assert [bool(doc_of(text)._.cues) for text in (near, far)] == [True, False]


def test_nothing_is_lost_of_the_corpora(nlp: Language) -> None:
    articles = [each for each in read([str(ARTICLES)]) if isinstance(each, Article)]
    assert len(articles) > 30
    assert_nothing_is_lost(nlp, [(each.text, each.ref(), each.body_start) for each in articles])


@pytest.mark.parametrize("setting", ["", SPORT, TRADE, f"{SHOW} {SPORT}"])
def test_nothing_is_lost_of_the_examples_of_the_rules(nlp: Language, setting: str) -> None:
    assert len(EXAMPLES) > 50
    assert_nothing_is_lost(nlp, [row(f"{setting} {text}".strip()) for text in EXAMPLES])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([*ORDINARY, *EXAMPLES]), min_size=1, max_size=6))
def test_nothing_is_lost_of_any_mixture(nlp: Language, sentences: list[str]) -> None:
    assert_nothing_is_lost(nlp, [row(" ".join(sentences))])

"""One loaded pipeline for all tests of the steps, and short ways to say what a text gives.

Tolls are written as in the text: "8" is exactly eight, "8+" at least eight, "..8" up to eight, "6-8" a
range, "~8" about eight, "dozens" a vague word, "?" people of whom no number is said.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable
from functools import cache

import pytest
from spacy.language import Language
from spacy.tokens import Doc

import extractor
from extractor.pipeline import read_article
from extractor.pipeline.parsing.model import learn_less_of_words
from extractor.records import ArticleRef, EventRecord, Toll

WEDNESDAY = "2023-08-02"
_EFFECTS = ("killed", "injured", "arrested", "abducted")

Read = Callable[..., list[EventRecord]]


def reference(text: str, published: str | None = WEDNESDAY) -> ArticleRef:
    """The reference of an article with this text."""
    day = dt.date.fromisoformat(published) if published else None
    return ArticleRef(id="a1", published=day, sha256=hashlib.sha256(text.encode()).hexdigest())


def in_short(toll: Toll | None) -> str:
    """A toll in the notation of the tables."""
    if toll is None:
        return ""
    low, best, high = toll.low, toll.best, toll.high
    if best is None:
        return toll.vague or "?"
    if low is None and high is None:
        return f"~{best}"
    if low is None:
        return f"..{high}"
    if high is None:
        return f"{low}+"
    return f"{best}" if low == high else f"{low}-{high}"


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The pipeline as a run has it."""
    pipeline = extractor.load()
    learn_less_of_words(pipeline)
    return pipeline


@pytest.fixture(scope="session")
def doc_of(nlp: Language) -> Callable[[str], Doc]:
    """The Doc of a text, with what all steps left on it."""

    @cache
    def run(text: str) -> Doc:
        doc = nlp.make_doc(text)
        doc._.article = reference(text)
        doc._.published = doc._.article.published
        doc._.body_start = 0
        return nlp(doc)

    return run


@pytest.fixture(scope="session")
def events(nlp: Language) -> Read:
    """The records of a text published on a Wednesday, 2 August 2023, in the order of the text."""

    @cache
    def run(text: str, published: str | None = WEDNESDAY) -> list[EventRecord]:
        return read_article(nlp, text, article=reference(text, published))

    return run


@pytest.fixture(scope="session")
def tolls(events: Read) -> Callable[[str], str]:
    """The tolls that a text gives: "killed 3, injured 5+", two events parted by " | ".

    "none" is an event of which no toll is told.
    """

    def told(record: EventRecord) -> str:
        found = [(name, in_short(getattr(record.casualties, name))) for name in _EFFECTS]
        return ", ".join(f"{name} {toll}" for name, toll in found if toll)

    def run(text: str) -> str:
        records = events(text)
        return " | ".join(filter(None, map(told, records))) or ("none" if records else "no event")

    return run


@pytest.fixture(scope="session")
def actors(events: Read) -> Callable[[str], str]:
    """Who a text says did it: ids of named actors, words of unnamed ones, parted by ", "."""

    def run(text: str) -> str:
        found = [a.id or (a.text or "").lower() for record in events(text) for a in record.actors]
        return ", ".join(dict.fromkeys(found)) or "nobody"

    return run


@pytest.fixture(scope="session")
def statuses(events: Read) -> Callable[[str], str]:
    """The statuses of a text's records, parted by ", "; "none" where it gives no record."""

    def run(text: str) -> str:
        return ", ".join(record.status for record in events(text)) or "none"

    return run

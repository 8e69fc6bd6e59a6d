"""Every example of patterns/dates holds: `match` reads what it says, `no_match` nothing of its entry."""

import datetime as dt
from collections.abc import Iterator

import pytest
import spacy
from spacy.language import Language

import extractor.pipeline.dates  # noqa: F401  (registers the component)
from extractor.pipeline.dates.wording import Expression, expressions
from extractor.pipeline.mentions import DateMention


@pytest.fixture(scope="module")
def nlp() -> Language:
    made = spacy.blank("en")
    made.add_pipe("extractor_sentences")
    made.add_pipe("extractor_dates")
    return made


def read(nlp: Language, text: str, published: str) -> list[DateMention]:
    doc = nlp.make_doc(text)
    doc._.published = dt.date.fromisoformat(published) if published else None
    return nlp(doc)._.dates


def told(mention: DateMention) -> str:
    """A mention in the short form that the examples use."""
    if mention.kind == "chain":
        return f"chain {'same' if mention.chain_days is None else mention.chain_days}"
    if mention.start_date is None or mention.end_date is None:
        return "none"
    if mention.start_date == mention.end_date:
        return mention.start_date.isoformat()
    return f"{mention.start_date}..{mention.end_date}"


def matching() -> Iterator[tuple[Expression, str, str, str]]:
    for entry in expressions():
        for text, published, expected in entry.match:
            yield entry, text, published, expected


def not_matching() -> Iterator[tuple[Expression, str]]:
    for entry in expressions():
        for text in entry.no_match:
            yield entry, text


@pytest.mark.parametrize(("entry", "text", "published", "expected"), list(matching()))
def test_the_match_examples_read_what_they_say(
    nlp: Language, entry: Expression, text: str, published: str, expected: str
) -> None:
    assert [told(mention) for mention in read(nlp, text, published)] == [expected]


@pytest.mark.parametrize(("entry", "text"), list(not_matching()))
def test_the_no_match_examples_are_not_read_by_their_entry(
    nlp: Language, entry: Expression, text: str
) -> None:
    found = read(nlp, text, "2023-08-02")
    if entry.reading == "nothing":
        assert not found
    assert entry.rule not in {mention.rule for mention in found}


def test_every_entry_that_reads_a_date_has_an_example() -> None:
    assert not [entry.id for entry in expressions() if entry.reading != "nothing" and not entry.match]


def test_ids_are_unique() -> None:
    ids = [entry.id for entry in expressions()]
    assert len(ids) == len(set(ids))

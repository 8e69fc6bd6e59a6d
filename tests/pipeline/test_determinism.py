"""The same text gives the same records: twice, alone or in a batch, and in any company."""

from collections.abc import Callable

import numpy as np
import pytest
from spacy.language import Language
from spacy.tokens import Doc

import extractor
from extractor.pipeline import read_article, read_articles
from extractor.pipeline.parsing.embedding import KnownWords
from extractor.pipeline.parsing.model import open_model
from extractor.records import ArticleRef, EventRecord

Read = Callable[..., list[EventRecord]]

TEXTS = [
    "A bomb exploded at a market in Quetta on Monday, killing four people. The TTP claimed responsibility.",
    "Prices rose in Lahore on Monday.",
    "Gunmen shot dead a policeman in Bannu. In another incident, a mine killed two soldiers near Gao.",
    "",
    "Troops clashed with rebels near Lashio, leaving five rebels dead and two soldiers wounded.",
    (
        "Police arrested two Maoists in Gaya and recovered three rifles. On "
        "Sunday two Maoists surrendered in Sukma."
    ),
    "More than 300 people have been killed in bomb attacks in Balochistan since 2019.",
    "Gunmen kidnapped a doctor and his driver near Tank. No group claimed responsibility.",
]


def lines(records: list[EventRecord]) -> list[str]:
    return [record.to_line() for record in records]


@pytest.fixture(scope="module")
def references() -> list[ArticleRef]:
    import datetime as dt
    import hashlib

    return [
        ArticleRef(
            id=f"a{i}", published=dt.date(2023, 8, 2), sha256=hashlib.sha256(text.encode()).hexdigest()
        )
        for i, text in enumerate(TEXTS)
    ]


@pytest.fixture(scope="module")
def alone(nlp: Language, references: list[ArticleRef]) -> list[list[str]]:
    return [lines(read_article(nlp, text, article=ref)) for text, ref in zip(TEXTS, references, strict=True)]


def test_the_same_text_twice(nlp: Language, references: list[ArticleRef], alone: list[list[str]]) -> None:
    again = [lines(read_article(nlp, text, article=ref)) for text, ref in zip(TEXTS, references, strict=True)]
    assert again == alone


def test_a_batch_gives_what_each_text_gives_alone(
    nlp: Language, references: list[ArticleRef], alone: list[list[str]]
) -> None:
    batch = read_articles(nlp, [(text, ref, 0) for text, ref in zip(TEXTS, references, strict=True)])
    assert [lines(records) for records in batch] == alone


def test_a_batch_in_another_order(
    nlp: Language, references: list[ArticleRef], alone: list[list[str]]
) -> None:
    rows = [(text, ref, 0) for text, ref in zip(TEXTS, references, strict=True)]
    batch = [lines(records) for records in read_articles(nlp, reversed(rows))]
    assert batch[::-1] == alone


def test_every_text_in_the_company_of_every_other(
    nlp: Language, references: list[ArticleRef], alone: list[list[str]]
) -> None:
    for i in range(len(TEXTS)):
        for j in range(len(TEXTS)):
            pair = read_articles(nlp, [(TEXTS[i], references[i], 0), (TEXTS[j], references[j], 0)])
            assert [lines(records) for records in pair] == [alone[i], alone[j]]


def test_plain_spacy_use_gives_the_same_events(nlp: Language) -> None:
    text = TEXTS[0]
    assert [r.event_type for r in nlp(text)._.events] == [
        r.event_type for d in nlp.pipe([text]) for r in d._.events
    ]


def test_ids_do_not_depend_on_the_article_id_or_the_day(nlp: Language, references: list[ArticleRef]) -> None:
    ref = references[0]
    other = ref.model_copy(update={"id": "another", "path": "elsewhere/file.txt"})
    assert [r.id for r in read_article(nlp, TEXTS[0], article=ref)] == [
        r.id for r in read_article(nlp, TEXTS[0], article=other)
    ]


def test_ids_differ_between_events_and_between_texts(alone: list[list[str]]) -> None:
    ids = [EventRecord.model_validate_json(line).id for article in alone for line in article]
    assert len(set(ids)) == len(ids)


def test_an_id_is_what_it_was(nlp: Language, references: list[ArticleRef]) -> None:
    """Sixteen hexadecimal digits, as published records carry them."""
    for record in read_article(nlp, TEXTS[2], article=references[2]):
        assert len(record.id) == 16 and int(record.id, 16) >= 0


def test_loading_again_gives_the_same_pipeline() -> None:
    assert extractor.load() is extractor.load()


def test_records_come_in_the_order_of_the_text(events: Read) -> None:
    records = events(" ".join(TEXTS))
    first = [min(item.start for item in record.evidence if item.field == "event_type") for record in records]
    assert first == sorted(first)


def test_what_is_known_of_a_word_does_not_hang_on_the_words_it_was_read_with(nlp: Language) -> None:
    first_layer = open_model().get_pipe("tok2vec").model.layers[0].attrs["words"]._layer  # type: ignore[attr-defined]
    words = [f"{word}{i}" for i in range(40) for word in ("Bannu", "bomb", "the")]
    alone = KnownWords(first_layer)
    of_each = [alone.rows_of([Doc(nlp.vocab, words=[word])])[0][0] for word in words]
    together = KnownWords(first_layer).rows_of([Doc(nlp.vocab, words=words[::-1])])[0][::-1]
    assert np.array_equal(of_each, together)

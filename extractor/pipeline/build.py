"""The steps put together in their order; `load()` gives an ordinary spaCy Language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import cast

from spacy.language import Language
from spacy.tokens import Doc

from extractor.lexicon.lexicon import open_lexicon

# Importing a step registers its factory.
from extractor.patternfiles import default_patterns, part_of, pattern_files, read_yaml
from extractor.pipeline import dates, events, gate, places, prospects, sentences
from extractor.pipeline.names import entities
from extractor.pipeline.notes import noted
from extractor.pipeline.parsing import casing, parse
from extractor.pipeline.parsing.cutting import sparing
from extractor.pipeline.parsing.model import open_model
from extractor.pipeline.tokens import keep_tokens
from extractor.records import ArticleRef, EventRecord

STEPS = (
    *("casing", "sentences", "gate", "entities", "prospects"),
    *("places", "dates", "names", "parse", "events"),
)
_WITH_PATTERNS = ("casing", "gate", "entities", "prospects", "names", "parse", "events")
_WITH_MODEL = ("parse", "events")
__all__ = [
    "STEPS",
    "casing",
    "dates",
    "entities",
    "events",
    "gate",
    "load",
    "parse",
    "places",
    "prospects",
    "read_article",
    "read_articles",
    "reading_everything",
    "sentences",
]


def load(model: str | None = None, patterns: Sequence[Path | str] | Path | str | None = None) -> Language:
    """The pipeline as a spaCy Language: `nlp(text)._.events` are the records.

    `model` names an installed spaCy model (default: the small English one); `patterns` are folders
    of a user's own pattern files, laid over those of the package. Set `doc._.published` before the
    run, or use `read_article`, for dates that count from the day of publication.
    Raises ValueError for a model that is not installed, PatternError for a folder that is none.
    """
    folders = [patterns] if isinstance(patterns, (str, Path)) else list(patterns or ())
    return _load(model, tuple(str(folder) for folder in folders))


@cache
def _load(model_name: str | None, folders: tuple[str, ...]) -> Language:
    model = open_model(model_name)
    nlp = Language(
        vocab=model.vocab,
        meta={"lang": "en", "name": "extractor"},
        create_tokenizer=lambda _: sparing(model.tokenizer),
    )
    _add_abbreviations(nlp, folders)
    for step in STEPS:
        config: dict[str, object] = {}
        if step in _WITH_PATTERNS:
            config["patterns"] = list(folders)
        if step == "places":
            config["patterns"] = [str(default_patterns()), *folders]
        if step in _WITH_MODEL:
            config["model"] = model_name
        nlp.add_pipe(f"extractor_{step}", config=config)
    return nlp


@contextmanager
def reading_everything(nlp: Language) -> Iterator[None]:
    """No gate, inside the block: every sentence of every article is parsed. For comparisons."""
    parser = cast(parse.Parser, nlp.get_pipe("extractor_parse"))
    with nlp.select_pipes(disable=["extractor_prospects"]):
        parser.takes_all = True
        try:
            yield
        finally:
            parser.takes_all = False


def _add_abbreviations(nlp: Language, folders: Sequence[str]) -> None:
    for path in pattern_files(open_lexicon(folders).folders, "sentences"):
        for entry in read_yaml(path):
            for word in part_of(entry, "words", path):
                nlp.tokenizer.add_special_case(word, [{"ORTH": word}])  # type: ignore[union-attr]


def article_doc(nlp: Language, text: str, article: ArticleRef, body_start: int = 0) -> Doc:
    """A Doc that knows its article, ready for `nlp(doc)`."""
    doc = nlp.make_doc(text)
    keep_tokens(doc, text)
    noted(doc).article, noted(doc).published, noted(doc).body_start = article, article.published, body_start
    return doc


def read_article(nlp: Language, text: str, *, article: ArticleRef, body_start: int = 0) -> list[EventRecord]:
    """The records of one article; its text after title and headers starts at offset `body_start`."""
    return list(nlp(article_doc(nlp, text, article, body_start))._.events)


def read_articles(
    nlp: Language, articles: Iterable[tuple[str, ArticleRef, int]]
) -> Iterator[list[EventRecord]]:
    """The records of many articles, in their order; each is (text, reference, body_start)."""
    for doc in nlp.pipe(article_doc(nlp, *each) for each in articles):
        yield list(noted(doc).events)

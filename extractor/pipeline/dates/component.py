"""The spaCy component of the dates step."""

from __future__ import annotations

import datetime as dt

from spacy.language import Language
from spacy.tokens import Doc

from extractor.pipeline.dates.anchors import find_anchors
from extractor.pipeline.dates.datelines import DATELINE_RULE, mark_datelines
from extractor.pipeline.dates.forms import forms_by_first_word
from extractor.pipeline.dates.joining import join_mentions
from extractor.pipeline.dates.reading_text import read_mentions
from extractor.pipeline.lookup import body_token
from extractor.pipeline.mentions import DateMention
from extractor.pipeline.notes import noted


class DateReader:
    """Sets `doc._.dates`, the DateMentions of the text in order of position.

    Reads `doc._.published` (datetime.date or None), the tokens and the sentence starts. A text without
    a publication date counts from the date of its own dateline, if that is a full one.
    """

    def __init__(self) -> None:
        forms_by_first_word()  # read now: a broken pattern file is an error of loading, not of a text

    def __call__(self, doc: Doc) -> Doc:
        if noted(doc).passed_by:
            return doc
        mentions = _read(doc, noted(doc).published)
        if noted(doc).published is None:
            told = next((mention.start_date for mention in mentions if mention.rule == DATELINE_RULE), None)
            mentions = _read(doc, told) if told else mentions
        first = body_token(doc)
        noted(doc).dates = [mention for mention in mentions if mention.start >= first]
        noted(doc).date_anchors = find_anchors(doc, noted(doc).dates)
        return doc


def _read(doc: Doc, published: dt.date | None) -> list[DateMention]:
    return mark_datelines(doc, join_mentions(doc, list(read_mentions(doc, published)), published))


@Language.factory("extractor_dates", assigns=["doc._.dates"])
def make_date_reader(nlp: Language, name: str) -> DateReader:
    """The component as spaCy builds it."""
    return DateReader()

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

# So many days later a paper prints what its wire sent.
_PRINTED_AFTER = 3
# So many words from the first one may a dateline stand.
_HEAD = 12


class DateReader:
    """Sets `doc._.dates`, the DateMentions of the text in order of position.

    Reads `doc._.published` (datetime.date or None), the tokens and the sentence starts. The days of a text
    count from its own dateline where it has no publication date, or one of a few days later: a paper of 8
    November prints "BELFAST, Nov. 7 - A bomb went off tonight".
    """

    def __init__(self) -> None:
        forms_by_first_word()  # read now: a broken pattern file is an error of loading, not of a text

    def __call__(self, doc: Doc) -> Doc:
        if noted(doc).passed_by:
            return doc
        published, first = noted(doc).published, body_token(doc)
        mentions = _read(doc, published)
        told = _written_on(mentions, published, first)
        mentions = _read(doc, told) if told else mentions
        noted(doc).dates = [mention for mention in mentions if mention.start >= first]
        noted(doc).date_anchors = find_anchors(doc, noted(doc).dates)
        return doc


def _written_on(mentions: list[DateMention], published: dt.date | None, first: int) -> dt.date | None:
    """The day of the dateline, for a text without a publication date, or one whose only dateline stands
    at its head (`first` is its first token) and is of a few days before."""
    lines = [mention for mention in mentions if mention.rule == DATELINE_RULE]
    told = lines[0].start_date if lines else None
    if told is None or published is None:
        return told
    alone = len({line.start_date for line in lines}) == 1 and lines[0].start - first <= _HEAD
    return told if alone and 0 < (published - told).days <= _PRINTED_AFTER else None


def _read(doc: Doc, published: dt.date | None) -> list[DateMention]:
    return mark_datelines(doc, join_mentions(doc, list(read_mentions(doc, published)), published))


@Language.factory("extractor_dates", assigns=["doc._.dates"])
def make_date_reader(nlp: Language, name: str) -> DateReader:
    """The component as spaCy builds it."""
    return DateReader()

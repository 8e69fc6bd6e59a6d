"""From tokens to single date mentions: where forms match, what they say, the longest first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from extractor.pipeline.dates.forms import first_word, forms_by_first_word, matches_at
from extractor.pipeline.dates.found import Found, Reading
from extractor.pipeline.dates.readings import READINGS
from extractor.pipeline.dates.wording import Expression, cues
from extractor.pipeline.mentions import DateMention

_OPENING_TOKENS = 2
_AHEAD_REACH = 8
_TRAILING = ", \n"  # a comma that would have led to a year belongs to the sentence


def read_mentions(doc: Doc, published: dt.date | None) -> Iterator[DateMention]:
    """The date mentions of `doc` in order, none overlapping, each as its words alone say."""
    text = doc.text
    forms = forms_by_first_word()
    free_from = 0
    for token in doc:
        if token.idx < free_from:
            continue
        candidates = forms.get(first_word(token.text))
        if not candidates:
            continue
        for match, expression in matches_at(text, token.idx, candidates):
            if expression.reading == "nothing":
                free_from = match.end()
                break
            slots = {name: value for name, value in match.groupdict().items() if value is not None}
            opens_text = token.i < _OPENING_TOKENS
            found = Found(slots, match.group(), expression, published, opens_text, _looks_ahead(token))
            reading = READINGS[expression.reading](found)
            if reading is not None:
                free_from = token.idx + len(match.group().rstrip(_TRAILING))
                yield _mention(doc, token.i, free_from, reading, expression)
                break


def _looks_ahead(token: Token) -> bool:
    """Whether a word shortly before, in the same sentence, puts a date into the future ("will meet on")."""
    doc = token.doc
    for position in range(token.i, max(token.i - _AHEAD_REACH, 0), -1):
        if doc[position].is_sent_start:
            return False
        if doc[position - 1].lower_ in cues().looking_ahead:
            return True
    return False


def _mention(doc: Doc, start: int, end_char: int, reading: Reading, expression: Expression) -> DateMention:
    end = start + 1
    while end < len(doc) and doc[end].idx < end_char:
        end += 1
    return DateMention(
        start=start,
        end=end,
        start_date=reading.start,
        end_date=reading.end,
        precision=reading.precision,
        basis=reading.basis,
        kind=reading.kind,
        rule=expression.rule,
        chain_days=reading.chain_days,
    )

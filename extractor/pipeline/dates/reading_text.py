"""From tokens to single date mentions: where forms match, what they say, the longest first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from spacy.tokens import Doc

from extractor.pipeline.dates.forms import first_word, forms_by_first_word, matches_at
from extractor.pipeline.dates.found import Found, Reading
from extractor.pipeline.dates.readings import READINGS
from extractor.pipeline.dates.wording import Expression, cues
from extractor.pipeline.mentions import DateMention
from extractor.pipeline.tokens import tokens_of

_OPENING_TOKENS = 2
_AHEAD_REACH = 8
_TRAILING = ", \n"  # a comma that would have led to a year belongs to the sentence


def read_mentions(doc: Doc, published: dt.date | None) -> Iterator[DateMention]:
    """The date mentions of `doc` in order, none overlapping, each as its words alone say."""
    tokens = tokens_of(doc)
    text = tokens.text
    forms = forms_by_first_word()
    free_from = 0
    for position, (word, low, offset) in enumerate(
        zip(tokens.words, tokens.lower, tokens.starts, strict=True)
    ):
        if offset < free_from:
            continue
        candidates = forms.get(first_word(word) if "-" in word or word[0].isdigit() else low)
        if not candidates:
            continue
        for match, expression in matches_at(text, offset, candidates):
            if expression.reading == "nothing":
                free_from = match.end()
                break
            slots = {name: value for name, value in match.groupdict().items() if value is not None}
            opens_text = position < _OPENING_TOKENS
            ahead = _looks_ahead(doc, position)
            found = Found(slots, match.group(), expression, published, opens_text, ahead)
            reading = READINGS[expression.reading](found)
            if reading is not None:
                free_from = offset + len(match.group().rstrip(_TRAILING))
                end = max(position + 1, tokens.first_from(free_from))
                yield _mention(position, end, reading, expression)
                break


def _looks_ahead(doc: Doc, start: int) -> bool:
    """Whether a word shortly before, in the same sentence, puts a date into the future ("will meet on")."""
    lower, looking_ahead = tokens_of(doc).lower, cues().looking_ahead
    for position in range(start, max(start - _AHEAD_REACH, 0), -1):
        if doc[position].is_sent_start:
            return False
        if lower[position - 1] in looking_ahead:
            return True
    return False


def _mention(start: int, end: int, reading: Reading, expression: Expression) -> DateMention:
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

"""The time that "since" leads up to: "since the war began in 1983"."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from spacy.tokens import Doc

from extractor.pipeline.dates.anchors import anchors_of, sentence_start
from extractor.pipeline.dates.joining import SINCE
from extractor.pipeline.dates.wording import cues
from extractor.pipeline.mentions import DateMention
from extractor.pipeline.notes import noted

_SINCE_REACH = 20  # tokens from "since" to the date of what began then
_CLOSES = frozenset({",", ";", ":", "."})


def since_then(doc: Doc, start: int, chosen: DateMention | None) -> DateMention | None:
    """ "Since the war began in 1983": of the total at token `start`, the time from the day that "since"
    leads up to; the date chosen for it where the sentence has no such words, or that is a period."""
    if chosen is not None and chosen.kind == "period":
        return chosen
    anchors = anchors_of(doc)
    sentence = anchors.sentence(start)
    first = bisect_left(anchors.sentence_of, sentence)
    last = bisect_left(anchors.sentence_of, sentence + 1)
    spans = (_from_then(doc, mention) for mention in noted(doc).dates[first:last])
    return next((span for span in spans if span is not None), chosen)


def _from_then(doc: Doc, mention: DateMention) -> DateMention | None:
    """The time from a day that "since" leads up to; the words in between tell what began then."""
    published = noted(doc).published
    if mention.kind != "point" or mention.start_date is None:
        return None
    if published is not None and published < mention.start_date:
        return None
    floor = max(sentence_start(doc, mention.start), mention.start - _SINCE_REACH)
    for position in range(mention.start - 1, floor - 1, -1):
        if doc[position].lower_ in cues().open_start:
            return replace(
                mention, start=position, end_date=published, precision="period", kind="period", rule=SINCE
            )
        if doc[position].text in _CLOSES:
            return None
    return None

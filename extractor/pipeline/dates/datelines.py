"""Which dates belong to the article, not to the news in it: "Lima, 23 Aug 88 (EFE) --", bylines."""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Doc

from extractor.pipeline.dates.wording import cues, words
from extractor.pipeline.mentions import DateMention

DATELINE_RULE = "dates/dateline"
_LONGEST_PLACE_LINE = 80
_LONGEST_BYLINE = 120
_AFTER_DATELINE = re.compile(r"[\])]?\s*(?:\([^)\n]{1,60}\))?\s*(?:--|—|–|-\s)")
_AFTER_PLACE_AND_DATE = re.compile(r"[\])]?\s*(?:\([^)\n]{1,60}\)\s*:?|:)")
_FIRST_WORD = re.compile(r"\w+")
_SHORT_WORD = 3  # "Rio de Janeiro": the only words of a place line that begin in lower case
_DASHES = ("—", "–", "--")


def mark_datelines(doc: Doc, mentions: list[DateMention]) -> list[DateMention]:
    """The mentions, with the rule "dates/dateline" on those that only date the article."""
    text = doc.text
    return [
        replace(mention, rule=DATELINE_RULE) if _is_dateline(doc, text, mention) else mention
        for mention in mentions
    ]


def _is_dateline(doc: Doc, text: str, mention: DateMention) -> bool:
    if mention.basis != "explicit" and not mention.rule.endswith(("day_month", "month_day")):
        return False
    if doc[mention.start].lower_ in words().lead_in:
        return False
    start = doc[mention.start].idx
    end = doc[mention.end - 1].idx + len(doc[mention.end - 1])
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line = text[line_start : line_end if line_end >= 0 else len(text)]
    before, after = text[line_start:start], text[end : end + _LONGEST_PLACE_LINE]
    return _is_place_line(before, after) or _is_byline(
        line, before, text[end : line_start + len(line)], len(text)
    )


def _is_place_line(before: str, after: str) -> bool:
    """ "Lima, 23 Aug 88 (EFE) -- ..." at the start of a line."""
    if len(before) > _LONGEST_PLACE_LINE or re.search(r"[.!?]\s", before):
        return False
    if _AFTER_DATELINE.match(after):
        return all(not word[0].islower() or len(word) <= _SHORT_WORD for word in before.split())
    return before.rstrip().endswith(",") and before.isascii() and bool(_AFTER_PLACE_AND_DATE.match(after))


def _is_byline(line: str, before: str, after: str, length: int) -> bool:
    """A line of its own, in a text of `length` characters, that says who wrote or when it was published."""
    if len(line) > _LONGEST_BYLINE or line.rstrip().endswith((".", "!", "?", '"', "”")):
        return False
    if line.lstrip().startswith(_DASHES):
        return True
    first = _FIRST_WORD.search(line)
    opened = first is not None and first.group().lower() in cues().bylines
    alone = len(before.split()) + len(after.split()) <= 1
    return opened or (alone and len(line) < length)

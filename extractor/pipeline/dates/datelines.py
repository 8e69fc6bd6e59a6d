"""Which dates belong to the article, not to the news in it: "Lima, 23 Aug 88 (EFE) --", bylines."""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Doc

from extractor.pipeline.dates.wording import cues, words
from extractor.pipeline.mentions import DateMention
from extractor.pipeline.tokens import Tokens, tokens_of

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
    tokens = tokens_of(doc)
    found = [mention for mention in mentions if _is_dateline(tokens, mention)]
    headings = [mention for mention in found if _opens_line(tokens, mention)]
    if len({mention.start_date for mention in headings}) > 1:  # a chronicle: each dates its own entry
        found = [mention for mention in found if mention not in headings]
    return [replace(mention, rule=DATELINE_RULE) if mention in found else mention for mention in mentions]


def _opens_line(tokens: Tokens, mention: DateMention) -> bool:
    """ "March 10 - A bomb went off": the date stands first, and the line tells something."""
    text, start, end = tokens.text, tokens.starts[mention.start], tokens.ends[mention.end - 1]
    told = text[end : end + _LONGEST_BYLINE].partition("\n")[0]
    return text[:start].rpartition("\n")[2].strip() == "" and len(told.split()) > 1


def _is_dateline(tokens: Tokens, mention: DateMention) -> bool:
    if mention.basis != "explicit" and not mention.rule.endswith(("day_month", "month_day")):
        return False
    if tokens.lower[mention.start] in words().lead_in:
        return False
    text, start, end = tokens.text, tokens.starts[mention.start], tokens.ends[mention.end - 1]
    before = text[max(start - _LONGEST_BYLINE, 0) : start].rpartition("\n")[2]
    after = text[end : end + _LONGEST_BYLINE].partition("\n")[0]
    whole_text = len(before) == start and end + len(after) == len(text)
    return _is_place_line(before, after) or (not whole_text and _is_byline(before, text[start:end], after))


def _is_place_line(before: str, after: str) -> bool:
    """ "Lima, 23 Aug 88 (EFE) -- ..." at the start of a line."""
    if len(before) > _LONGEST_PLACE_LINE or re.search(r"[.!?]\s", before):
        return False
    if _AFTER_DATELINE.match(after):
        return all(not word[0].islower() or len(word) <= _SHORT_WORD for word in before.split())
    return before.rstrip().endswith(",") and before.isascii() and bool(_AFTER_PLACE_AND_DATE.match(after))


def _is_byline(before: str, date: str, after: str) -> bool:
    """A line of its own that says who wrote the text, or when it was published or posted."""
    line = before + date + after
    if len(line) > _LONGEST_BYLINE or line.rstrip().endswith((".", "!", "?", '"', "”")):
        return False
    if line.lstrip().startswith(_DASHES):
        return True
    first = _FIRST_WORD.search(line)
    opened = first is not None and first.group().lower() in cues().bylines
    return opened or len(before.split()) + len(after.split()) <= 1

"""What neighbours make of a date: "Friday [4 September]", "from Monday to May 3", "since July"."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from spacy.tokens import Doc

from extractor.pipeline.dates.days import Span, make_day, month_of, precision_of
from extractor.pipeline.dates.wording import cues, words
from extractor.pipeline.mentions import DateMention
from extractor.records import DateBasis

# The rule of a span that is still open at publication.
SINCE = "dates/since"
_LONGEST_GAP = 4
_LONGEST_SLIP = 14
# The rules whose dates are days of the calendar, which explain a weekday beside them.
_CALENDAR_RULES = frozenset(
    f"dates/{name}"
    for name in ("day_month", "month_day", "iso_date", "numeric_date", "bracketed_day_and_month")
)
_YEARLESS_RULES = frozenset((*_CALENDAR_RULES, "dates/month"))
_YEAR_RULES = frozenset(("dates/year", "dates/this_unit", "dates/last_unit"))
_BEFORE_ITS_YEAR = frozenset((",", "of"))
_SAME_PERIOD = "dates/same_period"
_WEEKDAY_RULE = "dates/weekday"
_LONGEST_LEAD_IN = 6
_OPENING = frozenset("([")
_CLOSING = frozenset(")]")


def join_mentions(doc: Doc, mentions: list[DateMention], published: dt.date | None) -> list[DateMention]:
    """The mentions with appositions merged, spans closed, lead-in words added and cues applied."""
    joined: list[DateMention] = []
    ceilings = [*(mention.start for mention in mentions[1:]), len(doc)]
    for bare, ceiling in zip(mentions, ceilings, strict=False):
        mention = _with_part_of_day(doc, bare, ceiling)
        before = joined[-1] if joined else None
        merged = before and (
            _with_its_year(doc, before, mention)
            or _apposition(doc, before, mention)
            or _span(doc, before, mention)
        )
        if merged:
            joined[-1] = merged
            continue
        floor = before.end if before else 0
        joined.append(_with_lead_in(doc, mention, floor))
    opened = [_open_span(doc, mention, published) for mention in joined]
    return [_on_that_day(doc, opened[i - 1], mention) if i else mention for i, mention in enumerate(opened)]


def _on_that_day(doc: Doc, before: DateMention, mention: DateMention) -> DateMention:
    """The weekday that falls on the day told before it in its sentence is that day: "on 30 September 2022
    police fired on a crowd after Friday prayers"."""
    if mention.rule != _WEEKDAY_RULE or before.basis != "explicit" or not is_calendar_day(before):
        return mention
    if before.start_date != before.end_date or mention.start_date != mention.end_date:
        return mention
    if before.start_date is None or not _same_weekday(before, mention):
        return mention
    if any(token.is_sent_start for token in doc[before.end : mention.start + 1]):
        return mention
    return replace(mention, start_date=before.start_date, end_date=before.end_date, basis=before.basis)


def _gap(doc: Doc, left: DateMention, right: DateMention) -> list[str] | None:
    """The words between two mentions, lower-cased; None where they are far apart or in two sentences."""
    between = doc[left.end : right.start]
    if len(between) > _LONGEST_GAP or doc[right.start].is_sent_start:
        return None
    if any(token.is_sent_start for token in between):
        return None
    return [token.lower_ for token in between]


def is_calendar_day(mention: DateMention) -> bool:
    """Whether a date is told by its day and month."""
    return mention.rule in _CALENDAR_RULES and mention.kind == "point"


def _apposition(doc: Doc, left: DateMention, right: DateMention) -> DateMention | None:
    """A weekday (or "today", "two days earlier") and the calendar day that explains it are one mention."""
    gap = _gap(doc, left, right)
    if left.rule == _SAME_PERIOD and gap is not None and set(gap) <= words().lead_in and right.start_date:
        return replace(right, start=left.start, kind="period")
    if gap is None or is_calendar_day(left) == is_calendar_day(right) or not set(gap) <= cues().apposition:
        return None
    day, other = (right, left) if is_calendar_day(right) else (left, right)
    if other.kind == "period" or other.precision not in ("day", "days"):
        return None
    if other is right and (not _same_weekday(day, other) or len(gap) > 2):
        return None
    day = _in_the_year_of_its_weekday(day, other)
    closed = bool(_OPENING & set(gap)) and right.end < len(doc) and doc[right.end].text in _CLOSING
    return replace(day, start=left.start, end=right.end + closed)


def _with_its_year(doc: Doc, left: DateMention, right: DateMention) -> DateMention | None:
    """ "March last year", "on May 5 of this year": the year told behind a date without one is its year."""
    gap = _gap(doc, left, right)
    if gap is None or not set(gap) <= _BEFORE_ITS_YEAR or left.basis == "explicit":
        return None
    if left.rule not in _YEARLESS_RULES or right.rule not in _YEAR_RULES or right.precision != "year":
        return None
    if left.start_date is None or left.end_date is None or right.start_date is None:
        return None
    turns = left.end_date.year - left.start_date.year
    start = make_day(right.start_date.year - turns, left.start_date.month, left.start_date.day)
    end = make_day(right.start_date.year, left.end_date.month, left.end_date.day)
    if left.precision == "month" and left.end_date.year != right.start_date.year:
        end = month_of(right.start_date.year, left.end_date.month).end
    return replace(left, end=right.end, start_date=start, end_date=end) if start and end else None


def _in_the_year_of_its_weekday(day: DateMention, other: DateMention) -> DateMention:
    """The day, or a year later: "Tuesday [13 October]" is no Monday of last year but a slip of days."""
    if day.basis == "explicit" or other.rule != _WEEKDAY_RULE or _same_weekday(day, other):
        return day
    start, end = day.start_date, day.end_date
    if start is None or start != end or other.start_date is None:
        return day
    later = make_day(start.year + 1, start.month, start.day)
    slipped = later is not None and 0 < (later - other.start_date).days <= _LONGEST_SLIP
    if later is None or not slipped or later.weekday() != other.start_date.weekday():
        return day
    return replace(day, start_date=later, end_date=later)


def _same_weekday(day: DateMention, other: DateMention) -> bool:
    if day.start_date is None or other.start_date is None:
        return True
    return day.start_date.weekday() == other.start_date.weekday()


def _span(doc: Doc, left: DateMention, right: DateMention) -> DateMention | None:
    """ "from Monday to 5 May", "between January and March": two mentions that bound one period;
    so do those of "broke out on Monday and lasted until Friday"."""
    gap = _gap(doc, left, right)
    if not gap or gap[-1] not in cues().span_joiners:
        return None
    if left.kind == "chain" or right.kind == "chain":
        return None
    opener = max(left.start - 1, 0)
    opening = {token.lower_ for token in doc[opener : left.end]} & cues().span_openers
    between = [word for word in gap[:-1] if word != ","]
    if not (cues().going_on.issuperset(between) if between else opening):
        return None
    start, end = left.start_date, right.end_date
    if start and end and start > end:
        return None
    precision = precision_of(Span(start, end)) if start and end else "period"
    basis: DateBasis = "explicit" if left.basis == right.basis == "explicit" else "relative"
    return replace(
        left,
        start=opener if doc[opener].lower_ in cues().span_openers else left.start,
        end=right.end,
        start_date=start,
        end_date=end,
        precision=precision,
        basis=basis,
        kind="period",
        rule="dates/span",
    )


def _with_part_of_day(doc: Doc, mention: DateMention, ceiling: int) -> DateMention:
    """ "July 9 morning" is read whole, unless the next mention has that word (from token `ceiling`)."""
    if mention.end < ceiling and doc[mention.end].lower_ in words().parts_of_day:
        return replace(mention, end=mention.end + 1)
    return mention


def _with_lead_in(doc: Doc, mention: DateMention, floor: int) -> DateMention:
    """The mention with the words that lead up to it ("on", "in the night of"), not before token `floor`."""
    start = mention.start
    while start > max(floor, mention.start - _LONGEST_LEAD_IN) and not doc[start].is_sent_start:
        if doc[start - 1].lower_ not in words().lead_in:
            break
        start -= 1
    return replace(mention, start=start) if start != mention.start else mention


def _open_span(doc: Doc, mention: DateMention, published: dt.date | None) -> DateMention:
    """ "since July" runs to publication, "until Friday" from a start the text leaves open."""
    if mention.kind == "chain" or mention.rule == "dates/span":
        return mention
    first = doc[mention.start].lower_
    before = doc[mention.start - 1].lower_ if mention.start and not doc[mention.start].is_sent_start else ""
    known = cues()
    inside = first in known.open_start | known.open_end | known.span_openers
    cue, start = (first, mention.start) if inside else (before, mention.start - 1)
    if cue in known.span_openers and mention.start_date != mention.end_date:
        return replace(mention, start=start, kind="period")
    if cue in known.open_start and _tells_what_was_then(doc, mention.end):
        return replace(mention, kind="point")
    if cue in known.open_start:
        ahead = published is not None and mention.start_date is not None and mention.start_date > published
        whole = replace(mention, start=start, precision="period", kind="period", rule=SINCE)
        return replace(whole, end_date=None if ahead else published)
    if cue in known.open_end:
        whole = replace(mention, start=start, precision="period", kind="period", rule="dates/until")
        return replace(whole, start_date=None)
    return mention


def _tells_what_was_then(doc: Doc, end: int) -> bool:
    """True for "since 30 January, when a bomber killed 84", where the date ends at token `end`."""
    return end + 1 < len(doc) and doc[end].text == "," and doc[end + 1].lower_ in cues().on_which

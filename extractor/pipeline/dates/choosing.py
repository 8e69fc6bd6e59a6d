"""Which date of the text dates an event, and what a chain ("two days later") comes to."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from dataclasses import replace

from spacy.tokens import Doc

from extractor.pipeline.dates import days
from extractor.pipeline.dates.anchors import (
    YEAR_OF_SOMETHING,
    DateAnchors,
    anchors_of,
    belongs_elsewhere,
    can_date_event,
    in_clause_of_its_own,
    is_future,
    is_reported,
    sentence_start,
)
from extractor.pipeline.dates.datelines import DATELINE_RULE
from extractor.pipeline.dates.wording import cues
from extractor.pipeline.lookup import within
from extractor.pipeline.mentions import DateMention
from extractor.pipeline.notes import noted
from extractor.pipeline.tokens import tokens_of

_CLAUSE_COST = 12
_COMMA_COST = 2
_AND_COST = 3
_OWN_CLAUSE_REACH = 2  # "the attack which killed two in July": the clause is the trigger's own
_REPORTED_COST = 30
_PERIOD_COST = 20
_COARSE_COST = {"day": 0, "days": 1, "week": 3, "month": 5, "year": 8, "period": 10}
_EVE_OF = "dates/eve_of"  # hangs on what it names, not on the event told before
_ATTRIBUTE_REACH = 4
_SENTENCES_BACK = 2
_SAME_DAY_REACH = 40  # tokens
_FARTHEST = 80  # tokens between a date and a trigger that are read
_LEAD_REACH = 6  # sentences
_LEAD_REACH_ACROSS = 2
_NEIGHBOURS = 8  # dates on either side of a trigger that are looked at


def choose_date(
    doc: Doc,
    start: int,
    end: int,
    previous: DateMention | None = None,
    aggregate: bool = False,
    part: range | None = None,
) -> DateMention | None:
    """The date mention for an event whose trigger spans tokens start:end, resolved; None where no date fits.

    The nearest fitting date of the same sentence comes first, then a sentence such as "The incident
    took place on Monday", then the sentences just before, then the date the text opens with, then the day
    somebody reported it. `previous` is the date of the event told before, which chains hang on.
    With `aggregate` the periods that totals cover ("since 2019") come first. Outside the tokens of `part` the
    sentence tells of another event.
    """
    anchors = anchors_of(doc)
    sentence = anchors.sentence(start)
    told_before = _told_before(doc, anchors, sentence, previous)
    own = _own_dates(doc, start, end, previous or told_before or anchors.lead, aggregate, part)
    best = next((mention for mention in own if _dates_well(doc, mention, aggregate)), None)
    if best is not None and best.precision == "day":
        return best
    reference = anchors.reference
    told_after = reference is not None and anchors.sentence(reference.start) >= sentence
    if reference is not None and told_after and _may_narrow(reference, best):
        return reference
    lead = anchors.lead if anchors.lead and _within_lead(doc, anchors, anchors.lead, sentence) else None
    if lead is not None and part and anchors.sentence(lead.start) == sentence and lead.start not in part:
        lead = None
    if own and lead is not None and _is_told_next(doc, anchors, lead, sentence):
        lead = None
    fallbacks = (best, told_before, lead, reference, *own)
    return next((mention for mention in fallbacks if mention is not None and mention.start_date), None)


def _is_told_next(doc: Doc, anchors: DateAnchors, lead: DateMention, sentence: int) -> bool:
    """Whether a date stands in a later sentence, with words for an event: it is of that."""
    number = anchors.sentence(lead.start)
    starts = (*anchors.sentence_starts, len(doc))
    return number > sentence and bool(within(noted(doc).cues, starts[number], starts[number + 1]))


def _within_lead(doc: Doc, anchors: DateAnchors, lead: DateMention, sentence: int) -> bool:
    """Whether a sentence still tells the news that the text opens with: in its paragraph, or soon after."""
    distance = sentence - anchors.sentence(lead.start)
    if distance > _LEAD_REACH:
        return False
    return distance <= _LEAD_REACH_ACROSS or not _new_paragraph(
        doc, lead.end, anchors.sentence_starts[sentence]
    )


def _new_paragraph(doc: Doc, start: int, end: int) -> bool:
    return any("\n" in word for word in tokens_of(doc).words[start:end])


def own_date(
    doc: Doc,
    start: int,
    end: int,
    previous: DateMention | None = None,
    aggregate: bool = False,
    part: range | None = None,
) -> DateMention | None:
    """The date that the sentence of a trigger itself gives the event, resolved; None where it gives none.

    No dateline, no date to come, no day on which somebody only spoke, no date of another matter, none outside
    the tokens of `part`.
    """
    own = _own_dates(doc, start, end, previous, aggregate, part)
    return next((mention for mention in own if _dates_well(doc, mention, aggregate)), None)


def _own_dates(
    doc: Doc, start: int, end: int, previous: DateMention | None, aggregate: bool, part: range | None
) -> list[DateMention]:
    anchors = anchors_of(doc)
    ranked = _ranked(doc, anchors, anchors.sentence(start), start, end, aggregate)
    return [_resolved(doc, mention, previous) for mention in ranked if not part or mention.start in part]


def _dates_well(doc: Doc, mention: DateMention, aggregate: bool) -> bool:
    """Whether a mention of the sentence needs no other to be looked for."""
    if mention.start_date is None or is_reported(doc, mention):
        return False
    return aggregate or mention.kind == "point"


def resolve_chain(mention: DateMention, previous: DateMention | None) -> DateMention:
    """A chain mention with its days, counted from `previous`; unchanged where it cannot be resolved."""
    if mention.kind != "chain" or previous is None or previous.start_date is None:
        return mention
    if not mention.chain_days:
        return _same_time(mention, previous)
    if previous.precision not in ("day", "days"):
        return _same_time(mention, previous)  # "the following day" after "in April": some day of April
    base = previous.start_date if mention.chain_days < 0 else previous.end_date or previous.start_date
    day = _shifted(base, mention)
    unit = mention.precision if mention.precision in ("month", "year") else "day"
    span = days.unit_around(day, unit)
    return replace(mention, start_date=span.start, end_date=span.end, kind="point")


def _same_time(mention: DateMention, previous: DateMention) -> DateMention:
    kind = previous.kind if mention.chain_days is None else "point"
    return replace(
        mention,
        start_date=previous.start_date,
        end_date=previous.end_date,
        precision=previous.precision,
        kind=kind,
    )


def _shifted(base: dt.date, mention: DateMention) -> dt.date:
    assert mention.chain_days is not None
    for unit in ("year", "month"):
        if mention.precision == unit:
            return days.shift(base, round(mention.chain_days / days.DAYS_IN_UNIT[unit]), unit)
    return days.shift(base, mention.chain_days, "day")


def _may_narrow(reference: DateMention, best: DateMention | None) -> bool:
    """Whether the reference sentence tells the day that a longer span of the event's own leaves open."""
    if best is None or best.start_date is None or best.end_date is None:
        return True
    return reference.start_date is not None and best.start_date <= reference.start_date <= best.end_date


def _position(mention: DateMention) -> int:
    return mention.start


def _resolved(doc: Doc, mention: DateMention, previous: DateMention | None) -> DateMention:
    """A chain counted from the date before it in its sentence, else from `previous`."""
    if mention.kind != "chain":
        return mention
    mentions: list[DateMention] = noted(doc).dates
    index = bisect_left(mentions, mention.start, key=_position)
    before = mentions[index - 1] if index else None
    start = sentence_start(doc, mention.start)
    # "the same day" is that of the date told last, even if only somebody spoke then
    floor = mention.start - _SAME_DAY_REACH if mention.chain_days == 0 else start
    near = before is not None and before.kind == "point" and min(start, floor) <= before.start
    if near and mention.chain_days == 0 and previous is not None and before and is_reported(doc, before):
        near = False  # "hours later" counts from what happened
    base = before if near else previous
    if base is None and mention.chain_days == 0:  # "a bomb went off and, minutes later, another, on Monday"
        base = next((m for m in mentions[index + 1 : index + 2] if _is_day_of_sentence(doc, m, start)), None)
    resolved = resolve_chain(mention, base)
    if base is None and mention.chain_days == 0 and noted(doc).published:
        return replace(mention, start_date=noted(doc).published, end_date=noted(doc).published, kind="point")
    return mention if is_future(doc, resolved) else resolved


def _is_day_of_sentence(doc: Doc, mention: DateMention, start: int) -> bool:
    """Whether a mention tells a day in the sentence that begins at token `start`."""
    told = mention.kind == "point" and mention.start_date is not None and not is_reported(doc, mention)
    return told and sentence_start(doc, mention.start) == start


def _ranked(
    doc: Doc, anchors: DateAnchors, sentence: int, start: int, end: int, aggregate: bool
) -> list[DateMention]:
    """The dates of the sentence that can date the event, the best first."""
    mentions: list[DateMention] = noted(doc).dates
    first = bisect_left(anchors.sentence_of, sentence)
    last = bisect_left(anchors.sentence_of, sentence + 1)
    middle = bisect_left(mentions, start, first, last, key=_position)
    first, last = max(first, middle - _NEIGHBOURS), min(last, middle + _NEIGHBOURS)
    costed = [
        (_cost(doc, mention, start, end, aggregate), mention.start, mention)
        for mention in mentions[first:last]
        if _can_date(doc, mention, start, end)
    ]
    return [mention for _, _, mention in sorted(costed, key=lambda item: item[:2])]


def _can_date(doc: Doc, mention: DateMention, start: int, end: int) -> bool:
    if mention.rule in (DATELINE_RULE, _EVE_OF) or is_future(doc, mention):
        return False
    inside = start <= mention.start < end
    attributive = inside or (0 <= start - mention.end < _ATTRIBUTE_REACH and _has_article(doc, mention))
    if mention.rule == YEAR_OF_SOMETHING or attributive:
        return attributive
    if belongs_elsewhere(doc, mention):
        return False
    if mention.start >= end and in_clause_of_its_own(doc, mention, end + _OWN_CLAUSE_REACH):
        return False
    return mention.kind == "chain" or mention.start_date is not None


def _has_article(doc: Doc, mention: DateMention) -> bool:
    """Whether the date describes the noun after it ("the April 24 blast")."""
    return not cues().determiners.isdisjoint(tokens_of(doc).lower[mention.start : mention.end])


def _cost(doc: Doc, mention: DateMention, start: int, end: int, aggregate: bool) -> int:
    """How far a mention is from the trigger, in tokens and in what stands between."""
    if mention.rule == YEAR_OF_SOMETHING and 0 <= start - mention.end <= 1:
        return 0  # that of "the 2016 attack" is of nothing else
    if start <= mention.start < end:
        left = right = start
    elif mention.start >= end:
        left, right = end, mention.start
    else:
        left, right = mention.end, start
    between = tokens_of(doc).lower[left : min(right, left + _FARTHEST)]
    openers = cues().clause_openers
    cost = right - left + _CLAUSE_COST * sum(word in openers for word in between)
    cost += _COMMA_COST * between.count(",") + _AND_COST * between.count("and")
    cost += _REPORTED_COST * is_reported(doc, mention)
    if (mention.kind == "period") is not aggregate:
        cost += _PERIOD_COST
    return cost if aggregate else cost + _COARSE_COST[mention.precision]


def _told_before(
    doc: Doc, anchors: DateAnchors, sentence: int, previous: DateMention | None
) -> DateMention | None:
    """The last point date of the sentences just before, in the same paragraph.

    That is `previous`, where it is the later one: a chain of those sentences, resolved by now.
    """
    mentions: list[DateMention] = noted(doc).dates
    last = bisect_left(anchors.sentence_of, sentence) - 1
    for index in range(last, max(last - _NEIGHBOURS, -1), -1):
        mention = mentions[index]
        gap = tokens_of(doc).words[mention.end : anchors.sentence_starts[sentence]]
        if anchors.sentence_of[index] < sentence - _SENTENCES_BACK or any("\n" in word for word in gap):
            return None
        if previous is not None and previous.start == mention.start and previous.start_date is not None:
            return previous
        if can_date_event(doc, mention) and not is_reported(doc, mention):
            return mention
    return None

"""Months, years and parts of them, and the spans that end with one."""

from __future__ import annotations

import datetime as dt

from extractor.pipeline.dates import days
from extractor.pipeline.dates.days import Span
from extractor.pipeline.dates.found import (
    Found,
    Reading,
    count_of,
    digits_of,
    key_of,
    month_numbers,
    third_of,
    thirds_of,
    unit_of,
    years_of,
)
from extractor.pipeline.dates.wording import words
from extractor.records import DatePrecision


def month(found: Found) -> Reading | None:
    """A month, a third of one, or a row of months; without a year the latest that has begun."""
    named = [month_numbers()[text.lower()] for text in found.each("month")]
    years = years_of(found)
    text = key_of(found.text)
    published = found.published
    if years:
        year = years[-1]
    elif published is None:
        return found.unresolved("month")
    elif text.endswith("last year"):
        year = published.year - 1
    else:
        begun = named[-1] < published.month or (named[-1] == published.month and not text.startswith("last "))
        year = published.year + (begun and named[-1] < published.month if found.looks_ahead else begun - 1)
    end = days.month_of(year, named[-1])
    start = days.month_of(year - (named[0] > named[-1]), named[0])
    span = thirds_of(Span(start.start, end.end), third_of(found)).until(published)
    precision: DatePrecision = "month" if len(named) == 1 else "period"
    return found.read(span, precision, "explicit" if years else "relative")


def year(found: Found) -> Reading | None:
    """A year, a third of one ("late 2016"), or several."""
    years = years_of(found)
    if years[-1] < years[0]:
        return None
    whole = Span(days.year_of(years[0]).start, days.year_of(years[-1]).end)
    span = thirds_of(whole, third_of(found)).until(found.published)
    return found.read(span, "year" if len(years) == 1 else "period", "explicit")


def decade(found: Found) -> Reading | None:
    """Ten years, or a third of them."""
    whole = days.unit_around(dt.date(digits_of(found.slots["decade"]), 1, 1), "decade")
    third = third_of(found)
    if third is not None:
        first = whole.start.year + (0, 3, 7)[third - 1]
        whole = Span(dt.date(first, 1, 1), dt.date(first + (3, 3, 2)[third - 1], 12, 31))
    return found.read(whole, "period", "explicit")


def part_of_year(found: Found) -> Reading | None:
    """The first four months, the last quarter, of a year or a month."""
    years, named = years_of(found), found.each("month")
    if not years and found.published is None:
        return found.unresolved("period")
    chosen = years[-1] if years else found.published.year if found.published else 0
    number = words().ordinals[key_of(found.each("ordinal")[0])]
    fraction = found.each("fraction")
    if named:
        inner = month(found)
        if inner is None or inner.start is None:
            return None
        whole = days.month_of(inner.start.year, inner.start.month)
    else:
        whole = days.year_of(chosen)
    if named and not fraction:
        span: Span | None = _week_of_month(whole, number)
    elif fraction:
        parts = words().fractions[key_of(fraction[0])]
        span = days.part_of(whole, number if number > 0 else parts, parts) if number <= parts else None
    else:
        span = _first_or_last(whole, number, count_of(found), unit_of(found))
    if span is None:
        return None
    precision: DatePrecision = "week" if named and not fraction else "period"
    return found.read(span.until(found.published), precision, "explicit" if years else "relative")


def span_to_month(found: Found) -> Reading | None:
    """ "The year to June 2023": so long, up to the end of that month."""
    last, unit = month(found), unit_of(found)
    if last is None or last.start is None or unit is None:
        return found.unresolved("period") if found.published is None and unit is not None else None
    end = days.month_of(last.start.year, last.start.month).end
    start = days.shift(days.shift(end, 1, "day"), -count_of(found), unit)
    return found.read(Span(start, end), "period", last.basis)


def _week_of_month(whole: Span, number: int) -> Span:
    """The first week of May is the 1st to the 7th, the last one its last seven days."""
    if number < 0:
        return Span(days.shift(whole.end, -6, "day"), whole.end)
    first = days.shift(whole.start, 7 * (number - 1), "day")
    return Span(first, days.shift(first, 6, "day"))


def _first_or_last(whole: Span, number: int, count: int, unit: str | None) -> Span | None:
    if unit is None:
        return None
    if number == 1:
        return Span(whole.start, days.shift(days.shift(whole.start, count, unit), -1, "day"))
    if number == -1:
        return Span(days.shift(days.shift(whole.end, 1, "day"), -count, unit), whole.end)
    return None

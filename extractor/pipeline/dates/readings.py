"""How the words of an expression become days: one function a reading, named in expressions.yaml.

A reading takes the matched words and returns None where they make no date after all (31 April).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import lru_cache

from extractor.pipeline.dates import days
from extractor.pipeline.dates.days import Span
from extractor.pipeline.dates.found import (
    PRECISION_OF_UNIT,
    Found,
    Reading,
    count_of,
    digits_of,
    holidays,
    key_of,
    month_numbers,
    third_of,
    thirds_of,
    unit_of,
    weekday_numbers,
    years_of,
)
from extractor.pipeline.dates.periods import decade, month, part_of_year, span_to_month, year
from extractor.records import DateBasis


# ------------------------------------------------------------------------------------- calendar dates
def calendar(found: Found) -> Reading | None:
    """Days of months, with or without their year; several days make one span."""
    numbers = [digits_of(text) for text in found.each("day")]
    months = [month_numbers()[text.lower()] for text in found.each("month")] or [
        int(text) for text in found.each("month_number")
    ]
    years = years_of(found)
    turns = months[0] > months[-1]
    if years:
        start = days.make_day(years[-1] - turns, months[0], numbers[0])
        basis: DateBasis = "explicit"
    elif found.published is None:
        return found.unresolved("day" if len(numbers) == 1 else "days")
    else:
        named = days.next_day if found.looks_ahead else days.latest_day
        start = named(months[0], numbers[0], found.published)
        basis = "relative"
    end = start and days.make_day(start.year + turns, months[-1], numbers[-1])
    if start is None or end is None or start > end:
        return None
    span = Span(start, end)
    return found.read(span, days.precision_of(span), basis)


def numeric(found: Found) -> Reading | None:
    """7/30/2023 and 30/7/2023; where both orders make a day, the one nearer to publication but not after it.

    A text that opens with such a date writes the month first, as event summaries do.
    """
    first, second = (int(text) for text in found.each("number")[:2])
    years = years_of(found)
    orders = [(first, second), (second, first)] if found.opens_text else [(second, first), (first, second)]
    if years:
        options = [days.make_day(years[0], month, day) for month, day in orders]
    elif found.published is None:
        return None
    else:
        options = [days.latest_day(month, day, found.published) for month, day in orders if month <= 12]
    real = [day for day in options if day is not None]
    if not real:
        return None
    past = [day for day in real if found.published and day <= found.published]
    chosen = real[0] if found.opens_text or not past else max(past)
    return found.read(Span(chosen, chosen), "day", "explicit" if years else "relative")


def holiday(found: Found) -> Reading | None:
    """The latest such holiday, or that of the year said."""
    month, day = holidays()[key_of(found.each("holiday")[0])]
    basis: DateBasis = "relative"
    if years := years_of(found):
        start, basis = days.make_day(years[0], month, day), "explicit"
    elif found.published is None:
        return found.unresolved("day")
    else:
        named = days.next_day if found.looks_ahead else days.latest_day
        start = named(month, day, found.published)
    return None if start is None else found.read(Span(start, start), "day", basis)


def day_of_month(found: Found) -> Reading | None:
    """A day of the month of publication, or of the one before it."""
    if found.published is None:
        return found.unresolved("day")
    first = days.shift(found.published.replace(day=1), found.expression.shift, "month")
    day = days.make_day(first.year, first.month, digits_of(found.each("day")[0]))
    return None if day is None else found.read(Span(day, day), "day", "relative")


# ------------------------------------------------------------------------------------- weekdays
def weekday(found: Found) -> Reading | None:
    """A weekday as news use it: the latest one up to and including the day of publication."""
    named = [weekday_numbers()[text.lower()] for text in found.each("weekday")]
    rule = found.expression
    if found.published is None:
        return found.unresolved("day" if len(named) == 1 else "days")
    if rule.future or (found.looks_ahead and not rule.before_publication):
        day = days.next_weekday(named[0], found.published)
        return found.read(Span(day, day), "day", "relative")
    if rule.weeks_back:
        monday = days.week_of(days.shift(found.published, -rule.weeks_back, "week")).start
        day = days.shift(monday, named[0], "day")
        return found.read(Span(day, day), "day", "relative")
    last = days.shift(found.published, -1, "day") if rule.before_publication else found.published
    end = days.latest_weekday(named[-1], last)
    span = Span(days.latest_weekday(named[0], end), end)
    return found.read(span, days.precision_of(span), "relative")


def weekend(found: Found) -> Reading | None:
    """Saturday and Sunday, the latest that have begun."""
    if found.published is None:
        return found.unresolved("days")
    named = days.next_weekday if found.expression.future else days.latest_weekday
    saturday = named(5, found.published)
    span = Span(saturday, days.shift(saturday, 1, "day")).until(found.published)
    return found.read(span, days.precision_of(span), "relative")


# ------------------------------------------------------------------------------------- from publication
def from_publication(found: Found) -> Reading | None:
    """So many units before or after publication: "yesterday", "two months ago"."""
    unit = unit_of(found)
    if unit is None:
        return None
    precision = PRECISION_OF_UNIT[unit]
    if found.published is None:
        return found.unresolved(precision)
    number = found.expression.shift * (count_of(found) if found.each("n") else 1)
    day = days.shift(found.published, number, unit)
    if unit in ("week", "fortnight"):
        span = Span(days.shift(day, -3, "day"), days.shift(day, 3, "day")).until(found.published)
    else:
        span = days.unit_around(day, unit)
    return found.read(span, precision, "relative")


def days_from_publication(found: Found) -> Reading | None:
    """So many units from publication to the very day: "a year ago to the day"."""
    unit = unit_of(found)
    if unit is None:
        return None
    if found.published is None:
        return found.unresolved("day")
    day = days.shift(found.published, found.expression.shift * count_of(found), unit)
    return found.read(Span(day, day), "day", "relative")


def calendar_unit(found: Found) -> Reading | None:
    """This, the last or the next week, month or year; what is not over ends at publication."""
    unit = unit_of(found)
    if unit is None or unit in ("hour", "day"):
        return None
    precision = PRECISION_OF_UNIT[unit]
    if found.published is None:
        return found.unresolved(precision)
    whole = days.unit_around(days.shift(found.published, found.expression.shift, unit), unit)
    if found.expression.future:
        span = Span(max(whole.start, found.published), whole.end)
    else:
        span = thirds_of(whole, third_of(found)).until(found.published)
    if found.expression.kind == "period":
        precision = "period"
    return found.read(span, precision, "relative")


def past_span(found: Found) -> Reading | None:
    """The time that ends at publication: "the past 48 hours", "the last six weeks"."""
    unit = unit_of(found)
    if unit is None:
        return None
    if found.published is None:
        return found.unresolved("period")
    start = days.shift(found.published, -count_of(found), unit)
    span = Span(start, found.published)
    return found.read(span, days.precision_of(span), "relative")


def parsed(found: Found) -> Reading | None:
    """Compound distances ("a year and two months ago"), which dateparser settles."""
    if found.published is None:
        return found.unresolved("month")
    return _parse_with_dateparser(key_of(found.text), found.published, found.expression.kind)


@lru_cache(maxsize=1024)
def _parse_with_dateparser(text: str, published: dt.date, kind: str) -> Reading | None:
    from dateparser.date import DateDataParser  # its import is slow and few texts need it

    base = dt.datetime.combine(published, dt.time(12))
    settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past"}
    data = DateDataParser(languages=["en"], settings=settings).get_date_data(text)
    if data.date_obj is None:
        return None
    day = data.date_obj.date()
    unit = {"time": "day"}.get(data.period, data.period)
    return Reading(*days.unit_around(day, unit), PRECISION_OF_UNIT[unit], "relative", kind)


# ------------------------------------------------------------------------------------- chains
def chain(found: Found) -> Reading | None:
    """So many units from the event told before."""
    unit = unit_of(found)
    if unit is None:
        return None
    count = count_of(found) if found.each("n") else 1
    shift = found.expression.shift * count * days.DAYS_IN_UNIT[unit] if unit != "hour" else 0
    return Reading(None, None, PRECISION_OF_UNIT[unit], "relative", "chain", shift)


def same_period(found: Found) -> Reading | None:
    """The period told before."""
    return Reading(None, None, "period", "relative", "chain")


def nothing(found: Found) -> Reading | None:
    """Wording that only looks like a date."""
    return None


READINGS: dict[str, Callable[[Found], Reading | None]] = {
    reading.__name__: reading
    for reading in (
        calendar,
        numeric,
        holiday,
        day_of_month,
        weekday,
        weekend,
        from_publication,
        days_from_publication,
        calendar_unit,
        past_span,
        parsed,
        month,
        year,
        decade,
        part_of_year,
        span_to_month,
        chain,
        same_period,
        nothing,
    )
}

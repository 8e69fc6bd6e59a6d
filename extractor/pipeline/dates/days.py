"""Arithmetic on days; everything here is pure, and both ends of a span are inclusive."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import NamedTuple

from extractor.records import DatePrecision

DAYS_IN_UNIT = {"hour": 0, "day": 1, "week": 7, "fortnight": 14, "month": 30, "year": 365, "decade": 3650}


class Span(NamedTuple):
    """Days from `start` to `end`, both inclusive."""

    start: dt.date
    end: dt.date

    def until(self, last: dt.date | None) -> Span:
        """The span cut at `last`, unless it lies wholly after it."""
        if last is None or not self.start <= last < self.end:
            return self
        return Span(self.start, last)


def make_day(year: int, month: int, day: int) -> dt.date | None:
    """The day, or None where the calendar has none (31 April)."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def latest_day(month: int, day: int, published: dt.date) -> dt.date | None:
    """The last day of this name up to and including `published`; 29 February looks back to a leap year."""
    for year in range(published.year, published.year - 9, -1):
        found = make_day(year, month, day)
        if found is not None and found <= published:
            return found
    return None


def next_day(month: int, day: int, published: dt.date) -> dt.date | None:
    """The first day of this name after `published`."""
    later = (make_day(year, month, day) for year in range(published.year, published.year + 9))
    return next((found for found in later if found is not None and found > published), None)


def latest_weekday(weekday: int, last: dt.date) -> dt.date:
    """The last such weekday (Monday is 0) up to and including `last`."""
    return last - dt.timedelta(days=(last.weekday() - weekday) % 7)


def next_weekday(weekday: int, after: dt.date) -> dt.date:
    """The first such weekday after `after`."""
    return after + dt.timedelta(days=(weekday - after.weekday() - 1) % 7 + 1)


def week_of(day: dt.date) -> Span:
    """Monday to Sunday around `day`."""
    monday = day - dt.timedelta(days=day.weekday())
    return Span(monday, monday + dt.timedelta(days=6))


def month_of(year: int, month: int) -> Span:
    """The whole calendar month."""
    return Span(dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1]))


def year_of(year: int) -> Span:
    """The whole calendar year."""
    return Span(dt.date(year, 1, 1), dt.date(year, 12, 31))


def shift(day: dt.date, count: int, unit: str) -> dt.date:
    """`day` moved by `count` units; a month or year later is the same day there, or its last day.

    Stays inside the years that Python's calendar has.
    """
    if unit in ("month", "year", "decade"):
        months = count * {"month": 1, "year": 12, "decade": 120}[unit]
        year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
        year = min(max(year, 1), 9999)
        return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
    days = int(count / 24) if unit == "hour" else count * DAYS_IN_UNIT[unit]
    ordinal = min(max(day.toordinal() + days, 1), dt.date.max.toordinal())
    return dt.date.fromordinal(ordinal)


def unit_around(day: dt.date, unit: str) -> Span:
    """The calendar unit that holds `day`."""
    if unit in ("hour", "day"):
        return Span(day, day)
    if unit in ("week", "fortnight"):
        return week_of(day)
    if unit == "month":
        return month_of(day.year, day.month)
    if unit == "year":
        return year_of(day.year)
    first = day.year - day.year % 10
    return Span(dt.date(max(first, 1), 1, 1), dt.date(first + 9, 12, 31))


def part_of(span: Span, number: int, parts: int) -> Span:
    """Part `number` (from 1) of `parts` about equal ones; whole months where the span is a year or more."""
    months = (span.end.year - span.start.year) * 12 + span.end.month - span.start.month + 1
    if months >= 12:
        first = shift(span.start, (number - 1) * months // parts, "month")
        after = shift(span.start, number * months // parts, "month")
        return Span(first, after - dt.timedelta(days=1))
    length = (span.end - span.start).days + 1
    first = span.start + dt.timedelta(days=(number - 1) * length // parts)
    last = span.start + dt.timedelta(days=number * length // parts - 1)
    return Span(first, max(first, span.end if number == parts else last))


def precision_of(span: Span) -> DatePrecision:
    """How exact a span of explicit days is: a day, two to six days, a week, or a period."""
    length = (span.end - span.start).days + 1
    if length == 1:
        return "day"
    if length < 7:
        return "days"
    return "week" if length == 7 else "period"

"""The day an article was published, from the many ways a header or a field writes it."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass

_YEARS = range(1900, 2101)
_ISO = re.compile(r"(?<!\d)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_COMPACT = re.compile(r"(?<!\d)(\d{4})(\d{2})(\d{2})(?:T\d{4,6}Z?)?(?!\d)")
_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)")
_DAY_FIRST = re.compile(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?[\s.-]{1,3}([A-Za-z]{3,9})[\s.,-]{1,3}(\d{4})(?!\d)"
)
_MONTH_FIRST = re.compile(r"\b([A-Za-z]{3,9})\.?[\s-]{1,3}(\d{1,2})(?:st|nd|rd|th)?[\s.,-]{1,3}(\d{4})(?!\d)")
_EPOCH_SECONDS = re.compile(r"\d{9,10}(?:\.\d+)?")
_EPOCH_MILLISECONDS = re.compile(r"\d{12,13}")
_TIME_OF_DAY = re.compile(r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\.\d+)?|[+-]\d{2}:?\d{2}", re.ASCII)
_WORD = re.compile(r"[^\W\d_]+")
_SMALL_WORDS_OF_DATES = frozenset({"at", "on", "of", "am", "pm", "hrs"})
_WEEKDAYS = frozenset(name.lower() for name in (*calendar.day_name, *calendar.day_abbr))


@dataclass(frozen=True, slots=True)
class PublicationDay:
    """A day, or the reason why there is none; both None where nothing was given."""

    day: dt.date | None = None
    problem: str | None = None


def read_day(value: object) -> PublicationDay:
    """The day that a date field or a labelled header line gives.

    Numbers count as seconds (or milliseconds) since 1970. What can be read in two ways
    ("03/04/2024") is a problem, not a guess.
    """
    if value is None or isinstance(value, bool):
        return PublicationDay()
    if isinstance(value, dt.datetime):
        return PublicationDay(value.date())
    if isinstance(value, dt.date):
        return PublicationDay(value)
    text = str(value).strip()
    if not text:
        return PublicationDay()
    day = _from_epoch(text) or find_day(text)
    if day is not None:
        return PublicationDay(day)
    if _is_ambiguous(text):
        return PublicationDay(
            problem=f"date {text[:60]!r} can be day or month first; write it as YYYY-MM-DD or name the month"
        )
    day = _from_other_languages(text)
    if day is not None:
        return PublicationDay(day)
    return PublicationDay(problem=f"cannot read the date {text[:60]!r}; write it as YYYY-MM-DD")


def find_day(text: str) -> dt.date | None:
    """The one complete and unambiguous date that stands anywhere in `text`."""
    match = _ISO.search(text)
    if match:
        return _day(match[1], match[3], match[4])
    match = _COMPACT.search(text)
    if match:
        return _day(match[1], match[2], match[3])
    for match in _DAY_FIRST.finditer(text):
        month = _month(match[2])
        if month:
            return _day(match[3], month, match[1])
    for match in _MONTH_FIRST.finditer(text):
        month = _month(match[1])
        if month:
            return _day(match[3], month, match[2])
    match = _NUMERIC.search(text)
    if match:
        return _numeric_day(int(match[1]), int(match[3]), int(match[4]))
    return None


def is_bare_date(line: str) -> bool:
    """Whether a line holds a date and its time of day and nothing else: "Thursday, 2 May 2024 10:30 GMT"."""
    if len(line) > 60 or find_day(line) is None:
        return False
    rest = line
    for pattern in (_ISO, _COMPACT, _DAY_FIRST, _MONTH_FIRST, _NUMERIC):
        rest, found = pattern.subn(" ", rest, count=1)
        if found:
            break
    rest = _TIME_OF_DAY.sub(" ", rest)
    return all(_belongs_to_a_date(word) for word in _WORD.findall(rest))


def _belongs_to_a_date(word: str) -> bool:
    is_time_zone = word.isupper() and len(word) <= 4
    is_letter = len(word) == 1  # the T and Z of ISO times, the a and m of "a.m."
    return is_time_zone or is_letter or word.lower() in _SMALL_WORDS_OF_DATES or word.lower() in _WEEKDAYS


def _numeric_day(first: int, second: int, year: int) -> dt.date | None:
    if first > 12 or first == second:
        return _day(year, second, first)
    if second > 12:
        return _day(year, first, second)
    return None


def _is_ambiguous(text: str) -> bool:
    match = _NUMERIC.search(text)
    return match is not None and int(match[1]) <= 12 and int(match[3]) <= 12


def _month(name: str) -> int | None:
    short = name[:3].lower()
    for number in range(1, 13):
        full = calendar.month_name[number].lower()
        if full.startswith(short):
            return number if full.startswith(name.lower()) or name.lower() == "sept" else None
    return None


def _day(year: int | str, month: int | str, day: int | str) -> dt.date | None:
    if int(year) not in _YEARS:
        return None
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None


def _from_epoch(text: str) -> dt.date | None:
    if _EPOCH_SECONDS.fullmatch(text):
        seconds = float(text)
    elif _EPOCH_MILLISECONDS.fullmatch(text):
        seconds = int(text) / 1000
    else:
        return None
    day = dt.datetime.fromtimestamp(seconds, tz=dt.UTC).date()
    return day if day.year in _YEARS else None


def _from_other_languages(text: str) -> dt.date | None:
    """Dates with month names of other languages; never relative ones, which would hang on today's date."""
    if len(text) > 60 or not any(character.isdigit() for character in text):
        return None
    import dateparser

    found = dateparser.parse(
        text,
        settings={
            "PARSERS": ["absolute-time"],
            "REQUIRE_PARTS": ["day", "month", "year"],
            "RELATIVE_BASE": dt.datetime(2000, 1, 1),
        },
    )
    return found.date() if found is not None and found.year in _YEARS else None

"""The words that a form has matched, and the numbers, units and years that they tell."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache

from extractor.pipeline.dates import days
from extractor.pipeline.dates.days import Span
from extractor.pipeline.dates.wording import Expression, words
from extractor.records import DateBasis, DatePrecision

PRECISION_OF_UNIT: dict[str, DatePrecision] = {
    "hour": "day",
    "day": "day",
    "week": "week",
    "fortnight": "week",
    "month": "month",
    "year": "year",
    "decade": "period",
}


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression says; the days are None where nothing tells the year or the day it counts from."""

    start: dt.date | None
    end: dt.date | None
    precision: DatePrecision
    basis: DateBasis
    kind: str
    chain_days: int | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """Matched words with what their reading needs."""

    slots: dict[str, str]
    text: str
    expression: Expression
    published: dt.date | None
    opens_text: bool
    looks_ahead: bool

    def each(self, slot: str) -> list[str]:
        """The words of every occurrence of a slot, in order."""
        names = (slot, *(f"{slot}{number}" for number in range(2, 5)))
        return [self.slots[name] for name in names if self.slots.get(name)]

    def read(self, span: Span, precision: DatePrecision, basis: DateBasis) -> Reading:
        """The span as a reading of this expression's kind."""
        return Reading(span.start, span.end, precision, basis, self.expression.kind)

    def unresolved(self, precision: DatePrecision) -> Reading:
        """A reading that needs a publication date which nobody gave."""
        return Reading(None, None, precision, "relative", self.expression.kind)


# ------------------------------------------------------------------------------------- words to numbers
def _lookup(table: dict[int, tuple[str, ...]]) -> dict[str, int]:
    return {name.lower(): number for number, names in table.items() for name in names}


@lru_cache(maxsize=1)
def month_numbers() -> dict[str, int]:
    """Every written form of a month, lower-cased, with its number."""
    return _lookup(words().months)


@lru_cache(maxsize=1)
def weekday_numbers() -> dict[str, int]:
    """Every written form of a weekday, lower-cased, with its number from Monday, 0."""
    return _lookup(words().weekdays)


@lru_cache(maxsize=1)
def holidays() -> dict[str, tuple[int, int]]:
    """Every written form of a holiday, lower-cased, with its month and day."""
    return {
        name.lower(): (int(day[:2]), int(day[3:]))
        for day, names in words().holidays.items()
        for name in names
    }


@lru_cache(maxsize=1)
def _units() -> dict[str, str]:
    return {name: unit for unit, names in words().units.items() for name in names}


def key_of(text: str) -> str:
    """The text as the tables of words.yaml hold it: lower case, single spaces."""
    return " ".join(text.lower().split())


def digits_of(text: str) -> int:
    """The figures of "24th" or "'88" as a number."""
    return int(re.sub(r"\D", "", text))


def count_of(found: Found) -> int:
    """The number of units; 1 where none is said, 3 for a bare plural ("recent days")."""
    said = found.each("n")
    if not said:
        return 1 if not found.text.lower().endswith("s") else words().numbers["few"]
    number = words().numbers.get(key_of(said[0]))
    return number if number is not None else int(said[0])


def unit_of(found: Found) -> str | None:
    """The unit: the expression's own, else the one said, else one among the fixed words of the form."""
    if found.expression.unit:
        return found.expression.unit
    said = found.each("unit") or found.text.lower().split()[::-1]
    return next((_units()[word.lower()] for word in said if word.lower() in _units()), None)


def _full_year(text: str) -> int:
    """'88 is 1988, '07 is 2007."""
    number = digits_of(text)
    if number >= 100:
        return number
    return number + (1900 if number > 40 else 2000)


def years_of(found: Found) -> list[int]:
    """The years said, the full ones first."""
    return [_full_year(text) for text in (*found.each("year"), *found.each("yy"))]


def third_of(found: Found) -> int | None:
    """Which third is meant by a leading "early", "mid" or "late"; None for the whole."""
    said = found.each("third")
    if said:
        return words().thirds[key_of(said[0])]
    text = key_of(found.text)
    return next((number for word, number in words().thirds.items() if text.startswith(word + " ")), None)


def thirds_of(span: Span, third: int | None) -> Span:
    """A third of the span, counted from 1; the whole where none is meant."""
    return span if third is None else days.part_of(span, third, 3)

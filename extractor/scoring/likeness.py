"""When two wordings, names or days mean the same."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable

from extractor.gazetteer.normalise import name_key
from extractor.records import EventDate
from extractor.scoring.gold import GoldDate

_SAME_NAME = 0.84
_SAME_WORDING = 0.5
_FURTHER = re.compile(r"\s+(?:of|in|on|at|from|with|near|who|carrying)\s+")
_LITTLE_WORDS = frozenset(["a", "an", "the", "of", "and", "its", "his", "her", "their"])


def same_name(one: str | None, other: str) -> bool:
    """Whether two names are one but for case, accents, spaces and hyphens."""
    return bool(one) and name_key(one or "") == name_key(other)


def alike_name(one: str | None, other: str) -> bool:
    """Whether two names are one but for transliteration ("Bajaur", "Bajaor")."""
    first, second = name_key(one or ""), name_key(other)
    if not first or not second:
        return False
    return first == second or difflib.SequenceMatcher(None, first, second).ratio() >= _SAME_NAME


def content_words(text: str | None) -> frozenset[str]:
    """The words of a wording, lower-cased, without articles and the like."""
    return frozenset(re.findall(r"\w+", (text or "").lower())) - _LITTLE_WORDS


def head_word(text: str) -> str:
    """The word that a noun phrase is about: the last one before its first preposition."""
    words = _FURTHER.split(text.lower(), maxsplit=1)[0].split()
    return words[-1].strip(".,;:'\"") if words else ""


def alike_wording(one: str | None, other: str) -> bool:
    """Whether one wording holds all words of the other, shares half of all words, or is about the same."""
    first, second = content_words(one), content_words(other)
    if not first or not second:
        return False
    shared = len(first & second)
    if shared == min(len(first), len(second)) or shared / len(first | second) >= _SAME_WORDING:
        return True
    return bool(head_word(one or "")) and head_word(one or "") == head_word(other)


def any_alike_wording(ones: Iterable[str | None], others: Iterable[str]) -> bool:
    """Whether any wording of the first is like any of the others."""
    known = list(others)
    return any(alike_wording(one, other) for one in ones for other in known)


def same_days(date: EventDate, gold: GoldDate) -> bool:
    """Whether first and last day are the same."""
    return (date.start, date.end) == (gold.start, gold.end)


def overlapping_days(date: EventDate, gold: GoldDate) -> bool:
    """Whether the two spans share a day; a side that is left open stands for the other side's day."""
    start, end = date.start or date.end, date.end or date.start
    gold_start, gold_end = gold.start or gold.end, gold.end or gold.start
    if start is None or end is None or gold_start is None or gold_end is None:
        return False
    return start <= gold_end and gold_start <= end

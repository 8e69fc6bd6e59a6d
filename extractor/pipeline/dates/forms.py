"""The little language of the forms in expressions.yaml, compiled to regular expressions.

A form is tried only where a token begins with one of its possible first words, so a text of
ordinary words costs one dictionary look-up a token; and only where what stands after that word can go
on with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from extractor.patternfiles import PatternError
from extractor.pipeline.dates.wording import Expression, Words, expressions, words

DIGIT = "#"
_ANYTHING = "*"
_ABBREVIATED = 3  # letters: shorter names of months are read only with a capital
_ELEMENT = re.compile(r"\((?=\S)[^)]*\)\??|\S+")
_SLOT = re.compile(r"\{(\w+)\}")
_PUNCTUATION = frozenset(",-/()[].&'")
_AFTER_PERHAPS_PUNCTUATION = r"(?:\s+|(?<=[,)\]-]))"
_NOT_INSIDE = r"(?<![\w$£€#/.-])"
_NOT_BEFORE = r"(?:(?<=[)\]])|(?![\w%]|[-/:]\d|[.,]\d))"
_FIRST = re.compile(r"(?:\d+(?:(?i:st|nd|rd|th)\b)?|[^\W\d_]+\.?)\s*")
_BEGINNING = re.compile(r"[^\W\d_]+|\S")
_DASHES = {"–": "-", "—": "-"}


@dataclass(frozen=True)
class Form:
    """A form of an expression as a regular expression, which is compiled when it is first tried."""

    regex: str
    expression: Expression

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return re.compile(self.regex)


def _any_of(choices: Iterable[str], any_case: bool = True) -> str:
    ordered = sorted(choices, key=len, reverse=True)
    body = "|".join(re.escape(choice).replace(r"\ ", r"\s+") for choice in ordered)
    return f"(?i:{body})" if any_case else f"(?:{body})"


@dataclass(frozen=True, slots=True)
class _Slot:
    """What a slot matches, how it may begin, its group.

    An opening is a first word (lower case; DIGIT for figures) and the beginning of what must follow it
    in the slot: "" for nothing, _ANYTHING where that is not known.
    """

    pattern: str
    openings: frozenset[tuple[str, str]]
    group: str = ""

    @property
    def first(self) -> frozenset[str]:
        return frozenset(first for first, _ in self.openings)


def _worded(choices: Iterable[str], any_case: bool = True) -> _Slot:
    listed = tuple(choices)
    return _Slot(_any_of(listed, any_case), frozenset(_opening(choice.split()) for choice in listed))


def _opening(words: Sequence[str]) -> tuple[str, str]:
    first = first_word(words[0])
    if "-" in words[0]:
        return first, "-"
    if first != DIGIT and not first.isalpha():
        return first, _ANYTHING
    return first, _beginning(words[1], 0) if len(words) > 1 else ""


def _figures(pattern: str) -> _Slot:
    return _Slot(pattern, frozenset({(DIGIT, "")}))


def _bare(month: _Slot, counted: str) -> _Slot:
    """A month with no day or year behind it, which a fuller form reads; "in March 12 people" has none."""
    day_or_year = rf"\.?(?:\s*,)?\s+(?:of\s+)?(?:\d\d?(?:st|nd|rd|th)?|(?:19|20)\d\d)\b(?!\s+{counted}\b)"
    return _Slot(rf"{month.pattern}(?!{day_or_year})", month.openings, "month")


def _slots(known: Words) -> dict[str, _Slot]:
    months = [name for names in known.months.values() for name in names]
    weekdays = [name for names in known.weekdays.values() for name in names]
    number = _worded(known.numbers)
    part = _worded(known.parts_of_day)
    small = [
        name.lower()
        for name in months
        if name.isalpha() and len(name) > _ABBREVIATED and name not in known.also_words
    ]
    month = _worded([*months, *(name.upper() for name in months), *small], any_case=False)
    counted = _any_of(known.counted)
    return {
        "day": _figures(
            rf"(?:0?[1-9]|[12]\d|3[01])(?:(?i:st|nd|rd|th)\b|(?!\d))(?!-(?!{part.pattern})[A-Za-z])"
        ),
        "month": month,
        "bare_month": _bare(month, counted),
        "month_number": _figures(r"(?:1[0-2]|0?[1-9])(?!\d)"),
        "year": _figures(rf"(?:19|20)\d\d(?!\d)(?!-[A-Za-z])(?!,\d{{3}})(?!\s+{counted}\b)"),
        "yy": _figures(r"\d\d(?!\d)(?!\s+[a-z])"),
        "number": _figures(r"\d{1,2}(?!\d)"),
        "weekday": _worded(weekdays),
        "part": part,
        "n": _Slot(rf"(?:{number.pattern}|\d{{1,3}}(?!\d))", number.openings | {(DIGIT, "")}),
        "ordinal": _worded(known.ordinals),
        "fraction": _worded(known.fractions),
        "unit": _worded(name for names in known.units.values() for name in names),
        "third": _worded(known.thirds),
        "holiday": _worded(name for names in known.holidays.values() for name in names),
        "decade": _figures(r"(?:19|20)\d0['’]?s"),
    }


class _Compiler:
    """Turns one form into a regular expression; the groups are named after the slots."""

    def __init__(self, form: str, slots: dict[str, _Slot]) -> None:
        self.form = form
        self.slots = slots
        self.seen: dict[str, int] = {}

    def regex(self) -> str:
        parts: list[str] = []
        glue = after = ""
        for element in _ELEMENT.findall(self.form):
            optional = element.endswith("?")
            bare = element.removesuffix("?")
            tight = any(char in _PUNCTUATION for char in self._alternatives(bare))
            if parts:
                glue = r"\s*" if tight else after
            atom = self._atom(bare)
            parts.append(f"(?:{glue}{atom})?" if optional else f"{glue}{atom}")
            after = (_AFTER_PERHAPS_PUNCTUATION if optional else r"\s*") if tight else r"\s+"
        return _NOT_INSIDE + "".join(parts) + _NOT_BEFORE

    def openings(self) -> Iterator[tuple[str, frozenset[str] | None]]:
        """Each word it may begin with, and what can come after that; None where that may be anything."""
        first, *others = _ELEMENT.findall(self.form)
        goes_on = self._following(others)
        for word, second in self._opened(first):
            if second == _ANYTHING:
                yield word, None
            else:
                yield word, frozenset({second}) if second else goes_on

    def _opened(self, element: str) -> Iterator[tuple[str, str]]:
        slot = _SLOT.fullmatch(element)
        if slot:
            yield from self._slot(slot[1]).openings
            return
        for choice in self._alternatives(element):
            words = choice.lower().split()
            yield _opening(words) if "{" not in choice else (words[0], _ANYTHING)

    def _following(self, elements: Iterable[str]) -> frozenset[str] | None:
        """What can come after the first element, up to what must come."""
        found: set[str] = set()
        for element in elements:
            found.update(self._beginnings(element.removesuffix("?")))
            if not element.endswith("?"):
                return frozenset(found)
        return None

    def _beginnings(self, element: str) -> Iterator[str]:
        for choice in self._alternatives(element):
            word = choice.split()[0]
            slot = _SLOT.fullmatch(word)
            for each in self._slot(slot[1]).first if slot else (word,):
                yield DIGIT if each == DIGIT else _beginning(each, 0)

    def _alternatives(self, element: str) -> list[str]:
        grouped = len(element) > 1 and element.startswith("(")
        return (element[1:-1] if grouped else element).split("|")

    def _atom(self, element: str) -> str:
        if element == "-":
            return "[-–—]"
        slot = _SLOT.fullmatch(element)
        if slot:
            return self._group(slot[1])
        return "(?:" + "|".join(self._words(choice) for choice in self._alternatives(element)) + ")"

    def _words(self, choice: str) -> str:
        """An alternative of a group: words, among them perhaps slots or a hyphen."""
        return r"\s+".join(
            self._group(slot[1]) if (slot := _SLOT.fullmatch(word)) else _literal(word)
            for word in choice.split()
        )

    def _group(self, name: str) -> str:
        slot = self._slot(name)
        group = slot.group or name
        number = self.seen[group] = self.seen.get(group, 0) + 1
        return f"(?P<{group}{number if number > 1 else ''}>{slot.pattern})"

    def _slot(self, name: str) -> _Slot:
        if name not in self.slots:
            known = ", ".join(sorted(self.slots))
            raise PatternError(f"the form {self.form!r} has an unknown slot {name!r}: use one of {known}")
        return self.slots[name]


def _literal(word: str) -> str:
    return "[-–—]" if word == "-" else f"(?i:{re.escape(word)})"


# The forms under a word by what follows it; those that anything may follow stand under each, and alone.
Forms = Mapping[str, tuple[Form, ...]]


@lru_cache(maxsize=1)
def forms_by_first_word() -> dict[str, Forms]:
    """Every form under each word it may begin with and under what may follow, in the order of the files."""
    slots = _slots(words())
    index: dict[str, list[tuple[Form, frozenset[str] | None]]] = {}
    for expression in expressions():
        for form in expression.forms:
            compiler = _Compiler(form, slots)
            compiled = Form(compiler.regex(), expression)
            for word, second in _united(compiler.openings()).items():
                index.setdefault(word, []).append((compiled, second))
    return {word: _by_second(forms) for word, forms in index.items()}


def _united(openings: Iterable[tuple[str, frozenset[str] | None]]) -> dict[str, frozenset[str] | None]:
    found: dict[str, frozenset[str] | None] = {}
    for word, second in openings:
        known = found.get(word, frozenset())
        found[word] = None if known is None or second is None else known | second
    return found


def _by_second(forms: Sequence[tuple[Form, frozenset[str] | None]]) -> Forms:
    seconds = {_ANYTHING}.union(*(second for _, second in forms if second is not None))
    return {
        each: tuple(form for form, second in forms if second is None or each in second) for each in seconds
    }


def first_word(token: str) -> str:
    """Under which first word a token looks for its forms: DIGIT for figures, "mid" for "mid-1990s"."""
    if token[0].isdigit():
        return DIGIT
    return token.lower() if "-" not in token or len(token) == 1 else token.lower().partition("-")[0]


def _beginning(text: str, position: int) -> str:
    """The letters at a position in lower case, DIGIT for figures, else the sign there; a dash is a hyphen."""
    found = _BEGINNING.match(text, position)
    if found is None:
        return ""
    sign = found.group()
    return DIGIT if sign.isdigit() else _DASHES.get(sign, sign.lower())


def matches_at(text: str, position: int, forms: Forms) -> Iterator[tuple[re.Match[str], Expression]]:
    """The forms that match at `position`, the longest first, then in the order of the files."""
    first = _FIRST.match(text, position)
    after = _beginning(text, first.end()) if first else ""
    found = [
        (match, form.expression)
        for form in forms.get(after) or forms[_ANYTHING]
        if (match := form.pattern.match(text, position))
    ]
    yield from sorted(found, key=lambda pair: -pair[0].end())

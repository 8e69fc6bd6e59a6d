"""The little language of the forms in expressions.yaml, compiled to regular expressions.

A form is tried only where a token begins with one of its possible first words, so a text of
ordinary words costs one dictionary look-up a token; a form that begins with figures, only where
what stands after them can go on with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from extractor.patternfiles import PatternError
from extractor.pipeline.dates.wording import Expression, Words, expressions, words

DIGIT = "#"
_ABBREVIATED = 3  # letters: shorter names of months are read only with a capital
_ELEMENT = re.compile(r"\((?=\S)[^)]*\)\??|\S+")
_SLOT = re.compile(r"\{(\w+)\}")
_PUNCTUATION = frozenset(",-/()[].&'")
_AFTER_PERHAPS_PUNCTUATION = r"(?:\s+|(?<=[,)\]-]))"
_NOT_INSIDE = r"(?<![\w$£€#/.-])"
_NOT_BEFORE = r"(?:(?<=[)\]])|(?![\w%]|[-/:]\d|[.,]\d))"
_FIGURES = re.compile(r"\d+(?:(?i:st|nd|rd|th)\b)?\s*")
_BEGINNING = re.compile(r"[^\W\d_]+|\S")
_DASHES = {"–": "-", "—": "-"}


@dataclass(frozen=True)
class Form:
    """A form of an expression as a regular expression, which is compiled when it is first tried.

    `second` is what can come after figures that it begins with, as `_beginning` cuts it; None where
    it does not begin with them, or may end there.
    """

    regex: str
    expression: Expression
    second: frozenset[str] | None

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return re.compile(self.regex)


def _any_of(choices: Iterable[str], any_case: bool = True) -> str:
    ordered = sorted(choices, key=len, reverse=True)
    body = "|".join(re.escape(choice).replace(r"\ ", r"\s+") for choice in ordered)
    return f"(?i:{body})" if any_case else f"(?:{body})"


@dataclass(frozen=True, slots=True)
class _Slot:
    """What a slot matches, the first words (lower case; DIGIT for figures) it may begin with, its group."""

    pattern: str
    first: frozenset[str]
    group: str = ""


def _worded(choices: Iterable[str], any_case: bool = True) -> _Slot:
    listed = tuple(choices)
    return _Slot(_any_of(listed, any_case), frozenset(first_word(choice.split()[0]) for choice in listed))


def _figures(pattern: str) -> _Slot:
    return _Slot(pattern, frozenset({DIGIT}))


def _bare(month: _Slot, counted: str) -> _Slot:
    """A month with no day or year behind it, which a fuller form reads; "in March 12 people" has none."""
    day_or_year = rf"\.?(?:\s*,)?\s+(?:of\s+)?(?:\d\d?(?:st|nd|rd|th)?|(?:19|20)\d\d)\b(?!\s+{counted}\b)"
    return _Slot(rf"{month.pattern}(?!{day_or_year})", month.first, "month")


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
        "n": _Slot(rf"(?:{number.pattern}|\d{{1,3}}(?!\d))", number.first | {DIGIT}),
        "ordinal": _worded(known.ordinals),
        "fraction": _worded(known.fractions),
        "unit": _worded(name for names in known.units.values() for name in names),
        "third": _worded(known.thirds),
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

    def first_words(self) -> frozenset[str]:
        first = _ELEMENT.findall(self.form)[0]
        slot = _SLOT.fullmatch(first)
        if slot:
            return self._slot(slot[1]).first
        return frozenset(choice.lower().split()[0] for choice in self._alternatives(first))

    def after_figures(self) -> frozenset[str] | None:
        """What can come after the figures of the first element, up to what must come."""
        first, *others = _ELEMENT.findall(self.form)
        slot = _SLOT.fullmatch(first)
        if not slot or DIGIT not in self._slot(slot[1]).first:
            return None
        found: set[str] = set()
        for element in others:
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


@lru_cache(maxsize=1)
def forms_by_first_word() -> dict[str, tuple[Form, ...]]:
    """Every form under each word it may begin with, in the order of the files."""
    slots = _slots(words())
    index: dict[str, list[Form]] = {}
    for expression in expressions():
        for form in expression.forms:
            compiler = _Compiler(form, slots)
            compiled = Form(compiler.regex(), expression, compiler.after_figures())
            for word in compiler.first_words():
                index.setdefault(word, []).append(compiled)
    return {word: tuple(forms) for word, forms in index.items()}


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


def matches_at(text: str, position: int, forms: Iterable[Form]) -> Iterator[tuple[re.Match[str], Expression]]:
    """The forms that match at `position`, the longest first, then in the order of the files."""
    figures = _FIGURES.match(text, position)
    after = _beginning(text, figures.end()) if figures else ""
    found = [
        (match, form.expression)
        for form in forms
        if not (figures and form.second is not None and after not in form.second)
        and (match := form.pattern.match(text, position))
    ]
    yield from sorted(found, key=lambda pair: -pair[0].end())

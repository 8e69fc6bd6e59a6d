"""The head of an article's text: its title and header lines, and where the body begins.

Everything is optional. A line is taken for a title or a header line only where that is plain, since
what counts as head may be passed over when events are looked for.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from extractor.articles.dates import find_day, is_bare_date, read_day
from extractor.articles.wording import HeaderRole, Wording

# In lines that are not blank.
_MAX_HEAD_LINES = 24
_MAX_FOOTER_LINES = 5
_MAX_FURNITURE_LINES = 8
# In characters.
_MAX_TITLE = 220
_MAX_VALUE = 120
_MAX_DECK = 300
_MAX_HEADER_LINE = 160
_MAX_FURNITURE = 120
_MIN_BODY = 200
_MAX_BYLINE_WORDS = 10

_SENTENCE_END = (".", ":", ";", ",", "-", "–", "—")
_CLOSING = "\"'”’»)]"
_NAME = re.compile(r"(?:al-|el-)?[^\W\d_a-z][\w.'’-]*|&")
_SHORT_YEAR = re.compile(r"(?<=\D)(\d\d)$")
_DATELINE = re.compile(
    r"(?P<place>[^\W\d_][^\d.()]{1,60}), (?P<date>[^()]{6,28}?) ?(?:\([^()]{2,40}\))? ?(?:--|[—–-]) ?(?=\S)"
)


@dataclass(frozen=True, slots=True)
class Head:
    """What the head says; `body_start` is a character offset into the text."""

    title: str | None = None
    published: dt.date | None = None
    source: str | None = None
    byline: str | None = None
    url: str | None = None
    body_start: int = 0
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, stripped; `start` and `end` are the offsets of the whole line."""

    text: str
    start: int
    end: int
    after_blank: bool


@dataclass(frozen=True, slots=True)
class HeaderLine:
    """A header line taken apart."""

    role: HeaderRole
    value: str
    published: dt.date | None = None
    problem: str | None = None


@dataclass(slots=True)
class _Found:
    """The header lines met so far; the first of a role stands."""

    by_role: dict[HeaderRole, HeaderLine] = field(default_factory=dict)
    source_by_footer: str | None = None

    def add(self, line: HeaderLine) -> None:
        known = self.by_role.get(line.role)
        if known is None or (known.published is None and line.published is not None):
            self.by_role[line.role] = line

    def value(self, role: HeaderRole) -> str | None:
        line = self.by_role.get(role)
        return line.value if line else None

    def day(self) -> tuple[dt.date | None, tuple[str, ...]]:
        """The publication day, else the day of the update, and what is wrong with them."""
        lines = [line for role in ("published", "updated") if (line := self.by_role.get(role))]
        for line in lines:
            if line.published is not None:
                return line.published, ()
        return None, tuple(line.problem for line in lines if line.problem)


def read_head(text: str, wording: Wording) -> Head:
    """Find title and header lines at the beginning of `text`, and footers at its end."""
    found = _Found()
    lines = list(_first_lines(text))
    title: Line | None = None
    body_start = 0
    position = 0
    furniture = _furniture_lines(text, lines, wording)
    next_header = header_line(lines[0].text, wording) if lines else None
    while position < len(lines):
        line, header = lines[position], next_header
        is_last = position + 1 == len(lines)
        next_header = None if is_last else header_line(lines[position + 1].text, wording)
        header_follows = next_header is not None
        if header is not None:
            found.add(header)
        elif wording.is_boilerplate(line.text):
            pass
        elif position < furniture:
            title = title or line
        elif (
            title is None
            and found.value("title") is None
            and _is_title(lines, position, header_follows, wording)
        ):
            title = line
        elif title is None or not header_follows or len(line.text) > _MAX_DECK:
            break
        position += 1
        body_start = len(text) if is_last else lines[position].start
    _add_footers(text, body_start, wording, found)
    published, problems = found.day()
    if published is None:
        published = _day_of_dateline(lines[position].text) if position < len(lines) else None
    return Head(
        title=found.value("title") or (title.text if title else None),
        published=published,
        source=found.value("source") or found.source_by_footer,
        byline=found.value("byline"),
        url=found.value("url"),
        body_start=body_start,
        problems=problems,
    )


def _furniture_lines(text: str, lines: list[Line], wording: Wording) -> int:
    """The number of lines above the date of a copied web page: menus, share buttons, advertisements.

    0 where sentences stand there, or where too little follows to be the article.
    """
    for count, line in enumerate(lines[:_MAX_FURNITURE_LINES]):
        header = header_line(line.text, wording)
        if header is not None and header.published is not None:
            return count if len(text) - line.end >= _MIN_BODY else 0
        if len(line.text) > _MAX_FURNITURE or line.text.rstrip(_CLOSING).endswith(_SENTENCE_END):
            return 0
    return 0


def header_line(line: str, wording: Wording) -> HeaderLine | None:
    """Take one stripped line apart, or None where it is no header line."""
    if len(line) > _MAX_HEADER_LINE:
        return None
    if "|" in line:
        return _best_part(line, wording)
    if is_bare_date(line):
        return HeaderLine("published", line, find_day(line))
    for pattern in wording.footer_lines:
        match = pattern.fullmatch(line)
        if match and (day := find_day(match["published"])):
            return HeaderLine("published", line, day)
    match = wording.label_line.fullmatch(line)
    if match is None or not match["value"] or len(match["value"]) > _MAX_VALUE:
        return None
    role, value = wording.label_roles[match["label"].lower()], match["value"].strip()
    has_colon = bool(match["colon"].strip())
    if role in ("published", "updated"):
        return _date_line(role, value, has_colon)
    if (has_colon and value) or (role == "byline" and _is_names(value, wording)):
        return HeaderLine(role, value)
    return None


def _best_part(line: str, wording: Wording) -> HeaderLine | None:
    """Of header lines set side by side ("By Farida Noor | 3 March 2021") the one with the day."""
    parts = [found for part in line.split("|") if (found := header_line(part.strip(), wording))]
    return next((part for part in parts if part.published), parts[0] if parts else None)


def _date_line(role: HeaderRole, value: str, has_colon: bool) -> HeaderLine | None:
    if is_bare_date(value):
        return HeaderLine(role, value, find_day(value))
    if not has_colon or len(value) > 60 or (role == "updated" and find_day(value) is None):
        return None
    day = read_day(value)
    return HeaderLine(role, value, day.day, day.problem)


def _is_names(value: str, wording: Wording) -> bool:
    """Whether words after a bare "By" are names and not the beginning of a sentence."""
    words = value.replace(",", " ").split()
    if value.endswith(_SENTENCE_END) or len(words) > _MAX_BYLINE_WORDS:
        return False
    return all(word in wording.small_words or _NAME.fullmatch(word) for word in words)


def _is_title(lines: list[Line], position: int, header_follows: bool, wording: Wording) -> bool:
    """Whether a line is a title: no sentence, and the body plainly follows it."""
    line = lines[position]
    if len(line.text) > _MAX_TITLE or position + 1 == len(lines) or _DATELINE.match(line.text):
        return False
    if header_follows:
        return True
    if line.text.rstrip(_CLOSING).endswith(_SENTENCE_END):
        return False
    following = lines[position + 1]
    # Without a blank line between, only a paragraph on one line tells a title from hard-wrapped text.
    long_paragraph = len(following.text) >= max(100, 1.3 * len(line.text))
    return following.after_blank or long_paragraph or _deck_follows(lines, position, wording)


def _deck_follows(lines: list[Line], position: int, wording: Wording) -> bool:
    """Whether one line of summary and then a header line come after the title."""
    deck_and_header = lines[position + 1 : position + 3]
    if len(deck_and_header) < 2 or len(deck_and_header[0].text) > _MAX_DECK:
        return False
    return header_line(deck_and_header[1].text, wording) is not None


def _first_lines(text: str) -> Iterator[Line]:
    position, count, after_blank = 0, 0, False
    while position < len(text) and count < _MAX_HEAD_LINES:
        end = text.find("\n", position)
        end = len(text) if end < 0 else end + 1
        stripped = text[position:end].strip()
        if stripped:
            yield Line(stripped, position, end, after_blank)
            count += 1
        after_blank = not stripped
        position = end


def _add_footers(text: str, body_start: int, wording: Wording, found: _Found) -> None:
    """Take from the last lines what the head left open: the printed source and day."""
    for line in _last_lines(text, body_start):
        for pattern in wording.footer_lines:
            match = pattern.fullmatch(line)
            if match and (day := find_day(match["published"])):
                found.add(HeaderLine("published", line, day))
                found.source_by_footer = found.source_by_footer or match.groupdict().get("source")
        header = header_line(line, wording)
        if header is not None and header.role in ("source", "published") and header.role not in found.by_role:
            found.add(header)


def _day_of_dateline(line: str) -> dt.date | None:
    """The day in the wire's place line: "RIVERTON, March 3, 2021 (Northern Wire) - ..."."""
    match = _DATELINE.match(line)
    if match is None:
        return None
    date = _SHORT_YEAR.sub(_full_year, match["date"].strip())
    return find_day(date) if is_bare_date(date) else None


def _full_year(year: re.Match[str]) -> str:
    return ("19" if int(year[1]) >= 50 else "20") + year[1]


def _last_lines(text: str, body_start: int) -> Iterator[str]:
    end, count = len(text), 0
    while end > body_start and count < _MAX_FOOTER_LINES:
        start = max(text.rfind("\n", body_start, end) + 1, body_start)
        line = text[start:end].strip()
        if line and len(line) <= _MAX_VALUE:
            yield line
        if line:
            count += 1
        end = start - 1

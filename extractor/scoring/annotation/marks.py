"""Gold as marks in a text: what annotation tools have in common.

An event is marked at its anchoring words, and those who take part in it at theirs.
Offsets are Python string indices into the article's text as read, `end` exclusive.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from extractor.scoring.annotation.plain import plain
from extractor.scoring.gold import GoldArticle, GoldEvent

PARTS = {"actor": "actors", "target": "targets", "weapon": "weapons"}
EVENT = "event"
_OWN_ID = re.compile(r"e\d+")
_UNKNOWN_KIND, _UNKNOWN_COUNTRY = "unknown", "ZZ"
_OF_ARTICLE = ("article", "kind", "country", "published", "note")


class AnnotationError(ValueError):
    """Gold that a tool's format cannot hold, or a file of a tool that is no gold; the message says where."""


@dataclass(frozen=True, slots=True)
class Mark:
    """An event or a part of one, as marked in the text. `fields` is what else is said of it."""

    id: str
    label: str
    start: int
    end: int
    text: str
    fields: Mapping[str, Any] = field(default_factory=dict)
    event: str | None = None


@dataclass(frozen=True, slots=True)
class MarkedArticle:
    """One annotator's marks in one article; `about` holds the gold article's own fields."""

    about: Mapping[str, Any]
    text: str
    coder: str | None
    marks: tuple[Mark, ...]


def marked(article: GoldArticle, text: str) -> MarkedArticle:
    """The article's events as marks in its text.

    Raises AnnotationError where the words of an event do not stand in the text.
    """
    marks = [mark for event in article.events for mark in _marks_of(article, event, text)]
    about = {name: value for name, value in plain(article).items() if name in _OF_ARTICLE}
    return MarkedArticle(about, text, next(iter(article.annotators), None), tuple(marks))


def _marks_of(article: GoldArticle, event: GoldEvent, text: str) -> list[Mark]:
    span = _find(event.words, text)
    if span is None:
        where = f"{article.article}, event {event.id}"
        raise AnnotationError(f"{where}: its words {event.words!r} do not stand in the article; mend them")
    fields = {name: value for name, value in plain(event).items() if name not in ("id", "words")}
    parts: list[Mark] = []
    for label, name in PARTS.items():
        spans = [_find(next(iter(part.text), ""), text, span[0]) for part in getattr(event, name)]
        if spans and None not in spans:
            for part, at in zip(fields.pop(name), filter(None, spans), strict=True):
                number = len(parts) + 1
                parts.append(_part(f"{event.id}.{number}", label, at, text, part, event.id))
    return [Mark(event.id, EVENT, *span, text[slice(*span)], fields), *parts]


def _part(id: str, label: str, at: tuple[int, int], text: str, part: dict[str, Any], event: str) -> Mark:
    words = text[slice(*at)]
    fields = {name: value for name, value in part.items() if name != "text" or value != _spaced(words)}
    return Mark(id, label, *at, words, fields, event)


def _find(words: str, text: str, after: int = 0) -> tuple[int, int] | None:
    """Where the words stand, however they are broken into lines: at or after an offset, else anywhere."""
    if not words.split():
        return None
    pattern = re.compile(r"\s+".join(map(re.escape, words.split())))
    match = pattern.search(text, after) or pattern.search(text)
    return match.span() if match else None


def unmarked(article: MarkedArticle) -> GoldArticle:
    """The gold that the marks say. Raises AnnotationError where they say what no gold may say."""
    events = [mark for mark in article.marks if mark.label == EVENT]
    name = str(article.about.get("article", "?"))
    own_ids = len({e.id for e in events}) == len(events) and all(_OWN_ID.fullmatch(e.id) for e in events)
    if not own_ids:
        events.sort(key=lambda mark: mark.start)
    told = [
        _told_of(mark, mark.id if own_ids else f"e{number}", article.marks)
        for number, mark in enumerate(events, 1)
    ]
    about = {"kind": _UNKNOWN_KIND, "country": _country(told), **article.about}
    coder = [article.coder] if article.coder else []
    try:
        return GoldArticle.model_validate({**about, "annotators": coder, "events": told})
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "article"
        raise AnnotationError(f"{name}: {_named(where, told)}: {first['msg']}") from error


def _told_of(mark: Mark, id: str, marks: Iterable[Mark]) -> dict[str, Any]:
    told: dict[str, Any] = {"id": id, "words": _spaced(mark.text), **mark.fields}
    for label, name in PARTS.items():
        parts = [_told_of_part(m) for m in marks if m.label == label and m.event == mark.id]
        if parts:
            told[name] = [*parts, *_listed(told.get(name))]
    return told


def _told_of_part(mark: Mark) -> dict[str, Any]:
    return {"text": _spaced(mark.text), **mark.fields}


def _country(events: Sequence[Mapping[str, Any]]) -> str:
    """Where nothing says what country an article is about: that of its first event that has one."""
    for event in events:
        location = event.get("location")
        if isinstance(location, dict) and location.get("country"):
            return str(_listed(location["country"])[0])
    return _UNKNOWN_COUNTRY


def _named(where: str, events: Sequence[Mapping[str, Any]]) -> str:
    """ "events.0.date" with the event's id and words, which its annotator can find."""
    parts = where.split(".")
    if parts[0] == "events" and len(parts) > 1 and parts[1].isdigit():
        event = events[int(parts[1])]
        return f"event {event['id']} ({event['words']!r}), {'.'.join(parts[2:]) or 'event'}"
    return where


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _spaced(words: str) -> str:
    return " ".join(words.split())

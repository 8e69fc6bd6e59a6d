"""Records made, split and merged by hand."""

from __future__ import annotations

import hashlib
from typing import Any, Final

from extractor import __version__
from extractor.records import ArticleRef, Casualties, EventRecord, Evidence, ExtractorInfo
from extractor.review.fields import revised

BY_HAND: Final = ExtractorInfo(version=__version__, patterns="none", model="review")
_LISTS: Final = ("actors", "targets", "weapons")
_SINGLE: Final = ("date", "location", "count")
_TOLLS: Final = ("killed", "injured", "arrested", "abducted")


def new_id(article: ArticleRef, made_from: str) -> str:
    """An id like those of the extractor for a record made in review; `made_from` tells it from others."""
    return hashlib.sha256(f"{article.sha256}\0review\0{made_from}".encode()).hexdigest()[:16]


def added(article: ArticleRef, made_from: str) -> EventRecord:
    """A record of which nothing is known yet; it is certain that it is one, for a reviewer says so."""
    return EventRecord(
        id=new_id(article, made_from),
        article=article,
        category="other",
        event_type="other",
        confidence=1.0,
        extractor=BY_HAND,
    )


def split(record: EventRecord, made_from: str) -> EventRecord:
    """A second record with the values of the first; the reviewer takes out of each what is the other's."""
    return record.model_copy(update={"id": new_id(record.article, made_from), "confidence": 1.0})


def merged(into: EventRecord, other: EventRecord) -> EventRecord:
    """One record of two that tell of one event: lists are joined, gaps of the first filled."""
    values: dict[str, Any] = {name: getattr(into, name) or getattr(other, name) for name in _SINGLE}
    if into.scope != "aggregate":
        values["count"] = None
    for name in _LISTS:
        values[name] = tuple(dict.fromkeys((*getattr(into, name), *getattr(other, name))))
    values["tactics"] = tuple(dict.fromkeys((*into.tactics, *other.tactics)))
    values["notes"] = tuple(dict.fromkeys((*into.notes, *other.notes)))
    values["casualties"] = _joined(into.casualties, other.casualties)
    values["evidence"] = _evidence(into, other)
    return revised(into, values)


def _joined(into: Casualties, other: Casualties) -> Casualties:
    tolls = {name: getattr(into, name) or getattr(other, name) for name in _TOLLS}
    return Casualties(**tolls, by_group=into.by_group or other.by_group)


def _evidence(into: EventRecord, other: EventRecord) -> tuple[Evidence, ...]:
    """The words of both, but for those of values of the second that were not taken."""
    dropped = {name for name in _SINGLE if getattr(into, name)}
    dropped |= {f"casualties.{name}" for name in _TOLLS if getattr(into.casualties, name)}
    if into.scope != "aggregate":
        dropped.add("count")
    if into.event_type != other.event_type:
        dropped.add("event_type")
    taken = (item for item in other.evidence if item.field not in dropped)
    return tuple(dict.fromkeys((*into.evidence, *taken)))

"""What every codebook asks of a record: its day, its sides, its tolls."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from extractor.records import Actor, CasualtyGroup, EventRecord, GroupToll, Toll

_ATTRIBUTION_ORDER = ("claimed", "stated", "blamed", "suspected")

KEY_COLUMNS = ("article_id", "event_id", "scope", "status")


def keys(record: EventRecord) -> dict[str, object]:
    """The columns that every export row begins with."""
    return {
        "article_id": record.article.id,
        "event_id": record.id,
        "scope": record.scope,
        "status": record.status,
    }


def one_day(record: EventRecord) -> dt.date | None:
    """The one day for codebooks that want one: the start, else the end."""
    return (record.date.start or record.date.end) if record.date else None


def perpetrators(record: EventRecord) -> list[Actor]:
    """Those said to have done it, the surest attribution first; those who deny it are left out.

    Where nobody is said to have done it, the participants.
    """
    known = [actor for actor in record.actors if actor.attribution != "denied"]
    doers = [actor for actor in known if actor.role == "perpetrator"] or known
    return sorted(doers, key=lambda actor: _ATTRIBUTION_ORDER.index(actor.attribution))


def by_state_only(actors: Iterable[Actor]) -> bool:
    """Whether all of them, and at least one, are forces of a state."""
    kinds = [actor.kind for actor in actors]
    return bool(kinds) and set(kinds) == {"state_force"}


def group_toll(record: EventRecord, group: CasualtyGroup) -> GroupToll | None:
    """The tolls of one kind of people."""
    return next((part for part in record.casualties.by_group if part.group == group), None)


def best(toll: Toll | None) -> int | None:
    """The figure to write where one is wanted; None for silence and for words without a figure."""
    if toll is None:
        return None
    return next((number for number in (toll.best, toll.low, toll.high) if number is not None), None)


def lowest(toll: Toll | None) -> int | None:
    """The lowest figure given."""
    if toll is None:
        return None
    return next((number for number in (toll.low, toll.best, toll.high) if number is not None), None)


def evidence_text(record: EventRecord) -> str:
    """The words that the record rests on, in the order of the text, each once."""
    quoted = sorted({(item.start, item.end, item.text) for item in record.evidence})
    return " | ".join(dict.fromkeys(" ".join(text.split()) for _, _, text in quoted))

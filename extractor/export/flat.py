"""Rows with the record's own values, one column a value, for spreadsheets and statistics programs."""

from __future__ import annotations

from collections.abc import Iterable

from extractor.export.reading import KEY_COLUMNS, group_toll, keys
from extractor.records import CasualtyGroup, EventDate, EventRecord, Location, Toll

_TOLLS = ("killed", "injured", "arrested", "abducted")
_GROUPS: tuple[CasualtyGroup, ...] = ("civilian", "security", "militant", "unknown")
_TOLL_PARTS = ("low", "best", "high", "vague")
_DATE = ("start", "end", "precision", "basis", "text")
_LOCATION = (
    *("name", "place", "district", "province", "country", "country_code"),
    *("latitude", "longitude", "precision", "geonames_id"),
)

COLUMNS = (
    *KEY_COLUMNS,
    *("article_title", "article_source", "article_published", "article_url"),
    *("background", "part_of", "category", "event_type"),
    *(f"count_{part}" for part in _TOLL_PARTS),
    *(f"date_{part}" for part in _DATE),
    *(f"location_{part}" for part in _LOCATION),
    *("actor_ids", "actor_names", "actor_kinds", "actor_roles", "actor_attributions"),
    *("target_texts", "target_types", "weapon_texts", "weapon_types"),
    *(f"{toll}_{part}" for toll in _TOLLS for part in _TOLL_PARTS),
    *(f"{group}_{toll}" for group in _GROUPS for toll in ("killed", "injured")),
    *("confidence", "evidence"),
)


def flat_row(record: EventRecord) -> dict[str, object]:
    """The record as one row; several values of a field stand in one cell, split by "; "."""
    return {
        **keys(record),
        "article_title": record.article.title,
        "article_source": record.article.source,
        "article_published": record.article.published,
        "article_url": record.article.url,
        "background": int(record.background),
        "part_of": record.part_of,
        "category": record.category,
        "event_type": record.event_type,
        **_parts("count", record.count, _TOLL_PARTS),
        **_parts("date", record.date, _DATE),
        **_parts("location", record.location, _LOCATION),
        "actor_ids": _joined(actor.id for actor in record.actors),
        "actor_names": _joined(actor.name or actor.text for actor in record.actors),
        "actor_kinds": _joined(actor.kind for actor in record.actors),
        "actor_roles": _joined(actor.role for actor in record.actors),
        "actor_attributions": _joined(actor.attribution for actor in record.actors),
        "target_texts": _joined(target.text for target in record.targets),
        "target_types": _joined(target.type for target in record.targets),
        "weapon_texts": _joined(weapon.text for weapon in record.weapons),
        "weapon_types": _joined(weapon.type for weapon in record.weapons),
        **_tolls(record),
        "confidence": record.confidence,
        "evidence": _joined(f"{item.field}={item.text}" for item in record.evidence),
    }


def _parts(prefix: str, value: Toll | EventDate | Location | None, parts: Iterable[str]) -> dict[str, object]:
    return {f"{prefix}_{part}": getattr(value, part, None) for part in parts}


def _tolls(record: EventRecord) -> dict[str, object]:
    cells: dict[str, object] = {}
    for toll in _TOLLS:
        cells |= _parts(toll, getattr(record.casualties, toll), _TOLL_PARTS)
    for group in _GROUPS:
        part = group_toll(record, group)
        cells[f"{group}_killed"] = part.killed.best if part and part.killed else None
        cells[f"{group}_injured"] = part.injured.best if part and part.injured else None
    return cells


def _joined(values: Iterable[str | None]) -> str:
    return "; ".join(" ".join((value or "").split()) for value in values)

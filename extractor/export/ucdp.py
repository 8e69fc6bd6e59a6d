"""Rows in the columns and value names of the UCDP Georeferenced Event Dataset."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import BaseModel

from extractor.export.crosswalk import VagueWords, load_crosswalk
from extractor.export.names import coded_names, organisation
from extractor.export.reading import KEY_COLUMNS, best, group_toll, keys, perpetrators
from extractor.records import Actor, CasualtyGroup, EventDate, EventRecord, Location, Target, Toll

COLUMNS = (
    *KEY_COLUMNS,
    *("country", "adm_1", "adm_2", "where_description", "latitude", "longitude", "where_prec"),
    *("date_start", "date_end", "date_prec", "side_a", "side_b"),
    *("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "low", "high"),
)
_COUNTRY = "{country}"


class Governing(BaseModel):
    """Where a group has been the government, and since when."""

    country: str
    since: dt.date


class Ucdp(VagueWords):
    """patterns/crosswalk/ucdp.yaml."""

    governing: Mapping[str, Governing]
    uncounted: tuple[str, ...]
    government: str
    civilians: str
    unknown: str
    state_targets: tuple[str, ...]
    militant_targets: tuple[str, ...]
    province_word: Mapping[str, str]
    province_word_of: Mapping[str, Mapping[str, str]]
    district_word: Mapping[str, str]


@dataclass(frozen=True)
class Side:
    """One side of an event: whose dead are its dead (None for civilians, the unknown); if it governs."""

    name: str
    dead: CasualtyGroup | None
    governs: bool = False


def ucdp_row(record: EventRecord) -> dict[str, object] | None:
    """The record as a UCDP row; None where nobody died by any of its figures."""
    book = load_crosswalk("ucdp", Ucdp)
    low, middle, high = _deaths(record, book)
    if not book.counts(record) or record.category in book.uncounted or not high:
        return None
    side_a, side_b = _sides(record, book)
    return {
        **keys(record),
        **_place(record.location, book),
        **_dates(record.date),
        "side_a": side_a.name,
        "side_b": side_b.name,
        **_deaths_by_side(record, side_a, side_b, middle, book),
        "best": middle,
        "low": low,
        "high": high,
    }


def _deaths(record: EventRecord, book: Ucdp) -> tuple[int, int, int]:
    """Low, best and high; a bound that the text leaves open takes the best figure."""
    killed = record.casualties.killed
    figure = best(killed)
    if killed is None or figure is None:
        told = book.figure(killed) or 0
        return told, told, told
    low = killed.low if killed.low is not None else figure
    high = killed.high if killed.high is not None else figure
    return low, figure, high


def _sides(record: EventRecord, book: Ucdp) -> tuple[Side, Side]:
    """A government stands on side a; civilians on side b, where nobody who bears arms does."""
    sides = list(dict.fromkeys([*_acting_sides(record, book), *_attacked_sides(record, book)]))
    sides += [Side(book.unknown, None)] * (2 - len(sides))
    first, second = sides[:2]
    return (second, first) if second.governs and not first.governs else (first, second)


def _acting_sides(record: EventRecord, book: Ucdp) -> list[Side]:
    doers = perpetrators(record)
    others = [actor for actor in record.actors if actor not in doers and actor.attribution != "denied"]
    named = [_side(actor, record, book) for actor in [*doers, *others]]
    return [side for side in named if side] or [Side(book.unknown, "militant")]


def _side(actor: Actor, record: EventRecord, book: Ucdp) -> Side | None:
    if actor.kind == "state_force":
        return Side(_government(actor, record, book), "security", governs=True)
    if _governs(actor, record, book):
        country = book.country(record.location)
        return Side(book.government.replace(_COUNTRY, country or book.unknown), "militant", governs=True)
    name = organisation(actor, "ucdp")
    return Side(name, "militant") if name else None


def _governs(actor: Actor, record: EventRecord, book: Ucdp) -> bool:
    """True for a group that was the government where and when the event took place."""
    rule = book.governing.get(actor.id or "")
    if rule is None or record.location is None or record.location.country_code != rule.country:
        return False
    day = (record.date.start or record.date.end) if record.date else None
    return day is not None and day >= rule.since


def _government(actor: Actor | None, record: EventRecord, book: Ucdp) -> str:
    coded = coded_names("ucdp").get(actor.id or "") if actor else None
    where = record.location
    country = book.country_of(actor, where) if actor else book.country(where)
    return (coded or book.government).replace(_COUNTRY, country or book.unknown)


def _attacked_sides(record: EventRecord, book: Ucdp) -> list[Side]:
    """Those hit who are a side of the conflict: the state, and the groups whose fighters were hit."""
    kinds = [target.type for target in record.targets]
    armed: list[Side] = []
    if any(kind in book.state_targets for kind in kinds) or (not kinds and group_toll(record, "security")):
        armed.append(Side(_government(None, record, book), "security", governs=True))
    groups = (_group_hit(target, record, book) for target in record.targets)
    armed += [side for side in groups if side]
    if armed or any(kind in book.militant_targets for kind in kinds):
        return armed
    return [Side(book.civilians, None)] if kinds or group_toll(record, "civilian") else []


def _group_hit(target: Target, record: EventRecord, book: Ucdp) -> Side | None:
    """The side of "two Red Valley Brigade fighters", who were hit."""
    if target.type not in book.militant_targets or target.name is None:
        return None
    group = Actor(id=target.id, name=target.name, kind="armed_group", role="participant")
    return _side(group, record, book)


def _deaths_by_side(
    record: EventRecord, side_a: Side, side_b: Side, total: int, book: Ucdp
) -> dict[str, object]:
    """The dead of each side, of the civilians, and the rest of the total as unknown.

    In violence against civilians the dead are civilians, unless the record splits them.
    """
    dead_a = _killed(record, side_a.dead)
    dead_b = _killed(record, side_b.dead) if side_b.dead != side_a.dead else 0
    against_civilians = side_b.name == book.civilians and not record.casualties.by_group
    civilians = total if against_civilians else _killed(record, "civilian")
    return {
        "deaths_a": dead_a,
        "deaths_b": dead_b,
        "deaths_civilians": civilians,
        "deaths_unknown": max(0, total - dead_a - dead_b - civilians),
    }


def _killed(record: EventRecord, group: CasualtyGroup | None) -> int:
    part = group_toll(record, group) if group else None
    killed: Toll | None = part.killed if part else None
    return best(killed) or 0


def _dates(date: EventDate | None) -> dict[str, object]:
    """Both days and the precision: 1 day, 2 days, 3 week, 4 month, 5 year or an open period."""
    if date is None:
        return {"date_start": "", "date_end": "", "date_prec": 5}
    start, end = date.start or date.end, date.end or date.start
    precision = {"day": 1, "days": 2, "week": 3, "month": 4}.get(date.precision, 5)
    return {
        "date_start": start.isoformat() if start else "",
        "date_end": end.isoformat() if end else "",
        "date_prec": precision if date.start else max(precision, 2),
    }


def _place(location: Location | None, book: Ucdp) -> dict[str, object]:
    if location is None:
        return {}
    return {
        "country": book.country(location),
        "adm_1": _province(location, book),
        "adm_2": _with_word(location.district, book.district_word.get(location.country_code or "")),
        "where_description": location.place or location.name or location.text or "",
        "latitude": location.latitude,
        "longitude": location.longitude,
        "where_prec": {"place": 1, "near": 2, "district": 3, "province": 4, "country": 6}[location.precision],
    }


def _province(location: Location, book: Ucdp) -> str:
    name, code = book.province(location), location.country_code or ""
    return _with_word(name, book.province_word_of.get(code, {}).get(name, book.province_word.get(code)))


def _with_word(name: str | None, word: str | None) -> str:
    if not name or not word or word in name.lower().split():
        return name or ""
    return f"{name} {word}"

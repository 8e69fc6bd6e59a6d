"""The fields of a record as words, to show and to hold against each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from extractor.records import Actor, EventRecord, Target, Toll, Weapon

_NOTHING = "nothing"


def field_values(record: EventRecord) -> dict[str, str]:
    """What the record says, field by field, in the order of a report; "nothing" where it is silent."""
    return {name: value(record) or _NOTHING for name, value in _VALUES.items()}


def _plain(name: str) -> Callable[[EventRecord], str]:
    return lambda record: str(getattr(record, name))


def _date(record: EventRecord) -> str:
    date = record.date
    return f"{date.start or '…'} to {date.end or '…'}" if date else ""


def _of_location(level: str) -> Callable[[EventRecord], str]:
    return lambda record: str(getattr(record.location, level) or "") if record.location else ""


def _toll(toll: Toll | None) -> str:
    if toll is None:
        return ""
    if toll.vague and toll.best is None:
        return toll.vague
    return "/".join("?" if number is None else str(number) for number in (toll.low, toll.best, toll.high))


def _casualty(effect: str) -> Callable[[EventRecord], str]:
    return lambda record: _toll(getattr(record.casualties, effect))


def _by_group(record: EventRecord) -> str:
    parts = ((part.group, _toll(part.killed)) for part in record.casualties.by_group)
    return ", ".join(f"{group} {killed}" for group, killed in parts if killed)


def _actor(actor: Actor) -> str:
    return f"{actor.id or actor.text} ({actor.role}, {actor.attribution})"


def _target(target: Target) -> str:
    return f"{target.text} ({target.type})"


def _weapon(weapon: Weapon) -> str:
    return weapon.type or weapon.text


def _listed(words: Iterable[str]) -> str:
    return ", ".join(sorted(set(words)))


_VALUES: dict[str, Callable[[EventRecord], str]] = {
    "scope": _plain("scope"),
    "status": _plain("status"),
    "background": _plain("background"),
    "category": _plain("category"),
    "event_type": _plain("event_type"),
    "date": _date,
    "country": _of_location("country_code"),
    "province": _of_location("province"),
    "district": _of_location("district"),
    "place": _of_location("place"),
    "actors": lambda record: _listed(map(_actor, record.actors)),
    "targets": lambda record: _listed(map(_target, record.targets)),
    "weapons": lambda record: _listed(map(_weapon, record.weapons)),
    "killed": _casualty("killed"),
    "injured": _casualty("injured"),
    "arrested": _casualty("arrested"),
    "abducted": _casualty("abducted"),
    "killed_by_group": _by_group,
    "count": lambda record: _toll(record.count),
}

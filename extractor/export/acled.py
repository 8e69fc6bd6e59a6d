"""Rows in the columns and value names of the Armed Conflict Location & Event Data Project."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extractor.export.crosswalk import Table, VagueWords, load_crosswalk
from extractor.export.names import coded_names, generic_names, organisation
from extractor.export.reading import (
    KEY_COLUMNS,
    best,
    by_state_only,
    evidence_text,
    group_toll,
    keys,
    lowest,
    one_day,
    perpetrators,
)
from extractor.records import Actor, ActorKind, Category, EventDate, EventRecord, Location, Target, Toll

COLUMNS = (
    *KEY_COLUMNS,
    *("event_date", "time_precision", "event_type", "sub_event_type", "actor1", "actor2"),
    *("country", "admin1", "admin2", "location", "latitude", "longitude", "geo_precision"),
    *("fatalities", "notes"),
)
_COUNTRY = "{country}"
_BOTH_SIDES = {"state_force", "armed_group"}
_GROUPS = {"armed_group", "criminal_group"}
_UNKNOWN_COUNTRY = "Unknown"


class SubEvents(Table):
    """The sub-event types of a kind of event: as it stands, by who did it, whom it hit, and by deaths."""

    sub: str | None = None
    armed: str | None = None
    deadly: str | None = None
    harmful: str | None = None
    peaceful: str | None = None
    by_state: str | None = None
    by_group: str | None = None
    by_protesters: str | None = None
    protesters: str | None = None
    crude: str | None = None


class UnnamedActor(Table):
    """Who is called by one of the codebook's general names."""

    kinds: tuple[ActorKind, ...] = ()
    targets: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    categories: tuple[Category, ...] = ()


class Acled(VagueWords):
    """patterns/crosswalk/acled.yaml."""

    event_types: Mapping[str, str]
    types: Mapping[str, SubEvents]
    weapons: Mapping[str, str]
    refined_by_weapon: tuple[str, ...]
    incendiary_as: str
    incendiary_weapons: tuple[str, ...]
    crude_weapons: tuple[str, ...]
    by_crowd: Mapping[str, str]
    foiled: str
    foiled_categories: tuple[Category, ...]
    armed_targets: tuple[str, ...]
    group_targets: tuple[str, ...]
    actors: Mapping[str, UnnamedActor]
    civilians: str


def acled_row(record: EventRecord) -> dict[str, object] | None:
    """The record as an ACLED row; None where the codebook counts no event."""
    book = load_crosswalk("acled", Acled)
    sub_event = _sub_event(record, book)
    if sub_event is None or record.scope not in book.scopes:
        return None
    first, second = _sides(record, book)
    day = one_day(record)
    return {
        **keys(record),
        "event_date": day.isoformat() if day else "",
        "time_precision": _time_precision(record.date),
        "event_type": book.event_types[sub_event],
        "sub_event_type": sub_event,
        "actor1": first,
        "actor2": second,
        **_place(record.location, book),
        "fatalities": _fatalities(record, book),
        "notes": evidence_text(record),
    }


def _sub_event(record: EventRecord, book: Acled) -> str | None:
    if record.status == "foiled":
        return book.foiled if record.category in book.foiled_categories else None
    choice = _choice(record, book)
    if choice is None or record.status not in book.statuses:
        return None
    if record.event_type in book.refined_by_weapon:
        for weapon in record.weapons:
            if weapon.type and weapon.type in book.weapons:
                return book.weapons[weapon.type]
    return _by_sides(record, choice, book) or _by_deaths(record, choice, book)


def _choice(record: EventRecord, book: Acled) -> SubEvents | None:
    kinds = {weapon.type for weapon in record.weapons}
    if record.category == "bombing" and kinds and kinds <= set(book.incendiary_weapons):
        return book.types[book.incendiary_as]
    return book.types.get(record.event_type) or book.types.get(record.category)


def _by_sides(record: EventRecord, choice: SubEvents, book: Acled) -> str | None:
    """The sub-event type that the two sides call for, where the type has one."""
    doers = perpetrators(record)
    state = by_state_only(doers)
    if choice.protesters and (state or not doers) and _hits_protesters(record, book):
        return choice.protesters
    if choice.by_protesters and any(_is_protester(actor.text, book) for actor in record.actors):
        return choice.by_protesters
    if choice.by_state and state:
        return choice.by_state
    if choice.by_group and any(actor.kind in _GROUPS for actor in doers) and not state:
        return choice.by_group
    if _is_of_crowd(record) and (of_crowd := book.by_crowd.get(choice.sub or "")):
        return of_crowd
    if choice.crude and _is_crude(record, book):
        return choice.crude
    return choice.armed if choice.armed and _hits_armed(record, book) else None


def _is_of_crowd(record: EventRecord) -> bool:
    """Whether a crowd did it, as far as is known."""
    doers = perpetrators(record)
    return bool(doers) and doers[0].kind == "crowd"


def _is_crude(record: EventRecord, book: Acled) -> bool:
    """Whether nobody armed took part and nothing worse than sticks, stones and knives was used."""
    weapons = {weapon.type for weapon in record.weapons}
    armed = any(actor.kind in ("state_force", "armed_group", "criminal_group") for actor in record.actors)
    return bool(weapons) and weapons <= set(book.crude_weapons) and not armed


def _by_deaths(record: EventRecord, choice: SubEvents, book: Acled) -> str | None:
    coded = _by_toll(record, choice)
    return book.by_crowd.get(coded, coded) if coded and _is_of_crowd(record) else coded


def _by_toll(record: EventRecord, choice: SubEvents) -> str | None:
    killed, injured = record.casualties.killed, record.casualties.injured
    if best(killed) and choice.deadly:
        return choice.deadly
    if (_anyone(killed) or _anyone(injured)) and choice.harmful:
        return choice.harmful
    return choice.sub if best(killed) else choice.peaceful or choice.sub


def _anyone(toll: Toll | None) -> bool:
    """Whether a toll tells of anyone at all, if only of "dozens"."""
    return toll is not None and bool(best(toll) or toll.vague)


def _hits_protesters(record: EventRecord, book: Acled) -> bool:
    return any(_is_protester(target.text, book) for target in record.targets)


def _is_protester(text: str | None, book: Acled) -> bool:
    words = set((text or "").lower().split())
    return any(whom.categories and words & set(whom.words) for whom in book.actors.values())


def _hits_armed(record: EventRecord, book: Acled) -> bool:
    """Whether those attacked bear arms; where no target is named, the two sides or the dead tell."""
    kinds = {target.type for target in record.targets}
    if kinds:
        return bool(kinds & set(book.armed_targets)) and not _civilian_dead_alone(record)
    sides = {actor.kind for actor in record.actors if actor.attribution != "denied"}
    armed = group_toll(record, "security") or group_toll(record, "militant") or sides >= _BOTH_SIDES
    return bool(armed) and group_toll(record, "civilian") is None


def _civilian_dead_alone(record: EventRecord) -> bool:
    groups = {part.group for part in record.casualties.by_group if best(part.killed)}
    return groups == {"civilian"}


def _sides(record: EventRecord, book: Acled) -> tuple[str, str]:
    """Those who acted, and the other side: a named group, else the second actor, else those attacked."""
    doers = perpetrators(record)
    others = [actor for actor in record.actors if actor not in doers and actor.attribution != "denied"]
    acting = [_actor(actor, record, book) for actor in _known_first([*doers, *others])]
    first = acting[0] if acting else _general("unknown", record, book)
    groups = [name for target in record.targets if (name := _group_hit(target, record, book))]
    rest = [*acting[1:], *groups, *(_victim(target, record, book) for target in record.targets)]
    known = {*groups, *(_actor(actor, record, book) for actor in record.actors if _is_known(actor))}
    second = sorted((side for side in rest if side != first), key=lambda side: side not in known)
    return first, second[0] if second else ""


def _known_first(actors: Sequence[Actor]) -> list[Actor]:
    """The actors without unnamed attackers, where the text says which group they were of."""
    known = any(_is_known(actor) and actor.role == "perpetrator" for actor in actors)
    return [actor for actor in actors if not (known and _is_unnamed(actor))]


def _is_known(actor: Actor) -> bool:
    return actor.kind != "state_force" and organisation(actor, "acled") is not None


def _is_unnamed(actor: Actor) -> bool:
    return actor.kind != "state_force" and actor.role == "perpetrator" and not _is_known(actor)


def _group_hit(target: Target, record: EventRecord, book: Acled) -> str | None:
    """The name of the armed group that a target is of; None for civilians, parties and states."""
    if target.type not in book.group_targets or target.id is None:
        return None
    name = coded_names("acled").get(target.id) or (None if target.id in generic_names() else target.name)
    return _filled(name, record.location, book) if name else None


def _actor(actor: Actor, record: EventRecord, book: Acled) -> str:
    if actor.kind == "state_force" and actor.id not in coded_names("acled"):
        return _state_force(actor, record, book)
    name = organisation(actor, "acled")
    return _filled(name, record.location, book) if name else _general(actor.kind, record, book)


def _state_force(actor: Actor, record: EventRecord, book: Acled) -> str:
    words = set(f"{actor.name or ''} {actor.text or ''}".lower().split())
    told = (name for name, whom in book.actors.items() if words & set(whom.words))
    by_kind = (name for name, whom in book.actors.items() if actor.kind in whom.kinds)
    name = next(told, None) or next(by_kind)
    return name.replace(_COUNTRY, book.country_of(actor, record.location) or _UNKNOWN_COUNTRY)


def _general(kind: ActorKind, record: EventRecord, book: Acled) -> str:
    """The general name for an actor of a kind; protesters for the crowd of a protest."""
    for name, whom in book.actors.items():
        if kind == "crowd" and record.category in whom.categories:
            return _filled(name, record.location, book)
    name = next(name for name, whom in book.actors.items() if kind in whom.kinds)
    return _filled(name, record.location, book)


def _victim(target: Target, record: EventRecord, book: Acled) -> str:
    for name, whom in book.actors.items():
        told = whom.categories and (record.category in whom.categories or _is_protester(target.text, book))
        if told or target.type in whom.targets:
            return _filled(name, record.location, book)
    return _filled(book.civilians, record.location, book)


def _filled(name: str, location: Location | None, book: Acled) -> str:
    return name.replace(_COUNTRY, book.country(location) or _UNKNOWN_COUNTRY)


def _time_precision(date: EventDate | None) -> int | None:
    """1 the day; 2 the week; 3 the month, or less."""
    if date is None:
        return None
    if date.start is None:
        return 2
    return {"day": 1, "days": 2, "week": 2}.get(date.precision, 3)


def _named(location: Location) -> str | None:
    """The place that the row is about: of a village on no map the town that it lies near."""
    if location.precision == "near" and location.around:
        return location.around
    return location.place or location.district or location.province or location.name


def _place(location: Location | None, book: Acled) -> dict[str, object]:
    if location is None:
        return {}
    return {
        "country": book.country(location),
        "admin1": book.province(location),
        "admin2": location.district,
        "location": _named(location),
        "latitude": location.latitude,
        "longitude": location.longitude,
        "geo_precision": {"place": 1, "near": 2, "district": 2}.get(location.precision, 3),
    }


def _fatalities(record: EventRecord, book: Acled) -> int:
    """The lowest figure; the codebook's number for "dozens" and the like; 0 for silence."""
    killed = record.casualties.killed
    return lowest(killed) or book.figure(killed) or 0

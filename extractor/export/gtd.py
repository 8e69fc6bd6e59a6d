"""Rows in the columns and value names of the Global Terrorism Database."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property

from extractor.export.crosswalk import Crosswalk, Table, load_crosswalk
from extractor.export.names import generic_names, organisation
from extractor.export.reading import (
    KEY_COLUMNS,
    best,
    by_state_only,
    evidence_text,
    group_toll,
    keys,
    one_day,
    perpetrators,
)
from extractor.gazetteer.normalise import name_key
from extractor.records import (
    Actor,
    CasualtyGroup,
    EventRecord,
    GroupToll,
    Location,
    Status,
    Target,
    TargetKind,
    Toll,
)

COLUMNS = (
    *KEY_COLUMNS,
    *("iyear", "imonth", "iday", "country_txt", "provstate", "city", "latitude", "longitude", "specificity"),
    *("attacktype1_txt", "weaptype1_txt", "targtype1_txt", "target1", "gname", "claimed"),
    *("suicide", "success", "nkill", "nkillter", "nwound", "nwoundte", "nhostkid", "summary"),
)
_FACILITY = "places/facility"


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)


class AttackCode(Table):
    """How the database codes a kind of event. `statuses` replaces the codebook's own list.

    A `failed` one is told by those who stopped it, so its actors are not the attackers.
    """

    attack: str
    weapon: str
    failed: bool = False
    statuses: tuple[Status, ...] = ()


class Mixture(Table):
    """How a type is coded where the text tells of another tactic, or of a weapon, beside it."""

    tactics: tuple[str, ...] = ()
    weapons: tuple[str, ...] = ()
    deadly: bool = False
    attack: str
    weapon: str | None = None

    def fits(self, record: EventRecord) -> bool:
        """Whether the record tells of one of the tactics or weapons, and of deaths where asked for."""
        weapons = {weapon.type for weapon in record.weapons}
        beside = set(record.tactics) & set(self.tactics) or weapons & set(self.weapons)
        return bool(beside) and (not self.deadly or bool(best(record.casualties.killed)))


class Gtd(Crosswalk):
    """patterns/crosswalk/gtd.yaml."""

    uncounted: tuple[str, ...]
    types: Mapping[str, AttackCode]
    mixtures: Mapping[str, tuple[Mixture, ...]]
    explosive_attack: str
    explosive_attack_from: tuple[str, ...]
    incendiary_attack: Mapping[TargetKind, str]
    assassination: str
    assassination_from: tuple[str, ...]
    assassination_if_deadly: tuple[str, ...]
    facility_attack: str
    facility_attack_from: tuple[str, ...]
    facilities: tuple[str, ...]
    prominent_targets: tuple[str, ...]
    offices: tuple[str, ...]
    lesser: tuple[str, ...]
    guarding: tuple[str, ...]
    weapons: Mapping[str, str]
    weapon_order: tuple[str, ...]
    suicide: tuple[str, ...]
    targets: Mapping[str, str]
    weak_aims: tuple[str, ...]
    weak_targets: tuple[str, ...]
    militant_targets: tuple[str, ...]
    into_places: tuple[str, ...]
    casualty_groups: Mapping[CasualtyGroup, str]
    forces: Mapping[str, str]
    unknown: str
    province_is_district: tuple[str, ...]
    provinces_by_district: Mapping[str, tuple[str, ...]]

    @cached_property
    def office_pattern(self) -> re.Pattern[str]:
        """Any of the words for an office that makes a person stand out."""
        return _any_of(self.offices)

    @cached_property
    def lesser_pattern(self) -> re.Pattern[str]:
        """Any of the words for those who only stand near an office."""
        return _any_of(self.lesser)

    def mixture(self, record: EventRecord) -> Mixture | None:
        """How the record is coded for what is told beside its type; None where nothing else counts."""
        found = self.mixtures.get(record.event_type) or self.mixtures.get(record.category) or ()
        return next((mixture for mixture in found if mixture.fits(record)), None)

    def code(self, record: EventRecord) -> AttackCode | None:
        """How the record's type, else its category, is coded; None where it is not counted."""
        if record.event_type in self.uncounted:
            return None
        return self.types.get(record.event_type) or self.types.get(record.category)


def gtd_row(record: EventRecord) -> dict[str, object] | None:
    """The record as a GTD row; None where the codebook counts no incident."""
    book = load_crosswalk("gtd", Gtd)
    code = book.code(record)
    if code is None or record.scope not in book.scopes:
        return None
    if record.status not in (code.statuses or book.statuses):
        return None
    if by_state_only(perpetrators(record)) and not code.failed:
        return None
    weapon = _weapon(record, book, code)
    attack = _attack(record, book, code, weapon)
    attackers = _attackers_toll(record, book)
    return {
        **keys(record),
        **_date(record),
        **_place(record, book),
        "attacktype1_txt": attack,
        "weaptype1_txt": weapon,
        "targtype1_txt": _target_type(record, book),
        "target1": record.targets[0].text if record.targets else "",
        "gname": _group(record, book),
        "claimed": int(any(actor.attribution == "claimed" for actor in record.actors)),
        "suicide": int(_is_suicide(record, book)),
        "success": int(_succeeded(record, book, code, attack)),
        "nkill": _share(record.casualties.killed),
        "nkillter": _share(attackers.killed) if attackers else None,
        "nwound": _share(record.casualties.injured),
        "nwoundte": _share(attackers.injured) if attackers else None,
        "nhostkid": _share(record.casualties.abducted),
        "summary": evidence_text(record),
    }


def _date(record: EventRecord) -> dict[str, object]:
    """Year, month and day; 0 for a part that the text leaves open, as the codebook asks."""
    day = one_day(record)
    if day is None or record.date is None:
        return {"iyear": None, "imonth": None, "iday": None}
    precision = record.date.precision
    return {
        "iyear": day.year,
        "imonth": 0 if precision == "year" else day.month,
        "iday": 0 if precision in ("month", "year") else day.day,
    }


def _place(record: EventRecord, book: Gtd) -> dict[str, object]:
    location = record.location
    return {
        "country_txt": book.country(location),
        "provstate": _province(location, book),
        "city": _city(location, book, _is_facility(record)),
        "latitude": location.latitude if location else None,
        "longitude": location.longitude if location else None,
        "specificity": _specificity(location),
    }


def _province(location: Location | None, book: Gtd) -> str:
    if location is None:
        return book.unknown
    if location.district and _divided_lower(location, book):
        return book.spelt(location.country_code, location.district)
    return book.province(location) or book.unknown


def _divided_lower(location: Location, book: Gtd) -> bool:
    """Whether the database's provinces are here what others call second-order divisions."""
    code = location.country_code or ""
    split = book.provinces_by_district.get(code, ())
    return code in book.province_is_district or name_key(location.province or "") in map(name_key, split)


def _is_facility(record: EventRecord) -> bool:
    """Whether the smallest place told is a building or the like, which is no city: "the Abo church"."""
    location = record.location
    if location is None or location.precision != "near" or location.around or location.place != location.name:
        return False
    return any(e.field == "location" and e.rule == _FACILITY for e in record.evidence)


def _city(location: Location | None, book: Gtd, facility: bool) -> str:
    if location is None:
        return book.unknown
    if location.place and not (facility and location.district):
        return location.place
    if location.district and not _divided_lower(location, book):
        return _as_district(location.district)
    return book.unknown


def _as_district(name: str) -> str:
    return name if "district" in name.lower() else f"{name} district"


def _specificity(location: Location | None) -> int:
    """1 the town; 2 the town, at its district's centre; 3 the district; 4 the province; 5 none of these."""
    if location is None:
        return 5
    return {"place": 1, "near": 2, "district": 3, "province": 4, "country": 5}[location.precision]


def _weapon(record: EventRecord, book: Gtd, code: AttackCode) -> str:
    mixture = book.mixture(record)
    if mixture is not None and mixture.weapon is not None:
        return mixture.weapon
    named = {book.weapons[kind] for weapon in record.weapons if (kind := weapon.type or "") in book.weapons}
    if code.attack == book.types["armed_assault"].attack and "arson" in record.tactics:
        named.discard(book.types["arson"].weapon)  # things were burned beside it
    if not named:
        return code.weapon
    return next((name for name in book.weapon_order if name in named), min(named))


def _attack(record: EventRecord, book: Gtd, code: AttackCode, weapon: str) -> str:
    mixture = book.mixture(record)
    attack = code.attack if mixture is None else mixture.attack
    deadly = attack in book.assassination_if_deadly and bool(best(record.casualties.killed))
    if (deadly or attack in book.assassination_from) and _hits_one_prominent(record, book, attack):
        return book.assassination
    if record.event_type in book.facility_attack_from and _damages_only(record, book):
        return book.facility_attack
    explosive = mixture is None and weapon == book.types["bombing"].weapon
    if explosive and record.event_type in book.explosive_attack_from:
        return book.explosive_attack
    if code.attack == book.explosive_attack and weapon == book.types["arson"].weapon:
        return book.incendiary_attack[_target_kind(record)]
    return attack


def _damages_only(record: EventRecord, book: Gtd) -> bool:
    """Whether nobody was hurt, as the text says, and what was attacked is a thing that nobody guards."""
    tolls = [best(record.casualties.killed), best(record.casualties.injured)]
    things = bool(record.targets) and all(t.kind == "object" for t in record.targets)
    return 0 in tolls and not any(tolls) and things and any(t.type in book.facilities for t in record.targets)


def _target_kind(record: EventRecord) -> TargetKind:
    """Whether people suffered, or were meant to; nobody hurt, a police car is no more than a thing."""
    if best(record.casualties.killed) or best(record.casualties.injured):
        return "person"
    unhurt = best(record.casualties.killed) == 0 or best(record.casualties.injured) == 0
    return "person" if not unhurt and any(target.kind == "person" for target in record.targets) else "object"


def _hits_one_prominent(record: EventRecord, book: Gtd, attack: str) -> bool:
    """Whether it was aimed at one person who stands out, or where nobody is, one such person suffered.

    An officer among the soldiers who were shot at is one of them; a bomb may have been meant for him.
    """
    aims = [target for target in record.targets if target.aimed]
    if any(_is_prominent(target, book) for target in aims):
        return True
    if any(target.kind == "person" and target.type not in book.guarding for target in aims):
        return False
    company = attack != book.explosive_attack and any(
        (target.number or 0) > 1 and target.type in book.guarding for target in record.targets
    )
    return any(
        _is_prominent(target, book)
        for target in record.targets
        if not (company and target.type in (*book.guarding, *book.militant_targets))
    )


def _is_prominent(target: Target, book: Gtd) -> bool:
    """Whether the target is one person of an office, or the house or car of one."""
    if target.number != 1:
        return False
    told = target.role or "" if target.kind == "object" else f"{target.text} {target.role or ''}"
    if book.lesser_pattern.search(told):
        return False
    return target.type in book.prominent_targets or bool(book.office_pattern.search(told))


def _target_type(record: EventRecord, book: Gtd) -> str:
    """The type of the first target that says what was hit; words that say little come after all others."""
    for target in sorted(record.targets, key=lambda target: _weakness(target, book)):
        told = (target.id, target.subtype, target.type)
        names = (book.targets[word] for word in told if word and word in book.targets)
        if (name := next(names, None)) is not None:
            return name
    if record.category == "clash":
        for actor in (actor for actor in record.actors if actor.kind == "state_force"):
            return _force_type(actor, book)
    for group, name in book.casualty_groups.items():
        if group_toll(record, group):
            return name
    if record.event_type in book.into_places and record.location is not None and record.location.place:
        return book.casualty_groups["civilian"]
    return book.unknown


def _force_type(actor: Actor, book: Gtd) -> str:
    """The target type of a state force that is a side of a clash, by the words for it."""
    words = f"{actor.name or ''} {actor.text or ''}".lower()
    named = (name for word, name in book.forces.items() if word in words)
    return next(named, book.casualty_groups["security"])


def _weakness(target: Target, book: Gtd) -> int:
    """How little a target says: 0 for one that tells by itself what was hit."""
    weak = book.weak_aims if target.aimed else (*book.weak_aims, *book.weak_targets)
    return next((weak.index(word) + 1 for word in (target.subtype, target.type) if word in weak), 0)


def _group(record: EventRecord, book: Gtd) -> str:
    doers = [actor for actor in perpetrators(record) if actor.kind != "state_force"]
    doers.sort(key=lambda actor: actor.id in generic_names())
    return next((name for actor in doers if (name := organisation(actor, "gtd"))), book.unknown)


def _attackers_toll(record: EventRecord, book: Gtd) -> GroupToll | None:
    """The militants' tolls, where the militants were the attackers and not those attacked."""
    doers = perpetrators(record)
    attacked = any(target.type in book.militant_targets for target in record.targets)
    if attacked or (doers and doers[0].kind == "state_force"):
        return None
    return group_toll(record, "militant")


def _share(toll: Toll | None) -> int | None:
    """The row's part of a toll of several attacks: the codebook divides it evenly."""
    number = best(toll)
    if toll is None or number is None or toll.shared_by is None:
        return number
    return (2 * number + toll.shared_by) // (2 * toll.shared_by)


def _succeeded(record: EventRecord, book: Gtd, code: AttackCode, attack: str) -> bool:
    """By the codebook an assassination succeeds where someone died, any other attack where it took place."""
    if code.failed or record.status in ("attempted", "foiled"):
        return False
    return attack != book.assassination or bool(best(record.casualties.killed))


def _is_suicide(record: EventRecord, book: Gtd) -> bool:
    return record.event_type in book.suicide or any(weapon.type in book.suicide for weapon in record.weapons)

"""How each field of a record is judged against its gold event.

A field's judge gives a Judgement: strict and lenient figures, and what was wanted and got, for the list
of misses. `FIELDS` names the judges in the order of the report.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from extractor.records import Actor, EventRecord, Location, Target, Toll, Weapon
from extractor.scoring.figures import EXTRA, MISSED, NOT_JUDGED, RIGHT, WRONG, Figures
from extractor.scoring.gold import GoldActor, GoldEvent, GoldTarget, GoldToll, GoldWeapon
from extractor.scoring.likeness import (
    alike_name,
    any_alike_wording,
    overlapping_days,
    same_days,
    same_name,
)

Got = TypeVar("Got")
Wanted = TypeVar("Wanted", GoldActor, GoldTarget, GoldWeapon)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What one field of one aligned record came to."""

    strict: Figures
    lenient: Figures
    wanted: str = ""
    got: str = ""


Judge = Callable[[EventRecord, GoldEvent], Judgement]


def _single(wanted: Sequence[object], got: object, strict: bool, lenient: bool | None = None) -> Judgement:
    """A field with one value: right, wrong, missed where none was given, extra where none is wanted."""
    lenient = strict if lenient is None else lenient
    shown = " or ".join(_shown(value) for value in wanted)
    if not wanted:
        figures = NOT_JUDGED if got is None else EXTRA
        return Judgement(figures, figures, "nothing", _shown(got))
    if got is None:
        return Judgement(MISSED, MISSED, shown, "nothing")
    return Judgement(RIGHT if strict else WRONG, RIGHT if lenient else WRONG, shown, _shown(got))


def _shown(value: object) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, GoldToll | Toll):
        return value.vague or "/".join(
            "?" if n is None else str(n) for n in (value.low, value.best, value.high)
        )
    start, end = getattr(value, "start", None), getattr(value, "end", None)
    return f"{start}..{end}" if start or end else str(value)


def _not_judged() -> Judgement:
    return Judgement(NOT_JUDGED, NOT_JUDGED)


# ------------------------------------------------------------------ one value
def _plain(field: str) -> Judge:
    """A field whose value is one of the acceptable ones or not; a blank in the gold is not judged."""

    def judge(record: EventRecord, gold: GoldEvent) -> Judgement:
        wanted, got = getattr(gold, field), getattr(record, field)
        return _single(wanted, got, got in wanted) if wanted else _not_judged()

    return judge


def _background(record: EventRecord, gold: GoldEvent) -> Judgement:
    """A total over many events recalls them all, so that `background` says nothing of an aggregate."""
    return _not_judged() if "aggregate" in gold.scope else _plain("background")(record, gold)


def _event_type(record: EventRecord, gold: GoldEvent) -> Judgement:
    """Lenient: another type of an acceptable category."""
    if not gold.event_type:
        return _not_judged()
    strict = record.event_type in gold.event_type
    return _single(gold.event_type, record.event_type, strict, strict or record.category in gold.category)


def _date(record: EventRecord, gold: GoldEvent) -> Judgement:
    """Lenient: the spans share a day. "On or before" its publication is no date where the gold has none."""
    date = record.date
    if date is None or (date.start is None and not gold.date):
        return _single(gold.date, None, False)
    strict = any(same_days(date, wanted) for wanted in gold.date)
    lenient = any(overlapping_days(date, wanted) for wanted in gold.date)
    return _single(gold.date, date, strict, lenient)


def _country(record: EventRecord, gold: GoldEvent) -> Judgement:
    wanted = gold.location.country
    got = record.location.country_code if record.location else None
    return _single(wanted, got, got in wanted)


def _place(record: EventRecord, gold: GoldEvent) -> Judgement:
    """Lenient: the name in another transliteration, or as the record's district."""
    wanted, where = gold.location.place, record.location
    got = where.place if where else None
    strict = any(same_name(got, name) for name in wanted)
    levels = (where.place, where.name, where.district) if where else ()
    lenient = any(alike_name(level, name) for level in levels for name in wanted)
    if lenient and got is None and where:
        got = where.district or where.name
    return _single(wanted, got, strict, lenient)


def _division(level: str) -> Judge:
    """A district or province; a blank is not judged, the gazetteer may know more than the article."""

    def judge(record: EventRecord, gold: GoldEvent) -> Judgement:
        wanted: tuple[str, ...] = getattr(gold.location, level)
        if not wanted:
            return _not_judged()
        got: str | None = getattr(record.location, level) if isinstance(record.location, Location) else None
        strict = any(same_name(got, name) for name in wanted)
        return _single(wanted, got, strict, any(alike_name(got, name) for name in wanted))

    return judge


def _toll(wanted: Sequence[GoldToll], got: Toll | None) -> Judgement:
    """Strict: the best figure, or a word for a word. Lenient: the figures touch; silence is no casualties."""
    may_be_silent = any(toll.says_nothing for toll in wanted)
    wanted = [toll for toll in wanted if not toll.says_nothing]
    got = got if got and (got.vague or _figures(got)) else None
    if got is None and may_be_silent:
        return _not_judged()
    if got is None and any(toll.best == 0 for toll in wanted):
        return Judgement(MISSED, NOT_JUDGED, "0", "nothing")
    if not wanted and got is not None and got.best == 0:
        return Judgement(EXTRA, NOT_JUDGED, "nothing", "0")
    strict = got is not None and any(_same_toll(toll, got) for toll in wanted)
    lenient = got is not None and any(_touch(toll, got) for toll in wanted)
    return _single(wanted, got, strict, lenient)


def _figures(toll: GoldToll | Toll) -> list[int]:
    return [number for number in (toll.low, toll.best, toll.high) if number is not None]


def _same_toll(wanted: GoldToll, got: Toll) -> bool:
    if wanted.best is not None:
        return wanted.best == got.best
    if _figures(wanted):
        return set(_figures(wanted)) <= set(_figures(got))
    return got.vague is not None and not _figures(got)


def _touch(wanted: GoldToll, got: Toll) -> bool:
    if not _figures(wanted) or not _figures(got):
        return _same_toll(wanted, got)
    return min(_figures(wanted)) <= max(_figures(got)) and min(_figures(got)) <= max(_figures(wanted))


def _casualty(field: str) -> Judge:
    return lambda record, gold: _toll(getattr(gold.casualties, field), getattr(record.casualties, field))


def _count(record: EventRecord, gold: GoldEvent) -> Judgement:
    return _toll(gold.count, record.count)


def _killed_by_group(record: EventRecord, gold: GoldEvent) -> Judgement:
    """Each group's dead one by one, where the gold splits them."""
    if not gold.by_group:
        return _not_judged()
    got = {part.group: part.killed for part in record.casualties.by_group}
    groups = sorted(set(got) | set(gold.by_group))
    parts = {
        group: _toll(gold.by_group[group].killed if group in gold.by_group else (), got.get(group))
        for group in groups
    }
    return Judgement(
        sum((part.strict for part in parts.values()), NOT_JUDGED),
        sum((part.lenient for part in parts.values()), NOT_JUDGED),
        ", ".join(f"{group} {part.wanted}" for group, part in parts.items()),
        ", ".join(f"{group} {part.got}" for group, part in parts.items()),
    )


# ------------------------------------------------------------------ several values
def _several(
    wanted: Sequence[Wanted],
    got: Sequence[Got],
    strict: Callable[[Got, Wanted], bool],
    lenient: Callable[[Got, Wanted], bool],
    show: Callable[[Got | Wanted], str],
) -> Judgement:
    """A field with several values, matched one to one."""
    return Judgement(
        _matched_figures(wanted, got, strict),
        _matched_figures(wanted, got, lenient),
        ", ".join(show(value) for value in wanted) or "nothing",
        ", ".join(show(value) for value in got) or "nothing",
    )


def _matches(
    wanted: Sequence[Wanted], got: Sequence[Got], same: Callable[[Got, Wanted], bool]
) -> list[tuple[Got, Wanted]]:
    """Pairs of values that are the same, each used once, in the order of the record; optional ones last."""
    left = sorted(wanted, key=lambda value: value.optional)
    pairs = []
    for value in got:
        found = next((index for index, candidate in enumerate(left) if same(value, candidate)), None)
        if found is not None:
            pairs.append((value, left.pop(found)))
    return pairs


def _matched_figures(
    wanted: Sequence[Wanted], got: Sequence[Got], same: Callable[[Got, Wanted], bool]
) -> Figures:
    """An optional value is right, missed or extra for nobody."""
    pairs = _matches(wanted, got, same)
    right = sum(not value.optional for _, value in pairs)
    required = sum(not value.optional for value in wanted)
    return Figures(right=right, extra=len(got) - len(pairs), missed=required - right)


def _names_actor(actor: Actor, gold: GoldActor) -> bool:
    """By id; by name or wording where the gold or the record has none."""
    if gold.id and actor.id:
        return actor.id in gold.id
    if any(alike_name(actor.name, name) for name in gold.name):
        return True
    return any_alike_wording((actor.text, actor.name), (*gold.text, *gold.name))


def _like_actor(actor: Actor, gold: GoldActor) -> bool:
    """As above, or both unnamed and of one kind."""
    unnamed = not gold.id and not actor.id
    return _names_actor(actor, gold) or (unnamed and actor.kind in gold.kind)


def _show(value: Actor | GoldActor | Target | GoldTarget | Weapon | GoldWeapon) -> str:
    parts = [getattr(value, name, None) for name in ("id", "name", "text", "type")]
    words = ["/".join(part) if isinstance(part, tuple) else part for part in parts]
    return ":".join(word for word in words if word)


def _actors(record: EventRecord, gold: GoldEvent) -> Judgement:
    return _several(gold.actors, record.actors, _names_actor, _like_actor, _show)


def _of_actors(field: str) -> Judge:
    """A property of the actors, judged on those that match."""

    def judge(record: EventRecord, gold: GoldEvent) -> Judgement:
        judgements = [
            _single(
                getattr(wanted, field), getattr(got, field), getattr(got, field) in getattr(wanted, field)
            )
            for got, wanted in _matches(gold.actors, record.actors, _like_actor)
            if getattr(wanted, field) and not wanted.optional
        ]
        return Judgement(
            sum((one.strict for one in judgements), NOT_JUDGED),
            sum((one.lenient for one in judgements), NOT_JUDGED),
            ", ".join(one.wanted for one in judgements),
            ", ".join(one.got for one in judgements),
        )

    return judge


def _hits_target(target: Target, gold: GoldTarget) -> bool:
    wording = any_alike_wording((target.text, target.name), (*gold.text, *gold.name))
    if not gold.text and not gold.name:
        return target.type in gold.type
    return wording and (not gold.type or bool({target.type, target.subtype} & set(gold.type)))


def _like_target(target: Target, gold: GoldTarget) -> bool:
    wording = any_alike_wording((target.text, target.name), (*gold.text, *gold.name))
    return wording or target.type in gold.type


def _targets(record: EventRecord, gold: GoldEvent) -> Judgement:
    return _several(gold.targets, record.targets, _hits_target, _like_target, _show)


def _is_weapon(weapon: Weapon, gold: GoldWeapon) -> bool:
    return weapon.type in gold.type


def _like_weapon(weapon: Weapon, gold: GoldWeapon) -> bool:
    return _is_weapon(weapon, gold) or any_alike_wording((weapon.text,), gold.text)


def _weapons(record: EventRecord, gold: GoldEvent) -> Judgement:
    """Each type counts once, however often the text names it."""
    once: Iterable[Weapon] = {weapon.type or weapon.text: weapon for weapon in record.weapons}.values()
    return _several(gold.weapons, list(once), _is_weapon, _like_weapon, _show)


FIELDS: dict[str, Judge] = {
    "scope": _plain("scope"),
    "status": _plain("status"),
    "background": _background,
    "category": _plain("category"),
    "event_type": _event_type,
    "date": _date,
    "country": _country,
    "province": _division("province"),
    "district": _division("district"),
    "place": _place,
    "actors": _actors,
    "role": _of_actors("role"),
    "attribution": _of_actors("attribution"),
    "targets": _targets,
    "weapons": _weapons,
    "killed": _casualty("killed"),
    "injured": _casualty("injured"),
    "arrested": _casualty("arrested"),
    "abducted": _casualty("abducted"),
    "killed_by_group": _killed_by_group,
    "count": _count,
}


def is_right(record: EventRecord, event: GoldEvent, field: str) -> bool | None:
    """Whether a field is strictly as gold has it; None where gold does not speak of it."""
    figures = FIELDS[field](record, event).strict
    if not (figures.right or figures.extra or figures.missed):
        return None
    return not (figures.extra or figures.missed)


EVIDENCE_FIELDS = {
    "country": "location",
    "province": "location",
    "district": "location",
    "place": "location",
    "role": "actors",
    "attribution": "actors",
    "killed_by_group": "killed",
    "category": "event_type",
}

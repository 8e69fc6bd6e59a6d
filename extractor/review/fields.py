"""Corrections by form: one function a field, from a record and what was filled in to the corrected record."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from pydantic import ValidationError

from extractor.records import Casualties, EventRecord
from extractor.review import evidence
from extractor.review.picklists import PickLists
from extractor.review.places import PlaceSearch

Form = Mapping[str, str]
TOLLS: Final = ("killed", "injured", "arrested", "abducted")
GROUPS: Final = ("civilian", "security", "militant", "unknown")
_PARTS: Final = ("low", "best", "high")
_AREAS: Final = ("place", "district", "province", "country")


class WrongValueError(ValueError):
    """What was filled in cannot be a value of the field; the message tells the reviewer why."""


class Fields:
    """Corrects fields, with the pick-lists of the patterns and the gazetteer at hand."""

    def __init__(self, lists: PickLists, places: PlaceSearch) -> None:
        self._lists = lists
        self._places = places

    def edit(self, record: EventRecord, field: str, form: Form) -> EventRecord:
        """The record with `field` as the form has it. Raises WrongValueError with what to do about it."""
        editors: dict[str, Callable[[EventRecord, Form], dict[str, Any]]] = {
            "event_type": self._event_type,
            "date": self._date,
            "location": self._location,
            "actors": self._actor,
            "targets": self._target,
            "weapons": self._weapon,
            "count": self._count,
            "by_group": self._by_group,
            **{f"casualties.{toll}": self._toll(toll) for toll in TOLLS},
            **{name: self._plain(name) for name in ("status", "scope", "background")},
        }
        if field not in editors:
            raise WrongValueError(f"{field!r} is no field that can be corrected")
        return revised(record, editors[field](record, form))

    def _plain(self, name: str) -> Callable[[EventRecord, Form], dict[str, Any]]:
        def edit(record: EventRecord, form: Form) -> dict[str, Any]:
            value = form.get("value", "")
            values: dict[str, Any] = {name: value == "yes" if name == "background" else value}
            if name == "scope" and value == "incident":
                values["count"] = None
                return {**values, "evidence": evidence.without(record, "count")}
            return {**values, "evidence": evidence.corrected(record, name)}

        return edit

    def _event_type(self, record: EventRecord, form: Form) -> dict[str, Any]:
        chosen = form.get("value", "")
        category = self._lists.category_of(chosen)
        if category is None:
            raise WrongValueError(f"{chosen!r} is no event type of the patterns; choose one of the list")
        others = tuple(tactic for tactic in record.tactics if tactic not in (record.event_type, chosen))
        return {
            "event_type": chosen,
            "category": category,
            "tactics": (chosen, *others),
            "evidence": evidence.corrected(record, "event_type"),
        }

    def _date(self, record: EventRecord, form: Form) -> dict[str, Any]:
        start, end = form.get("start") or None, form.get("end") or None
        if start is None and end is None:
            return {"date": None, "evidence": evidence.without(record, "date")}
        precision = form.get("precision") or ("day" if start == end else "period")
        date = {
            "start": start,
            "end": end or start,
            "precision": precision,
            "basis": form.get("basis") or "explicit",
            "text": record.date.text if record.date else None,
        }
        return {"date": date, "evidence": evidence.corrected(record, "date")}

    def _location(self, record: EventRecord, form: Form) -> dict[str, Any]:
        text = record.location.text if record.location else None
        if form.get("gazetteer"):
            place = self._places.at(form["gazetteer"])
            if place is None:
                raise WrongValueError("that place is not in the gazetteer; search for it again")
            where: dict[str, Any] | None = self._places.location(place, text).model_dump()
        else:
            where = self._typed_location(record, form)
        words = evidence.corrected(record, "location") if where else evidence.without(record, "location")
        return {"location": where, "evidence": words}

    @staticmethod
    def _typed_location(record: EventRecord, form: Form) -> dict[str, Any] | None:
        """The areas as typed; coordinates stay only while everything that they stand for does."""
        typed = {area: form.get(area, "").strip() or None for area in _AREAS}
        if not any(typed.values()):
            return None
        now: dict[str, Any] = record.location.model_dump() if record.location else {"precision": "country"}
        if any(now.get(area) != typed[area] for area in _AREAS):
            smallest = next(area for area in _AREAS if typed[area])
            same_country = now.get("country") == typed["country"]
            now |= {
                "latitude": None,
                "longitude": None,
                "geonames_id": None,
                "name": typed[smallest],
                "precision": smallest,
                "country_code": now.get("country_code") if same_country else None,
            }
        precision = form.get("precision") or now["precision"]
        return {**now, **typed, "precision": precision}

    def _actor(self, record: EventRecord, form: Form) -> dict[str, Any]:
        who = form.get("who", "").strip()
        actors: list[Any] = list(record.actors)
        number = _item(form, len(actors))
        before = actors[number] if number < len(actors) else None
        words = before.text if before else None
        if not who:
            return _removed(record, "actors", actors, number, words)
        known = self._lists.named(who)
        kind = form.get("kind") or (known.kind if known else "unknown")
        same_as_before = before is not None and who in (before.id, before.name, before.text)
        actor = {
            **(before.model_dump() if before else {}),
            "id": known.id if known else (before.id if same_as_before and before else None),
            "name": known.name if known else (before.name if same_as_before and before else None),
            "text": words or (None if known else who),
            "kind": known.kind if known and not same_as_before else kind,
            "role": form.get("role") or "perpetrator",
            "attribution": form.get("attribution") or "stated",
        }
        if not known and not same_as_before:
            actor["text"] = who
        return _put(record, "actors", actors, number, actor, words)

    def _target(self, record: EventRecord, form: Form) -> dict[str, Any]:
        targets: list[Any] = list(record.targets)
        number = _item(form, len(targets))
        before = targets[number] if number < len(targets) else None
        text = form.get("text", "").strip()
        if not text:
            return _removed(record, "targets", targets, number, before.text if before else None)
        kind = self._lists.target_kind(form.get("type", "")) or (before.kind if before else "person")
        target = {**(before.model_dump() if before else {}), "text": text, "kind": kind}
        if before is None or form.get("type", "") != (before.type or ""):
            target |= {"type": form.get("type") or None, "subtype": None}
        target["aimed"] = form.get("aimed") == "yes"
        return _put(record, "targets", targets, number, target, before.text if before else None)

    def _weapon(self, record: EventRecord, form: Form) -> dict[str, Any]:
        weapons: list[Any] = list(record.weapons)
        number = _item(form, len(weapons))
        before = weapons[number] if number < len(weapons) else None
        type_, text = form.get("type", ""), form.get("text", "").strip()
        if not type_ and not text:
            return _removed(record, "weapons", weapons, number, before.text if before else None)
        weapon = {"text": text or self._lists.weapon_name(type_), "type": type_ or None}
        return _put(record, "weapons", weapons, number, weapon, before.text if before else None)

    @staticmethod
    def _toll(name: str) -> Callable[[EventRecord, Form], dict[str, Any]]:
        def edit(record: EventRecord, form: Form) -> dict[str, Any]:
            field = f"casualties.{name}"
            before = getattr(record.casualties, name)
            toll = _toll_of(form, before.model_dump() if before else {})
            casualties = {**record.casualties.model_dump(), name: toll}
            words = evidence.corrected(record, field) if toll else evidence.without(record, field)
            return {"casualties": casualties, "evidence": words}

        return edit

    @staticmethod
    def _count(record: EventRecord, form: Form) -> dict[str, Any]:
        if record.scope != "aggregate":
            raise WrongValueError("only an aggregate has a count of events; make it one first")
        toll = _toll_of(form, record.count.model_dump() if record.count else {})
        words = evidence.corrected(record, "count") if toll else evidence.without(record, "count")
        return {"count": toll, "evidence": words}

    @staticmethod
    def _by_group(record: EventRecord, form: Form) -> dict[str, Any]:
        parts = []
        for group in GROUPS:
            known = next((part for part in record.casualties.by_group if part.group == group), None)
            tolls = {
                name: _one_figure(form, f"{group}_{name}", getattr(known, name, None))
                for name in ("killed", "injured")
            }
            if any(toll is not None for toll in tolls.values()):
                parts.append({"group": group, **tolls})
        casualties: Casualties = record.casualties
        return {
            "casualties": {**casualties.model_dump(), "by_group": parts},
            "evidence": evidence.corrected(record, "casualties.by_group"),
        }


def revised(record: EventRecord, values: Mapping[str, Any]) -> EventRecord:
    """The record with other values, validated. Raises WrongValueError with the first thing that is wrong."""
    content = {name: getattr(record, name) for name in EventRecord.model_fields}
    try:
        return EventRecord.model_validate({**content, **values})
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        message = first["msg"].removeprefix("Value error, ")
        raise WrongValueError(f"{where}: {message}" if where else message) from error


def _toll_of(form: Form, before: Mapping[str, Any]) -> dict[str, Any] | None:
    """A toll as filled in: with a best figure alone it is exact, and a blank one is silence."""
    figures = {part: _number(form.get(part, "")) for part in _PARTS}
    vague = form.get("vague", "").strip() or None
    if vague is None and all(figure is None for figure in figures.values()):
        return None
    was = {part: before.get(part) for part in _PARTS}
    only_best = figures["best"] is not None and figures["best"] != was["best"]
    for part in ("low", "high"):
        if only_best and figures[part] == was[part] and (was[part] is None or was[part] == was["best"]):
            figures[part] = figures["best"] if was["best"] is None or was[part] is not None else None
    return {**before, **figures, "vague": vague}


def _one_figure(form: Form, name: str, before: Any) -> dict[str, Any] | None:
    figure = _number(form.get(name, ""))
    if figure is None:
        return None
    if before is not None and before.best == figure:
        return dict(before.model_dump())
    return {"low": figure, "best": figure, "high": figure}


def _number(value: str) -> int | None:
    value = value.strip().replace(",", "")
    if not value:
        return None
    if not value.isascii() or not value.isdecimal() or len(value) > 7:
        raise WrongValueError(f"{value!r} is no number of people; write a whole number, or leave it blank")
    return int(value)


def _item(form: Form, length: int) -> int:
    """Which item of a list is meant; the one after the last is a new one."""
    value = form.get("item", "")
    number = int(value) if value.isascii() and value.isdecimal() else length
    if number > length:
        raise WrongValueError("that item is not there any more; look at the record again")
    return number


def _put(
    record: EventRecord, field: str, items: list[Any], number: int, item: dict[str, Any], words: str | None
) -> dict[str, Any]:
    items[number : number + 1] = [item]
    return {
        field: tuple(items),
        "evidence": evidence.corrected(record, field, words) if words else record.evidence,
    }


def _removed(
    record: EventRecord, field: str, items: list[Any], number: int, words: str | None
) -> dict[str, Any]:
    del items[number : number + 1]
    last = words if items else None  # with the last item goes all evidence of the field
    return {field: tuple(items), "evidence": evidence.without(record, field, last)}

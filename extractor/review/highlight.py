"""The article's text cut into pieces, each with the evidence that lies on it."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from extractor.records import Casualties, EventRecord, Evidence, Toll
from extractor.review.desk import Standing

# A page would drop the one, and join the other to the line end after it.
_NOT_SHOWN = {"\0": "\ufffd", "\r": " "}


@dataclass(frozen=True, slots=True)
class Mark:
    """One evidence of one record: its field, the rule that took it, and what came of it."""

    key: str
    field: str
    rule: str
    value: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text between two ends of evidence; `start` is its offset."""

    start: int
    text: str
    marks: tuple[Mark, ...]

    @property
    def colour(self) -> str:
        """The class of its colour: that of the first mark's field."""
        return colour_of(self.marks[0].field) if self.marks else ""

    @property
    def label(self) -> str:
        """What the words were taken for, to be read out and shown."""
        return "; ".join(dict.fromkeys(f"{m.field} = {m.value} ({m.rule})" for m in self.marks))


def pieces(text: str, standings: Sequence[Standing], active: str | None) -> list[Piece]:
    """The text in pieces that join to it; the active record's marks stand before the others'."""
    marks: list[tuple[int, int, Mark]] = []
    for standing in sorted(standings, key=lambda each: each.key != active):
        for item in standing.record.evidence:
            if item.end <= len(text):
                value = shown_value(standing.record, item)
                marks.append((item.start, item.end, Mark(standing.key, item.field, item.rule, value)))
    ends = sorted({0, len(text), *(start for start, _, _ in marks), *(end for _, end, _ in marks)})
    piece_at = {end: number for number, end in enumerate(ends)}
    on: list[list[Mark]] = [[] for _ in ends]
    for start, end, mark in marks:
        for number in range(piece_at[start], piece_at[end]):
            on[number].append(mark)
    return [
        Piece(start, displayable(text[start:end]), tuple(on[number]))
        for number, (start, end) in enumerate(itertools.pairwise(ends))
    ]


def displayable(text: str) -> str:
    """The text with a mark in place of each character that a page cannot hold; as long as before."""
    return "".join(_NOT_SHOWN.get(c) or ("\ufffd" if "\ud800" <= c <= "\udfff" else c) for c in text)


def colour_of(field: str) -> str:
    """The class of a field's colour: "casualties.killed" is "killed"."""
    return field.removeprefix("casualties.").split(".")[0].replace("_", "-")


def shown_value(record: EventRecord, item: Evidence) -> str:
    """The normalised value that the words stand for."""
    field = item.field
    if field.startswith("casualties."):
        return shown_toll(getattr(record.casualties, field.removeprefix("casualties."), None))
    if field == "date":
        return shown_date(record)
    if field == "location":
        return shown_place(record)
    if field == "count":
        return shown_toll(record.count)
    if field in ("actors", "targets", "weapons"):
        return _shown_item(record, item)
    if field == "actors.attribution":
        return ", ".join(actor.attribution for actor in record.actors)
    value = getattr(record, field, None)
    return "" if value is None or isinstance(value, Casualties | tuple) else str(value)


def shown_toll(toll: Toll | None) -> str:
    """A toll in a few characters: "8", "at least 8", "6–8", "dozens"."""
    if toll is None:
        return "not said"
    if toll.vague and toll.best is None:
        return toll.vague
    if toll.low == toll.best == toll.high:
        return str(toll.best)
    if toll.high is None and toll.low is not None:
        return f"at least {toll.low}"
    if toll.low is None and toll.high is not None:
        return f"up to {toll.high}"
    if toll.low is None and toll.high is None:
        return f"about {toll.best}"
    return f"{toll.low}–{toll.high}"


def shown_date(record: EventRecord) -> str:
    """The days: "2025-03-03", "2025-03-03 to 2025-03-05", "until 2025-03-05"."""
    date = record.date
    if date is None or (date.start is None and date.end is None):
        return "no date"
    if date.start == date.end or date.end is None:
        return str(date.start)
    return f"until {date.end}" if date.start is None else f"{date.start} to {date.end}"


def shown_place(record: EventRecord) -> str:
    """The place with what it lies in."""
    where = record.location
    if where is None:
        return "no place"
    parts = (where.place, where.district, where.province, where.country)
    return ", ".join(dict.fromkeys(part for part in parts if part)) or "no place"


def _shown_item(record: EventRecord, item: Evidence) -> str:
    for each in getattr(record, item.field):
        if each.text == item.text:
            return str(getattr(each, "name", None) or getattr(each, "type", None) or each.text)
    found = [
        str(getattr(each, "name", None) or getattr(each, "type", None) or each.text)
        for each in getattr(record, item.field)
    ]
    return ", ".join(found)

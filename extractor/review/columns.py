"""What lists, filters and counts need of each record: a column a value, a row a record."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import numpy as np
import numpy.typing as npt

NOTHING: Final = -1  # where a record says nothing
NO_NAME: Final = 0  # the code of a name that is not there
_TYPES: Final[dict[str, str]] = {
    "article": "i4",
    "category": "i4",
    "event_type": "i4",
    "status": "i4",
    "scope": "i4",
    "background": "?",
    "confidence": "f4",
    "day": "i4",
    "country": "i4",
    "province": "i4",
    "district": "i4",
    "place": "i4",
    "latitude": "f8",
    "longitude": "f8",
    "killed": "i8",
    "injured": "i8",
}
NAMES: Final = tuple(_TYPES)
Array = npt.NDArray[Any]
Row = tuple[Any, ...]


class Codes(dict[str | None, int]):
    """Names as small numbers, given out as the names come; None is NO_NAME."""

    def __init__(self) -> None:
        super().__init__({None: NO_NAME})
        self.names: list[str | None] = [None]

    def __missing__(self, name: str | None) -> int:
        code = self[name] = len(self.names)
        self.names.append(name)
        return code


class Columns:
    """The rows of all records, first as they come, then (`arrays`) column by column.

    `day` is the start of the date, else its end, as the number 20250303; `actors` and `words` (what a search
    looks through, but for what the columns hold) stand beside.
    """

    def __init__(self) -> None:
        self.codes = Codes()
        self.rows: list[Row] = []
        self.actors: list[tuple[int, ...]] = []
        self.words: list[str] = []

    def add(self, record: Mapping[str, Any], article: int) -> None:
        """Take in one more record. KeyError, TypeError, ValueError or AttributeError where it is none."""
        row, actors, words = self.row(record, article), self.actors_of(record), words_of(record)
        self.rows.append(row)
        self.actors.append(actors)
        self.words.append(words)

    def row(self, record: Mapping[str, Any], article: int) -> Row:
        """The row of a record, as JSON gives it. Raises as `add` does."""
        code = self.codes
        where = record.get("location") or {}
        tolls = record.get("casualties") or {}
        latitude, longitude = where.get("latitude"), where.get("longitude")
        return (
            article,
            code[record["category"]],
            code[record["event_type"]],
            code[record.get("status", "occurred")],
            code[record.get("scope", "incident")],
            bool(record.get("background")),
            float(record.get("confidence", 0.5)),
            _day(record.get("date")),
            code[where.get("country")],
            code[where.get("province")],
            code[where.get("district")],
            code[where.get("place") or where.get("name")],
            np.nan if latitude is None else latitude,
            np.nan if longitude is None else longitude,
            _figure(tolls.get("killed")),
            _figure(tolls.get("injured")),
        )

    def actors_of(self, record: Mapping[str, Any]) -> tuple[int, ...]:
        """The codes of a record's actors, each once."""
        names = [actor.get("name") or actor.get("text") for actor in record.get("actors", ())]
        return tuple(dict.fromkeys([self.codes[name] for name in names if name]))

    def arrays(self) -> dict[str, Array]:
        """The columns by name."""
        columns = zip(*self.rows, strict=True) if self.rows else ([] for _ in NAMES)
        return {name: np.array(column, _TYPES[name]) for name, column in zip(NAMES, columns, strict=True)}


def words_of(record: Mapping[str, Any]) -> str:
    """What a search looks through beside the columns."""
    return "\n".join([target["text"] for target in record.get("targets", ())])


def _day(date: Mapping[str, Any] | None) -> int:
    day = date and (date.get("start") or date.get("end"))
    return int(day.replace("-", "")) if day else NOTHING


def _figure(toll: Mapping[str, Any] | None) -> int:
    if not toll:
        return NOTHING
    for part in ("best", "low", "high"):
        figure = toll.get(part)
        if figure is not None:
            return int(figure)
    return NOTHING

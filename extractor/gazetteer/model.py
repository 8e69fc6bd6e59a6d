"""What the gazetteer answers with."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


class Kind(IntEnum):
    """How large a place is; a smaller number contains a larger one."""

    COUNTRY = 0
    PROVINCE = 1
    DISTRICT = 2
    CITY = 3


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the gazetteer, with the names of what it lies in.

    `index` is its row in the gazetteer, `province_index` and `district_index` the rows of its
    parents (-1: none known). Latitude and longitude are degrees (WGS 84); those of areas are the
    middle of their towns. `population` is a head count, 0 where unknown.
    """

    index: int
    geonames_id: int | None
    name: str
    kind: Kind
    country_code: str
    country: str
    province: str | None
    district: str | None
    province_index: int
    district_index: int
    latitude: float | None
    longitude: float | None
    population: int


@dataclass(frozen=True, slots=True)
class NameMatch:
    """A place that bears a name; `primary` tells its usual name from an alternate one."""

    place: Place
    primary: bool

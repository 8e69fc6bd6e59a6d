"""What the steps of the pipeline leave on a Doc for one another.

Token positions are indices into the Doc, `start` inclusive and `end` exclusive, as in spaCy.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from extractor.records import DateBasis, DatePrecision, LocationPrecision


@dataclass(frozen=True, slots=True)
class DateMention:
    """A time expression and the days it stands for, both inclusive.

    `start_date`/`end_date` are None where the text leaves that side open ("since 2019" read
    without a publication date has no end). `kind` is "point" for when something happened,
    "period" for spans that totals cover ("since 2019", "over the past four years"), "chain" for
    expressions that hang on the event told before ("the following day") and are not yet resolved:
    then `chain_days` is the shift in days ("two days later": 2), and the dates are None, and
    "same" (chain_days None) for "during the same period".
    """

    start: int
    end: int
    start_date: dt.date | None
    end_date: dt.date | None
    precision: DatePrecision
    basis: DateBasis
    kind: str
    rule: str
    chain_days: int | None = None


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place named in the text, resolved as far as the gazetteer and the text allow.

    One mention is a whole chain ("Barang, Bajaur, Khyber Pakhtunkhwa"), its smallest part first.
    `start`/`end` cover the chain; `name` is the smallest part. `role` is "location" for a place
    where something can have happened; "dateline" (the wire's place line), "origin" (the reporter's,
    the spokesman's or a person's home), "part_of_name" (inside the name of an organisation, office or
    person: "Karachi Corps Commander", "Kabul University"), "government" (a capital that stands for one:
    "Ankara said"), "local_body" (that of one which acts at home:
    "Delhi Police"), "station" (where troops have their place), "base" (where attackers are who may reach
    far: "militants in Gaza fired"), "distance"
    (the reference point of "25 km from Y") or "implied" (a country that a demonym, a group or the like
    speaks for; only in `doc._.implied_place`) are not where it happened unless nothing better is said.
    `around` is the town or sub-district that the chain names next above a place ("Hpakant" in
    "Khintawng village in Hpakant township"). `preposition` is the word before ("in", "near", "from",
    "at", "of", ...), lower-cased, or "".
    """

    start: int
    end: int
    name: str
    place: str | None
    district: str | None
    province: str | None
    country: str | None
    country_code: str | None
    latitude: float | None
    longitude: float | None
    precision: LocationPrecision
    geonames_id: int | None
    role: str = "location"
    preposition: str = ""
    rule: str = "gazetteer"
    known: bool = True
    around: str | None = None


@dataclass(frozen=True, slots=True)
class Dropped:
    """A candidate that became no record, and why. `start`/`end` are Doc positions."""

    start: int
    end: int
    what: str
    reason: str


@dataclass(frozen=True, slots=True)
class NameMention:
    """A match of a pattern that names something: a group, a force, a party, a target, a weapon, a cue.

    `layer` is the folder of patterns/ it comes from, `entry` the id of the entry, `rule` is
    "layer/entry". Several candidates stay in `entries` until `entry` is chosen. `form` is how the
    entry gives the wording: "verb", "noun", "alias", "acronym", "weak" or "cue".
    """

    start: int
    end: int
    layer: str
    entry: str
    rule: str
    entries: tuple[str, ...] = field(default=())
    form: str = "alias"

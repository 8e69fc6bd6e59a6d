"""The event record: what the pipeline writes and everything else reads.

The ground floor of the house; it imports nothing of ours. One record is one JSON object a
line (JSONL, UTF-8). Offsets are Python string indices into the article's text as read,
`start` inclusive and `end` exclusive.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

SCHEMA_VERSION: Final = "1.0"

Scope = Literal["incident", "aggregate"]
Status = Literal["occurred", "attempted", "foiled", "planned", "threatened", "denied", "unconfirmed"]
Category = Literal[
    "bombing",
    "armed_assault",
    "targeted_killing",
    "clash",
    "shelling",
    "air_strike",
    "abduction",
    "hijacking",
    "arson",
    "infrastructure_attack",
    "execution",
    "mob_violence",
    "sexual_violence",
    "chemical_attack",
    "robbery",
    "security_operation",
    "arrest",
    "surrender",
    "weapons_seizure",
    "territory_change",
    "protest_repression",
    "threat",
    "other",
]
DatePrecision = Literal["day", "days", "week", "month", "year", "period"]
DateBasis = Literal["explicit", "relative", "publication"]
LocationPrecision = Literal["place", "near", "district", "province", "country"]
ActorKind = Literal[
    "armed_group", "state_force", "political_group", "crowd", "criminal_group", "individual", "unknown"
]
ActorRole = Literal["perpetrator", "participant"]
Attribution = Literal["stated", "claimed", "blamed", "suspected", "denied"]
TargetKind = Literal["person", "object"]
CasualtyGroup = Literal["civilian", "security", "militant", "unknown"]


class _Model(BaseModel):
    """Shared settings: a misspelt field is an error, a finished record is not changed."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class ArticleRef(_Model):
    """Where a record comes from. `sha256` is of the text as read, UTF-8 encoded."""

    id: str
    title: str | None = None
    source: str | None = None
    published: dt.date | None = None
    path: str | None = None
    url: str | None = None
    sha256: str


class Toll(_Model):
    """A number of people or events, as far as the text gives it.

    "at least 8" is low 8, best 8, high null; "dozens" is all null with `vague` "dozens".
    `shared_by`: the toll is of so many events together ("22 were killed across the five attacks").
    """

    low: int | None = Field(default=None, ge=0)
    best: int | None = Field(default=None, ge=0)
    high: int | None = Field(default=None, ge=0)
    vague: str | None = None
    text: str | None = None
    shared_by: int | None = Field(default=None, ge=2)

    @model_validator(mode="after")
    def _ordered(self) -> Toll:
        known = [n for n in (self.low, self.best, self.high) if n is not None]
        if known != sorted(known):
            raise ValueError(
                f"a toll must have low <= best <= high, not {self.low}, {self.best}, {self.high}"
            )
        return self


class GroupToll(_Model):
    """The part of the tolls that fell on one kind of people."""

    group: CasualtyGroup
    killed: Toll | None = None
    injured: Toll | None = None


class Casualties(_Model):
    """`killed` is everyone who died, attackers too; null is silence, best 0 is "no casualties"."""

    killed: Toll | None = None
    injured: Toll | None = None
    arrested: Toll | None = None
    abducted: Toll | None = None
    by_group: tuple[GroupToll, ...] = ()


class EventDate(_Model):
    """When it happened; both days inclusive."""

    start: dt.date | None = None
    end: dt.date | None = None
    precision: DatePrecision
    basis: DateBasis
    text: str | None = None

    @model_validator(mode="after")
    def _ordered(self) -> EventDate:
        if self.start and self.end and self.start > self.end:
            raise ValueError(f"a date must start before it ends, not {self.start} to {self.end}")
        return self


class Location(_Model):
    """Where it happened, from the smallest named place up to the country.

    `around` is the town or sub-district named next above `place`, where the text names one.
    """

    text: str | None = None
    name: str | None = None
    place: str | None = None
    around: str | None = None
    district: str | None = None
    province: str | None = None
    country: str | None = None
    country_code: str | None = None
    latitude: Annotated[float, Field(ge=-90, le=90)] | None = None
    longitude: Annotated[float, Field(ge=-180, le=180)] | None = None
    precision: LocationPrecision
    geonames_id: int | None = None


class Actor(_Model):
    """Who did it or took part. `text` is the article's wording, `name` the canonical one.

    `denies` is true of an actor whom others hold to have done it, and who denies it.
    """

    id: str | None = None
    name: str | None = None
    text: str | None = None
    kind: ActorKind
    role: ActorRole
    attribution: Attribution = "stated"
    attributed_by: str | None = None
    denies: bool = False


class Target(_Model):
    """Whom or what it hit, those it was aimed at first.

    `id` and `name` are of the group, force or party that they belong to, as in an Actor. `type` is an id
    or a common type of patterns/targets, `subtype` the id of the entry whose word stands in the text
    ("soldier" and "army" are both of type military). `aimed` is true where the text says that it was
    directed at them, false for those who suffered by it and for what it happened by. `role` are the words
    that say who a named person, or a thing's owner, is; `number` is how many persons they are.
    """

    text: str
    id: str | None = None
    name: str | None = None
    kind: TargetKind
    type: str | None = None
    subtype: str | None = None
    aimed: bool = False
    role: str | None = None
    number: int | None = None


class Weapon(_Model):
    """What it was done with; `type` is an id of patterns/weapons."""

    text: str
    type: str | None = None


class Evidence(_Model):
    """The words a field's value came from, and the rule that took it from them."""

    field: str
    text: str
    start: int = Field(ge=0)
    end: int = Field(gt=0)
    rule: str

    @model_validator(mode="after")
    def _fits(self) -> Evidence:
        if self.end - self.start != len(self.text):
            raise ValueError(f"evidence {self.text!r} does not fill offsets {self.start}:{self.end}")
        return self


class ExtractorInfo(_Model):
    """What wrote the record."""

    version: str
    patterns: str
    model: str


class EventRecord(_Model):
    """One event, or one statement about many (`scope` "aggregate").

    `event_type` is the most telling of `tactics`, the types that the text tells of it.
    `part_of` is the id of the record of the same incident that holds its tolls, where this one tells
    of a further deed in it: the killing of the abducted, the arson beside the shooting.
    """

    schema_version: Literal["1.0"] = Field(default=SCHEMA_VERSION, alias="schema")
    id: str
    article: ArticleRef
    scope: Scope = "incident"
    status: Status = "occurred"
    background: bool = False
    part_of: str | None = None
    category: Category
    event_type: str
    tactics: tuple[str, ...] = ()
    count: Toll | None = None
    date: EventDate | None = None
    location: Location | None = None
    actors: tuple[Actor, ...] = ()
    targets: tuple[Target, ...] = ()
    weapons: tuple[Weapon, ...] = ()
    casualties: Casualties = Casualties()
    evidence: tuple[Evidence, ...] = ()
    notes: tuple[str, ...] = ()
    confidence: float = Field(default=0.5, ge=0, le=1)
    extractor: ExtractorInfo

    @model_validator(mode="after")
    def _count_is_of_aggregates(self) -> EventRecord:
        if self.count is not None and self.scope != "aggregate":
            raise ValueError("only an aggregate has a count of events")
        return self

    def to_line(self) -> str:
        """The record as one line of JSON, without the line end."""
        return self.model_dump_json(by_alias=True)


class EvidenceMismatchError(ValueError):
    """A record's evidence does not hold against the article's text."""


def check_evidence(record: EventRecord, text: str) -> None:
    """Raise EvidenceMismatchError unless every offset of `record` cuts its words out of `text`."""
    for item in record.evidence:
        found = text[item.start : item.end]
        if found != item.text:
            raise EvidenceMismatchError(
                f"record {record.id}, field {item.field}: offsets {item.start}:{item.end} "
                f"hold {found!r}, not {item.text!r}"
            )

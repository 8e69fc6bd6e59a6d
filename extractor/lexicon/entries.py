"""What an entry of each kind of pattern file may say."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, field_validator

from extractor.lexicon.cues import with_one_gap
from extractor.records import ActorKind, CasualtyGroup, Category, Status

CueText = Annotated[str, AfterValidator(with_one_gap)]
Effect = Literal["killed", "injured", "arrested", "abducted", "surrendered"]
Family = Literal["attack", "arrest", "surrender", "seizure", "defusal", "operation", "territory", "threat"]
Frame = Literal["object", "loss", "subject", "adjective", "noun", "toll"]
# What `extractor patterns check` tells and a keeper of rules can accept, with a reason, in the entry itself.
Acceptable = Literal[
    "shadowed_alias", "common_word", "place_name", "unknown_code", "no_years", "long_active", "never_fires"
]


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = Field(pattern=r"^[a-z0-9_]+$")
    match: tuple[str, ...] = ()
    no_match: tuple[str, ...] = ()
    todo: tuple[str, ...] = ()
    checked: Mapping[Acceptable, Annotated[str, Field(min_length=1)]] = {}


class Codes(BaseModel):
    """An entry's names in the codebooks of the field."""

    model_config = ConfigDict(extra="allow", frozen=True)

    gtd: str | None = None
    acled: str | None = None
    ucdp: str | None = None
    plover: str | None = None
    muc: str | None = None


class NameEntry(_Entry):
    """A group, a state force or a party.

    `aliases` are matched whatever their case, `acronyms` only as written, `weak` forms only
    where the article supports them (another form of the same entry, or one of its countries).
    """

    name: str
    aliases: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    kind: ActorKind = "armed_group"
    body: str | None = None
    ideology: str | None = None
    countries: tuple[str, ...] = ()
    active: str | None = None
    parent: str | None = None
    generic: bool = False
    codes: Codes = Codes()

    @field_validator("parent", "active", mode="before")
    @classmethod
    def _blank_is_none(cls, value: object) -> object:
        return None if value in ("", "null") else value


class CountryForces(BaseModel):
    """A country whose forces are named by the regular scheme "<demonym> army"."""

    model_config = ConfigDict(extra="allow", frozen=True)

    country: str
    name: str
    demonyms: tuple[str, ...]
    acled: str | None = None
    ucdp: str | None = None


class ForceWord(_Entry):
    """A word that after a demonym or a country names a state force ("army", "police")."""

    body: str
    nouns: tuple[CueText, ...]
    acled: str


class AttackType(_Entry):
    """A kind of event: what words tell of it, and what the codebooks call it.

    Types of one `family` can be one event, types of different families are not (but an operation
    and the gunfight it led to are). `rank` orders types that tell of one event: the highest is the most
    telling one. With
    `needs: goods` the words count only where weapons or other goods stand near ("recovered two rifles"),
    with `needs: place` only where their object is a place ("seized Goma"), with `needs: doer` a noun before a
    verb only where it does what the verb tells ("the strike killed two", not "workers on strike killed two"),
    with `needs: dead` only where their sentence tells of dead or wounded.
    `by_state` and `by_group` name the type that the words have where state forces do it, or others.
    `at_protest` is the type of what forces of a state do to people at a protest, `by_crowd` that of a clash
    between them and a crowd.
    `deliberate` words say that what was hit was hit on purpose ("ransacked a shop").
    `weapon` is the type of weapon that the words tell of whatever else is said ("shot").
    """

    category: Category
    name: str
    rank: int
    codes: Codes
    verbs: tuple[CueText, ...] = ()
    nouns: tuple[CueText, ...] = ()
    weapon: str | None = None
    family: Family = "attack"
    needs: Literal["goods", "place", "doer", "dead"] | None = None
    by_state: str | None = None
    by_group: str | None = None
    at_protest: str | None = None
    by_crowd: str | None = None
    deliberate: bool = False
    status: Status | None = None


class TargetType(_Entry):
    """A kind of people or things, with the words for them.

    `casualty_group` is where the dead among them are counted; `actor_kind` is what they are
    where they act; `contested` are those whom political violence is aimed at more than at others.
    With `needs: aim` an object counts only where the words join it to the event. `staff` is the id of what
    those are who work there.
    """

    name: str
    kind: Literal["person", "object"]
    staff: str | None = None
    needs: Literal["aim"] | None = None
    type: str | None = None
    nouns: tuple[CueText, ...]
    casualty_group: CasualtyGroup = "civilian"
    actor_kind: ActorKind | None = None
    contested: bool = False
    codes: Codes = Codes()


class WeaponType(_Entry):
    """A kind of weapon, with the words for it.

    `told_by` are words for a deed that tell of the weapon ("gunfight"). `kind_of` is the general type that
    this is a special one of; a `general` word ("bomb") may stand for any such special type.
    """

    name: str
    nouns: tuple[CueText, ...]
    told_by: tuple[str, ...] = ()
    kind_of: str | None = None
    general: bool = False
    codes: Codes = Codes()


class Goods(_Entry):
    """Things that are seized: weapons are in their own layer, this is the rest."""

    nouns: tuple[CueText, ...]


class TollCue(_Entry):
    """Words that tell of people killed, injured, arrested, abducted or surrendered.

    `frame` says where the people stand: the verb's object ("killed two"), its object whom its subject has not
    harmed ("lost two men"), its subject ("two died"),
    before or after an adjective ("two dead"), after a noun's "of" or before it ("the deaths of two",
    "two deaths"), or after a toll word ("death toll rose to two"). `event` is the attack type that
    the words tell of by themselves. `takes: persons` is for words that are said of things as well ("took
    away"): only whom a pattern or a name tells to be a person counts. `by_groups` is the effect on people
    who are no fighters where those who do it are no authority: rebels who "capture" a miner abduct him.
    """

    effect: Effect
    frame: Frame
    cues: tuple[CueText, ...]
    event: str | None = None
    takes: Literal["anyone", "persons"] = "anyone"
    by_groups: Effect | None = None


class Cue(_Entry):
    """Other wording that a step looks for; `group` says what it means to that step."""

    group: str
    cues: tuple[CueText, ...]


class WordSet(_Entry):
    """Words, or phrases of a few, that a step looks for at one place of a sentence."""

    words: tuple[str, ...]


# What the entries of each layer's files are; forces have two files of their own kinds beside these.
ENTRIES: dict[str, type[BaseModel]] = {
    "groups": NameEntry,
    "forces": NameEntry,
    "parties": NameEntry,
    "attack_types": AttackType,
    "targets": TargetType,
    "weapons": WeaponType,
    "goods": Goods,
    "tolls": TollCue,
    "status": Cue,
    "attribution": Cue,
    "discourse": Cue,
    "everyday": Cue,
    "words": WordSet,
}

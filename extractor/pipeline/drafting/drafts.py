"""Drafts of events: what one sentence, and then one article, tells of one event."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from spacy.tokens import Doc

from extractor.lexicon.entries import AttackType, Family
from extractor.pipeline.lookup import within
from extractor.pipeline.mentions import DateMention, NameMention, PlaceMention
from extractor.pipeline.notes import noted
from extractor.pipeline.people.numbers import Quantity
from extractor.pipeline.telling.aimed import Thing
from extractor.pipeline.telling.attribution import Claim
from extractor.pipeline.telling.facts import Fact
from extractor.pipeline.telling.triggers import Trigger
from extractor.records import Status

ATTACK: Family = "attack"
# What a state's forces do by law.
BY_LAW: tuple[Family, ...] = ("arrest", "surrender", "seizure", "operation")
# Up to this rank a type says little of what happened; from that one it tells whatever else is told.
_VAGUE, _GRAVE = 35, 80
# What is done beside the killing of people does not tell what happened: houses burned after a raid.
BESIDE = frozenset({"arson", "property_destruction", "vandalism", "armed_robbery"})
# Up to this rank its word says nothing by itself.
_EMPTY = 10


@dataclass(slots=True)
class Draft:
    """An event in the making. `start`/`end` are the Doc positions of its first word of an event.

    An `earlier` one was before the news that its sentence begins with; for a `judged` one somebody is
    sentenced; `spread` is the whole of a toll told place by place. `own_start` is where the sentence goes
    over to it ("the following day"), `own_end` where it goes on to what was earlier, or to one of several
    events that the draft counts. `dated`: a passage that tells of it says when; else its date is a guess.
    `shared_by` says, by sentence, of how many events the tolls told there are together, `parts_told` which
    part of each later sentence tells of it.
    """

    family: Family
    attack: AttackType
    start: int
    end: int
    sentence: int
    triggers: list[Trigger] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    sentences: list[int] = field(default_factory=list)
    status: Status = "occurred"
    aggregate: bool = False
    background: bool = False
    referred: bool = False
    new: bool = False
    earlier: bool = False
    judged: bool = False
    part: bool = False
    spread: int = 0
    count: Quantity | None = None
    own_start: int = 0
    own_end: int | None = None
    date: DateMention | None = None
    dated: bool = False
    place: PlaceMention | None = None
    shared_by: dict[int, int] = field(default_factory=dict)
    nearby: list[Thing] = field(default_factory=list)
    parts_told: dict[int, tuple[int, int | None]] = field(default_factory=dict)
    silent_toll: list[tuple[int, int, str]] = field(default_factory=list)

    def apart(self, **changes: Any) -> Draft:
        """A draft of a part of what this one tells, with the `changes` and nothing that is of the whole."""
        own = {"claims": [], "nearby": [], "silent_toll": [], "sentences": list(self.sentences)}
        return replace(self, **{**own, **changes})

    def absorb(self, other: Draft) -> None:
        """Take in what another draft tells of the same event."""
        self.triggers.extend(other.triggers)
        self.facts.extend(other.facts)
        self.claims.extend(other.claims)
        for number, part in {**other.parts_told, other.sentence: other.own_part}.items():
            known = number in self.sentences
            self.parts_told[number] = _joined(self.part_of(number), part) if known else part
        self.sentences.extend(s for s in other.sentences if s not in self.sentences)
        self.silent_toll.extend(other.silent_toll)
        self.nearby.extend(other.nearby)
        if self._is_told_better_by(other.attack):
            self.attack = other.attack
            if self.family == "operation":
                self.family = other.family  # the gunfight that the search led to is the news
        harmed = any(f.people or f.quantity is None or f.quantity.best != 0 for f in other.facts)
        if self.status == "attempted" and other.status == "occurred" and harmed:
            self.status = "occurred"
        if self.date is None or (
            other.date is not None and self.date.precision != "day" and other.date.precision == "day"
        ):
            self.date = other.date or self.date
        if self.place is None:
            self.place = other.place

    @property
    def own_part(self) -> tuple[int, int | None]:
        """The Doc positions of what its first sentence tells of it; all of it for a judged one."""
        return (0, None) if self.judged else (self.own_start, self.own_end)

    def part_of(self, number: int) -> tuple[int, int | None]:
        """The Doc positions of what the sentence of this number tells of it."""
        return self.parts_told.get(number, self.own_part if number == self.sentence else (0, None))

    @property
    def is_empty(self) -> bool:
        """True where a word such as "attack" stands alone: nobody and nothing that it happened to is told."""
        if self.attack.rank > _EMPTY:
            return False
        told = any(f.people or f.quantity or f.agents for f in self.facts)
        joined = any(t.patients or t.things or t.agents for t in self.triggers)
        return not (told or joined or self.nearby or self.count)

    def _is_told_better_by(self, attack: AttackType) -> bool:
        """True where a later passage's type says more: what the first passage says precisely stands."""
        if "defusal" in (self.family, attack.family):
            return False
        if attack.id in BESIDE and any(f.effect == "killed" and f.people for f in self.facts):
            return False
        if "operation" in (self.family, attack.family) and self.family != attack.family:
            return self.family == "operation"  # who was killed in it is the news
        vague = self.attack.rank <= _VAGUE or attack.category == self.attack.category
        return attack.rank > self.attack.rank and (vague or attack.rank >= _GRAVE)


def _joined(a: tuple[int, int | None], b: tuple[int, int | None]) -> tuple[int, int | None]:
    end = None if a[1] is None or b[1] is None else max(a[1], b[1])
    return min(a[0], b[0]), end


def names_told_of(doc: Doc, draft: Draft) -> Iterator[NameMention]:
    """The pattern matches in those parts of sentences that tell of the event and of no other."""
    for name in names_beside(doc, draft):
        first, end = draft.part_of(noted(doc).sentence_of[name.start])
        if first <= name.start and (end is None or name.start < end):
            yield name


def names_beside(doc: Doc, draft: Draft) -> Iterator[NameMention]:
    """The pattern matches in the sentences that tell of the event."""
    return names_in(doc, draft.sentences)


def names_in(doc: Doc, sentences: Iterable[int]) -> Iterator[NameMention]:
    """The pattern matches in the sentences with these numbers."""
    for number in sorted(set(sentences)):
        sentence = noted(doc).sentences[number]
        yield from within(noted(doc).names, sentence.start, sentence.end)

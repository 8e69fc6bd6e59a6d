"""From a finished draft to the event record, with the evidence of every field."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import get_args

from spacy.tokens import Doc

from extractor.lexicon.lexicon import Lexicon
from extractor.pipeline.drafting.drafts import Draft
from extractor.pipeline.mentions import DateMention, PlaceMention
from extractor.pipeline.notes import noted
from extractor.pipeline.places.missions import nations_of_missions
from extractor.pipeline.recording.actors import ActorReader
from extractor.pipeline.recording.arming import WeaponReader
from extractor.pipeline.recording.confidence import Confidence
from extractor.pipeline.recording.evidence import EvidenceBook, absolute
from extractor.pipeline.recording.points import SAYS_NOTHING
from extractor.pipeline.recording.protests import ProtestReader
from extractor.pipeline.recording.targeting import TargetReader
from extractor.pipeline.recording.tolling import Count, add_up, split, total, without_late_deaths
from extractor.pipeline.telling.triggers import Trigger
from extractor.pipeline.tokens import text_between, tokens_of
from extractor.records import (
    Actor,
    ArticleRef,
    Casualties,
    CasualtyGroup,
    EventDate,
    EventRecord,
    ExtractorInfo,
    GroupToll,
    Location,
    Toll,
)

_BEATING = "beating"
_EFFECTS = ("killed", "injured", "arrested", "abducted")


class Assembler:
    """Writes EventRecords."""

    def __init__(self, lexicon: Lexicon, info: ExtractorInfo) -> None:
        self._lexicon = lexicon
        self._info = info
        self._actors = ActorReader(lexicon)
        self._targets = TargetReader(lexicon)
        self._confidence = Confidence.load(lexicon.folders)
        self._weapons = WeaponReader(lexicon)
        self._protests = ProtestReader(lexicon)
        self._thieves = {id_ for id_, e in lexicon.targets.items() if e.actor_kind == "criminal_group"}

    def record(
        self, doc: Doc, draft: Draft, article: ArticleRef, part_of: EventRecord | None = None
    ) -> EventRecord:
        """The record of one event; with `part_of` of a further deed in that event, which holds the tolls."""
        book = EvidenceBook(doc)
        for trigger in draft.triggers:
            if trigger.attack.id == draft.attack.id:
                book.add("event_type", trigger.start, trigger.end, trigger.rule)
        if not book.items:
            spans = [(t.start, t.end, t.rule) for t in draft.triggers] + [
                (f.start, f.end, f.rule) for f in draft.facts
            ]
            book.add("event_type", *spans[0])
        weapons = self._weapons.of(doc, draft, book)
        casualties = self._casualties(doc, draft, book) if part_of is None else Casualties()
        actors = self._actors.read(doc, draft, book)
        targets = self._targets.of(doc, draft, actors, _victims(casualties), book)
        attack = self._protests.type_of(doc, draft, actors, targets, book)
        date = _date(doc, draft.date, article, book)
        location = _location(doc, draft.place, book) or self._country_of_actors(doc, actors, book)
        count = None
        if draft.aggregate and draft.count is not None:
            start, end = absolute(doc, draft.sentence, draft.count.start, draft.count.end)
            count = draft.count.toll(text_between(doc, start, end))
            book.add("count", start, end, "count")
        record = EventRecord(
            id=_identity(article, doc, draft, part_of),
            article=article,
            scope="aggregate" if draft.aggregate else "incident",
            status=draft.status,
            background=draft.background,
            part_of=part_of.id if part_of else None,
            category=attack.category,
            event_type=attack.id,
            tactics=_tactics(draft),
            count=count,
            date=date,
            location=location,
            actors=actors,
            targets=targets,
            weapons=weapons,
            casualties=casualties,
            evidence=tuple(book.items),
            extractor=self._info,
        )
        return record.model_copy(update={"confidence": self._confidence.of(record)})

    def _country_of_actors(self, doc: Doc, actors: Sequence[Actor], book: EvidenceBook) -> Location | None:
        """Where no place is named, the country whose forces or people, not whose embassy, the text names."""
        missions = nations_of_missions(doc)
        for mention in noted(doc).names:
            if mention.start in missions:
                continue
            code = mention.entry if mention.layer == "demonyms" else None
            if mention.layer in ("forces", "groups", "parties"):
                entry = self._lexicon.names.get(mention.entry)
                code = (
                    entry.countries[0]
                    if entry and entry.countries
                    else mention.entry.partition("_")[0].upper()
                )
            country = self._lexicon.countries.get(code or "")
            if country is not None:
                book.add("location", mention.start, mention.end, mention.rule)
                return Location(
                    text=text_between(doc, mention.start, mention.end),
                    name=country.name,
                    country=country.name,
                    country_code=country.country,
                    precision="country",
                )
        return None

    # ------------------------------------------------------------------ casualties
    def _casualties(self, doc: Doc, draft: Draft, book: EvidenceBook) -> Casualties:
        tolls: dict[str, Toll | None] = {}
        counts: dict[str, list[Count]] = {}
        for effect in _EFFECTS:
            facts = [f for f in draft.facts if f.effect == effect and not f.failed]
            counts[effect] = add_up(facts).counts
        counts["injured"] = without_late_deaths(counts["injured"], counts["killed"])
        for effect in _EFFECTS:
            tolls[effect] = self._toll(doc, draft, counts[effect], f"casualties.{effect}", book)
        for start, end, rule in draft.silent_toll:
            for effect in ("killed", "injured"):
                if tolls[effect] is None and (effect == "injured" or "no_injury" not in rule):
                    tolls[effect] = Toll(low=0, best=0, high=0, text=text_between(doc, start, end))
                    book.add(f"casualties.{effect}", start, end, rule)
        beaten = draft.attack.category == "mob_violence" or draft.attack.id == _BEATING
        harmed = {e: self._accused(counts[e]) if beaten else counts[e] for e in ("killed", "injured")}
        grouped = {effect: split(harmed[effect]) for effect in ("killed", "injured")}
        by_group = []
        for group in get_args(CasualtyGroup):
            parts = {
                e: self._toll(doc, draft, [c for c in grouped[e] if c.group == group], None, book)
                for e in ("killed", "injured")
            }
            if parts["killed"] is not None or parts["injured"] is not None:
                by_group.append(GroupToll(group=group, killed=parts["killed"], injured=parts["injured"]))
        return Casualties(**tolls, by_group=tuple(by_group))

    def _accused(self, counts: Iterable[Count]) -> list[Count]:
        """The counts of those whom a mob or some men beat: a thief is one of the people there."""
        return [replace(c, group="civilian") if c.entry in self._thieves else c for c in counts]

    def _toll(
        self, doc: Doc, draft: Draft, counts: Sequence[Count], field: str | None, book: EvidenceBook
    ) -> Toll | None:
        quantity = total(counts)
        if quantity is None:
            return None
        if quantity.best is None and quantity.vague is None:
            return None
        text = None
        for count in counts:
            start, end = absolute(doc, count.sentence, count.quantity.start, count.quantity.end)
            text = text or text_between(doc, start, end)
            if field is not None:
                book.add(field, start, end, count.fact.rule)
        shares = [draft.shared_by.get(c.sentence, 0) for c in counts]
        return quantity.toll(text or "", max(shares) if all(shares) else None)


def _date(doc: Doc, mention: DateMention | None, article: ArticleRef, book: EvidenceBook) -> EventDate | None:
    if mention is None or (mention.start_date is None and mention.end_date is None):
        if article.published is None:
            return None
        return EventDate(start=None, end=article.published, precision="day", basis="publication")
    book.add("date", mention.start, mention.end, mention.rule)
    return EventDate(
        start=mention.start_date,
        end=mention.end_date,
        precision=mention.precision,
        basis=mention.basis,
        text=text_between(doc, mention.start, mention.end),
    )


def _location(doc: Doc, mention: PlaceMention | None, book: EvidenceBook) -> Location | None:
    if mention is None:
        return None
    book.add("location", mention.start, mention.end, mention.rule)
    return Location(
        text=text_between(doc, mention.start, mention.end),
        name=mention.name,
        place=mention.place,
        around=mention.around,
        district=mention.district,
        province=mention.province,
        country=mention.country,
        country_code=mention.country_code,
        latitude=mention.latitude,
        longitude=mention.longitude,
        precision=mention.precision,
        geonames_id=mention.geonames_id,
    )


def _identity(article: ArticleRef, doc: Doc, draft: Draft, part_of: EventRecord | None) -> str:
    """A stable id: the article's text, the event's first words and its kind, of a further deed its type."""
    tokens = tokens_of(doc)
    where = str(draft.place.start) if draft.part and draft.place else ""
    parts = (
        article.sha256,
        str(tokens.starts[draft.start]),
        str(tokens.ends[draft.end - 1]),
        draft.family,
        draft.status,
        str(draft.aggregate),
        where,
        *((draft.attack.id,) if part_of else ()),
    )
    return hashlib.sha256("|".join(parts).encode()).hexdigest()[:16]


def _tactics(draft: Draft) -> tuple[str, ...]:
    """The types that the words of the event tell, in order of the text, each once."""
    told = [(t.start, t.attack.id) for t in draft.triggers if not _only_refers(draft, t)]
    told += [(f.start, f.event or "killing") for f in draft.facts if f.event or f.effect == "killed"]
    return tuple(dict.fromkeys(name for _, name in sorted(told)))


def _only_refers(draft: Draft, trigger: Trigger) -> bool:
    """True for "in the attack" beside words that say how it was done."""
    vague = trigger.attack.rank <= SAYS_NOTHING and trigger.attack.id != draft.attack.id
    return vague and trigger.form == "noun" and trigger.definite


def _victims(casualties: Casualties) -> int:
    """How many people an event harmed; who was abducted and killed is counted once."""
    killed, injured, abducted = (
        toll.best or 0 if toll is not None else 0
        for toll in (casualties.killed, casualties.injured, casualties.abducted)
    )
    return max(killed + injured, abducted)

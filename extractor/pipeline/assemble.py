"""From a finished draft to the event record, with the evidence of every field."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from typing import get_args

from spacy.tokens import Doc

from extractor.lexicon.lexicon import Lexicon
from extractor.pipeline.attribution import Claim
from extractor.pipeline.drafts import ATTACK, Draft
from extractor.pipeline.evidence import EvidenceBook, absolute
from extractor.pipeline.lookup import within
from extractor.pipeline.mentions import DateMention, NameMention, PlaceMention
from extractor.pipeline.people import People
from extractor.pipeline.targeting import TargetReader
from extractor.pipeline.tolling import Count, add_up, split, total
from extractor.pipeline.triggers import Trigger
from extractor.records import (
    Actor,
    ActorKind,
    ActorRole,
    ArticleRef,
    Attribution,
    Casualties,
    CasualtyGroup,
    EventDate,
    EventRecord,
    ExtractorInfo,
    GroupToll,
    Location,
    Target,
    Toll,
    Weapon,
)

_BLAME = ("blamed", "suspected")
_EFFECTS = ("killed", "injured", "arrested", "abducted")


class Assembler:
    """Writes EventRecords."""

    def __init__(self, lexicon: Lexicon, info: ExtractorInfo) -> None:
        self._lexicon = lexicon
        self._info = info
        self._targets = TargetReader(lexicon)

    def record(self, doc: Doc, draft: Draft, article: ArticleRef) -> EventRecord:
        """The record of one event."""
        book = EvidenceBook(doc)
        for trigger in draft.triggers:
            if trigger.attack.id == draft.attack.id:
                book.add("event_type", trigger.start, trigger.end, trigger.rule)
        if not book.items:
            spans = [(t.start, t.end, t.rule) for t in draft.triggers] + [
                (f.start, f.end, f.rule) for f in draft.facts
            ]
            book.add("event_type", *spans[0])
        weapons = self._weapons(doc, draft, book)
        casualties, killed = self._casualties(doc, draft, book)
        actors = self._actors(doc, draft, book)
        targets = self._targets.of(doc, draft, actors, book)
        date = _date(doc, draft.date, article, book)
        location = _location(doc, draft.place, book) or self._country_of_actors(doc, actors, book)
        count = None
        if draft.aggregate and draft.count is not None:
            start, end = absolute(doc, draft.sentence, draft.count.start, draft.count.end)
            count = draft.count.toll(doc[start:end].text)
            book.add("count", start, end, "count")
        return EventRecord(
            id=_identity(article, doc, draft),
            article=article,
            scope="aggregate" if draft.aggregate else "incident",
            status=draft.status,
            background=draft.background,
            category=draft.attack.category,
            event_type=draft.attack.id,
            count=count,
            date=date,
            location=location,
            actors=actors,
            targets=targets,
            weapons=weapons,
            casualties=casualties,
            evidence=tuple(book.items),
            confidence=_confidence(draft, actors, targets, killed, location, date),
            extractor=self._info,
        )

    def _country_of_actors(self, doc: Doc, actors: Sequence[Actor], book: EvidenceBook) -> Location | None:
        """Where no place is named, the country whose forces or people the text names."""
        for mention in doc._.names:
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
                    text=doc[mention.start : mention.end].text,
                    name=country.name,
                    country=country.name,
                    country_code=country.country,
                    precision="country",
                )
        return None

    # ------------------------------------------------------------------ casualties
    def _casualties(self, doc: Doc, draft: Draft, book: EvidenceBook) -> tuple[Casualties, int]:
        tolls: dict[str, Toll | None] = {}
        counts: dict[str, list[Count]] = {}
        for effect in _EFFECTS:
            facts = [f for f in draft.facts if f.effect == effect]
            counts[effect] = add_up(facts).counts
            tolls[effect] = self._toll(doc, draft, counts[effect], f"casualties.{effect}", book)
        for start, end, rule in draft.silent_toll:
            for effect in ("killed", "injured"):
                if tolls[effect] is None and (effect == "injured" or "no_injury" not in rule):
                    tolls[effect] = Toll(low=0, best=0, high=0, text=doc[start:end].text)
                    book.add(f"casualties.{effect}", start, end, rule)
        grouped = {effect: split(counts[effect]) for effect in ("killed", "injured")}
        by_group = []
        for group in get_args(CasualtyGroup):
            parts = {
                e: self._toll(doc, draft, [c for c in grouped[e] if c.group == group], None, book)
                for e in ("killed", "injured")
            }
            if parts["killed"] is not None or parts["injured"] is not None:
                by_group.append(GroupToll(group=group, killed=parts["killed"], injured=parts["injured"]))
        killed = tolls["killed"].best or 0 if tolls["killed"] else 0
        return Casualties(**tolls, by_group=tuple(by_group)), killed

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
            text = text or doc[start:end].text
            if field is not None:
                book.add(field, start, end, count.fact.rule)
        shared_by = {draft.shared_by.get(c.sentence) for c in counts}
        return quantity.toll(text or "", shared_by.pop() if len(shared_by) == 1 else None)

    # ------------------------------------------------------------------ actors
    def _actors(self, doc: Doc, draft: Draft, book: EvidenceBook) -> tuple[Actor, ...]:
        found: list[Actor] = []
        acting = [(p, _role(draft, t)) for t in draft.triggers for p in t.agents]
        acting += [(p, "perpetrator") for f in draft.facts for p in f.agents]
        if draft.family == "surrender":
            acting = [(p, "participant") for f in draft.facts if f.effect == "surrendered" for p in f.people]
        acting += [(p, "participant") for p in self._sides(draft)]
        for people, role in acting:
            actor = self._actor_of_people(doc, people, role, book)
            if actor is not None:
                _add_actor(found, actor)
        for claim in draft.claims:
            _apply_claim(found, self._actor_of_claim(doc, claim, book))
        if draft.family in ("defusal", "surrender") and not any(a.kind == "armed_group" for a in found):
            found += self._group_told_of(doc, draft, book)
        if draft.attack.category == "clash":
            found.sort(key=lambda a: _place_in_clash(draft, a))
        if draft.family in ("arrest", "seizure") and not any(a.kind == "state_force" for a in found):
            found.append(self._authorities(doc, draft, book))
        return tuple(found)

    def _sides(self, draft: Draft) -> list[People]:
        """The sides of a clash, and those whom state forces fought."""
        sides = [p for t in draft.triggers for p in t.sides]
        doers = [p for t in draft.triggers for p in t.agents] + [p for f in draft.facts for p in f.agents]
        if draft.family != ATTACK:
            return sides
        if draft.attack.category != "clash" and not any(p.group == "security" for p in doers):
            return sides
        fallen = [
            p
            for f in draft.facts
            if f.effect in ("killed", "injured")
            for p in f.people
            if p.names or p.group != "civilian"
        ]
        return [*sides, *(p for p in fallen if p.group not in {s.group for s in sides})]

    def _group_told_of(self, doc: Doc, draft: Draft, book: EvidenceBook) -> list[Actor]:
        """The armed group that laid a bomb, or that people left: the one named beside the event."""
        role: ActorRole = "perpetrator" if draft.family == "defusal" else "participant"
        attribution: Attribution = "suspected" if draft.family == "defusal" else "stated"
        for mention in self._names_beside(doc, draft):
            entry = self._lexicon.names.get(mention.entry)
            if mention.layer == "groups" and (entry is None or entry.kind == "armed_group"):
                book.add("actors", mention.start, mention.end, mention.rule)
                return [self._named_actor(doc, mention, role, attribution)]
        return []

    def _names_beside(self, doc: Doc, draft: Draft) -> Iterator[NameMention]:
        """The matches in the sentences that tell of the event."""
        for number in sorted(set(draft.sentences)):
            sentence = doc._.sentences[number]
            yield from within(doc._.names, sentence.start, sentence.end)

    def _authorities(self, doc: Doc, draft: Draft, book: EvidenceBook) -> Actor:
        """An arrest and a seizure are by the authorities: the word itself says so."""
        start, end = draft.start, draft.end
        book.add("actors", start, end, "actors/authorities")
        return Actor(text=doc[start:end].text, kind="state_force", role="perpetrator")

    def _actor_of_people(self, doc: Doc, people: People, role: ActorRole, book: EvidenceBook) -> Actor | None:
        start, end = absolute(doc, people.sentence, people.start, people.end)
        for name in people.names:
            if name.layer in ("groups", "forces", "parties"):
                book.add("actors", name.start, name.end, name.rule)
                suspected = any(
                    w in ("suspected", "alleged", "presumed", "believed")
                    for w in (t.lower_ for t in doc[start:end])
                )
                return self._named_actor(doc, name, role, "suspected" if suspected else "stated")
        if people.entry is None or people.pronoun:
            return None
        kind: ActorKind | None = self._lexicon.targets[people.entry].actor_kind
        if kind is None:
            kind = "individual"
        book.add("actors", start, end, f"targets/{people.entry}")
        return Actor(text=doc[start:end].text, kind=kind, role=role)

    def _named_actor(self, doc: Doc, name: NameMention, role: ActorRole, attribution: Attribution) -> Actor:
        text = doc[name.start : name.end].text
        entry = self._lexicon.names.get(name.entry)
        if entry is not None:
            return Actor(
                id=entry.id, name=entry.name, text=text, kind=entry.kind, role=role, attribution=attribution
            )
        return Actor(
            id=name.entry,
            name=self._force_name(name),
            text=text,
            kind="state_force",
            role=role,
            attribution=attribution,
        )

    def _force_name(self, name: NameMention) -> str:
        code, _, word = name.entry.partition("_")
        country = self._lexicon.countries.get(code.upper())
        force = self._lexicon.force_words.get(word)
        if country is None or force is None:
            return name.entry
        return f"{force.acled} of {country.name}"

    def _actor_of_claim(self, doc: Doc, claim: Claim, book: EvidenceBook) -> Actor:
        book.add("actors", claim.name.start, claim.name.end, claim.name.rule)
        book.add("actors.attribution", claim.start, claim.end, claim.rule)
        return self._named_actor(doc, claim.name, "perpetrator", claim.attribution)

    # ------------------------------------------------------------------ weapons
    def _weapons(self, doc: Doc, draft: Draft, book: EvidenceBook) -> tuple[Weapon, ...]:
        if draft.family != ATTACK and draft.family != "seizure":
            return ()
        found: dict[str, Weapon] = {}
        for mention in self._names_beside(doc, draft):
            if mention.layer == "weapons":
                text = doc[mention.start : mention.end].text
                if text.lower() not in found:
                    found[text.lower()] = Weapon(text=text, type=mention.entry)
                    book.add("weapons", mention.start, mention.end, mention.rule)
        return tuple(found.values())


def _role(draft: Draft, trigger: Trigger) -> ActorRole:
    """Those who clash, or fire in a clash, and those who defuse a bomb take part; all others do it."""
    if draft.family == "defusal" or trigger.attack.category == "clash":
        return "participant"
    fired = draft.attack.category == "clash" and trigger.attack.id == "shooting"
    return "participant" if fired else "perpetrator"


def _place_in_clash(draft: Draft, actor: Actor) -> int:
    """Attackers come first; then the state, but where it alone lost lives the other side."""
    if actor.role == "perpetrator":
        return 0
    lost = {p.group for f in draft.facts if f.effect == "killed" for p in f.people}
    first: ActorKind = "armed_group" if lost == {"security"} else "state_force"
    return 1 if actor.kind == first else 2


def _add_actor(found: list[Actor], actor: Actor) -> None:
    for i, known in enumerate(found):
        same = (
            known.id == actor.id
            if actor.id or known.id
            else (known.text or "").lower() == (actor.text or "").lower()
        )
        if same:
            if known.role == "participant" and actor.role == "perpetrator":
                found[i] = actor
            return
    found.append(actor)


def _apply_claim(found: list[Actor], actor: Actor) -> None:
    """A claim changes the attribution of an actor that is there already, or adds one.

    A denial leaves the blame of others as it stands.
    """
    order = {"stated": 0, "suspected": 1, "blamed": 2, "claimed": 3, "denied": 4}
    for i, known in enumerate(found):
        if known.id == actor.id:
            if actor.attribution == "denied" and known.attribution in _BLAME:
                found[i] = known.model_copy(update={"denies": True})
            elif order[actor.attribution] > order[known.attribution]:
                found[i] = known.model_copy(update={"attribution": actor.attribution})
            return
    found.append(actor)


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
        text=doc[mention.start : mention.end].text,
    )


def _location(doc: Doc, mention: PlaceMention | None, book: EvidenceBook) -> Location | None:
    if mention is None:
        return None
    book.add("location", mention.start, mention.end, mention.rule)
    return Location(
        text=doc[mention.start : mention.end].text,
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


def _identity(article: ArticleRef, doc: Doc, draft: Draft) -> str:
    """A stable id: the article's text, the event's first words and its kind."""
    span = doc[draft.start : draft.end]
    where = str(draft.place.start) if draft.part and draft.place else ""
    parts = (
        article.sha256,
        str(span.start_char),
        str(span.end_char),
        draft.family,
        draft.status,
        str(draft.aggregate),
        where,
    )
    return hashlib.sha256("|".join(parts).encode()).hexdigest()[:16]


def _confidence(
    draft: Draft,
    actors: Sequence[Actor],
    targets: Sequence[Target],
    killed: int,
    location: Location | None,
    date: EventDate | None,
) -> float:
    """How sure the record is, before calibration: more kinds of evidence, more confidence."""
    score = 0.3
    score += 0.15 if draft.attack.rank > 10 else 0.0
    score += 0.15 if actors else 0.0
    score += 0.1 if targets else 0.0
    score += 0.1 if killed or draft.facts else 0.0
    score += 0.1 if location is not None and location.district else 0.0
    score += 0.1 if date is not None and date.start is not None else 0.0
    return round(min(score, 0.99), 2)

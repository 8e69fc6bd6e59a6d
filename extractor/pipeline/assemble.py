"""From a finished draft to the event record, with the evidence of every field."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from typing import get_args

from spacy.tokens import Doc

from extractor.lexicon.lexicon import Lexicon
from extractor.pipeline.attribution import Claim
from extractor.pipeline.drafts import ATTACK, Draft
from extractor.pipeline.lookup import within
from extractor.pipeline.mentions import DateMention, NameMention, PlaceMention
from extractor.pipeline.people import People
from extractor.pipeline.tolling import Count, add_up, split, total
from extractor.pipeline.triggers import Thing, Trigger
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
    Evidence,
    ExtractorInfo,
    GroupToll,
    Location,
    Target,
    Toll,
    Weapon,
)

# Events whose people are dealt with by the state's officers.
_BY_LAW = ("arrest", "surrender", "seizure", "operation")
# Of these the people told of are those who search, or those searched for.
_SEARCHES = ("seizure", "operation")
# What people are of whom an arrest does not say what they are.
_PLAIN = ("civilian", "business", "politician")
# Objects that are of the kind of those whose they are.
_OWNED = frozenset(
    {
        "vehicle",
        "house",
        "transport",
        "airport",
        "company",
        "infrastructure",
        "party_office",
        "government_building",
    }
)
_BODY_TYPE = {
    "military": "military",
    "police": "police",
    "paramilitary": "paramilitary",
    "intelligence": "intelligence",
    "border_guard": "police",
    "government": "government",
}
_BLAME = ("blamed", "suspected")
_EFFECTS = ("killed", "injured", "arrested", "abducted")


class Assembler:
    """Writes EventRecords."""

    def __init__(self, lexicon: Lexicon, info: ExtractorInfo) -> None:
        self._lexicon = lexicon
        self._info = info

    def record(self, doc: Doc, draft: Draft, article: ArticleRef) -> EventRecord:
        """The record of one event."""
        book = _EvidenceBook(doc)
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
        targets = self._targets(doc, draft, actors, book)
        date = _date(doc, draft.date, article, book)
        location = _location(doc, draft.place, book) or self._country_of_actors(doc, actors, book)
        count = None
        if draft.aggregate and draft.count is not None:
            start, end = self._absolute(doc, draft.sentence, draft.count.start, draft.count.end)
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

    def _country_of_actors(self, doc: Doc, actors: Sequence[Actor], book: _EvidenceBook) -> Location | None:
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

    def _absolute(self, doc: Doc, sentence: int, start: int, end: int) -> tuple[int, int]:
        first = doc._.sentences[sentence].start
        return first + start, first + max(end, start + 1)

    # ------------------------------------------------------------------ casualties
    def _casualties(self, doc: Doc, draft: Draft, book: _EvidenceBook) -> tuple[Casualties, int]:
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
        self, doc: Doc, draft: Draft, counts: Sequence[Count], field: str | None, book: _EvidenceBook
    ) -> Toll | None:
        quantity = total(counts)
        if quantity is None:
            return None
        if quantity.best is None and quantity.vague is None:
            return None
        text = None
        for count in counts:
            start, end = self._absolute(doc, count.sentence, count.quantity.start, count.quantity.end)
            text = text or doc[start:end].text
            if field is not None:
                book.add(field, start, end, count.fact.rule)
        shared_by = {draft.shared_by.get(c.sentence) for c in counts}
        return quantity.toll(text or "", shared_by.pop() if len(shared_by) == 1 else None)

    # ------------------------------------------------------------------ actors
    def _actors(self, doc: Doc, draft: Draft, book: _EvidenceBook) -> tuple[Actor, ...]:
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

    def _group_told_of(self, doc: Doc, draft: Draft, book: _EvidenceBook) -> list[Actor]:
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

    def _authorities(self, doc: Doc, draft: Draft, book: _EvidenceBook) -> Actor:
        """An arrest and a seizure are by the authorities: the word itself says so."""
        start, end = draft.start, draft.end
        book.add("actors", start, end, "actors/authorities")
        return Actor(text=doc[start:end].text, kind="state_force", role="perpetrator")

    def _actor_of_people(
        self, doc: Doc, people: People, role: ActorRole, book: _EvidenceBook
    ) -> Actor | None:
        start, end = self._absolute(doc, people.sentence, people.start, people.end)
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

    def _actor_of_claim(self, doc: Doc, claim: Claim, book: _EvidenceBook) -> Actor:
        book.add("actors", claim.name.start, claim.name.end, claim.name.rule)
        book.add("actors.attribution", claim.start, claim.end, claim.rule)
        return self._named_actor(doc, claim.name, "perpetrator", claim.attribution)

    # ------------------------------------------------------------------ targets and weapons
    def _targets(
        self, doc: Doc, draft: Draft, actors: Sequence[Actor], book: _EvidenceBook
    ) -> tuple[Target, ...]:
        found: dict[str, Target] = {}
        people = [p for f in draft.facts for p in f.people] + [p for t in draft.triggers for p in t.patients]
        if draft.attack.category == "clash" and actors and actors[0].kind == "state_force":
            people = [p for p in people if p.group != "security"]  # its own losses are none it aimed at
        for each in people:
            target = self._person(doc, draft, each, book)
            if target is not None:
                found.setdefault(target.text.lower(), target)
        if draft.family in _BY_LAW:
            return tuple(found.values())
        things = [thing for trigger in draft.triggers for thing in trigger.things]
        if not things and not found:
            things = draft.nearby[:1]
        for thing in things:
            start, end = self._absolute(doc, thing.sentence, thing.start, thing.end)
            book.add("targets", start, end, thing.mention.rule)
            text = doc[start:end].text
            owner = self._belonging(thing.owner.names if thing.owner is not None else ())
            target = Target(text=text, kind="object", type=self._thing_type(thing), **owner)
            found.setdefault(text.lower(), target)
        if not found:
            found |= self._places_hit(doc, draft, book)
        return tuple(found.values())

    def _thing_type(self, thing: Thing) -> str:
        """A house, a vehicle or an office is of the kind of those whose it is."""
        entry = self._lexicon.targets[thing.mention.entry]
        kind = entry.type or entry.id
        if thing.owner is not None and entry.id in _OWNED:
            kind = self._kind_of(thing.owner) or kind
        return "company" if kind == "business" else kind

    def _places_hit(self, doc: Doc, draft: Draft, book: _EvidenceBook) -> dict[str, Target]:
        """ "Raiders attacked Gorey": a village or town that is itself the object of the attack."""
        for trigger in draft.triggers:
            if trigger.form != "verb":
                continue
            for place in within(doc._.places, trigger.end, trigger.end + 1):
                if place.place:
                    text = doc[place.start].text
                    book.add("targets", place.start, place.start + 1, "targets/place")
                    return {text.lower(): Target(text=text, kind="object", type="civilian")}
        return {}

    def _kind_of(self, people: People) -> str | None:
        """The target type of people, by what they are, else by what they belong to."""
        name = next(iter(people.names), None)
        if name is not None and name.layer == "forces":
            return self._body(name)
        if people.entry is not None:
            entry = self._lexicon.targets[people.entry]
            if people.group == "militant":
                return "militant"
            if name is not None and name.layer == "parties" and people.group == "civilian":
                return "political_party"
            return entry.type or entry.id
        if name is not None:
            return {"groups": "militant", "parties": "political_party"}.get(name.layer)
        return "civilian"

    def _body(self, name: NameMention) -> str:
        """The target type of a state force, by its body."""
        entry = self._lexicon.names.get(name.entry)
        body = entry.body if entry is not None else None
        if body is None:
            word = self._lexicon.force_words.get(name.entry.partition("_")[2])
            body = word.body if word is not None else None
        return _BODY_TYPE.get(body or "", "security_forces")

    def _person(self, doc: Doc, draft: Draft, people: People, book: _EvidenceBook) -> Target | None:
        if people.pronoun or people.bare:
            return None
        by_law = draft.family in _BY_LAW
        start, end = self._absolute(doc, people.sentence, people.start, people.end)
        name = next(iter(people.names), None)
        kind = self._kind_of(people)
        if by_law and kind in _PLAIN:
            kind = None  # an arrest does not say what the arrested are
        if draft.family in _SEARCHES and people.group != "militant":
            return None
        book.add(
            "targets",
            start,
            end,
            f"targets/{people.entry}" if people.entry else (name.rule if name else "people/name"),
        )
        text = doc[start:end].text
        return Target(text=text, kind="person", type=kind, **self._belonging(people.names))

    def _belonging(self, names: Sequence[NameMention]) -> dict[str, str]:
        """The id and the name of the organisation that a target is of, by the first name it goes by."""
        entry = self._lexicon.names.get(names[0].entry) if names else None
        return {"id": entry.id, "name": entry.name} if entry else {}

    def _weapons(self, doc: Doc, draft: Draft, book: _EvidenceBook) -> tuple[Weapon, ...]:
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


class _EvidenceBook:
    """Collects the evidence of a record, each span once a field."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self.items: list[Evidence] = []
        self._seen: set[tuple[str, int, int]] = set()

    def add(self, field: str, start: int, end: int, rule: str) -> None:
        if (field, start, end) in self._seen:
            return
        self._seen.add((field, start, end))
        span = self._doc[start:end]
        self.items.append(
            Evidence(field=field, text=span.text, start=span.start_char, end=span.end_char, rule=rule)
        )


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


def _date(
    doc: Doc, mention: DateMention | None, article: ArticleRef, book: _EvidenceBook
) -> EventDate | None:
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


def _location(doc: Doc, mention: PlaceMention | None, book: _EvidenceBook) -> Location | None:
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

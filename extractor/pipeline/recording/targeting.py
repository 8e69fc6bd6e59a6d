"""Whom and what an event hit: what it was aimed at, who suffered by it, then what it happened by."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from extractor.lexicon.lexicon import Lexicon
from extractor.pipeline.drafting.drafts import BY_LAW, Draft
from extractor.pipeline.lookup import within
from extractor.pipeline.mentions import NameMention
from extractor.pipeline.notes import noted
from extractor.pipeline.people.persons import role_of
from extractor.pipeline.people.phrase import People
from extractor.pipeline.people.reading import NOUN_TAGS
from extractor.pipeline.recording.alike import holds, is_area, is_by_name, is_same, number, of_members
from extractor.pipeline.recording.called import are_all, is_mere_name
from extractor.pipeline.recording.evidence import EvidenceBook, absolute
from extractor.pipeline.recording.struck import fired_at, struck
from extractor.pipeline.sentences import Sentence
from extractor.pipeline.telling.aimed import VILLAGE, Spot, Thing
from extractor.pipeline.tokens import text_between
from extractor.records import Actor, Target

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
        "office",
    }
)
# What things are called that are a company's or the government's, not people.
_OF_THINGS = {"business": "company", "government": "government_building"}
# Things that are as private as those whose they are.
_HOMES = ("house", "vehicle", VILLAGE)
# Owners whose things are hit as anybody's are.
_PRIVATE = ("civilian", "business", "militant", None)
# Those who lead or work for a party stand for government, as the codebooks of the field take them.
_LEADERS = ("politician", "party_member", "government_official")
# Its "activists" and "workers" are what a "party worker" is.
_PARTY_MEN = {"activist": "party_member", "worker": "party_member"}
_Aim = People | Thing | Spot
_NAMING = NOUN_TAGS | {"JJ"}
# The type, and the entry whose word tells it; None where a name tells it.
_Kind = tuple[str | None, str | None]
_BODY_TYPE = {
    "military": "military",
    "police": "police",
    "paramilitary": "paramilitary",
    "intelligence": "intelligence",
    "border_guard": "police",
    "government": "government",
}


class TargetReader:
    """Reads the targets of a finished draft."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def of(
        self, doc: Doc, draft: Draft, actors: Sequence[Actor], victims: int, book: EvidenceBook
    ) -> tuple[Target, ...]:
        """The targets of the event, which harmed so many `victims`, each wording once, those it was aimed at
        first."""
        found: list[Target] = []
        several: dict[str | None, int] = {}  # in which sentence several of a type were first told of
        attacked_by_state = bool(actors) and actors[0].kind == "state_force"
        is_clash = draft.attack.category == "clash"
        sought = is_clash and attacked_by_state
        hit = struck(doc, draft, actors, self._lexicon.words["anyone"])
        if is_clash and not attacked_by_state:
            hit += fired_at(draft)
        unnamed = [each.what for each in hit if not is_mere_name(doc, each.what)]
        for each in hit:
            if sought and not (isinstance(each.what, People) and each.what.group == "militant"):
                continue  # those whom troops sought: neither their own losses nor those in the crossfire
            if draft.family in BY_LAW and not isinstance(each.what, People):
                continue
            if draft.family == "territory" and is_area(each.what):
                continue  # "recaptured the hamlet": it is where, not whom
            target = self._target(doc, draft, each.what, each.aimed, book)
            if target is None:
                continue
            if is_mere_name(doc, each.what) and are_all(victims, unnamed):
                target = target.model_copy(update={"type": None})  # the name of one of them, but of which
            if target.kind == "object":
                found = [known for known in found if known.kind == "object" or not holds(known, target)]
            if not any(is_same(known, target) for known in found):
                told_before = several.get(target.type, each.what.sentence) < each.what.sentence
                if told_before and isinstance(each.what, People) and is_by_name(doc, each.what):
                    continue  # one of the "two policemen" told of before
                if target.kind == "person" and (target.number or 0) > 1:
                    several.setdefault(target.type, each.what.sentence)
                found.append(target)
            owner = self._owner_hit(doc, draft, each.what, book)
            if owner is not None and not any(is_same(known, owner) for known in found):
                found.append(owner)
        if not found and not sought and draft.family not in BY_LAW:
            found += self._left_over(doc, draft, book)
        members = next((self._belonging([c.name]) for c in draft.claims if c.membership), {})
        return tuple(of_members(target, members) for target in found)

    def _is_mere_name(self, doc: Doc, what: _Aim) -> bool:
        """True for one person of whom the article says no more than the name."""
        if not isinstance(what, People) or what.entry is not None or what.names:
            return False
        return is_by_name(doc, what) and self._role(doc, what) is None

    def _owner_hit(self, doc: Doc, draft: Draft, each: _Aim, book: EvidenceBook) -> Target | None:
        """ "Outside the house of a judge": one person who is more than its owner was meant by it too."""
        if not isinstance(each, Thing) or each.owner is None or each.mention.entry not in _HOMES:
            return None
        if number(each.owner) != 1 or (each.owner.entry is None and not each.owner.person_name):
            return None
        kind, _ = self._kind_of(self._role(doc, each.owner) or each.owner)
        return None if kind in _PRIVATE else self._person(doc, draft, each.owner, True, book)

    def _target(self, doc: Doc, draft: Draft, each: _Aim, aimed: bool, book: EvidenceBook) -> Target | None:
        if isinstance(each, Spot):
            return self._place(doc, each, book)
        if isinstance(each, Thing):
            return self._thing(doc, each, aimed, book)
        return self._person(doc, draft, each, aimed, book)

    def _left_over(self, doc: Doc, draft: Draft, book: EvidenceBook) -> list[Target]:
        """Where the parse joins nothing to the event: a thing named near it, else the place after it."""
        if draft.nearby:
            return [self._thing(doc, draft.nearby[0], False, book)]
        return self._places_after(doc, draft, book)

    def _thing(self, doc: Doc, thing: Thing, aimed: bool, book: EvidenceBook) -> Target:
        start, end = absolute(doc, thing.sentence, thing.start, thing.end)
        book.add("targets", start, end, thing.mention.rule)
        owner = self._role(doc, thing.owner) or thing.owner if thing.owner is not None else None
        kind, subtype = self._thing_kind(doc, thing, owner)
        kind = _OF_THINGS.get(kind or "", kind)
        workers = kind == "company" and thing.owner is not None and thing.owner.quantity.best != 1
        if kind in ("civilian", "company") and thing.mention.entry in _HOMES and not workers:
            kind = thing.mention.entry
        return Target(
            text=text_between(doc, start, end),
            kind="object",
            type=kind,
            subtype=subtype,
            aimed=aimed,
            role=self._phrase(doc, owner) if owner is not None else None,
            number=number(thing.owner),
            **self._belonging(owner.names if owner is not None else ()),
        )

    def _thing_kind(self, doc: Doc, thing: Thing, owner: People | None) -> _Kind:
        """A house, a vehicle or an office is of the kind of those whose it is."""
        entry = self._lexicon.targets[thing.mention.entry]
        if owner is not None and entry.id in _OWNED:
            kind = self._kind_of(owner)
            nobody = kind[0] == "civilian" and entry.id == "office"  # a name is no office's owner
            if nobody and noted(doc).sentences[owner.sentence].lower[owner.end - 1] == "party":
                return "political_party", "party_office"  # "the offices of the Liberal Party"
            if kind[0] is not None and not nobody:
                return kind
        if thing.part_of is not None and entry.id in _OWNED:
            entry = self._lexicon.targets[thing.part_of]
        return entry.type or entry.id, entry.id

    def _place(self, doc: Doc, spot: Spot, book: EvidenceBook) -> Target:
        """ "Raiders attacked Gorey": a village or town that is itself the object of the attack."""
        start, end = absolute(doc, spot.sentence, spot.start, spot.end)
        book.add("targets", start, end, "targets/place")
        return Target(
            text=text_between(doc, start, end), kind="object", type="civilian", subtype="place", aimed=True
        )

    def _places_after(self, doc: Doc, draft: Draft, book: EvidenceBook) -> list[Target]:
        for trigger in draft.triggers:
            if trigger.form != "verb":
                continue
            for place in within(noted(doc).places, trigger.end, trigger.end + 1):
                if place.place:
                    first = noted(doc).sentences[trigger.sentence].start
                    spot = Spot(trigger.sentence, place.start - first, place.end - first)
                    return [self._place(doc, spot, book)]
        return []

    def _person(
        self, doc: Doc, draft: Draft, people: People, aimed: bool, book: EvidenceBook
    ) -> Target | None:
        head = noted(doc).sentences[people.sentence].lower[people.head]
        if people.pronoun or people.bare or head in self._lexicon.words["oneself"]:
            return None
        if people.end - people.start == 1 and noted(doc).sentences[people.sentence].tags[people.head] == "CD":
            return None  # the "two" of "the army suffered two dead"
        start, end = absolute(doc, people.sentence, people.start, people.end)
        name = next(iter(people.names), None)
        who = self._role(doc, people) or people
        kind, subtype = self._kind_of(who)
        if who.entry is None and (thing := self._thing_named(doc, start, end)) is not None:
            kind, subtype = thing
        if draft.family in BY_LAW and kind in _PLAIN:
            kind = None  # an arrest does not say what the arrested are
        if draft.family in _SEARCHES and people.group != "militant":
            return None
        rule = f"targets/{people.entry}" if people.entry else (name.rule if name else "people/name")
        book.add("targets", start, end, rule)
        return Target(
            text=text_between(doc, start, end),
            kind="object" if head in self._lexicon.words["posts"] else "person",
            type=kind,
            subtype=subtype,
            aimed=aimed,
            role=self._phrase(doc, who),
            number=number(people),
            **self._belonging(who.names),
        )

    def _thing_named(self, doc: Doc, start: int, end: int) -> _Kind | None:
        """What a name that ends in the word for a thing is the name of ("Moemauk High School")."""
        for mention in within(noted(doc).names, start, end):
            if mention.layer == "targets" and mention.end == end:
                entry = self._lexicon.targets[mention.entry]
                if entry.kind == "object":
                    kind = entry.type or entry.id
                    return _OF_THINGS.get(kind, kind), entry.id
        return None

    def _role(self, doc: Doc, people: People) -> People | None:
        """What the article says elsewhere that a named person is."""
        return role_of(people, noted(doc).sentences[people.sentence].lower, noted(doc).roles)

    def _phrase(self, doc: Doc, people: People) -> str | None:
        """The words for what one person is, with what hangs on them: "the head of the electoral board"."""
        if number(people) != 1 or (people.entry is None and not people.names):
            return None
        sentence = noted(doc).sentences[people.sentence]
        end = people.end
        while end < len(sentence) and self._goes_on(sentence, end):
            end += 1
        start, end = absolute(doc, people.sentence, people.start, end)
        return text_between(doc, start, end)

    def _goes_on(self, sentence: Sentence, at: int) -> bool:
        if not sentence.parsed:
            return sentence.words[at].isalpha()
        return sentence.lower[at] in self._lexicon.words["of_person"] or sentence.tags[at] in _NAMING

    def _belonging(self, names: Sequence[NameMention]) -> dict[str, str]:
        """The id and the name of the organisation that a target is of, by the first name it goes by."""
        entry = self._lexicon.names.get(names[0].entry) if names else None
        return {"id": entry.id, "name": entry.name} if entry else {}

    def _kind_of(self, people: People) -> _Kind:
        """The target type of people, by what they are, else by what they belong to."""
        name = next(iter(people.names), None)
        if name is not None and name.layer == "forces":
            return self._body(name), None
        if people.entry is not None:
            entry = self._lexicon.targets[people.entry]
            armed = name is not None and name.layer == "groups" and people.group == "security"
            if people.group == "militant" or armed:
                return "militant", None if armed else entry.id
            if name is not None and name.layer == "parties" and people.group == "civilian":
                called = _PARTY_MEN.get(entry.id, entry.id)
                leads = called in _LEADERS or entry.type == _LEADERS[-1]
                return ("government_official" if leads else "political_party"), called
            if entry.id == "militant":
                return "civilian", None  # a former one
            return entry.type or entry.id, entry.id
        if name is not None:
            if name.layer == "groups" and people.group == "civilian":
                return "civilian", None
            return {"groups": "militant", "parties": "political_party"}.get(name.layer), None
        return "civilian", None

    def _body(self, name: NameMention) -> str:
        """The target type of a state force, by its body."""
        entry = self._lexicon.names.get(name.entry)
        body = entry.body if entry is not None else None
        if body is None:
            word = self._lexicon.force_words.get(name.entry.partition("_")[2])
            body = word.body if word is not None else None
        return _BODY_TYPE.get(body or "", "security_forces")

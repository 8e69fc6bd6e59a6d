"""What a draft must have to be an event of political violence, and not sport, business or film.

Every kind of support gives points: words that tell of nothing but violence, people killed or hurt,
someone armed who did it, what such attacks are aimed at, a weapon, and an article that speaks of
armed groups at all. A draft below the threshold is dropped.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from spacy.tokens import Doc

from extractor.lexicon.lexicon import Lexicon
from extractor.pipeline.drafting.drafts import ATTACK, BY_LAW, Draft
from extractor.pipeline.lookup import within
from extractor.pipeline.mentions import NameMention
from extractor.pipeline.notes import noted
from extractor.pipeline.people.phrase import People
from extractor.pipeline.recording import points as worth
from extractor.pipeline.recording.accidents import is_accident_at_works, is_toll_of_accident
from extractor.pipeline.recording.generality import is_at_large, tells_of_none
from extractor.pipeline.recording.private import is_private
from extractor.pipeline.recording.shot import were_shot
from extractor.pipeline.telling.doers import COUNTRY
from extractor.pipeline.telling.facts import Fact
from extractor.pipeline.telling.unnamed import LAYER as UNNAMED
from extractor.pipeline.tokens import tokens_of

_OTHER_TOPIC = "other_topic"
_ORDINARY_CRIME = "ordinary_crime"
# What a day before this year brought is history.
_HISTORY = 1946
# So many words of another topic make it the article's own. Each takes so many points from its events, and
# all together no more than these: fewer where the article names a weapon that daily life knows nothing of.
_STRANGE, _BY_STRANGE_WORD = 3, 0.4
_MOST_STRANGE, _MOST_STRANGE_WITH_ARMS = 6.0, 2.0
# So many taken at once are more than a case of crime.
_MASS = 10
# More than so many killed by people are no private crime.
_SEVERAL = 2
_CLAIMS = ("no_claim", "claim_subject", "claim_object")
_ARMED_PEOPLE = ("militant", "attacker", "unidentified", "militia")
_CIVIL_TARGETS = frozenset(
    {
        "civilian",
        "business",
        "company",
        "vehicle",
        "house",
        "transport",
        "student",
        "journalist",
        "infrastructure",
        None,
    }
)


class SupportReader:
    """Says how well the events of a Doc are supported."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def context(self, doc: Doc) -> float:
        """How much the article speaks of armed groups, attackers and bombs at all: 0 to 2.25.

        Below 0 for an article of sport, show business or trade that speaks of nobody armed.
        """
        return self.context_with(doc, {m.entry for m in noted(doc).names if m.layer == "groups"})

    def context_with(self, doc: Doc, groups: Collection[object]) -> float:
        """The context of a Doc that speaks of these armed groups."""
        tokens = tokens_of(doc)
        signs: set[object] = set(groups)
        other = set()
        for mention in noted(doc).names:
            if mention.layer == "discourse":
                if self._lexicon.discourse[mention.entry].group == _OTHER_TOPIC:
                    other.add(tokens.between(mention.start, mention.end).lower())
            elif mention.layer == "attribution" and mention.entry in _CLAIMS:
                signs.add("claim")
            elif mention.layer == "targets" and mention.entry in _ARMED_PEOPLE:
                word = tokens.lower[mention.end - 1]
                if word not in self._lexicon.everyday:
                    signs.add(word)
        if not signs and len(other) >= _STRANGE:
            armed = self.weapon_points(doc, noted(doc).names) >= worth.WEAPON
            most = _MOST_STRANGE_WITH_ARMS if armed else _MOST_STRANGE
            return -min(most, _BY_STRANGE_WORD * len(other))
        return min(2, len(signs)) + (0.25 if "claim" in signs else 0.0)

    def points(self, draft: Draft, doc: Doc, context: float) -> float:
        """The support of a draft in points."""
        return sum((points for _, points in self.grounds(draft, doc)), 0.0) + context

    def grounds(self, draft: Draft, doc: Doc) -> Iterator[tuple[str, float]]:
        """What supports a draft, and how many points each gives."""
        if self._is_telling(draft, doc):
            yield "its words tell of nothing but violence", worth.THRESHOLD
        else:
            yield "its words are used in daily life too", self._everyday_points(draft, doc)
        victims = [p for f in draft.facts for p in f.people if not p.pronoun]
        yield from self._of_tolls(draft, victims)
        if any(t.things for t in draft.triggers) or any(t.patients for t in draft.triggers):
            yield "somebody or something that it was done to", worth.AIMED
        if any(were_shot(doc, trigger) for trigger in draft.triggers):
            yield "people who were shot", worth.SHOT
        things = [thing for t in draft.triggers for thing in t.things]
        actors = [p for t in draft.triggers for p in (*t.agents, *t.sides)] + [
            p for f in draft.facts for p in f.agents
        ]
        alone = bool(actors) and all(p.quantity.best == 1 and not self._armed(p) for p in actors)
        if things and draft.attack.deliberate and not alone and not self._is_ordinary_crime(draft, doc):
            yield "something that was hit on purpose", worth.DELIBERATE
        armed = max((self._armed(p) for p in actors), default=0.0)
        yield "somebody armed who did it", armed
        owners = (thing.owner for thing in things)
        patients = (p for t in draft.triggers for p in t.patients)
        people = [p for p in (*patients, *owners, *victims) if p is not None]
        counted = _is_counted(draft)
        if counted:
            yield "a number of them in an area and a time", worth.COUNTED
        as_people = self.is_contested if counted else self.is_as_people
        if any(map(self._contested, people)) or any(as_people(t.mention.entry) for t in things):
            yield "those it hit are what violence is aimed at", worth.CONTESTED
        elif armed and any(self.is_contested(thing.mention.entry) for thing in things):
            yield "what it hit is what violence is aimed at", worth.CONTESTED_THING
        if any(claim.name.layer != UNNAMED for claim in draft.claims):
            yield "it is claimed, or blamed on somebody", worth.CLAIMED
        if draft.silent_toll:
            yield "nobody hurt, as the text says", worth.SILENT_TOLL
        if (
            (victims or draft.silent_toll)
            and draft.place is not None
            and draft.place.role == "location"
            and draft.place.district
        ):
            yield "a place of its own", worth.PLACED
        yield "a weapon", self._weapon_points(draft, doc)

    def _is_telling(self, draft: Draft, doc: Doc) -> bool:
        """True where some word of the event tells of nothing but violence."""
        if any(not self._is_everyday(doc, t.start, t.end) for t in draft.triggers):
            return True
        if any(f.event and not self._is_everyday(doc, f.start, f.end) for f in draft.facts):
            return True
        return draft.family == "seizure" and self._arms_seized(draft, doc)

    def _of_tolls(self, draft: Draft, victims: Sequence[People]) -> Iterator[tuple[str, float]]:
        """What those killed, taken or hurt give."""
        quantities = [f for f in draft.facts if f.quantity is not None]
        many = any((p.quantity.best or 0) > 1 for p in victims)
        if any(f.effect == "killed" for f in draft.facts) and (victims or quantities):
            yield "people killed", worth.KILLED
            by_people = any(p.entry or p.names for f in draft.facts for p in f.agents)
            if by_people and any((p.quantity.best or 0) > _SEVERAL for p in victims):
                yield "several of them, by people", worth.KILLED_BY_PEOPLE
            elif draft.spread > _SEVERAL and any(self._was_done(f) for f in draft.facts):
                yield "several killed, in more than one place", worth.KILLED_IN_PLACES
            elif draft.triggers and any((p.quantity.best or 0) > _SEVERAL for p in victims):
                yield "several killed in an attack", worth.KILLED_IN_ATTACK
        elif any(f.effect in ("arrested", "abducted", "surrendered") for f in draft.facts) and victims:
            yield (
                "people arrested, abducted or surrendered",
                worth.TAKEN_IN_ATTACK if draft.family == ATTACK else worth.TAKEN,
            )
            if any((p.quantity.best or 0) >= _MASS for p in victims):
                yield "many of them", worth.MASS_ARREST
        elif victims or quantities:
            done = bool(draft.triggers) or any(f.agents for f in draft.facts)
            yield "people hurt", worth.MANY_HURT if many and done else worth.HURT

    def _was_done(self, fact: Fact) -> bool:
        """Whether the words tell what was done to people ("killed"), not only that they died."""
        entry = self._lexicon.tolls.get(fact.rule.rpartition("/")[2])
        return entry is not None and entry.frame == "object"

    def objection(self, draft: Draft, doc: Doc, context: float) -> str | None:
        """Why the draft does not stand as an event, or None where it does."""
        dated = draft.date is not None or draft.earlier
        if draft.background and not (dated and (draft.facts or draft.claims or _tells_all(draft))):
            return "only refers to an event, without a date, or without a toll or who did what to whom"
        if draft.aggregate and not draft.facts and (draft.count is None or draft.count.best is None):
            return "speaks of many events without a number of them or a toll"
        if draft.family == "threat" and not draft.claims and not any(t.agents for t in draft.triggers):
            return "a threat of nobody"
        if draft.is_empty or tells_of_none(draft):
            return "nobody and nothing that it happened to"
        if is_at_large(doc, draft):
            return "speaks of violence at large: of no time and place, and of nobody in particular"
        if draft.family == "arrest" and not draft.triggers and not any(_told(f) for f in draft.facts):
            return "an arrest of nobody"
        if context <= 0 and draft.family in BY_LAW and (context < 0 or self._is_ordinary_crime(draft, doc)):
            return "an act of law against ordinary crime"
        if draft.date is not None and draft.date.end_date and draft.date.end_date.year < _HISTORY:
            return "history"
        if context <= 0 and is_accident_at_works(self._lexicon, doc, draft):
            return "an explosion at works, of which nothing says that it was an attack"
        if context <= 0 and is_private(self._lexicon, doc, draft):
            return "a crime of private life"
        by_words = self._is_telling(draft, doc)
        if context <= 0 and not by_words and is_toll_of_accident(self._lexicon, doc, draft):
            return "the toll of an accident"
        points = self.points(draft, doc, context)
        if points < worth.THRESHOLD:
            return f"too little says that it is political violence ({points:g} of {worth.THRESHOLD:g} points)"
        return None

    def _is_ordinary_crime(self, draft: Draft, doc: Doc) -> bool:
        return any(
            mention.layer == "discourse" and self._lexicon.discourse[mention.entry].group == _ORDINARY_CRIME
            for mention in _names(draft, doc)
        )

    def _is_everyday(self, doc: Doc, start: int, end: int) -> bool:
        return self.is_everyday(tokens_of(doc).lower[start:end])

    def is_everyday(self, words: Sequence[str]) -> bool:
        """Whether daily life uses the words too."""
        return (
            " ".join(words) in self._lexicon.everyday or f"{words[0]} ~ {words[-1]}" in self._lexicon.everyday
        )

    def _armed(self, people: People) -> float:
        for name in people.names:
            # a country may do anything: "India beat Pakistan"
            return worth.BY_NAME[name.layer] if name.rule != COUNTRY else 0.0
        kind = self._lexicon.targets[people.entry].actor_kind if people.entry else None
        return worth.BY_KIND.get(kind or "", 0.0)

    def _contested(self, people: People) -> bool:
        """True for those whom political violence is aimed at more than others."""
        if people.names:
            return True
        return people.entry is not None and self.is_contested(people.entry)

    def is_as_people(self, thing: str) -> bool:
        """Whether a thing stands for those who live in it: a camp of refugees, a base of peacekeepers."""
        entry = self._lexicon.targets[thing]
        return entry.kind == "object" and entry.contested

    def is_contested(self, target: str) -> bool:
        """Whether political violence is aimed at such people more than at others."""
        entry = self._lexicon.targets[target]
        return (
            entry.contested
            or entry.casualty_group != "civilian"
            or (entry.type or entry.id) not in _CIVIL_TARGETS
        )

    def _everyday_points(self, draft: Draft, doc: Doc) -> float:
        """Words that daily life uses too count for less, and for more where several come together."""
        if draft.attack.rank <= worth.SAYS_NOTHING and draft.triggers:
            return (
                worth.VIOLENT if any(f.total and f.effect == "killed" for f in draft.facts) else worth.VAGUE
            )
        if draft.attack.rank <= worth.SAYS_NOTHING:
            return 0.0
        lower = tokens_of(doc).lower
        words = {lower[t.start] for t in draft.triggers if t.attack.category == draft.attack.category}
        points = worth.TELLING_TYPE if draft.attack.rank >= worth.SAYS_MUCH else worth.VIOLENT
        sides = worth.SIDES if any(len(t.sides) > 1 for t in draft.triggers) else 0.0
        bombs = draft.attack.category == "bombing" and len(words) > 1
        several = any((p.quantity.best or 0) > 1 for t in draft.triggers for p in t.agents)
        return points + (worth.BOMBS if bombs else 0.0) + sides + (worth.SEVERAL_DOERS if several else 0.0)

    def _arms_seized(self, draft: Draft, doc: Doc) -> bool:
        return any(m.layer == "weapons" or m.entry == "ammunition" for m in _names(draft, doc))

    def _weapon_points(self, draft: Draft, doc: Doc) -> float:
        return self.weapon_points(doc, _names(draft, doc))

    def weapon_points(self, doc: Doc, mentions: Iterable[NameMention]) -> float:
        """The support that the weapons among some mentions give."""
        tokens = tokens_of(doc)
        words = {tokens.between(m.start, m.end).lower() for m in mentions if m.layer == "weapons"}
        telling = any(word not in self._lexicon.everyday for word in words)
        return worth.WEAPON if telling else worth.EVERYDAY_WEAPON if words else 0.0


def _is_counted(draft: Draft) -> bool:
    """True for "recorded 34 attacks in Mali in April"."""
    many = draft.count is not None and (draft.count.best or 0) > 1
    return many and draft.aggregate and draft.place is not None and draft.date is not None


def _tells_all(draft: Draft) -> bool:
    """True where a sentence tells who did it and to whom or what: "In March the BLA hijacked a train"."""
    return any(t.form == "verb" and t.agents and (t.patients or t.things) for t in draft.triggers)


def _told(fact: Fact) -> bool:
    """True where the fact says who, or how many."""
    return bool(fact.people) or fact.quantity is not None


def _names(draft: Draft, doc: Doc) -> Iterator[NameMention]:
    """The pattern matches in the sentences that tell of the event."""
    for number in draft.sentences:
        sentence = noted(doc).sentences[number]
        yield from within(noted(doc).names, sentence.start, sentence.end)

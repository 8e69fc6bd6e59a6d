"""Who did it and who took part: the actors of a finished draft."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from extractor.lexicon.lexicon import Lexicon
from extractor.pipeline.drafting.drafts import ATTACK, Draft, names_beside, names_in
from extractor.pipeline.lookup import within
from extractor.pipeline.mentions import NameMention
from extractor.pipeline.notes import noted
from extractor.pipeline.people.phrase import People
from extractor.pipeline.people.reference import group_meant
from extractor.pipeline.recording.authorities import force_beside
from extractor.pipeline.recording.evidence import EvidenceBook, absolute
from extractor.pipeline.recording.fighting import Acting, acting_in, each_side, rank, sides_of
from extractor.pipeline.recording.gathering import add_actor, apply_claim, name_unnamed
from extractor.pipeline.telling.attribution import Claim
from extractor.pipeline.telling.unnamed import CALLED
from extractor.pipeline.telling.unnamed import LAYER as UNNAMED
from extractor.pipeline.tokens import text_between, tokens_of
from extractor.records import Actor, ActorKind, ActorRole, Attribution

# Before the name of a group whose violence people died in, or were killed by.
_IN = ("in", "by", "to")
_INSIDE_A_PHRASE = ("compound", "nmod", "amod", "appos", "poss")
# Clauses that speak of something else than the sentence itself.
_ASIDE = ("advcl", "relcl", "acl", "pcomp")


class ActorReader:
    """Reads the actors of a draft."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def read(self, doc: Doc, draft: Draft, book: EvidenceBook) -> tuple[Actor, ...]:
        """The actors: those who did it first, of a clash the side that began it."""
        found: list[Actor] = []
        acting = acting_in(draft)
        if draft.family == "surrender":
            acting = [(p, "participant") for f in draft.facts if f.effect == "surrendered" for p in f.people]
        acting += [(p, "participant") for p in sides_of(draft)]
        for people, role in self._told_once(doc, acting):
            for each in each_side(people) if role == "participant" else (people,):
                actor = self._actor_of_people(doc, each, role, book)
                if actor is not None:
                    add_actor(found, actor)
        for claim in draft.claims:
            actor = self._actor_of_claim(doc, claim, book)
            if claim.name.form == CALLED:  # "a group calling itself the Sons of the River"
                found = [each for each in found if each.id or not self._is_band(each)]
            if claim.membership:
                name_unnamed(found, actor)
            else:
                apply_claim(found, actor)
        if draft.attack.category == "clash" and not any(_is_group(a) for a in found):
            found += self._other_side(doc, draft, book)
        if draft.family == ATTACK and not found:
            found += self._whose_violence(doc, draft, book)
        if _wants_group(draft, found):
            found += self._group_told_of(doc, draft, book)
        if _wants_state(draft) and not any(_is_force_or_captor(a) for a in found):
            found.append(self._authorities(doc, draft, book))
        found = [self._as_person(actor) for actor in found]
        found.sort(key=lambda a: rank(draft, a))
        return tuple(found)

    def _as_person(self, actor: Actor) -> Actor:
        """ "Three terrorists" without a name are persons called so for what they did."""
        unnamed = actor.id is None and actor.kind == "armed_group" and actor.role == "perpetrator"
        word = (actor.text or "").lower().split()[-1:]
        if not unnamed or self._lexicon.words["called_by_deed"].isdisjoint(word):
            return actor
        return actor.model_copy(update={"kind": "individual"})

    def _is_band(self, actor: Actor) -> bool:
        return not self._lexicon.words["bands"].isdisjoint((actor.text or "").lower().split()[-1:])

    def _told_once(self, doc: Doc, acting: Sequence[Acting]) -> Iterator[Acting]:
        """ "Gunmen killed a judge. Four men stopped and opened fire": attackers without a name who are told
        of again in a later sentence are the same."""
        unnamed = {
            people
            for people, role in acting
            if role == "perpetrator" and not people.names and not people.pronoun
            if people.group != "security" and group_meant(self._lexicon, doc, people) is None
        }
        first = min((people.sentence for people in unnamed), default=0)
        yield from (each for each in acting if each[0] not in unnamed or each[0].sentence == first)

    def _whose_violence(self, doc: Doc, draft: Draft, book: EvidenceBook) -> list[Actor]:
        """ "51 civilians died in Maoist violence", "Beni saw 240 ADF attacks": the group whose it was."""
        violence, lower = self._lexicon.words["violence"], tokens_of(doc).lower
        for m in names_beside(doc, draft):
            after = lower[m.end] if m.end < len(lower) else ""
            of_it = draft.aggregate or (m.start and lower[m.start - 1] in _IN)
            if of_it and after in violence and self._is_armed(m) and not self._is_part(doc, m):
                book.add("actors", m.start, m.end, m.rule)
                return [self._named_actor(doc, m, "perpetrator", "stated")]
        return []

    def _group_told_of(self, doc: Doc, draft: Draft, book: EvidenceBook) -> list[Actor]:
        """The armed group that is named beside the event, where one alone is and not among those hit.

        Of an attack of which the text says that nobody claimed it, only what it says of the doers counts.
        """
        out = self._opposed(doc, draft) if draft.family == ATTACK else set()
        told = [m for m in names_beside(doc, draft) if self._is_armed(m) and not self._is_part(doc, m)]
        told = [m for m in told if m.entry not in out]
        if draft.family == ATTACK:
            told = [m for m in told if _can_have_acted(doc, draft, m)]
        if draft.family == ATTACK and (self._is_unclaimed(doc) or _hit(draft) & {m.entry for m in told}):
            return []
        if len({m.entry for m in told}) != 1:
            return []
        mention = told[0]
        book.add("actors", mention.start, mention.end, mention.rule)
        if draft.family == "surrender":
            return [self._named_actor(doc, mention, "participant", "stated")]
        return [self._named_actor(doc, mention, "perpetrator", "suspected")]

    def _other_side(self, doc: Doc, draft: Draft, book: EvidenceBook) -> list[Actor]:
        """Who fought, where the parse does not say: the groups, else the parties, named with the clash."""
        clashes = [t.sentence for t in draft.triggers if t.attack.category == "clash"]
        names = [m for m in names_in(doc, clashes) if m.entry in self._lexicon.names]
        for layer in ("groups", "parties"):
            inside = [m for m in names if m.layer == layer and not self._is_part(doc, m)]
            for mention in inside:
                book.add("actors", mention.start, mention.end, mention.rule)
            if inside:
                sides = (self._named_actor(doc, m, "participant", "stated") for m in inside)
                return list({side.id: side for side in sides}.values())
        return []

    def _is_unclaimed(self, doc: Doc) -> bool:
        cues = (self._lexicon.attribution[m.entry] for m in noted(doc).names if m.layer == "attribution")
        return any(cue.group == "nobody" for cue in cues)

    def _opposed(self, doc: Doc, draft: Draft) -> set[str]:
        """The entries of those whom others oppose ("rivals of the BLA"), or whose things were hit."""
        told = list(names_beside(doc, draft))
        cues = [m for m in told if m.layer == "discourse"]
        ends = {m.end for m in cues if self._lexicon.discourse[m.entry].group == "opponent"}
        things = {m.start for m in told if m.layer == "goods"}
        return {m.entry for m in told if m.start in ends or m.end in things}

    def _is_part(self, doc: Doc, mention: NameMention) -> bool:
        """True for a name that is part of a word: "anti-Maoist", "Taliban-held"."""
        before = doc[mention.start - 1].lower_ if mention.start else ""
        after = doc[mention.end].text if mention.end < len(doc) else ""
        return "-" in (before, after) or before in self._lexicon.words["not_of_group"]

    def _is_armed(self, mention: NameMention) -> bool:
        entry = self._lexicon.names.get(mention.entry)
        return mention.layer == "groups" and (entry is None or entry.kind == "armed_group")

    def _authorities(self, doc: Doc, draft: Draft, book: EvidenceBook) -> Actor:
        """An arrest, a seizure and an encounter are by the authorities: the word itself says so.

        They are called as the text calls those who speak or act beside it: "police said".
        """
        role: ActorRole = "participant" if draft.family == ATTACK else "perpetrator"
        force = force_beside(self._lexicon, doc, draft)
        if force is not None and force.layer == "forces":
            book.add("actors", force.start, force.end, force.rule)
            return self._named_actor(doc, force, role, "stated")
        if force is not None:
            book.add("actors", force.start, force.end, force.rule)
            return Actor(text=text_between(doc, force.start, force.end), kind="state_force", role=role)
        start, end = draft.start, draft.end
        book.add("actors", start, end, "actors/authorities")
        return Actor(text=text_between(doc, start, end), kind="state_force", role=role)

    def _actor_of_people(self, doc: Doc, people: People, role: ActorRole, book: EvidenceBook) -> Actor | None:
        start, end = absolute(doc, people.sentence, people.start, people.end)
        for name in sorted(people.names, key=self._is_generic):
            if name.layer in ("groups", "forces", "parties") and not self._is_crowd_of(people, name):
                book.add("actors", name.start, name.end, name.rule)
                held: Attribution = "suspected" if self._is_held_likely(doc, people, name) else "stated"
                return self._named_actor(doc, name, role, held)
        meant = group_meant(self._lexicon, doc, people)
        if meant is None and (people.entry is None or people.pronoun):
            return None
        if meant is not None:
            rule = f"targets/{people.entry}" if people.entry else "people/pronoun"
            book.add("actors", start, end, rule)
            book.add("actors", meant.start, meant.end, meant.rule)
            return self._named_actor(doc, meant, role, "stated")
        assert people.entry is not None
        kind: ActorKind | None = self._lexicon.targets[people.entry].actor_kind
        if kind is None:
            kind = "individual"
        book.add("actors", start, end, f"targets/{people.entry}")
        return Actor(text=text_between(doc, start, end), kind=kind, role=role)

    def _is_generic(self, name: NameMention) -> bool:
        """True of the militants of "Islamist militants of Boko Haram", who have a closer name."""
        entry = self._lexicon.names.get(name.entry)
        return entry is not None and entry.generic

    def _is_held_likely(self, doc: Doc, people: People, name: NameMention) -> bool:
        """True of "suspected members of the Red Front" and "men believed to be of the Red Front"."""
        sentence = noted(doc).sentences[people.sentence]
        first = people.start
        if sentence.tags[max(0, first - 2) : first] == ["TO", "VB"]:
            first = max(0, first - 3)
        told = sentence.lower[first : max(people.end, name.end - sentence.start)]
        return not self._lexicon.words["held_likely"].isdisjoint(told)

    def _is_crowd_of(self, people: People, name: NameMention) -> bool:
        """True for "a Hindu mob": a crowd, and no armed group of that general name."""
        entry = self._lexicon.names.get(name.entry)
        if entry is None or not entry.generic or entry.kind != "armed_group" or people.entry is None:
            return False
        return self._lexicon.targets[people.entry].actor_kind == "crowd"

    def _named_actor(self, doc: Doc, name: NameMention, role: ActorRole, attribution: Attribution) -> Actor:
        text = text_between(doc, name.start, name.end)
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
        if claim.name.layer == UNNAMED:
            kind = self._lexicon.targets[claim.name.entry].actor_kind or "armed_group"
            text = text_between(doc, claim.name.start, claim.name.end)
            return Actor(text=text, kind=kind, role="perpetrator", attribution=claim.attribution)
        return self._named_actor(doc, claim.name, "perpetrator", claim.attribution)


def _wants_state(draft: Draft) -> bool:
    return draft.family in ("arrest", "seizure") or draft.attack.id == "encounter"


def _wants_group(draft: Draft, found: Sequence[Actor]) -> bool:
    """True where a group must have acted, and the words that the parse joins to the event name none."""
    if draft.family in ("defusal", "surrender"):
        return not any(a.kind == "armed_group" for a in found)
    return draft.family == ATTACK and draft.attack.category != "clash" and not found and not draft.aggregate


def _hit(draft: Draft) -> set[str]:
    """The entries of the groups that those hit, and the owners of what was hit, belong to."""
    people = [p for f in draft.facts for p in f.people] + [p for t in draft.triggers for p in t.patients]
    owners = [thing.owner for t in draft.triggers for thing in (*t.things, *draft.nearby)]
    return {name.entry for p in (*people, *owners) if p is not None for name in p.names}


def _can_have_acted(doc: Doc, draft: Draft, mention: NameMention) -> bool:
    """True for a group that the sentence's own clause speaks of as doing something ("Maoists came, and a
    trader was found shot"), or whose the attack is ("a Maoist ambush"); false for the group that a judge
    sentenced, and for the one that took a town elsewhere."""
    sentence = noted(doc).sentences[noted(doc).sentence_of[mention.start]]
    if not sentence.parsed:
        return True
    i = mention.end - 1 - sentence.start
    while sentence.deps[i] in _INSIDE_A_PHRASE and sentence.heads[i] != i:
        i = sentence.heads[i]
    if any(t.sentence == sentence.index and t.head == i for t in draft.triggers):
        return True
    up = sentence.heads[i]
    if sentence.deps[i] in ("nsubj", "csubj"):
        return sentence.deps[up] not in _ASIDE and not _is_charge(doc, sentence.start + up)
    if sentence.deps[i] == "pobj":
        return sentence.lower[up] == "by" and sentence.deps[sentence.heads[up]] not in _ASIDE
    return sentence.deps[i] in ("ROOT", "dep")


def _is_charge(doc: Doc, verb: int) -> bool:
    """True of the verb of "the Taliban blamed it on outlaws": who charges others has not done it."""
    return any(m.layer == "attribution" for m in within(noted(doc).names, verb, verb + 1))


def _is_force_or_captor(actor: Actor) -> bool:
    """True for police, and for the rebels who are said to have captured soldiers or seized rifles."""
    return actor.kind == "state_force" or (actor.role == "perpetrator" and actor.kind == "armed_group")


def _is_group(actor: Actor) -> bool:
    return actor.id is not None and actor.kind in ("armed_group", "political_group", "criminal_group")

"""What an event was done with: the weapons that are named beside it, and those that its own words tell of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc

from extractor.lexicon.entries import AttackType
from extractor.lexicon.lexicon import Lexicon
from extractor.pipeline.drafting.drafts import ATTACK, Draft, names_told_of
from extractor.pipeline.mentions import NameMention
from extractor.pipeline.notes import noted
from extractor.pipeline.people.reading import VERB_TAGS
from extractor.pipeline.recording.evidence import EvidenceBook
from extractor.pipeline.tokens import text_between, tokens_of
from extractor.records import Weapon

# How a word for a thing hangs on the verb that it is the object of, and on the words between them.
_OF_OBJECT = frozenset({"dobj", "nsubjpass", "conj", "appos", "compound", "nmod", "pobj", "dep"})
_ARMED = (ATTACK, "seizure")
_Word = tuple[int, int, str, AttackType]


class WeaponReader:
    """Reads the weapons of a finished draft."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def of(self, doc: Doc, draft: Draft, book: EvidenceBook) -> tuple[Weapon, ...]:
        """The weapons of the event, each wording once.

        A weapon that no word names is told by the word for the deed ("shot", "set ablaze").
        """
        if draft.family not in _ARMED:
            return ()
        found: dict[str, Weapon] = {}
        for mention in names_told_of(doc, draft):
            text = text_between(doc, mention.start, mention.end)
            if (
                mention.layer != "weapons"
                or self._is_of_a_unit(doc, mention)
                or self._is_freight(doc, mention)
                or (draft.family == ATTACK and self._is_taken(doc, mention))
            ):
                continue
            if text.lower() not in found:
                found[text.lower()] = Weapon(text=text, type=self._kind(draft, mention.entry))
                book.add("weapons", mention.start, mention.end, mention.rule)
        if draft.family == ATTACK:
            for start, end, rule, attack in sorted(self._words(draft), key=lambda word: word[:2]):
                kind = self._told(doc, start, end, attack) if _is_told_best(draft, attack) else None
                if kind is not None and not self._is_known(kind, found.values()):
                    text = text_between(doc, start, end)
                    found[text.lower()] = Weapon(text=text, type=kind)
                    book.add("weapons", start, end, rule)
        return tuple(found.values())

    def _is_of_a_unit(self, doc: Doc, mention: NameMention) -> bool:
        """True in "the 5th Artillery Battalion": the name of those who were hit, or who came."""
        if mention.end >= len(doc) or not doc[mention.start].text[:1].isupper():
            return False
        return doc[mention.end].text[:1].isupper() and doc[mention.end].lower_ in self._lexicon.words["units"]

    def _is_freight(self, doc: Doc, mention: NameMention) -> bool:
        """True for the gasoline of "while gasoline was being pumped through the line"."""
        words = noted(doc).sentences[noted(doc).sentence_of[mention.start]].lower
        fuel = doc[mention.end - 1].lower_ in self._lexicon.words["fuels"]
        return fuel and self._lexicon.words["use_of_fuel"].isdisjoint(words)

    def _is_taken(self, doc: Doc, mention: NameMention) -> bool:
        """True for the rifles of "they overran the post and took four rifles", "made off with the rifles"."""
        sentence = noted(doc).sentences[noted(doc).sentence_of[mention.start]]
        if not sentence.parsed:
            return False
        at, links = mention.end - 1 - sentence.start, set()
        while sentence.tags[at] not in VERB_TAGS and sentence.heads[at] != at:
            if sentence.deps[at] == "prep":
                links.add(sentence.lower[at])
            elif sentence.deps[at] not in _OF_OBJECT:
                return False
            at = sentence.heads[at]
        verb, words = sentence.lower[at], self._lexicon.words
        if "with" in links:
            return verb in words["making_off"] or verb in words["taking"]
        return verb in words["taking"] and links <= {"of"}

    def _kind(self, draft: Draft, named: str) -> str:
        """The type of a named weapon; a general word ("bomb") is of the type that the event tells."""
        told = draft.attack.weapon
        general = self._lexicon.weapons[named].general
        return told if general and told is not None and self._is_kind_of(told, named) else named

    def _told(self, doc: Doc, start: int, end: int, attack: AttackType) -> str | None:
        """The type of weapon that the words for a deed tell of."""
        if attack.weapon is not None:
            return attack.weapon
        if attack.category == "air_strike":
            return None  # what is shot down from the air
        words = set(tokens_of(doc).lower[start:end])
        kinds = self._lexicon.weapons.values()
        return next((kind.id for kind in kinds if not words.isdisjoint(kind.told_by)), None)

    def _words(self, draft: Draft) -> Iterator[_Word]:
        for trigger in draft.triggers:
            yield trigger.start, trigger.end, trigger.rule, trigger.attack
        for fact in draft.facts:
            if fact.event is not None:
                yield fact.start, fact.end, fact.rule, self._lexicon.attack_types[fact.event]

    def _is_known(self, kind: str, found: Iterable[Weapon]) -> bool:
        """True where the type adds nothing to what is known: "explosive" to any weapon that is named."""
        return any(self._lexicon.weapons[kind].general or self._is_such(weapon, kind) for weapon in found)

    def _is_such(self, weapon: Weapon, kind: str) -> bool:
        """True where a weapon that is told of already is of the type, or of a more special or general one."""
        known = weapon.type or ""
        return known == kind or self._is_kind_of(known, kind) or self._is_kind_of(kind, known)

    def _is_kind_of(self, kind: str, general: str) -> bool:
        entry = self._lexicon.weapons.get(kind)
        return entry is not None and entry.kind_of == general


def _is_told_best(draft: Draft, attack: AttackType) -> bool:
    """False for a vaguer word for the event's own kind: "bombed" of an air strike."""
    return attack.id == draft.attack.id or attack.category != draft.attack.category

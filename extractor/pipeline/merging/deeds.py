"""Several deeds of one incident: the killing of the abducted, the beating beside an arson."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from extractor.lexicon.entries import AttackType
from extractor.lexicon.lexicon import Lexicon
from extractor.pipeline.drafting.drafts import ATTACK, Draft
from extractor.pipeline.sentences import length_of
from extractor.pipeline.telling.facts import Fact
from extractor.pipeline.telling.triggers import Trigger
from extractor.pipeline.tokens import tokens_of

_ASSAULT = "assault"
_PROPERTY = "property"
_LOOTING = "weapons_seizure"
_DEEDS = {
    "armed_assault": _ASSAULT,
    "targeted_killing": _ASSAULT,
    "execution": _ASSAULT,
    "clash": _ASSAULT,
    "arson": _PROPERTY,
    "infrastructure_attack": _PROPERTY,
}
_WITH_OTHERS = ("abduction", _ASSAULT, _PROPERTY)
# Up to this rank the words for an attack say nothing of how it was done.
_BARE = 28
_SHORT_TEXT = 6


class DeedReader:
    """Reads the deeds of an event beside the one that it is recorded as."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def others(self, doc: Doc, draft: Draft) -> Iterator[Draft]:
        """A draft for each further deed, with the words that tell of it.

        Of short reports only: in a long article such words may tell of other events.
        """
        if length_of(doc) > _SHORT_TEXT:
            return
        if draft.family != ATTACK or draft.aggregate or draft.background or draft.status != "occurred":
            return
        main = _deed(draft.attack)
        if main not in _WITH_OTHERS:
            return  # who blasts and shoots at once does one deed, and those whom a blast killed are its toll
        for deed in (_ASSAULT, _PROPERTY, _LOOTING):
            if deed == main:
                continue
            triggers = [t for t in draft.triggers if _deed(t.attack) == deed and _is_plain(t, main)]
            killed = (f for f in draft.facts if deed == _ASSAULT and self._is_killing(f))
            facts = [f for f in killed if not (main == _PROPERTY and self._is_by_fire(doc, f))]
            types = [t.attack for t in triggers] + [self._type(f) for f in facts]
            if types:
                yield _part(draft, max(types, key=lambda t: t.rank), triggers, facts)

    def _type(self, fact: Fact) -> AttackType:
        return self._lexicon.attack_types[fact.event or "killing"]

    def _is_by_fire(self, doc: Doc, fact: Fact) -> bool:
        """True of those "burnt alive" in what was set on fire: their death is no deed beside that."""
        return not self._lexicon.words["burning"].isdisjoint(tokens_of(doc).lower[fact.start : fact.end])

    def _is_killing(self, fact: Fact) -> bool:
        return fact.effect == "killed" and bool(fact.people) and _deed(self._type(fact)) == _ASSAULT


def _deed(attack: AttackType) -> str:
    return _DEEDS.get(attack.category, attack.category)


def _is_plain(trigger: Trigger, main: str) -> bool:
    """True for words that say how people or things were hit, or at least that people were beside things."""
    if _deed(trigger.attack) == _PROPERTY:
        return bool(trigger.things)
    if trigger.attack.rank > _BARE or _deed(trigger.attack) == _LOOTING:
        return True
    return main == _PROPERTY and bool(trigger.patients) and not trigger.things


def _part(draft: Draft, attack: AttackType, triggers: list[Trigger], facts: list[Fact]) -> Draft:
    spans = [(t.start, t.end) for t in triggers] + [(f.start, f.end) for f in facts]
    start, end = min(spans)
    return draft.apart(
        attack=attack,
        start=start,
        end=end,
        triggers=triggers,
        facts=facts,
        claims=list(draft.claims),
        sentences=sorted({t.sentence for t in triggers} | {f.sentence for f in facts}),
        shared_by={},
    )

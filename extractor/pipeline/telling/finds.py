"""What was found: bombs that were laid, hauls of weapons, and the weapons that people were arrested with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from extractor.lexicon.lexicon import Lexicon
from extractor.pipeline.people.reading import PLURAL_TAGS, Reading
from extractor.pipeline.telling.facts import Fact
from extractor.pipeline.telling.triggers import Trigger

_FINDS = ("defusal", "seizure")
_BOMBS = ("ied", "landmine")
_ARMS = "ammunition"
# So many words may stand between "with" and the weapon.
_REACH = 8


class FindReader:
    """Tells bombs laid for an attack from stores of weapons."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def settle(self, reading: Reading, triggers: list[Trigger]) -> list[Trigger]:
        """The triggers, with what was found in the sentence told in one way.

        A bomb that had been laid is an attack that failed; bombs among other goods, or several that
        were seized, are a store of weapons.
        """
        triggers = [t for t in triggers if t.attack.family not in _FINDS or _is_find(reading, t)]
        if not any(t.attack.family in _FINDS for t in triggers):
            return triggers
        bombs = {i for i in reading.weapons if self._is_bomb(reading, i)}
        if not bombs:
            return triggers
        if not self._lexicon.words["on_a_person"].isdisjoint(reading.lower):
            return [self._as(t, "defusal", "weapons_seizure") for t in triggers]
        if self._says(reading, "laid"):
            return [self._as(t, "seizure", "bomb_defused") for t in triggers]
        if self._is_haul(reading, bombs):
            return [self._as(t, "defusal", "weapons_seizure") for t in triggers]
        return triggers

    def held_with(self, reading: Reading, facts: Iterable[Fact]) -> list[Trigger]:
        """Of "was arrested with a pistol" the seizure of the pistol."""
        found = []
        for fact in facts:
            if fact.effect == "arrested":
                found.extend(self._weapon_with(reading, fact))
        return found[:1]

    def looted(self, reading: Reading, trigger: Trigger) -> Trigger:
        """A robbery as one of weapons, where the words after it name some."""
        end = trigger.end - reading.sentence.start
        after = range(trigger.start - reading.sentence.start, min(len(reading), end + _REACH))
        looting = reading.lower[trigger.head] in self._lexicon.words["looting"]
        if trigger.attack.id != "armed_robbery" and not looting:
            return trigger
        if not any(i in reading.weapons or self._is_arms(reading, i) for i in after):
            return trigger
        return replace(trigger, attack=self._lexicon.attack_types["weapons_looting"])

    def _weapon_with(self, reading: Reading, fact: Fact) -> list[Trigger]:
        first = reading.sentence.start
        held = self._lexicon.words["having"]
        start = next((i for i in range(fact.trigger + 1, len(reading)) if reading.lower[i] in held), None)
        if start is None:
            return []
        for i in range(start + 1, min(len(reading), start + 1 + _REACH)):
            if reading.is_verb(i):
                return []
            if i in reading.weapons or self._is_arms(reading, i):
                attack = self._lexicon.attack_types["weapons_seizure"]
                span = (first + start, first + i + 1)
                return [Trigger(attack, *span, "finds/held_with", fact.sentence, i, "noun", False)]
        return []

    def _as(self, trigger: Trigger, family: str, name: str) -> Trigger:
        if trigger.attack.family != family:
            return trigger
        return replace(trigger, attack=self._lexicon.attack_types[name])

    def _is_bomb(self, reading: Reading, i: int) -> bool:
        return reading.weapons[i].entry in _BOMBS or reading.lower[i] in self._lexicon.words["bomb"]

    def _is_arms(self, reading: Reading, i: int) -> bool:
        return i in reading.goods and reading.goods[i].entry == _ARMS

    def _is_haul(self, reading: Reading, bombs: set[int]) -> bool:
        others = [m for i, m in reading.weapons.items() if i not in bombs and m.entry not in _BOMBS]
        if others or any(m.entry != "contraband" for m in reading.goods.values()):
            return True
        several = any(reading.tags[i] in PLURAL_TAGS for i in bombs)
        return several and self._says(reading, "haul")

    def _says(self, reading: Reading, group: str) -> bool:
        return any(
            m.layer == "discourse" and self._lexicon.discourse[m.entry].group == group for m in reading.cues
        )


def _is_find(reading: Reading, trigger: Trigger) -> bool:
    """False of "found that the bomb was made of TNT", and of the "bomb squad" that found whatever it was."""
    first = reading.sentence.start
    start, end = trigger.start - first, trigger.end - first
    for verb in range(start, end):
        that, the = verb + 1, reading.lower[verb + 2 : verb + 3]
        if reading.is_verb(verb) and reading.deps[that : that + 1] == ["mark"] and the == ["the"]:
            return False
    of = reading.heads[start]
    named_after = start in reading.weapons and reading.deps[start] == "compound" and of not in reading.weapons
    return not named_after or any(i >= end for i in reading.weapons)

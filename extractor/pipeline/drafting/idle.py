"""Event words that stand for no event: how things are, bare plurals, a weapon that was seized or carried."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.lexicon.lexicon import Lexicon
from extractor.pipeline.drafting.drafts import ATTACK
from extractor.pipeline.drafting.lasting import Lasting
from extractor.pipeline.people.reading import Reading
from extractor.pipeline.telling.counting import EventCounter
from extractor.pipeline.telling.facts import Fact
from extractor.pipeline.telling.triggers import Trigger

_IN_THE_CLAUSE = ("dobj", "nsubj", "nsubjpass", "ROOT")


def idle(
    lexicon: Lexicon,
    reading: Reading,
    lasting: Lasting,
    triggers: Sequence[Trigger],
    facts: Sequence[Fact],
    counter: EventCounter,
) -> list[Trigger]:
    """Those of the triggers that tell of no event of the sentence."""
    habits = [] if facts or lasting.dated_or_placed else _habits(reading, triggers, counter)
    ongoing = [t for t in triggers if lasting.holds(t) and counter.count(reading, t) is None]
    harm = any(f.effect in ("killed", "injured") for f in facts)
    harmless = [] if harm else [t for t in triggers if t.attack.needs == "dead"]
    return [*habits, *harmless, *_only_weapons(lexicon, reading, triggers, facts), *ongoing]


def _habits(reading: Reading, triggers: Sequence[Trigger], counter: EventCounter) -> list[Trigger]:
    """Bare plurals that speak of a habit: "through suicide attacks or bombings"."""
    return [
        t
        for t in triggers
        if t.plural
        and t.form == "noun"
        and t.start - reading.sentence.start not in reading.weapons
        and reading.deps[t.head] not in _IN_THE_CLAUSE
        and t.attack.category != "clash"
        and not t.agents
        and counter.count(reading, t) is None
    ]


def _only_weapons(
    lexicon: Lexicon, reading: Reading, triggers: Sequence[Trigger], facts: Sequence[Fact]
) -> list[Trigger]:
    """Weapon words for what was seized, carried or found."""
    first = reading.sentence.start
    weapons = [
        t
        for t in triggers
        if t.form == "noun"
        and all(i - first in reading.weapons for i in range(t.start, t.end))
        and not _strikes(reading, t)
    ]
    others = any(t.attack.family == ATTACK for t in triggers if t not in weapons)
    harm = any(f.effect in ("killed", "injured") for f in facts)
    weapons_carried = [t for t in weapons if _is_carried(lexicon, reading, t)]
    if others and weapons_carried:
        return [t for t in weapons if t in weapons_carried or _is_seized(t, triggers)]
    if others or (harm and not any(t.attack.family == "seizure" for t in triggers)):
        return [t for t in weapons if _is_seized(t, triggers)]
    return weapons


def _is_seized(weapon: Trigger, triggers: Sequence[Trigger]) -> bool:
    return any(t.attack.family == "seizure" and t.start < weapon.start and t.attack.needs for t in triggers)


def _is_carried(lexicon: Lexicon, reading: Reading, weapon: Trigger) -> bool:
    """True for "fighters armed with explosive devices and rifles attacked"."""
    i = weapon.head
    while reading.deps[i] == "conj":
        i = reading.heads[i]
    preposition = reading.heads[i]
    armed = reading.heads[preposition]
    return reading.lower[preposition] == "with" and reading.lower[armed] in lexicon.words["carrying"]


def _strikes(reading: Reading, weapon: Trigger) -> bool:
    """True for "a roadside bomb hit a van": the weapon is what did it."""
    verb = reading.heads[weapon.head]
    return (
        reading.deps[weapon.head] == "nsubj"
        and reading.tags[verb] == "VBD"
        and any(reading.deps[c] == "dobj" and c in reading.targets for c in reading.children[verb])
    )

"""Event words that stand for no event: a habit, a weapon that was seized or carried, what goes on still."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from extractor.lexicon.lexicon import Lexicon
from extractor.pipeline.drafting.drafts import ATTACK
from extractor.pipeline.lookup import within
from extractor.pipeline.notes import noted
from extractor.pipeline.people.reading import Reading
from extractor.pipeline.telling.counting import EventCounter
from extractor.pipeline.telling.facts import Fact
from extractor.pipeline.telling.triggers import Trigger

_AT_ANY_TIME = ("when", "whenever", "while", "where", "wherever")
_IN_THE_CLAUSE = ("dobj", "nsubj", "nsubjpass", "ROOT")
# What began so many days before the news is the state of things.
_LONG_DAYS = 60
# So many words may stand between "for" and "years", and a verb so deep below the one with "has".
_SPAN_REACH = 5
_CLIMB = 4


def idle(
    doc: Doc,
    lexicon: Lexicon,
    reading: Reading,
    triggers: Sequence[Trigger],
    facts: Sequence[Fact],
    counter: EventCounter,
) -> list[Trigger]:
    """Those of the triggers that tell of no event of the sentence."""
    known = not triggers or _is_dated_or_placed(doc, reading)
    habits = [] if facts or known else _habits(reading, triggers, counter)
    ongoing = [t for t in triggers if _goes_on_still(reading, t.head)]
    if not known:
        ongoing += [t for t in triggers if _is_being_done(reading, t.head)]
    lasting = [t for t in triggers if _has_gone_on(doc, lexicon, reading, t.head)]
    ongoing += [t for t in lasting if counter.count(reading, t) is None]
    general = [t for t in triggers if is_general(doc, reading, t.head)]
    return [*habits, *_only_weapons(lexicon, reading, triggers, facts), *ongoing, *general]


def is_long_done(lexicon: Lexicon, reading: Reading, fact: Fact) -> bool:
    """True for "for years the rebels have killed peasants": what they do, with no number of any event."""
    if fact.quantity is not None or any(p.quantity.best or p.quantity.vague for p in fact.people):
        return False
    return _governed_by_have(lexicon, reading, fact.trigger) is not None and _spans_long(lexicon, reading)


def _has_gone_on(doc: Doc, lexicon: Lexicon, reading: Reading, verb: int) -> bool:
    """True for "for years they have attacked" and for "has been fighting since 2015", the latter not where
    the sentence names a day as well."""
    top = _governed_by_have(lexicon, reading, verb)
    if top is None or _spans_long(lexicon, reading):
        return top is not None
    dates = within(noted(doc).dates, reading.sentence.start, reading.sentence.end)
    if reading.tags[top] != "VBG" or any(d.precision in ("day", "days", "week") for d in dates):
        return False
    return any(d.start_date and d.end_date and (d.end_date - d.start_date).days > _LONG_DAYS for d in dates)


def _spans_long(lexicon: Lexicon, reading: Reading) -> bool:
    """True for "for more than ten years"."""
    spans, during = lexicon.words["long_spans"], lexicon.words["during"]
    return any(
        word in during and not spans.isdisjoint(reading.lower[i + 1 : i + 1 + _SPAN_REACH])
        for i, word in enumerate(reading.lower)
    )


def _governed_by_have(lexicon: Lexicon, reading: Reading, verb: int) -> int | None:
    """The verb with "has" or "have" that is the verb itself, or that it is joined to or serves ("have been
    fighting to topple"); None for the passive, which tells how many there were."""
    have, i = lexicon.words["have"], verb
    if have.isdisjoint(reading.lower):
        return None
    for _ in range(_CLIMB):
        helpers = [reading.lower[c] for c in reading.children[i] if reading.deps[c] in ("aux", "auxpass")]
        if any(word in have for word in helpers):
            return i if reading.tags[i] == "VBG" or not reading.is_passive(i) else None
        if reading.deps[i] not in ("conj", "xcomp", "dobj") or helpers not in ([], ["to"]):
            return None
        i = reading.heads[i]
    return None


def is_general(doc: Doc, reading: Reading, verb: int) -> bool:
    """True for "when thousands are killed, nobody wins": what happens at any time, not what happened."""
    if reading.deps[verb] != "advcl" or _is_dated_or_placed(doc, reading):
        return False
    helpers = {reading.deps[c]: c for c in reading.children[verb]}
    present = "auxpass" in helpers and reading.tags[helpers["auxpass"]] in ("VBP", "VBZ")
    return present and any(reading.lower[c] in _AT_ANY_TIME for c in reading.children[verb])


def _is_dated_or_placed(doc: Doc, reading: Reading) -> bool:
    first, last = reading.sentence.start, reading.sentence.end
    dated = any(d.start_date for d in within(noted(doc).dates, first, last))
    return dated or any(p.role == "location" and p.place for p in within(noted(doc).places, first, last))


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


def _goes_on_still(reading: Reading, verb: int) -> bool:
    """True for "in Tank, where the army is fighting rebels": the state of things, not what happened."""
    if reading.deps[verb] != "relcl" or reading.tags[verb] not in ("VBG", "VBP", "VBZ"):
        return False
    helpers = [reading.tags[c] for c in reading.children[verb] if reading.deps[c] == "aux"]
    return reading.tags[verb] != "VBG" or any(tag in ("VBP", "VBZ") for tag in helpers)


def _is_being_done(reading: Reading, verb: int) -> bool:
    """True for "with activists being targeted": what goes on, told beside what the sentence is about."""
    if reading.deps[verb] != "pcomp" or reading.lower[reading.heads[verb]] != "with":
        return False
    labels = {reading.deps[c]: reading.lower[c] for c in reading.children[verb]}
    return labels.get("auxpass") == "being" and "nsubjpass" in labels


def _strikes(reading: Reading, weapon: Trigger) -> bool:
    """True for "a roadside bomb hit a van": the weapon is what did it."""
    verb = reading.heads[weapon.head]
    return (
        reading.deps[weapon.head] == "nsubj"
        and reading.tags[verb] == "VBD"
        and any(reading.deps[c] == "dobj" and c in reading.targets for c in reading.children[verb])
    )

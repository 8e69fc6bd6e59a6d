"""Talk of violence at large: "the rebels kill mayors", "those whose homes were burned by the army"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from extractor.pipeline.drafting.drafts import ATTACK, Draft
from extractor.pipeline.lookup import within
from extractor.pipeline.notes import noted
from extractor.pipeline.people.phrase import People
from extractor.pipeline.sentences import Sentence
from extractor.pipeline.telling.aims import Thing
from extractor.pipeline.telling.triggers import Trigger

_FAMILIES = (ATTACK, "arrest")
_PLURAL = ("NNS", "NNPS")


def is_at_large(doc: Doc, draft: Draft) -> bool:
    """True where all that a text tells of an event, after its first line, is that such things happen: at
    no time and in no place, to nobody who is counted, named or single, and to no one thing."""
    if draft.family not in _FAMILIES or draft.aggregate or draft.count is not None:
        return False
    sentences = [noted(doc).sentences[number] for number in draft.sentences]
    if any(sentence.index == 0 or _is_dated(doc, sentence) for sentence in sentences):
        return False
    if _are_mere_attacks(draft):
        return True  # "the terrorist acts in Lima and Callao"
    if any(_is_placed(doc, sentence) for sentence in sentences):
        return False
    if any(fact.quantity is not None for fact in draft.facts):
        return False
    if any(_is_particular(noted(doc).sentences[people.sentence], people) for people in _people(draft)):
        return False
    things = [*draft.nearby, *(thing for trigger in draft.triggers for thing in trigger.things)]
    if any(_is_one(noted(doc).sentences[thing.sentence], thing) for thing in things):
        return False
    return not any(_is_one_event(noted(doc).sentences[t.sentence], t) for t in draft.triggers)


def _is_dated(doc: Doc, sentence: Sentence) -> bool:
    here = sentence.start, sentence.end
    return any(date.start_date or date.chain_days for date in within(noted(doc).dates, *here))


def _is_placed(doc: Doc, sentence: Sentence) -> bool:
    """True where it names a place that is smaller than a country."""
    here = within(noted(doc).places, sentence.start, sentence.end)
    return any(place.role == "location" and (place.place or place.province) for place in here)


def _are_mere_attacks(draft: Draft) -> bool:
    """True where all that is told are attacks, in the plural, of nobody and on nobody."""
    told = (*draft.facts, *_people(draft), *(p for t in draft.triggers for p in t.agents), *draft.claims)
    return not told and all(t.form == "noun" and t.plural for t in draft.triggers)


def _people(draft: Draft) -> Iterator[People]:
    for trigger in draft.triggers:
        yield from (*trigger.patients, *trigger.sides)
    for fact in draft.facts:
        yield from fact.people


def _is_particular(sentence: Sentence, people: People) -> bool:
    """True for "a mayor", "dozens of mayors", "the mayors" and "Majano's guards", false for "mayors"."""
    counted = people.quantity.best is not None or bool(people.quantity.vague)
    named = people.person_name or "NNP" in sentence.tags[people.start : people.end]
    return counted or named or people.definite or bool(people.names)


def _is_one(sentence: Sentence, thing: Thing) -> bool:
    """True for "a bus", "the buses" and "two buses", false for "buses" and "their homes"."""
    last = thing.end - 1
    if sentence.tags[last] not in _PLURAL:
        return True
    return any(sentence.heads[i] == last and sentence.tags[i] in ("CD", "DT") for i in range(last))


def _is_one_event(sentence: Sentence, trigger: Trigger) -> bool:
    """True for "an attack" and "the shelling", false for "attacks" and "the use of sabotage"."""
    if trigger.form != "noun" or trigger.plural:
        return False
    return trigger.definite or any(
        sentence.heads[i] == trigger.head and sentence.deps[i] == "det" for i in range(trigger.head)
    )


def tells_of_none(draft: Draft) -> bool:
    """True where all that is told is that nobody was hurt: "police dispersed the crowd. No fatalities"."""
    told = (f.people or (f.quantity is not None and f.quantity.best != 0) for f in draft.facts)
    return bool(draft.silent_toll) and not draft.triggers and not any(told)

"""Whether a passage goes on about an event, or tells of another one."""

from __future__ import annotations

from collections.abc import Container

from spacy.tokens import Doc

from extractor.lexicon.lexicon import Lexicon
from extractor.pipeline.drafting.drafts import Draft
from extractor.pipeline.mentions import DateMention, PlaceMention
from extractor.pipeline.notes import noted
from extractor.pipeline.places import names_of, scenes_differ
from extractor.pipeline.telling.triggers import Trigger

# Up to this rank a type says little of how it was done.
_VAGUE = 35


def dates_differ(a: DateMention | None, b: DateMention | None) -> bool:
    """True for days that cannot be one."""
    if a is None or b is None or not (a.start_date and b.start_date and a.end_date and b.end_date):
        return False
    return a.end_date < b.start_date or b.end_date < a.start_date


def is_elsewhere(event: Draft, draft: Draft, place: PlaceMention | None) -> bool:
    """True where a passage that tells of an event by itself puts it in another place than the event's.

    Where the one place can lie in the other, an event of the same manner is the same.
    """
    if place is None or not tells_by_itself(draft):
        return False
    if event.place is not None and event.place.place and place.place:
        return scenes_differ(event.place, place)
    return not _same_manner(event, draft) and not (event.place and names_of(event.place) == names_of(place))


def goes_on(doc: Doc, event: Draft, draft: Draft) -> bool:
    """True for "the explosion" of the sentence after "an explosion", wherever it says that it was."""
    told, now = noted(doc).sentences[event.sentences[-1]], noted(doc).sentences[draft.sentence]
    if now.index - told.index > 1 or now.paragraph != told.paragraph or draft.family != event.family:
        return False
    if draft.attack.category != event.attack.category and draft.attack.rank > _VAGUE:
        return False
    return bool(draft.triggers) and all(
        trigger.form == "noun" and trigger.definite and not trigger.plural for trigger in draft.triggers
    )


def says_where(doc: Doc, event: Draft, draft: Draft, happened: Container[str]) -> bool:
    """True for "the explosion occurred in", the verb one of `happened`: what follows is the place."""
    if not goes_on(doc, event, draft):
        return False
    sentence = noted(doc).sentences[draft.sentence]
    heads = (trigger.head for trigger in draft.triggers)
    return any(
        sentence.parsed
        and sentence.deps[head] == "nsubj"
        and sentence.lower[sentence.heads[head]] in happened
        for head in heads
    )


def tells_how_it_began(lexicon: Lexicon, doc: Doc, draft: Draft) -> bool:
    """True for "the assault began on Saturday night", after "troops ended a siege on Sunday"."""
    sentence = noted(doc).sentences[draft.sentence]
    return any(
        sentence.parsed
        and trigger.form == "noun"
        and trigger.definite
        and not trigger.plural
        and sentence.deps[trigger.head] == "nsubj"
        and sentence.lower[sentence.heads[trigger.head]] in lexicon.words["began"]
        for trigger in draft.triggers
    )


def tells_by_itself(draft: Draft) -> bool:
    """True for "gunmen shot" and "a bomb went off", false for "the attack" and for a bare toll."""
    return any(_is_telling(trigger) for trigger in draft.triggers)


def _is_telling(trigger: Trigger) -> bool:
    return trigger.attack.rank > _VAGUE and (trigger.form == "verb" or not trigger.definite)


def _same_manner(event: Draft, draft: Draft) -> bool:
    return event.attack.category == draft.attack.category

"""Which event a passage tells more of."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from extractor.lexicon.lexicon import Lexicon
from extractor.pipeline.dates import is_reported
from extractor.pipeline.dates.datelines import DATELINE_RULE
from extractor.pipeline.drafting.drafts import ATTACK, Draft
from extractor.pipeline.drafting.sequels import is_before_news
from extractor.pipeline.lookup import within
from extractor.pipeline.mentions import DateMention, PlaceMention
from extractor.pipeline.merging.doers import OtherDoers
from extractor.pipeline.merging.retelling import retells, tells_of_the_same
from extractor.pipeline.merging.sameness import (
    dates_differ,
    goes_on,
    is_elsewhere,
    tells_by_itself,
    tells_how_it_began,
)
from extractor.pipeline.merging.scenes import announces_places, dead, is_one_apart, is_one_of_them, is_part
from extractor.pipeline.notes import noted
from extractor.pipeline.places import areas_differ, item_of
from extractor.pipeline.sentences import length_of

# The rule of a place that is a part of a town.
_QUARTER = "places/neighborhood"
SHORT_TEXT = 12
# Up to so many sentences a text is about one thing.
SHORT_TALK = 6
# A long text that has gone on for so many sentences has left the event.
TOO_FAR = 8
# Up to this rank a type does not say what kind of attack it was.
_UNSAID = 10
# So many events back a sentence may have told of several: "strikes killed 15 people in three towns".
_IN_MIND = 6
# So many days before somebody speaks of it lies the news.
_DAYS_TO_REPORT = 3
_INTERCEPTION, _FLYING = "interception", ("air_strike", "shelling", "bombing")
# What was only meant to be done: its dead are nobody's.
_NOT_DONE = ("planned", "threatened", "foiled")


def find_host(
    doc: Doc,
    events: Sequence[Draft],
    draft: Draft,
    date: DateMention | None,
    place: PlaceMention | None,
    lexicon: Lexicon,
) -> Draft | None:
    """The event that the draft tells more of, the latest first."""
    ordinals = lexicon.words["ordinals"]
    length, items, turned_away = length_of(doc), noted(doc).items, False
    begins = tells_how_it_began(lexicon, doc, draft)
    others = OtherDoers(lexicon, draft)
    several = length > SHORT_TALK or any(is_part(e, draft, place) for e in events[-_IN_MIND:])
    for event in reversed(events):
        if length > SHORT_TEXT and draft.sentence - event.sentences[-1] > TOO_FAR:
            continue
        if item_of(items, event.start) != item_of(items, draft.start):
            continue
        if event.aggregate != draft.aggregate or draft.aggregate:
            continue
        if event.family != draft.family and not _one_kind(event, draft):
            continue
        if draft.attack.id == _INTERCEPTION and place is None and (dead(event) or not _flew(event)):
            continue
        if _goes_on_about_history(event, draft, date):
            return event
        if event.referred != draft.referred or is_before_news(event):
            if _is_told_at_length(doc, events, event, draft, date, place):
                return event
            continue
        if draft.facts and draft.status in _NOT_DONE and event.status not in _NOT_DONE:
            continue
        begun = begins and event.family == draft.family
        if dates_differ(event.date, date) and not begun and not _may_be_then(doc, event, draft, date):
            continue
        if _is_news_after_history(doc, event, draft, date):
            continue
        if others.than(event):
            turned_away = True
            continue
        if turned_away and (event.attack.category != draft.attack.category or dead(event) != dead(draft)):
            continue  # what others did came between
        if begun or goes_on(doc, event, draft):
            return event
        if any(not t.plural for t in draft.triggers) and announces_places(doc, event):
            continue
        if is_one_apart(lexicon, doc, event, draft):
            continue
        if event.family == draft.family and retells(doc, event, draft, date):
            return event
        if _is_in_a_quarter(event, draft, place):
            return event
        if areas_differ(event.place, place):
            continue
        if not _is_in_a_town(doc, event) and is_part(event, draft, place):
            continue
        if is_one_of_them(doc, event, draft, ordinals):
            continue
        if several and is_elsewhere(event, draft, place):
            continue
        return event
    return None


def told_in_heading(doc: Doc, events: Sequence[Draft], draft: Draft) -> Draft | None:
    """What was before the news, told before without its place: "after killing of four settlers"."""
    if not draft.earlier or not dead(draft):
        return None
    told = (e for e in events if e.earlier and dead(e) == dead(draft) and not names_its_place(doc, e))
    return next(told, None)


def _flew(event: Draft) -> bool:
    """Whether words of an event tell of what flies, as what was shot down may have been part of it."""
    return any(t.attack.category in _FLYING for t in event.triggers)


def _is_news_after_history(doc: Doc, event: Draft, draft: Draft, date: DateMention | None) -> bool:
    """True for "mobs set fire to shops", a paragraph after a murder of years ago: what a new paragraph tells
    by itself, and dates no more, is of the news."""
    if not (event.background and event.dated) or event.referred or event.judged:
        return False
    if draft.referred or draft.background or date is not None:
        return False
    told, now = noted(doc).sentences[event.sentences[-1]], noted(doc).sentences[draft.sentence]
    if draft.facts and not draft.triggers and not any(p.pronoun for f in draft.facts for p in f.people):
        return now.paragraph != told.paragraph  # "among the dead was a journalist"
    suffered = [p for fact in draft.facts for p in fact.people]
    if suffered and all(p.definite for p in suffered) and draft.attack.category == event.attack.category:
        return False  # "gunmen had seized the children", after pupils seized weeks ago
    hit = draft.nearby or any(t.things or t.patients for t in draft.triggers) or suffered
    if draft.attack.category != event.attack.category:  # "air strikes hit", after an abduction of years ago
        told = noted(doc).sentences[event.sentence]
    return now.paragraph != told.paragraph and bool(hit) and tells_by_itself(draft)


def _goes_on_next(doc: Doc, event: Draft, draft: Draft) -> bool:
    """True for "in the attack, which began at dawn on Wednesday", right after the event in its paragraph."""
    told, now = noted(doc).sentences[event.sentences[-1]], noted(doc).sentences[draft.sentence]
    if now.index - told.index != 1 or now.paragraph != told.paragraph or event.family != draft.family:
        return False
    known = any(t.form == "noun" and t.definite and not t.plural for t in draft.triggers)
    return known and not (draft.facts or draft.referred)


def _is_chain(doc: Doc, date: DateMention) -> bool:
    """True for "the following day", which tells of what came after."""
    return any(mention.kind == "chain" for mention in within(noted(doc).dates, date.start, date.start + 1))


def _speaks_of_known(doc: Doc, draft: Draft) -> bool:
    """True for "the raid", "he was shot" and "the bus was ambushed", which a text has spoken of before."""
    if any(t.form == "noun" and t.definite and not t.plural for t in draft.triggers):
        return True
    lower = noted(doc).sentences[draft.sentence].lower
    people = [p for f in draft.facts for p in f.people] + [p for t in draft.triggers for p in t.patients]
    things = (thing for t in draft.triggers for thing in t.things)
    return any(p.definite or p.pronoun for p in people) or any(lower[t.start] == "the" for t in things)


def _is_in_a_quarter(event: Draft, draft: Draft, place: PlaceMention | None) -> bool:
    """True for "the blast, which happened in the Rosario neighbourhood" after a blast in some town: quarters
    of one name are in many towns."""
    if place is None or place.rule != _QUARTER or event.place is None or event.place.place is None:
        return False
    nouns = [t for t in draft.triggers if t.form == "noun"]
    known = all(t.definite and not t.plural for t in nouns)
    return bool(nouns) and known and all(t.attack.category == event.attack.category for t in nouns)


def names_its_place(doc: Doc, event: Draft) -> bool:
    """True where the place stands in a sentence that tells of the event, and is no guess from elsewhere."""
    if event.place is None:
        return False
    return noted(doc).sentence_of[event.place.start] in event.sentences and event.place.role == "location"


def _is_in_a_town(doc: Doc, event: Draft) -> bool:
    """True where what tells of the event names its town; "in three Lebanese towns" does not."""
    return names_its_place(doc, event) and event.place is not None and event.place.place is not None


def _one_kind(event: Draft, draft: Draft) -> bool:
    """A search operation and the gunfight it led to are one event; so are a blast and the second bomb
    that was found where it went off, and a missile shot down and the attack that it was part of."""
    if event.family == "defusal" and draft.family == ATTACK:
        harmless = all(f.quantity is not None and f.quantity.best == 0 for f in draft.facts)
        return harmless and (draft.sentence == event.sentence or draft.attack.rank <= _UNSAID)
    if event.family == ATTACK and draft.family == "defusal":
        return event.attack.category == draft.attack.category and draft.sentence > event.sentence
    return {event.family, draft.family} == {ATTACK, "operation"}


def _goes_on_about_history(event: Draft, draft: Draft, date: DateMention | None) -> bool:
    """ "Fifteen people were killed in the attack", right after "he was wanted for the 2015 bombing", and "the
    blast damaged a bus and killed two", right after "following an explosion on Friday"."""
    if not event.referred or event.date is None or date is not None:
        return False
    if draft.sentence - event.sentences[-1] != 1 or not draft.facts or not draft.triggers:
        return False
    first = min(draft.triggers, key=lambda t: t.start)
    nouns = [t for t in draft.triggers if t.form == "noun"]
    return first in nouns and all(t.definite and not t.plural for t in nouns)


def _is_told_at_length(
    doc: Doc,
    events: Sequence[Draft],
    event: Draft,
    draft: Draft,
    date: DateMention | None,
    place: PlaceMention | None,
) -> bool:
    """ "The farmer was hacked to death on Wednesday", after "in revenge for the killing of a farmer"; "in
    Quetta the bomber struck at noon", after "hours after a bomber killed five in Quetta"."""
    if event.family != draft.family or draft.referred or dates_differ(event.date, date):
        return False
    if tells_of_the_same(doc, event, draft, same_day=bool(event.date and date)):
        return True
    if event.judged and event.dated and date is None and events == [event]:
        return not areas_differ(event.place, place)  # what a trial is about
    there = [e for e in events if e.place is not None and place is not None and e.place.name == place.name]
    return event.earlier and there == [event]


def _may_be_then(doc: Doc, event: Draft, draft: Draft, date: DateMention | None) -> bool:
    """True for an event whose day is a guess from what follows it, as a headline's is, that has as many
    dead as the passage tells of, whose own day is `date`, or that has the day of the report alone: "the raid
    began on Sunday" after "nine people died in a raid, the police said on Monday"."""
    if event.dated or event.date is None or date is None or date.precision != "day":
        return False
    if event.date.start > event.end or dead(event) == dead(draft) > 0:
        return True
    if _goes_on_next(doc, event, draft) and not _is_chain(doc, date):
        return True
    told, day = event.date.start_date, date.end_date
    if told is None or day is None:
        return False
    if not is_reported(doc, event.date) and event.date.rule != DATELINE_RULE:
        return False
    return 0 < (told - day).days <= _DAYS_TO_REPORT and _speaks_of_known(doc, draft)

"""Several events of one sentence: one a place, parts of a number, and what came on "the following day"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from spacy.tokens import Doc

from extractor.lexicon.lexicon import Lexicon
from extractor.pipeline.drafting.drafts import Draft
from extractor.pipeline.lookup import within
from extractor.pipeline.mentions import DateMention, PlaceMention
from extractor.pipeline.notes import noted
from extractor.pipeline.people.reading import Reading
from extractor.pipeline.places import areas_differ, scenes_differ
from extractor.pipeline.telling.counting import EventCounter
from extractor.pipeline.telling.triggers import Trigger

# From this number on a passage is one of several events that the sentence counts.
PART = 1000
# So many words must stand before "the following day" for it to begin another event.
_CLAUSE = 5
# So many words after "came" stands "the same day that".
_CAME_REACH = 7
_SUBJECTS = ("nsubj", "nsubjpass")
# What may stand before the subject of a clause: "in the nearby town of Yala, ...".
_BEFORE_SUBJECT = frozenset({"IN", "RB", "DT", "JJ", "NN", "NNP", ","})


def breaks(doc: Doc, lexicon: Lexicon, reading: Reading, events: Set[int]) -> list[int]:
    """Where the sentence goes on to another event: at "the following day" and the like, at "on the same day
    that", and at a clause that names another day or town than the one before it.

    `events` are the positions of its words for events.
    """
    first, last = reading.sentence.start, reading.sentence.end
    dates = within(noted(doc).dates, first, last)
    chains = [
        d.start - first for d in dates if d.start >= first + _CLAUSE and d.kind == "chain" and d.chain_days
    ]
    days = [d for d in dates if d.kind == "point" and d.start_date]
    return [
        *chains,
        *_at_the_same_time(lexicon, reading, events),
        *_elsewhere(doc, lexicon, reading, days, events),
    ]


def _at_the_same_time(lexicon: Lexicon, reading: Reading, events: Set[int]) -> Iterator[int]:
    """Behind "that" of "it came on the same day that rebels shelled Otra", and behind "as" of "came as"."""
    came, at_which = lexicon.words["came"] | lexicon.words["happened"], lexicon.words["at_which"]
    for i, word in enumerate(reading.lower):
        if word not in came or not reading.is_verb(i):
            continue
        for j in range(i + 1, min(len(reading), i + 1 + _CAME_REACH)):
            same = reading.lower[j - 2] == "same" and reading.lower[j - 1] in lexicon.words["time_spans"]
            begun = (same and reading.lower[j] in at_which) or (j == i + 1 and reading.lower[j] == "as")
            if begun and reading.deps[j] in ("mark", "advmod") and reading.heads[j] in events:
                yield j + 1


def _elsewhere(
    doc: Doc, lexicon: Lexicon, reading: Reading, days: Sequence[DateMention], events: Set[int]
) -> Iterator[int]:
    """Where "two men died on Sunday in Otra, and four died in Yala on 2 May" goes on to the second: at a
    clause with a subject of its own that names another day, or another town, than what it follows."""
    first, last = reading.sentence.start, reading.sentence.end
    places = [p for p in within(noted(doc).places, first, last) if p.role == "location"]
    for event in sorted(events) if len(events) > 1 else ():
        up = reading.heads[event]
        if reading.deps[event] == "pobj" and reading.lower[up - 1 : up + 1] == [",", "as"]:
            if _are_far(places, first + up):  # "…, as clashes flared", which the parse takes for a phrase
                yield up + 1
            continue
        flares = reading.deps[event] in _SUBJECTS and reading.is_verb(reading.heads[event])
        verb = reading.heads[event] if flares else event  # "as clashes flared in Yala"
        own = event if flares else reading.child(verb, *_SUBJECTS)
        if own is None or own > verb or not reading.is_verb(verb) or (flares and verb in events):
            continue
        clause = _begins_at(lexicon, reading, own)
        if _goes_on_about(reading, events, reading.leftmost(verb) if clause is None else clause):
            continue
        if clause is not None and min(events) < clause and _is_apart(places, days, first + clause):
            yield clause
        begin, up = reading.leftmost(verb), reading.heads[verb]
        if _is_at_the_time(lexicon, reading, verb) and _are_far(places, first + begin):
            yield begin
        if not _is_beside(lexicon, reading, verb):
            continue
        other_day = _days_differ(
            [d for d in days if d.precision == "day" and up < d.end - first], first + begin
        )
        if other_day or (up in events and _all_differ(places, first + begin)):
            yield begin


def _is_apart(places: Sequence[PlaceMention], days: Sequence[DateMention], position: int) -> bool:
    return _all_differ(places, position) or _days_differ(days, position)


def _days_differ(days: Sequence[DateMention], position: int) -> bool:
    """True where dates are told on both sides of a Doc position, and none of one side is of the other."""
    before, after = [d for d in days if d.end <= position], [d for d in days if d.start >= position]
    spans = [(a, b) for a in before for b in after]
    return bool(spans) and all(_are_apart(a, b) for a, b in spans)


def _are_apart(a: DateMention, b: DateMention) -> bool:
    if not (a.start_date and a.end_date and b.start_date and b.end_date):
        return False
    return a.end_date < b.start_date or b.end_date < a.start_date


def _goes_on_about(reading: Reading, events: Set[int], clause: int) -> bool:
    """True where a clause speaks of "the ambush", which was told before it."""
    later = (event for event in events if event >= clause and reading.tags[event] == "NN")
    return any(reading.lower[reading.left_edge(event)] == "the" for event in later)


def _begins_at(lexicon: Lexicon, reading: Reading, subject: int) -> int | None:
    """Where a clause begins after ", and", ", while" or a semicolon, with no more than a time or place
    before its subject: "…, and in Yala gunmen"."""
    for i in range(reading.left_edge(subject) - 1, 0, -1):
        word = reading.lower[i]
        if word == ";" or (
            reading.lower[i - 1] == "," and (word == "and" or word in lexicon.words["meanwhile"])
        ):
            return i + 1
        if not (i in reading.places or i in reading.dates or reading.tags[i] in _BEFORE_SUBJECT):
            return None
    return None


def _is_beside(lexicon: Lexicon, reading: Reading, verb: int) -> bool:
    """True for a clause after "and" or "while"."""
    if reading.deps[verb] == "conj":
        return True
    mark = reading.child(verb, "mark")
    return (
        reading.deps[verb] == "advcl"
        and mark is not None
        and reading.lower[mark] in lexicon.words["meanwhile"]
    )


def _is_at_the_time(lexicon: Lexicon, reading: Reading, verb: int) -> bool:
    """True for a clause such as "as rebels shelled Otra"."""
    mark = reading.child(verb, "mark")
    return (
        reading.deps[verb] == "advcl"
        and mark is not None
        and reading.lower[mark] in lexicon.words["at_which"]
    )


def _all_differ(places: Sequence[PlaceMention], position: int) -> bool:
    """True where places are named on both sides of a Doc position, and no two of them can be one."""
    before = [p for p in places if p.end <= position and _is_within_a_country(p)]
    after = [p for p in places if p.start >= position and _is_within_a_country(p)]
    return bool(before) and bool(after) and all(_lie_apart(a, b) for a in before for b in after)


def _are_far(places: Sequence[PlaceMention], position: int) -> bool:
    """True where the places on both sides of a Doc position are of different provinces, all of them known."""
    known = all(p.province is not None for p in places)
    provinces = [{p.province for p in places if (p.start >= position) is after} for after in (False, True)]
    return known and all(provinces) and provinces[0].isdisjoint(provinces[1])


def _lie_apart(a: PlaceMention, b: PlaceMention) -> bool:
    return areas_differ(a, b) or (a.known and b.known and scenes_differ(a, b))


def _is_within_a_country(place: PlaceMention) -> bool:
    return bool(place.place or place.district or place.province)


def passage(
    lexicon: Lexicon, reading: Reading, start: int, goes_on: Sequence[int], trigger: Trigger | None
) -> int:
    """0 for the sentence's first event, n after the n-th place where it `goes_on` to another, and PART and
    more for an event told as part of a number of events ("8 attacks, including a suicide attack")."""
    position = start - reading.sentence.start
    if trigger is not None and trigger.form == "noun" and not trigger.plural:
        first = reading.sentence.start
        parts = [
            m.end - first
            for m in reading.cues
            if m.layer == "discourse"
            and lexicon.discourse[m.entry].group == "parts"
            and reading.lower[m.start - first].startswith("includ")
        ]
        left = min(reading.left_edge(trigger.head), position)
        if any(0 <= left - p <= 1 for p in parts):
            return PART + position
    return sum(1 for b in goes_on if b <= position)


def end_at_breaks(drafts: Sequence[Draft], breaks: Sequence[int]) -> None:
    """Let what a sentence tells first end at that of the Doc positions where it goes on to another event."""
    for draft in drafts:
        others = [other.start for other in drafts if other.start > draft.start]
        after = [at for at in breaks if at > draft.start and any(start >= at for start in others)]
        if after and draft.own_end is None:
            draft.own_end = min(after)


def by_place(
    doc: Doc, lexicon: Lexicon, counter: EventCounter, reading: Reading, draft: Draft
) -> list[Draft]:
    """ "Three attacks in Khyber, Lakki Marwat and Shangla respectively": one draft a place."""
    inside = within(noted(doc).places, reading.sentence.start, reading.sentence.end)
    places = [p for p in inside if p.role == "location"]
    if len(places) < 2 or lexicon.words["respectively"].isdisjoint(reading.lower) or draft.facts:
        return [draft]
    counts = [count for t in draft.triggers if (count := counter.count(reading, t)) is not None]
    if not counts or counts[0].best != len(places):
        return [draft]
    return [
        draft.apart(place=p, triggers=list(draft.triggers), facts=[], new=True, part=True) for p in places
    ]


def join_parts(drafts: list[Draft]) -> None:
    """ "The TTP mounted 14 assaults, including a suicide attack in Daraban": who did all did the one.

    What is told from the one on is not of all.
    """
    for whole in drafts:
        parts = [d for d in drafts if d.part and d.start > whole.start and d.family == whole.family]
        if whole.part or whole.count is None or not parts:
            continue
        whole.own_end = min(d.start for d in parts)
        doers = tuple(p for t in whole.triggers for p in t.agents)
        for part in parts:
            if not any(t.agents for t in part.triggers):
                part.triggers = [replace(t, agents=doers) for t in part.triggers]

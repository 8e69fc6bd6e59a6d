"""Which drafts are one event: the blast, the attack, the toll two paragraphs later."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc

from extractor.lexicon.lexicon import Lexicon
from extractor.pipeline.dates import choose_date, own_date, since_then
from extractor.pipeline.dates.anchors import COARSE, YEAR_OF_SOMETHING, anchors_of
from extractor.pipeline.dates.intervals import days_between
from extractor.pipeline.drafting.drafts import ATTACK, Draft
from extractor.pipeline.drafting.sequels import date_before
from extractor.pipeline.drafting.totals import goes_on_about_total, is_rate, is_total
from extractor.pipeline.lookup import within
from extractor.pipeline.mentions import DateMention, Dropped, PlaceMention
from extractor.pipeline.merging.doers import by_doer, does
from extractor.pipeline.merging.history import (
    forget_days_of_history,
    is_what_for,
    keep_old_news,
    mark_deeds_of_the_arrested,
)
from extractor.pipeline.merging.hosts import SHORT_TALK, find_host, names_its_place, told_in_heading
from extractor.pipeline.merging.parts import after_death, is_placed_by_guess, own_part, reason_for
from extractor.pipeline.merging.sameness import dates_differ, says_where, tells_how_it_began
from extractor.pipeline.merging.scenes import (
    NO_SCENE,
    Scene,
    SceneReader,
    is_heading,
    is_later_scene,
    is_of_a_series,
    is_sum,
)
from extractor.pipeline.merging.sweeps import join_sweeps
from extractor.pipeline.notes import noted
from extractor.pipeline.places import choose_location, completed, finer_location
from extractor.pipeline.sentences import length_of
from extractor.pipeline.telling.triggers import Trigger

_NEWS_DAYS = 10
# So many events after an announcement may be among those announced.
_ANNOUNCED = 5
_WAYS = frozenset({"to", "toward", "towards", "between"})


class Merger:
    """Puts drafts in order of the text into events."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._happened = lexicon.words["happened"]
        self._ordinals = lexicon.words["ordinals"]
        self._again = lexicon.words["then_again"]
        self._after = lexicon.words["after"]
        self._each, self._spans_of_time = lexicon.words["each"], lexicon.words["spans_of_time"]

    def merge(self, doc: Doc, drafts: Iterable[Draft]) -> list[Draft]:
        """The events of the Doc; each draft is taken in by the event it tells of, or begins one."""
        drafts = [part for draft in drafts for part in by_doer(draft)]
        events: list[Draft] = []
        previous: DateMention | None = None
        told: DateMention | None = None
        scenes = SceneReader(self._lexicon, doc)
        for draft in drafts:
            if _is_talk(doc, draft):
                _drop(doc, draft, "general talk of attacks, with no toll, time or place of its own")
                continue
            if is_rate(doc, draft, self._each, self._spans_of_time):
                _drop(doc, draft, "so many in each day or month, not a toll")
                continue
            before = told if _says_same(doc, draft) else previous
            later = bool(events) and is_later_scene(doc, events[-1], draft, self._again)
            draft.new = draft.new or later
            its_date, its_place = self._own(doc, draft, before)
            last = events[-1] if events else None
            draft.aggregate = is_total(doc, draft, its_date, its_place, last, self._lexicon)
            if (
                last is not None
                and goes_on_about_total(last, draft)
                and not dates_differ(last.date, its_date)
            ):
                last.absorb(draft)
                continue
            scene = NO_SCENE if draft.aggregate else scenes.before(draft)
            its_date = its_date or scene.date(doc, before)
            its_place = its_place or scene.place(doc)
            if its_date is None and (later or (draft.new and is_of_a_series(doc, draft, self._ordinals))):
                its_date = previous
            if draft.earlier:
                gap = days_between(doc, draft.start, self._after)
                its_date = date_before(previous, its_date, draft.own_start, gap)
            if _is_late_death(draft):
                its_date = its_place = None  # of the death, not of the attack
            host = None if draft.new else find_host(doc, events, draft, its_date, its_place, self._lexicon)
            host = host or told_in_heading(doc, events, draft)
            if host is not None and draft.status == "denied" != host.status:
                _drop(doc, draft, "an account of the event that somebody denies")
                continue
            if host is not None:
                if its_place is not None:
                    if says_where(doc, host, draft, self._happened):
                        host.place = self._location(doc, draft, scene, alone=draft.new)
                    elif not names_its_place(doc, host):
                        host.place = choose_location(doc, its_place.start, its_place.end)
                    else:
                        host.place = finer_location(doc, its_place, host.place)
                began = tells_how_it_began(self._lexicon, doc, draft)
                if its_date is not None and (not host.dated or began or _says_more(host.date, its_date)):
                    host.date, host.dated = its_date, True
                host.absorb(draft)
                if not draft.background and not _is_history(doc, host):
                    host.referred = host.background = False  # what was only recalled is told by now
                continue
            draft.date = its_date or choose_date(
                doc, draft.start, draft.end, previous, draft.aggregate, own_part(doc, draft)
            )
            draft.dated = its_date is not None or draft.date == anchors_of(doc).reference
            if draft.aggregate:
                draft.date = since_then(doc, draft.start, draft.date)
            if draft.referred and its_date is None and is_what_for(doc, events, draft, its_place):
                draft.earlier = draft.new = True
                draft.date = date_before(previous or draft.date, None, draft.start)
            elif draft.referred and its_date is None:
                _drop(doc, draft, "a mere reference to an event, without a day of its own")
                continue
            other_day = its_date is not None and last is not None and dates_differ(last.date, its_date)
            draft.place = draft.place or self._location(doc, draft, scene, alone=draft.new or other_day)
            if last is not None and not draft.aggregate and is_placed_by_guess(doc, draft):
                draft.place = last.place or draft.place
            if draft.date is not None and not draft.is_empty and not draft.earlier:
                previous = draft.date if not draft.aggregate or _is_of_a_day(draft.date) else previous
            draft.background = draft.background or _is_history(doc, draft)
            told = draft.date or told
            events.append(draft)
        if noted(doc).published is None:
            mark_deeds_of_the_arrested(events)
        forget_days_of_history(events)
        keep_old_news(doc, events)
        _mark_sums(self._lexicon, doc, events)
        return _without_headings(self._lexicon, doc, join_sweeps(self._lexicon, events))

    def _location(self, doc: Doc, draft: Draft, scene: Scene, *, alone: bool = False) -> PlaceMention | None:
        """Where the event was: by its own sentence, by its scene, else by the places told nearby."""
        sentence = noted(doc).sentences[draft.sentence]
        own = any(p.role == "location" for p in within(noted(doc).places, sentence.start, sentence.end))
        told = None if own else scene.place(doc)
        if told is not None:
            return choose_location(doc, told.start, told.start + 1, area=draft.aggregate)
        return choose_location(
            doc,
            draft.start,
            draft.end,
            area=draft.aggregate,
            alone=alone,
            since=draft.own_start,
            until=draft.own_end,
        )

    def _own(
        self, doc: Doc, draft: Draft, previous: DateMention | None
    ) -> tuple[DateMention | None, PlaceMention | None]:
        """The date and the place that the draft's own sentence gives."""
        sentence = noted(doc).sentences[draft.sentence]
        first, last = draft.own_start, reason_for(self._lexicon, doc, draft, draft.own_end or sentence.end)
        places = [p for p in within(noted(doc).places, first, last) if _is_scene(p)]
        many = not draft.facts and all(t.form == "noun" and t.plural for t in draft.triggers)
        part = range(first, last) if last < sentence.end else own_part(doc, draft)
        told: Draft | Trigger = draft
        if any(f.late for f in draft.facts):  # "three of the wounded died on Tuesday, taking the toll of the"
            told = next((t for t in draft.triggers if t.form == "noun" and not t.plural), draft)
        date = own_date(
            doc, told.start, told.end, previous, many, after_death(doc, draft, told.start) or part
        )
        if date is None:
            date = own_date(doc, draft.start, draft.end, previous, not many, part)
        if date is None:  # "nine homes were burned in the raid, which began on Sunday"
            nouns = (t for t in draft.triggers if t.form == "noun" and t.definite and t.start >= draft.end)
            dates = (own_date(doc, t.start, t.end, previous, False, part) for t in nouns)
            date = next((d for d in dates if d is not None and d.precision == "day"), None)
        if date is None and draft.count is not None:
            inside = within(noted(doc).dates, sentence.start, sentence.end)
            date = next((d for d in inside if d.kind == "period" and d.start_date), None)
        date = _explicit(doc, draft, self._year_of(doc, draft, previous, part) or date)
        place = min(places, key=lambda p: abs(p.start - draft.end), default=None)
        if place is not None and place.country_code is None:
            place = completed(doc, place, places, area=False)
        return date, place

    def _year_of(
        self, doc: Doc, draft: Draft, previous: DateMention | None, part: range | None
    ) -> DateMention | None:
        """The year that stands with the very word for the event: "22 cadets died in the 2019 bombing".

        Not so where the sentence tells of another one too: "an attack that recalled the 2019 bombing".
        """
        nouns = [t for t in draft.triggers if t.form == "noun"]
        dates = [own_date(doc, t.start, t.end, previous, False, part) for t in nouns]
        years = [d if d is not None and d.rule == YEAR_OF_SOMETHING else None for d in dates]
        others = (t for t, year in zip(nouns, years, strict=True) if year is None)
        if not all(other.definite for other in others):
            return None
        return next((year for year in years if year is not None), None)


def _drop(doc: Doc, draft: Draft, reason: str) -> None:
    noted(doc).dropped.append(Dropped(draft.start, draft.end, draft.attack.id, reason))


def _mark_sums(lexicon: Lexicon, doc: Doc, events: list[Draft]) -> None:
    """Make a total of what tells of all the events that follow it."""
    for at, event in enumerate(events):
        after = events[at + 1 : at + 1 + _ANNOUNCED]
        if is_sum(lexicon, doc, event, after):
            event.aggregate = True
            event.place = choose_location(doc, event.start, event.end, area=True)


def _without_headings(lexicon: Lexicon, doc: Doc, events: list[Draft]) -> list[Draft]:
    headings = [
        event
        for at, event in enumerate(events)
        if is_heading(lexicon, doc, event, events[at + 1 : at + 1 + _ANNOUNCED])
    ]
    for event in headings:
        _drop(doc, event, "the announcement of several events that are told after it")
    return [event for event in events if event not in headings]


def _says_more(told: DateMention | None, now: DateMention) -> bool:
    """True for a day after no day at all, after "in 2014", and after what was only before the news."""
    if told is None or told.start_date is None:
        return True
    return told.precision in COARSE and now.precision == "day"


def _is_of_a_day(date: DateMention) -> bool:
    """True for a day and for a night, which a total of them gives to its parts."""
    if date.start_date is None or date.end_date is None:
        return False
    return (date.end_date - date.start_date).days <= 1


def _is_scene(place: PlaceMention) -> bool:
    """A place where things happen; not where the wounded are flown "to", nor an end of a highway."""
    return place.role == "location" and place.preposition not in _WAYS


def _is_late_death(draft: Draft) -> bool:
    """ "He succumbed to his injuries on Friday", "on Friday three of the wounded died, which took the toll to
    14": of an attack told before."""
    told = [f for f in draft.facts if f.people or f.quantity is not None]
    late = [f for f in told if f.late]
    if draft.family != ATTACK or not late or any(not (f.late or f.total) for f in told):
        return False
    known = len(late) < len(told) or all(p.pronoun or p.definite for f in late for p in f.people)
    return known and all(any(does(t, f) for f in told) for t in draft.triggers)


def _is_history(doc: Doc, draft: Draft) -> bool:
    """True for an incident that lies well before the day of the news."""
    published = noted(doc).published
    if draft.aggregate or draft.date is None or draft.date.end_date is None or published is None:
        return False
    return (published - draft.date.end_date).days > _NEWS_DAYS


def _is_talk(doc: Doc, draft: Draft) -> bool:
    """General talk in a long text: an attack of no said kind, with no toll, no time and no place of its own,
    or mere reference to attacks told of before ("most of these attacks")."""
    if draft.facts or length_of(doc) <= SHORT_TALK or draft.count is not None:
        return False
    sentence = noted(doc).sentences[draft.sentence]
    if all(t.form == "noun" and t.plural and t.definite for t in draft.triggers):
        return True
    if draft.attack.rank > 5:
        return False
    here = sentence.start, sentence.end
    return not within(noted(doc).places, *here) and not within(noted(doc).dates, *here)


def _says_same(doc: Doc, draft: Draft) -> bool:
    """True where the sentence dates itself by "the same period"."""
    sentence = noted(doc).sentences[draft.sentence]
    return any(
        d.kind == "chain" and d.chain_days is None
        for d in within(noted(doc).dates, sentence.start, sentence.end)
    )


def _explicit(doc: Doc, draft: Draft, date: DateMention | None) -> DateMention | None:
    """ "Over the past four years ... during the same period": the period that the same sentence names."""
    if date is None:
        return None
    raw = next(iter(within(noted(doc).dates, date.start, date.start + 1)), date)
    if raw.kind != "chain" or raw.chain_days is not None:
        return date
    sentence = noted(doc).sentences[draft.sentence]
    named = [d for d in within(noted(doc).dates, sentence.start, date.start) if d.start_date]
    return named[-1] if named else date

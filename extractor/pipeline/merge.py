"""Which drafts are one event: the blast, the attack, the toll two paragraphs later."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc

from extractor.lexicon.lexicon import Lexicon
from extractor.pipeline.dates import choose_date, own_date
from extractor.pipeline.drafts import ATTACK, Draft
from extractor.pipeline.mentions import DateMention, PlaceMention
from extractor.pipeline.places import choose_location

_PERIODS = ("year", "period", "month", "week")
_SHORT_TEXT = 12


class Merger:
    """Puts drafts in order of the text into events."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def merge(self, doc: Doc, drafts: Iterable[Draft]) -> list[Draft]:
        """The events of the Doc; each draft is taken in by the event it tells of, or begins one."""
        events: list[Draft] = []
        previous: DateMention | None = None
        for draft in drafts:
            own_date, own_place = self._own(doc, draft, previous)
            draft.aggregate = self._is_aggregate(draft, own_date)
            host = None if draft.new else self._host(doc, events, draft, own_date, own_place)
            if host is not None:
                if host.date is None and own_date is not None:
                    host.date = own_date
                host.absorb(draft)
                continue
            draft.date = choose_date(doc, draft.start, draft.end, previous, draft.aggregate)
            draft.place = choose_location(doc, draft.start, draft.end)
            if draft.date is not None and not draft.aggregate:
                previous = draft.date
            events.append(draft)
        return events

    def _own(self, doc: Doc, draft: Draft, previous: DateMention | None) -> tuple[DateMention | None, PlaceMention | None]:
        """The date and the place that the draft's own sentence gives."""
        sentence = doc._.sentences[draft.sentence]
        places = [p for p in doc._.places or () if sentence.start <= p.start < sentence.end and p.role == "location"]
        date = own_date(doc, draft.start, draft.end, previous)
        if date is None:
            date = own_date(doc, draft.start, draft.end, previous, aggregate=True)
        place = min(places, key=lambda p: abs(p.start - draft.end), default=None)
        return date, place

    def _is_aggregate(self, draft: Draft, date: DateMention | None) -> bool:
        """Totals over a period or a number of events are statements about many."""
        many = draft.count is not None and (draft.count.best is None or draft.count.best > 1)
        period = date is not None and date.kind == "period" and date.precision in ("year", "period", "month")
        if many and draft.count is not None:
            return period or draft.count.best is None or draft.count.best > 3
        return period and (any(t.plural for t in draft.triggers) or not draft.triggers)

    def _host(
        self, doc: Doc, events: list[Draft], draft: Draft, date: DateMention | None, place: PlaceMention | None
    ) -> Draft | None:
        """The event that the draft tells more of, the latest first."""
        for event in reversed(events):
            if event.aggregate != draft.aggregate or draft.aggregate:
                continue
            if event.family != draft.family and not _one_kind(event, draft):
                continue
            if event.background != draft.background:
                continue
            if _dates_differ(event.date, date) or _places_differ(event.place, place):
                continue
            if event.sentences and len(doc._.sentences) > _SHORT_TEXT and draft.sentence - event.sentences[-1] > 8:
                continue
            return event
        return None


def _one_kind(event: Draft, draft: Draft) -> bool:
    """A search operation and the gunfight it led to are one event."""
    return {event.family, draft.family} == {ATTACK, "operation"}


def _dates_differ(a: DateMention | None, b: DateMention | None) -> bool:
    if a is None or b is None or not (a.start_date and b.start_date and a.end_date and b.end_date):
        return False
    return a.end_date < b.start_date or b.end_date < a.start_date


def _places_differ(a: PlaceMention | None, b: PlaceMention | None) -> bool:
    if a is None or b is None:
        return False
    for level in ("country_code", "province", "district"):
        x, y = getattr(a, level), getattr(b, level)
        if x and y and x != y:
            return True
    return False

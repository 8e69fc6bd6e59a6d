"""Event records held against hand-made gold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from extractor.records import EventRecord
from extractor.scoring.align import align
from extractor.scoring.events import read_events
from extractor.scoring.fields import EVIDENCE_FIELDS, FIELDS, Judgement
from extractor.scoring.figures import EXTRA, MISSED, RIGHT, WRONG, Figures
from extractor.scoring.gold import GoldArticle, GoldEvent, read_gold
from extractor.scoring.report import FieldFigures, Judged, Miss, Offsets, Report, Slice
from extractor.scoring.samples import Samples

# A record is whole where all of these are right.
_WHOLE = ("category", "date", "country", "province", "place", "killed", "injured", "actors")
# And it is right, as its confidence says, where these are; a date where the spans share a day.
_RIGHT = ("category", "date", "country", "killed")
_UNKNOWN = "unknown"


def evaluate(events: Path, gold: Path) -> Report:
    """Judge an event file against a folder of gold files.

    Records of articles without gold are not judged. Raises EventsError and GoldError where a file
    is wrong: figures from half of a file would mislead.
    """
    return judge(read_events(events), read_gold(gold))


def judge(records: Iterable[EventRecord], gold: Sequence[GoldArticle]) -> Report:
    """Judge records against gold articles."""
    of_article: defaultdict[str, list[EventRecord]] = defaultdict(list)
    for record in records:
        of_article[record.article.id].append(record)
    sums = _Sums()
    for article in gold:
        sums.add(article, of_article.get(article.article, []))
    return sums.report()


class _Sums:
    """Figures as they add up, article by article."""

    def __init__(self) -> None:
        self.articles = self.gold_events = self.records = 0
        self.events = self.whole = Figures()
        self.fields: dict[str, FieldFigures] = {name: FieldFigures() for name in FIELDS}
        self.slices: dict[str, dict[str, Slice]] = {"event type": {}, "country": {}, "article kind": {}}
        self.misses: list[Miss] = []
        self.judged: list[Judged] = []
        self.samples = Samples()

    def add(self, article: GoldArticle, records: Sequence[EventRecord]) -> None:
        """Judge the records of one article."""
        self.articles += 1
        self.gold_events += sum(not event.optional for event in article.events)
        self.records += len(records)
        alignment = align(records, article.events)
        before = self._figures()
        for record, event in alignment.pairs:
            self._add_pair(article, record, event)
        for event in alignment.missed:
            self._add_event(MISSED, _gold_slices(article, event))
            wanted = f"{'/'.join(event.category)} {event.words!r}"
            self._add_miss(article, "event", None, event, wanted, "nothing")
        for record in alignment.extra:
            self._add_event(EXTRA, _record_slices(article, record))
            self._add_miss(article, "event", record, None, "nothing", record.event_type)
            self.judged.append(_judged(article, record, None))
        self.samples.add(before, self._figures())

    def _figures(self) -> dict[str, Figures]:
        strict = {name: field.strict for name, field in self.fields.items()}
        return {"events": self.events, "whole records": self.whole, **strict}

    def report(self) -> Report:
        """The finished report."""
        return Report(
            articles=self.articles,
            gold_events=self.gold_events,
            records=self.records,
            events=self.events,
            whole_records=self.whole,
            fields=self.fields,
            slices={title: dict(sorted(parts.items())) for title, parts in self.slices.items()},
            misses=tuple(self.misses),
            judged=tuple(self.judged),
            intervals=self.samples.intervals(),
        )

    def _add_pair(self, article: GoldArticle, record: EventRecord, event: GoldEvent) -> None:
        judgements = {name: judge_field(record, event) for name, judge_field in FIELDS.items()}
        for name, one in judgements.items():
            known = self.fields[name]
            self.fields[name] = FieldFigures(
                strict=known.strict + one.strict, lenient=known.lenient + one.lenient
            )
            if _is_wrong(one):
                self._add_miss(article, name, record, event, one.wanted, one.got)
        self.judged.append(_judged(article, record, event, judgements))
        whole = not any(_is_wrong(judgements[name]) for name in _WHOLE)
        self.whole += RIGHT if whole else WRONG
        total = sum((one.strict for one in judgements.values()), Figures())
        self._add_event(RIGHT, _gold_slices(article, event), total)

    def _add_event(self, figures: Figures, slices: Mapping[str, str], fields: Figures | None = None) -> None:
        self.events += figures
        if fields is None:
            self.whole += figures
        for title, name in slices.items():
            known = self.slices[title].get(name, Slice())
            self.slices[title][name] = Slice(
                events=known.events + figures, fields=known.fields + (fields or Figures())
            )

    def _add_miss(
        self,
        article: GoldArticle,
        field: str,
        record: EventRecord | None,
        event: GoldEvent | None,
        wanted: str,
        got: str,
    ) -> None:
        self.misses.append(
            Miss(
                article=article.article,
                field=field,
                record=record.id if record else None,
                gold=event.id if event else None,
                wanted=wanted,
                got=got,
                evidence=tuple(_offsets(record, field)) if record else (),
            )
        )


def _judged(
    article: GoldArticle,
    record: EventRecord,
    event: GoldEvent | None,
    judgements: Mapping[str, Judgement] | None = None,
) -> Judged:
    """A record as plots and calibration want it; one that answers no gold event is wrong."""
    right = judgements is not None and not any(
        judgements[name].lenient.extra or judgements[name].lenient.missed for name in _RIGHT
    )
    wanted = next((toll.best for toll in event.casualties.killed), None) if event else None
    got = record.casualties.killed.best if record.casualties.killed else None
    return Judged(
        article=article.article,
        record=record.id,
        wanted=event.category[0] if event else None,
        got=record.category,
        confidence=record.confidence,
        right=right,
        killed_wanted=wanted,
        killed_got=got,
    )


def _is_wrong(judgement: Judgement) -> bool:
    return bool(judgement.strict.extra or judgement.strict.missed)


def _gold_slices(article: GoldArticle, event: GoldEvent) -> dict[str, str]:
    country = event.location.country[0] if event.location.country else article.country
    return {"event type": event.category[0], "country": country, "article kind": article.kind}


def _record_slices(article: GoldArticle, record: EventRecord) -> dict[str, str]:
    country = record.location.country_code if record.location else None
    return {"event type": record.category, "country": country or _UNKNOWN, "article kind": article.kind}


def _offsets(record: EventRecord, field: str) -> Iterator[Offsets]:
    """The evidence of a field; of the event type where an event as a whole is extra."""
    wanted = "event_type" if field == "event" else EVIDENCE_FIELDS.get(field, field)
    for item in record.evidence:
        if wanted in item.field.split("."):
            yield Offsets(start=item.start, end=item.end, text=item.text, rule=item.rule)

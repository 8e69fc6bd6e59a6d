"""What differs between two runs over the same articles, and the rules that made the difference."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from extractor.records import EventRecord, Evidence
from extractor.scoring.assignment import best_pairs
from extractor.scoring.fields import EVIDENCE_FIELDS
from extractor.scoring.figures import Frozen
from extractor.scoring.values import field_values

Kind = Literal["added", "lost", "changed"]
# Two records of one article tell of one event where their words overlap, or where this many fields agree.
_SAME_WORDS = 20.0
_ENOUGH = 12
_SAYS_WHAT = "event_type"


class FieldChange(Frozen):
    """One field that says something else, and the rules whose evidence came or went with it."""

    field: str
    old: str
    new: str
    rules: tuple[str, ...]


class Change(Frozen):
    """A record that is there in one run alone, or that says something else."""

    kind: Kind
    article: str
    old: EventRecord | None
    new: EventRecord | None
    fields: tuple[FieldChange, ...] = ()

    @property
    def record(self) -> EventRecord:
        """The record as it is now; as it was, where it is no more."""
        record = self.new or self.old
        assert record is not None, "a change is of a record"
        return record

    @property
    def rules(self) -> tuple[str, ...]:
        """The rules that did it: of the changed fields, or of the words that tell of the event."""
        if self.fields:
            return tuple(dict.fromkeys(rule for field in self.fields for rule in field.rules))
        return _rules(self.record, _SAYS_WHAT)


def changes(old: Iterable[EventRecord], new: Iterable[EventRecord]) -> Iterator[Change]:
    """What changed, article by article in the order of the old run, then of what only the new one has."""
    before, after = by_article(old), by_article(new)
    for article in dict.fromkeys((*before, *after)):
        yield from _of_article(article, before.get(article, []), after.get(article, []))


def by_article(records: Iterable[EventRecord]) -> dict[str, list[EventRecord]]:
    """The records of each article, in their order."""
    found: defaultdict[str, list[EventRecord]] = defaultdict(list)
    for record in records:
        found[record.article.id].append(record)
    return dict(found)


def _of_article(article: str, old: list[EventRecord], new: list[EventRecord]) -> Iterator[Change]:
    pairs = _same_events(old, new)
    for before, after in pairs:
        fields = tuple(_changed_fields(before, after))
        if fields:
            yield Change(kind="changed", article=article, old=before, new=after, fields=fields)
    kept_old, kept_new = {before.id for before, _ in pairs}, {after.id for _, after in pairs}
    for record in (r for r in old if r.id not in kept_old):
        yield Change(kind="lost", article=article, old=record, new=None)
    for record in (r for r in new if r.id not in kept_new):
        yield Change(kind="added", article=article, old=None, new=record)


def _same_events(
    old: Sequence[EventRecord], new: Sequence[EventRecord]
) -> list[tuple[EventRecord, EventRecord]]:
    """Records of the same id, then those of the rest that tell of one event."""
    by_id = {record.id: record for record in new}
    same = [(record, by_id[record.id]) for record in old if record.id in by_id]
    taken = {record.id for record, _ in same}
    rest_old = [record for record in old if record.id not in taken]
    rest_new = [record for record in new if record.id not in taken]
    pairs = best_pairs([[_likeness(before, after) for after in rest_new] for before in rest_old])
    return [*same, *((rest_old[row], rest_new[column]) for row, column in pairs)]


def _likeness(one: EventRecord, other: EventRecord) -> float:
    """How sure it is that two records tell of one event; 0 where it is chance."""
    values, others = field_values(one), field_values(other)
    agreeing = sum(values[field] == others[field] for field in values)
    words = _SAME_WORDS * _overlap(_evidence(one, _SAYS_WHAT), _evidence(other, _SAYS_WHAT))
    return words + agreeing if words or agreeing >= _ENOUGH else 0.0


def _overlap(ones: Sequence[Evidence], others: Sequence[Evidence]) -> bool:
    return any(a.start < b.end and b.start < a.end for a in ones for b in others)


def _changed_fields(old: EventRecord, new: EventRecord) -> Iterator[FieldChange]:
    before, after = field_values(old), field_values(new)
    for field, value in before.items():
        if value != after[field]:
            rules = _differing_rules(old, new, field)
            yield FieldChange(field=field, old=value, new=after[field], rules=rules)


def _differing_rules(old: EventRecord, new: EventRecord, field: str) -> tuple[str, ...]:
    """The rules whose words came or went; else those that the field rests on now, or rested on."""
    before, after = _spans(old, field), _spans(new, field)
    rules = sorted({rule for *_, rule in before ^ after})
    return tuple(rules) or _rules(new, field) or _rules(old, field) or _rules(new, _SAYS_WHAT)


def _spans(record: EventRecord, field: str) -> set[tuple[int, int, str]]:
    return {(item.start, item.end, item.rule) for item in _evidence(record, field)}


def _rules(record: EventRecord, field: str) -> tuple[str, ...]:
    return tuple(sorted({item.rule for item in _evidence(record, field)}))


def _evidence(record: EventRecord, field: str) -> list[Evidence]:
    wanted = EVIDENCE_FIELDS.get(field, field)
    return [item for item in record.evidence if wanted in item.field.split(".")]

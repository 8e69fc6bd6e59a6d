"""Two runs over the same articles held against each other: what a change of rules did."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from extractor.scoring.changes import Change, changes
from extractor.scoring.events import read_events
from extractor.scoring.figures import Frozen
from extractor.scoring.gold import read_gold
from extractor.scoring.verdicts import Judge, Verdict


class JudgedField(Frozen):
    """A changed field, and what gold says of the change."""

    field: str
    old: str
    new: str
    rules: tuple[str, ...]
    verdict: Verdict


class JudgedChange(Frozen):
    """A change, and what gold says of it. `verdict` is of a record that came or went."""

    change: Change
    verdict: Verdict
    fields: tuple[JudgedField, ...]

    @property
    def verdicts(self) -> Iterator[Verdict]:
        """One for the record or, where it changed, one a field."""
        if self.fields:
            yield from (field.verdict for field in self.fields)
        else:
            yield self.verdict


class RuleEffect(Frozen):
    """What one rule did: records that came and went, fields that changed, and what gold says of them."""

    rule: str
    added: int = 0
    lost: int = 0
    changed: int = 0
    mended: int = 0
    broken: int = 0


class Comparison(Frozen):
    """All changes between two runs; `judged` where there was gold to judge them by."""

    old_records: int
    new_records: int
    judged: bool
    changes: tuple[JudgedChange, ...]

    def count(self, verdict: Verdict) -> int:
        """How many records and fields were mended, broken, or neither."""
        return sum(each == verdict for change in self.changes for each in change.verdicts)

    @property
    def rules(self) -> tuple[RuleEffect, ...]:
        """What each rule did, those that broke something first."""
        effects: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
        for rule, kind, verdict in self._done():
            effects[rule][kind] += 1
            if verdict != "neutral":
                effects[rule][verdict] += 1
        found = [RuleEffect(rule=rule, **counts) for rule, counts in effects.items()]
        return tuple(sorted(found, key=lambda e: (-e.broken, -e.mended, -e.added - e.lost, e.rule)))

    def _done(self) -> Iterator[tuple[str, str, Verdict]]:
        for judged in self.changes:
            if not judged.fields:
                for rule in judged.change.rules:
                    yield rule, judged.change.kind, judged.verdict
            for field in judged.fields:
                for rule in field.rules:
                    yield rule, "changed", field.verdict

    def to_json(self) -> str:
        """The whole comparison as indented JSON."""
        return self.model_dump_json(indent=1)


def compare(old: Path, new: Path, gold: Path | None = None) -> Comparison:
    """Compare two files of records, judged by a folder of gold where one is given.

    Raises EventsError and GoldError where a file is wrong: half of a file would mislead.
    """
    before, after = list(read_events(old)), list(read_events(new))
    judge = Judge(before, after, read_gold(gold) if gold else ())
    judged = tuple(_judged(changes(before, after), judge))
    return Comparison(
        old_records=len(before), new_records=len(after), judged=gold is not None, changes=judged
    )


def _judged(found: Iterable[Change], judge: Judge) -> Iterator[JudgedChange]:
    for change in found:
        fields = tuple(
            JudgedField(**field.model_dump(), verdict=judge.of_field(change, field.field))
            for field in change.fields
        )
        yield JudgedChange(change=change, verdict=judge.of_record(change), fields=fields)


def words_of(change: Change, width: int = 90) -> str:
    """The words that tell of the event, as the record's evidence has them."""
    told: Sequence[str] = [e.text for e in change.record.evidence if e.field == "event_type"]
    words = " … ".join(dict.fromkeys(" ".join(text.split()) for text in told))
    return words if len(words) <= width else words[: width - 1] + "…"

"""What an evaluation found, as text and as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from extractor.scoring.figures import Figures, Frozen

_HEAD = ("precision", "recall", "F1")
_NAME_WIDTH = 26


class Offsets(Frozen):
    """Where the record's words for a field stand in the article, as character offsets."""

    start: int
    end: int
    text: str
    rule: str


class Miss(Frozen):
    """One wrong, missing or extra answer. A missed event has no record, an extra one no gold id."""

    article: str
    field: str
    record: str | None
    gold: str | None
    wanted: str
    got: str
    evidence: tuple[Offsets, ...] = ()

    def to_text(self) -> str:
        """One line."""
        who = f"{self.article} {self.gold or '-'} {self.record or '-'}"
        where = ", ".join(
            f"{item.start}:{item.end} {item.text!r} by {item.rule}" for item in self.evidence[:3]
        )
        return f"{who} {self.field}: want {self.wanted}; got {self.got}{f' ({where})' if where else ''}"


class FieldFigures(Frozen):
    """A field's figures over the aligned events."""

    strict: Figures = Figures()
    lenient: Figures = Figures()


class Interval(Frozen):
    """The middle 95 % of an F1 over articles drawn anew; None where too little was judged."""

    low: float | None = None
    high: float | None = None


class Judged(Frozen):
    """One record that answers a gold event, or none: what plots and calibration are made of.

    `right` is true where category, date (the spans share a day), country and the dead are as gold has them.
    """

    article: str
    record: str
    wanted: str | None
    got: str
    confidence: float
    right: bool
    killed_wanted: int | None = None
    killed_got: int | None = None


class Slice(Frozen):
    """The figures of a part of the gold: its events, and all fields of its aligned events together."""

    events: Figures = Figures()
    fields: Figures = Figures()


class Report(Frozen):
    """Figures for events, for every field of the aligned events, and by slice, with every miss."""

    articles: int
    gold_events: int
    records: int
    events: Figures
    whole_records: Figures
    fields: Mapping[str, FieldFigures]
    slices: Mapping[str, Mapping[str, Slice]]
    misses: tuple[Miss, ...] = ()
    judged: tuple[Judged, ...] = ()
    intervals: Mapping[str, Interval] = {}

    @property
    def micro(self) -> Figures:
        """All answers of all fields together."""
        return sum((field.strict for field in self.fields.values()), Figures())

    @property
    def macro_f1(self) -> float | None:
        """The mean of the fields' F1, each field counting the same."""
        return _mean([field.strict.f1 for field in self.fields.values()])

    @property
    def macro_f1_by_type(self) -> float | None:
        """The mean of the event types' F1, each type counting the same."""
        return _mean([part.events.f1 for part in self.slices.get("event type", {}).values()])

    def to_text(self, misses: int = 40) -> str:
        """Tables for a terminal, with the first `misses` misses."""
        lines = [
            f"{self.articles} articles, {self.gold_events} gold events, {self.records} records",
            "",
            _row("", [*_HEAD, "95 %", "lenient F1", "right", "extra", "missed"]),
            self._figures_row("events", self.events),
            self._figures_row("whole records", self.whole_records),
            *(self._figures_row(name, field.strict, field.lenient) for name, field in self.fields.items()),
            self._figures_row("all fields (micro)", self.micro),
            _row("all fields (macro)", ["", "", shown(self.macro_f1)]),
            _row("event types (macro)", ["", "", shown(self.macro_f1_by_type)]),
        ]
        for title, parts in self.slices.items():
            lines += ["", _row(f"by {title}", ["event P", "event R", "event F1", "field F1"])]
            lines += [_slice_row(name, part) for name, part in parts.items()]
        if self.misses and misses:
            lines += ["", f"misses (first {min(misses, len(self.misses))} of {len(self.misses)})"]
            lines += [f"  {miss.to_text()}" for miss in self.misses[:misses]]
        return "\n".join(lines)

    def _figures_row(self, name: str, strict: Figures, lenient: Figures | None = None) -> str:
        loose = shown(lenient.f1) if lenient else ""
        shares = [shown(value) for value in (strict.precision, strict.recall, strict.f1)]
        spread = spread_of(self.intervals.get(name))
        return _row(name, [*shares, spread, loose, strict.right, strict.extra, strict.missed])

    def to_json(self) -> str:
        """The whole report as indented JSON."""
        return self.model_dump_json(indent=1)


def _row(name: str, cells: Iterable[object]) -> str:
    return f"{name:{_NAME_WIDTH}}" + "".join(f"{cell!s:>11}" for cell in cells)


def spread_of(interval: Interval | None) -> str:
    """An interval as words: ".71-.78"."""
    if interval is None or interval.low is None or interval.high is None:
        return ""
    return f"{interval.low:.2f}-{interval.high:.2f}".replace("0.", ".")


def _slice_row(name: str, part: Slice) -> str:
    events = part.events
    return _row(f"  {name}", map(shown, (events.precision, events.recall, events.f1, part.fields.f1)))


def shown(value: float | None) -> str:
    """A fraction with three places, "-" where nothing was judged."""
    return "-" if value is None else f"{value:.3f}"


def _mean(values: Iterable[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return round(sum(known) / len(known), 4) if known else None

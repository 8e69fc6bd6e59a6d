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
        where = ", ".join(f"{item.start}:{item.end} {item.text!r}" for item in self.evidence[:3])
        return f"{who} {self.field}: want {self.wanted}; got {self.got}{f' ({where})' if where else ''}"


class FieldFigures(Frozen):
    """A field's figures over the aligned events."""

    strict: Figures = Figures()
    lenient: Figures = Figures()


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

    def to_text(self, misses: int = 40) -> str:
        """Tables for a terminal, with the first `misses` misses."""
        lines = [
            f"{self.articles} articles, {self.gold_events} gold events, {self.records} records",
            "",
            _row("", [*_HEAD, "lenient F1", "right", "extra", "missed"]),
            _figures_row("events", self.events),
            _figures_row("whole records", self.whole_records),
            *(_figures_row(name, field.strict, field.lenient) for name, field in self.fields.items()),
        ]
        for title, parts in self.slices.items():
            lines += ["", _row(f"by {title}", ["event P", "event R", "event F1", "field F1"])]
            lines += [_slice_row(name, part) for name, part in parts.items()]
        if self.misses and misses:
            lines += ["", f"misses (first {min(misses, len(self.misses))} of {len(self.misses)})"]
            lines += [f"  {miss.to_text()}" for miss in self.misses[:misses]]
        return "\n".join(lines)

    def to_json(self) -> str:
        """The whole report as indented JSON."""
        return self.model_dump_json(indent=1)


def _row(name: str, cells: Iterable[object]) -> str:
    return f"{name:{_NAME_WIDTH}}" + "".join(f"{cell!s:>11}" for cell in cells)


def _figures_row(name: str, strict: Figures, lenient: Figures | None = None) -> str:
    loose = _fraction(lenient.f1) if lenient else ""
    shares = [_fraction(value) for value in (strict.precision, strict.recall, strict.f1)]
    return _row(name, [*shares, loose, strict.right, strict.extra, strict.missed])


def _slice_row(name: str, part: Slice) -> str:
    events = part.events
    return _row(f"  {name}", map(_fraction, (events.precision, events.recall, events.f1, part.fields.f1)))


def _fraction(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"

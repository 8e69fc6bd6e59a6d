"""A report as a page with plots, and as Markdown."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, PackageLoader

from extractor.scoring.calibration import Bin, bins, expected_calibration_error
from extractor.scoring.figures import Figures
from extractor.scoring.report import Report, shown, spread_of

_NO_EVENT = "no event"
# Of tolls up to this many dead; the plots' axes are logarithmic.
_MOST_DEAD = 1000


@dataclass(frozen=True, slots=True)
class Confusion:
    """How often each category of the gold was recorded as each category."""

    wanted: tuple[str, ...]
    got: tuple[str, ...]
    counts: dict[tuple[str, str], int]

    @classmethod
    def of(cls, report: Report) -> Confusion:
        """The categories of a report; "no event" stands for what is missing, and for what is none."""
        pairs = [(judged.wanted or _NO_EVENT, judged.got) for judged in report.judged]
        missed = (miss for miss in report.misses if miss.record is None)
        pairs += [(miss.wanted.split("/")[0].split()[0], _NO_EVENT) for miss in missed]
        counts = Counter(pairs)
        return cls(_ordered(w for w, _ in counts), _ordered(g for _, g in counts), dict(counts))


@dataclass(frozen=True, slots=True)
class Dot:
    """A point of a plot of 100 by 100, from the upper left, with how many records lie there."""

    x: float
    y: float
    records: int
    label: str


def as_page(report: Report, path: Path) -> str:
    """The report in the form that the file's name asks for: .html, .md, or text for any other."""
    forms = {".html": to_html, ".htm": to_html, ".md": to_markdown}
    return forms.get(path.suffix.lower(), Report.to_text)(report)


def to_html(report: Report) -> str:
    """A page that stands by itself: figures, plots, and every miss. Words of articles are escaped."""
    pages = Environment(loader=PackageLoader("extractor.scoring"), autoescape=True)
    return pages.get_template("evaluation.html").render(
        r=report,
        rows=list(_rows(report)),
        confusion=Confusion.of(report),
        tolls=list(_tolls(report)),
        calibration=[_calibrated(each) for each in bins(report.judged)],
        error=expected_calibration_error(report.judged),
        shown=shown,
    )


def to_markdown(report: Report) -> str:
    """The figures as a table, then by slice, then the calibration."""
    head = ("", "precision", "recall", "F1", "95 %", "lenient F1")
    lines = [f"{report.articles} articles, {report.gold_events} gold events, {report.records} records", ""]
    lines += _table(head, _rows(report))
    for title, parts in report.slices.items():
        slices = [(name, part.events, part.fields.f1) for name, part in parts.items()]
        cells = [(n, shown(e.precision), shown(e.recall), shown(e.f1), shown(f)) for n, e, f in slices]
        lines += ["", *_table((f"by {title}", "event P", "event R", "event F1", "field F1"), cells)]
    steps = [(f"{b.confidence:.2f}", f"{b.right:.2f}", str(b.records)) for b in bins(report.judged)]
    error = shown(expected_calibration_error(report.judged))
    lines += ["", f"Calibration error {error}", "", *_table(("confidence", "right", "records"), steps)]
    return "\n".join(lines) + "\n"


def _rows(report: Report) -> Iterator[tuple[str, ...]]:
    yield _row(report, "events", report.events)
    yield _row(report, "whole records", report.whole_records)
    for name, field in report.fields.items():
        yield _row(report, name, field.strict, field.lenient)
    yield _row(report, "all fields (micro)", report.micro)
    yield ("all fields (macro)", "", "", shown(report.macro_f1), "", "")
    yield ("event types (macro)", "", "", shown(report.macro_f1_by_type), "", "")


def _row(report: Report, name: str, strict: Figures, lenient: Figures | None = None) -> tuple[str, ...]:
    shares = (shown(strict.precision), shown(strict.recall), shown(strict.f1))
    return (name, *shares, spread_of(report.intervals.get(name)), shown(lenient.f1) if lenient else "")


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> list[str]:
    rule = "| " + " | ".join("---" for _ in head) + " |"
    return [f"| {' | '.join(head)} |", rule, *(f"| {' | '.join(row)} |" for row in rows)]


def _ordered(names: Iterator[str]) -> tuple[str, ...]:
    found = set(names)
    return (*sorted(found - {_NO_EVENT}), *({_NO_EVENT} & found))


def _tolls(report: Report) -> Iterator[Dot]:
    """The dead as gold has them (across) and as recorded (up); on the diagonal they agree."""
    dead = [(j.killed_wanted, j.killed_got) for j in report.judged]
    known = Counter((wanted, got) for wanted, got in dead if wanted is not None and got is not None)
    for (wanted, got), records in sorted(known.items()):
        yield Dot(_scaled(wanted), 100 - _scaled(got), records, f"gold {wanted}, recorded {got}: {records}")


def _scaled(dead: int) -> float:
    return round(100 * math.log1p(min(dead, _MOST_DEAD)) / math.log1p(_MOST_DEAD), 1)


def _calibrated(each: Bin) -> Dot:
    label = f"confidence {each.confidence:.2f}, right {each.right:.2f}: {each.records} records"
    return Dot(round(100 * each.confidence, 1), round(100 - 100 * each.right, 1), each.records, label)

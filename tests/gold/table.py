"""How good the records of the bundled articles are, as the table of the README.

`python tests/gold/table.py` runs the pipeline over corpora/articles and prints the table;
with `--write` it puts it into README.md between its two markers.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from extractor.batch import Options, run
from extractor.scoring import Report, judge, read_events, read_gold
from extractor.scoring.figures import Figures
from extractor.scoring.report import FieldFigures

ROOT = Path(__file__).parents[2]
ARTICLES, GOLD = ROOT / "corpora" / "articles", ROOT / "corpora" / "gold"
README = ROOT / "README.md"
BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"
LEFT_OUT = ("scope", "background", "role")  # near one, or told by other rows
# Set C was labelled and finished before any program had read it, and its misses were not looked at.
UNSEEN = "c-"


def main() -> None:
    """Measure, then print or write."""
    with tempfile.TemporaryDirectory() as folder:
        events = Path(folder) / "events.jsonl"
        run([str(ARTICLES)], events, Options())
        records = list(read_events(events))
    gold = read_gold(GOLD)
    known = judge(records, [article for article in gold if not article.article.startswith(UNSEEN)])
    unseen = judge(records, [article for article in gold if article.article.startswith(UNSEEN)])
    table = markdown(known, unseen, records[0].extractor.patterns)
    if "--write" in sys.argv[1:]:
        README.write_text(with_table(README.read_text(encoding="utf-8"), table), encoding="utf-8")
    else:
        print(table)


def markdown(known: Report, unseen: Report, patterns: str) -> str:
    """The table: events first, then the fields of the events that were found."""
    lines = [
        f"Sets A and B: {_size(known)}. Set C: {_size(unseen)}. Patterns `{patterns}`.",
        "",
        "| | A and B: precision | recall | F1 | lenient F1 | C: precision | recall | F1 | lenient F1 |",
        "| --- |" + " --- |" * 8,
        _line("**events**", *(cell for report in (known, unseen) for cell in _three(report.events))),
    ]
    for name, field in known.fields.items():
        if name not in LEFT_OUT:
            other = unseen.fields[name]
            cells = (*_four(field), *_four(other))
            lines.append(_line(name, *cells))
    lines.append(
        _line("whole records", *(cell for report in (known, unseen) for cell in _three(report.whole_records)))
    )
    return "\n".join(lines)


def _size(report: Report) -> str:
    return f"{report.articles} articles, {report.gold_events} hand-labelled events, {report.records} records"


def _three(figures: Figures) -> tuple[float | None, ...]:
    return figures.precision, figures.recall, figures.f1, None


def _four(field: FieldFigures) -> tuple[float | None, ...]:
    return field.strict.precision, field.strict.recall, field.strict.f1, field.lenient.f1


def with_table(text: str, table: str) -> str:
    """`text` with the table between the markers."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{table}\n{END}{after}"


def _line(name: str, *figures: float | None) -> str:
    cells = ("" if figure is None else f"{figure:.2f}" for figure in figures)
    return f"| {' | '.join([name, *cells])} |"


if __name__ == "__main__":
    main()

"""How good the records of the bundled articles are, as the table of the README.

`python tests/gold/table.py` runs the pipeline over corpora/articles and prints the table;
with `--write` it puts it into README.md between its two markers.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

from extractor.batch import Options, run
from extractor.scoring import Report, evaluate

ROOT = Path(__file__).parents[2]
ARTICLES, GOLD = ROOT / "corpora" / "articles", ROOT / "corpora" / "gold"
README = ROOT / "README.md"
BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"
LEFT_OUT = ("scope", "background", "role")  # near one, or told by other rows


def main() -> None:
    """Measure, then print or write."""
    with tempfile.TemporaryDirectory() as folder:
        events = Path(folder) / "events.jsonl"
        run([str(ARTICLES)], events, Options())
        patterns = json.loads(events.open(encoding="utf-8").readline())["extractor"]["patterns"]
        table = markdown(evaluate(events, GOLD), patterns)
    if "--write" in sys.argv[1:]:
        README.write_text(with_table(README.read_text(encoding="utf-8"), table), encoding="utf-8")
    else:
        print(table)


def markdown(report: Report, patterns: str) -> str:
    """The table: events first, then the fields of the events that were found."""
    lines = [
        f"{report.articles} articles, {report.gold_events} hand-labelled events, {report.records} records; "
        f"patterns `{patterns}`.",
        "",
        "| | precision | recall | F1 | lenient F1 |",
        "| --- | --- | --- | --- | --- |",
        _line("**events**", report.events.precision, report.events.recall, report.events.f1, None),
    ]
    lines += [
        _line(name, field.strict.precision, field.strict.recall, field.strict.f1, field.lenient.f1)
        for name, field in report.fields.items()
        if name not in LEFT_OUT
    ]
    whole = report.whole_records
    lines.append(_line("whole records", whole.precision, whole.recall, whole.f1, None))
    return "\n".join(lines)


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

"""`extractor evaluate`: records held against gold."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from extractor.cli.options import DONE, FAILED, Commands, complain, folder

if TYPE_CHECKING:
    from extractor.scoring import Report


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    command = commands.add_parser("evaluate", help="compare records with hand-labelled ones")
    command.add_argument("events", type=Path, metavar="EVENTS.jsonl")
    command.add_argument(
        "--gold", required=True, type=folder, metavar="DIR", help="the hand-labelled records"
    )
    command.add_argument(
        "--report",
        type=Path,
        metavar="FILE",
        help="write the report here, as a page with plots (.html), as Markdown (.md), or as text "
        "(default: text on standard output)",
    )
    command.add_argument("--json", type=Path, metavar="FILE", help="write the figures as JSON as well")
    command.add_argument(
        "--fit-confidence",
        type=Path,
        metavar="FILE",
        help="fit the weights of `confidence` on this gold, and write them as a file for patterns/confidence",
    )
    command.set_defaults(run=run_command)


def run_command(options: argparse.Namespace) -> int:
    """Run it and return the exit code."""
    from extractor.scoring import evaluate
    from extractor.scoring.report_pages import as_page

    try:
        report = evaluate(options.events, options.gold)
    except UnicodeDecodeError as error:
        return complain(f"{options.events}: not UTF-8 ({error}); give a file of event records", FAILED)
    except ValueError as error:
        return complain(str(error), FAILED)
    if options.report:
        options.report.write_text(as_page(report, options.report), encoding="utf-8")
    else:
        print(report.to_text())
    if options.json:
        options.json.write_text(report.to_json(), encoding="utf-8")
    return _fit(options, report) if options.fit_confidence else DONE


def _fit(options: argparse.Namespace, report: Report) -> int:
    from extractor.scoring import read_events
    from extractor.scoring.fitting import fit, to_yaml

    try:
        found = fit(list(read_events(options.events)), report.judged, str(options.gold))
    except ValueError as error:
        return complain(str(error), FAILED)
    options.fit_confidence.parent.mkdir(parents=True, exist_ok=True)
    options.fit_confidence.write_text(to_yaml(found), encoding="utf-8")
    told = f"expected calibration error on articles left out: {found.error}"
    print(f"fitted on {found.weights.records} records; {told}", file=sys.stderr)
    return DONE

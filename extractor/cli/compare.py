"""`extractor compare`: what a change of rules added, lost, mended and broke."""

from __future__ import annotations

import argparse
from pathlib import Path

from extractor.cli.options import DONE, FAILED, Commands, complain, folder


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    command = commands.add_parser(
        "compare",
        help="what a change of rules added, lost, mended and broke",
        description="Compare the records of two runs over the same articles, and name the rules behind each "
        "difference. Exit code 1 where, by gold, something broke.",
    )
    command.add_argument("old", type=Path, metavar="OLD.jsonl")
    command.add_argument("new", type=Path, metavar="NEW.jsonl")
    command.add_argument("--gold", type=folder, metavar="DIR", help="hand-labelled records to judge by")
    command.add_argument("--html", type=Path, metavar="FILE", help="write a page with every change as well")
    command.add_argument("--json", type=Path, metavar="FILE", help="write the changes as JSON as well")
    command.set_defaults(run=run_command)


def run_command(options: argparse.Namespace) -> int:
    """Run it and return the exit code."""
    from extractor.scoring import compare
    from extractor.scoring.comparison_text import to_html, to_text

    try:
        comparison = compare(options.old, options.new, options.gold)
    except UnicodeDecodeError as error:
        return complain(f"not UTF-8 ({error}); give two files of event records", FAILED)
    except ValueError as error:
        return complain(str(error), FAILED)
    print(to_text(comparison))
    if options.html:
        options.html.write_text(to_html(comparison), encoding="utf-8")
    if options.json:
        options.json.write_text(comparison.to_json(), encoding="utf-8")
    return FAILED if comparison.count("broken") else DONE

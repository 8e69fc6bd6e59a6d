"""`extractor explain`: why each record is as it is."""

from __future__ import annotations

import argparse
from pathlib import Path

from extractor.cli.options import DONE, FAILED, Commands, add_reading_options, complain, existing


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    command = commands.add_parser("explain", help="why each record is as it is, and what was dropped")
    command.add_argument("article", type=existing, metavar="ARTICLE")
    command.add_argument(
        "--html", type=Path, metavar="FILE", help="write a page with the marked article in place of text"
    )
    add_reading_options(command)
    command.set_defaults(run=run_command)


def run_command(options: argparse.Namespace) -> int:
    """Run it and return the exit code."""
    from extractor.pipeline.explaining.explain import explanations, to_text
    from extractor.pipeline.explaining.explain_page import to_html

    explained = explanations(options.article, options.patterns, options.model)
    try:
        if options.html:
            options.html.write_text(to_html(list(explained)), encoding="utf-8")
        else:
            for number, each in enumerate(explained):
                print(f"\n\n{to_text(each)}" if number else to_text(each))
    except ValueError as error:
        return complain(str(error), FAILED)
    return DONE

"""`extractor explain`: why each record is as it is."""

from __future__ import annotations

import argparse

from extractor.cli.options import DONE, FAILED, Commands, add_reading_options, complain, existing


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    command = commands.add_parser("explain", help="why each record is as it is, and what was dropped")
    command.add_argument("article", type=existing, metavar="ARTICLE")
    add_reading_options(command)
    command.set_defaults(run=run_command)


def run_command(options: argparse.Namespace) -> int:
    """Run it and return the exit code."""
    from extractor.pipeline import explain

    try:
        print(explain(options.article, options.patterns, options.model))
    except ValueError as error:
        return complain(str(error), FAILED)
    return DONE

"""`extractor export`: records in a codebook's own columns."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from extractor.cli.options import DONE, FAILED, Commands, complain

PROFILES = ("gtd", "acled", "ucdp", "csv", "parquet", "geojson")


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    command = commands.add_parser("export", help="write records in a codebook's own columns")
    command.add_argument("events", type=Path, metavar="EVENTS.jsonl")
    command.add_argument("--profile", required=True, choices=PROFILES, help="the codebook")
    command.add_argument("-o", "--output", required=True, type=Path, metavar="FILE", help="where to write")
    command.set_defaults(run=run_command)


def run_command(options: argparse.Namespace) -> int:
    """Run it and return the exit code."""
    from extractor.export import export

    left_out = 0

    def tell(message: str) -> None:
        nonlocal left_out
        left_out += 1
        print(message, file=sys.stderr)

    try:
        written = export(options.events, options.profile, options.output, tell)
    except ValueError as error:
        return complain(str(error), FAILED)
    if left_out:
        return complain(f"wrote {written} rows; left out {left_out} bad lines, listed above", FAILED)
    return DONE

"""The command line: arguments in, calls out.

Imports of weight stand inside the functions, so that `extractor --help` answers at once.
Exit codes: 0 done; 1 ended with failures that are listed; 2 wrong use.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from extractor import __version__
from extractor.cli import (
    bench,
    compare,
    evaluate,
    explain,
    export,
    extract,
    gold,
    patterns,
    review,
    schema,
)
from extractor.cli.options import DONE, FAILED, WRONG_USE, complain

_COMMANDS = (extract, export, evaluate, compare, explain, gold, review, patterns, schema, bench)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return the exit code."""
    parser = build_parser()
    try:
        options = parser.parse_args(arguments)
    except SystemExit as stop:  # argparse ends the process for --help and for errors
        return stop.code if isinstance(stop.code, int) else WRONG_USE
    try:
        code: int = options.run(options)
    except BrokenPipeError:  # the reader of our output, `head` perhaps, has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        return complain("interrupted", FAILED)
    except FileNotFoundError as error:
        return complain(f"no such file or folder: {error.filename}", WRONG_USE)
    except OSError as error:
        return complain(str(error), FAILED)
    return code


def build_parser() -> argparse.ArgumentParser:
    """All commands with their options; the reference in the documentation is made from it."""
    parser = argparse.ArgumentParser(
        prog="extractor",
        description="Read news articles about political violence and write validated event records.",
        epilog="Exit codes: 0 done; 1 ended with failures that are listed; 2 wrong use.",
    )
    parser.add_argument("--version", action="version", version=f"extractor {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for command in _COMMANDS:
        command.add(commands)
    return parser

"""`extractor extract`: articles in, event records out."""

from __future__ import annotations

import argparse
import signal
import sys
from dataclasses import replace
from pathlib import Path
from types import FrameType

from extractor.cli.options import FAILED, WRONG_USE, Commands, add_reading_options, complain, day, positive


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    command = commands.add_parser(
        "extract",
        help="read articles, write event records",
        description="Read articles (.txt, .html, .pdf, .jsonl, .json, .csv, .tsv, .parquet, .warc; packed by "
        "gzip, zstandard, bzip2 or xz) and write one event record a line. Failures and warnings are listed "
        "in failures.jsonl beside the output.",
    )
    command.add_argument(
        "inputs",
        nargs="+",
        metavar="INPUT",
        help="files, folders (with all below), addresses (s3://…), or - for standard input",
    )
    command.add_argument(
        "-o",
        "--output",
        default="-",
        metavar="EVENTS.jsonl",
        help="where to write (default: standard output)",
    )
    command.add_argument(
        "--workers", type=positive, metavar="N", help="processes to read with (default: one a core)"
    )
    add_reading_options(command)
    command.add_argument(
        "--published",
        type=day,
        metavar="YYYY-MM-DD",
        help="publication date of articles that give none",
    )
    command.add_argument(
        "--resume",
        action="store_true",
        help="keep a ledger beside the output, and do again only what is not in it or has changed since",
    )
    command.add_argument(
        "--engine",
        choices=("local", "ray"),
        default="local",
        help="whose processes: this machine's, or those of the Ray cluster that RAY_ADDRESS names",
    )
    command.add_argument("--quiet", action="store_true", help="no progress, no summary; failures are told")
    command.set_defaults(run=run_command)


def run_command(options: argparse.Namespace) -> int:
    """Run it and return the exit code."""
    from extractor.processes import load_ahead

    if options.engine == "local" and not options.resume:  # nothing may be left to do again
        load_ahead(options.inputs, options.workers, options.model, options.patterns)
    from extractor.batch import Options, RunStoppedError, StartUpError, run
    from extractor.batch.report import ProgressLine, show_failures, show_summary

    signal.signal(signal.SIGTERM, _interrupt)
    output = None if options.output == "-" else Path(options.output)
    settings = Options(options.workers, options.model, options.patterns, options.published)
    settings = replace(settings, resume=options.resume, engine=options.engine)
    try:
        with ProgressLine(sys.stderr, is_shown=not options.quiet) as progress:
            summary = run(options.inputs, output, settings, on_progress=progress.show)
    except (ValueError, StartUpError) as error:
        return complain(str(error), WRONG_USE)
    except RunStoppedError as error:
        return complain(str(error), FAILED)
    if not options.quiet:
        show_summary(summary, sys.stderr)
    elif summary.exit_code:
        show_failures(summary, sys.stderr)
    return summary.exit_code


def _interrupt(_signal: int, _frame: FrameType | None) -> None:
    """Being asked to stop is an interruption like the one from the keyboard."""
    raise KeyboardInterrupt

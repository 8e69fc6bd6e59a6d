"""The command line: arguments in, calls out.

Imports of weight stand inside the functions, so that `extractor --help` answers at once.
Exit codes: 0 done; 1 ended with failures that are listed; 2 wrong use.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from types import FrameType

from extractor import __version__

DONE, FAILED, WRONG_USE = 0, 1, 2
EXPORT_PROFILES = ("gtd", "acled", "ucdp", "csv")


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
        return _complain("interrupted", FAILED)
    except FileNotFoundError as error:
        return _complain(f"no such file or folder: {error.filename}", WRONG_USE)
    except OSError as error:
        return _complain(str(error), FAILED)
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
    _add_extract(commands)
    _add_export(commands)
    _add_evaluate(commands)
    _add_explain(commands)
    _add_schema(commands)
    return parser


_Commands = argparse._SubParsersAction  # argparse has no public name for it


def _add_extract(commands: _Commands[argparse.ArgumentParser]) -> None:
    command = commands.add_parser(
        "extract",
        help="read articles, write event records",
        description="Read articles (.txt, .html, .pdf, .jsonl, .json, .csv, .tsv) and write one event "
        "record a line. Failures and warnings are listed in failures.jsonl beside the output.",
    )
    command.add_argument(
        "inputs", nargs="+", metavar="INPUT", help="files, folders (with all below), or - for standard input"
    )
    command.add_argument(
        "-o",
        "--output",
        default="-",
        metavar="EVENTS.jsonl",
        help="where to write (default: standard output)",
    )
    command.add_argument(
        "--workers", type=_positive, metavar="N", help="processes to read with (default: one a core)"
    )
    command.add_argument("--model", help="spaCy model to use in place of the default, by name or folder")
    command.add_argument(
        "--patterns", type=_folder, metavar="DIR", help="folder of your own patterns, layered over ours"
    )
    command.add_argument(
        "--published",
        type=_day,
        metavar="YYYY-MM-DD",
        help="publication date of articles that give none",
    )
    command.add_argument("--quiet", action="store_true", help="no progress, no summary; failures are told")
    command.set_defaults(run=_extract)


def _add_export(commands: _Commands[argparse.ArgumentParser]) -> None:
    command = commands.add_parser("export", help="write records in a codebook's own columns")
    command.add_argument("events", type=Path, metavar="EVENTS.jsonl")
    command.add_argument("--profile", required=True, choices=EXPORT_PROFILES, help="the codebook")
    command.add_argument("-o", "--output", required=True, type=Path, metavar="FILE", help="where to write")
    command.set_defaults(run=_export)


def _add_evaluate(commands: _Commands[argparse.ArgumentParser]) -> None:
    command = commands.add_parser("evaluate", help="compare records with hand-labelled ones")
    command.add_argument("events", type=Path, metavar="EVENTS.jsonl")
    command.add_argument(
        "--gold", required=True, type=_folder, metavar="DIR", help="the hand-labelled records"
    )
    command.add_argument(
        "--report", type=Path, metavar="FILE", help="write the report here (default: standard output)"
    )
    command.add_argument("--json", type=Path, metavar="FILE", help="write the figures as JSON as well")
    command.set_defaults(run=_evaluate)


def _add_explain(commands: _Commands[argparse.ArgumentParser]) -> None:
    command = commands.add_parser("explain", help="why each record is as it is, and what was dropped")
    command.add_argument("article", type=_existing, metavar="ARTICLE")
    command.add_argument("--model", help="spaCy model to use in place of the default, by name or folder")
    command.add_argument(
        "--patterns", type=_folder, metavar="DIR", help="folder of your own patterns, layered over ours"
    )
    command.set_defaults(run=_explain)


def _add_schema(commands: _Commands[argparse.ArgumentParser]) -> None:
    command = commands.add_parser("schema", help="print the JSON Schema of an event record")
    command.set_defaults(run=_schema)


def _extract(options: argparse.Namespace) -> int:
    from extractor.batch import Options, RunStoppedError, StartUpError, run
    from extractor.batch.report import ProgressLine, show_failures, show_summary

    signal.signal(signal.SIGTERM, _interrupt)
    output = None if options.output == "-" else Path(options.output)
    settings = Options(options.workers, options.model, options.patterns, options.published)
    try:
        with ProgressLine(sys.stderr, is_shown=not options.quiet) as progress:
            summary = run(options.inputs, output, settings, on_progress=progress.show)
    except (ValueError, StartUpError) as error:
        return _complain(str(error), WRONG_USE)
    except RunStoppedError as error:
        return _complain(str(error), FAILED)
    if not options.quiet:
        show_summary(summary, sys.stderr)
    elif summary.exit_code:
        show_failures(summary, sys.stderr)
    return summary.exit_code


def _export(options: argparse.Namespace) -> int:
    from extractor.export import export

    left_out = 0

    def complain(message: str) -> None:
        nonlocal left_out
        left_out += 1
        print(message, file=sys.stderr)

    try:
        written = export(options.events, options.profile, options.output, complain)
    except ValueError as error:
        return _complain(str(error), FAILED)
    if left_out:
        return _complain(f"wrote {written} rows; left out {left_out} bad lines, listed above", FAILED)
    return DONE


def _evaluate(options: argparse.Namespace) -> int:
    from extractor.scoring import evaluate

    try:
        report = evaluate(options.events, options.gold)
    except UnicodeDecodeError as error:
        return _complain(f"{options.events}: not UTF-8 ({error}); give a file of event records", FAILED)
    except ValueError as error:
        return _complain(str(error), FAILED)
    if options.report:
        options.report.write_text(report.to_text(), encoding="utf-8")
    else:
        print(report.to_text())
    if options.json:
        options.json.write_text(report.to_json(), encoding="utf-8")
    return DONE


def _explain(options: argparse.Namespace) -> int:
    from extractor.pipeline import explain

    try:
        print(explain(options.article, options.patterns, options.model))
    except ValueError as error:
        return _complain(str(error), FAILED)
    return DONE


def _schema(_options: argparse.Namespace) -> int:
    import json

    from extractor.records import EventRecord

    print(json.dumps(EventRecord.model_json_schema(by_alias=True), indent=2, ensure_ascii=False))
    return DONE


def _positive(value: str) -> int:
    number = int(value) if value.isdecimal() else 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"{value!r} is no number of at least 1")
    return number


def _existing(value: str) -> Path:
    path = Path(value)
    if not path.exists():
        raise argparse.ArgumentTypeError(f"no such file or folder: {value}")
    return path


def _folder(value: str) -> Path:
    path = Path(value)
    if not path.is_dir():
        raise argparse.ArgumentTypeError(f"{value!r} is no folder")
    return path


def _day(value: str) -> dt.date:
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{value!r} is no date such as 2024-05-02") from None


def _interrupt(_signal: int, _frame: FrameType | None) -> None:
    """Being asked to stop is an interruption like the one from the keyboard."""
    raise KeyboardInterrupt


def _complain(message: str, code: int) -> int:
    print(f"extractor: {message}", file=sys.stderr)
    return code

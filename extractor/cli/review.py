"""`extractor review`: the records read and corrected in a browser, and `review export`, what came of it."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from extractor.cli.options import DONE, FAILED, WRONG_USE, Commands, add_patterns_option, complain, existing

if TYPE_CHECKING:
    from extractor.review.serving import Settings


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    command = commands.add_parser(
        "review",
        help="read and correct records in a browser",
        usage="extractor review [export] EVENTS.jsonl [options]",
    )
    command.add_argument(
        "action",
        nargs="?",
        choices=("export",),
        metavar="export",
        help="write what the review has made: corrected records, gold, the rules that were wrong",
    )
    command.add_argument("events", type=Path, metavar="EVENTS.jsonl")
    command.add_argument(
        "--articles",
        type=existing,
        action="append",
        default=[],
        metavar="PATH",
        help="file or folder of the articles; its articles without records are shown too (may be repeated)",
    )
    command.add_argument(
        "--log",
        type=Path,
        metavar="FILE",
        help="the review log (default: EVENTS.review.jsonl beside the records)",
    )
    command.add_argument("--reviewer", metavar="NAME", help="who reviews (default: the user of this machine)")
    command.add_argument(
        "--blind",
        action="store_true",
        help="each reviewer sees their own decisions only, to measure agreement",
    )
    command.add_argument("--port", type=_port, default=0, help="port on this machine (default: a free one)")
    command.add_argument(
        "--host",
        action="append",
        default=[],
        metavar="NAME",
        help="a further host name to answer to, where a reverse proxy stands before it (may be repeated)",
    )
    command.add_argument("--no-browser", action="store_true", help="print the address and open no browser")
    command.add_argument("-o", "--output", type=Path, metavar="DIR", help="the folder that export writes to")
    command.add_argument(
        "--reviewed", action="store_true", help="export only records that somebody has judged"
    )
    add_patterns_option(command)
    command.set_defaults(run=run_command)


def run_command(options: argparse.Namespace) -> int:
    """Run it and return the exit code."""
    from extractor.patternfiles import PatternError
    from extractor.review.serving import Settings, default_log, serve

    if not options.events.is_file():
        return complain(f"no such file: {options.events}", WRONG_USE)
    settings = Settings(
        events=options.events,
        log=options.log or default_log(options.events),
        articles=tuple(options.articles),
        patterns=options.patterns,
        reviewer=options.reviewer,
        port=options.port,
        hosts=tuple(options.host),
        blind=options.blind,
        opens_browser=not options.no_browser,
    )
    try:
        if options.action == "export":
            return _export(settings, options)
        serve(settings)
    except PatternError as error:
        return complain(str(error), WRONG_USE)
    except OSError as error:
        return complain(
            f"cannot serve at port {options.port}: {error}" if options.port else str(error), FAILED
        )
    return DONE


def _export(settings: Settings, options: argparse.Namespace) -> int:
    from extractor.review.exporting import export_review
    from extractor.review.serving import open_desk

    if options.output is None:
        return complain("say where to write with -o DIR", WRONG_USE)
    if (options.output / "events.jsonl").resolve() == settings.events.resolve():
        return complain(
            f"{options.output} is the folder of the records themselves; choose another", WRONG_USE
        )
    desk = open_desk(settings)
    if settings.articles:
        desk.find_silent()
        desk.refresh()
    done = export_review(desk, options.output, reviewed_only=options.reviewed)
    for message in (*desk.problems, *done.left_out):
        print(message, file=sys.stderr)
    print(
        f"{options.output}: {done.records} records, gold of {done.gold} articles,"
        f" {done.wrong_rules} rules were wrong",
        file=sys.stderr,
    )
    return FAILED if desk.problems else DONE


def _port(value: str) -> int:
    number = int(value) if value.isdecimal() else -1
    if not 0 <= number <= 65_535:
        raise argparse.ArgumentTypeError(f"{value!r} is no port from 0 to 65535")
    return number

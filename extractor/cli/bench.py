"""`extractor bench`: how fast the program is on this machine."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path

from extractor.cli.options import DONE, FAILED, WRONG_USE, Commands, complain, positive


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    command = commands.add_parser(
        "bench",
        help="measure the speed beside bare spaCy",
        description="Measure articles a second beside bare spaCy on the same texts in the same run, the time "
        "to start, and the memory. Articles are repeated with other numbers and names as often as needed.",
    )
    for kind, what in (("ordinary", "that tell of no political violence"), ("conflict", "that do")):
        command.add_argument(
            f"--{kind}", nargs="+", metavar="INPUT", help=f"articles {what} (default: those of the corpora)"
        )
    command.add_argument(
        "--articles", type=positive, default=300, metavar="N", help="how many of each kind (default: 300)"
    )
    command.add_argument("--workers", type=positive, metavar="N", help="what is all (default: one a core)")
    command.add_argument(
        "--sizes", type=_sizes, default=(), metavar="N,N,…", help="also runs of so many articles each"
    )
    command.add_argument("--json", type=Path, metavar="FILE", help="write the figures as JSON as well")
    command.set_defaults(run=run_command)


def _sizes(given: str) -> tuple[int, ...]:
    return tuple(positive(each) for each in given.split(","))


def run_command(options: argparse.Namespace) -> int:
    """Run it and return the exit code."""
    from extractor.bench import benchmark, bundled, given
    from extractor.bench.figures import growth
    from extractor.bench.report import show
    from extractor.bench.texts import KINDS

    def tell(message: str) -> None:
        print(message, file=sys.stderr)

    chosen = {kind: getattr(options, kind) for kind in KINDS if getattr(options, kind)}
    try:
        samples = [given(kind, inputs) for kind, inputs in chosen.items()] or list(bundled().values())
    except ValueError as error:
        return complain(str(error), WRONG_USE)
    try:
        figures = [benchmark(sample, options.articles, options.workers, tell) for sample in samples]
        sizes = [each for sample in samples for each in growth(sample, options.sizes, options.workers, tell)]
    except RuntimeError as error:
        return complain(str(error), FAILED)
    show(figures, sizes, sys.stdout)
    if options.json:
        content = {"kinds": [asdict(each) for each in figures], "sizes": [asdict(each) for each in sizes]}
        options.json.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
    return DONE

"""What the commands share: how they are added, how options are read, how trouble is told."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from pathlib import Path

DONE, FAILED, WRONG_USE = 0, 1, 2

Commands = argparse._SubParsersAction  # argparse has no public name for it


def add_reading_options(command: argparse.ArgumentParser) -> None:
    """The options of every command that reads articles."""
    command.add_argument("--model", help="spaCy model to use in place of the default, by name or folder")
    add_patterns_option(command)


def add_patterns_option(command: argparse.ArgumentParser) -> None:
    """The option that layers a user's own rules over ours."""
    command.add_argument(
        "--patterns", type=folder, metavar="DIR", help="folder of your own patterns, layered over ours"
    )


def positive(value: str) -> int:
    """A number of at least 1."""
    number = int(value) if value.isdecimal() else 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"{value!r} is no number of at least 1")
    return number


def existing(value: str) -> Path:
    """A file or folder that is there."""
    path = Path(value)
    if not path.exists():
        raise argparse.ArgumentTypeError(f"no such file or folder: {value}")
    return path


def folder(value: str) -> Path:
    """A folder that is there."""
    path = Path(value)
    if not path.is_dir():
        raise argparse.ArgumentTypeError(f"{value!r} is no folder")
    return path


def day(value: str) -> dt.date:
    """A date in ISO format."""
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{value!r} is no date such as 2024-05-02") from None


def complain(message: str, code: int) -> int:
    """Tell what went wrong and return the exit code."""
    print(f"extractor: {message}", file=sys.stderr)
    return code

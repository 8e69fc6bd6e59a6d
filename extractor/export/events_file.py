"""Event files read line by line; rows written as CSV."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TextIO

from pydantic import ValidationError

from extractor.records import EventRecord

Complain = Callable[[str], None]
Row = Mapping[str, object]
STANDARD_STREAM = "-"


def to_stderr(message: str) -> None:
    """Tell the user on standard error."""
    print(message, file=sys.stderr)


def read_events(events: Path, complain: Complain = to_stderr) -> Iterator[EventRecord]:
    """The records of an event file, in its order; a line that is none is told and left out."""
    with events.open("rb") as lines:  # as bytes: a line that is no UTF-8 is then one of the bad ones
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                yield EventRecord.model_validate_json(line)
            except ValidationError as error:
                first = error.errors()[0]
                where = ".".join(str(part) for part in first["loc"]) or "line"
                complain(f"{events}:{number}: not an event record, {where}: {first['msg']}; left out")


def write_csv(columns: Sequence[str], rows: Iterable[Row], output: Path | str) -> int:
    """Write the rows with a header, None as an empty cell; returns how many rows there were."""
    written = 0
    with text_output(output) as stream:
        writer = csv.DictWriter(stream, columns, lineterminator="\n")
        writer.writeheader()
        for row in rows:
            writer.writerow(row)
            written += 1
    return written


@contextmanager
def text_output(output: Path | str) -> Iterator[TextIO]:
    """Where to write text: standard output for "-", else a file that is there when it is whole."""
    if str(output) == STANDARD_STREAM:
        yield sys.stdout
        return
    with whole_or_not_at_all(output) as binary:
        stream = io.TextIOWrapper(binary, encoding="utf-8", newline="")
        yield stream
        stream.flush()
        stream.detach()


@contextmanager
def whole_or_not_at_all(output: Path | str) -> Iterator[BinaryIO]:
    """A file written beside its place and put there at the end; after a fault a former one stands as it was.

    Devices and pipes are written as they are, standard output for "-".
    """
    if str(output) == STANDARD_STREAM:
        yield sys.stdout.buffer
        return
    path = Path(output)
    if path.exists() and not path.is_file():
        with path.open("wb") as stream:
            yield stream
        return
    part = path.with_name(f"{path.name}.part")
    try:
        with part.open("wb") as stream:
            yield stream
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise

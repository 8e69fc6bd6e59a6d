"""CSV and TSV files with a line of column names."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import BinaryIO

from extractor.articles.article import UnreadableError
from extractor.articles.decoding import detect_encoding, looks_binary

_MAX_FIELD = 50_000_000
_SAMPLE = 65_536
_DELIMITERS = ",;\t|"


def table_rows(file: BinaryIO) -> Iterator[tuple[int, dict[str, object] | UnreadableError]]:
    """Line number (from 1) and the row as column → value, or what is wrong with the row.

    The file is read row by row. Raises UnreadableError for binary and empty files.
    """
    sample = file.read(_SAMPLE)
    file.seek(0)
    if not sample.strip():
        raise UnreadableError("is empty")
    encoding = detect_encoding(sample, whole=len(sample) < _SAMPLE)
    text = sample.decode(encoding, errors="replace")
    if looks_binary(text):
        raise UnreadableError("is not text (binary content); save the table as CSV in UTF-8")
    csv.field_size_limit(_MAX_FIELD)
    # A TextIOWrapper would close the file with it; the caller does that.
    lines = io.TextIOWrapper(file, encoding=encoding, errors="replace", newline="")
    try:
        yield from _rows(csv.reader(lines, delimiter=_delimiter(text)))
    finally:
        lines.detach()


def _rows(reader: Iterator[list[str]]) -> Iterator[tuple[int, dict[str, object] | UnreadableError]]:
    columns: list[str] | None = None
    while True:
        line = reader.line_num + 1  # type: ignore[attr-defined]
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield line, UnreadableError(f"broken row ({error}); check the quotation marks")
            continue
        if not any(cell.strip() for cell in row):
            continue
        if columns is None:
            columns = [name.strip() for name in row]
        else:
            yield line, dict(zip(columns, row, strict=False))


def _delimiter(sample: str) -> str:
    """The separator that the line of column names has most of; a comma where it has none."""
    first_line = next(iter(sample.lstrip().splitlines()), "")
    return max(_DELIMITERS, key=first_line.count)

"""CSV and TSV files with a line of column names."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from extractor.articles.article import UnreadableError
from extractor.articles.decoding import detect_encoding, looks_binary

if TYPE_CHECKING:
    from typing_extensions import Buffer

_MAX_FIELD = 50_000_000
_SAMPLE = 65_536
_DELIMITERS = ",;\t|"


def table_rows(file: BinaryIO) -> Iterator[tuple[int, dict[str, object] | UnreadableError]]:
    """Line number (from 1) and the row as column → value, or what is wrong with the row.

    The file is read row by row. Raises UnreadableError for binary and empty files.
    """
    sample = _head(file)
    if not sample.strip():
        raise UnreadableError("is empty")
    encoding = detect_encoding(sample, whole=len(sample) < _SAMPLE)
    text = sample.decode(encoding, errors="replace")
    if looks_binary(text):
        raise UnreadableError("is not text (binary content); save the table as CSV in UTF-8")
    csv.field_size_limit(_MAX_FIELD)
    content = io.BufferedReader(_Again(sample, file))
    lines = io.TextIOWrapper(content, encoding=encoding, errors="replace", newline="")
    yield from _rows(csv.reader(lines, delimiter=_delimiter(text)))


def _head(file: BinaryIO) -> bytes:
    """The first bytes, as many as there are of the sample; one read may give fewer."""
    parts: list[bytes] = []
    left = _SAMPLE
    while left and (part := file.read(left)):
        parts.append(part)
        left -= len(part)
    return b"".join(parts)


class _Again(io.RawIOBase):
    """What was read of a file and then the rest, for files that cannot go back."""

    def __init__(self, head: bytes, file: BinaryIO) -> None:
        self._head, self._file = head, file

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Buffer) -> int:
        view = memoryview(buffer)
        data, self._head = self._head[: len(view)], self._head[len(view) :]
        data = data or self._file.read(len(view))
        view[: len(data)] = data
        return len(data)


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

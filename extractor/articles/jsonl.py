"""JSONL files: one object a line; also .json files with an object or a list of them."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from typing import BinaryIO

from extractor.articles.article import UnreadableError
from extractor.articles.decoding import decode

MAX_LINE_BYTES = 50_000_000
_SNIFF = 4_096
_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def json_lines(
    file: BinaryIO, first: bytes = b""
) -> Iterator[tuple[int, dict[str, object] | UnreadableError]]:
    """Line number (from 1) and object of every line that is not blank, or what is wrong with the line.

    `first` is a line that was read from `file` before. Numbering goes on after a broken line, and
    only one line is held at a time. Raises UnreadableError for binary files.
    """
    first = first or file.readline(MAX_LINE_BYTES + 1)
    if first.startswith(_UTF16_MARKS):
        rest = first + file.read()
        yield from _numbered_objects(iter(decode(rest).text.encode("utf-8").splitlines(keepends=True)))
        return
    if b"\x00" in first[:_SNIFF]:
        raise UnreadableError("is not text (binary content); one JSON object a line is expected")
    yield from _numbered_objects(_lines(file, first.removeprefix(codecs.BOM_UTF8)))


def json_document(data: bytes) -> Iterator[tuple[int | None, dict[str, object] | UnreadableError]]:
    """The objects of a .json file: a list of them, one alone, or one a line after all.

    Raises UnreadableError for binary and blank files.
    """
    text = decode(data).text
    if not text.strip():
        raise UnreadableError("is empty")
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        yield from _numbered_objects(iter(text.encode("utf-8").splitlines(keepends=True)))
        return
    for item in document if isinstance(document, list) else [document]:
        yield None, item if isinstance(item, dict) else UnreadableError(_not_an_object(item))


def _numbered_objects(lines: Iterator[bytes]) -> Iterator[tuple[int, dict[str, object] | UnreadableError]]:
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield number, _object(line)


def _lines(file: BinaryIO, line: bytes) -> Iterator[bytes]:
    """`line` and all that follow in `file`; of one that is too long only so much that it shows."""
    while line:
        yield line
        while len(line) > MAX_LINE_BYTES and not line.endswith(b"\n"):
            line = file.readline(MAX_LINE_BYTES + 1)
        line = file.readline(MAX_LINE_BYTES + 1)


def _object(line: bytes) -> dict[str, object] | UnreadableError:
    if len(line) > MAX_LINE_BYTES:
        return UnreadableError(
            f"line is longer than {MAX_LINE_BYTES // 1_000_000} MB; one article a line, please"
        )
    try:
        item = json.loads(_decoded(line))
    except UnreadableError as error:
        return error
    except RecursionError:
        return UnreadableError("broken JSON (nested too deep)")
    except ValueError as error:
        return UnreadableError(f"broken JSON ({error}); one whole object a line")
    return item if isinstance(item, dict) else UnreadableError(_not_an_object(item))


def _decoded(line: bytes) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return decode(line).text


def _not_an_object(item: object) -> str:
    return f'is no JSON object but {type(item).__name__}; write {{"id": ..., "text": ..., "published": ...}}'

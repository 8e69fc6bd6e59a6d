"""Paths → articles: `sources` of `finding` finds them one after the other, `read_source` reads one.

The two are apart so that the reading can be done by worker processes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from extractor.articles.article import Article, ReadFailure, UnreadableError
from extractor.articles.fields import read_fields
from extractor.articles.finding import MAX_FILE_BYTES, sources, too_large
from extractor.articles.html import is_page, read_html
from extractor.articles.pdf import read_pdf
from extractor.articles.plain import read_plain
from extractor.articles.source import Source
from extractor.articles.wording import Wording, load_wording

MAX_ARTICLE_CHARACTERS = 1_000_000  # of its text: what the tokenizer takes at once
_SNIFF = 4_096
NO_DATE = (
    "no publication date; days such as 'on Sunday' stay open (give the article a date, or set --published)"
)


def read(paths: Sequence[str], *, patterns: Path | None = None) -> Iterator[Article | ReadFailure]:
    """The articles of files, folders (recursive) and "-" (standard input), in the order given and sorted.

    What cannot be read comes as a ReadFailure in its place. `patterns` is a folder whose headers/
    are layered over ours.
    """
    wording = load_wording(patterns)
    for found in sources(paths, patterns=patterns):
        yield found if isinstance(found, ReadFailure) else read_source(found, wording)


def read_source(source: Source, wording: Wording) -> Article | ReadFailure:
    """Read one article; never raises on what is in it."""
    try:
        article = _read(source, wording)
    except UnreadableError as error:
        return ReadFailure(source.shown_path, source.line, str(error))
    except OSError as error:
        return ReadFailure(source.shown_path, source.line, f"cannot be opened ({error.strerror})")
    if len(article.text) > MAX_ARTICLE_CHARACTERS:
        return ReadFailure(source.shown_path, source.line, _too_long(len(article.text)))
    if source.url and not article.url:
        article = replace(article, url=source.url)
    if article.published is None and not article.problems:
        return replace(article, problems=(NO_DATE,))
    return article


def _read(source: Source, wording: Wording) -> Article:
    if source.fields is not None:
        return read_fields(source, source.fields, wording)
    data = source.data if source.data is not None else _bytes_of(source)
    if not data:
        raise UnreadableError("is empty")
    if source.format == "pdf" or data.startswith(b"%PDF-"):
        return read_pdf(source, data, wording)
    if source.format == "html" or is_page(data[:_SNIFF].decode("latin-1")):
        return read_html(source, data, wording)
    return read_plain(source, data, wording)


def _bytes_of(source: Source) -> bytes:
    with source.open() as file:
        data = file.read(MAX_FILE_BYTES + 1)
    if len(data) > MAX_FILE_BYTES:
        raise UnreadableError(too_large(source.size))
    return data


def _too_long(characters: int) -> str:
    return (
        f"is too long for one article ({characters:,} characters, the limit is {MAX_ARTICLE_CHARACTERS:,}); "
        "split it into one article a file, or into JSONL with one article a line"
    )

"""Paths and addresses → the articles there, found one after the other and not yet read."""

from __future__ import annotations

import itertools
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from extractor.articles import crawl, packed
from extractor.articles.article import ReadFailure, UnreadableError
from extractor.articles.decoding import decode
from extractor.articles.fields import FieldFinder
from extractor.articles.ids import UniqueIds
from extractor.articles.jsonl import MAX_LINE_BYTES, json_document, json_lines
from extractor.articles.parquet import parquet_rows
from extractor.articles.remote import is_remote, remote_files
from extractor.articles.source import Format, Source, printable
from extractor.articles.survey import Survey
from extractor.articles.table import table_rows
from extractor.articles.walk import FoundFile, found_file, walk
from extractor.articles.wording import Wording, load_wording

MAX_FILE_BYTES = 50_000_000  # of a file that is one article; files of many articles may be of any size
_SNIFF = 4_096
_ONE_ARTICLE: dict[str, Format] = {
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".pdf": "pdf",
}
_LINES = (".jsonl", ".ndjson")
_TABLES = (".csv", ".tsv")
_ROWS = (".parquet", ".pq")
_MANY = frozenset({*_LINES, *_TABLES, *_ROWS, *crawl.SUFFIXES, ".json"})
_MAY_BE_PACKED = frozenset({*_LINES, *_TABLES, *crawl.SUFFIXES})
_STDIN_ID = "stdin"

_Rows = Iterable[tuple[int | None, dict[str, object] | UnreadableError]]


def too_large(size: int) -> str:
    """What is said of a file of `size` bytes that is one article."""
    return (
        f"is too large for one article ({size / 1e6:.0f} MB, the limit is {MAX_FILE_BYTES // 1_000_000} MB); "
        "split it into one article a file, or into JSONL with one article a line"
    )


def sources(
    paths: Sequence[str],
    *,
    exclude: frozenset[Path] = frozenset(),
    patterns: Path | None = None,
    survey: Survey | None = None,
) -> Iterator[Source | ReadFailure]:
    """Find the articles without reading those that are files of their own.

    `exclude` are resolved paths that folders are searched without: the run's own output. Every id
    comes once; a second one gets a suffix and a problem. Memory does not grow with the articles. `survey` is
    told how far the finding has come.
    """
    survey = survey or Survey(paths)
    finder = _Finder(exclude, load_wording(patterns), survey)
    ids = UniqueIds()
    for found in itertools.chain(finder.find(paths), finder.skipped()):
        survey.found += isinstance(found, Source)
        yield _with_unique_id(found, ids) if isinstance(found, Source) else found


def _with_unique_id(source: Source, ids: UniqueIds) -> Source:
    unique = ids.take(source.id)
    if unique == source.id:
        return source
    problem = f"the id {source.id!r} is used by an earlier article; this one is called {unique!r}"
    return replace(source, id=unique, problems=(*source.problems, problem))


class _Finder:
    """Goes through the inputs and remembers which kinds of files it left out."""

    def __init__(self, exclude: frozenset[Path], wording: Wording, survey: Survey) -> None:
        self._exclude = exclude
        self._survey = survey
        self._fields = FieldFinder(wording)
        self._left_out: Counter[str] = Counter()
        self._first_left_out: dict[str, str] = {}

    def find(self, paths: Sequence[str]) -> Iterator[Source | ReadFailure]:
        for given in paths:
            path = Path(given)
            if given == "-":
                yield from self._from_stdin()
            elif is_remote(given):
                yield from self._from_afar(given)
            elif path.is_dir():
                yield from self._from_folder(walk(path, self._exclude))
            else:
                yield from self._from_file(found_file(path, printable(Path(path.stem))))

    def skipped(self) -> Iterator[ReadFailure]:
        """One entry for each kind of file that was left out, with how many there were."""
        for suffix, count in sorted(self._left_out.items()):
            kind = f"{count} files of kind {suffix or '(no suffix)'}" if count > 1 else "1 file"
            reason = f"{kind} skipped: binary content, no article"
            yield ReadFailure(self._first_left_out[suffix], None, reason, skipped=True)

    def _from_folder(self, files: Iterable[FoundFile | ReadFailure]) -> Iterator[Source | ReadFailure]:
        for found in files:
            if isinstance(found, FoundFile) and self._is_foreign(found):
                suffix = Path(found.shown_path).suffix.lower()
                self._left_out[suffix] += 1
                self._first_left_out.setdefault(suffix, found.shown_path)
            else:
                yield from self._from_file(found)

    def _from_afar(self, address: str) -> Iterator[Source | ReadFailure]:
        def files() -> Iterator[FoundFile | ReadFailure]:
            for each in remote_files(address):
                if isinstance(each, ReadFailure):
                    yield each
                else:
                    name, file = each
                    yield FoundFile(None, name, file.size, file)

        yield from self._from_folder(files())

    @staticmethod
    def _is_foreign(found: FoundFile) -> bool:
        """Whether a file of a kind that is not ours is binary as well."""
        if (suffix := _kind_of(found.shown_path)) in _ONE_ARTICLE or suffix in _MANY:
            return False
        try:
            with found.open() as file:
                start = file.read(_SNIFF)
        except (OSError, UnreadableError):
            return False
        try:
            decode(start)
        except UnreadableError:
            return True
        return False

    def _from_file(self, found: FoundFile | ReadFailure) -> Iterator[Source | ReadFailure]:
        if isinstance(found, ReadFailure):
            yield found
            return
        kind = _kind_of(found.shown_path)
        before = self._survey.passed
        if kind in _MANY:
            yield from self._from_collection(found, kind)
            self._survey.passed = before + found.size
            return
        self._survey.passed = before + found.size
        if found.size > MAX_FILE_BYTES:
            yield ReadFailure(found.shown_path, None, too_large(found.size))
        else:
            format_ = _ONE_ARTICLE.get(kind, "text")
            yield Source(id=found.name, format=format_, path=found.path, size=found.size, remote=found.remote)

    def _from_collection(self, found: FoundFile, kind: str) -> Iterator[Source | ReadFailure]:
        """The articles of a file that holds many."""
        shown = found.shown_path
        before = self._survey.passed
        try:
            with found.open() as raw:
                suffix = Path(shown).suffix.lower()
                file = packed.unpacked(raw, suffix) if suffix in packed.SUFFIXES else raw
                if kind in crawl.SUFFIXES:
                    articles = self._from_crawl(file, found)
                else:
                    articles = self._from_rows(self._rows(file, found.size, kind), found)
                for article in articles:
                    self._survey.passed = before + raw.tell()
                    yield article
        except (UnreadableError, packed.DamagedError) as error:
            yield ReadFailure(shown, None, str(error))
        except OSError as error:
            yield ReadFailure(shown, None, f"cannot be opened ({error.strerror})")

    def _rows(self, file: BinaryIO, size: int, kind: str) -> _Rows:
        if kind in _LINES:
            return json_lines(file)
        if kind in _TABLES:
            return table_rows(file)
        if kind in _ROWS:
            return parquet_rows(file, self._fields)
        if size > MAX_FILE_BYTES:
            raise UnreadableError(
                f"is too large for one JSON document ({size / 1e6:.0f} MB); save it as JSONL"
            )
        return json_document(file.read())

    def _from_rows(self, rows: _Rows, found: FoundFile) -> Iterator[Source | ReadFailure]:
        is_empty = True
        for count, (line, row) in enumerate(rows, start=1):
            is_empty = False
            try:
                if isinstance(row, UnreadableError):
                    raise row
                wanted, fields = self._fields.read(row, self._fields.names_for(list(row)))
            except UnreadableError as error:
                yield ReadFailure(found.shown_path, line, str(error))
            else:
                id_ = wanted or f"{found.name}:{line or count}"
                size = len(fields.text)
                yield Source(id_, "fields", found.path, size, line, fields, remote=found.remote)
        if is_empty:
            yield ReadFailure(found.shown_path, None, "holds no article")

    def _from_crawl(self, file: BinaryIO, found: FoundFile) -> Iterator[Source | ReadFailure]:
        is_empty = True
        for number, page in crawl.crawled_pages(file, MAX_FILE_BYTES):
            is_empty = False
            if isinstance(page, UnreadableError):
                yield ReadFailure(found.shown_path, number, str(page))
                continue
            yield Source(
                id=page.url or f"{found.name}:{number}",
                format="html" if page.is_html else "text",
                path=found.path,
                size=len(page.data),
                line=number,
                data=page.data,
                remote=found.remote,
                url=page.url or None,
            )
        if is_empty:
            yield ReadFailure(found.shown_path, None, "holds no page")

    def _from_stdin(self) -> Iterator[Source | ReadFailure]:
        """JSONL where standard input begins with a brace, else one article of plain text or HTML."""
        stream = sys.stdin.buffer
        first = stream.readline(MAX_LINE_BYTES + 1)
        if first.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{"):
            yield from self._from_rows(json_lines(stream, first), FoundFile(None, _STDIN_ID, 0))
            return
        data = first + stream.read(MAX_FILE_BYTES + 1 - len(first))
        if len(data) > MAX_FILE_BYTES:
            yield ReadFailure("-", None, too_large(len(data)))
        else:
            yield Source(id=_STDIN_ID, format="text", path=None, size=len(data), data=data)


def _kind_of(shown_path: str) -> str:
    """The suffix that says how a file is read: that of what is packed, where it holds many articles."""
    path = Path(shown_path)
    suffix = path.suffix.lower()
    inner = Path(path.stem).suffix.lower()
    return inner if suffix in packed.SUFFIXES and inner in _MAY_BE_PACKED else suffix

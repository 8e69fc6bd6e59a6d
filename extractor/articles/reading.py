"""Paths → articles. `sources` finds them one after the other, `read_source` reads one.

The two are apart so that the reading can be done by worker processes.
"""

from __future__ import annotations

import gzip
import itertools
import sys
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, cast

from extractor.articles.article import Article, ReadFailure, UnreadableError
from extractor.articles.decoding import decode
from extractor.articles.fields import FieldFinder, read_fields
from extractor.articles.html import is_page, read_html
from extractor.articles.ids import UniqueIds
from extractor.articles.jsonl import MAX_LINE_BYTES, json_document, json_lines
from extractor.articles.pdf import read_pdf
from extractor.articles.plain import read_plain
from extractor.articles.source import Fields, Format, Source, printable
from extractor.articles.table import table_rows
from extractor.articles.walk import FoundFile, found_file, walk
from extractor.articles.wording import Wording, load_wording

MAX_FILE_BYTES = 50_000_000  # of a file that is one article; JSONL and CSV files may be of any size
MAX_ARTICLE_CHARACTERS = 1_000_000  # of its text: what the tokenizer takes at once
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
_LINES = frozenset({".jsonl", ".ndjson"})
_PACKED = ".gz"
_TABLES = frozenset({".csv", ".tsv"})
_STDIN_ID = "stdin"
NO_DATE = (
    "no publication date; days such as 'on Sunday' stay open (give the article a date, or set --published)"
)

_Rows = Iterable[tuple[int | None, dict[str, object] | UnreadableError]]


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
    assert source.path is not None
    with source.path.open("rb") as file:
        data = file.read(MAX_FILE_BYTES + 1)
    if len(data) > MAX_FILE_BYTES:
        raise UnreadableError(_too_large(source.size))
    return data


def _too_large(size: int) -> str:
    return (
        f"is too large for one article ({size / 1e6:.0f} MB, the limit is {MAX_FILE_BYTES // 1_000_000} MB); "
        "split it into one article a file, or into JSONL with one article a line"
    )


def _too_long(characters: int) -> str:
    return (
        f"is too long for one article ({characters:,} characters, the limit is {MAX_ARTICLE_CHARACTERS:,}); "
        "split it into one article a file, or into JSONL with one article a line"
    )


def sources(
    paths: Sequence[str], *, exclude: frozenset[Path] = frozenset(), patterns: Path | None = None
) -> Iterator[Source | ReadFailure]:
    """Find the articles without reading those that are files of their own.

    `exclude` are resolved paths that folders are searched without: the run's own output. Every id
    comes once; a second one gets a suffix and a problem. Memory does not grow with the articles.
    """
    finder = _Finder(exclude, load_wording(patterns))
    ids = UniqueIds()
    for found in itertools.chain(finder.find(paths), finder.skipped()):
        yield _with_unique_id(found, ids) if isinstance(found, Source) else found


def _with_unique_id(source: Source, ids: UniqueIds) -> Source:
    unique = ids.take(source.id)
    if unique == source.id:
        return source
    problem = f"the id {source.id!r} is used by an earlier article; this one is called {unique!r}"
    return replace(source, id=unique, problems=(*source.problems, problem))


class _Finder:
    """Goes through the inputs and remembers which kinds of files it left out."""

    def __init__(self, exclude: frozenset[Path], wording: Wording) -> None:
        self._exclude = exclude
        self._fields = FieldFinder(wording)
        self._left_out: Counter[str] = Counter()
        self._first_left_out: dict[str, str] = {}

    def find(self, paths: Sequence[str]) -> Iterator[Source | ReadFailure]:
        for given in paths:
            path = Path(given)
            if given == "-":
                yield from self._from_stdin()
            elif path.is_dir():
                yield from self._from_folder(path)
            else:
                yield from self._from_file(found_file(path, printable(Path(path.stem))))

    def skipped(self) -> Iterator[ReadFailure]:
        """One entry for each kind of file that was left out, with how many there were."""
        for suffix, count in sorted(self._left_out.items()):
            kind = f"{count} files of kind {suffix or '(no suffix)'}" if count > 1 else "1 file"
            reason = f"{kind} skipped: binary content, no article"
            yield ReadFailure(self._first_left_out[suffix], None, reason, skipped=True)

    def _from_folder(self, folder: Path) -> Iterator[Source | ReadFailure]:
        for found in walk(folder, self._exclude):
            if isinstance(found, FoundFile) and self._is_foreign(found):
                suffix = found.path.suffix.lower()
                self._left_out[suffix] += 1
                self._first_left_out.setdefault(suffix, printable(found.path))
            else:
                yield from self._from_file(found)

    @staticmethod
    def _is_foreign(found: FoundFile) -> bool:
        """Whether a file of a kind that is not ours is binary as well."""
        suffix = _kind_of(found.path)
        if suffix in _ONE_ARTICLE or suffix in _LINES or suffix in _TABLES or suffix == ".json":
            return False
        try:
            with found.path.open("rb") as file:
                decode(file.read(_SNIFF))
        except UnreadableError:
            return True
        except OSError:
            return False
        return False

    def _from_file(self, found: FoundFile | ReadFailure) -> Iterator[Source | ReadFailure]:
        if isinstance(found, ReadFailure):
            yield found
            return
        suffix = _kind_of(found.path)
        is_many = suffix in _LINES or suffix in _TABLES or suffix == ".json"
        if not is_many and found.size > MAX_FILE_BYTES:
            yield ReadFailure(printable(found.path), None, _too_large(found.size))
        elif not is_many:
            format_ = _ONE_ARTICLE.get(suffix, "text")
            yield Source(id=found.name, format=format_, path=found.path, size=found.size)
        else:
            yield from self._from_collection(found, suffix)

    def _from_collection(self, found: FoundFile, suffix: str) -> Iterator[Source | ReadFailure]:
        """The articles of a JSONL, JSON, CSV or TSV file."""
        try:
            with _opened(found.path) as file:
                yield from self._from_rows(_rows(file, found.size, suffix), found.path, found.name)
        except UnreadableError as error:
            yield ReadFailure(printable(found.path), None, str(error))
        except (gzip.BadGzipFile, EOFError, zlib.error) as error:
            reason = f"is no whole gzip file ({error}); what stands before the fault was read"
            yield ReadFailure(printable(found.path), None, reason)
        except OSError as error:
            yield ReadFailure(printable(found.path), None, f"cannot be opened ({error.strerror})")

    def _from_rows(self, rows: _Rows, path: Path | None, name: str) -> Iterator[Source | ReadFailure]:
        is_empty = True
        for count, (line, row) in enumerate(rows, start=1):
            is_empty = False
            try:
                if isinstance(row, UnreadableError):
                    raise row
                wanted, fields = self._fields.read(row, self._fields.names_for(list(row)))
            except UnreadableError as error:
                yield ReadFailure(printable(path), line, str(error))
            else:
                yield _fields_source(wanted or f"{name}:{line or count}", path, line, fields)
        if is_empty:
            yield ReadFailure(printable(path), None, "holds no article")

    def _from_stdin(self) -> Iterator[Source | ReadFailure]:
        """JSONL where standard input begins with a brace, else one article of plain text or HTML."""
        stream = sys.stdin.buffer
        first = stream.readline(MAX_LINE_BYTES + 1)
        if first.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{"):
            yield from self._from_rows(json_lines(stream, first), None, _STDIN_ID)
            return
        data = first + stream.read(MAX_FILE_BYTES + 1 - len(first))
        if len(data) > MAX_FILE_BYTES:
            yield ReadFailure("-", None, _too_large(len(data)))
        else:
            yield Source(id=_STDIN_ID, format="text", path=None, size=len(data), data=data)


def _kind_of(path: Path) -> str:
    """The suffix that says how a file is read: that of what is packed, where it holds many articles."""
    suffix = path.suffix.lower()
    packed = Path(path.stem).suffix.lower()
    return packed if suffix == _PACKED and (packed in _LINES or packed in _TABLES) else suffix


def _opened(path: Path) -> BinaryIO:
    return cast(BinaryIO, gzip.open(path, "rb")) if path.suffix.lower() == _PACKED else path.open("rb")


def _rows(file: BinaryIO, size: int, suffix: str) -> _Rows:
    if suffix in _LINES:
        return json_lines(file)
    if suffix in _TABLES:
        return table_rows(file)
    if size > MAX_FILE_BYTES:
        raise UnreadableError(f"is too large for one JSON document ({size / 1e6:.0f} MB); save it as JSONL")
    return json_document(file.read())


def _fields_source(id_: str, path: Path | None, line: int | None, fields: Fields) -> Source:
    return Source(id=id_, format="fields", path=path, size=len(fields.text), line=line, fields=fields)

"""WARC files, as crawlers write them: the pages in them, one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from extractor.articles.article import UnreadableError
from extractor.articles.extras import optional_module

SUFFIXES = (".warc", ".wet")
_PAGES = ("text/html", "application/xhtml+xml")
_TEXT = "text/plain"
_FOUND = "200"


@dataclass(frozen=True, slots=True)
class CrawledPage:
    """A page, or the text that was taken out of one, as it came over the net."""

    url: str
    data: bytes
    is_html: bool


def crawled_pages(file: BinaryIO, most_bytes: int) -> Iterator[tuple[int, CrawledPage | UnreadableError]]:
    """The pages with their numbers (from 1) among the file's records; pictures and the like are left out.

    Only one page is held at a time. Raises UnreadableError where the file is no WARC file or the library
    for it is not installed.
    """
    library = optional_module("warcio.archiveiterator", "warc", "is a WARC file")
    faults = optional_module("warcio.exceptions", "warc", "is a WARC file")
    try:
        for number, record in enumerate(library.ArchiveIterator(file), start=1):
            kind = _kind(record)
            if kind is None:
                continue
            data = record.content_stream().read(most_bytes + 1)
            url = record.rec_headers.get_header("WARC-Target-URI") or ""
            if len(data) > most_bytes:
                yield number, UnreadableError(f"{url}: is too large for one article")
            elif data.strip():
                yield number, CrawledPage(url, data, kind != _TEXT)
    except (faults.ArchiveLoadFailed, EOFError) as error:
        reason = " ".join(str(error).split())[:200]
        raise UnreadableError(
            f"is no whole WARC file ({reason}); what stands before the fault was read"
        ) from error


def _kind(record: object) -> str | None:
    """The media type of a record that holds a page, else None."""
    headers = record.rec_headers  # type: ignore[attr-defined]
    if record.rec_type == "response":  # type: ignore[attr-defined]
        answer = record.http_headers  # type: ignore[attr-defined]
        if answer is None or answer.get_statuscode() != _FOUND:
            return None
        kind = answer.get_header("Content-Type") or ""
    elif record.rec_type in ("resource", "conversion"):  # type: ignore[attr-defined]
        kind = headers.get_header("Content-Type") or ""
    else:
        return None
    kind = kind.split(";")[0].strip().lower()
    return kind if kind in (*_PAGES, _TEXT) else None

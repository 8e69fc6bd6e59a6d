"""PDF files, with the extra `pdf`."""

from __future__ import annotations

import io
import logging
import re

from extractor.articles.article import Article, UnreadableError
from extractor.articles.decoding import normalise_newlines, without_surrogates
from extractor.articles.head import read_head
from extractor.articles.source import Source
from extractor.articles.wording import Wording

_HYPHEN_AT_LINE_END = re.compile(r"(?<=[a-z])-\n(?=[a-z])")


def read_pdf(source: Source, data: bytes, wording: Wording) -> Article:
    """The text of all pages, words divided at line ends joined again.

    Raises UnreadableError for broken, locked and scanned files, and where pypdf is not installed.
    """
    text = _HYPHEN_AT_LINE_END.sub("", _text_of_pages(data))
    if not text.strip():
        raise UnreadableError("is a PDF without text (a scan?); run OCR on it first")
    head = read_head(text, wording)
    return Article(
        id=source.id,
        text=text,
        title=head.title,
        source=head.source,
        published=head.published,
        path=source.shown_path,
        url=head.url,
        byline=head.byline,
        body_start=head.body_start,
        problems=(*source.problems, *head.problems),
    )


def _text_of_pages(data: bytes) -> str:
    try:
        from pypdf import PdfReader
    except ImportError as error:
        raise UnreadableError("is a PDF; to read these, run: pip install pypdf") from error
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what matters of it is in the failure
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableError("is a PDF locked with a password; save it without one")
        pages = [page.extract_text() for page in reader.pages]
    except UnreadableError:
        raise
    except Exception as error:  # pypdf raises errors of many kinds on broken files
        raise UnreadableError(
            f"is a broken PDF ({type(error).__name__}); save it anew or give the text"
        ) from error
    return normalise_newlines(without_surrogates("\n\n".join(page.strip() for page in pages)))

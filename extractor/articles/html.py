"""HTML pages: the article's text without the page around it."""

from __future__ import annotations

import re

from extractor.articles.article import Article, UnreadableError
from extractor.articles.dates import find_day
from extractor.articles.decoding import decode, without_surrogates
from extractor.articles.head import read_head
from extractor.articles.source import Source
from extractor.articles.wording import Wording

_DECLARED = re.compile(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""", re.IGNORECASE)
_PAGE = re.compile(r"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
_LATEST_DAY = "2100-12-31"  # a fixed bound: today's date would let the same page give two answers
_NO_TEXT = "is HTML without an article in it; save the article's own page, or its text"


def is_page(text: str) -> bool:
    """Whether text that came under another name is an HTML page."""
    return _PAGE.match(text[:2_000]) is not None


def read_html(source: Source, data: bytes, wording: Wording) -> Article:
    """Raises UnreadableError where the page holds no text of an article."""
    from trafilatura import bare_extraction

    declared = _DECLARED.search(data[:4_096])
    decoded = decode(data, declared[1].decode("ascii") if declared else None)
    if not decoded.text.strip():
        raise UnreadableError("is empty")
    try:
        page = bare_extraction(
            decoded.text,
            include_comments=False,
            with_metadata=True,
            date_extraction_params={
                "original_date": True,
                "extensive_search": False,
                "max_date": _LATEST_DAY,
                "outputformat": "%Y-%m-%d",
            },
        )
    except Exception as error:  # the parser's own errors on broken markup are of many kinds
        raise UnreadableError(f"cannot be read as HTML ({type(error).__name__}: {error})") from error
    found = page if isinstance(page, dict) else page.as_dict() if page is not None else {}
    text = _body(found.get("text") or "", wording)
    if not text:
        raise UnreadableError(_NO_TEXT)
    head = read_head(text, wording)  # title and date often stand once more above the text
    return Article(
        id=source.id,
        text=text,
        title=_clean(found.get("title")) or head.title,
        source=_clean(found.get("sitename")) or head.source,
        published=find_day(found.get("date") or "") or head.published,
        path=source.shown_path,
        url=_clean(found.get("url")) or head.url,
        byline=_clean(found.get("author")) or head.byline,
        body_start=head.body_start,
        problems=(*source.problems, *decoded.problems),
    )


def _body(text: str, wording: Wording) -> str:
    lines = (line.rstrip() for line in without_surrogates(text).split("\n"))
    return "\n".join(line for line in lines if line and not wording.is_boilerplate(line))


def _clean(value: object) -> str | None:
    return without_surrogates(value.strip()) or None if isinstance(value, str) else None

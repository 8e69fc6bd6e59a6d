"""Plain text: title, header lines, body."""

from __future__ import annotations

from extractor.articles.article import Article, UnreadableError
from extractor.articles.decoding import decode
from extractor.articles.head import read_head
from extractor.articles.source import Source
from extractor.articles.wording import Wording


def read_plain(source: Source, data: bytes, wording: Wording) -> Article:
    """The whole file is the text; head lines are read and stay in it.

    Raises UnreadableError for binary and blank content.
    """
    decoded = decode(data)
    if not decoded.text.strip():
        raise UnreadableError("is empty")
    head = read_head(decoded.text, wording)
    return Article(
        id=source.id,
        text=decoded.text,
        title=head.title,
        source=head.source,
        published=head.published,
        path=source.shown_path,
        url=head.url,
        byline=head.byline,
        body_start=head.body_start,
        problems=(*source.problems, *decoded.problems, *head.problems),
    )

"""What the readers give: an article, or the reason why there is none."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass

from extractor.records import ArticleRef


@dataclass(frozen=True, slots=True)
class Article:
    """One article as read.

    `text` is what every offset of the records counts in: of a plain text file the whole file,
    decoded and with line ends as "\\n", header lines included; of JSONL and CSV the text field as
    it stands; of HTML and PDF the text taken out of the page. `body_start` is the offset in `text`
    where the title and header lines end. `problems` are soft: the article is read all the same.
    """

    id: str
    text: str
    title: str | None = None
    source: str | None = None
    published: dt.date | None = None
    path: str | None = None
    url: str | None = None
    byline: str | None = None
    body_start: int = 0
    problems: tuple[str, ...] = ()

    @property
    def sha256(self) -> str:
        """Of the text as read, UTF-8 encoded."""
        return hashlib.sha256(self.text.encode("utf-8")).hexdigest()

    def ref(self) -> ArticleRef:
        """What the records keep of the article."""
        return ArticleRef(
            id=self.id,
            title=self.title,
            source=self.source,
            published=self.published,
            path=self.path,
            url=self.url,
            sha256=self.sha256,
        )


@dataclass(frozen=True, slots=True)
class ReadFailure:
    """Something that could not be read; `line` counts from 1, `reason` says what to do about it.

    `skipped` marks what was never meant as an article (pictures in a folder): it is told once and
    is no failure of the run.
    """

    path: str
    line: int | None
    reason: str
    skipped: bool = False

    @property
    def where(self) -> str:
        """The file, with the line where there is one: "news.jsonl:12"."""
        return self.path if self.line is None else f"{self.path}:{self.line}"


class UnreadableError(ValueError):
    """Raised inside a reader; its message is the reason of a ReadFailure."""

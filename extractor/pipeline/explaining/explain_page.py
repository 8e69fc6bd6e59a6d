"""Explanations as a page that stands by itself: articles with every match marked, and what became of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from jinja2 import Environment, PackageLoader

from extractor.articles import ReadFailure
from extractor.pipeline.explaining.explain import at, headline
from extractor.pipeline.explaining.explanation import Explanation, Match


@dataclass(frozen=True, slots=True)
class Piece:
    """Some of the article's text; `kinds` and `told` are of the matches that cover it."""

    text: str
    kinds: str = ""
    told: str = ""


def to_html(explained: Sequence[Explanation | ReadFailure]) -> str:
    """One page for all of them. All words of articles are escaped."""
    templates = PackageLoader("extractor.pipeline.explaining")
    pages = Environment(loader=templates, autoescape=True, trim_blocks=True)
    known = [each for each in explained if isinstance(each, Explanation)]
    failures = [each for each in explained if isinstance(each, ReadFailure)]
    template = pages.get_template("explanation.html")
    return template.render(explained=known, failures=failures, pieces=pieces, headline=headline, at=at)


def pieces(explained: Explanation) -> Iterator[Piece]:
    """The article's text cut wherever a match begins or ends."""
    text = explained.article.text
    cuts = sorted({0, len(text), *(edge for match in explained.matches for edge in (match.start, match.end))})
    for start, end in pairwise(cuts):
        over = [match for match in explained.matches if match.start <= start and end <= match.end]
        kinds = " ".join(sorted({match.kind for match in over}))
        yield Piece(text[start:end], kinds, "\n".join(map(_told, over)))


def _told(match: Match) -> str:
    return f"{match.kind} by {match.rule}{f': {match.taken_for}' if match.taken_for else ''}"

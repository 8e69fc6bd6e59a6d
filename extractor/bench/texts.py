"""The texts of a benchmark: articles as often as wanted, no two the same."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from extractor.articles import Article, read
from extractor.scoring import read_gold

Kind = Literal["ordinary", "conflict"]
KINDS: tuple[Kind, ...] = ("ordinary", "conflict")
_CORPORA = Path(__file__).parents[2] / "corpora"
_NUMBER = re.compile(r"\b[1-9]\d{0,3}\b")
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{4,}\b")
_LETTERS = "aeiou"
_ONE_IN = 8  # names are changed


@dataclass(frozen=True, slots=True)
class Sample:
    """Articles of one kind."""

    kind: Kind
    articles: tuple[Article, ...]

    def __post_init__(self) -> None:
        if not self.articles:
            raise ValueError(f"no articles of {self.kind} news to measure with")


def given(kind: Kind, inputs: Sequence[str]) -> Sample:
    """The articles of the user's own files and folders."""
    return Sample(kind, tuple(each for each in read(inputs) if isinstance(each, Article)))


def bundled() -> dict[Kind, Sample]:
    """The articles of the repository: those whose gold tells of events, and the others.

    Raises ValueError where the program was installed without them.
    """
    if not _CORPORA.is_dir():
        raise ValueError("the corpora are not installed; name articles with --ordinary and --conflict")
    told = {gold.article for gold in read_gold(_CORPORA / "gold") if gold.events}
    articles = [each for each in read([str(_CORPORA / "articles")]) if isinstance(each, Article)]
    return {
        "ordinary": Sample("ordinary", tuple(each for each in articles if each.id not in told)),
        "conflict": Sample("conflict", tuple(each for each in articles if each.id in told)),
    }


def write_articles(sample: Sample, count: int, path: Path) -> int:
    """Write `count` articles as JSONL; returns their words. Copies of an article all differ."""
    words = 0
    with path.open("w", encoding="utf-8") as file:
        for number, (article, text) in enumerate(_copies(sample, count)):
            words += len(text.split())
            day = article.published.isoformat() if article.published else None
            row = {"id": f"{number}-{article.id}", "text": text, "title": article.title, "published": day}
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
    return words


def _copies(sample: Sample, count: int) -> Iterator[tuple[Article, str]]:
    for number in range(count):
        turn, at = divmod(number, len(sample.articles))
        article = sample.articles[at]
        yield article, varied(article.text, turn)


def varied(text: str, turn: int) -> str:
    """The text with other numbers and some other names, so that nothing can be known from before.

    The same `turn` gives the same text, and turn 0 the text itself.
    """
    if not turn:
        return text
    text = _NUMBER.sub(lambda found: str(int(found[0]) + turn % 7), text)
    return _NAME.sub(lambda found: _respelt(found[0], turn), text) + f"\n\nReport {turn}."


def _respelt(name: str, turn: int) -> str:
    chance = zlib.crc32(f"{name} {turn}".encode())
    if chance % _ONE_IN:
        return name
    at = 1 + chance // _ONE_IN % (len(name) - 1)
    return f"{name[:at]}{_LETTERS[chance // 97 % len(_LETTERS)]}{name[at:]}"

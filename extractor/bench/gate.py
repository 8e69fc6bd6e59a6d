"""The pipeline with and without its gate: `python -m extractor.bench.gate FILE` prints figures as JSON."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path

from spacy.language import Language

from extractor.articles import Article, read
from extractor.pipeline import load, read_articles
from extractor.pipeline.build import reading_everything

_BATCH = 16


def main(path: Path) -> None:
    """Processor seconds and records of both, over the same articles."""
    nlp = load()
    articles = [each for each in read([str(path)]) if isinstance(each, Article)]
    _read_all(nlp, articles)  # a word is dearer the first time: both are to have met all of them
    figures: dict[str, float] = {}
    for name, gate in (("gated", nullcontext()), ("everything", reading_everything(nlp))):
        with gate:
            cpu = time.process_time()
            figures[f"{name}_records"] = _read_all(nlp, articles)
            figures[f"{name}_cpu_seconds"] = time.process_time() - cpu
    print(json.dumps(figures))


def _read_all(nlp: Language, articles: Sequence[Article]) -> int:
    """The number of records in the articles."""
    records = 0
    for first in range(0, len(articles), _BATCH):
        rows = [(each.text, each.ref(), each.body_start) for each in articles[first : first + _BATCH]]
        records += sum(map(len, read_articles(nlp, rows)))
    return records


if __name__ == "__main__":
    main(Path(sys.argv[1]))

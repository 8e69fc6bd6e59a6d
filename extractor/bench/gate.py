"""The pipeline with and without its gate: `python -m extractor.bench.gate FILE` prints figures as JSON."""

from __future__ import annotations

import json
import sys
import time
from contextlib import nullcontext
from pathlib import Path

from extractor.articles import Article, read
from extractor.pipeline import load, read_articles
from extractor.pipeline.build import reading_everything

_BATCH = 16


def main(path: Path) -> None:
    """Processor seconds and records of both, over the same articles."""
    nlp = load()
    articles = [each for each in read([str(path)]) if isinstance(each, Article)]
    figures: dict[str, float] = {}
    for name, gate in (("gated", nullcontext()), ("everything", reading_everything(nlp))):
        with gate:
            cpu, records = time.process_time(), 0
            for first in range(0, len(articles), _BATCH):
                rows = [(each.text, each.ref(), each.body_start) for each in articles[first : first + _BATCH]]
                records += sum(map(len, read_articles(nlp, rows)))
            figures[f"{name}_cpu_seconds"] = time.process_time() - cpu
            figures[f"{name}_records"] = records
    print(json.dumps(figures))


if __name__ == "__main__":
    main(Path(sys.argv[1]))

"""Bare spaCy over a JSONL file: `python -m extractor.bench.bare FILE` prints its figures as JSON."""

from __future__ import annotations

import json
import sys
import time
from importlib import import_module
from pathlib import Path

from extractor.pipeline.parsing.model import DEFAULT_MODEL

_WARM_UP = 20


def main(path: Path) -> None:
    """The whole model, as `spacy.load` gives it, over the texts one after the other."""
    texts = [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()]
    nlp = import_module(DEFAULT_MODEL).load()
    for _ in nlp.pipe(texts[:_WARM_UP]):
        pass
    clock, cpu = time.perf_counter(), time.process_time()
    for _ in nlp.pipe(texts):
        pass
    print(json.dumps({"seconds": time.perf_counter() - clock, "cpu_seconds": time.process_time() - cpu}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))

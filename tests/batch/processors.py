"""Processors that stand in for the pipeline: quick, picklable, and with faults on demand.

Each record is a made-up one for every "blast" in the text.
"""

from __future__ import annotations

import hashlib
import os
import re
import signal
import time
from collections.abc import Iterable, Iterator, Sequence

import numpy

from extractor.articles import Article
from extractor.batch.options import Processor
from extractor.records import (
    Casualties,
    EventRecord,
    Evidence,
    ExtractorInfo,
    Toll,
)

INFO = ExtractorInfo(version="0", patterns="sha256:0", model="none")


def record(article: Article, start: int, *, shift: int = 0) -> EventRecord:
    """A bombing with two dead; `shift` moves the evidence off its words."""
    found = Evidence(
        field="event_type", text="blast", start=start + shift, end=start + shift + 5, rule="test"
    )
    return EventRecord(
        id=hashlib.sha256(f"{article.sha256}:{start}".encode()).hexdigest()[:16],
        article=article.ref(),
        category="bombing",
        event_type="bombing",
        casualties=Casualties(killed=Toll(low=2, best=2, high=2)),
        evidence=(found,),
        extractor=INFO,
    )


def records_of(article: Article) -> list[EventRecord]:
    return [record(article, match.start()) for match in re.finditer("blast", article.text)]


def _good(articles: Sequence[Article]) -> Iterator[list[EventRecord]]:
    for article in articles:
        yield records_of(article)


def good() -> Processor:
    return _good


def _faulty(articles: Sequence[Article]) -> Iterator[list[EventRecord]]:
    for article in articles:
        if "RAISE" in article.text:
            raise ZeroDivisionError("a fault in the pipeline")
        if "SLEEP" in article.text:
            time.sleep(30)
        if "CRASH" in article.text:
            os.kill(os.getpid(), signal.SIGKILL)
        if "HANG" in article.text:
            signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM})
            time.sleep(60)
        if "GREED" in article.text:
            _eat()
        if "SHORT" in article.text:
            return
        yield [record(article, 2, shift=-1)] if "SHIFT" in article.text else records_of(article)


def _eat() -> None:
    """Ask for more and more memory, up to a tebibyte, without touching it."""
    eaten = []
    while len(eaten) < 4096:
        eaten.append(numpy.empty(256 << 20, dtype="u1"))


def faulty() -> Processor:
    """Raises, sleeps, crashes, hangs, eats memory, ends early or shifts evidence where the text says so."""
    return _faulty


def interrupted() -> Processor:
    """Is interrupted from the keyboard in the middle of the run."""

    def process(articles: Sequence[Article]) -> Iterable[list[EventRecord]]:
        for article in articles:
            if "STOP" in article.text:
                raise KeyboardInterrupt
            yield records_of(article)

    return process


def without_model() -> Processor:
    raise OSError("model 'en_none' is not installed")


def dying_at_start() -> Processor:
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError

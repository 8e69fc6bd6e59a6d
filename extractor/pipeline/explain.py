"""Why each record is as it is, and what was dropped and why, as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from spacy.tokens import Doc

from extractor.articles import Article, ReadFailure, read
from extractor.pipeline.build import article_doc, load
from extractor.records import EventRecord

_WORDS_AROUND = 6


def explain(path: str | Path, patterns: Path | None = None, model: str | None = None) -> str:
    """The explanation of the articles at `path`; a file that cannot be read is said to be so."""
    nlp = load(model, patterns)
    parts = []
    for article in read([str(path)]):
        if isinstance(article, ReadFailure):
            parts.append(f"{article.where}: not read: {article.reason}")
        else:
            with nlp.select_pipes(disable=["extractor_prospects"]):  # to say of each word why it is no event
                doc = nlp(article_doc(nlp, article.text, article.ref(), article.body_start))
            parts.append("\n".join(_lines(article, doc)))
    return "\n\n".join(parts)


def _lines(article: Article, doc: Doc) -> Iterator[str]:
    yield f"{article.id}: {article.title or 'no title'}"
    counted = f"{len(doc._.sentences)} sentences; {len(doc._.events)} records"
    yield f"published {article.published or 'unknown'}; {counted}"
    for number, record in enumerate(doc._.events, 1):
        yield ""
        yield from _record_lines(number, record, article.text)
    if doc._.dropped:
        yield ""
        yield "dropped"
        for dropped in doc._.dropped:
            around = doc[max(0, dropped.start - _WORDS_AROUND) : dropped.end + _WORDS_AROUND].text
            yield f"  {dropped.what}: “…{' '.join(around.split())}…”"
            yield f"    {dropped.reason}"


def _record_lines(number: int, record: EventRecord, text: str) -> Iterator[str]:
    place = record.location
    where = (
        ", ".join(p for p in (place.place, place.district, place.province, place.country) if p)
        if place
        else "?"
    )
    when = f"{record.date.start or '…'} to {record.date.end or '…'}" if record.date else "?"
    what = f"{record.scope} {record.event_type} ({record.category}), {record.status}"
    yield f"{number}. {what}, {when}, {where}"
    for evidence in record.evidence:
        line = text.count("\n", 0, evidence.start) + 1
        at = f"line {line}, {evidence.start}:{evidence.end}"
        yield f"   {evidence.field:24} “{' '.join(evidence.text.split())}” ({at}) by {evidence.rule}"

"""Why each record is as it is, and what was dropped and why: read, and told as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from extractor.articles import ReadFailure, read
from extractor.lexicon.lexicon import open_lexicon
from extractor.pipeline.build import article_doc, load
from extractor.pipeline.explaining.explanation import Explanation, Match, explanation_of
from extractor.records import EventRecord


def explanations(
    path: str | Path, patterns: Path | None = None, model: str | None = None
) -> Iterator[Explanation | ReadFailure]:
    """The explanation of each article at `path`; a file that cannot be read is said to be so."""
    nlp, lexicon = load(model, patterns), open_lexicon([patterns] if patterns else [])
    for article in read([str(path)]):
        if isinstance(article, ReadFailure):
            yield article
        else:
            with nlp.select_pipes(disable=["extractor_prospects"]):  # to say of each word why it is no event
                doc = nlp(article_doc(nlp, article.text, article.ref(), article.body_start))
            yield explanation_of(article, doc, lexicon)


def to_text(explained: Explanation | ReadFailure) -> str:
    """The records with their evidence and steps, what was dropped, and every match."""
    if isinstance(explained, ReadFailure):
        return f"{explained.where}: not read: {explained.reason}"
    return "\n".join(_lines(explained))


def _lines(explained: Explanation) -> Iterator[str]:
    article = explained.article
    yield f"{article.id}: {article.title or 'no title'}"
    counted = f"{explained.sentences} sentences, {explained.parsed} of them parsed"
    yield f"published {article.published or 'unknown'}; {counted}; {len(explained.records)} records"
    for number, record in enumerate(explained.records, 1):
        yield ""
        yield f"{number}. {headline(record)}"
        for item in record.evidence:
            where = at(article.text, item.start, item.end)
            yield f"   {item.field:24} “{' '.join(item.text.split())}” ({where}) by {item.rule}"
        yield "   steps"
        for step in explained.steps[number - 1]:
            yield f"     {step.what:12} {step.how}"
    if explained.dropped:
        yield ""
        yield "dropped"
        for candidate in explained.dropped:
            where = at(article.text, candidate.start, candidate.end)
            yield f"  {candidate.what}: “…{candidate.around}…” ({where})"
            yield f"    {candidate.reason}"
    if explained.matches:
        yield ""
        yield "matches"
        yield from (_match_line(article.text, match) for match in explained.matches)


def _match_line(text: str, match: Match) -> str:
    taken_for = f": {match.taken_for}" if match.taken_for else ""
    where = at(text, match.start, match.end)
    return f"  {match.kind:7} “{' '.join(match.text.split())}” ({where}) by {match.rule}{taken_for}"


def headline(record: EventRecord) -> str:
    """A record in one line: what, when, where."""
    place = record.location
    parts = (place.place, place.district, place.province, place.country) if place else ()
    where = ", ".join(part for part in parts if part) or "?"
    when = f"{record.date.start or '…'} to {record.date.end or '…'}" if record.date else "?"
    what = f"{record.scope} {record.event_type} ({record.category}), {record.status}"
    return f"{what}, {when}, {where}"


def at(text: str, start: int, end: int) -> str:
    """Where something stands: line (from 1) and offsets."""
    return f"line {text.count(chr(10), 0, start) + 1}, {start}:{end}"

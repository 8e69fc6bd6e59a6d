"""A comparison as text for a terminal, and as a page."""

from __future__ import annotations

from collections.abc import Iterator

from jinja2 import Environment, PackageLoader

from extractor.scoring.compare import Comparison, JudgedChange, words_of

_SIGNS = {"added": "+", "lost": "-", "changed": "~"}
_RULES_SHOWN = 20


def to_text(comparison: Comparison, limit: int = 200) -> str:
    """The summary, what each rule did, and the first `limit` changes."""
    return "\n".join(_lines(comparison, limit))


def to_html(comparison: Comparison) -> str:
    """The same as a page that stands by itself, with every change. All words of articles are escaped."""
    pages = Environment(loader=PackageLoader("extractor.scoring"), autoescape=True)
    return pages.get_template("comparison.html").render(c=comparison, words_of=words_of, summary=_summary)


def _summary(comparison: Comparison) -> str:
    kinds = [change.change.kind for change in comparison.changes]
    counts = f"{kinds.count('added')} added, {kinds.count('lost')} lost, {kinds.count('changed')} changed"
    records = f"{comparison.old_records} records before, {comparison.new_records} now: {counts}"
    if not comparison.judged:
        return records
    return f"{records}; by gold {comparison.count('mended')} mended, {comparison.count('broken')} broken"


def _lines(comparison: Comparison, limit: int) -> Iterator[str]:
    yield _summary(comparison)
    if comparison.rules:
        yield ""
        yield f"{'rule':44} {'added':>6} {'lost':>6} {'changed':>8} {'mended':>7} {'broken':>7}"
        for e in comparison.rules[:_RULES_SHOWN]:
            yield f"{e.rule:44} {e.added:>6} {e.lost:>6} {e.changed:>8} {e.mended:>7} {e.broken:>7}"
        if len(comparison.rules) > _RULES_SHOWN:
            yield f"and {len(comparison.rules) - _RULES_SHOWN} more"
    for judged in comparison.changes[:limit]:
        yield ""
        yield from _change(judged)
    if len(comparison.changes) > limit:
        yield ""
        yield f"and {len(comparison.changes) - limit} more changes"


def _change(judged: JudgedChange) -> Iterator[str]:
    change = judged.change
    verdict = "" if judged.fields or judged.verdict == "neutral" else f" [{judged.verdict}]"
    rules = f" by {', '.join(change.rules)}" if not judged.fields else ""
    record = f"{change.record.event_type} {change.record.id} “{words_of(change)}”"
    yield f"{_SIGNS[change.kind]} {change.article}: {record}{rules}{verdict}"
    for field in judged.fields:
        said = "" if field.verdict == "neutral" else f" [{field.verdict}]"
        by = f" by {', '.join(field.rules)}" if field.rules else ""
        yield f"    {field.field}: {field.old} → {field.new}{by}{said}"

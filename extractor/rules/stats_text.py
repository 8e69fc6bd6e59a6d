"""Statistics of rules as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractor.rules.stats import Statistics, Unknown

_SHOWN = 40


def to_text(found: Statistics) -> str:
    """The rules that fired, overlaps, what never fired, and the names that no rule knew."""
    return "\n".join(_lines(found))


def _lines(found: Statistics) -> Iterator[str]:
    yield f"{'rule':44} {'fired':>7} {'records':>8} {'right':>7} {'wrong':>7}"
    for stats in found.rules:
        yield f"{stats.rule:44} {stats.fired:>7} {stats.records:>8} {stats.right:>7} {stats.wrong:>7}"
    yield ""
    yield f"{len(found.never_fired)} rules never fired: {_some(found.never_fired)}"
    if found.overlaps:
        yield ""
        yield "rules that read the same words"
        for overlap in found.overlaps[:_SHOWN]:
            yield f"  {overlap.times:>5}  {' and '.join(overlap.rules)} ({overlap.field})"
    if found.conflicts:
        yield ""
        yield "rules that say different things of the same words"
        for conflict in found.conflicts[:_SHOWN]:
            words = f"“{' '.join(conflict.words.split())}” in {conflict.article}"
            yield f"  {conflict.times:>5}  {' and '.join(conflict.rules)} ({words})"
    yield from _unknown("names beside an event that no rule knew", found.unknown_actors)
    yield from _unknown("places that no gazetteer knew", found.unknown_places)


def _unknown(title: str, names: Sequence[Unknown]) -> Iterator[str]:
    if names:
        yield ""
        yield title
        for name in names[:_SHOWN]:
            yield f"  {name.times:>5}  {name.name} (as in {name.article})"


def _some(rules: Sequence[str]) -> str:
    more = f" and {len(rules) - _SHOWN} more" if len(rules) > _SHOWN else ""
    return f"{', '.join(rules[:_SHOWN])}{more}"

"""Where a phrase for people begins, whatever else the parse hangs on it."""

from __future__ import annotations

from extractor.lexicon.lexicon import Lexicon
from extractor.pipeline.reading import Reading

_DASHES = frozenset({"-", "–", "—"})


def phrase_start(reading: Reading, lexicon: Lexicon, head: int) -> int:
    """The position of its first word, without the date of "March 12 - Security forces" and the "dead" of
    "shot dead two worshippers"."""
    left = reading.left_edge(head)
    dated = left in reading.dates
    while left < head and (reading.lower[left] in _DASHES or (dated and left in reading.dates)):
        left += 1
    if reading.lower[left] in lexicon.words["harmed"] and reading.tags[left + 1 : left + 2] == ["CD"]:
        left += 1
    return left

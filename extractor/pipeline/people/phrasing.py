"""Where a phrase for people begins, whatever else the parse hangs on it."""

from __future__ import annotations

from extractor.lexicon.lexicon import Lexicon
from extractor.pipeline.people.reading import Reading

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
    return _with_group(reading, left, head)


def _with_group(reading: Reading, left: int, head: int) -> int:
    """Where the name of a group begins that stands right before its people, and that the parse hangs
    elsewhere: "FLEC-FAC fighters"."""
    mention = reading.names.get(left - 1) if left > 0 and head in reading.targets else None
    if mention is None or mention.layer != "groups" or head in reading.names:
        return left
    return mention.start - reading.sentence.start

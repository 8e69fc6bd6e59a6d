"""What something happened by: "outside a bank", "in front of a bank", "close to the gate of a bank"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from extractor.lexicon.lexicon import Lexicon
from extractor.pipeline.people.reading import Reading

_HANGING = frozenset({"prep", "advmod", "acomp", "prt", "npadvmod", "pcomp"})
# After "close", "next", "outside", "metres" and the like.
_JOINING = ("of", "to", "from")
# Before a part of a place: "in front of", "at the gates of", "on the roof of".
_AT_PART = frozenset({"in", "at", "on", "along", "against", "from", "into", "to", "under", "within"})


def stood_by(reading: Reading, lexicon: Lexicon, heads: Iterable[int]) -> Iterator[int]:
    """Heads of what stood by where a verb or an event noun at one of `heads` says that it happened."""
    by, part = lexicon.words["bystanding"], lexicon.words["part_of_place"]
    for head in heads:
        for c in reading.children[head]:
            word = reading.lower[c]
            if reading.deps[c] not in _HANGING:
                continue
            if word in by or word in part:
                yield from _below(reading, part, c)
            elif word in _JOINING and (reading.lower[c - 1] in by or reading.lower[c - 1] in part):
                yield from _wholes(reading, part, reading.objects_of(c))  # "100 metres from a bank"
            elif word in _AT_PART:
                parts = [j for j in reading.objects_of(c) if reading.lower[j] in part]
                yield from (j for j in _wholes(reading, part, parts) if j not in parts)


def _below(reading: Reading, part: frozenset[str], i: int) -> Iterator[int]:
    yield from _wholes(reading, part, reading.objects_of(i))
    for c in reading.children[i]:
        if reading.lower[c] in _JOINING and reading.deps[c] in _HANGING:
            yield from _wholes(reading, part, reading.objects_of(c))


def _wholes(reading: Reading, part: frozenset[str], nouns: Iterable[int]) -> Iterator[int]:
    """The nouns, for a part of a place that of which it is a part."""
    for noun in nouns:
        whole = list(reading.prepositional(noun, "of", "to")) if reading.lower[noun] in part else []
        yield from _wholes(reading, part, whole) if whole else (noun,)

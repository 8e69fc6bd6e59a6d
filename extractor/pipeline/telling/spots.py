"""Where the names of places that were hit begin, and which of a chain of them is the one that was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractor.pipeline.people.reading import Reading


def start_of_place(reading: Reading, last: int) -> int:
    """Where the name of a place that ends at `last` begins: "El Geneina"."""
    start = last
    while start - 1 in reading.places and reading.heads[start - 1] == last:
        start -= 1
    return start


def first_of_chains(reading: Reading, heads: Sequence[int]) -> Iterator[int]:
    """Of heads in places those that no other place leads up to: "Otra" of "Otra, Yala, Borno"."""
    for head in heads:
        before = max((other for other in heads if other < head), default=None)
        if before is None or not all(i in reading.places for i in range(before, head)):
            yield head

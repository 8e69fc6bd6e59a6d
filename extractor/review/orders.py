"""The orders that articles can be listed in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np

from extractor.review.columns import Array
from extractor.review.events import Heading


@dataclass(slots=True)
class Articles:
    """What articles are sorted and searched by."""

    published: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    _known: dict[str, Array] = field(default_factory=dict)

    def add(self, heading: Heading) -> None:
        """Take in one more article."""
        self.published.append(heading.published or "")
        self.words.append(f"{heading.title or ''}\n{heading.key.id}")
        self._known.clear()

    def ranks(self, sort: str, article: Array, confidence: Array) -> Array:
        """The place of each article in an order; an article is as sure as its least sure record.

        Of the records as they were when it was first asked for: accepting one does not turn the queue over.
        """
        if sort not in self._known:
            order = np.array(list(self._sorted(sort, article, confidence)), "i8")
            ranks = np.empty(len(order), "i8")
            ranks[order] = np.arange(len(order))
            self._known[sort] = ranks
        return self._known[sort]

    def _sorted(self, sort: str, article: Array, confidence: Array) -> Iterable[int]:
        numbers = range(len(self.published))
        if sort == "day":
            return sorted(numbers, key=lambda n: (self.published[n] or "9999", n))
        if sort == "new":
            return sorted(sorted(numbers), key=lambda n: self.published[n], reverse=True)
        if sort == "file":
            return numbers
        lowest = np.full(len(self.published), 2.0)
        np.minimum.at(lowest, article, confidence)
        return [int(number) for number in np.argsort(lowest, kind="stable")]

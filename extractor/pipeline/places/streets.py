"""Names of streets: "Uruguay Avenue" is no part of Uruguay, and "West 1st Street" is in no West."""

from __future__ import annotations

import re

from extractor.pipeline.places.names import NameReader
from extractor.pipeline.places.wording import Wording
from extractor.pipeline.places.words import Words

_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")


class StreetReader:
    """Tells names of streets from those of places."""

    def __init__(self, names: NameReader, wording: Wording) -> None:
        self._names = names
        self._wording = wording

    def end(self, words: Words, start: int, run_end: int) -> int:
        """Where the street's name ends that begins at `start` with the words up to `run_end`; 0 for none."""
        if words.shouting or words.whispering:
            return run_end + 1 if self._is_street(words, run_end) else 0
        if self._wording.has("street_first", words.lower[start]) and run_end > start + 1:
            return run_end
        return self._ending(words, run_end) or self._paired(words, run_end)

    def _ending(self, words: Words, run_end: int) -> int:
        """The end of "Diana Street", "Diana street" and "West 1st Street"."""
        if self._is_street(words, run_end - 1):
            return run_end
        numbered = run_end < len(words) and _ORDINAL.fullmatch(words.lower[run_end]) is not None
        last = run_end + 1 if numbered else run_end
        return last + 1 if self._is_street(words, last) else 0

    def _paired(self, words: Words, run_end: int) -> int:
        """The end of "Bolivar" in "the corner of Bolivar and Diana Streets"."""
        other = run_end + 1
        if other >= len(words) or words.lower[run_end] not in ("and", "&") or not words.name_like[other]:
            return 0
        end = self._ending(words, self._names.run_end(words, other))
        return run_end if end and words.lower[end - 1].endswith("s") else 0

    def _is_street(self, words: Words, position: int) -> bool:
        return position < len(words) and self._wording.has("street", words.lower[position])

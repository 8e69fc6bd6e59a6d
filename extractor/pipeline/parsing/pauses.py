"""Where a comma is missing: "In Pattani province insurgents blew up a bridge", which the model takes for
insurgents of a province, so that nobody blew up the bridge."""

from __future__ import annotations

from spacy.tokens import Doc

from extractor.lexicon.lexicon import Lexicon
from extractor.pipeline.lookup import within
from extractor.pipeline.mentions import NameMention
from extractor.pipeline.notes import noted
from extractor.pipeline.sentences import Sentence

# So many words ("two suspected") may stand between the place and those who did it.
_REACH = 2
_DEEDS = ("attack_types", "tolls")


class PauseReader:
    """Finds the words before which the model is to see a comma."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def pauses(self, doc: Doc, sentence: Sentence) -> frozenset[int]:
        """Positions, counted from the sentence's first word."""
        first = sentence.start
        names = (m for m in within(noted(doc).names, first, sentence.end) if self._acts(m))
        doers = {m.start - first: m.end - first for m in names}
        if not doers:
            return frozenset()
        deeds = {hit.start - first for hit in noted(doc).cues if hit.sense.layer in _DEEDS}
        places = within(noted(doc).places, first, sentence.end)
        spans = ((place.start - first, place.end - first) for place in places)
        return frozenset(
            end
            for start, end in spans
            if self._is_where(sentence, start) and self._deed_after(sentence, doers, end) in deeds
        )

    def _acts(self, mention: NameMention) -> bool:
        if mention.layer == "groups":
            return True
        return mention.layer == "targets" and self._lexicon.targets[mention.entry].actor_kind is not None

    def _is_where(self, sentence: Sentence, start: int) -> bool:
        """True for a place after "in", "at", "the town of"."""
        before = sentence.lower[start - 1] if start else ""
        if before == "the" and start > 1:
            before = sentence.lower[start - 2]
        return before in self._lexicon.words["where_it_was"]

    def _deed_after(self, sentence: Sentence, doers: dict[int, int], end: int) -> int | None:
        """The position right after those who act, who follow at `end` or after a word or two."""
        at = next((i for i in range(end, min(end + _REACH, len(sentence)) + 1) if i in doers), None)
        if at is None or not all(word.islower() or word.isdigit() for word in sentence.words[end:at]):
            return None
        small = self._lexicon.words["before_deed"]  # "guerrillas of the ELN had killed"
        while at in doers or not small.isdisjoint(sentence.lower[at : at + 1]):
            at = doers.get(at, at + 1)
        return at

"""Tolls told of several attacks together: "one of five attacks. 22 people were killed across the attacks"."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc

from extractor.lexicon.lexicon import Lexicon
from extractor.pipeline.drafting.drafts import Draft
from extractor.pipeline.lookup import within
from extractor.pipeline.notes import noted
from extractor.pipeline.people.numbers import NumberWords
from extractor.pipeline.sentences import Sentence

# So many words after "across" may say of how many attacks the toll is: "across three of the attacks".
_WORDS_AFTER = 2


class TollSharer:
    """Finds of how many attacks a toll is told together."""

    def __init__(self, lexicon: Lexicon, numbers: NumberWords) -> None:
        self._lexicon = lexicon
        self._numbers = numbers

    def share(self, doc: Doc, events: Iterable[Draft]) -> None:
        """Give each event the sentences whose tolls it shares, with the number of attacks that share them."""
        cues = [m for m in noted(doc).names if m.layer == "discourse"]
        series = [m for m in cues if self._lexicon.discourse[m.entry].group == "series"]
        shared = [m for m in cues if self._lexicon.discourse[m.entry].group == "shared"]
        if not series or not shared:
            return
        of_all = self._number(doc, series[0].start + 2, series[0].end + _WORDS_AFTER)
        by_sentence: dict[int, int] = {}
        for sentence in noted(doc).sentences:
            if by_sentence and self._tells_of_victims(sentence):
                by_sentence[sentence.index] = max(by_sentence.values())
            told = within(shared, sentence.start, sentence.end)
            ends = (min(mention.end + _WORDS_AFTER, sentence.end) for mention in told)
            numbers = [self._number(doc, mention.start, end) for mention, end in zip(told, ends, strict=True)]
            number = next((n for n in reversed(numbers) if n is not None), of_all)
            if told and number is not None:
                by_sentence[sentence.index] = number
        for event in events:
            event.shared_by = by_sentence

    def _tells_of_victims(self, sentence: Sentence) -> bool:
        """ "The bodies of 21 hostages were found": those whose toll the attacks share share this one too."""
        return not self._lexicon.words["victims"].isdisjoint(sentence.lower)

    def _number(self, doc: Doc, start: int, end: int) -> int | None:
        words = [token.lower_ for token in doc[start:end]]
        found = self._numbers.read(words, 0, len(words))
        return found.best if found is not None and found.best is not None and found.best > 1 else None

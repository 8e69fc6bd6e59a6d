"""Finding the wordings of the lexicon in a Doc."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span

from extractor.lexicon.lexicon import Lexicon, Sense

# A wording with a gap may have this many words in it.
MAX_GAP = 8


@dataclass(frozen=True, slots=True)
class Hit:
    """A wording found at Doc positions `start`:`end`, and one thing it can mean.

    Of a wording with a gap, `end` is the end of its head and `tail_end` the end of its tail.
    """

    start: int
    end: int
    sense: Sense
    tail_end: int = 0


class WordingMatcher:
    """Matches all wordings of some layers in one pass of spaCy's PhraseMatcher."""

    def __init__(self, nlp: Language, lexicon: Lexicon, layers: Sequence[str]) -> None:
        wanted = frozenset(layers)
        self._senses: dict[int, tuple[Sense, ...]] = {}
        self._tails: dict[int, tuple[tuple[Sense, tuple[tuple[str, ...], ...]], ...]] = {}
        self._matchers = [
            self._matcher(nlp, lexicon.wordings, wanted, "LOWER"),
            self._matcher(nlp, lexicon.exact, wanted, "ORTH"),
        ]

    def _matcher(
        self, nlp: Language, table: Mapping[str, Sequence[Sense]], layers: frozenset[str], attr: str
    ) -> PhraseMatcher:
        matcher = PhraseMatcher(nlp.vocab, attr=attr)
        for wording, senses in table.items():
            chosen = [s for s in senses if s.layer in layers]
            if chosen:
                key = f"{attr}:{wording}"
                matcher.add(key, [nlp.tokenizer(wording)])
                number = nlp.vocab.strings[key]
                self._senses[number] = tuple(s for s in chosen if not s.tail)
                self._tails[number] = tuple(
                    (s, tuple(sorted(tuple(t.text.lower() for t in nlp.tokenizer(w)) for w in s.tail)))
                    for s in chosen
                    if s.tail
                )
        return matcher

    def hits(self, doc: Doc | Span, lower: Sequence[str], sentence_end: Sequence[int]) -> Iterator[Hit]:
        """Every wording in `doc`; `lower` are the Doc's lower-cased words, `sentence_end[i]` is the
        end of the sentence that holds position i (a gap does not leave its sentence)."""
        for matcher in self._matchers:
            for number, start, end in matcher(doc):
                for sense in self._senses[number]:
                    yield Hit(start, end, sense)
                for sense, tails in self._tails[number]:
                    tail_end = _find_tail(lower, end, min(sentence_end[start], end + MAX_GAP + 3), tails)
                    if tail_end:
                        yield Hit(start, end, sense, tail_end)


def _find_tail(lower: Sequence[str], start: int, stop: int, tails: Sequence[tuple[str, ...]]) -> int:
    """The end of the first tail between `start` and `stop`, or 0."""
    for i in range(start, stop):
        for tail in tails:
            if lower[i] == tail[0] and tuple(lower[i : i + len(tail)]) == tail:
                return i + len(tail)
    return 0

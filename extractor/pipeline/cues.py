"""Finding the wordings of the lexicon in a text."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import compress
from pathlib import Path
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc

from extractor.cache import code_of, kept, library_versions
from extractor.lexicon.lexicon import Lexicon, Sense
from extractor.pipeline.notes import noted
from extractor.pipeline.tokens import tokens_of

# A wording with a gap may have this many words in it.
MAX_GAP = 8

Words = tuple[str, ...]
_Tokenize = Callable[[str], Words]


class Hit(NamedTuple):
    """A wording found at Doc positions `start`:`end`, and one thing it can mean.

    Of a wording with a gap, `end` is the end of its head and `tail_end` the end of its tail.
    """

    start: int
    end: int
    sense: Sense
    tail_end: int = 0


# Tails by their first word.
_Tails = dict[str, tuple[Words, ...]]
# What a wording means: by itself, and where one of several tails follows it. Plain tuples, since tens
# of thousands of them are read at each start.
_Meaning = tuple[tuple[Sense, ...], tuple[tuple[Sense, _Tails], ...]]


@dataclass(slots=True)
class _Table:
    """Wordings as the tokenizer cuts them.

    `lengths` are those of the wordings that begin with a word, by their second word: "" for the word alone.
    """

    meanings: dict[Words, _Meaning] = field(default_factory=dict)
    lengths: dict[str, dict[str, tuple[int, ...]]] = field(default_factory=dict)

    def found_in(self, words: Sequence[str]) -> Iterator[tuple[int, int, _Meaning]]:
        """Every wording among `words`, with its start and end."""
        lengths, meanings, count = self.lengths, self.meanings, len(words)
        for start in compress(range(count), map(lengths.__contains__, words)):
            by_second = lengths[words[start]]
            if "" in by_second:
                yield start, start + 1, meanings[(words[start],)]
            for length in by_second.get(words[start + 1], ()) if start + 1 < count else ():
                end = start + length
                meaning = meanings.get(tuple(words[start:end])) if end <= count else None
                if meaning is not None:
                    yield start, end, meaning


class WordingMatcher:
    """Finds all wordings of some layers in one pass over the words of a text."""

    def __init__(self, nlp: Language, lexicon: Lexicon, layers: Sequence[str]) -> None:
        ingredients = (
            lexicon.version,
            hashlib.sha256(nlp.tokenizer.to_bytes(exclude=["vocab"])).hexdigest(),  # type: ignore[union-attr]
            *layers,
            *library_versions("spacy"),
            *code_of(Path(__file__)),
        )
        self._in_any_case, self._as_written = kept(
            "wordings", ingredients, lambda: _tables(nlp, lexicon, frozenset(layers))
        )

    def hits(self, doc: Doc) -> Iterator[Hit]:
        """Every wording in a Doc that is cut into sentences; a gap does not leave its sentence."""
        tokens = tokens_of(doc)
        sentences, sentence_of = noted(doc).sentences, noted(doc).sentence_of
        for table, seen in ((self._in_any_case, tokens.lower), (self._as_written, tokens.words)):
            for start, end, (senses, gapped) in table.found_in(seen):
                for sense in senses:
                    yield Hit(start, end, sense)
                if not gapped:
                    continue
                stop = min(sentences[sentence_of[start]].end, end + MAX_GAP + 3)
                for sense, tails in gapped:
                    tail_end = _find_tail(tokens.lower, end, stop, tails)
                    if tail_end:
                        yield Hit(start, end, sense, tail_end)


def _tables(nlp: Language, lexicon: Lexicon, layers: frozenset[str]) -> tuple[_Table, _Table]:
    """The wordings that count in any case, and those that count only as written."""

    def lower_words(wording: str) -> Words:
        # the tokenizer knows "U.S." and "Lt.", and cuts the stop off "u.s."
        written = (wording, wording.upper(), wording.title()) if "." in wording else (wording,)
        return min((tuple(t.text.lower() for t in nlp.tokenizer(each)) for each in written), key=len)

    def words(wording: str) -> Words:
        return tuple(token.text for token in nlp.tokenizer(wording))

    return (
        _table(lexicon.wordings, layers, lower_words, lower_words),
        _table(lexicon.exact, layers, words, lower_words),
    )


def _table(
    wordings: Mapping[str, Sequence[Sense]],
    layers: frozenset[str],
    words_of: _Tokenize,
    tail_words: _Tokenize,
) -> _Table:
    table = _Table()
    tails: dict[Sense, _Tails] = {}
    lengths: dict[str, dict[str, set[int]]] = {}
    for wording, candidates in wordings.items():
        chosen = [sense for sense in candidates if sense.layer in layers]
        words = words_of(wording) if chosen else ()
        if not words or (len(words) > 1 and words[-1] == "."):
            continue  # a stop that the tokenizer cuts off ends the sentence, not the name
        for sense in chosen:
            if sense.tail and sense not in tails:
                tails[sense] = _by_first_word(tail_words(tail) for tail in sense.tail)
        senses, gapped = table.meanings.get(words, ((), ()))
        table.meanings[words] = (
            senses + tuple(sense for sense in chosen if not sense.tail),
            gapped + tuple((sense, tails[sense]) for sense in chosen if sense.tail),
        )
        lengths.setdefault(words[0], {}).setdefault("".join(words[1:2]), set()).add(len(words))
    table.lengths = {
        first: {second: tuple(sorted(found)) for second, found in by_second.items()}
        for first, by_second in lengths.items()
    }
    return table


def _by_first_word(tails: Iterable[Words]) -> _Tails:
    by_first: _Tails = {}
    for tail in sorted(tails):
        by_first[tail[0]] = (*by_first.get(tail[0], ()), tail)
    return by_first


def _find_tail(lower: Sequence[str], start: int, stop: int, tails: _Tails) -> int:
    """The end of the first tail between `start` and `stop`, or 0."""
    if tails.keys().isdisjoint(lower[start:stop]):
        return 0
    for i in range(start, stop):
        for tail in tails.get(lower[i], ()):
            if tuple(lower[i : i + len(tail)]) == tail:
                return i + len(tail)
    return 0

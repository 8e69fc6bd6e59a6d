"""The statistical model, run on the sentences that the gate lets through and on no others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np
from spacy.attrs import DEP, HEAD, SENT_START, TAG  # type: ignore[import-not-found]
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import minibatch

from extractor.lexicon.lexicon import Lexicon, open_lexicon
from extractor.pipeline.gate import open_sentences
from extractor.pipeline.notes import noted
from extractor.pipeline.parsing.asides import AsideReader
from extractor.pipeline.parsing.clauses import find_verb, join_names, join_objects, part_clauses
from extractor.pipeline.parsing.model import open_model
from extractor.pipeline.parsing.stepping import with_lock_held
from extractor.pipeline.parsing.units import Row, Unit, Units, spread, units_of
from extractor.pipeline.parsing.unsaid import UnsaidReader
from extractor.pipeline.sentences import attach_parse, name_beginnings
from extractor.pipeline.tokens import tokens_of

BATCH = 64  # articles
_SENTENCES = 128  # that go through the model together
_ALL_BITS = 0xFFFFFFFFFFFFFFFF
_NO_START = _ALL_BITS  # -1, as spaCy keeps it


class Parser:
    """Tags and parses the open sentences of a Doc, each by itself: no other sentence has a say in it.

    With `takes_all` no sentence is left out, which changes nothing but the time that it takes.
    """

    def __init__(self, model: Language, lexicon: Lexicon) -> None:
        self.takes_all = False
        self._components = [with_lock_held(component) for _, component in model.pipeline]
        self._asides = AsideReader(lexicon)
        self._unsaid = UnsaidReader(lexicon)
        self._strings = model.vocab.strings

    def __call__(self, doc: Doc) -> Doc:
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], batch_size: int = BATCH) -> Iterator[Doc]:
        """Parse Docs in batches, in order."""
        for batch in minibatch(stream, batch_size):
            units = [self._open_units(doc) for doc in batch]
            put_in: list[frozenset[int]] = []
            sentences: list[Doc] = []
            for doc, each in zip(batch, units, strict=True):
                for number, of_sentence in each.items():
                    unsaid = self._unsaid.words(doc, noted(doc).sentences[number])
                    for part in of_sentence.parts():
                        before = {
                            i: unsaid[unit.start] for i, unit in enumerate(part) if i and unit.start in unsaid
                        }
                        sentences.append(_as_doc(doc, number, part, before))
                        put_in.append(frozenset(i + already for already, i in enumerate(before)))
            parsed: Iterable[Doc] = sentences
            for component in self._components:
                parsed = component.pipe(parsed, batch_size=_SENTENCES)
            ready = zip(parsed, put_in, strict=True)
            for doc, each in zip(batch, units, strict=True):
                for number, of_sentence in each.items():
                    rows = [self._rows(*next(ready)) for _ in of_sentence.parts()]
                    sentence = noted(doc).sentences[number]
                    attach_parse(sentence, *spread(of_sentence, rows, sentence.words))
                    find_verb(sentence)
                    join_names(sentence)
                    join_objects(sentence)
                    part_clauses(sentence)
                name_beginnings(noted(doc).sentences)
                yield doc

    def _open_units(self, doc: Doc) -> dict[int, Units]:
        """The units of the sentences that the gate lets through, by sentence number."""
        sentences = noted(doc).sentences
        numbers = range(len(sentences)) if self.takes_all else open_sentences(doc)
        return {number: units_of(doc, sentences[number], self._asides) for number in numbers}

    def _rows(self, parsed: Doc, put_in: frozenset[int]) -> list[Row]:
        """The parse of the words without those that were `put_in`."""
        values = parsed.to_array([TAG, DEP, HEAD]).astype("int64").tolist()
        strings = self._strings
        if put_in:
            values = _without(values, put_in)
        return [(strings[tag & _ALL_BITS], strings[dep & _ALL_BITS], head) for tag, dep, head in values]


def _without(values: Sequence[Sequence[int]], dropped: frozenset[int]) -> list[tuple[int, int, int]]:
    """The rows without the dropped ones; what hangs on one of these hangs on what that hangs on."""
    left = {i: number for number, i in enumerate(i for i in range(len(values)) if i not in dropped)}
    rows = []
    for i, number in left.items():
        tag, dep, shift = values[i]
        head = i + shift
        while head in dropped:
            head += values[head][2]
        rows.append((tag, dep, left[head] - number))
    return rows


def _as_doc(doc: Doc, number: int, units: Sequence[Unit], before: Mapping[int, str]) -> Doc:
    """A sentence as a Doc of its own, with a word put in `before` some units: what stands before and after it
    has no say in how it is read."""
    tokens = tokens_of(doc)
    first = noted(doc).sentences[number].start
    spans = [(tokens.starts[first + unit.start], tokens.ends[first + unit.core - 1]) for unit in units]
    words = [tokens.printed[start:end] for start, end in spans]
    spaces = [tokens.spaced[first + unit.end - 1] for unit in units]
    for i, word in reversed(list(before.items())):
        words.insert(i, word)
        spaces.insert(i, True)
        spaces[i - 1] = word.isalpha()
    sentence = Doc(doc.vocab, words=words, spaces=spaces)
    starts = np.full((len(words), 1), _NO_START, dtype="uint64")
    starts[0, 0] = 1
    return sentence.from_array([SENT_START], starts)  # type: ignore[arg-type]


@Language.factory("extractor_parse", default_config={"model": None, "patterns": []}, requires=["doc._.cues"])
def make_parser(nlp: Language, name: str, model: str | None, patterns: list[str]) -> Parser:
    """The component; `model` names an installed spaCy model, `patterns` folders laid over the package's."""
    return Parser(open_model(model), open_lexicon(patterns))

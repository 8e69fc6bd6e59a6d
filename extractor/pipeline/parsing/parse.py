"""The statistical model, run on the sentences that the gate lets through and on no others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from spacy.attrs import DEP, HEAD, SENT_START, TAG  # type: ignore[import-not-found]
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import minibatch

from extractor.lexicon.lexicon import Lexicon, open_lexicon
from extractor.pipeline.gate import open_sentences
from extractor.pipeline.notes import noted
from extractor.pipeline.parsing.asides import AsideReader
from extractor.pipeline.parsing.model import open_model
from extractor.pipeline.parsing.stepping import with_lock_held
from extractor.pipeline.parsing.units import Row, Unit, Units, spread, units_of
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
        self._strings = model.vocab.strings

    def __call__(self, doc: Doc) -> Doc:
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], batch_size: int = BATCH) -> Iterator[Doc]:
        """Parse Docs in batches, in order."""
        for batch in minibatch(stream, batch_size):
            units = [self._open_units(doc) for doc in batch]
            parsed: Iterable[Doc] = [
                _as_doc(doc, number, part)
                for doc, each in zip(batch, units, strict=True)
                for number, of_sentence in each.items()
                for part in of_sentence.parts()
            ]
            for component in self._components:
                parsed = component.pipe(parsed, batch_size=_SENTENCES)
            ready = iter(parsed)
            for doc, each in zip(batch, units, strict=True):
                for number, of_sentence in each.items():
                    rows = [self._rows(next(ready)) for _ in of_sentence.parts()]
                    sentence = noted(doc).sentences[number]
                    attach_parse(sentence, *spread(of_sentence, rows, sentence.words))
                name_beginnings(noted(doc).sentences)
                yield doc

    def _open_units(self, doc: Doc) -> dict[int, Units]:
        """The units of the sentences that the gate lets through, by sentence number."""
        sentences = noted(doc).sentences
        numbers = range(len(sentences)) if self.takes_all else open_sentences(doc)
        return {number: units_of(doc, sentences[number], self._asides) for number in numbers}

    def _rows(self, parsed: Doc) -> list[Row]:
        values = parsed.to_array([TAG, DEP, HEAD]).astype("int64").tolist()
        strings = self._strings
        return [(strings[tag & _ALL_BITS], strings[dep & _ALL_BITS], head) for tag, dep, head in values]


def _as_doc(doc: Doc, number: int, units: Sequence[Unit]) -> Doc:
    """A sentence as a Doc of its own: what stands before and after it has no say in how it is read."""
    tokens = tokens_of(doc)
    first = noted(doc).sentences[number].start
    spans = [(tokens.starts[first + unit.start], tokens.ends[first + unit.core - 1]) for unit in units]
    words = [tokens.printed[start:end] for start, end in spans]
    spaces = [tokens.spaced[first + unit.end - 1] for unit in units]
    sentence = Doc(doc.vocab, words=words, spaces=spaces)
    starts = np.full((len(words), 1), _NO_START, dtype="uint64")
    starts[0, 0] = 1
    return sentence.from_array([SENT_START], starts)  # type: ignore[arg-type]


@Language.factory("extractor_parse", default_config={"model": None, "patterns": []}, requires=["doc._.cues"])
def make_parser(nlp: Language, name: str, model: str | None, patterns: list[str]) -> Parser:
    """The component; `model` names an installed spaCy model, `patterns` folders laid over the package's."""
    return Parser(open_model(model), open_lexicon(patterns))

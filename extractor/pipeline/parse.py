"""The statistical model, run on the sentences that the gate lets through and on no others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from spacy.attrs import DEP, HEAD, TAG  # type: ignore[import-not-found]
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import minibatch

from extractor.lexicon.lexicon import NAME_LAYERS, Lexicon, open_lexicon
from extractor.pipeline.asides import AsideReader
from extractor.pipeline.gate import open_sentences
from extractor.pipeline.model import open_model
from extractor.pipeline.sentences import Sentence, attach_parse
from extractor.pipeline.tokens import tokens_of

BATCH = 64
_ALL_BITS = 0xFFFFFFFFFFFFFFFF


class Parser:
    """Tags and parses the open sentences of a Doc, each by itself: no other sentence has a say in it.

    With `takes_all` no sentence is left out, which changes nothing but the time that it takes.
    """

    def __init__(self, model: Language, lexicon: Lexicon) -> None:
        self.takes_all = False
        self._model = model
        self._asides = AsideReader(lexicon)
        self._strings = model.vocab.strings

    def __call__(self, doc: Doc) -> Doc:
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], batch_size: int = BATCH) -> Iterator[Doc]:
        """Parse Docs in batches, in order."""
        for batch in minibatch(stream, batch_size):
            units = [self._open_units(doc) for doc in batch]
            parsed: Iterable[Doc] = [
                _as_doc(doc, number, of_sentence)
                for doc, each in zip(batch, units, strict=True)
                for number, of_sentence in each.items()
            ]
            for _, component in self._model.pipeline:
                parsed = component.pipe(parsed, batch_size=BATCH)  # type: ignore[attr-defined]
            ready = iter(parsed)
            for doc, each in zip(batch, units, strict=True):
                for number, of_sentence in each.items():
                    self._attach(doc._.sentences[number], of_sentence, next(ready))
                yield doc

    def _open_units(self, doc: Doc) -> _OpenUnits:
        """The units of the sentences that the gate lets through, by sentence number."""
        sentences = doc._.sentences
        numbers = range(len(sentences)) if self.takes_all else open_sentences(doc)
        return {number: _units(doc, sentences[number], self._asides) for number in numbers}

    def _attach(self, sentence: Sentence, units: Sequence[Unit], parsed: Doc) -> None:
        values = parsed.to_array([TAG, DEP, HEAD]).astype("int64").tolist()
        strings = self._strings
        rows = [(strings[tag & _ALL_BITS], strings[dep & _ALL_BITS], head) for tag, dep, head in values]
        attach_parse(sentence, *_spread(rows, units, sentence.words))


class Unit(NamedTuple):
    """Words of a sentence, counted from its first, that the model sees as one: those from `start` to
    `core`; what follows up to `end` is left out and hangs on the last of them."""

    start: int
    core: int
    end: int


_OpenUnits = dict[int, list[Unit]]


def _units(doc: Doc, sentence: Sentence, reader: AsideReader) -> list[Unit]:
    """The sentence's words as the model sees them: a name as one word, and no asides.

    "CPI-Maoist" and "SSA-S" are read wrongly where they are three words each, and so are "(26)" and
    "alias Bablu" wherever they stand.
    """
    names = {
        m.start - sentence.start: m.end - sentence.start
        for m in doc._.names or ()
        if m.layer in NAME_LAYERS
        and m.end - m.start > 1
        and sentence.start <= m.start
        and m.end <= sentence.end
    }
    spaced = tokens_of(doc).spaced[sentence.start : sentence.end]
    skipped = dict(reader.asides(sentence.words, spaced))
    units: list[Unit] = []
    i = 0
    while i < len(sentence):
        if i in skipped and units:
            i = skipped[i]
            units[-1] = units[-1]._replace(end=i)
            continue
        end = names.get(i, i + 1)
        units.append(Unit(i, end, end))
        i = end
    return units


def _spread(
    rows: Sequence[tuple[str, str, int]], units: Sequence[Unit], words: Sequence[str]
) -> tuple[list[str], list[str], list[int]]:
    """Tags, labels and heads of all words: those of a name, and its asides, hang on its last word."""
    tags: list[str] = []
    deps: list[str] = []
    heads: list[int] = []
    for i, (unit, (tag, dep, shift)) in enumerate(zip(units, rows, strict=True)):
        within = unit.core - unit.start - 1
        governor = min(max(i + shift, 0), len(units) - 1)
        tags += [*["NNP"] * within, tag]
        deps += [*["compound"] * within, dep]
        heads += [*[unit.core - 1] * within, units[governor].core - 1]
        for aside in words[unit.core : unit.end]:
            named = aside[:1].isupper()
            tags.append("NNP" if named else "CD" if aside.isdigit() else ".")
            deps.append("dep" if named else "punct")
            heads.append(unit.core - 1)
    return tags, deps, heads


def _as_doc(doc: Doc, number: int, units: Sequence[Unit]) -> Doc:
    """A sentence as a Doc of its own: what stands before and after it has no say in how it is read."""
    tokens = tokens_of(doc)
    first = doc._.sentences[number].start
    words = [tokens.between(first + unit.start, first + unit.core) for unit in units]
    spaces = [tokens.spaced[first + unit.end - 1] for unit in units]
    return Doc(doc.vocab, words=words, spaces=spaces, sent_starts=[True, *[False] * (len(words) - 1)])


@Language.factory("extractor_parse", default_config={"model": None, "patterns": []}, requires=["doc._.cues"])
def make_parser(nlp: Language, name: str, model: str | None, patterns: list[str]) -> Parser:
    """The component; `model` names an installed spaCy model, `patterns` folders laid over the package's."""
    return Parser(open_model(model), open_lexicon(patterns))

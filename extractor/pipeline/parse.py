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
    """Tags and parses the open sentences of a Doc, as one small Doc of their own."""

    def __init__(self, model: Language, lexicon: Lexicon) -> None:
        self._model = model
        self._asides = AsideReader(lexicon)
        self._strings = model.vocab.strings

    def __call__(self, doc: Doc) -> Doc:
        units = self._open_units(doc)
        if units:
            extract = _extract(doc, units)
            for _, component in self._model.pipeline:
                extract = component(extract)
            self._attach(doc, units, extract)
        return doc

    def pipe(self, stream: Iterable[Doc], batch_size: int = BATCH) -> Iterator[Doc]:
        """Parse Docs in batches, in order."""
        for batch in minibatch(stream, batch_size):
            units = [self._open_units(doc) for doc in batch]
            parsed: Iterable[Doc] = [
                _extract(doc, each) for doc, each in zip(batch, units, strict=True) if each
            ]
            for _, component in self._model.pipeline:
                parsed = component.pipe(parsed, batch_size=BATCH)  # type: ignore[attr-defined]
            ready = iter(parsed)
            for doc, each in zip(batch, units, strict=True):
                if each:
                    self._attach(doc, each, next(ready))
                yield doc

    def _open_units(self, doc: Doc) -> _OpenUnits:
        """The units of the sentences that the gate lets through, by sentence number."""
        sentences = doc._.sentences
        return {number: _units(doc, sentences[number], self._asides) for number in open_sentences(doc)}

    def _attach(self, doc: Doc, open_units: _OpenUnits, extract: Doc) -> None:
        values = extract.to_array([TAG, DEP, HEAD]).astype("int64").tolist()
        strings = self._strings
        rows = [(strings[tag & _ALL_BITS], strings[dep & _ALL_BITS], head) for tag, dep, head in values]
        position = 0
        sentences = doc._.sentences
        for number, units in open_units.items():
            sentence = sentences[number]
            attach_parse(sentence, *_spread(rows[position : position + len(units)], units, sentence.words))
            position += len(units)


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


def _extract(doc: Doc, open_units: _OpenUnits) -> Doc:
    """The open sentences as a Doc with their starts set."""
    tokens = tokens_of(doc)
    sentences = doc._.sentences
    words: list[str] = []
    spaces: list[bool] = []
    starts: list[bool | int | None] = []
    for number, units in open_units.items():
        first = sentences[number].start
        for unit in units:
            words.append(tokens.between(first + unit.start, first + unit.core))
            spaces.append(tokens.spaced[first + unit.end - 1])
            starts.append(unit.start == 0)
    return Doc(doc.vocab, words=words, spaces=spaces, sent_starts=starts)


@Language.factory("extractor_parse", default_config={"model": None, "patterns": []}, requires=["doc._.cues"])
def make_parser(nlp: Language, name: str, model: str | None, patterns: list[str]) -> Parser:
    """The component; `model` names an installed spaCy model, `patterns` folders laid over the package's."""
    return Parser(open_model(model), open_lexicon(patterns))

"""The statistical model, run on the sentences that the gate lets through and on no others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.attrs import DEP, HEAD, TAG  # type: ignore[import-not-found]
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import minibatch

from extractor.pipeline.gate import open_sentences
from extractor.pipeline.model import open_model
from extractor.pipeline.sentences import attach_parse

BATCH = 64


class Parser:
    """Tags and parses the open sentences of a Doc, as one small Doc of their own."""

    def __init__(self, model: Language) -> None:
        self._model = model
        self._strings = model.vocab.strings

    def __call__(self, doc: Doc) -> Doc:
        extract = _open_part(doc)
        if extract is not None:
            for _, component in self._model.pipeline:
                extract = component(extract)
            self._attach(doc, extract)
        return doc

    def pipe(self, stream: Iterable[Doc], batch_size: int = BATCH) -> Iterator[Doc]:
        """Parse Docs in batches, in order."""
        for batch in minibatch(stream, batch_size):
            extracts = [_open_part(doc) for doc in batch]
            parsed: Iterable[Doc] = [e for e in extracts if e is not None]
            for _, component in self._model.pipeline:
                parsed = component.pipe(parsed, batch_size=BATCH)  # type: ignore[attr-defined]
            ready = iter(parsed)
            for doc, extract in zip(batch, extracts, strict=True):
                if extract is not None:
                    self._attach(doc, next(ready))
                yield doc

    def _attach(self, doc: Doc, extract: Doc) -> None:
        values = extract.to_array([TAG, DEP, HEAD]).astype("int64").tolist()
        position = 0
        for number in open_sentences(doc):
            sentence = doc._.sentences[number]
            rows = values[position : position + len(sentence)]
            position += len(sentence)
            strings = self._strings
            attach_parse(
                sentence,
                [strings[row[0] & 0xFFFFFFFFFFFFFFFF] for row in rows],
                [strings[row[1] & 0xFFFFFFFFFFFFFFFF] for row in rows],
                [min(max(i + row[2], 0), len(rows) - 1) for i, row in enumerate(rows)],
            )


def _open_part(doc: Doc) -> Doc | None:
    """The open sentences as a Doc with their starts set, or None where the gate stays shut."""
    numbers = open_sentences(doc)
    if not numbers:
        return None
    words: list[str] = []
    spaces: list[bool] = []
    starts: list[bool | int | None] = []
    for number in numbers:
        sentence = doc._.sentences[number]
        words.extend(sentence.words)
        spaces.extend(bool(token.whitespace_) for token in doc[sentence.start : sentence.end])
        starts.extend(i == 0 for i in range(len(sentence)))
    return Doc(doc.vocab, words=words, spaces=spaces, sent_starts=starts)


@Language.factory("extractor_parse", default_config={"model": None}, requires=["doc._.cues"])
def make_parser(nlp: Language, name: str, model: str | None) -> Parser:
    """The component; `model` names an installed spaCy model."""
    return Parser(open_model(model))

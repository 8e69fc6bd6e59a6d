"""The evidence of a record: which words of the text each of its values came from."""

from __future__ import annotations

from spacy.tokens import Doc

from extractor.pipeline.notes import noted
from extractor.pipeline.tokens import tokens_of
from extractor.records import Evidence


def absolute(doc: Doc, sentence: int, start: int, end: int) -> tuple[int, int]:
    """Doc positions of what counts from the first token of sentence number `sentence`."""
    first = noted(doc).sentences[sentence].start
    return first + start, first + max(end, start + 1)


class EvidenceBook:
    """Collects the evidence of a record, each span once a field."""

    def __init__(self, doc: Doc) -> None:
        self._tokens = tokens_of(doc)
        self.items: list[Evidence] = []
        self._seen: set[tuple[str, int, int]] = set()

    def add(self, field: str, start: int, end: int, rule: str) -> None:
        if (field, start, end) in self._seen:
            return
        self._seen.add((field, start, end))
        tokens = self._tokens
        text = tokens.between(start, end)
        self.items.append(
            Evidence(field=field, text=text, start=tokens.starts[start], end=tokens.ends[end - 1], rule=rule)
        )

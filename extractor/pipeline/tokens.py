"""A Doc's words as plain lists: spaCy makes an object for each token that it is asked for, at some cost."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from spacy.attrs import LENGTH, SPACY  # type: ignore[import-not-found]
from spacy.tokens import Doc

_KEY = "extractor.tokens"  # asked for so often that an attribute of `doc._` would cost too much


@dataclass(frozen=True, slots=True)
class Tokens:
    """The text and its words. `starts` and `ends` are character offsets; a space follows what is `spaced`.

    The words are those of the text as it would be `printed`: what it has in capitals is in small letters.
    """

    text: str
    printed: str
    words: list[str]
    lower: list[str]
    starts: list[int]
    ends: list[int]
    spaced: list[bool]

    def __len__(self) -> int:
        return len(self.words)

    @property
    def written(self) -> list[str]:
        """The words as the text has them, capitals and all."""
        if self.printed == self.text:
            return self.words
        return [self.text[start:end] for start, end in zip(self.starts, self.ends, strict=True)]

    def between(self, start: int, end: int) -> str:
        """The text of tokens `start` to `end`, without the space after it."""
        return self.text[self.starts[start] : self.ends[end - 1]] if end > start else ""

    def first_from(self, offset: int) -> int:
        """The position of the first token that begins at a character offset or after it."""
        return bisect_left(self.starts, offset)


def tokens_of(doc: Doc) -> Tokens:
    """The words of a Doc; read once and kept on it."""
    known: Tokens | None = doc.user_data.get(_KEY)
    if known is None:
        known = doc.user_data[_KEY] = _read(doc, doc.text, doc.text)
    return known


def keep_tokens(doc: Doc, text: str, printed: str | None = None) -> None:
    """Read the words of a Doc whose text is known; `printed` is as long as the text."""
    doc.user_data[_KEY] = _read(doc, text, printed or text)


def text_between(doc: Doc, start: int, end: int) -> str:
    """The text of the Doc's tokens `start` to `end`, without the space after it."""
    return tokens_of(doc).between(start, end)


def _read(doc: Doc, text: str, printed: str) -> Tokens:
    rows = doc.to_array([LENGTH, SPACY]).astype("int64")
    after = rows.sum(axis=1).cumsum()
    ends = after - rows[:, 1]
    starts, stops = (ends - rows[:, 0]).tolist(), ends.tolist()
    words = [printed[start:end] for start, end in zip(starts, stops, strict=True)]
    lower = list(map(str.lower, words))
    return Tokens(text, printed, words, lower, starts, stops, rows[:, 1].astype(bool).tolist())

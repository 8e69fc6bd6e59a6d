"""The tokens of a Doc as the reader of places looks at them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.lang.en.stop_words import STOP_WORDS
from spacy.tokens import Doc

from extractor.pipeline.places.wording import Wording
from extractor.pipeline.tokens import Tokens, tokens_of

_ENDS = frozenset({".", "?", "!", "]", '"'})
_NAMES = range(2, 5)  # so many words has a person's name
_NAME_MARKS = {"-", "–", "'", "’"}


@dataclass(slots=True)
class Words:
    """A Doc's words, and which of them can be part of a name by their writing.

    `shouting` is a text in capitals, `whispering` one without any: their case says nothing. `surnames`
    are the last words, in small letters, of names that nothing leads up to as places ("Samuel Bhadra").
    """

    tokens: Tokens
    texts: list[str]
    lower: list[str]
    name_like: list[bool]
    joined: list[bool]
    shouting: bool
    whispering: bool
    surnames: frozenset[str] = frozenset()

    def __len__(self) -> int:
        return len(self.texts)

    def text(self, start: int, end: int) -> str:
        """The text of tokens `start` to `end`, with single spaces."""
        return " ".join(self.tokens.between(start, end).split())

    def starts_line(self, position: int) -> bool:
        """Whether the token is the first of the text or of a line."""
        return position == 0 or "\n" in self.texts[position - 1]


def read_words(doc: Doc, wording: Wording) -> Words:
    """Look over a Doc's tokens."""
    tokens = tokens_of(doc)
    texts, lower = tokens.words, tokens.lower
    letters = [text for text in texts if text.isalpha()]
    upper = sum(1 for text in letters if text.isupper() and len(text) > 1)
    capital = sum(1 for text in letters if text[0].isupper())
    shouting = len(letters) >= 6 and upper > 0.6 * len(letters)
    whispering = len(letters) >= 6 and capital <= 0.02 * len(letters)
    # "Near Gao, gunmen": what leads up to a name, and is written like one where it begins the sentence
    never = wording.sets["never"] | (wording.sets["strong_preposition"] - STOP_WORDS)
    name_like = [
        text[0].isalpha()
        and (whispering or text[0].isupper())
        and low.removesuffix(".") not in never
        and (low not in STOP_WORDS or low == "us" or _inside_name(position, texts))
        for position, (text, low) in enumerate(zip(texts, lower, strict=True))
    ]
    joined = [not spaced for spaced in tokens.spaced]
    surnames = frozenset() if shouting or whispering else _surnames(lower, name_like, wording)
    return Words(tokens, texts, lower, name_like, joined, shouting, whispering, surnames)


def spans_of_names(mentions: Sequence[object] | None, layers: frozenset[str]) -> dict[int, int]:
    """Starts and ends of the name mentions of these layers."""
    spans: dict[int, int] = {}
    for mention in mentions or ():
        if getattr(mention, "layer", None) in layers:
            start, end = int(getattr(mention, "start")), int(getattr(mention, "end"))  # noqa: B009
            spans[start] = max(end, spans.get(start, 0))
    return spans


def _surnames(lower: list[str], name_like: list[bool], wording: Wording) -> frozenset[str]:
    found: set[str] = set()
    start = 0
    for position, part_of_name in enumerate([*name_like, False]):
        if part_of_name:
            continue
        before = lower[start - 1] if start else ""
        if position - start in _NAMES and not (
            wording.has("strong_preposition", before)
            or wording.has("direction", lower[start])
            or wording.kinds.at(lower, start) is not None
            or (position < len(lower) and wording.kinds.at(lower, position) is not None)
        ):
            found.add(lower[position - 1])
        start = position + 1
    return frozenset(found)


def _inside_name(position: int, texts: list[str]) -> bool:
    """A capitalised stop word between hyphens ("Sar-E-Pul") belongs to the name."""
    return texts[position][0].isupper() and position > 0 and texts[position - 1] in _NAME_MARKS


def is_bare(words: Words, start: int, end: int) -> bool:
    """True for "the Cathedral" of "at the Cathedral in Manila", which is no name."""
    goes_on = end < len(words) and (words.name_like[end] or words.lower[end] == "of")
    return start > 0 and words.lower[start - 1] == "the" and not goes_on


def is_speaker(words: Words, start: int, end: int) -> bool:
    """True for "[Martinez] We have proposed it": a transcript's word for who speaks."""
    if start == 0 or end >= len(words) or (words.texts[start - 1], words.texts[end]) != ("[", "]"):
        return False
    return start == 1 or words.texts[start - 2] in _ENDS or "\n" in words.texts[start - 2]

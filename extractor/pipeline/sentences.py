"""Where sentences start, and the light view of a sentence that the rules read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import chain, repeat

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from extractor.pipeline.notes import noted
from extractor.pipeline.placeline import end_of_place_line
from extractor.pipeline.tokens import Tokens, tokens_of

_TERMINAL = frozenset(".!?…")
_CLOSING = frozenset("\"'”’)]»")
_OPENING = frozenset("\"'“‘([«-–—•*")
_MAY_END = _TERMINAL | _CLOSING
# Lines longer than this are paragraphs; in shorter ones a line end may fall within a sentence.
_WRAP_WIDTH = 120
# Where no more than one line in so many ends within a sentence, they are headings among short paragraphs.
_BROKEN = 3
# A run of so many words without a full stop is a table or a list, and is cut.
_LONGEST = 200


@dataclass(slots=True)
class Sentence:
    """One sentence as plain lists, indexed from its first token; `start`/`end` are Doc positions.

    `tags`, `deps`, `heads` and `children` are empty until the sentence is parsed; `heads` holds
    positions within the sentence, the root pointing at itself.
    """

    index: int
    start: int
    end: int
    words: list[str]
    lower: list[str]
    paragraph: int = 0
    place_line: bool = False
    tags: list[str] = field(default_factory=list)
    deps: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    children: list[list[int]] = field(default_factory=list)

    @property
    def parsed(self) -> bool:
        return bool(self.tags)

    def __len__(self) -> int:
        return self.end - self.start


@Language.factory("extractor_sentences")
def make_sentences(nlp: Language, name: str) -> SentenceSplitter:
    """The step that sets sentence starts."""
    return SentenceSplitter()


class SentenceSplitter:
    """Sets sentence starts by full stops, quotes and line ends, and fills `doc._.sentences`.

    `doc._.sentence_of` is the number of the sentence that each token stands in.
    """

    def __call__(self, doc: Doc) -> Doc:
        tokens = tokens_of(doc)
        words, lower = tokens.words, tokens.lower
        if not words:
            noted(doc).sentences = []
            noted(doc).sentence_of = []
            return doc
        starts, paragraphs, bodies = _starts(tokens)
        flags = np.full((len(words), 1), -1, dtype="int64")
        flags[starts, 0] = 1
        doc.from_array(["SENT_START"], flags.astype("uint64"))  # type: ignore[arg-type]
        noted(doc).sentences = [
            Sentence(n, a, b, words[a:b], lower[a:b], paragraphs[n], b in bodies)
            for n, (a, b) in enumerate(zip(starts, [*starts[1:], len(words)], strict=True))
        ]
        noted(doc).sentence_of = list(
            chain.from_iterable(repeat(sentence.index, len(sentence)) for sentence in noted(doc).sentences)
        )
        return doc


def _starts(tokens: Tokens) -> tuple[list[int], list[int], set[int]]:
    """Positions at which sentences start, the paragraph number of each, and the starts after place lines."""
    words = tokens.words
    wrapped = _is_wrapped(tokens.text)
    marks = _marks(words)
    bodies = _bodies(tokens.written, marks, tokens.spaced)
    starts, paragraphs = [0], [0]
    line, paragraph, ended = 0, 0, False
    for i in sorted({*marks, *(body - 1 for body in bodies)}):
        word = words[i]
        if "\n" in word:
            full_stop = i > 0 and _ends_sentence(words, i - 1)
            if word.count("\n") > 1 or not wrapped or full_stop or _is_short(words[line:i]):
                ended, paragraph = True, paragraph + 1
            line = i + 1
            if i == 0:
                paragraphs[0] = paragraph
        elif not word.isspace():  # after two blanks the next word starts a sentence, if any does
            ended = word[-1] in _MAY_END and _ends_sentence(words, i) and _can_start(words, i + 1)
        if (ended or i + 1 in bodies) and i + 1 < len(words) and not words[i + 1].isspace():
            _cut_long(words, starts, paragraphs, i + 1)
            starts.append(i + 1)
            paragraphs.append(paragraph)
            ended = False
    _cut_long(words, starts, paragraphs, len(words))
    return starts, paragraphs, bodies


def _marks(words: list[str]) -> list[int]:
    """Positions of the words that may end a sentence or a line: the others need not be looked at."""
    marks = {word for word in set(words) if word[-1] in _MAY_END or word[-1].isspace()}
    return [i for i, word in enumerate(words) if word in marks]


def _bodies(words: list[str], marks: list[int], spaced: list[bool]) -> set[int]:
    """Where the text goes on after the place lines that open its lines."""
    firsts = [0, *(i + 1 for i in marks if "\n" in words[i])]
    firsts = [first for first in firsts if first < len(words)]
    return {body for first in firsts if (body := end_of_place_line(words, first, spaced))}


def _is_short(line: list[str]) -> bool:
    return sum(len(word) + 1 for word in line) < _WRAP_WIDTH // 3


def _cut_long(words: list[str], starts: list[int], paragraphs: list[int], end: int) -> None:
    """Cut what stands between the last start and `end`, where it is too long for a sentence."""
    while end - starts[-1] > _LONGEST:
        position = starts[-1] + _LONGEST
        while position < end and words[position].isspace():
            position += 1
        if position == end:
            return
        starts.append(position)
        paragraphs.append(paragraphs[-1])


def _is_wrapped(text: str) -> bool:
    """True where lines are broken at a fixed width, so that a line end need not end a sentence: short lines,
    of which many end within one."""
    lines = [line for line in text.split("\n") if line]
    if len(lines) <= 3 or max(map(len, lines)) > _WRAP_WIDTH:
        return False
    whole = sum(line.rstrip().rstrip("".join(_CLOSING))[-1:] in _TERMINAL for line in lines)
    return (len(lines) - whole) * _BROKEN >= len(lines)


def _ends_sentence(words: list[str], i: int) -> bool:
    while i > 0 and words[i] and words[i][0] in _CLOSING and len(words[i]) == 1:
        i -= 1
    return words[i][-1:] in _TERMINAL and (len(words[i]) == 1 or words[i] in ("...", "!!", "?!"))


def _can_start(words: list[str], i: int) -> bool:
    while i < len(words) and words[i].isspace() and "\n" not in words[i]:
        i += 1
    if i >= len(words):
        return True
    first = words[i][:1]
    if first in _CLOSING and first not in _OPENING:
        return False
    return first.isupper() or first.isdigit() or first in _OPENING or not first.isascii() or "\n" in words[i]


def length_of(doc: Doc) -> int:
    """The number of the text's sentences, without the place line that it opens with."""
    sentences = noted(doc).sentences
    return len(sentences) - (bool(sentences) and sentences[0].place_line)


def attach_parse(sentence: Sentence, tags: Iterable[str], deps: Iterable[str], heads: Iterable[int]) -> None:
    """Give the sentence its tags, labels and heads (positions within the sentence)."""
    sentence.tags, sentence.deps, sentence.heads = list(tags), list(deps), list(heads)
    sentence.children = [[] for _ in sentence.words]
    for i, head in enumerate(sentence.heads):
        if head != i:
            sentence.children[head].append(i)


def name_beginnings(sentences: list[Sentence]) -> None:
    """Tag "Das" as a name in "Das was hurt" where the article has a name of that ending ("Ravi Das").

    At the head of a sentence every word has a capital, and the model takes such a name for a noun.
    """
    for sentence in sentences:
        suffers = sentence.parsed and sentence.tags[0] == "NN" and sentence.deps[0] == "nsubjpass"
        if suffers and any(_ends_a_name(other, sentence.words[0]) for other in sentences):
            sentence.tags[0] = "NNP"


def _ends_a_name(sentence: Sentence, word: str) -> bool:
    words = sentence.words
    return word in words and any(
        words[i] == word and words[i - 1][:1].isupper() and not words[i - 1].isupper()
        for i in range(1, len(words))
    )

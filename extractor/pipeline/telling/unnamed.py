"""Who claims an attack, or is blamed for it, where no group that is known is named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc

from extractor.lexicon.lexicon import NAME_LAYERS, Lexicon
from extractor.pipeline.lookup import within
from extractor.pipeline.mentions import NameMention
from extractor.pipeline.notes import noted
from extractor.pipeline.sentences import Sentence

# The layer and the rule of words for fighters, whoever they are.
LAYER = "targets"
_MILITANT = "militant"
# The form of a name that only "calling itself" tells to be one.
CALLED = "called"
# The form of words for a force of the state.
STATE = "state"
_ARMED = ("armed_group", "criminal_group")
_CALLED = (("calling", "itself"), ("calling", "themselves"), ("called", "itself"), ("styling", "itself"))
_INSIDE = frozenset({"of", "the", "for", "and", "-"})


def unnamed(lexicon: Lexicon, doc: Doc, sentence: Sentence) -> Iterator[NameMention]:
    """ "Partisans took credit", "a faction calling itself the Sons of the River claimed it": the words for
    those who are armed, and the name that no pattern knows."""
    lower, first = sentence.lower, sentence.start
    bands = lexicon.words["bands"]
    for i in range(len(lower) - 2):
        if tuple(lower[i : i + 2]) in _CALLED and not bands.isdisjoint(lower[max(0, i - 3) : i]):
            start, end = _name_after(sentence, i + 2)
            if end > start:
                yield replace(_mention(first + start, first + end), form=CALLED)
    names = within(noted(doc).names, sentence.start, sentence.end)
    named = {i for m in names if m.layer in NAME_LAYERS for i in range(m.start, m.end)}
    for m in names:
        if m.layer != LAYER:
            continue
        kind = lexicon.targets[m.entry].actor_kind
        if kind in _ARMED:
            end = m.end + (m.end < sentence.end and lower[m.end - first] in bands)
            yield _mention(m.start, end, m.entry, m.rule)
        elif (
            kind == "state_force"
            and m.start not in named
            and lower[m.start - first - 1] == "the"
            and m.start > sentence.start
        ):
            yield replace(_mention(m.start - 1, m.end, m.entry, m.rule), form=STATE)


def _name_after(sentence: Sentence, start: int) -> tuple[int, int]:
    """The run of capitalised words from `start` on, without the article before it."""
    words = sentence.words
    end = start = start + (sentence.lower[start] == "the")
    while end < len(words) and (words[end][:1].isupper() or (words[end] in _INSIDE and end > start)):
        end += 1
    while end > start and words[end - 1] in _INSIDE:
        end -= 1
    return start, end


def _mention(start: int, end: int, entry: str = _MILITANT, rule: str = f"{LAYER}/{_MILITANT}") -> NameMention:
    return NameMention(start, end, LAYER, entry, rule)

"""Which state force stands beside an arrest or a find that the text joins to nobody: "police said"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from extractor.lexicon.lexicon import Lexicon
from extractor.pipeline.drafting.drafts import Draft
from extractor.pipeline.lookup import within
from extractor.pipeline.mentions import NameMention
from extractor.pipeline.notes import noted
from extractor.pipeline.sentences import Sentence

# So many sentences back the article may have told of those who speak.
_BACK = 4


def force_beside(lexicon: Lexicon, doc: Doc, draft: Draft) -> NameMention | None:
    """The force that does or says something in the event's own sentence, else in the one after or
    before it in the paragraph, else in the last ones before that; None where none does."""
    return next(
        (
            m
            for s in _near(doc, draft)
            for m in within(noted(doc).names, s.start, s.end)
            if _acts(lexicon, s, m)
        ),
        None,
    )


def _near(doc: Doc, draft: Draft) -> Iterator[Sentence]:
    """The sentences that are parsed in any case: what else is read must not change a record."""
    sentences, own = noted(doc).sentences, noted(doc).sentences[draft.sentence]
    for number in (own.index, own.index + 1, *range(own.index - 1, own.index - 1 - _BACK, -1)):
        if not 0 <= number < len(sentences):
            continue
        if number > own.index and sentences[number].paragraph != own.paragraph:
            continue
        if within(noted(doc).cues, sentences[number].start, sentences[number].end):
            yield sentences[number]


def _acts(lexicon: Lexicon, sentence: Sentence, mention: NameMention) -> bool:
    """True for a force that is the subject of a verb, or that something was done "by"."""
    is_force = mention.layer == "forces" or (
        mention.layer == "targets" and lexicon.targets[mention.entry].actor_kind == "state_force"
    )
    if not is_force or not sentence.parsed:
        return False
    i = mention.end - 1 - sentence.start
    if sentence.deps[i] == "pobj" and sentence.lower[sentence.heads[i]] == "of":
        i = sentence.heads[sentence.heads[i]]  # "the commissioner of police said"
    if sentence.deps[i] == "pobj":
        return sentence.lower[sentence.heads[i]] == "by"
    return sentence.deps[i] == "nsubj"

"""Which part of a sentence tells of an event, and which of what it led to or came of."""

from __future__ import annotations

from spacy.tokens import Doc

from extractor.lexicon.lexicon import Lexicon
from extractor.pipeline.drafting.drafts import BY_LAW, Draft
from extractor.pipeline.drafting.status import REFERRED
from extractor.pipeline.lookup import within
from extractor.pipeline.notes import noted
from extractor.pipeline.tokens import tokens_of


def after_death(doc: Doc, draft: Draft, attack: int) -> range | None:
    """The part of "three died on Tuesday, taking the toll of the bombing on Sunday to 64" that tells of the
    `attack`."""
    late = next((fact for fact in draft.facts if fact.late and fact.end < attack), None)
    words = tokens_of(doc).words
    comma = next((i for i in range(late.end, attack) if words[i] == ","), None) if late else None
    return range(comma, noted(doc).sentences[draft.sentence].end) if comma is not None else None


def reason_for(lexicon: Lexicon, doc: Doc, draft: Draft, end: int) -> int:
    """Where "the attack was in revenge for a raid in Otra" goes over to the event that it was a reply to, and
    an arrest to what somebody is accused of."""
    lower = tokens_of(doc).lower
    for mention in within(noted(doc).names, draft.end, end):
        if mention.layer != "discourse" or lexicon.discourse[mention.entry].group != REFERRED:
            continue
        replies = lexicon.words["replying"].intersection(lower[mention.start : mention.end])
        if (replies or draft.family in BY_LAW) and within(noted(doc).cues, mention.end, end):
            return mention.start
    return end


def own_part(doc: Doc, draft: Draft) -> range | None:
    """The part of its sentence that tells of the draft alone, where the sentence goes over to it from the
    verdict or arrest for it, or from the news, or the other way round."""
    if not (draft.judged or draft.earlier or draft.own_end):
        return None
    return range(draft.own_start, draft.own_end or noted(doc).sentences[draft.sentence].end)


def is_placed_by_guess(doc: Doc, draft: Draft) -> bool:
    """True for "the attacker was held", whose only place is one that a later paragraph tells of: it was where
    the news was, and not where the text goes on to."""
    if draft.family not in BY_LAW or draft.place is None:
        return False
    sentences, sentence_of = noted(doc).sentences, noted(doc).sentence_of
    return sentences[sentence_of[draft.place.start]].paragraph > sentences[draft.sentence].paragraph

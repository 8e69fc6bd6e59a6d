""" "An explosion at a sugar mill": what blew up by itself, as far as the text says."""

from __future__ import annotations

from spacy.tokens import Doc

from extractor.lexicon.lexicon import Lexicon
from extractor.pipeline.drafting.drafts import Draft, names_beside
from extractor.pipeline.drafting.status import ACCIDENT
from extractor.pipeline.lookup import within
from extractor.pipeline.notes import noted
from extractor.pipeline.tokens import tokens_of

_BARE = "bombing"
# What a toll tells of by itself: that people were killed, by whatever.
_NO_DEED = (None, "killing")


def is_accident_at_works(lexicon: Lexicon, doc: Doc, draft: Draft) -> bool:
    """True of a bare explosion at works, in stores or of an engine, that nobody is said to have caused.

    A bomb, a charge or whoever laid it make it an attack; so does a pipeline that "was blown up".
    """
    if draft.attack.id != _BARE or draft.claims or any(t.agents for t in draft.triggers):
        return False
    if not draft.triggers or any(f.agents for f in draft.facts):
        return False
    lower = tokens_of(doc).lower
    bare, works = lexicon.words["bare_blasts"], lexicon.words["works"]
    if any(lower[t.start] not in bare for t in draft.triggers):
        return False
    weapons = [m for m in names_beside(doc, draft) if m.layer == "weapons"]
    if any(not {lower[m.start], lower[m.end - 1]} <= bare | works for m in weapons):
        return False
    sentences = (noted(doc).sentences[number] for number in set(draft.sentences))
    return any(not works.isdisjoint(sentence.lower) for sentence in sentences)


def is_toll_of_accident(lexicon: Lexicon, doc: Doc, draft: Draft) -> bool:
    """True of a bare toll, by nobody and of no deed, after an accident: "the ferry capsized ... among the
    dead were three teachers"."""
    if draft.triggers or draft.claims or any(f.agents or f.event not in _NO_DEED for f in draft.facts):
        return False
    last = noted(doc).sentences[draft.sentences[-1]].end
    mentions = within(noted(doc).names, 0, last)
    told = [m for m in mentions if m.layer == "status" and lexicon.status[m.entry].group == ACCIDENT]
    targets = (m for m in mentions if m.layer == "targets") if told else ()
    callings = {i for m in targets for i in range(m.start, m.end - 1)}
    return any(m.start not in callings for m in told)  # no "polio vaccinators"

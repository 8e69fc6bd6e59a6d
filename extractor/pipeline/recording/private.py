"""Killings and assaults among kin, and over a quarrel: crimes of private life, and no political violence."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc

from extractor.lexicon.lexicon import Lexicon
from extractor.pipeline.drafting.drafts import ATTACK, Draft, names_beside
from extractor.pipeline.mentions import NameMention
from extractor.pipeline.notes import noted
from extractor.pipeline.people.phrase import People

# The group of patterns/discourse for what private people quarrel over.
_QUARREL = "private_quarrel"
# That of words for courts, sport, films and the like.
_OTHER_TOPIC = "other_topic"
# What private people do to each other; no bombing, abduction or clash.
_CRIMES = ("armed_assault", "targeted_killing")
# Who "killed himself" afterwards.
_HIMSELF = "attacker"
# More harmed in a quarrel than these may be more than private.
_FEW = 2


def is_private(lexicon: Lexicon, doc: Doc, draft: Draft) -> bool:
    """True of what one person did to a few: to a brother or a wife, or over a quarrel.

    It is not where anybody armed, a group, a force or a crowd is told to have done it, or was hit.
    """
    if draft.family != ATTACK or draft.claims or draft.aggregate or draft.attack.category not in _CRIMES:
        return False
    doers = [*(p for t in draft.triggers for p in t.agents), *(p for f in draft.facts for p in f.agents)]
    harmed = [*(p for t in draft.triggers for p in t.patients), *(p for f in draft.facts for p in f.people)]
    kin = [p for p in (*doers, *harmed) if _is_kin(lexicon, doc, p)]
    if any(_is_of_a_side(lexicon, p) or (p.quantity.best != 1 and p not in kin) for p in doers):
        return False
    others = [p for p in harmed if not p.pronoun and p.entry != _HIMSELF]
    if any(p.group != "civilian" or p.names for p in others):
        return False
    if doers and kin:
        return True
    of_kin = bool(kin) and all(p in kin or _is_mere_name(p) for p in others)
    if of_kin and _speaks_of(lexicon, noted(doc).names, _OTHER_TOPIC):
        return True  # the murder trial of an actor whose wife was shot
    few = all((p.quantity.best or 0) <= _FEW for p in others)
    return few and _speaks_of(lexicon, names_beside(doc, draft), _QUARREL)


def _speaks_of(lexicon: Lexicon, names: Iterable[NameMention], group: str) -> bool:
    """Whether one of the matches is of a group of patterns/discourse."""
    return any(m.layer == "discourse" and lexicon.discourse[m.entry].group == group for m in names)


def _is_of_a_side(lexicon: Lexicon, people: People) -> bool:
    """True of gunmen, rebels, soldiers, mobs, and of whoever is told by a name that patterns know."""
    kind = lexicon.targets[people.entry].actor_kind if people.entry is not None else None
    return bool(people.names) or people.group != "civilian" or kind is not None


def _is_mere_name(people: People) -> bool:
    return people.person_name and people.entry is None


def _is_kin(lexicon: Lexicon, doc: Doc, people: People) -> bool:
    """True of "his brother" and "her two daughters", told by whose they are."""
    sentence = noted(doc).sentences[people.sentence]
    whose = sentence.parsed and "PRP$" in sentence.tags[people.start : people.head]
    return whose and sentence.lower[people.head] in lexicon.words["kin"]

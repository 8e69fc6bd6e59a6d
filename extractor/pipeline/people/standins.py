"""Which group "the group" and "the outfit" stand for, where the text has named one before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from extractor.lexicon.lexicon import Lexicon
from extractor.pipeline.mentions import NameMention
from extractor.pipeline.notes import noted
from extractor.pipeline.people.reference import GroupsNamed
from extractor.pipeline.tokens import tokens_of

STANDS_IN = "stands_in"


def is_stand_in(lexicon: Lexicon, mention: NameMention) -> bool:
    """Whether the words may stand for a group named before."""
    return mention.layer == "discourse" and lexicon.discourse[mention.entry].group == STANDS_IN


def with_groups_meant(lexicon: Lexicon, doc: Doc, mentions: Sequence[NameMention]) -> list[NameMention]:
    """The mentions, and after each word that stands for a group a name of that group in the same place.

    A word that goes on ("the group of villagers") or that may be about several groups stands for none.
    Sets `doc._.groups_named`.
    """
    found: list[NameMention] = []
    groups = noted(doc).groups_named = GroupsNamed(lexicon, doc)
    for mention in mentions:
        found.append(mention)
        groups.add(mention)
        if is_stand_in(lexicon, mention) and not _goes_on(lexicon, doc, mention):
            meant = groups.meant_at(mention.start)
            if meant is not None:
                named = replace(mention, layer=meant.layer, entry=meant.entry, entries=meant.entries)
                found.append(replace(named, form="alias"))
                groups.add(found[-1])
    return found


def _goes_on(lexicon: Lexicon, doc: Doc, mention: NameMention) -> bool:
    """True for "the group of villagers", "the group leader": the words are part of a longer phrase."""
    after = tokens_of(doc).lower[mention.end : mention.end + 1]
    return bool(after) and after[0] in lexicon.words["of_person"] - {"and"}

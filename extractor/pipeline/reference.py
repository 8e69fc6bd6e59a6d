"""Which armed group "the rebels" and "the group" stand for, where the text has named it before."""

from __future__ import annotations

from bisect import bisect_left

from spacy.tokens import Doc

from extractor.lexicon.lexicon import Lexicon
from extractor.pipeline.lookup import within
from extractor.pipeline.mentions import NameMention
from extractor.pipeline.people import People

# Where the text names several groups, the one is meant that alone is named in so many sentences up to here.
_NEAR = 2


class GroupsNamed:
    """The armed groups that a text names, in its order; a look-up costs no more in a longer text."""

    def __init__(self, lexicon: Lexicon, doc: Doc) -> None:
        self._lexicon = lexicon
        self._doc = doc
        self._mentions: list[NameMention] = []
        self._several_from: int | None = None

    def add(self, mention: NameMention) -> None:
        """Take in the next name of the text, whatever it is of."""
        if not _is_group(self._lexicon, mention):
            return
        if self._several_from is None and self._mentions and mention.entry != self._mentions[0].entry:
            self._several_from = mention.start
        self._mentions.append(mention)

    def meant_at(self, here: int) -> NameMention | None:
        """The only armed group named before the Doc position `here`, else the only one named near it."""
        before = bisect_left(self._mentions, here, key=lambda m: m.start)
        if not before:
            return None
        if self._several_from is None or self._several_from >= here:
            return self._mentions[before - 1]
        sentence = self._doc._.sentence_of[here]
        first = self._doc._.sentences[max(0, sentence - _NEAR + 1)].start
        near = within(self._mentions, first, here)
        return near[-1] if len({m.entry for m in near}) == 1 else None


def group_meant(lexicon: Lexicon, doc: Doc, people: People) -> NameMention | None:
    """The group that unnamed fighters who were told of before belong to, or None where that is not sure."""
    if not people.definite or people.names or people.entry is None or doc._.groups_named is None:
        return None
    if lexicon.targets[people.entry].actor_kind != "armed_group":
        return None
    meant: NameMention | None = doc._.groups_named.meant_at(
        doc._.sentences[people.sentence].start + people.start
    )
    return meant


def _is_group(lexicon: Lexicon, mention: NameMention) -> bool:
    entry = lexicon.names.get(mention.entry)
    return (
        mention.layer == "groups" and entry is not None and not entry.generic and entry.kind == "armed_group"
    )

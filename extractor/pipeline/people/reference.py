"""Which armed group "the rebels" and "the group" stand for, where the text has named it before."""

from __future__ import annotations

from bisect import bisect_left

from spacy.tokens import Doc

from extractor.lexicon.lexicon import Lexicon
from extractor.pipeline.lookup import within
from extractor.pipeline.mentions import NameMention
from extractor.pipeline.notes import noted
from extractor.pipeline.people.phrase import People
from extractor.pipeline.sentences import Sentence

# Where the text names several groups, the one is meant that alone is named in so many sentences up to here.
_NEAR = 2
# So many words may stand before a group that the sentence speaks of: "The outlawed TTP".
_FIRST_WORDS = 3
_WITHIN_SUBJECT = ("compound", "appos", "pobj", "prep", "conj", "poss", "nmod", "amod")
# "Four of its fighters"
_OWN = frozenset({"its", "their"})
_GROUP_PRONOUNS = ("it", "they")


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
        sentence = noted(self._doc).sentence_of[here]
        first = noted(self._doc).sentences[max(0, sentence - _NEAR + 1)].start
        near = within(self._mentions, first, here)
        return near[-1] if len({m.entry for m in near}) == 1 else None

    def subject_before(self, here: int) -> NameMention | None:
        """The only group named in the sentence of the Doc position `here` before it, and in the one before,
        where it stands as what the sentence speaks of: "The BLA is banned. In May it stopped a train"."""
        sentences = noted(self._doc).sentences
        number = noted(self._doc).sentence_of[here]
        near = within(self._mentions, sentences[max(0, number - 1)].start, here)
        told = [m for m in near if self._is_spoken_of(sentences[noted(self._doc).sentence_of[m.start]], m)]
        return told[-1] if told and len({m.entry for m in near}) == 1 else None

    def _is_spoken_of(self, sentence: Sentence, mention: NameMention) -> bool:
        """True for the first words of a sentence, its subject, and whose men its subject are."""
        i = mention.end - 1 - sentence.start
        if mention.start - sentence.start <= _FIRST_WORDS:
            return True
        if not sentence.parsed:
            return False
        while sentence.deps[i] in _WITHIN_SUBJECT and sentence.heads[i] != i:
            i = sentence.heads[i]
        return sentence.deps[i] in ("nsubj", "nsubjpass")


def group_meant(lexicon: Lexicon, doc: Doc, people: People) -> NameMention | None:
    """The group that unnamed fighters who were told of before belong to, or None where that is not sure."""
    groups = noted(doc).groups_named
    if people.names or groups is None:
        return None
    words = noted(doc).sentences[people.sentence].lower[people.start : people.head]
    if not people.definite and _OWN.isdisjoint(words):
        return None
    if people.pronoun:
        here = noted(doc).sentences[people.sentence].start + people.start
        return groups.subject_before(here) if doc[here].lower_ in _GROUP_PRONOUNS else None
    if people.entry is None:
        return None
    if lexicon.targets[people.entry].actor_kind != "armed_group":
        return None
    return groups.meant_at(noted(doc).sentences[people.sentence].start + people.start)


def _is_group(lexicon: Lexicon, mention: NameMention) -> bool:
    entry = lexicon.names.get(mention.entry)
    return (
        mention.layer == "groups" and entry is not None and not entry.generic and entry.kind == "armed_group"
    )

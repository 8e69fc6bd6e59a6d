"""Which armed group "the rebels" and "its fighters" stand for, where the text has named it before."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc

from extractor.lexicon.lexicon import Lexicon
from extractor.pipeline.mentions import NameMention
from extractor.pipeline.people import People

# Where the text names several groups, the one is meant that alone is named in so many sentences up to here.
_NEAR = 2


def group_meant(lexicon: Lexicon, doc: Doc, people: People) -> NameMention | None:
    """The group that unnamed fighters who were told of before belong to, or None where that is not sure."""
    if not people.definite or people.names or people.entry is None:
        return None
    if lexicon.targets[people.entry].actor_kind != "armed_group":
        return None
    here = doc._.sentences[people.sentence].start + people.start
    return group_named_before(lexicon, doc, doc._.names, here, people.sentence)


def group_named_before(
    lexicon: Lexicon, doc: Doc, names: Iterable[NameMention], here: int, sentence: int
) -> NameMention | None:
    """The only armed group among the names before the Doc position `here`, else the only one near it."""
    named = [m for m in names if m.end <= here and _is_group(lexicon, m)]
    near = [m for m in named if sentence - doc._.sentence_of[m.start] < _NEAR]
    return _only(named) or _only(near)


def _only(mentions: Iterable[NameMention]) -> NameMention | None:
    by_entry = {mention.entry: mention for mention in mentions}
    return next(iter(by_entry.values())) if len(by_entry) == 1 else None


def _is_group(lexicon: Lexicon, mention: NameMention) -> bool:
    entry = lexicon.names.get(mention.entry)
    return (
        mention.layer == "groups" and entry is not None and not entry.generic and entry.kind == "armed_group"
    )

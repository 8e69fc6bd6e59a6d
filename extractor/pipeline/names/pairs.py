"""Two groups that share their last word: "Hema and Lendu fighters"."""

from __future__ import annotations

from spacy.tokens import Doc

from extractor.lexicon.lexicon import Lexicon
from extractor.pipeline.mentions import NameMention
from extractor.pipeline.tokens import tokens_of

_GROUPS = "groups"


def paired_groups(lexicon: Lexicon, doc: Doc) -> list[NameMention]:
    """Both of them, where each is a known group with such a word ("fighters", "militia")."""
    tokens = tokens_of(doc)
    lower, words, bodies = tokens.lower, tokens.words, lexicon.words["ethnic_bodies"]
    found = []
    for at in (i for i, word in enumerate(lower) if word in bodies):
        if at < 3 or lower[at - 2] != "and" or not (words[at - 1].istitle() and words[at - 3].istitle()):
            continue
        pair = [_group(lexicon, people, lower[at]) for people in (lower[at - 3], lower[at - 1])]
        spans = ((at - 3, at - 2), (at - 1, at + 1))
        both = [
            NameMention(start, end, _GROUPS, group, f"{_GROUPS}/{group}", (group,))
            for group, (start, end) in zip(pair, spans, strict=True)
            if group is not None
        ]
        found += both if len(both) == len(spans) else []
    return found


def _group(lexicon: Lexicon, people: str, body: str) -> str | None:
    """The id of the group that is called by the name of a people and a word for its fighters."""
    for word in (body, *sorted(lexicon.words["ethnic_body"])):
        senses = lexicon.wordings.get(f"{people} {word}", ())
        known = next((sense.entry for sense in senses if sense.layer == _GROUPS), None)
        if known is not None:
            return known
    return None

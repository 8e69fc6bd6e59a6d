""" "The PLA, the armed wing of the RPF": the whole is named to say what the wing is, no more."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from spacy.tokens import Doc

from extractor.lexicon.lexicon import Lexicon
from extractor.pipeline.mentions import NameMention
from extractor.pipeline.tokens import tokens_of

_ORGANISATIONS = ("groups", "parties")
# So many words stand between the two names at most: ", the armed wing of the banned".
_REACH = 8


def wholes_of_wings(lexicon: Lexicon, doc: Doc, names: Sequence[NameMention]) -> list[NameMention]:
    """The names of what the name before them is said to be a wing of, and the acronyms beside them."""
    lower = tokens_of(doc).lower
    organisations = [m for m in names if m.layer in _ORGANISATIONS]
    found: list[NameMention] = []
    for before, after in pairwise(organisations):
        between = lower[before.end : after.start]
        if before in found and before.entry == after.entry and between == ["("]:
            found.append(after)  # "the Revolutionary People's Front (RPF)"
        elif before not in found and before.entry != after.entry and _is_wing(lexicon, between):
            found.append(after)
    return found


def _is_wing(lexicon: Lexicon, between: Sequence[str]) -> bool:
    """True of ", the armed wing of the": a comma or a bracket, no other verb or name, and "wing of"."""
    if not between or between[0] not in (",", ")", "-", "–", "—", "(") or len(between) > _REACH:
        return False
    wings = lexicon.words["wings"]
    return any(word in wings and between[i + 1 : i + 2] == ["of"] for i, word in enumerate(between))

"""The little language of cues.

open fire               these words, whatever their case
<kill>                  any form of the verb (kill, kills, killed, killing)
bomb(s)                 the noun, singular or plural
gun/rifle attack        one word or the other
<set> ~ on fire         up to eight words may stand in between, once in a cue
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence

from extractor.lexicon.inflect import noun_forms, verb_forms

Irregular = Mapping[str, Sequence[str]]
GAP = " ~ "


def expand(cue: str, verbs: Irregular, nouns: Irregular) -> Iterator[str]:
    """Every wording that a cue without a gap stands for."""
    choices = []
    for word in cue.split():
        forms: list[str] = []
        for option in word.split("/"):
            if match := re.fullmatch(r"<(.+)>", option):
                forms.extend(verb_forms(match[1], verbs))
            elif option.endswith("(s)"):
                forms.extend(noun_forms(option[:-3], nouns))
            else:
                forms.append(option)
        choices.append(forms)
    for words in itertools.product(*choices):
        yield " ".join(words)


def parts(cue: str) -> tuple[str, ...]:
    """The pieces of a cue before and after its gap."""
    return tuple(piece.strip() for piece in cue.split(GAP))


def with_one_gap(cue: str) -> str:
    """The cue itself. Raises ValueError for one with two gaps, which no matcher looks for."""
    if cue.count(GAP) > 1:
        raise ValueError(f"{cue!r} has more than one gap (~)")
    return cue

"""English inflection for cues: regular rules here, irregular forms in patterns/morphology."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

_VOWELS = "aeiou"


def verb_forms(base: str, irregular: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Base, third person, past, participle and -ing form of a verb, without repetitions."""
    third = f"{base[:-1]}ies" if _consonant_y(base) else f"{base}es" if _sibilant(base) else f"{base}s"
    stem = base + base[-1] if _doubles(base) else base
    ing = f"{base[:-2]}ying" if base.endswith("ie") else f"{_without_e(stem)}ing"
    past = f"{base[:-1]}ied" if _consonant_y(base) else f"{base}d" if base.endswith("e") else f"{stem}ed"
    return tuple(dict.fromkeys(irregular.get(base) or (base, third, past, ing)))


def noun_forms(base: str, irregular: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Singular and plural of a noun; of several words the last one is inflected."""
    *before, last = base.split(" ")
    if last in irregular:
        forms = tuple(irregular[last])
    elif _consonant_y(last):
        forms = (last, f"{last[:-1]}ies")
    elif last.endswith("man") and last != "human":
        forms = (last, f"{last[:-3]}men")
    else:
        forms = (last, f"{last}es" if _sibilant(last) else f"{last}s")
    return tuple(" ".join([*before, form]) for form in forms)


def _consonant_y(word: str) -> bool:
    return len(word) > 1 and word.endswith("y") and word[-2] not in _VOWELS


def _sibilant(word: str) -> bool:
    return word.endswith(("s", "x", "z", "ch", "sh"))


def _doubles(word: str) -> bool:
    """stab → stabbed: one syllable, one vowel, one final consonant."""
    return re.fullmatch(r"[^aeiou]*[aeiou][bdgmnprt]", word) is not None


def _without_e(word: str) -> str:
    return word[:-1] if word.endswith("e") and not word.endswith(("ee", "oe", "ye")) else word

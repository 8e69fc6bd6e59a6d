"""Names reduced to what their spellings share."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss", "ə": "a"}
)
_NOT_ALNUM = re.compile(r"[^a-z0-9]+")
_ARTICLE = re.compile(r"^(?:al|el|an|ar|as|ash|at|ath|ad|adh|az)[-' ]+(?=\w{3})", re.IGNORECASE)
_TRANSLITERATION_MARKS = {"\u0304", "\u0323", "\u0331", "\u0327", "\u0306", "\u0307", "\u032e", "\u0324"}
_APOSTROPHES = re.compile("[\u02bb\u02bc\u02be\u02bf\u2018\u2019`\u00b4]")
_SOUNDS = (
    (re.compile(r"[kgcp]h"), lambda m: {"kh": "k", "gh": "g", "ch": "c", "ph": "f"}[m.group()]),
    (re.compile(r"([tdbszjlnr])h"), lambda m: m.group(1)),
    (re.compile(r"[qc]"), lambda m: "k"),
    (re.compile(r"w"), lambda m: "v"),
    (re.compile(r"z"), lambda m: "s"),
    (re.compile(r"x"), lambda m: "ks"),
    (re.compile(r"[aeiouyh]+"), lambda m: ""),
    (re.compile(r"(.)\1+"), lambda m: m.group(1)),
)


@lru_cache(maxsize=65_536)
def name_key(name: str) -> str:
    """`name` without case, accents, spaces, hyphens and apostrophes; "" when no Latin letter is left.

    "Al-Hudaydah", "al Hudaydah" and "Al Ḩudaydah" have one key.
    """
    lowered = name.lower()
    if not lowered.isascii():
        decomposed = unicodedata.normalize("NFKD", lowered.translate(_LETTERS))
        lowered = "".join(c for c in decomposed if not unicodedata.combining(c))
    return lowered if lowered.isalnum() and lowered.isascii() else _NOT_ALNUM.sub("", lowered)


def without_article(name: str) -> str | None:
    """`name` without a leading Arabic article ("Al-Hudaydah" → "Hudaydah"), None when it has none."""
    bare = _ARTICLE.sub("", name, count=1)
    return bare if bare != name else None


def sound_key(key: str) -> str:
    """The consonants of a name key as transliterations share them: "bajaur" and "bajaor" → "bjr"."""
    first = key[:1]
    for pattern, replace in _SOUNDS:
        key = pattern.sub(replace, key)
    return key if first not in "aeiouy" else f"a{key}"


def press_spelling(name: str) -> str:
    """A name without the marks of scientific transliteration: "Kābul" → "Kabul", but "Córdoba" stays."""
    if name.isascii():
        return name
    decomposed = unicodedata.normalize("NFD", _APOSTROPHES.sub("'", name))
    kept = []
    for position, char in enumerate(decomposed):
        cedilla_of_c = char == "\u0327" and decomposed[position - 1] in "cC"
        if char not in _TRANSLITERATION_MARKS or cedilla_of_c:
            kept.append(char)
    return unicodedata.normalize("NFC", "".join(kept)).strip("'")

"""The place line that a wire opens with: "Lima, 7 Oct 88 (EFE) -- [Text] …", "KABUL, Afghanistan (AP) — …".

It is no part of the first sentence: read with it, the place is taken for the sentence's subject.
"""

from __future__ import annotations

from collections.abc import Sequence

# Not the hyphen: "Bus-stop blast - four dead" is a headline.
_DASHES = ("--", "–", "—", "---")
_LONGEST = 22
# Notes of an editor in square brackets follow the dash: "[Text]", "[Report by …]".
_LONGEST_NOTE = 25
# The only words of a place line that begin in lower case: "Rio de Janeiro".
_SHORT_WORD = 3
# So many letters has the name of a place in capitals at least.
_CAPITALS = 3
# So many words after the hyphen show whether the whole line is in capitals.
_BODY = 4


def end_of_place_line(words: Sequence[str], start: int, spaced: Sequence[bool]) -> int:
    """The position after the place line that begins at `start`, the first word of a line; 0 for none.

    `spaced` says of each word whether a blank follows it. What an editor notes before a line's words counts
    as one: "[Begin recording] [Duarte] I call on …".
    """
    dash = _dash(words, start, spaced)
    if not dash and (start >= len(words) or words[start] != "["):
        return 0
    end = dash + 1 if dash else start
    while end < len(words) and words[end] == "[":
        closing = _closing(words, end)
        if not closing:
            break
        end = closing + 1
    return end if start < end < len(words) and "\n" not in words[end] else 0


def _dash(words: Sequence[str], start: int, spaced: Sequence[bool]) -> int:
    """Where the dash stands that closes a place line: before it are names, figures and brackets alone."""
    depth = 0
    opened = False
    for i in range(start, min(len(words), start + _LONGEST)):
        word = words[i]
        if word in ("(", "["):
            depth, opened = depth + 1, True
        elif word in (")", "]"):
            depth -= 1
        elif "\n" in word:
            return 0
        elif depth == 0 and word == "-" and _is_filed(words, start, i, spaced, opened):
            return i
        elif depth == 0 and word in _DASHES:
            return i if i > start and (opened or words[start].isupper() or "," in words[start:i]) else 0
        elif depth == 0 and (word == "." or (word[0].islower() and len(word) > _SHORT_WORD)):
            return 0
    return 0


def _is_filed(words: Sequence[str], start: int, end: int, spaced: Sequence[bool], opened: bool) -> bool:
    """ "KYIV, Nov 8 -", "KABUL (AP) -": a place in capitals, and a date or an agency, before a hyphen; so are
    "MEXICO CITY -" and "GOMA, Congo -" where what follows is not in capitals too, and "Niamey (AFP) -"."""
    before, after = words[start:end], words[end + 1 : end + 1 + _BODY]
    if opened and _is_by_agency(before) and after[0][:1].isupper():
        return spaced[end - 1]
    if not words[start].isupper() or len(words[start]) < _CAPITALS:
        return False
    if opened or any(word.isdigit() for word in before):
        return True
    comma = before.index(",") if "," in before else len(before)
    named = all(word.isupper() for word in before[:comma])
    named = named and all(word[:1].isupper() for word in before[comma + 1 :])
    return named and spaced[end - 1] and any(word.islower() for word in after)


def _is_by_agency(before: Sequence[str]) -> bool:
    """True for "Niamey (AFP)", "Port Sudan (AFP)": a name of few words and an agency's letters."""
    name, agency = before[:-3], before[-3:]
    short = 0 < len(name) < _SHORT_WORD and all(word.istitle() for word in name)
    return short and agency[0] == "(" and agency[-1] == ")" and agency[1].isupper()


def _closing(words: Sequence[str], opening: int) -> int:
    """Where the bracket closes that opens at `opening`, or 0."""
    depth = 0
    for i in range(opening, min(len(words), opening + _LONGEST_NOTE)):
        depth += (words[i] == "[") - (words[i] == "]")
        if depth == 0:
            return i
    return 0

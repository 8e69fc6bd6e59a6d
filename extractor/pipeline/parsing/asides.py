"""Asides that lead the parser astray: ages, editors' notes, names that identify, further names, titles.

"A 'commander', identified as Sunil Das (26) alias Bablu, was shot" is read as "A commander was shot", and
"gunmen killed nine people, residents and an official said" as "gunmen killed nine people, residents said".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.lang.en.lex_attrs import like_num

from extractor.lexicon.lexicon import Lexicon

_QUOTES = {"'": "'", "‘": "’", '"': '"', "“": "”", "`": "'", "''": "''", "``": "''"}
_ARTICLES = ("a", "an", "the")
_OF_THEM = (("of", "them"), ("of", "whom"))
_LONGEST_ALIAS = 5
_LONGEST_TITLE = 5
_LONGEST_INSERT = 40
_LONGEST_SPEAKERS = 14
_LONGEST_REMARK = 9
# What can follow a name: an auxiliary, a preposition, a verb, but no noun that the name is part of.
_AFTER_NAME = re.compile(r"[a-z]{1,4}|[a-z]+ed|during|[^\w]+")


class AsideReader:
    """Finds the asides of sentences."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._including = lexicon.words["including"]
        self._among = lexicon.words["among"]
        self._verbs = lexicon.words["after_subject"]
        self._done_to = self._verbs | lexicon.words["done_to"]
        self._alias = lexicon.words["alias"]
        self._identified = sorted(tuple(cue.split()) for cue in lexicon.words["identified"])
        self._can_begin = {"(", "[", ",", *_QUOTES, *(cue[0] for cue in self._identified)}
        self._saying = lexicon.words["saying"]
        self._mostly = lexicon.words["mostly"]
        self._no_speakers = lexicon.words["no_speakers"]
        self._after_saying = lexicon.words["after_saying"]

    def asides(self, words: Sequence[str], spaced: Sequence[bool]) -> Iterator[tuple[int, int]]:
        """The stretches of a sentence's words (start, end) that the parser does without.

        `spaced[i]` is true where white space follows word i. None begins at the sentence's first word.
        """
        i = 1
        while i < len(words):
            if words[i] not in self._can_begin and words[i].lower() not in self._alias:
                i += 1
                continue
            end = (
                _age(words, i)
                or _figure(words, i)
                or _abbreviation(words, i)
                or _editors_note(words, i)
                or self._other_name(words, i)
                or self._identity(words, i)
                or self._remark(words, i)
            )
            if end:
                yield i, end
                i = end
                continue
            second, verb = self._speakers(words, i)
            if second:
                yield second, verb
                i = verb
                continue
            closing = _closing(words, spaced, i)
            if closing:
                yield i, i + 1
                yield closing, closing + 1
            i += 1

    def inserts(self, lower: Sequence[str]) -> Iterator[tuple[int, int]]:
        """The stretches such as ", including a mayor and two guards," between a subject and its verb, or the
        participle that does without one: "and two policemen, among them a captain, injured"."""
        after = 0
        for i in range(1, len(lower) - 1):
            if i < after or lower[i] != "," or not self._counts_in(lower, i + 1):
                continue
            for j in range(i + 3, min(len(lower) - 1, i + _LONGEST_INSERT)):
                if lower[j] != ",":
                    continue
                following = lower[j + 2] if j + 2 < len(lower) else ""
                others = lower[j + 1] == "and" and (following in _ARTICLES or like_num(following))
                inside = lower[i + 1 : j]
                if others and ("," in inside or not self._verbs.isdisjoint(inside)):
                    break  # "six people, including two men, a boy, and three girls"
                if others or lower[j + 1] in self._done_to:
                    yield i, j + 1
                    after = j + 1
                    break

    def _counts_in(self, lower: Sequence[str], i: int) -> bool:
        """True where "including" or "among them" begins."""
        return lower[i] in self._including or (lower[i] in self._among and lower[i + 1] == "them")

    def _remark(self, words: Sequence[str], i: int) -> int:
        """The end of ", most of them foreigners," between a subject and its verb, or 0."""
        if words[i] != "," or i + 2 >= len(words) or words[i + 1].lower() not in self._mostly:
            return 0
        for j in range(i + 3, min(len(words) - 1, i + _LONGEST_REMARK)):
            if words[j] == ",":
                return j + 1 if words[j + 1].lower() in self._verbs else 0
        return 0

    def _speakers(self, words: Sequence[str], i: int) -> tuple[int, int]:
        """Where "and an official" of ", residents and an official said on Monday" begins and ends, or zeros.

        The model takes two who speak at the end of a sentence for more of those whom it tells of.
        """
        second = 0
        for j in range(i + 1, min(len(words), i + _LONGEST_SPEAKERS) if words[i] == "," else 0):
            word = words[j].lower()
            if word == "and" and j > i + 1:
                second = second or j
            elif second and word in self._saying:
                ends = {word.lower() for word in words[j + 1 : j + 2]} <= self._after_saying
                told = words[j + 1 : j + 2] and words[j].lower() == "told" and words[j + 1][:1].isupper()
                return (second, j) if ends or told else (0, 0)
            elif word in self._no_speakers:
                break
        return 0, 0

    def _other_name(self, words: Sequence[str], i: int) -> int:
        """The end of "alias Bablu" after a name, or 0."""
        if words[i].lower() not in self._alias or not (words[i - 1][:1].isupper() or words[i - 1] == ")"):
            return 0
        end = _name(words, i + 1)
        return end if end - i <= _LONGEST_ALIAS + 1 and end > i + 1 else 0

    def _identity(self, words: Sequence[str], i: int) -> int:
        """The end of ", identified as Sunil Das (26) and Ravi Lal," after a word for people, or 0."""
        begins = i + 1 if words[i] == "," else i
        if tuple(words[begins + 1 : begins + 3]) in _OF_THEM:
            begins += 3  # "and four others, three of them identified as"
        cue = next((c for c in self._identified if tuple(words[begins : begins + len(c)]) == c), None)
        if cue is None:
            return 0
        end = 0
        at = begins + len(cue)
        while (stop := self._full_name(words, at)) and (
            stop >= len(words) or _AFTER_NAME.fullmatch(words[stop]) is not None
        ):
            end = stop
            at = next((stop + n for n in (2, 1) if _joins(words[stop : stop + n])), 0)
            if not at:
                break
        if end and words[end : end + 1] == [","]:
            following = words[end + 1] if end + 1 < len(words) else ""
            if following in _ARTICLES:
                return 0  # "…, a teacher, and his brother": the names are part of a longer list
            if begins > i or following in ("was", "were"):
                end += 1
        return end

    def _full_name(self, words: Sequence[str], i: int) -> int:
        """The end of a name at i with its age and its further names, or 0."""
        end = _name(words, i)
        if end == i:
            return 0
        while more := _age(words, end) or (end < len(words) and self._other_name(words, end)):
            end = more
        return end


def _editors_note(words: Sequence[str], i: int) -> int:
    """The end of "[as heard]", "[National Party]", "[Adolfo]" put in by an editor, or 0."""
    if words[i] != "[":
        return 0
    return next((j + 1 for j in range(i + 1, min(len(words), i + _LONGEST_INSERT)) if words[j] == "]"), 0)


def _age(words: Sequence[str], i: int) -> int:
    """The end of "(26)" after a name, or 0."""
    if i + 2 >= len(words) or words[i] != "(" or not words[i - 1][:1].isupper():
        return 0
    number, close = words[i + 1], words[i + 2]
    return i + 3 if close == ")" and number.isdigit() and len(number) <= 2 else 0


def _figure(words: Sequence[str], i: int) -> int:
    """The end of "(4)" after "four", or 0."""
    if words[i] != "(" or words[i + 2 : i + 3] != [")"]:
        return 0
    spelled = like_num(words[i - 1]) and not words[i - 1].isdigit()
    return i + 3 if spelled and words[i + 1].isdigit() else 0


def _abbreviation(words: Sequence[str], i: int) -> int:
    """The end of "(SF)" in "a security force (SF) sergeant", the first letters of what is before, or 0."""
    if words[i] != "(" or words[i + 2 : i + 3] != [")"]:
        return 0
    letters, following = words[i + 1], words[i + 3 : i + 4]
    spelled = "".join(word[:1] for word in words[max(0, i - len(letters)) : i]).upper()
    goes_on = bool(following) and following[0].islower() and _AFTER_NAME.fullmatch(following[0]) is None
    return i + 3 if len(letters) > 1 and letters == spelled and goes_on else 0


def _joins(words: Sequence[str]) -> bool:
    return list(words) in ([",", "and"], [","], ["and"])


def _name(words: Sequence[str], i: int) -> int:
    while i < len(words) and words[i][:1].isupper():
        i += 1
    return i


def _closing(words: Sequence[str], spaced: Sequence[bool], i: int) -> int:
    """Where the quotation mark that opens at i around a few words closes, or 0."""
    mark = _QUOTES.get(words[i])
    if mark is None or spaced[i] or not spaced[i - 1]:
        return 0
    for j in range(i + 2, min(len(words), i + _LONGEST_TITLE + 2)):
        if words[j] == mark and not spaced[j - 1]:
            return j
        if not words[j][:1].isalnum() and words[j] != "-":
            return 0
    return 0

"""Lines in capitals, read as they would be printed: "GUNMEN KILLED TWO IN QUETTA".

The words of a Doc are read so; its text, and all that is quoted from it, stays as it is.
"""

from __future__ import annotations

import calendar
import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from spacy.lang.en.stop_words import STOP_WORDS
from spacy.language import Language
from spacy.lookups import Lookups
from spacy.tokens import Doc
from spacy.util import get_package_path

from extractor.gazetteer import Gazetteer, Kind
from extractor.lexicon.lexicon import Lexicon, Sense, open_lexicon
from extractor.patternfiles import default_patterns
from extractor.pipeline.parsing.model import DEFAULT_MODEL
from extractor.pipeline.tokens import keep_tokens, tokens_of

_POSSESSIVE = re.compile(r"['’]s$")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
# A line of so many words can be in capitals; fewer are a name or a place line.
_FEWEST = 4
# A town of so many people is known by a word that is another word too: "NICE" is not, "BAGHDAD" is.
_KNOWN_TOWN = 200_000
_LONGEST_NAME = 3
# Shorter words in capitals are no acronyms of groups: "UP", "AT".
_ACRONYM = 3
# "May" and "march" are other words too.
_CALENDAR = {*map(str.lower, (*calendar.day_name, *calendar.month_name))} - {"", "may", "march"}
_NOUN = "noun"
# Whose names of several words are of ordinary words: "Shining Path", "Army of National Liberation".
_ORGANISED = ("groups", "parties")
_OTHERS = ("verb", "adj", "adv")


class CaseReader:
    """Reads lines in capitals as they would be printed."""

    def __init__(self, lexicon: Lexicon, gazetteer: Callable[[], Gazetteer]) -> None:
        self._acronyms = {w for w in lexicon.exact if " " not in w and w.isupper() and len(w) >= _ACRONYM}
        single = {wording: senses for wording, senses in lexicon.wordings.items() if " " not in wording}
        self._nations = {wording for wording, senses in single.items() if _are_nations(senses)}
        self._known = single.keys() - self._nations
        self._gazetteer = gazetteer
        self._phrases = _names_of_phrases(lexicon)

    def __call__(self, doc: Doc) -> Doc:
        text = tokens_of(doc).text
        lines = text.split("\n")
        if any(map(_is_in_capitals, lines)):
            keep_tokens(doc, text, "\n".join(self.printed(each) for each in lines))
        return doc

    def printed(self, line: str) -> str:
        """The line as it would be printed, as long as it was; one that is not in capitals stays as it is."""
        if not _is_in_capitals(line):
            return line
        words = list(_WORD.finditer(line))
        letters = list(line)
        names = self._names([word[0].lower() for word in words])
        starts = True
        for i, word in enumerate(words):
            starts = starts or _ends_sentence(line[words[i - 1].end() : word.start()])
            new = self._printed(line, word, name=i in names, first=starts)
            if len(new) == len(word[0]):
                letters[word.start() : word.end()] = new
            starts = False
        return "".join(letters)

    def _printed(self, line: str, word: re.Match[str], *, name: bool, first: bool) -> str:
        text = word[0]
        in_brackets = line[: word.start()].endswith("(") and line[word.end() :].startswith(")")
        if in_brackets or text in self._acronyms:
            return text
        low = text.lower()
        return low[:1].upper() + low[1:] if name or first else low

    def _names(self, words: Sequence[str]) -> set[int]:
        """The positions of the words that are names, or parts of names."""
        names = {i for i, word in enumerate(words) if self._is_name(word)}
        for i in range(len(words)):
            for length in range(_LONGEST_NAME, 1, -1):
                phrase = words[i : i + length]
                whole = len(phrase) == length and STOP_WORDS.isdisjoint(phrase)
                if whole and self._is_place(" ".join(phrase)):
                    names.update(range(i, i + length))
                    break
            for phrase in self._phrases.get(words[i], ()):
                if tuple(words[i : i + len(phrase)]) == tuple(word.lower() for word in phrase):
                    names.update(i + at for at, word in enumerate(phrase) if word[:1].isupper())
                    break
        return names

    def _is_name(self, word: str) -> bool:
        word = _POSSESSIVE.sub("", word)
        if word in _CALENDAR or word in self._nations:
            return True
        if word in STOP_WORDS or word in self._known or _is_english(word, _OTHERS):
            return False
        return not _is_english(word, (_NOUN,)) or self._is_place(word)

    def _is_place(self, name: str) -> bool:
        """Whether a country, a province or a large town is called so."""
        return any(
            match.place.kind is Kind.COUNTRY
            or (
                match.primary and (match.place.kind is Kind.PROVINCE or match.place.population >= _KNOWN_TOWN)
            )
            for match in self._gazetteer().matches(name)
        )


def _names_of_phrases(lexicon: Lexicon) -> dict[str, list[tuple[str, ...]]]:
    """The names of groups and parties that are of several words, by the first of them, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for entry in lexicon.names.values():
        if lexicon.name_layer[entry.id] in _ORGANISED:
            for name in (entry.name, *entry.aliases, *entry.weak):
                phrase = tuple(_WORD.findall(name))
                if sum(word[:1].isupper() for word in phrase) > 1:
                    found[phrase[0].lower()].append(phrase)
    return {first: sorted(phrases, key=len, reverse=True) for first, phrases in found.items()}


def _are_nations(senses: Sequence[Sense]) -> bool:
    return any(sense.layer == "demonyms" for sense in senses)


def _is_in_capitals(line: str) -> bool:
    return line.isupper() and sum(1 for _ in _WORD.finditer(line)) >= _FEWEST


def _ends_sentence(between: str) -> bool:
    return any(mark in between for mark in ".!?")


def _is_english(word: str, kinds: Sequence[str]) -> bool:
    """Whether an English word of these kinds has this form, as far as the model's tables know."""
    tables = _tables()
    for kind in kinds:
        index, exceptions, rules = (tables.get_table(name).get(kind, ()) for name in _TABLES)
        if word in index or word in exceptions:
            return True
        if any(word.endswith(old) and word.removesuffix(old) + new in index for old, new in rules if old):
            return True
    return False


_TABLES = ("lemma_index", "lemma_exc", "lemma_rules")


@cache
def _tables() -> Lookups:
    """The English words that the default model comes with."""
    folder = next(Path(get_package_path(DEFAULT_MODEL)).glob("*/lemmatizer/lookups"))
    return Lookups().from_disk(folder)


@Language.factory("extractor_casing", default_config={"patterns": []})
def make_case_reader(nlp: Language, name: str, patterns: list[str]) -> CaseReader:
    """The component; `patterns` are folders laid over those of the package."""
    folders = [default_patterns(), *map(Path, patterns)]
    districts = [folder / "districts" for folder in folders if (folder / "districts").is_dir()]
    return CaseReader(open_lexicon(patterns), cache(lambda: Gazetteer.load(districts)))

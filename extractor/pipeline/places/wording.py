"""The files of patterns/places: the words around place names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from extractor.patternfiles import pattern_files, read_entries

Level = Literal[
    "country",
    "province",
    "region",
    "district",
    "subdistrict",
    "police_station",
    "town",
    "village",
    "neighborhood",
    "area",
    "facility",
    "water",
]
Use = Literal[
    "kind",
    "preposition",
    "strong_preposition",
    "near",
    "goal",
    "reached",
    "taken",
    "retaken",
    "struck",
    "from_afar",
    "before_verb",
    "handed",
    "surname",
    "identity",
    "actor",
    "assailant",
    "tail",
    "chain",
    "kind_of",
    "connector",
    "hyphen_part",
    "direction",
    "edge",
    "distance_unit",
    "distance_link",
    "origin",
    "station",
    "origin_suffix",
    "org_head",
    "local_body",
    "district_body",
    "office",
    "border",
    "frontier",
    "fights_anywhere",
    "counting",
    "teller",
    "person",
    "taken_from",
    "care",
    "felled",
    "care_verb",
    "cared_for",
    "alias",
    "belonging",
    "never",
    "homonym",
    "filler",
    "numeral",
    "inner",
    "reference",
    "name_head",
    "said",
    "said_when",
    "street",
    "street_first",
    "continent",
    "capital",
    "before_capital",
    "no_capital",
    "capitals",
    "troubled",
    "fights_abroad",
    "governs",
    "campus",
    "water",
]
LAYER = "places"


class PlaceWords(BaseModel):
    """One list of words and what they mean to the reader of places.

    `level` belongs to `use: kind` and `use: reference`; `numbered` kinds make a name with a number
    ("Ward 5"), `lower` ones mean a place only when they are written without a capital, and those of a
    `feature` are a part of the name ("Virunga National Park"), and `people` words mean the place only right
    after "in" or "stormed" ("in Bokkos community"), else who lives there ("of the Hazara community").
    A list with a `country` is evidence of that country instead, with `weight`, and of `provinces` where the
    words are most at home. `capitals` are the capitals by country.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = Field(pattern=r"^[a-z0-9_]+$")
    words: tuple[str, ...] = ()
    use: Use | None = None
    level: Level | None = None
    numbered: bool = False
    lower: bool = False
    feature: bool = False
    people: bool = False
    country: str | None = Field(default=None, pattern=r"^[A-Z]{2}$")
    weight: float = 1.0
    provinces: tuple[str, ...] = ()
    capitals: Mapping[str, str] = Field(default_factory=dict)


@dataclass(slots=True)
class Phrases:
    """Word sequences to look up at a position of a text; values are what was filed under them."""

    _by_first: dict[str, list[tuple[list[str], object]]] = field(default_factory=lambda: defaultdict(list))

    def add(self, phrase: str, value: object) -> None:
        """File `value` under a phrase of one or more words."""
        words = list(_split(phrase.lower()))
        self._by_first[words[0]].append((words, value))
        self._by_first[words[0]].sort(key=lambda item: -len(item[0]))

    def first_words(self) -> Set[str]:
        """The words that phrases begin with."""
        return self._by_first.keys()

    def at(self, words: list[str], position: int) -> tuple[int, object] | None:
        """The longest phrase that begins at `position` of the lower-cased `words`: its end and its value."""
        if position >= len(words):
            return None
        for phrase, value in self._by_first.get(words[position], ()):
            end = position + len(phrase)
            if words[position:end] == phrase:
                return end, value
        return None

    def before(self, words: list[str], end: int, longest: int = 5) -> int | None:
        """The start of the longest phrase that ends at `end` (exclusive), None where there is none."""
        for start in range(max(0, end - longest), end):
            for phrase, _ in self._by_first.get(words[start], ()):
                if start + len(phrase) == end and words[start:end] == phrase:
                    return start
        return None


@dataclass(frozen=True, slots=True)
class KindWord:
    """A word that says how large the named place is."""

    level: Level
    numbered: bool
    lower: bool
    feature: bool
    people: bool


@dataclass(frozen=True, slots=True)
class Reference:
    """Words that stand for an area named before; `rule` is the entry that lists them."""

    level: Literal["country", "province", "district", "town"]
    rule: str


@dataclass(frozen=True, slots=True)
class CountryCue:
    """Evidence of a country, and of provinces in it."""

    country: str
    weight: float
    provinces: tuple[str, ...]


@dataclass(slots=True)
class Wording:
    """All of patterns/places, in the shapes that the steps look words up in."""

    sets: dict[str, frozenset[str]]
    kinds: Phrases
    chains: frozenset[str]
    origins: Phrases
    stations: Phrases
    offices: Phrases
    cues: dict[str, list[CountryCue]]
    cue_phrases: Phrases
    references: Phrases
    waters: Phrases = field(default_factory=Phrases)
    capital_words: Phrases = field(default_factory=Phrases)
    continents: Phrases = field(default_factory=Phrases)
    capital_of: dict[str, str] = field(default_factory=dict)

    def has(self, use: Use, word: str) -> bool:
        """Whether the lower-cased `word` is listed under `use`."""
        return word in self.sets[use]

    def describes(self, word: str) -> bool:
        """Whether the word only says more of a place: "northern", "remote"."""
        return self.has("direction", word) or self.has("filler", word)


def load_wording(folders: Sequence[Path]) -> Wording:
    """Read patterns/places of these folders. Raises PatternError where a file is wrong."""
    entries: dict[str, PlaceWords] = {}
    for path in pattern_files(folders, LAYER):
        entries |= {entry.id: entry for entry in read_entries(path, PlaceWords)}
    words: dict[str, set[str]] = defaultdict(set)
    wording = Wording(
        {}, Phrases(), frozenset(), Phrases(), Phrases(), Phrases(), defaultdict(list), Phrases(), Phrases()
    )
    for entry in entries.values():
        if entry.country:
            _add_cues(wording, entry, entry.country)
        elif entry.use == "kind" and entry.level:
            kind = KindWord(entry.level, entry.numbered, entry.lower, entry.feature, entry.people)
            for word in entry.words:
                wording.kinds.add(word, kind)
        elif entry.use == "reference" and entry.level in ("country", "province", "district", "town"):
            for word in entry.words:
                wording.references.add(word, Reference(entry.level, f"places/{entry.id}"))
        elif entry.use == "capitals":
            wording.capital_of |= entry.capitals
        elif entry.use in ("capital", "continent"):
            phrases = wording.capital_words if entry.use == "capital" else wording.continents
            for word in entry.words:
                phrases.add(word, entry.id)
        elif entry.use:
            words[entry.use].update(word.lower() for word in entry.words)
    for phrase in words["origin"]:
        wording.origins.add(phrase, phrase)
    for phrase in words["station"]:
        wording.stations.add(phrase, phrase)
    for phrase in words["water"]:
        wording.waters.add(phrase, phrase)
    for phrase in words["office"]:
        wording.offices.add(phrase, phrase)
    wording.chains = frozenset(" ".join(_split(phrase)) for phrase in words["chain"])
    wording.sets = defaultdict(frozenset, {use: frozenset(found) for use, found in words.items()})
    return wording


def _add_cues(wording: Wording, entry: PlaceWords, country: str) -> None:
    cue = CountryCue(country, entry.weight, entry.provinces)
    for word in entry.words:
        wording.cues[word].append(cue)
    for word in entry.words:
        if len(_split(word)) > 1:
            wording.cue_phrases.add(word, word)


def _split(phrase: str) -> list[str]:
    """A phrase's words as the tokenizer cuts them."""
    words: list[str] = []
    for word in phrase.split():
        words.extend(_hyphenated(word))
    return words


def _hyphenated(word: str) -> Iterable[str]:
    if "-" not in word.strip("-") or word.endswith("-"):
        stem, mark, tail = word.partition("'")
        return [stem, mark + tail] if mark and tail == "s" else [word]
    parts: list[str] = []
    for part in word.split("-"):
        parts += ["-", part]
    return parts[1:]

"""The lexicon: every entry of patterns/ by layer and id, and every wording that tells of one."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from extractor import patternfiles, records
from extractor.cache import code_of, kept, library_versions
from extractor.lexicon import cues
from extractor.lexicon.entries import (
    AttackType,
    CountryForces,
    Cue,
    ForceWord,
    Goods,
    NameEntry,
    TargetType,
    TollCue,
    WeaponType,
    WordSet,
)
from extractor.lexicon.references import cut_loose_ends
from extractor.patternfiles import (
    PatternError,
    default_patterns,
    digest,
    part_of,
    pattern_files,
    read_entries,
    read_yaml,
)

logger = logging.getLogger(__name__)
_Model = TypeVar("_Model", bound=BaseModel)
_Listed = TypeVar("_Listed", AttackType, TargetType, WeaponType, Goods, TollCue, Cue)
NAME_LAYERS = ("groups", "forces", "parties")
BY_COUNTRY, FORCE_WORDS = "by_country.yaml", "words.yaml"


@dataclass(frozen=True, slots=True)
class Sense:
    """What a wording can mean: an entry of a layer.

    `form` is how the entry gives it: "verb", "noun", "alias", "acronym", "weak" or "cue".
    A wording with a gap is two senses: the head with the `tail` that must follow, each expanded.
    """

    layer: str
    entry: str
    form: str
    tail: frozenset[str] = field(default=frozenset())

    @property
    def rule(self) -> str:
        return f"{self.layer}/{self.entry}"


@dataclass(slots=True)
class Lexicon:
    """All pattern files, validated. `wordings` maps each lower-cased wording to what it can mean;
    `exact` does so for wordings that are matched only as written."""

    version: str
    folders: tuple[Path, ...]
    names: dict[str, NameEntry] = field(default_factory=dict)
    name_layer: dict[str, str] = field(default_factory=dict)
    countries: dict[str, CountryForces] = field(default_factory=dict)
    force_words: dict[str, ForceWord] = field(default_factory=dict)
    attack_types: dict[str, AttackType] = field(default_factory=dict)
    targets: dict[str, TargetType] = field(default_factory=dict)
    weapons: dict[str, WeaponType] = field(default_factory=dict)
    goods: dict[str, Goods] = field(default_factory=dict)
    tolls: dict[str, TollCue] = field(default_factory=dict)
    status: dict[str, Cue] = field(default_factory=dict)
    attribution: dict[str, Cue] = field(default_factory=dict)
    discourse: dict[str, Cue] = field(default_factory=dict)
    everyday: set[str] = field(default_factory=set)
    words: dict[str, frozenset[str]] = field(default_factory=dict)
    wordings: dict[str, list[Sense]] = field(default_factory=dict)
    exact: dict[str, list[Sense]] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)

    def add(self, wording: str, sense: Sense, *, exact: bool = False) -> None:
        """Let `wording` mean `sense`, once."""
        table = self.exact if exact else self.wordings
        senses = table.setdefault(wording if exact else wording.lower(), [])
        if sense not in senses:
            senses.append(sense)


def load_lexicon(extra: Sequence[Path] = (), *, base: Path | None = None, strict: bool = False) -> Lexicon:
    """The lexicon of the package's patterns with the user's folders `extra` laid over them.

    An entry of a later folder replaces the one with the same id. A faulty file is reported in
    `problems` and left out; with `strict` it raises PatternError.
    """
    return _load((base or default_patterns(), *extra), strict)


def open_lexicon(folders: Sequence[str | Path]) -> Lexicon:
    """The lexicon under the package's patterns and the user's folders, read once a process."""
    return load_lexicon(tuple(Path(folder) for folder in folders))


@cache
def _load(folders: tuple[Path, ...], strict: bool) -> Lexicon:
    for folder in folders:
        if not folder.is_dir():
            raise PatternError(f"{folder}: no such folder of patterns")
    version = digest(folders)
    if folders[0] != default_patterns():
        return _read(folders, version, strict)
    return _kept(folders, version, strict)


def _kept(folders: tuple[Path, ...], version: str, strict: bool) -> Lexicon:
    """The lexicon from the cache, where the same files were read before and nothing was wrong with them."""
    ingredients = (
        version,
        *(digest([folder]) for folder in folders[1:]),
        *library_versions("pydantic", "pyyaml"),
        *code_of(Path(__file__).parent, Path(patternfiles.__file__).parent, Path(records.__file__)),
    )
    lexicon = kept(
        "lexicon",
        ingredients,
        lambda: _read(folders, version, strict),
        is_sound=lambda made: not made.problems,  # problems are told anew at each load
    )
    lexicon.folders = folders
    return lexicon


def _read(folders: tuple[Path, ...], version: str, strict: bool) -> Lexicon:
    lexicon = Lexicon(version=version, folders=folders)
    reader = _Reader(folders, lexicon, strict)
    verbs, nouns = _irregular(folders)
    reader.read_into(lexicon.attack_types, "attack_types", AttackType)
    reader.read_into(lexicon.targets, "targets", TargetType)
    reader.read_into(lexicon.weapons, "weapons", WeaponType)
    reader.read_into(lexicon.goods, "goods", Goods)
    reader.read_into(lexicon.tolls, "tolls", TollCue)
    for layer in ("status", "attribution", "discourse"):
        reader.read_into(getattr(lexicon, layer), layer, Cue)
    for layer in NAME_LAYERS:
        reader.read_names(layer)
    tables = {layer: getattr(lexicon, layer) for layer in ("attack_types", "weapons", "tolls")}
    if folders[0] == default_patterns():  # a user's folder by itself names entries that are ours
        for error in cut_loose_ends(tables, folders):
            reader.complain(error)
    compiler = _Compiler(lexicon, verbs, nouns)
    compiler.compile()
    for path in pattern_files(folders, "everyday"):
        for entry in reader.entries(path, Cue):
            for cue in entry.cues:
                lexicon.everyday.update(w.lower() for w in cues.expand(cue, verbs, nouns))
    for path in pattern_files(folders, "words"):
        for words in reader.entries(path, WordSet):
            lexicon.words[words.id] = frozenset(word.lower() for word in words.words)
    return lexicon


def _irregular(folders: Sequence[Path]) -> tuple[cues.Irregular, cues.Irregular]:
    """The irregular verbs and nouns of patterns/morphology."""
    found: dict[str, dict[str, list[str]]] = {"verbs": {}, "nouns": {}}
    for path in pattern_files(folders, "morphology"):
        for entry in read_yaml(path):
            found.setdefault(part_of(entry, "id", path), {}).update(part_of(entry, "forms", path))
    return found["verbs"], found["nouns"]


@dataclass(slots=True)
class _Reader:
    """Reads the files of each layer into the lexicon, and keeps what was wrong."""

    folders: Sequence[Path]
    lexicon: Lexicon
    strict: bool

    def entries(self, path: Path, model: type[_Model]) -> Sequence[_Model]:
        try:
            return read_entries(path, model)
        except PatternError as error:
            self.complain(error)
            return ()

    def complain(self, error: PatternError) -> None:
        if self.strict:
            raise error
        logger.warning("%s", error)
        self.lexicon.problems.append(str(error))

    def read_into(self, table: dict[str, _Listed], layer: str, model: type[_Listed]) -> None:
        for path in pattern_files(self.folders, layer):
            for entry in self.entries(path, model):
                table[entry.id] = entry

    def read_names(self, layer: str) -> None:
        lexicon = self.lexicon
        for path in pattern_files(self.folders, layer):
            if path.name == BY_COUNTRY:
                lexicon.countries |= {e.country: e for e in self.entries(path, CountryForces)}
            elif path.name == FORCE_WORDS:
                lexicon.force_words |= {e.id: e for e in self.entries(path, ForceWord)}
            else:
                for entry in self.entries(path, NameEntry):
                    lexicon.names[entry.id] = entry
                    lexicon.name_layer[entry.id] = layer


_LINK = re.compile(r"(?<=\w)[- ](e|i|ul|ud|ur|us)[- ](?=\w)", re.IGNORECASE)
# Of two letters it may be anybody's.
_INITIALS = re.compile(r"[A-Z]{3,5}")
_ARTICLE = re.compile(r"\b(al|el)[- ](?=[^\W\d_]{3})", re.IGNORECASE)


def _joined(name: str) -> Iterator[str]:
    """The ways to join the parts of an Arabic or Persian name: "Jaish-e-X", "Jaish e X", "al-X", "al X"."""
    for before, after in (("-", "-"), (" ", " "), ("-", " ")):
        linked = _LINK.sub(rf"{before}\1{after}", name)
        yield linked
        yield _ARTICLE.sub(r"\1-", linked)
        yield _ARTICLE.sub(r"\1 ", linked)


def _spellings(name: str) -> tuple[str, ...]:
    """A name with either apostrophe, with hyphens and dashes, an "IRA" as "I.R.A."."""
    dotted = "".join(f"{letter}." for letter in name) if _INITIALS.fullmatch(name) else name
    return tuple(dict.fromkeys((name, name.replace("'", "’"), name.replace("-", "–"), dotted)))


@dataclass(frozen=True, slots=True)
class _Compiler:
    """Turns the entries' cues into wordings."""

    lexicon: Lexicon
    verbs: cues.Irregular
    nouns: cues.Irregular

    def compile(self) -> None:
        lexicon = self.lexicon
        for attack in lexicon.attack_types.values():
            self.add_cues("attack_types", attack.id, "verb", attack.verbs)
            self.add_cues("attack_types", attack.id, "noun", attack.nouns)
        for target in lexicon.targets.values():
            self.add_cues("targets", target.id, "noun", target.nouns)
        for weapon in lexicon.weapons.values():
            self.add_cues("weapons", weapon.id, "noun", weapon.nouns)
        for goods in lexicon.goods.values():
            self.add_cues("goods", goods.id, "noun", goods.nouns)
        for toll in lexicon.tolls.values():
            self.add_cues(
                "tolls", toll.id, "verb" if toll.frame in ("object", "subject") else "noun", toll.cues
            )
        for layer in ("status", "attribution", "discourse"):
            for cue in getattr(lexicon, layer).values():
                self.add_cues(layer, cue.id, "cue", cue.cues)
        for word in lexicon.force_words.values():
            self.add_cues("force_words", word.id, "noun", word.nouns)
        for country in lexicon.countries.values():
            for demonym in (*country.demonyms, country.name):
                lexicon.add(demonym, Sense("demonyms", country.country, "alias"))
        for entry in lexicon.names.values():
            self.add_name(entry)

    def add_name(self, entry: NameEntry) -> None:
        layer = self.lexicon.name_layer[entry.id]
        alias_sense, acronym_sense, weak_sense = (
            Sense(layer, entry.id, form) for form in ("alias", "acronym", "weak")
        )
        forms = dict.fromkeys(
            form for alias in (entry.name, *entry.aliases) for form in (alias, *_joined(alias))
        )
        for alias in forms:
            for spelling in _spellings(alias):
                self.lexicon.add(spelling, alias_sense)
        for acronym in entry.acronyms:
            for spelling in (*_spellings(acronym), f"{acronym}."):  # "of the NSCN-K." is one token
                self.lexicon.add(spelling, acronym_sense, exact=True)
        for weak in entry.weak:
            for spelling in _spellings(weak):
                self.lexicon.add(spelling, weak_sense, exact=True)

    def add_cues(self, layer: str, entry: str, form: str, cue_list: Iterable[str]) -> None:
        for cue in cue_list:
            head, *tail = cues.parts(cue)
            sense = Sense(layer, entry, form, frozenset(self._tail_wordings(tail)))
            for wording in cues.expand(head, self.verbs, self.nouns):
                self.lexicon.add(wording, sense)

    def _tail_wordings(self, tails: Sequence[str]) -> Iterator[str]:
        for tail in tails:
            yield from (w.lower() for w in cues.expand(tail, self.verbs, self.nouns))

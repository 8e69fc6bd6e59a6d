"""Names that mislead: shared by entries the text cannot tell apart, common words, names of places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path

from spacy.lookups import Lookups

from extractor.gazetteer import Gazetteer, NameMatch
from extractor.lexicon import Lexicon
from extractor.lexicon.entries import NameEntry
from extractor.pipeline.parsing.model import DEFAULT_MODEL
from extractor.rules.examples import NAMES
from extractor.rules.findings import Finding
from extractor.rules.sources import Source, sources

# Fields with names that are found whatever their case, and such that are found only as written.
_ANY_CASE, _AS_WRITTEN = ("name", "aliases"), ("acronyms", "weak")
# From so many people on a place is named in reports from anywhere.
_LARGE = 100_000


@dataclass(frozen=True, slots=True)
class _Named:
    """An entry with one of its names; `as_written` where its case counts."""

    rule: str
    entry: NameEntry
    name: str
    as_written: bool

    def is_read_as(self, name: str, as_written: bool) -> bool:
        """Whether a text can have written both with the same letters."""
        return not (self.as_written and as_written) or self.name == name


def name_findings(folder: Path, lexicons: Sequence[Lexicon], gazetteer: Gazetteer) -> Iterator[Finding]:
    """What is wrong with the names of the entries that stand in this folder; later lexicons lie over
    earlier ones."""
    entries = {
        f"{lexicon.name_layer[e.id]}/{e.id}": e for lexicon in lexicons for e in lexicon.names.values()
    }
    holders = _holders(entries)
    for source in (source for layer in NAMES for source in sources([folder], layer)):
        entry = entries.get(source.rule)
        if entry is None:
            continue  # a scheme or a force word, or a file that could not be read
        yield from _twice(source)
        for field in (*_ANY_CASE, *_AS_WRITTEN):
            for name, line in source.values(field):
                others = (held for held in holders[name.lower()] if held.rule != source.rule)
                alike = [held for held in others if held.is_read_as(name, field in _AS_WRITTEN)]
                yield from _shared(source, entry, name, line, alike)
                if field in _ANY_CASE:
                    yield from _ambiguous(source, entry, name, line, gazetteer)


def _holders(entries: Mapping[str, NameEntry]) -> dict[str, list[_Named]]:
    """The entries that have each name, by its small letters."""
    holders: defaultdict[str, list[_Named]] = defaultdict(list)
    for rule, entry in entries.items():
        for name in {entry.name, *entry.aliases}:
            holders[name.lower()].append(_Named(rule, entry, name, False))
        for name in {*entry.acronyms, *entry.weak}:
            holders[name.lower()].append(_Named(rule, entry, name, True))
    return holders


def _twice(source: Source) -> Iterator[Finding]:
    """A name that the entry gives twice in one field."""
    for field in ("aliases", "acronyms", "weak"):
        seen: set[str] = set()
        for name, line in source.values(field):
            key = name.lower() if field in _ANY_CASE else name
            if key in seen:
                message = f"{field} have {name!r} twice; take one out"
                yield Finding(source.path, line, "duplicate_alias", source.rule, message)
            seen.add(key)


def _shared(
    source: Source, entry: NameEntry, name: str, line: int, holders: Iterable[_Named]
) -> Iterator[Finding]:
    """A name of several entries of one country, which comes first in both: which one is meant is a guess."""
    for rule in dict.fromkeys(h.rule for h in holders if not _can_be_told_apart(entry, h.entry)):
        message = (
            f"{name!r} is a name of {rule} too, in the same country; "
            "take it out of one, or set one as the other's `parent`"
        )
        yield Finding(source.path, line, "shadowed_alias", source.rule, message)


def _can_be_told_apart(one: NameEntry, other: NameEntry) -> bool:
    """As a text tells them apart: by the country that comes first, or by what only one of them is."""
    apart = one.countries[:1] != other.countries[:1]
    related = one.parent == other.id or other.parent == one.id
    return apart or related or one.generic != other.generic


def _ambiguous(
    source: Source, entry: NameEntry, name: str, line: int, gazetteer: Gazetteer
) -> Iterator[Finding]:
    """A name that is a word too, unless it is a general one, and one that is a place's too."""
    if not entry.generic and name.lower() in _common_words():
        message = f"{name!r} is a word of the language too; move it to `acronyms` or `weak`"
        yield Finding(source.path, line, "common_word", source.rule, message)
    match = next((m for m in gazetteer.matches(name) if _is_meant_beside(m, entry)), None)
    if match is not None:
        where = f"{match.place.name} ({match.place.country_code})"
        message = f"{name!r} is a name of the place {where} too; move it to `weak`"
        yield Finding(source.path, line, "place_name", source.rule, message)


def _is_meant_beside(match: NameMatch, entry: NameEntry) -> bool:
    """Whether reports on the group can mean the place: in one of its countries, or large and known by it."""
    known = match.primary and match.place.population >= _LARGE
    return known or match.place.country_code in entry.countries


@cache
def _common_words() -> frozenset[str]:
    """The words of the language that the model's own word lists hold, in small letters.

    What has a hyphen or an apostrophe in those lists is a name there too.
    """
    package = Path(str(import_module(DEFAULT_MODEL).__file__)).parent
    folder = next(path.parent for path in package.rglob("lookups.bin") if path.parts[-3] == "lemmatizer")
    index = Lookups().from_disk(folder).get_table("lemma_index")
    return frozenset(word for words in index.values() for word in words if word.isalpha())

"""What the program would make of a name, and why."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language

from extractor.gazetteer import Gazetteer, Place
from extractor.lexicon import Lexicon
from extractor.lexicon.lexicon import Sense
from extractor.pipeline.notes import noted
from extractor.rules.examples import UP_TO_NAMES
from extractor.rules.sources import sources

_NEAR = 5
_WHEN = {
    "alias": "whatever its case",
    "acronym": "as written only",
    "weak": "where the article has another name of the entry, or one of its countries",
    "verb": "as a verb of an event",
    "noun": "as a noun",
    "cue": "as a cue",
}


@dataclass(frozen=True, slots=True)
class Meaning:
    """One thing that a name can mean. `where` is file and line, or the gazetteer."""

    rule: str
    name: str
    when: str
    where: str

    def __str__(self) -> str:
        return f"{self.rule}: {self.name}; {self.when} ({self.where})"


@dataclass(frozen=True, slots=True)
class Found:
    """What was found for a name; `read` is what a text with nothing but the name is read as."""

    meanings: tuple[Meaning, ...]
    read: tuple[str, ...]
    near: tuple[str, ...]


class Finder:
    """Looks names up in the patterns, in the gazetteer, and in a text with nothing but the name."""

    def __init__(self, nlp: Language, lexicon: Lexicon, gazetteer: Gazetteer) -> None:
        self._nlp, self._lexicon, self._gazetteer = nlp, lexicon, gazetteer

    def find(self, name: str) -> Found:
        """All that the name can mean, and where it means nothing the names that are spelt much like it."""
        meanings = (*self._of_patterns(name), *map(_place, self._gazetteer.lookup(name)))
        return Found(meanings, tuple(self._read(name)), () if meanings else self._near(name))

    def _of_patterns(self, name: str) -> Iterator[Meaning]:
        senses = [*self._lexicon.exact.get(name, ()), *self._lexicon.wordings.get(name.lower(), ())]
        for sense in senses:
            tail = f", followed by one of {', '.join(sorted(sense.tail)[:4])}" if sense.tail else ""
            yield Meaning(sense.rule, self._called(sense), _WHEN[sense.form] + tail, self._where(sense))

    def _called(self, sense: Sense) -> str:
        entry = self._lexicon.names.get(sense.entry)
        return entry.name if entry else sense.entry

    def _where(self, sense: Sense) -> str:
        layer = "forces" if sense.layer in ("force_words", "demonyms") else sense.layer
        at = [s for s in sources(self._lexicon.folders, layer) if s.id == sense.entry]
        return f"{_short(at[-1].path)}:{at[-1].line}" if at else f"patterns/{layer}"

    def _read(self, name: str) -> Iterator[str]:
        """What the steps up to the names make of the name in a sentence with an event."""
        before = "The bomb attack was in "
        doc = self._nlp.make_doc(f"{before}{name} on Monday.")
        for step in UP_TO_NAMES:
            doc = self._nlp.get_pipe(f"extractor_{step}")(doc)
        for mention in noted(doc).names:
            if self._is_in_name(doc[mention.start].idx, before, name):
                yield f"{mention.rule} “{doc[mention.start : mention.end].text}”"
        for place in noted(doc).places:
            if self._is_in_name(doc[place.start].idx, before, name):
                levels = (place.name, place.district, place.province, place.country)
                yield f"the place {', '.join(level for level in levels if level)}"

    @staticmethod
    def _is_in_name(offset: int, before: str, name: str) -> bool:
        return len(before) <= offset < len(before) + len(name)

    def _near(self, name: str) -> tuple[str, ...]:
        entries = self._lexicon.names.values()
        known = {name for e in entries for name in (e.name, *e.aliases, *e.acronyms, *e.weak)}
        return tuple(difflib.get_close_matches(name, sorted(known), n=_NEAR, cutoff=0.75))


def _place(place: Place) -> Meaning:
    what = f"{place.kind.name.lower()}, {place.country_code}, population {place.population or 'unknown'}"
    where = f"id {place.geonames_id}" if place.geonames_id else "patterns/districts"
    return Meaning("gazetteer", place.name, what, where)


def _short(path: Path) -> str:
    return "/".join(path.parts[-3:])

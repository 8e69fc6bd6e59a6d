"""Whether each file of patterns/ says what its kind of file must say."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from pydantic import BaseModel

from extractor.articles.wording import load_wording
from extractor.gazetteer.overlay import read_overlays, read_settings
from extractor.lexicon.entries import ENTRIES, CountryForces, ForceWord
from extractor.lexicon.lexicon import BY_COUNTRY, FORCE_WORDS
from extractor.patternfiles import PatternError, default_patterns, faults, pattern_files, read_yaml
from extractor.pipeline.people.numbers import NumberWords
from extractor.pipeline.places.wording import load_wording as load_place_words
from extractor.pipeline.recording.confidence import Confidence
from extractor.rules.codebooks import codebook_values
from extractor.rules.findings import Finding

_OWN_MODELS: dict[tuple[str, str], type[BaseModel]] = {
    ("forces", BY_COUNTRY): CountryForces,
    ("forces", FORCE_WORDS): ForceWord,
}
_TOLD = re.compile(r"(?P<path>.+?\.yaml)(?::(?P<line>\d+))?: (?P<message>.*)", re.DOTALL)


def schema_findings(folder: Path) -> Iterator[Finding]:
    """Every fault of the files of one folder: all of a list of entries, the first of another file."""
    for layer, model in ENTRIES.items():
        for path in pattern_files([folder], layer):
            try:
                entries = read_yaml(path)
            except PatternError as error:
                yield finding_of(error, path)
                continue
            for fault in faults(path, _OWN_MODELS.get((layer, path.name), model), entries):
                message = f"{fault.field}: {fault.message}"
                yield Finding(path, fault.line, "schema", f"{layer}/{fault.entry}", message)
    yield from _of_tables(folder)


def _of_tables(folder: Path) -> Iterator[Finding]:
    """The layers that are read as a whole, over those of the package where they need them."""
    layered = [default_patterns(), folder]
    reads: Sequence[tuple[Path, Callable[[], object]]] = (
        (folder / "districts", lambda: read_overlays([folder / "districts"])),
        (folder / "districts", lambda: read_settings([folder / "districts"])),
        (folder / "headers", lambda: load_wording(folder)),
        (folder / "numbers", lambda: NumberWords.load(layered)),
        (folder / "places", lambda: load_place_words(tuple(layered))),
        (folder / "codebooks", lambda: codebook_values([folder])),
        (folder / "confidence", lambda: Confidence.load([folder])),
    )
    for path, read in reads:
        try:
            read()
        except PatternError as error:
            yield finding_of(error, path)


def finding_of(error: PatternError, path: Path) -> Finding:
    """A fault that was told as an error, which names file and line."""
    told = _TOLD.fullmatch(str(error))
    if told is None:
        return Finding(path, 1, "schema", "", str(error))
    return Finding(Path(told["path"]), int(told["line"] or 1), "schema", "", told["message"])

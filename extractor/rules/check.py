"""All that can be said of pattern files: what `extractor patterns check` tells."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from extractor.gazetteer import Gazetteer
from extractor.lexicon import Lexicon, load_lexicon
from extractor.lexicon.references import REMEDY
from extractor.patternfiles import PatternError, default_patterns
from extractor.rules.acceptance import without_accepted
from extractor.rules.codebooks import CodebookValues, codebook_values
from extractor.rules.examples import LAYERS
from extractor.rules.findings import Finding
from extractor.rules.names import name_findings
from extractor.rules.schema import finding_of, schema_findings
from extractor.rules.sources import Source, sources

_YEARS = re.compile(r"(?P<first>\d{4})-(?P<last>\d{4})?")
# Few groups are active for so many years: the end was forgotten more often than not.
_LONG = 60
_SCHEMES = "by_country.yaml"  # names made by rule: their words have the examples


def check(folder: Path | None = None, fired: Collection[str] | None = None) -> list[Finding]:
    """What is to be mended in a folder of patterns (default: those of the package), by file and line.

    A folder of a user's own is judged as it lies over the package's patterns. `fired` are the rules that
    fired on a corpus; where it is given, the others are told.
    """
    own = folder or default_patterns()
    found = list(schema_findings(own))
    if any(finding.path.parent.name == "districts" for finding in found):
        return found  # without places nothing more can be said
    folders = [default_patterns()] if folder is None else [default_patterns(), folder]
    lexicons = [load_lexicon(base=each) for each in folders]
    found += _loose_ends(own, folder)
    found += content_findings(own, lexicons, codebook_values(folders))
    found += name_findings(own, lexicons, open_gazetteer(folders))
    if fired is not None:
        found += _never_fired(own, fired)
    found = without_accepted(found, own, judged_by_corpus=fired is not None)
    return sorted(found, key=lambda finding: (finding.path, finding.line, finding.kind, finding.message))


def open_gazetteer(folders: Sequence[Path]) -> Gazetteer:
    """The gazetteer under the districts of these folders."""
    return Gazetteer.load([path / "districts" for path in folders if (path / "districts").is_dir()])


def content_findings(
    folder: Path, lexicons: Sequence[Lexicon], codebooks: dict[str, CodebookValues]
) -> Iterator[Finding]:
    """Ids that stand twice, codes that no codebook knows, groups without years, rules without examples.

    Later lexicons lie over earlier ones; the last one is of the folder.
    """
    newest = max(map(_newest_year, lexicons))
    for layer in LAYERS:
        first: dict[str, Source] = {}
        for source in sources([folder], layer):
            if source.id in first:
                where = first[source.id]
                message = f"the id stands in {where.path.name}:{where.line} too; give one of them another id"
                yield Finding(source.path, source.line, "duplicate_id", source.rule, message)
            first.setdefault(source.id, source)
            if layer in codebooks:
                yield from _unknown_codes(source, codebooks[layer])
            if layer == "groups":
                yield from _years(source, lexicons[-1], newest)
            if source.path.name != _SCHEMES:
                yield from _lacking_examples(source)


def _loose_ends(own: Path, folder: Path | None) -> Iterator[Finding]:
    """Entries that name others which are not there."""
    for problem in load_lexicon((folder,) if folder else ()).problems:
        if REMEDY in problem and problem.startswith(str(own)):
            yield finding_of(PatternError(problem), own)


def _unknown_codes(source: Source, known: CodebookValues) -> Iterator[Finding]:
    for codebook, value, line in source.pairs("codes"):
        values: Collection[str] = known.codes.get(codebook, ())
        if values and value not in (*values, "null", ""):
            message = f"codes.{codebook}: the codebook has no {value!r}; use one of {', '.join(values)}"
            yield Finding(source.path, line, "unknown_code", source.rule, message)


def _newest_year(lexicon: Lexicon) -> int:
    """The last year that any entry speaks of: what the patterns take for today."""
    years = (year for entry in lexicon.names.values() for year in re.findall(r"\d{4}", entry.active or ""))
    return max(map(int, years), default=0)


def _years(source: Source, lexicon: Lexicon, newest: int) -> Iterator[Finding]:
    """A group says from when to when it was active; a general name for many groups need not."""
    entry = lexicon.names.get(source.id)
    if entry is None or entry.generic:
        return
    value, line = next(iter(source.values("active")), ("", source.line))
    years = _YEARS.fullmatch(value)
    if years is None:
        said = f"{value!r} is no span of years" if value else "the group does not say when it was active"
        message = f"active: {said}; write 1994-2007, or 1994- where it still is"
        yield Finding(source.path, line, "no_years", source.rule, message)
    elif years["last"] is None and newest - int(years["first"]) >= _LONG:
        message = f"active: since {years['first']}, and no end; write the year in which it ended"
        yield Finding(source.path, line, "long_active", source.rule, message)


def _never_fired(folder: Path, fired: Collection[str]) -> Iterator[Finding]:
    """Rules that a whole corpus has no word for: misspelt, shadowed, or rightly rare."""
    for source in (source for layer in LAYERS for source in sources([folder], layer)):
        if source.rule not in fired and source.path.name != _SCHEMES:
            message = "nothing in the corpus is read by it; look its wording up with `patterns find`"
            yield Finding(source.path, source.line, "never_fires", source.rule, message)


def _lacking_examples(source: Source) -> Iterator[Finding]:
    for field in ("match", "no_match"):
        if next(iter(source.values(field)), None) is None:
            what = "has to be found" if field == "match" else "must not be found"
            message = f"no `{field}` example; give a sentence in which it {what}"
            yield Finding(source.path, source.line, "no_example", source.rule, message)


def summary(findings: Sequence[Finding]) -> dict[str, int]:
    """How many findings there are of each kind."""
    counts: dict[str, int] = {}
    for finding in findings:
        counts[finding.kind] = counts.get(finding.kind, 0) + 1
    return dict(sorted(counts.items()))

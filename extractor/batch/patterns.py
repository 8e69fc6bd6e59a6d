"""What is wrong with a folder of the user's own patterns, found before the run and told with its failures."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from pathlib import Path

from extractor.articles import load_wording
from extractor.articles.source import printable
from extractor.batch.outcome import Finding
from extractor.lexicon import load_lexicon
from extractor.lexicon.references import REMEDY
from extractor.patternfiles import default_patterns

_PROBLEM = re.compile(r"(?P<path>.+?):(?P<line>\d+): (?P<reason>.*)", re.DOTALL)
_OURS_ALONE = ("crosswalk", "dates")  # kinds that a user's folder does not extend
_ALWAYS_FOLDERS = ("districts", "headers")  # kinds that cannot be one file of the kind's name


def pattern_findings(folder: Path) -> tuple[Finding, ...]:
    """Faulty files, which a run leaves out, and files that nothing would ever read.

    Raises ValueError for faults that no run can go on with.
    """
    load_wording(folder)
    # Each file is judged by itself, so there is no need to read the package's patterns under it.
    faulty = [_finding_of(problem) for problem in load_lexicon(base=folder).problems]
    return (*faulty, *_loose_ends(folder), *_never_read(folder))


def keep_problems_quiet() -> None:
    """Let the lexicon log nothing to standard error: the run tells its problems, and once."""
    logging.getLogger("extractor.lexicon").addHandler(logging.NullHandler())


def _loose_ends(folder: Path) -> Iterator[Finding]:
    """Entries of the folder that name others which neither it nor ours has."""
    for problem in load_lexicon((folder,)).problems:
        if REMEDY in problem and problem.startswith(str(folder)):
            yield _finding_of(problem, "this field is left out")


def _finding_of(problem: str, done: str = "this file is left out") -> Finding:
    match = _PROBLEM.fullmatch(problem)
    if match is None:
        return Finding("failure", "patterns", None, None, None, problem)
    reason = f"{match['reason']}; {done}"
    return Finding("failure", "patterns", match["path"], int(match["line"]), None, reason)


def _never_read(folder: Path) -> Iterator[Finding]:
    files = sorted(path for path in folder.rglob("*") if path.suffix.lower() in (".yaml", ".yml"))
    for path in files:
        reason = _why_not_read(path, path.relative_to(folder))
        if reason:
            yield Finding("failure", "patterns", printable(path), None, None, f"is not read: {reason}")
    if not files:
        reason = "holds no pattern files; put .yaml files into folders such as groups/ and districts/"
        yield Finding("failure", "patterns", printable(folder), None, None, reason)


def _why_not_read(path: Path, relative: Path) -> str | None:
    ours = default_patterns()
    kinds = sorted(each.name for each in ours.iterdir() if each.is_dir() and each.name not in _OURS_ALONE)
    is_single = len(relative.parts) == 1
    kind = relative.stem if is_single else relative.parts[0]
    if path.suffix != ".yaml":
        return "a pattern file's name ends in .yaml"
    if kind in _OURS_ALONE:
        return f"{kind} cannot be changed by a folder of your own"
    if kind not in kinds:
        return f"there is no kind of pattern called {kind!r}; choose one of {', '.join(kinds)}"
    if is_single and kind in _ALWAYS_FOLDERS:
        return f"put it into a folder {kind}/"
    if kind == "headers" and not (ours / relative).is_file():
        known = ", ".join(sorted(each.name for each in (ours / kind).glob("*.yaml")))
        return f"a file of headers/ has one of the names {known}"
    return None

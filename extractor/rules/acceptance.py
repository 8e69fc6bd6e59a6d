"""What keepers of rules have looked at and accept: `checked: {kind of finding: reason}` in an entry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import get_args

from extractor.lexicon.entries import Acceptable
from extractor.rules.examples import LAYERS
from extractor.rules.findings import Finding
from extractor.rules.sources import sources

# Only a corpus can tell whether this one is still needed.
_OF_CORPUS = "never_fires"


def without_accepted(found: Iterable[Finding], folder: Path, judged_by_corpus: bool) -> list[Finding]:
    """The findings that no entry of the folder accepts, and the acceptances that nothing is found for."""
    known = list(found)
    accepted = {(a.rule, a.path, kind): a for kind, a in _acceptances(folder)}
    needed = {(finding.rule, finding.path, finding.kind) for finding in known}
    left = [finding for finding in known if (finding.rule, finding.path, finding.kind) not in accepted]
    for (rule, path, kind), acceptance in accepted.items():
        is_judged = kind != _OF_CORPUS or judged_by_corpus
        if is_judged and (rule, path, kind) not in needed:
            left.append(acceptance)
    return left


def _acceptances(folder: Path) -> Iterator[tuple[str, Finding]]:
    """What each entry accepts, and the finding that it is where nothing is found for it."""
    for source in (source for layer in LAYERS for source in sources([folder], layer)):
        for kind, reason, line in source.pairs("checked"):
            if kind not in get_args(Acceptable) or not reason:
                continue  # told as a fault of the file
            message = f"checked: nothing of the kind {kind!r} is found; take it out"
            yield kind, Finding(source.path, line, "stale_checked", source.rule, message)

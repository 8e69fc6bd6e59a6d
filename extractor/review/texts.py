"""The articles' texts, read again from where the extractor read them, and shown only if they are the same."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from extractor.articles import Article, ReadFailure, Source, load_wording, read_source, sources
from extractor.review.events import ArticleKey, Heading, heading_of

_REMEMBERED = 64


@dataclass(frozen=True, slots=True)
class Text:
    """An article's text, or why it cannot be shown."""

    text: str | None
    problem: str | None = None


class Texts:
    """Finds articles by path and id in the files given by the user, and nowhere else.

    Without `folders` the path that the record carries is taken, as it is or from the folder of the event
    file. A text is given out only if its hash is that of the record, so no path leads to what the extractor
    did not read.
    """

    def __init__(self, folders: Sequence[Path], beside: Path, patterns: Path | None = None) -> None:
        self._folders = [folder.resolve() for folder in folders]
        self._beside = beside.resolve()
        self._patterns = patterns
        self._wording = load_wording(patterns)
        self._read: OrderedDict[ArticleKey, Text] = OrderedDict()
        self._collections: dict[Path, dict[str, list[Source]]] = {}

    def of(self, heading: Heading) -> Text:
        """The text of an article; the last ones are remembered."""
        known = self._read.get(heading.key)
        if known is None:
            known = self._find(heading)
            if known.text is not None:  # what is not there may come
                self._read[heading.key] = known
        else:
            self._read.move_to_end(heading.key)
        while len(self._read) > _REMEMBERED:
            self._read.popitem(last=False)
        return known

    def all(self) -> Iterator[Heading]:
        """Every article of the folders given, read to know its hash: for those that no record speaks of."""
        given = [str(folder) for folder in self._folders]
        for found in sources(given, patterns=self._patterns):
            article = None if isinstance(found, ReadFailure) else read_source(found, self._wording)
            if isinstance(article, Article):
                yield heading_of(article.ref())

    def warm(self, headings: Sequence[Heading]) -> None:
        """Look through the files that hold many articles, so that the first page need not."""
        for path in {heading.path for heading in headings if heading.path}:
            for candidate in self._candidates(path):
                if _holds_many(candidate) and candidate.is_file():
                    self._sources(candidate)

    def _find(self, heading: Heading) -> Text:
        if heading.path is None or heading.path == "-":
            return Text(
                None,
                "The text came through standard input and was not kept;"
                " give its file or folder with --articles.",
            )
        seen = None
        for candidate in self._candidates(heading.path):
            for source in self._sources(candidate).get(heading.key.id, []) or self._only(candidate):
                article = read_source(source, self._wording)
                if isinstance(article, ReadFailure):
                    seen = seen or f"The text cannot be read: {article.where} {article.reason}."
                elif article.sha256 == heading.key.sha256:
                    return Text(article.text)
                else:
                    seen = (
                        f"{candidate} is not as the extractor read it: its text has changed since."
                        " Only the words that the records quote are shown."
                    )
        return Text(
            None, seen or f"There is no {heading.path} here; say where the articles are with --articles."
        )

    def _candidates(self, path: str) -> Iterator[Path]:
        """Where the file may be: in the folders given, by as much of its path as leads to a file."""
        if not self._folders:
            yield Path(path)
            yield self._beside / path
            return
        parts = [part for part in PurePath(path).parts if part not in ("..", PurePath(path).anchor)]
        for folder in self._folders:
            if folder.is_file():
                yield folder
                continue
            for start in range(len(parts)):
                candidate = folder.joinpath(*parts[start:])
                if candidate.is_file() and candidate.resolve().is_relative_to(folder):
                    yield candidate

    def _sources(self, path: Path) -> dict[str, list[Source]]:
        """The articles of a file by id."""
        if not path.is_file():
            return {}
        if path in self._collections:
            return self._collections[path]
        found: dict[str, list[Source]] = {}
        for source in sources([str(path)], patterns=self._patterns):
            if isinstance(source, Source):
                found.setdefault(source.id, []).append(source)
        if _holds_many(path):
            self._collections[path] = found
        return found

    def _only(self, path: Path) -> list[Source]:
        """The article of a file that holds one: its id is another where a whole folder was read."""
        found = [source for many in self._sources(path).values() for source in many]
        return found if len(found) == 1 else []


def _holds_many(path: Path) -> bool:
    return not {".jsonl", ".ndjson", ".json", ".csv", ".tsv"}.isdisjoint(s.lower() for s in path.suffixes)

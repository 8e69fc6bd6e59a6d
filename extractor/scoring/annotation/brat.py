"""Gold as a folder of brat: an article's text (.txt) and its standoff annotation (.ann).

An event's type is its category; those who take part are its arguments. Status and scope are attributes,
and everything else is said in an annotator's note on the event or the argument, as in a gold file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_args

import yaml

from extractor.records import Category, Scope, Status
from extractor.scoring.annotation.marks import EVENT, PARTS, AnnotationError, Mark, MarkedArticle
from extractor.scoring.annotation.plain import from_flow, to_flow

_ABOUT = "articles.yaml"
_VALUES = {"status": get_args(Status), "scope": get_args(Scope)}
_FLAGS = ("background", "optional")
_NUMBERED = re.compile(r"([A-Za-z_-]+?)\d*")


# ------------------------------------------------------------------ to brat
def write_brat(versions: Iterable[Sequence[MarkedArticle]], folder: Path) -> int:
    """Write each article, each of several annotators into a folder. Returns how many files of marks."""
    about: dict[Path, list[dict[str, Any]]] = {}
    written = 0
    for articles in versions:
        for article in articles:
            into = folder / article.coder if len(articles) > 1 and article.coder else folder
            into.mkdir(parents=True, exist_ok=True)
            name = str(article.about["article"])
            (into / f"{name}.txt").write_text(article.text, encoding="utf-8", newline="")
            (into / f"{name}.ann").write_text(
                "".join(f"{line}\n" for line in _lines(article)), encoding="utf-8"
            )
            told = {**article.about, "annotators": article.coder} if article.coder else {**article.about}
            about.setdefault(into, []).append(told)
            written += 1
    for into, entries in about.items():
        content = yaml.safe_dump(entries, sort_keys=False, allow_unicode=True, width=110)
        (into / _ABOUT).write_text(content, encoding="utf-8")
        (into / "annotation.conf").write_text("\n".join(_config()) + "\n", encoding="utf-8")
    return written


def _config() -> Iterator[str]:
    """What brat lets annotators choose from."""
    yield "[entities]"
    yield from (label.capitalize() for label in PARTS)
    yield "\n[relations]\n\n[events]"
    arguments = ", ".join(f"{label.capitalize()}*:{label.capitalize()}" for label in PARTS)
    yield from (f"{category}\t{arguments}" for category in get_args(Category))
    yield "\n[attributes]"
    yield from (f"{name.capitalize()}\tArg:<EVENT>, Value:{'|'.join(v)}" for name, v in _VALUES.items())
    yield from (f"{name.capitalize()}\tArg:<EVENT>" for name in _FLAGS)


def _lines(article: MarkedArticle) -> Iterator[str]:
    """The annotation line by line: spans and events, then attributes and notes."""
    spans = {mark.id: f"T{number}" for number, mark in enumerate(article.marks, 1)}
    names = _event_names(article.marks)
    remarks: list[str] = []
    notes = 0
    for mark in article.marks:
        kind = mark.label.capitalize()
        fields = dict(mark.fields)
        if mark.label == EVENT:
            categories = _listed(fields["category"])
            kind = categories[0]
            if len(categories) == 1:
                del fields["category"]
        yield f"{spans[mark.id]}\t{kind} {mark.start} {mark.end}\t{' '.join(mark.text.splitlines())}"
        if mark.label == EVENT:
            arguments = _arguments([m for m in article.marks if m.event == mark.id], spans)
            yield " ".join([f"{names[mark.id]}\t{kind}:{spans[mark.id]}", *arguments])
            for attribute in _attributes(fields, names[mark.id]):
                remarks.append(f"A{sum(r[0] == 'A' for r in remarks) + 1}\t{attribute}")
        if fields:
            notes += 1
            remarks.append(
                f"#{notes}\tAnnotatorNotes {names.get(mark.id, spans[mark.id])}\t{to_flow(fields)}"
            )
    yield from remarks


def _event_names(marks: Iterable[Mark]) -> dict[str, str]:
    ids = [mark.id for mark in marks if mark.label == EVENT]
    own = all(re.fullmatch(r"e\d+", id) for id in ids)
    return {id: id.upper() if own else f"E{number}" for number, id in enumerate(ids, 1)}


def _arguments(parts: Iterable[Mark], spans: Mapping[str, str]) -> Iterator[str]:
    """ "Actor:T2 Actor2:T3 Target:T4", as brat numbers roles that come again."""
    times: dict[str, int] = {}
    for part in parts:
        role = part.label.capitalize()
        times[role] = times.get(role, 0) + 1
        yield f"{role}{times[role] if times[role] > 1 else ''}:{spans[part.id]}"


def _attributes(fields: dict[str, Any], event: str) -> Iterator[str]:
    """The attributes, taken out of the fields; what has alternatives stays for the note."""
    for name in _VALUES:
        if isinstance(fields.get(name), str):
            yield f"{name.capitalize()} {event} {fields.pop(name)}"
    for name in _FLAGS:
        if fields.get(name) is True:
            del fields[name]
            yield f"{name.capitalize()} {event}"


# ------------------------------------------------------------------ from brat
def read_brat(folder: Path) -> list[MarkedArticle]:
    """The marks of every .ann file of a folder and those below it; a folder below stands for an annotator.

    Raises AnnotationError with file and line.
    """
    files = sorted(folder.rglob("*.ann"))
    if not files:
        raise AnnotationError(f"{folder}: no .ann files; give a folder of brat's")
    return [_article(path, folder) for path in files]


def _article(path: Path, root: Path) -> MarkedArticle:
    with path.with_suffix(".txt").open(encoding="utf-8", newline="") as file:
        text = file.read()
    about = _about(path)
    below = path.parent.relative_to(root).as_posix()
    coder = about.pop("annotators", None) or (None if below == "." else below)
    return MarkedArticle(about, text, coder, tuple(_read_marks(path, text)))


def _about(path: Path) -> dict[str, Any]:
    """What is said of the article beside it; brat itself has no place for it."""
    beside = path.parent / _ABOUT
    told = from_flow(beside.read_text(encoding="utf-8")) if beside.is_file() else None
    known = [entry for entry in told or () if entry.get("article") == path.stem]
    return dict(known[0]) if known else {"article": path.stem}


@dataclass(slots=True)
class _Standoff:
    """The lines of a file by what they are; `told` are the fields that attributes and notes say, by id."""

    spans: dict[str, tuple[str, int, int]] = field(default_factory=dict)
    events: dict[str, tuple[str, str, list[str]]] = field(default_factory=dict)
    told: dict[str, dict[str, Any]] = field(default_factory=dict)


def _read_marks(path: Path, text: str) -> Iterator[Mark]:
    found = _Standoff()
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            _read_line(line, found)
        except (ValueError, IndexError, yaml.YAMLError) as error:
            raise AnnotationError(f"{path}:{number}: {line!r} is not as brat writes it: {error}") from error
    for id, (category, trigger, arguments) in found.events.items():
        if trigger not in found.spans:
            raise AnnotationError(f"{path}: event {id} is marked at {trigger}, which is not there")
        _, start, end = found.spans[trigger]
        fields = {"category": category, **found.told.get(trigger, {}), **found.told.get(id, {})}
        yield Mark(id.lower(), EVENT, start, end, text[start:end], fields)
        for argument in arguments:
            role, _, span = argument.partition(":")
            name = _NUMBERED.fullmatch(role)
            label = name[1].lower() if name else role
            if label in PARTS and span in found.spans:
                _, start, end = found.spans[span]
                words = text[start:end]
                yield Mark(f"{id}.{span}", label, start, end, words, found.told.get(span, {}), id.lower())


def _read_line(line: str, found: _Standoff) -> None:
    """One line. Relations, equivalences and normalisations say nothing that gold holds."""
    id, _, rest = line.partition("\t")
    if id.startswith("T"):
        head, _, _ = rest.partition("\t")
        kind, _, at = head.partition(" ")
        offsets = [int(offset) for part in at.split(";") for offset in part.split()]
        found.spans[id] = kind, min(offsets), max(offsets)
    elif id.startswith("E"):
        first, *arguments = rest.split()
        category, _, trigger = first.partition(":")
        found.events[id] = category, trigger, arguments
    elif id.startswith(("A", "M")):
        name, of, *value = rest.split()
        found.told.setdefault(of, {})[name.lower()] = value[0] if value else "true"
    elif id.startswith("#"):
        head, _, note = rest.partition("\t")
        _, of = head.split()
        said = from_flow(note)
        found.told.setdefault(of, {}).update(said if isinstance(said, dict) else {"note": note})


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]

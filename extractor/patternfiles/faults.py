"""What is wrong with the entries of a pattern file, where, and what to write instead."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

_Location = Sequence[int | str]


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong; `line` counts from 1, `entry` is an id or "number 3"."""

    path: Path
    line: int
    entry: str
    field: str
    message: str

    def __str__(self) -> str:
        where = ", ".join(
            part for part in (f"entry {self.entry!r}" if self.entry else "", self.field) if part
        )
        return f"{self.path}:{self.line}: {where}: {self.message}"


def faults(path: Path, model: type[BaseModel], entries: Sequence[Any]) -> Iterator[Fault]:
    """All faults of a list of entries, as read from `path`."""
    for index, raw in enumerate(entries):
        try:
            model.model_validate(raw)
        except ValidationError as error:
            yield from faults_of(path, model, error, (index,))


def faults_of(
    path: Path, model: type[BaseModel], error: ValidationError, above: _Location = ()
) -> list[Fault]:
    """The faults of one entry, or of a table; `above` leads to it in the file, which is read again."""
    root = yaml.compose(path.read_text(encoding="utf-8"))
    node, _ = _find(root, above)
    name = _id_of(node) or (f"number {int(above[0]) + 1}" if above else "")
    found = []
    for detail in error.errors():
        _, line = _find(root, (*above, *detail["loc"]))
        field = ".".join(str(part) for part in detail["loc"])
        found.append(Fault(path, line, name, field or "entry", _advice(detail, model)))
    return found


def entry_line(path: Path, entry: str) -> int:
    """The line (from 1) where the entry of that id begins; 1 where there is none."""
    root = yaml.compose(path.read_text(encoding="utf-8"))
    nodes = root.value if isinstance(root, yaml.SequenceNode) else ()
    return next((node.start_mark.line + 1 for node in nodes if _id_of(node) == entry), 1)


def _advice(detail: ErrorDetails, model: type[BaseModel]) -> str:
    """What is wrong and what to write instead."""
    given, kind = detail["input"], detail["type"]
    name = str(detail["loc"][-1]) if detail["loc"] else ""
    fields = [field for field in model.model_fields if field not in ("match", "no_match", "todo")]
    if kind == "extra_forbidden":
        return f"there is no such field; {_nearest(name, fields)}"
    if kind == "missing":
        return "this field is missing; add it"
    if kind == "literal_error":
        return f"{given!r} is none of {detail['ctx']['expected']}"
    if kind == "string_pattern_mismatch":
        return f"{given!r} does not fit {detail['ctx']['pattern']}; an id is small letters, digits and _"
    if kind in ("tuple_type", "list_type"):
        return f"write a list, [{given}], also where there is one value alone"
    if kind in ("dict_type", "mapping_type") and name:
        return f"{given!r} are no pairs; write them as {{key: value}}"
    if kind in ("int_parsing", "float_parsing"):
        return f"{given!r} is no number; write one, such as 60"
    if kind in ("model_type", "model_attributes_type", "dict_type"):
        return f"{given!r} is no entry; write fields with values, such as 'id: …'"
    return detail["msg"]


def _nearest(name: str, fields: Sequence[str]) -> str:
    near = difflib.get_close_matches(name, fields, n=1, cutoff=0.6)
    return f"did you mean {near[0]!r}?" if near else f"use one of {', '.join(fields)}"


def _find(root: yaml.Node | None, location: _Location) -> tuple[yaml.Node | None, int]:
    """The node that a location leads to, or the nearest around it, and its line (from 1)."""
    node, line = root, 1
    for part in location:
        inner, mark = _inner(node, part)
        if inner is None or mark is None:
            break
        node, line = inner, mark.line + 1
    return node, line


def _inner(node: yaml.Node | None, part: int | str) -> tuple[yaml.Node | None, yaml.Mark | None]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == str(part):
                return value, key.start_mark
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        return node.value[part], node.value[part].start_mark
    return None, None


def _id_of(node: yaml.Node | None) -> str | None:
    inner, _ = _inner(node, "id")
    return str(inner.value) if isinstance(inner, yaml.ScalarNode) else None

"""Where in the files of patterns/ each entry, and each thing that it says, stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from extractor.patternfiles import pattern_files

_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True, slots=True)
class Source:
    """An entry as it stands in a file. `line` counts from 1."""

    path: Path
    line: int
    layer: str
    id: str
    node: yaml.MappingNode

    @property
    def rule(self) -> str:
        """The name that the entry has in evidence."""
        return f"{self.layer}/{self.id}"

    def values(self, field: str) -> Iterator[tuple[str, int]]:
        """Each value of a field and its line."""
        for key, value in self.node.value:
            if key.value == field:
                items = value.value if isinstance(value, yaml.SequenceNode) else [value]
                for item in items:
                    if isinstance(item, yaml.ScalarNode):
                        yield item.value, item.start_mark.line + 1

    def pairs(self, field: str) -> Iterator[tuple[str, str, int]]:
        """Key, value and line of a field that is a mapping."""
        for key, value in self.node.value:
            if key.value == field and isinstance(value, yaml.MappingNode):
                for inner, held in value.value:
                    yield inner.value, str(held.value), inner.start_mark.line + 1


def sources(folders: Sequence[Path], layer: str) -> Iterator[Source]:
    """The entries of a layer in the order of their files. A file that is no list of entries has none."""
    for path in pattern_files(folders, layer):
        try:
            root = yaml.compose(path.read_text(encoding="utf-8"), Loader=_LOADER)
        except (yaml.YAMLError, UnicodeDecodeError):
            continue  # told as a fault of the file
        for node in root.value if isinstance(root, yaml.SequenceNode) else ():
            if isinstance(node, yaml.MappingNode):
                name = next((v.value for k, v in node.value if k.value == "id"), None)
                if isinstance(name, str):
                    yield Source(path, node.start_mark.line + 1, layer, name, node)

"""Where pattern files are, and what all of them hash to."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path


def default_patterns() -> Path:
    """The folder of the patterns that come with the package: inside a wheel, or beside it in a checkout."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "_patterns"
    return installed if installed.is_dir() else package.parent / "patterns"


def pattern_files(folders: Sequence[Path], layer: str) -> Iterator[Path]:
    """The YAML files of one layer, in a fixed order; later folders lie over earlier ones."""
    for folder in folders:
        single = folder / f"{layer}.yaml"
        if single.is_file():
            yield single
        yield from sorted((folder / layer).rglob("*.yaml"))


def digest(folders: Sequence[Path]) -> str:
    """A hash of all pattern files, names and contents, the same on every machine."""
    total = hashlib.sha256()
    for folder in folders:
        for path in sorted(folder.rglob("*.yaml")):
            total.update(path.relative_to(folder).as_posix().encode())
            total.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return f"sha256:{total.hexdigest()[:16]}"

"""What is made once and kept between runs: where it lies, and how it gets there whole."""

from __future__ import annotations

import gc
import hashlib
import os
import pickle
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from importlib.metadata import version
from pathlib import Path
from typing import TypeVar, cast

Made = TypeVar("Made")
_CHECK_BYTES = 16
_KEPT_OF_A_KIND = 24
_ABANDONED_SECONDS = 3600
_OBJECTS_OF_SOME_ARTICLES = 10_000


def cache_home() -> Path:
    """EXTRACTOR_CACHE, else the user's cache directory."""
    if chosen := os.environ.get("EXTRACTOR_CACHE"):
        return Path(chosen)
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "extractor"


def kept(
    kind: str,
    ingredients: Iterable[str],
    make: Callable[[], Made],
    is_sound: Callable[[Made], bool] = lambda made: True,
) -> Made:
    """What `make` gives; from the cache, where it was made of the same `ingredients` before.

    What is not sound is not kept. A file that is torn, or not the user's own, is as good as none. Where
    nothing can be kept it is made each time. Of several processes that make the same the last one's
    file stays.
    """
    path = cache_home() / f"{kind}-{_digest(ingredients)}.pickle"
    with suppress(Exception), collector_at_rest():  # whatever is wrong with a file, it is made anew
        return cast(Made, _read(path))
    made = make()
    if is_sound(made):
        with suppress(OSError):
            _write(path, made)
            _prune(path.parent, kind)
    return made


def library_versions(*names: str) -> tuple[str, ...]:
    """Python and the named distributions with their versions, as ingredients."""
    return (sys.version, *(f"{name} {version(name)}" for name in names))


def code_of(*modules: Path) -> Iterator[str]:
    """Digests of the code of modules and packages, as ingredients: what other code made is of no use."""
    for module in modules:
        for path in sorted(module.glob("*.py")) if module.is_dir() else [module]:
            yield hashlib.sha256(path.read_bytes()).hexdigest()


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """No search for garbage while much is made that stays; the search takes longer than the making."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def keep_what_is_loaded() -> None:
    """Never look through what is in memory now for garbage, and through what comes later less often.

    Reading an article makes some thousands of objects that all go with it; by Python's measure they
    would be looked through several times before.
    """
    gc.freeze()
    gc.set_threshold(_OBJECTS_OF_SOME_ARTICLES)


def _digest(ingredients: Iterable[str]) -> str:
    total = hashlib.sha256()
    for each in ingredients:
        total.update(each.encode())
        total.update(b"\0")
    return total.hexdigest()[:16]


def _read(path: Path) -> object:
    """What a file of the cache holds. Raises OSError, ValueError or what unpickling raises."""
    with path.open("rb") as file:
        if hasattr(os, "getuid") and os.fstat(file.fileno()).st_uid not in (os.getuid(), 0):
            raise ValueError("another user's file")
        check, content = file.read(_CHECK_BYTES), file.read()
    if check != _checksum(content):
        raise ValueError("not whole")
    with suppress(OSError):
        os.utime(path)  # what is in use is not pruned
    return pickle.loads(content)


def _write(path: Path, made: object) -> None:
    """Write under a name of its own and rename into place. Raises OSError."""
    content = pickle.dumps(made, protocol=pickle.HIGHEST_PROTOCOL)
    path.parent.mkdir(parents=True, exist_ok=True)
    number, scratch = tempfile.mkstemp(prefix=f"{path.stem}-", suffix=".part", dir=path.parent)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(_checksum(content))
            file.write(content)
        Path(scratch).replace(path)
    finally:
        Path(scratch).unlink(missing_ok=True)


def _checksum(content: bytes) -> bytes:
    return hashlib.blake2b(content, digest_size=_CHECK_BYTES).digest()


def _prune(home: Path, kind: str) -> None:
    """Remove the files that were used longest ago, and what ended processes have left unfinished."""
    files = _by_last_use(home.glob(f"{kind}-*.pickle"))
    unfinished = _by_last_use(home.glob(f"{kind}-*.part"))
    old = [path for path, used in unfinished if used < time.time() - _ABANDONED_SECONDS]
    for path in [*old, *(path for path, _ in files[_KEPT_OF_A_KIND:])]:
        path.unlink(missing_ok=True)


def _by_last_use(paths: Iterable[Path]) -> Sequence[tuple[Path, float]]:
    """The files that are still there, the one used last first."""
    found = []
    for path in paths:
        with suppress(FileNotFoundError):
            found.append((path, path.stat().st_mtime))
    return sorted(found, key=lambda pair: -pair[1])

"""Where the built index lies, and how it gets there once for all processes."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from extractor.cache import cache_home, collector_at_rest
from extractor.gazetteer.overlay import overlay_digest
from extractor.gazetteer.sources import source_versions
from extractor.gazetteer.store import Store

_FORMAT = 9
_UNREADABLE = (OSError, EOFError, ValueError, KeyError)


def open_store(folders: Sequence[Path]) -> Store:
    """The index for these overlays, built first where it is not in the cache yet.

    Two processes may build at once: each writes a folder of its own, the first to finish gives
    its name, the other's work is thrown away. Where the cache cannot be written the index goes
    to the temporary folder.
    """
    name = f"gazetteer-{_cache_key(folders)}"
    homes = (cache_home(), Path(tempfile.gettempdir()) / f"extractor-cache-{_user()}")
    for home in homes:
        try:
            return Store.open(home / name)
        except _UNREADABLE:
            continue
    store = _build(folders)
    for home in homes:
        try:
            return _keep(store, home, name)
        except OSError as error:
            print(f"extractor: cannot keep the gazetteer in {home}: {error}", file=sys.stderr)
    return store


def _cache_key(folders: Sequence[Path]) -> str:
    parts = {"format": _FORMAT, "overlays": overlay_digest(folders), **source_versions()}
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()[:16]


def _user() -> str:
    return str(os.getuid()) if hasattr(os, "getuid") else "user"


def _build(folders: Sequence[Path]) -> Store:
    from extractor.gazetteer.build import build_index

    print("extractor: building the gazetteer, once for this version (about 15 seconds) …", file=sys.stderr)
    start = time.perf_counter()
    with collector_at_rest():
        store = build_index(folders)
    print(f"extractor: gazetteer built in {time.perf_counter() - start:.1f} s", file=sys.stderr)
    return store


def _keep(store: Store, home: Path, name: str) -> Store:
    """Write the index under a name of its own and rename it into place."""
    home.mkdir(parents=True, exist_ok=True)
    scratch = Path(tempfile.mkdtemp(prefix=f"{name}-", dir=home))
    try:
        store.write(scratch)
        target = home / name
        try:
            scratch.rename(target)
        except OSError:
            if not target.is_dir():
                raise
            try:
                return Store.open(target)
            except _UNREADABLE:
                shutil.rmtree(target)
                scratch.rename(target)
        return Store.open(target)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)

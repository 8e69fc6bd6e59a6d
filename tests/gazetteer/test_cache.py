"""The index is kept once, for all processes, where the user says."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from extractor.gazetteer import cache
from extractor.gazetteer.store import RECORD, Directory, Store


def tiny_store() -> Store:
    empty = np.zeros(0, dtype=np.uint64)
    values = np.zeros(0, dtype=np.uint32)
    directory = Directory((), (), {"testish": "XX"}, {}, {}, frozenset(), {})
    return Store(np.zeros(1, RECORD), np.zeros(1, np.uint8), empty, values, empty, values, directory)


@pytest.fixture
def builds(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[int]:
    """Counts the builds, each of which makes a tiny index."""
    made: list[int] = []

    def build(folders: object) -> Store:
        made.append(1)
        return tiny_store()

    monkeypatch.setattr(cache, "_build", build)
    monkeypatch.setenv("EXTRACTOR_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(cache.tempfile, "gettempdir", lambda: str(tmp_path / "temporary"))
    return made


def test_the_index_is_built_once(builds: list[int], tmp_path: Path) -> None:
    first, second = cache.open_store([tmp_path]), cache.open_store([tmp_path])
    assert len(builds) == 1
    assert first.directory == second.directory
    assert len(list((tmp_path / "cache").iterdir())) == 1


def test_a_changed_overlay_builds_anew(builds: list[int], tmp_path: Path) -> None:
    overlays = tmp_path / "overlays"
    overlays.mkdir()
    cache.open_store([overlays])
    (overlays / "a.yaml").write_text("[]", encoding="utf-8")
    cache.open_store([overlays])
    assert len(builds) == 2


def test_a_broken_index_is_replaced(builds: list[int], tmp_path: Path) -> None:
    cache.open_store([tmp_path / "none"])
    folder = next((tmp_path / "cache").iterdir())
    (folder / "records.npy").write_bytes(b"")
    assert cache.open_store([tmp_path / "none"]).directory.demonyms == {"testish": "XX"}
    assert len(builds) == 2


def test_an_unwritable_cache_falls_back_to_the_temporary_folder(
    builds: list[int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "cache").write_text("a file where a folder should be")
    cache.open_store([tmp_path / "none"])
    cache.open_store([tmp_path / "none"])
    assert len(builds) == 1
    assert "cannot keep the gazetteer" in capsys.readouterr().err


def test_of_two_builders_the_first_to_finish_wins(tmp_path: Path) -> None:
    first = cache._keep(tiny_store(), tmp_path, "index")
    second = cache._keep(tiny_store(), tmp_path, "index")
    assert first.directory == second.directory
    assert [path.name for path in tmp_path.iterdir()] == ["index"]

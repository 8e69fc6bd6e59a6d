"""The workers' server is started early where several workers are sure to have something to do."""

from __future__ import annotations

from multiprocessing import forkserver
from pathlib import Path

import pytest

from extractor import processes


@pytest.fixture
def starts(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is said to a server that is started."""
    told: list[str] = []
    monkeypatch.setattr(
        forkserver, "ensure_running", lambda: told.append(processes.os.environ[processes.LOADED_FIRST])
    )
    monkeypatch.setenv(processes.LOADED_FIRST, "")
    return told


def _file(folder: Path, size: int) -> str:
    path = folder / "news.jsonl"
    path.write_bytes(b" " * size)
    return str(path)


def test_a_large_file_starts_it(tmp_path: Path, starts: list[str]) -> None:
    processes.load_ahead([_file(tmp_path, 400_000)], 2, None, Path("own"))
    assert starts == ['[null, "own"]']


def test_a_folder_of_many_files_starts_it(tmp_path: Path, starts: list[str]) -> None:
    for number in range(80):
        (tmp_path / f"{number}.txt").touch()
    processes.load_ahead([str(tmp_path)], 2, None, None)
    assert starts == ["[null, null]"]


def test_little_to_do_does_not(tmp_path: Path, starts: list[str]) -> None:
    processes.load_ahead([_file(tmp_path, 9_000), str(tmp_path), "-", "s3://bucket/news"], 2, None, None)
    assert not starts


def test_one_worker_needs_none(tmp_path: Path, starts: list[str]) -> None:
    processes.load_ahead([_file(tmp_path, 400_000)], 1, None, None)
    assert not starts

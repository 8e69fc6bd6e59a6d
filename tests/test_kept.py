"""What is made once is kept for the runs to come, and is never worse than making it anew."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from multiprocessing import get_context
from pathlib import Path

import pytest

from extractor import cache


@pytest.fixture
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("EXTRACTOR_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def made() -> list[str]:
    """What was made, in order."""
    return []


@pytest.fixture
def keep(home: Path, made: list[str]) -> Callable[..., str]:
    def keep(value: str, *ingredients: str, kind: str = "thing") -> str:
        def make() -> str:
            made.append(value)
            return value

        return cache.kept(kind, ingredients, make)

    return keep


def test_the_same_ingredients_are_made_of_once(keep: Callable[..., str], made: list[str]) -> None:
    assert keep("a", "flour", "water") == "a"
    assert keep("b", "flour", "water") == "a"
    assert made == ["a"]


@pytest.mark.parametrize("others", [("flour",), ("flour", "milk"), ("flourwater",), ("water", "flour")])
def test_other_ingredients_are_made_of_anew(
    keep: Callable[..., str], made: list[str], others: tuple[str, ...]
) -> None:
    keep("a", "flour", "water")
    assert keep("b", *others) == "b"
    assert made == ["a", "b"]


@pytest.mark.parametrize(
    "content",
    [b"", b"short", b"\0" * 100, b"cos\nsystem\n(S'false'\ntR."],
    ids=["empty", "torn", "nought", "evil"],
)
def test_a_broken_file_is_made_anew(
    keep: Callable[..., str], home: Path, made: list[str], content: bytes
) -> None:
    keep("a", "flour")
    file = next(home.iterdir())
    file.write_bytes(content)
    assert keep("b", "flour") == "b"
    assert keep("c", "flour") == "b"
    assert made == ["a", "b"]


def test_a_file_with_one_wrong_bit_is_made_anew(keep: Callable[..., str], home: Path) -> None:
    keep("a" * 50, "flour")
    file = next(home.iterdir())
    content = bytearray(file.read_bytes())
    content[-20] ^= 1
    file.write_bytes(content)
    assert keep("b", "flour") == "b"


def test_what_is_not_sound_is_not_kept(home: Path) -> None:
    for value in ("a", "b"):
        assert cache.kept("thing", [], lambda value=value: value, is_sound=lambda made: False) == value
    assert not home.exists()


def test_where_nothing_can_be_kept_it_is_made_each_time(home: Path, keep: Callable[..., str]) -> None:
    home.write_text("a file where a folder should be")
    assert [keep("a", "flour"), keep("b", "flour")] == ["a", "b"]


def test_what_was_used_longest_ago_is_removed(keep: Callable[..., str], home: Path, made: list[str]) -> None:
    for number in range(cache._KEPT_OF_A_KIND):
        keep(str(number), str(number))
        for file in home.iterdir():  # so that each file is older than the next one
            os.utime(file, (file.stat().st_atime, file.stat().st_mtime - 10))
    keep("other", "of another kind", kind="other")
    keep("used again", "0")
    keep("new", "new")
    made.clear()
    keep("again", "1")
    keep("not again", "0")
    assert made == ["again"]
    assert len(list(home.glob("thing-*"))) == cache._KEPT_OF_A_KIND
    assert len(list(home.glob("other-*"))) == 1


def test_what_ended_processes_left_is_removed(keep: Callable[..., str], home: Path) -> None:
    keep("a", "flour")
    left, under_way = home / "thing-0-x.part", home / "thing-0-y.part"
    left.touch()
    under_way.touch()
    os.utime(left, (time.time() - 10_000,) * 2)
    keep("b", "milk")
    assert not left.exists()
    assert under_way.exists()


def _keep_often(home: str) -> None:
    os.environ["EXTRACTOR_CACHE"] = home
    for number in range(20):
        assert cache.kept("thing", [str(number)], lambda number=number: "x" * 100_000 + str(number)).endswith(
            str(number)
        )


def test_several_processes_keep_at_once(home: Path) -> None:
    processes = [get_context("spawn").Process(target=_keep_often, args=(str(home),)) for _ in range(3)]
    for process in processes:
        process.start()
    for process in processes:
        process.join(60)
    assert [process.exitcode for process in processes] == [0, 0, 0]
    assert len(list(home.iterdir())) == 20


def test_the_cache_can_be_moved(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("EXTRACTOR_CACHE", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", "/somewhere")
    assert cache.cache_home() == Path("/somewhere/extractor")
    monkeypatch.setenv("EXTRACTOR_CACHE", "/elsewhere")
    assert cache.cache_home() == Path("/elsewhere")

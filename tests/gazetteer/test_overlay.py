"""A wrong overlay says what to do; a right one is laid over GeoNames."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.gazetteer import overlay
from extractor.gazetteer.overlay import read_overlays
from extractor.patternfiles import PatternError

GOOD = "- {id: here_xx, name: Here, level: city, country: PK}\n"


def write(folder: Path, name: str, text: str) -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_entries_are_read(tmp_path: Path) -> None:
    entry = read_overlays([write(tmp_path, "a.yaml", GOOD)])[0]
    assert (entry.id, entry.names, entry.spelling) == ("here_xx", ("Here",), "overlay")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- {id: x, name: X, level: town, country: PK}\n", "level"),
        ("- {id: x, name: X, level: city, country: Pakistan}\n", "country"),
        ("- {id: x, name: X, level: city, country: PK, alias: Y}\n", "alias"),
        ("name: X\n", "list of entries"),
        ("- {id: x\n", "not valid YAML"),
        (GOOD + GOOD, "taken"),
    ],
)
def test_mistakes_are_named(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(PatternError, match=said):
        read_overlays([write(tmp_path, "a.yaml", text)])


def test_a_later_folder_lies_over_an_earlier_one(tmp_path: Path) -> None:
    for name in ("ours", "theirs"):
        (tmp_path / name).mkdir()
    write(tmp_path / "ours", "a.yaml", GOOD)
    write(tmp_path / "theirs", "a.yaml", GOOD.replace("Here", "There"))
    entries = read_overlays([tmp_path / "ours", tmp_path / "theirs"])
    assert [entry.name for entry in entries] == ["There"]


def test_the_digest_follows_the_contents(tmp_path: Path) -> None:
    before = overlay.overlay_digest([write(tmp_path, "a.yaml", GOOD)])
    assert before != overlay.overlay_digest([write(tmp_path, "a.yaml", GOOD.replace("Here", "There"))])

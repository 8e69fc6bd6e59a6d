"""What `extractor patterns check` tells of pattern files: each planted fault with file, line and remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.rules import check
from extractor.rules.findings import Finding

GROUP = """\
- id: lakeside_front
  name: Lakeside Front of Kivu
  active: 1999-2004
  countries: [CD]
  match: ["The Lakeside Front of Kivu burned a barge."]
  no_match: ["The front moved over the lakeside."]
"""


def write(folder: Path, name: str, content: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return path


def told(folder: Path) -> list[tuple[int, str]]:
    return [(finding.line, finding.kind) for finding in check(folder)]


def only(folder: Path) -> Finding:
    (finding,) = check(folder)
    return finding


def test_a_sound_folder_has_nothing_to_mend(tmp_path: Path) -> None:
    write(tmp_path, "groups/own.yaml", GROUP)
    assert check(tmp_path) == []


@pytest.mark.parametrize(
    ("name", "content", "line", "kind", "remedy"),
    [
        ("groups/own.yaml", GROUP.replace("countries", "country"), 4, "schema", "did you mean 'countries'?"),
        ("groups/own.yaml", GROUP + "  kind: brigade\n", 7, "schema", "'brigade' is none of 'armed_group'"),
        ("groups/own.yaml", GROUP.replace("[CD]", "CD"), 4, "schema", "write a list, [CD]"),
        ("groups/own.yaml", GROUP.replace("lakeside_front", "Lakeside"), 1, "schema", "small letters"),
        ("groups/own.yaml", GROUP + '  weak: ["the Front]\n', 8, "schema", "not valid YAML"),
        ("groups/own.yaml", GROUP + GROUP, 7, "duplicate_id", "give one of them another id"),
        ("groups/own.yaml", GROUP + "  aliases: [LFK, lfk]\n", 7, "duplicate_alias", "take one out"),
        (
            "groups/own.yaml",
            GROUP + "  aliases: [Banyamulenge, Goma]\n",
            7,
            "place_name",
            "move it to `weak`",
        ),
        ("groups/own.yaml", GROUP + "  aliases: [Harvest]\n", 7, "common_word", "`acronyms` or `weak`"),
        ("groups/own.yaml", GROUP + "  aliases: [M23]\n", 7, "shadowed_alias", "groups/m23"),
        ("groups/own.yaml", GROUP.replace("1999-2004", "1999"), 3, "no_years", "write 1994-2007"),
        ("groups/own.yaml", GROUP.replace("  match", "  todo"), 1, "no_example", "has to be found"),
        ("groups/own.yaml", GROUP.replace("no_match", "todo"), 1, "no_example", "must not be found"),
        (
            "weapons/own.yaml",
            "- id: sling\n  name: Sling\n  nouns: [sling(s)]\n  codes: {gtd: Slings}\n"
            '  match: ["He aimed a sling at the guard."]\n  no_match: ["His arm was slung."]\n',
            4,
            "unknown_code",
            "the codebook has no 'Slings'; use one of Biological",
        ),
        (
            "districts/own.yaml",
            "- {id: x, name: X, level: village, country: CD}\n",
            1,
            "schema",
            "none of 'country'",
        ),
        ("numbers/own.yaml", "- id: units\n  values: {one: uno}\n", 1, "schema", "whole number"),
    ],
)
def test_a_planted_fault(tmp_path: Path, name: str, content: str, line: int, kind: str, remedy: str) -> None:
    path = write(tmp_path, name, content)
    found = [f for f in check(tmp_path) if f.kind == kind]
    assert [(f.path, f.line) for f in found] == [(path, line)]
    assert remedy in str(found[0])


def test_all_faults_of_a_file_are_told_not_the_first_alone(tmp_path: Path) -> None:
    write(tmp_path, "groups/own.yaml", "- {id: A, name: A}\n- {id: b}\n- {id: c, name: C, year: 5}\n")
    assert [line for line, kind in told(tmp_path) if kind == "schema"] == [1, 2, 3]


def test_what_was_looked_at_is_not_told_again(tmp_path: Path) -> None:
    write(tmp_path, "groups/own.yaml", GROUP + "  aliases: [Goma]\n  checked: [place_name, common_word]\n")
    assert check(tmp_path) == []


def test_names_that_countries_tell_apart_are_no_fault(tmp_path: Path) -> None:
    write(tmp_path, "groups/own.yaml", GROUP.replace("[CD]", "[NZ]") + "  acronyms: [TTP]\n")
    assert check(tmp_path) == []

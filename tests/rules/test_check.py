"""What `extractor patterns check` tells of pattern files: each planted fault with file, line and remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

import extractor
from extractor.rules import check, fired_rules
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
        ("groups/own.yaml", GROUP.replace("1999-2004", "1931-"), 3, "long_active", "write the year"),
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
            "tolls/own.yaml",
            "- {id: felled, effect: killed, frame: object, cues: [<fell>], event: kiling,\n"
            "   match: [They felled a man.], no_match: [He fell.]}\n",
            1,
            "schema",
            "event: there is no 'kiling' in attack_types; write an id of patterns/attack_types",
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


def test_what_was_looked_at_and_is_accepted_with_a_reason_is_not_told_again(tmp_path: Path) -> None:
    accepted = (
        "  aliases: [Bukavu]\n  checked: {place_name: the town is never called the group's name alone}\n"
    )
    write(tmp_path, "groups/own.yaml", GROUP + accepted)
    assert check(tmp_path) == []


@pytest.mark.parametrize(
    ("checked", "line", "kind", "remedy"),
    [
        ("{common_word: no such word}", 7, "stale_checked", "take it out"),
        ("{place_name: ''}", 7, "schema", "at least 1 character"),
        ("[place_name]", 7, "schema", "write them as {key: value}"),
        ("{misspelt: so it is}", 7, "schema", "'shadowed_alias', 'common_word', 'place_name'"),
    ],
)
def test_an_acceptance_that_is_none(tmp_path: Path, checked: str, line: int, kind: str, remedy: str) -> None:
    write(tmp_path, "groups/own.yaml", f"{GROUP}  checked: {checked}\n")
    told = [(finding.line, finding.kind, finding.message) for finding in check(tmp_path)]
    assert [(line, kind)] == [each[:2] for each in told] and remedy in told[0][2]


def test_rules_that_never_fire_on_a_corpus(tmp_path: Path) -> None:
    write(
        tmp_path / "own",
        "groups/own.yaml",
        GROUP + GROUP.replace("lakeside", "hill").replace("Lakeside", "Hill"),
    )
    write(tmp_path, "story.txt", "The Lakeside Front of Kivu killed two guards in Goma on 4 May 2003.")
    nlp = extractor.load(patterns=tmp_path / "own")
    fired = fired_rules(nlp, [str(tmp_path / "story.txt")])
    assert fired["groups/lakeside_front"] >= 1
    assert [(f.line, f.kind, f.rule) for f in check(tmp_path / "own", fired)] == [
        (7, "never_fires", "groups/hill_front")
    ]


@pytest.mark.parametrize(
    ("names", "is_told"),
    [
        pytest.param("  acronyms: [TTP]\n", False, id="another country comes first"),
        pytest.param("  weak: [M23]\n", True, id="the same country comes first"),
        pytest.param("  weak: [M23]\n  parent: m23\n", False, id="one is a part of the other"),
    ],
)
def test_a_shared_name_is_told_where_no_text_tells_whose_it_is(
    tmp_path: Path, names: str, is_told: bool
) -> None:
    write(tmp_path, "groups/own.yaml", GROUP + names)
    assert any(kind == "shadowed_alias" for _, kind in told(tmp_path)) is is_told


def test_the_patterns_of_the_package_have_nothing_to_mend() -> None:
    """A finding is mended, or accepted in its entry with the reason (patterns/README.md)."""
    assert [str(finding) for finding in check()] == []

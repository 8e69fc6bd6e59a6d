"""Pattern files: every one of the package loads, and a faulty one is reported with file, line and remedy."""

from pathlib import Path

import pytest
import yaml

from extractor.lexicon import load_lexicon
from extractor.lexicon.entries import AttackType, Cue, NameEntry
from extractor.patternfiles import (
    PatternError,
    default_patterns,
    digest,
    pattern_files,
    read_entries,
    read_yaml,
)

FILES = sorted(default_patterns().rglob("*.yaml"))
# Layers that are lists of entries; the others are tables of their own making.
LAYERS = (
    "attack_types",
    "targets",
    "weapons",
    "goods",
    "tolls",
    "status",
    "attribution",
    "discourse",
    "everyday",
    "words",
    "groups",
    "forces",
    "parties",
    "morphology",
    "numbers",
    "sentences",
)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(default_patterns()).as_posix())
def test_every_pattern_file_is_yaml(path: Path) -> None:
    assert yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


@pytest.mark.parametrize("layer", LAYERS)
def test_every_layer_is_lists_of_entries_with_ids(layer: str) -> None:
    entries = [entry for path in pattern_files([default_patterns()], layer) for entry in read_yaml(path)]
    assert entries and all("id" in entry or "country" in entry for entry in entries)


def test_the_patterns_of_the_package_have_no_problems() -> None:
    assert load_lexicon(strict=True).problems == []


def test_every_id_is_given_once_in_its_layer() -> None:
    for layer in (
        "attack_types",
        "targets",
        "weapons",
        "goods",
        "tolls",
        "status",
        "attribution",
        "discourse",
        "groups",
        "parties",
    ):
        ids = [
            entry["id"]
            for path in pattern_files([default_patterns()], layer)
            for entry in read_yaml(path)
            if "id" in entry
        ]
        assert sorted(ids) == sorted(set(ids)), layer


def test_every_reference_leads_somewhere() -> None:
    lexicon = load_lexicon()
    types = set(lexicon.attack_types)
    for attack in lexicon.attack_types.values():
        assert {attack.by_state, attack.by_group} - {None} <= types
        assert attack.weapon is None or attack.weapon in lexicon.weapons
    assert {t.event for t in lexicon.tolls.values()} - {None} <= types
    assert {e.parent for e in lexicon.names.values()} - {None} <= set(lexicon.names)


@pytest.mark.parametrize(
    ("content", "line", "told"),
    [
        ("- id: a\n  name: 'A' B\n", 2, "not valid YAML"),
        ("- id: a\n  name: 'A\n", 3, "not valid YAML"),
        ("id: a\nname: A\n", 1, "a pattern file is a list of entries"),
        ("just words", 1, "a pattern file is a list of entries"),
        ("- name: A\n", 1, "id"),
        ("# a comment\n\n- id: a\n  name: A\n- id: b\n", 5, "name"),
        ("- id: a\n  name: A\n- id: Big Letters\n  name: B\n", 3, "id"),
        ("- id: a\n  name: A\n  alias: [B]\n", 3, "did you mean 'aliases'?"),
        ("- id: a\n  name: A\n  kind: wizard\n", 3, "'wizard' is none of"),
        ("- id: a\n  name: A\n  aliases: B\n", 3, "write a list, [B]"),
        ("- id: a\n  name: A\n- just words\n", 3, "number 2"),
    ],
)
def test_a_fault_is_told_with_file_and_line(tmp_path: Path, content: str, line: int, told: str) -> None:
    path = tmp_path / "groups.yaml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(PatternError) as caught:
        read_entries(path, NameEntry)
    assert str(caught.value).startswith(f"{path}:{line}:") and told in str(caught.value)


def test_a_file_that_is_not_utf8_is_told(tmp_path: Path) -> None:
    path = tmp_path / "groups.yaml"
    path.write_bytes("- id: a\n  name: Mouvement d'Été\n".encode("latin-1"))
    with pytest.raises(PatternError, match="UTF-8"):
        read_yaml(path)


@pytest.mark.parametrize("content", ["", "\n", "# nothing yet\n", "---\n", "[]\n"])
def test_an_empty_file_has_no_entries(tmp_path: Path, content: str) -> None:
    path = tmp_path / "groups.yaml"
    path.write_text(content, encoding="utf-8")
    assert read_yaml(path) == []


def test_words_that_yaml_takes_for_values_stay_words(tmp_path: Path) -> None:
    path = tmp_path / "status.yaml"
    path.write_text(
        "- {id: a, group: negated, cues: [no, on, 007, 1.10, null, yes, 2023-01-01, ~]}\n", encoding="utf-8"
    )
    (entry,) = read_entries(path, Cue)
    assert entry.cues == ("no", "on", "007", "1.10", "null", "yes", "2023-01-01", "~")


def test_numbers_are_read_where_numbers_belong(tmp_path: Path) -> None:
    path = tmp_path / "attack_types.yaml"
    path.write_text(
        "- {id: a, category: bombing, name: A, rank: 007, codes: {}}\n"
        "- {id: b, category: "
        "bombing, name: B, rank: high, codes: {}}\n",
        "utf-8",
    )
    with pytest.raises(PatternError, match=":2: entry 'b', rank"):
        read_entries(path, AttackType)


def test_the_digest_is_of_names_and_contents(tmp_path: Path) -> None:
    first, second = tmp_path / "1", tmp_path / "2"
    for folder, end in ((first, b"\n"), (second, b"\r\n")):
        (folder / "groups").mkdir(parents=True)
        (folder / "groups" / "a.yaml").write_bytes(b"- id: a" + end)
    assert digest([first]) == digest([second])
    (second / "groups" / "a.yaml").write_bytes(b"- id: b\n")
    assert digest([first]) != digest([second])
    (first / "groups" / "a.yaml").rename(first / "groups" / "b.yaml")
    assert digest([first]).startswith("sha256:") and len(digest([first])) == 23


@pytest.mark.parametrize(
    ("loose", "said"),
    [
        ("weapon: lorry", "entry 'ramming', weapon: there is no 'lorry' in weapons"),
        ("by_state: crack_down", "entry 'ramming', by_state: there is no 'crack_down' in attack_types"),
    ],
)
def test_an_entry_that_names_another_one_names_one_that_is_there(
    tmp_path: Path, loose: str, said: str
) -> None:
    path = tmp_path / "attack_types" / "own.yaml"
    path.parent.mkdir()
    entry = "{id: ramming, name: Ramming, category: armed_assault, rank: 40, verbs: [<ram>], codes: {}, "
    path.write_text(f"- {entry}{loose}}}\n", encoding="utf-8")
    with pytest.raises(PatternError, match=rf"own\.yaml:1: {said}"):
        load_lexicon([tmp_path], strict=True)
    lexicon = load_lexicon([tmp_path])
    ramming = lexicon.attack_types["ramming"]
    assert (len(lexicon.problems), ramming.weapon, ramming.by_state) == (1, None, None)

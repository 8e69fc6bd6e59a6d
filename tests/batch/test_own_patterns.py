"""A fault in a user's own patterns is told with file and line, and the run goes on without that file."""

from __future__ import annotations

from pathlib import Path

import processors
import pytest

from extractor.batch import Options, StartUpError, Summary, run

GOOD_GROUP = "- id: lakeside_front\n  name: Lakeside Front\n"
GOOD_WORD = '- id: own\n  group: everyday\n  cues: ["<blast>"]\n'


def _run_with(tmp_path: Path, files: dict[str, bytes | str]) -> Summary:
    """A run over one good article with these files as the user's patterns."""
    own = tmp_path / "own"
    own.mkdir()
    for name, content in files.items():
        (own / name).parent.mkdir(parents=True, exist_ok=True)
        (own / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    article = tmp_path / "good.txt"
    article.write_text("Market shaken\nDate: 3 March 2021\n\nA blast shook the market.\n")
    output = tmp_path / "out" / "events.jsonl"
    return run([str(article)], output, Options(workers=1, patterns=own), factory=processors.good)


@pytest.mark.parametrize(
    "files",
    [
        {"groups/own.yaml": GOOD_GROUP},
        {"groups.yaml": GOOD_GROUP},
        {"groups/deep/own.yaml": GOOD_GROUP, "README.md": "Ours."},
        {"groups/own.yaml": GOOD_GROUP, "everyday/own.yaml": GOOD_WORD},
        {"groups/own.yaml": ""},
        {"tolls/own.yaml": "- {id: a, effect: killed, frame: object, cues: [<fell>], event: killing}"},
    ],
)
def test_sound_patterns_are_not_mentioned(tmp_path: Path, files: dict[str, bytes | str]) -> None:
    summary = _run_with(tmp_path, files)
    assert (summary.failures, summary.events, summary.exit_code) == (0, 1, 0)


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("groups/own.yaml", f"{GOOD_GROUP}- id: b\n  nam: B\n", ":3: entry 'b', name: this field is missing"),
        ("groups/own.yaml", "- id: Ä\n  name: A\n", ":1: entry 'Ä', id: 'Ä' does not fit"),
        ("groups/own.yaml", "- id: a\n  name: [\n", ":3: not valid YAML"),
        ("groups/own.yaml", "id: a\nname: A\n", ":1: a pattern file is a list of entries"),
        ("groups/own.yaml", b"- id: a\n  name: caf\xe9\n", ":1: not UTF-8; save the file as UTF-8"),
        ("tolls/own.yaml", "- {id: a, effect: hurt, frame: object, cues: [x]}", ":1: entry 'a', effect:"),
        (
            "attack_types/own.yaml",
            "- {id: a, category: other, name: A, rank: 1, codes: {}, verbs: [x], weapon: bom}",
            ":1: entry 'a', weapon: there is no 'bom' in weapons",
        ),
        ("everyday/own.yaml", "- {id: a, group: a, cue: [x]}", ":1: entry 'a', cues: this field is missing"),
        ("groups/own.yml", GOOD_GROUP, ": is not read: a pattern file's name ends in .yaml"),
        ("group/own.yaml", GOOD_GROUP, ": is not read: there is no kind of pattern called 'group'"),
        ("dates/own.yaml", GOOD_GROUP, ": is not read: dates cannot be changed"),
        ("districts.yaml", "", ": is not read: put it into a folder districts/"),
        ("headers/own.yaml", "", ": is not read: a file of headers/ has one of the names boilerplate.yaml"),
    ],
)
def test_a_fault_is_told_and_the_run_goes_on(
    tmp_path: Path, name: str, content: bytes | str, told: str
) -> None:
    summary = _run_with(tmp_path, {name: content, "groups/good.yaml": GOOD_GROUP})
    [finding] = summary.first_failures
    assert f"{finding.where}: {finding.reason}".startswith(f"{tmp_path}/own/{name}{told}")
    assert (summary.events, summary.exit_code) == (1, 1)


def test_a_folder_without_patterns_is_told(tmp_path: Path) -> None:
    [finding] = _run_with(tmp_path, {"README.md": "Nothing yet."}).first_failures
    assert finding.reason.startswith("holds no pattern files")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("- id: x\n  role: nonsense\n", r"labels\.yaml:2: entry 'x', role: 'nonsense' is none of"),
        (
            "- id: x\n  role: title\n  labels: [a]\n- id: y\n",
            r"labels\.yaml:4: entry 'y', role: this field is missing",
        ),
        ("- [", r"labels\.yaml:\d+: not valid YAML"),
        ("a: b", r"labels\.yaml:1: a pattern file is a list of entries"),
    ],
)
def test_without_header_lines_nothing_can_be_read(tmp_path: Path, content: str, told: str) -> None:
    with pytest.raises(StartUpError, match=told):
        _run_with(tmp_path, {"headers/labels.yaml": content})

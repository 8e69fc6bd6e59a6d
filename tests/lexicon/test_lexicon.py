"""A user's own folder over the package's patterns: new entries, replaced ones, faulty ones."""

from pathlib import Path

import pytest

import extractor
from extractor.lexicon import load_lexicon
from extractor.lexicon.lexicon import Sense
from extractor.patternfiles import PatternError

TABLE = pytest.mark.xfail(strict=True, reason="a faulty table ends in a bare KeyError")


GROUP = """- id: red_dawn
  name: Red Dawn Brigades
  aliases: [Red Dawn, Brigades of the Red Dawn]
  acronyms: [RDB]
  countries: [XX]
"""
BLOWPIPE = """- id: blowpipe_attack
  category: armed_assault
  name: Blowpipe attack
  rank: 90
  codes: {gtd: Armed Assault}
  nouns: [blowpipe attack(s)]
"""
# A small stand-in for the package's patterns: what is tested here is the layering.
PACKAGE = """- id: ttp
  name: Tehrik-i-Taliban Pakistan
  aliases: [Pakistani Taliban]
  acronyms: [TTP]
"""


@pytest.fixture
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return folder(tmp_path_factory.mktemp("package"), groups__package=PACKAGE)


def folder(tmp_path: Path, **files: str) -> Path:
    for name, content in files.items():
        path = tmp_path / name.replace("__", "/")
        path = path.with_suffix(".yaml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return tmp_path


def test_a_new_entry_stands_beside_those_of_the_package(base: Path, tmp_path: Path) -> None:
    lexicon = load_lexicon([folder(tmp_path, groups__mine=GROUP)], base=base)
    assert lexicon.names["red_dawn"].name == "Red Dawn Brigades" and "ttp" in lexicon.names
    assert Sense("groups", "red_dawn", "alias") in lexicon.wordings["red dawn"]
    assert Sense("groups", "red_dawn", "acronym") in lexicon.exact["RDB"]
    assert "rdb" not in lexicon.wordings


def test_a_single_file_named_after_the_layer_does_as_well(base: Path, tmp_path: Path) -> None:
    assert "red_dawn" in load_lexicon([folder(tmp_path, groups=GROUP)], base=base).names


def test_an_entry_with_the_same_id_replaces_the_one_of_the_package(base: Path, tmp_path: Path) -> None:
    mine = "- {id: ttp, name: My name for it, aliases: [quite another wording]}\n"
    lexicon = load_lexicon([folder(tmp_path, groups__mine=mine)], base=base)
    assert lexicon.names["ttp"].name == "My name for it"
    assert not any(sense.entry == "ttp" for sense in lexicon.wordings.get("pakistani taliban", []))


def test_the_last_folder_lies_on_top(base: Path, tmp_path: Path) -> None:
    first = folder(tmp_path / "1", groups__mine="- {id: red_dawn, name: First}\n")
    last = folder(tmp_path / "2", groups__mine="- {id: red_dawn, name: Last}\n")
    assert load_lexicon([first, last], base=base).names["red_dawn"].name == "Last"
    assert load_lexicon([last, first], base=base).names["red_dawn"].name == "First"


def test_a_user_folder_changes_the_version(base: Path, tmp_path: Path) -> None:
    assert (
        load_lexicon([folder(tmp_path, groups__mine=GROUP)], base=base).version
        != load_lexicon(base=base).version
    )


def test_a_faulty_file_is_reported_and_the_rest_is_read(
    base: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    lexicon = load_lexicon(
        [folder(tmp_path, groups__bad="- id: x\n  name: [\n", groups__good=GROUP)], base=base
    )
    (problem,) = lexicon.problems
    assert "bad.yaml:" in problem and problem in caplog.text
    assert "red_dawn" in lexicon.names and "ttp" in lexicon.names


@pytest.mark.parametrize(
    "layer", ["groups", "attack_types", "targets", "weapons", "tolls", "status", "everyday", "goods"]
)
def test_a_faulty_entry_in_any_layer_is_reported(base: Path, tmp_path: Path, layer: str) -> None:
    problems = load_lexicon(
        [folder(tmp_path, **{f"{layer}__bad": "- {id: x, wrong_field: y}\n"})], base=base
    ).problems
    assert len(problems) == 1 and "bad.yaml:1:" in problems[0]


def test_strict_reading_stops_at_a_fault(base: Path, tmp_path: Path) -> None:
    with pytest.raises(PatternError, match=r"bad\.yaml"):
        load_lexicon([folder(tmp_path, groups__bad="- id: x\n")], strict=True, base=base)


@pytest.mark.parametrize(
    "layer",
    [
        pytest.param("morphology", marks=TABLE),
        pytest.param("numbers", marks=TABLE),
        pytest.param("sentences", marks=TABLE),
    ],
)
def test_a_faulty_table_does_not_stop_the_run_without_telling_where(tmp_path: Path, layer: str) -> None:
    mine = folder(tmp_path, **{f"{layer}__bad": "- {id: units, wrong_field: y}\n"})
    try:
        extractor.load(patterns=mine)
    except PatternError as error:
        assert "bad.yaml:1" in str(error)


def test_a_folder_that_is_none_is_an_error(base: Path, tmp_path: Path) -> None:
    with pytest.raises(PatternError, match="no such folder"):
        load_lexicon([tmp_path / "nowhere"], base=base)


def test_the_pipeline_uses_a_users_group(tmp_path: Path) -> None:
    nlp = extractor.load(patterns=folder(tmp_path, groups__mine=GROUP))
    (record,) = nlp("Fighters of the RDB killed four soldiers near Gao on 3 May 2021.")._.events
    assert [(a.id, a.name) for a in record.actors] == [("red_dawn", "Red Dawn Brigades")]
    assert (
        record.extractor.patterns
        != extractor.load()("Gunmen killed a judge in Quetta.")._.events[0].extractor.patterns
    )


def test_the_pipeline_uses_a_users_attack_type(tmp_path: Path) -> None:
    nlp = extractor.load(patterns=folder(tmp_path, attack_types__mine=BLOWPIPE))
    (record,) = nlp("Two soldiers were killed in a blowpipe attack by rebels near Gao.")._.events
    assert record.event_type == "blowpipe_attack"

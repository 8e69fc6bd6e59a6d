"""Event files in, tables out."""

from __future__ import annotations

import csv
from typing import get_args

import pytest

from extractor.export import PROFILES, UnknownProfileError, export
from extractor.export.acled import Acled
from extractor.export.crosswalk import load_crosswalk
from extractor.export.gtd import Gtd
from extractor.export.ucdp import Ucdp
from extractor.lexicon import load_lexicon
from extractor.patternfiles import PatternError
from extractor.records import Category


def rows(path):
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


@pytest.mark.parametrize(
    ("profile", "ids"),
    [("gtd", ["e1"]), ("acled", ["e1", "e2", "e3"]), ("ucdp", ["e1", "e3"]), ("csv", ["e1", "e2", "e3"])],
)
def test_each_profile_begins_with_the_keys(events, tmp_path, profile, ids):
    output = tmp_path / "out.csv"
    assert export(events, profile, output) == len(ids)
    table = rows(output)
    assert [row["event_id"] for row in table] == ids
    assert list(table[0])[:4] == ["article_id", "event_id", "scope", "status"]


def test_standard_output(events, capsys):
    assert export(events, "gtd", "-") == 1
    assert capsys.readouterr().out.splitlines()[1].startswith("a1,e1,incident,occurred,2021,3,4,Pakistan")


def test_flat_table_keeps_the_tolls_apart(events, tmp_path):
    export(events, "csv", tmp_path / "out.csv")
    first, second, third = rows(tmp_path / "out.csv")
    assert (first["killed_best"], first["injured_best"], first["injured_vague"]) == ("3", "", "dozens")
    assert second["arrested_best"] == "2"
    assert third["count_best"] == "40"


def test_a_bad_line_is_told_and_left_out(events, tmp_path):
    with events.open("a", encoding="utf-8") as stream:
        stream.write("{}\n")
    told: list[str] = []
    assert export(events, "gtd", tmp_path / "out.csv", told.append) == 1
    assert told == [f"{events}:4: not an event record, id: Field required; left out"]


def test_unknown_profile(events, tmp_path):
    with pytest.raises(UnknownProfileError, match="choose one of acled, csv, geojson, gtd, parquet, ucdp"):
        export(events, "gdelt", tmp_path / "out.csv")


def test_profiles_have_columns_once():
    for profile in PROFILES.values():
        assert len(set(profile.columns)) == len(profile.columns)


@pytest.mark.parametrize(("name", "model"), [("gtd", Gtd), ("acled", Acled), ("ucdp", Ucdp)])
def test_every_spelling_of_a_province_means_one_province(name, model):
    for names in load_crosswalk(name, model).provinces.values():
        spellings = [spelling for official, others in names.items() for spelling in {official, *others}]
        assert len(spellings) == len(set(spellings))


def test_every_acled_sub_event_has_an_event_type():
    book = load_crosswalk("acled", Acled)
    used = {sub for choice in book.types.values() for sub in choice.model_dump().values() if sub}
    assert used | set(book.weapons.values()) | {book.foiled} <= set(book.event_types)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("scopes: [", r"gtd\.yaml:\d+: not valid YAML"),
        ("scopes: [incident]", r"gtd\.yaml:1: statuses: this field is missing"),
    ],
)
def test_a_faulty_crosswalk(tmp_path, content, message):
    (tmp_path / "crosswalk").mkdir()
    (tmp_path / "crosswalk" / "gtd.yaml").write_text(content, encoding="utf-8")
    with pytest.raises(PatternError, match=message):
        load_crosswalk("gtd", Gtd, tmp_path)


def test_the_crosswalks_know_the_types_that_patterns_record():
    lexicon = load_lexicon()
    categories = set(get_args(Category))
    gtd, acled = load_crosswalk("gtd", Gtd), load_crosswalk("acled", Acled)
    assert {entry.type or name for name, entry in lexicon.targets.items()} - set(gtd.targets) == set()
    assert set(lexicon.weapons) - set(gtd.weapons) - {"unknown"} == set()
    for book in (gtd, acled):
        coded_events = {name for name in book.types if name not in categories}
        assert coded_events - set(lexicon.attack_types) == set()

"""The weights of `confidence`, fitted on judged records."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from extractor import cli
from extractor.records import EventRecord
from extractor.scoring.fitting import fit, to_yaml
from extractor.scoring.report import Judged

Make = Callable[..., EventRecord]


def gold_says(record: EventRecord, article: str, right: bool) -> Judged:
    return Judged(article=article, record=record.id, wanted=None, got="bombing", confidence=0.5, right=right)


def records_of(make: Make, count: int) -> list[EventRecord]:
    """Every second one tells of an actor."""
    actor = {"text": "gunmen", "kind": "individual", "role": "perpetrator"}
    return [make(id=f"r{n}", actors=[actor] if n % 2 else []) for n in range(count)]


def test_what_goes_with_right_records_weighs_for_them(record: Make) -> None:
    records = records_of(record, 400)
    # Nine in ten of those with an actor are right, three in ten of the others.
    judged = [
        gold_says(each, f"a{n % 20}", n % 20 // 2 < (9 if each.actors else 3))
        for n, each in enumerate(records)
    ]
    found = fit(records, judged, "these")
    assert found.weights.weights["actor_told"] > 2
    assert all(abs(w) < 0.01 for name, w in found.weights.weights.items() if name != "actor_told")
    assert (found.weights.records, found.weights.right, found.weights.fitted_on) == (400, 0.6, "these")


def test_the_error_is_of_articles_left_out(record: Make) -> None:
    """Where one half of the articles says nothing of the other, no fit can keep its word."""
    records = records_of(record, 40)
    judged = [gold_says(each, f"a{n % 2}", bool(n % 2)) for n, each in enumerate(records)]
    with pytest.raises(ValueError, match="some records right and some wrong"):
        fit(records, [each for each in judged if each.right], "these")
    mixed = [gold_says(each, f"a{n % 4}", n % 4 < 2) for n, each in enumerate(records)]
    error = fit(records, mixed, "these").error
    assert error is not None and error > 0.2


def test_it_is_written_as_a_pattern_file(record: Make) -> None:
    records = records_of(record, 20)
    found = fit(records, [gold_says(each, f"a{n}", n < 9) for n, each in enumerate(records)], "these")
    (entry,) = yaml.safe_load(to_yaml(found))
    assert entry["id"] == "logistic" and entry["weights"].keys() == found.weights.weights.keys()


def test_the_command(record: Make, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "story.yaml").write_text(
        "article: story\nkind: wire_report\ncountry: PK\nevents:\n"
        "  - {id: g1, category: bombing, date: 2021-03-04, location: {country: PK},\n"
        "     casualties: {killed: 3}, words: a bomb}\n",
        encoding="utf-8",
    )
    right, wrong = record(id="r1", killed=3), record(id="r2", category="arson", event_type="arson", date=None)
    events = tmp_path / "events.jsonl"
    command = ["evaluate", str(events), "--gold", str(tmp_path / "gold")]
    command += ["--fit-confidence", str(tmp_path / "mine" / "confidence" / "own.yaml")]
    events.write_text(f"{right.to_line()}\n{wrong.to_line()}\n", encoding="utf-8")
    assert cli.main(command) == 0
    assert "fitted on 2 records" in capsys.readouterr().err
    events.write_text(f"{right.to_line()}\n", encoding="utf-8")
    assert cli.main(command) == 1
    assert "some records right and some wrong" in capsys.readouterr().err

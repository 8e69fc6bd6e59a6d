"""How far annotators agree."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor import cli
from extractor.scoring import GoldArticle, GoldEvent
from extractor.scoring.agreement import agreement, alpha
from extractor.scoring.coders import by_coder

MakeGold = Callable[..., GoldEvent]


def nominal(one: Any, other: Any) -> float:
    return float(one != other)


def interval(one: Any, other: Any) -> float:
    return float((one - other) ** 2)


def units(*coders: str) -> list[list[Any]]:
    """The values of each unit, one letter a unit and coder; a dot is no value."""
    return [[value for value in unit if value != "."] for unit in zip(*coders, strict=True)]


@pytest.mark.parametrize(
    ("coders", "wanted"),
    [
        # The worked examples of Krippendorff, "Computing Alpha-Reliability" (2011): A, B and C.
        (("0100000010", "1110010000"), 0.095),
        (("aabbdccceddA".lower(), "babbbccceddd"), 0.692),
        (("123321412...", "1233224125.3", ".3332342251.", "12332441251."), 0.743),
    ],
)
def test_the_worked_examples_of_nominal_data(coders: tuple[str, ...], wanted: float) -> None:
    assert alpha(units(*coders), nominal) == pytest.approx(wanted, abs=0.0006)


def test_the_worked_example_of_interval_data() -> None:
    coders = ("123321412...", "1233224125.3", ".3332342251.", "12332441251.")
    numbers = [[int(value) for value in unit] for unit in units(*coders)]
    assert alpha(numbers, interval) == pytest.approx(0.849, abs=0.0006)


@given(st.lists(st.sampled_from("abc"), min_size=2).filter(lambda values: len(set(values)) > 1))
def test_the_same_values_agree_in_full(values: list[str]) -> None:
    assert alpha([[value, value] for value in values], nominal) == 1


@pytest.mark.parametrize("found", [[], [["a"], ["b"]], [["a", "a"]]])
def test_nothing_is_told_where_nothing_differs_or_is_shared(found: list[list[str]]) -> None:
    assert alpha(found, nominal) is None


def article(*events: GoldEvent, name: str = "story", coders: tuple[str, ...] = ()) -> GoldArticle:
    return GoldArticle(article=name, annotators=coders, kind="wire_report", country="PK", events=events)


def test_events_that_one_annotator_alone_coded_lower_their_f1(gold: MakeGold) -> None:
    blast = gold(words="a mine went off")
    raid = gold(id="g2", category="clash", date="2020-01-01", words="raided the camp")
    found = agreement({"A": [article(blast, raid)], "B": [article(blast)]})
    assert found.events == pytest.approx(2 / 3, abs=1e-4)
    assert (found.articles, found.fields["category"].events) == (1, 1)


def test_the_words_tell_which_event_of_the_other_is_meant(gold: MakeGold) -> None:
    first = gold(words="the first blast at the gate", casualties={"killed": 2})
    second = gold(id="g2", words="another mine by the bridge", casualties={"killed": 5})
    swapped = article(second.model_copy(update={"id": "g1"}), first.model_copy(update={"id": "g2"}))
    found = agreement({"A": [article(first, second)], "B": [swapped]})
    assert (found.events, found.fields["killed"].alpha) == (1.0, 1.0)


@pytest.mark.parametrize(
    ("field", "near", "far"),
    [
        pytest.param("killed", {"casualties": {"killed": 11}}, {"casualties": {"killed": 90}}, id="numbers"),
        pytest.param("actors", {"actors": [{"id": "x"}, {"id": "y"}]}, {"actors": [{"id": "z"}]}, id="sets"),
    ],
)
def test_near_values_disagree_less(gold: MakeGold, field: str, near: Any, far: Any) -> None:
    base = {"casualties": {"killed": 10}, "actors": [{"id": "x"}]}
    other = gold(id="g2", words="another event", casualties={"killed": 500}, actors=[{"id": "w"}])

    def alpha_with(change: dict[str, Any]) -> float:
        one, two = gold(words="a mine", **base), gold(words="a mine", **{**base, **change})
        found = agreement({"A": [article(one, other)], "B": [article(two, other)]}).fields[field].alpha
        assert found is not None
        return found

    assert 1 > alpha_with(near) > alpha_with(far)


def test_articles_of_one_annotator_say_nothing(gold: MakeGold) -> None:
    versions = by_coder([article(gold(), coders=("A",)), article(gold(), name="other", coders=("A", "B"))])
    found = agreement(versions)
    assert (found.coders, found.articles, found.events) == (("A", "B"), 1, 1.0)


ONE_FILE = """\
article: story
annotators: [A, B, C]
kind: wire_report
country: PK
events:
  - {id: e1, category: bombing, date: 2021-03-04, casualties: {killed: 3}, words: a mine went off,
     labels: {B: {casualties: {killed: 4}}, C: {category: shelling}}}
  - {id: e2, category: clash, words: raided the camp, coders: [A, B]}
"""


def test_the_labels_of_annotators_in_one_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "story.yaml").write_text(ONE_FILE, encoding="utf-8")
    assert cli.main(["gold", "agreement", str(tmp_path)]) == 0
    told = capsys.readouterr().out
    assert "3 annotators (A, B, C), 1 articles shared" in told
    assert "A and B: F1 1.000" in told and "A and C: F1 0.667" in told


def test_a_folder_for_each_annotator(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for coder, killed in (("noor", 3), ("li", 3)):
        (tmp_path / coder).mkdir()
        event = f"{{id: e1, category: arson, casualties: {{killed: {killed}}}, words: b}}"
        content = f"article: s\nkind: a\ncountry: PK\nevents: [{event}]\n"
        (tmp_path / coder / "s.yaml").write_text(content, encoding="utf-8")
    json = tmp_path / "agreement.json"
    arguments = ["gold", "agreement", str(tmp_path / "noor"), str(tmp_path / "li"), "--json", str(json)]
    assert cli.main(arguments) == 0
    assert "F1 1.000" in capsys.readouterr().out and '"events": 1.0' in json.read_text(encoding="utf-8")


def test_one_annotator_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = "article: story\nkind: a\ncountry: PK\nevents: []\n"
    (tmp_path / "story.yaml").write_text(content, encoding="utf-8")
    assert cli.main(["gold", "agreement", str(tmp_path)]) == 1
    assert "no article that two annotators coded" in capsys.readouterr().err

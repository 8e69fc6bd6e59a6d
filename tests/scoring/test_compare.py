"""What differs between two runs, by which rules, and whether gold calls it mended or broken."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

import extractor
from extractor import cli
from extractor.pipeline import read_article
from extractor.records import ArticleRef, EventRecord
from extractor.scoring import GoldArticle, GoldEvent
from extractor.scoring.changes import changes
from extractor.scoring.compare import Comparison, compare
from extractor.scoring.comparison_text import to_html, to_text
from extractor.scoring.verdicts import Judge

Make = Callable[..., EventRecord]
MakeGold = Callable[..., GoldEvent]
MakeStory = Callable[..., GoldArticle]


def evidence(field: str, rule: str, start: int = 0, text: str = "bomb") -> dict[str, Any]:
    return {"field": field, "text": text, "start": start, "end": start + len(text), "rule": rule}


BOMB = evidence("event_type", "attack_types/bombing")


def test_the_same_records_have_no_changes(record: Make) -> None:
    assert list(changes([record()], [record()])) == []


def test_a_field_changes_by_the_rules_whose_words_came_or_went(record: Make) -> None:
    old = record(killed=3, evidence=[BOMB, evidence("casualties.killed", "tolls/kill_verb", 9, "three")])
    new = record(killed=5, evidence=[BOMB, evidence("casualties.killed", "tolls/die_verb", 20, "five")])
    (change,) = changes([old], [new])
    (field,) = change.fields
    assert (change.kind, field.field, field.old, field.new) == ("changed", "killed", "3/3/3", "5/5/5")
    assert field.rules == ("tolls/die_verb", "tolls/kill_verb")


def test_records_come_and_go_by_the_rule_that_tells_of_them(record: Make) -> None:
    other = record(
        id="r2", place="Oru", category="arson", evidence=[evidence("event_type", "attack_types/arson", 50)]
    )
    old, new = record(evidence=[BOMB]), record(evidence=[BOMB])
    assert [(c.kind, c.rules) for c in changes([old], [new, other])] == [("added", ("attack_types/arson",))]
    assert [(c.kind, c.rules) for c in changes([old, other], [new])] == [("lost", ("attack_types/arson",))]


def test_a_record_with_a_new_id_is_known_by_its_words(record: Make) -> None:
    old = record(id="r1", killed=3, evidence=[BOMB])
    new = record(id="r9", killed=4, evidence=[BOMB])
    assert [change.kind for change in changes([old], [new])] == ["changed"]


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        pytest.param(3, 5, "mended", id="wrong, then right"),
        pytest.param(5, 3, "broken", id="right, then wrong"),
        pytest.param(3, 4, "neutral", id="wrong, then wrong otherwise"),
    ],
)
def test_a_field_by_gold(
    record: Make,
    gold: Callable[..., GoldEvent],
    story: Callable[..., GoldArticle],
    old: int,
    new: int,
    wanted: str,
) -> None:
    before, after = [record(killed=old, evidence=[BOMB])], [record(killed=new, evidence=[BOMB])]
    judge = Judge(before, after, [story(gold(casualties={"killed": 5}))])
    (change,) = changes(before, after)
    assert judge.of_field(change, "killed") == wanted


def test_records_by_gold(record: Make, gold: MakeGold, story: MakeStory) -> None:
    right, wrong = record(evidence=[BOMB]), record(id="r2", category="arson", event_type="arson", date=None)
    article = story(gold())

    def verdicts(old: Sequence[EventRecord], new: Sequence[EventRecord]) -> list[str]:
        judge = Judge(old, new, [article])
        return [judge.of_record(change) for change in changes(old, new)]

    assert verdicts([], [right]) == ["mended"]
    assert verdicts([right], []) == ["broken"]
    assert verdicts([right], [right, wrong]) == ["broken"]
    assert verdicts([right, wrong], [right]) == ["mended"]


ARTICLE = """\
Fighters of the Red Valley Brigade killed two policemen in Lodwar on 6 May 2022.

A bomb killed four people at a church in Garissa on 7 May 2022.

Raiders attacked a village in Turkana on 8 May 2022 and felled three herders.
"""
GOLD = """\
article: lodwar
kind: round_up
country: KE
published: 2022-05-09
events:
  - {id: e1, category: [armed_assault, other], date: 2022-05-06, location: {place: Lodwar, country: KE},
     actors: [{id: red_valley_brigade}], casualties: {killed: 2}, words: killed two policemen}
  - {id: e2, category: bombing, event_type: bombing, date: 2022-05-07,
     location: {place: Garissa, country: KE}, casualties: {killed: 4}, words: A bomb killed four people}
  - {id: e3, category: [armed_assault, other], date: 2022-05-08, location: {country: KE},
     casualties: {killed: 3}, words: Raiders attacked a village}
"""
ONE_GROUP_MORE = "- {id: red_valley_brigade, name: Red Valley Brigade, countries: [KE]}\n"
ONE_RULE_MENDED = """\
- {id: kill_verb, effect: killed, frame: object, event: killing, cues: [<kill>, <fell>]}
"""
ONE_RULE_BROKEN = """\
- {id: bombing, category: shelling, name: Bombing, rank: 30, codes: {}, nouns: [bomb(s)]}
"""


@pytest.fixture(scope="module")
def comparison(tmp_path_factory: pytest.TempPathFactory) -> Comparison:
    folder = tmp_path_factory.mktemp("compare")
    for name, content in (
        ("mine/groups/own.yaml", ONE_GROUP_MORE),
        ("mine/tolls/own.yaml", ONE_RULE_MENDED),
        ("mine/attack_types/own.yaml", ONE_RULE_BROKEN),
        ("gold/lodwar.yaml", GOLD),
    ):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8")
    for name, patterns in (("old", None), ("new", folder / "mine")):
        reference = ArticleRef(id="lodwar", published="2022-05-09", sha256="0" * 64)  # type: ignore[arg-type]
        records = read_article(extractor.load(patterns=patterns), ARTICLE, article=reference)
        lines = (record.model_dump_json(by_alias=True) + "\n" for record in records)
        (folder / f"{name}.jsonl").write_text("".join(lines), encoding="utf-8")
    return compare(folder / "old.jsonl", folder / "new.jsonl", folder / "gold")


def test_a_group_more_a_rule_mended_and_a_rule_broken_are_named(comparison: Comparison) -> None:
    effects = {effect.rule: effect for effect in comparison.rules}
    for rule in ("groups/red_valley_brigade", "tolls/kill_verb"):
        assert effects[rule].mended >= 1 and effects[rule].broken == 0, rule
    assert effects["attack_types/bombing"].broken >= 1 and effects["attack_types/bombing"].mended == 0


def test_it_is_told_as_text_and_as_a_page(comparison: Comparison) -> None:
    for told in (to_text(comparison), to_html(comparison)):
        assert "groups/red_valley_brigade" in told and "broken" in told


def test_a_page_holds_no_markup_of_an_article(record: Make, tmp_path: Path) -> None:
    hostile = record(
        evidence=[evidence("event_type", "attack_types/bombing", 0, "<script>alert(1)</script>")]
    )
    (tmp_path / "old.jsonl").write_text("", encoding="utf-8")
    (tmp_path / "new.jsonl").write_text(hostile.model_dump_json(by_alias=True) + "\n", encoding="utf-8")
    page = to_html(compare(tmp_path / "old.jsonl", tmp_path / "new.jsonl"))
    assert "<script>" not in page and "&lt;script&gt;" in page


def test_the_exit_code_says_whether_something_broke(record: Make, tmp_path: Path) -> None:
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "story.yaml").write_text(
        "article: story\nkind: wire_report\ncountry: PK\nevents:\n"
        "  - {id: g1, category: bombing, date: 2021-03-04, casualties: {killed: 3}}\n",
        encoding="utf-8",
    )
    for name, killed in (("right", 3), ("wrong", 4)):
        line = record(killed=killed, evidence=[BOMB]).model_dump_json(by_alias=True)
        (tmp_path / f"{name}.jsonl").write_text(line + "\n", encoding="utf-8")
    right, wrong, gold = (str(tmp_path / name) for name in ("right.jsonl", "wrong.jsonl", "gold"))
    assert cli.main(["compare", right, wrong, "--gold", gold]) == 1
    assert cli.main(["compare", wrong, right, "--gold", gold]) == 0
    assert cli.main(["compare", right, str(tmp_path / "no.jsonl")]) == 2

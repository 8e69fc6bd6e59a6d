"""Why records are as they are: every match, the steps to each record, and what was dropped and why."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor import cli
from extractor.articles import ReadFailure
from extractor.pipeline.explaining.explain import explanations, to_text
from extractor.pipeline.explaining.explain_page import pieces, to_html
from extractor.pipeline.explaining.explanation import Explanation

BLAST = (
    "Blast in Quetta\nPublished: 4 March 2021\n\n"
    "A roadside bomb killed three policemen in Quetta on Wednesday. "
    "The Baloch Liberation Army claimed the attack.\n\n"
    "Bowlers attacked the stumps in Lahore.\n"
)


def explain(folder: Path, text: str) -> Explanation:
    (folder / "story.txt").write_text(text, encoding="utf-8")
    [explained] = explanations(folder / "story.txt")
    assert isinstance(explained, Explanation)
    return explained


@pytest.fixture(scope="module")
def blast(tmp_path_factory: pytest.TempPathFactory) -> Explanation:
    return explain(tmp_path_factory.mktemp("explain"), BLAST)


@pytest.mark.parametrize(
    ("kind", "text", "rule", "taken_for"),
    [
        ("event", "roadside bomb", "attack_types/roadside_bombing", ""),
        ("event", "killed", "tolls/kill_verb", ""),
        ("people", "policemen", "targets/police", ""),
        ("name", "Baloch Liberation Army", "groups/bla", ""),
        ("place", "Quetta", "places/name", "Quetta, Balochistan, Pakistan"),
        ("date", "on Wednesday", "dates/weekday", "2021-03-03 to 2021-03-03"),
    ],
)
def test_every_match_with_what_it_was_taken_for(
    blast: Explanation, kind: str, text: str, rule: str, taken_for: str
) -> None:
    found = {(m.kind, m.text, m.rule): m for m in blast.matches}
    match = found[kind, text, rule]
    assert match.taken_for == taken_for
    assert blast.article.text[match.start : match.end] == text


@pytest.mark.parametrize(
    ("what", "how"),
    [
        ("words", "“roadside bomb” by attack_types/roadside_bombing (noun)"),
        ("toll", "killed: “killed” by tolls/kill_verb, who: “three policemen”"),
        ("sentences", "taken to tell of one event"),
        ("date", "“on Wednesday” by dates/weekday, relative, day"),
        ("place", "“Quetta” by places/name"),
        ("attribution", "claimed: “Baloch Liberation Army”"),
        ("support", "its words tell of nothing but violence 2; people killed 1.25"),
        ("confidence", "date told"),
    ],
)
def test_the_steps_to_a_record(blast: Explanation, what: str, how: str) -> None:
    (steps,) = blast.steps
    assert [step for step in steps if step.what == what and how in step.how], steps


def test_the_points_of_the_support_are_those_that_it_is_the_sum_of(blast: Explanation) -> None:
    (support,) = [step.how for step in blast.steps[0] if step.what == "support"]
    total, _, grounds = support.partition(": ")
    assert float(total.split()[0]) == sum(float(ground.split()[-1]) for ground in grounds.split("; "))


def test_what_was_dropped_and_why(tmp_path: Path, blast: Explanation) -> None:
    (dropped,) = blast.dropped
    assert (dropped.what, dropped.reason) == ("attack", "nobody and nothing that it happened to")
    assert blast.article.text[dropped.start : dropped.end] == "attacked"
    quiet = explain(tmp_path, "Fans clashed with stewards in Leeds on Sunday.\n")
    assert quiet.records == () and "too little says that it is political violence" in quiet.dropped[0].reason


def test_a_weak_name_without_support_is_dropped(tmp_path: Path) -> None:
    explained = explain(
        tmp_path, "A bomb killed two in Oslo on 3 May 2021.\n\nThe SAP of the firm was in Oslo too.\n"
    )
    (dropped,) = [c for c in explained.dropped if c.what.startswith("forces/")]
    assert "SAP" in dropped.around and "neither another name of it" in dropped.reason


def test_the_steps_of_records_of_several_deeds(tmp_path: Path) -> None:
    text = "Gunmen abducted four labourers in Turbat on 3 May 2021 and later shot two of them dead.\n"
    explained = explain(tmp_path, text)
    assert len(explained.steps) == len(explained.records)
    parts = [n for n, record in enumerate(explained.records) if record.part_of]
    assert all(any(step.what == "part of" for step in explained.steps[n]) for n in parts)


def test_the_pieces_of_the_page_are_the_article(blast: Explanation) -> None:
    assert "".join(piece.text for piece in pieces(blast)) == BLAST
    assert [p.told for p in pieces(blast) if p.text == "policemen"] == ["people by targets/police"]


def test_the_page_escapes_what_an_article_holds(tmp_path: Path) -> None:
    explained = explain(tmp_path, "<script>alert(1)</script> A bomb killed two in Quetta.\n")
    page = to_html([explained, ReadFailure("a<b>.txt", None, "torn")])
    assert "<script>" not in page and "&lt;script&gt;" in page and "a&lt;b&gt;.txt: not read: torn" in page


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "story.txt").write_text(BLAST, encoding="utf-8")
    assert cli.main(["explain", str(tmp_path / "story.txt")]) == 0
    told = capsys.readouterr().out
    assert "1. incident roadside_bombing (bombing), occurred, 2021-03-03" in told and "\nmatches\n" in told
    assert cli.main(["explain", str(tmp_path), "--html", str(tmp_path / "why.html")]) == 0
    assert '<mark class="people" title="people by targets/police">' in (tmp_path / "why.html").read_text(
        "utf-8"
    )
    assert capsys.readouterr().out == ""


def test_records_are_those_of_a_run(blast: Explanation, tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(BLAST, encoding="utf-8")
    output = tmp_path / "events.jsonl"
    assert (
        cli.main(["extract", str(tmp_path / "story.txt"), "-o", str(output), "--quiet", "--workers", "1"])
        == 0
    )
    assert [line.split('"id":"')[1][:16] for line in output.read_text("utf-8").splitlines()] == [
        record.id for record in blast.records
    ]
    assert to_text(blast).startswith("story: Blast in Quetta")

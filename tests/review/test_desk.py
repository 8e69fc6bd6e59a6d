"""The desk: records as they stand after decisions, in lists and filters, for one reviewer and for several."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import making
import pytest

from extractor.review.agreement import agreement
from extractor.review.desk import ConflictError, Desk
from extractor.review.entries import State, Verdict
from extractor.review.filters import Filters
from extractor.review.texts import Texts

Open = Callable[..., Desk]
ALL = ["c1", *(f"r{n}" for n in range(10))]


@pytest.fixture
def open_desk(corpus: making.Corpus) -> Open:
    def open_it(*, blind: bool = False) -> Desk:
        return Desk(corpus.events, corpus.log, Texts((corpus.folder,), corpus.folder), blind=blind)

    return open_it


def judge(desk: Desk, reviewer: str, key: str, verdict: Verdict, seen: int | None = None) -> None:
    standing = desk.standing(key, desk.view(reviewer))
    assert standing is not None
    state = standing.state.model_copy(update={"verdict": verdict})
    at = standing.seen if seen is None else seen
    desk.decide(reviewer, "accept", standing.article, {key: at}, lambda _: [(key, state)])


def passing(desk: Desk, reviewer: str | None = None, **filters: str) -> list[str]:
    mask = desk.catalogue.mask(Filters.read(filters), reviewer)
    return [key for key, passes in zip(desk.catalogue.keys, mask, strict=True) if passes]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"type": "armed_assault"}, ["c1"]),
        ({"type": "shooting"}, ["c1"]),
        ({"type": "picnic"}, []),
        ({"actor": "Gunmen"}, ["c1"]),
        ({"place": "Landi Kotal"}, ["c1", "r0", "r5"]),
        ({"place": "Kech"}, ["r2", "r7"]),
        ({"province": "Balochistan", "since": "2025-04-12"}, ["r6", "r7"]),
        ({"until": "2025-04-09"}, ["c1", "r0"]),
        ({"since": "2025-04-18"}, ["r9"]),
        ({"confidence": "0.7"}, ["c1", "r0"]),
        ({"status": "foiled"}, []),
        ({"background": "yes"}, []),
        ({"scope": "aggregate"}, []),
        ({"q": "police CHECKPOST"}, ["c1"]),
        ({"q": "report-3"}, ["r3"]),
        ({"q": "mastung", "type": "bombing"}, ["r1", "r6"]),
        (
            {"since": "someday", "confidence": "much", "reviewed": "maybe"},
            ["c1", *(f"r{n}" for n in range(10))],
        ),
    ],
)
def test_filters(open_desk: Open, filters: dict[str, str], expected: list[str]) -> None:
    assert passing(open_desk(), **filters) == expected


@pytest.mark.parametrize(
    ("sort", "first", "last"),
    [
        ("", "checkpost", "report-9"),
        ("file", "checkpost", "report-9"),
        ("day", "checkpost", "report-9"),
        ("new", "report-9", "checkpost"),
    ],
)
def test_orders(open_desk: Open, sort: str, first: str, last: str) -> None:
    desk = open_desk()
    articles = desk.catalogue.articles(Filters(sort=sort), None)
    assert [desk.headings[n].key.id for n in (articles[0], articles[-1])] == [first, last]


def test_the_next_article_is_found_from_one_that_passes_no_more(open_desk: Open) -> None:
    desk, filters = open_desk(), Filters(reviewed="no")
    judge(desk, "anna", "c1", "accepted")
    assert desk.catalogue.neighbour(0, filters, None) == 1
    assert desk.catalogue.neighbour(1, filters, None, back=True) is None
    assert desk.catalogue.neighbour(10, filters, None) is None


def test_what_was_decided_shows_in_filters_and_progress(open_desk: Open) -> None:
    desk = open_desk()
    judge(desk, "anna", "c1", "accepted")
    judge(desk, "anna", "r1", "rejected")
    assert passing(desk, reviewed="accepted") == ["c1"]
    assert passing(desk, reviewed="rejected") == ["r1"]
    assert len(passing(desk, reviewed="no")) == 9
    progress = desk.catalogue.progress(Filters(), None)
    assert (progress.done, progress.all, progress.percent) == (2, 11, 18)


def test_a_corrected_value_is_found_by_its_new_name(open_desk: Open) -> None:
    desk = open_desk()
    standing = desk.standing("c1", None)
    assert standing is not None
    edited = standing.record.model_copy(update={"event_type": "ambush"})
    desk.decide("anna", "edit", 0, {"c1": 0}, lambda seen: [("c1", State(record=edited))])
    for opened in (desk, open_desk()):  # at once, and after a new start
        assert passing(opened, type="shooting") == []
        assert passing(opened, q="ambush") == ["c1"]
        assert passing(opened, reviewed="edited") == ["c1"]
    desk.undo("anna")
    assert passing(desk, type="shooting") == ["c1"]


def test_a_record_that_was_added_comes_back_and_goes_with_undo(
    open_desk: Open, corpus: making.Corpus
) -> None:
    desk = open_desk()
    desk.find_silent()
    desk.refresh()
    harvest = next(n for n, heading in enumerate(desk.headings) if heading.key.id == "harvest")
    made = making.record(making.write_articles(corpus.folder, {})["harvest"], "m1", "other", category="other")
    desk.decide("anna", "add", harvest, {}, lambda _: [("m1", State(record=made))])
    again = open_desk()
    standing = again.standing("m1", None)
    assert standing and standing.original is None and again.headings[standing.article].key.id == "harvest"
    assert passing(again, reviewed="added") == ["m1"]
    again.undo("anna")
    assert again.standing("m1", None) is None
    assert "m1" not in passing(again)
    assert [s.key for s in again.standings(standing.article, None)] == []


def test_who_comes_second_is_told(open_desk: Open) -> None:
    anna, ben = open_desk(), open_desk()
    judge(anna, "anna", "c1", "accepted")
    with pytest.raises(ConflictError, match="anna has decided"):
        judge(ben, "ben", "c1", "rejected", seen=0)
    assert [entry.by for entry in ben.decisions.standing.values()] == ["anna"]
    judge(ben, "ben", "c1", "rejected")
    standing = ben.standing("c1", None)
    assert standing and (standing.by, standing.verdict) == ("ben", "rejected")


def test_undo_takes_back_one_s_own_last_decision_only(open_desk: Open) -> None:
    desk = open_desk()
    judge(desk, "anna", "c1", "accepted")
    judge(desk, "ben", "r1", "accepted")
    undone = desk.undo("anna")
    assert undone and undone.keys == ("c1",)
    assert desk.undo("anna") is None
    assert passing(desk, reviewed="yes") == ["r1"]


def test_blind_reviewers_see_their_own_decisions_only(open_desk: Open) -> None:
    desk = open_desk(blind=True)
    judge(desk, "anna", "c1", "accepted")
    seen = desk.standing("c1", desk.view("ben"))
    assert seen and (seen.verdict, seen.by) == ("open", None)
    judge(desk, "ben", "c1", "rejected", seen=0)
    assert passing(desk, "anna", reviewed="accepted") == ["c1"]
    assert passing(desk, "ben", reviewed="rejected") == ["c1"]


def test_agreement(open_desk: Open) -> None:
    desk = open_desk(blind=True)
    said: dict[str, tuple[Verdict, Verdict]] = {
        "c1": ("accepted", "accepted"),
        "r0": ("accepted", "accepted"),
        "r1": ("accepted", "rejected"),
        "r2": ("rejected", "rejected"),
    }
    for key, (one, two) in said.items():
        judge(desk, "anna", key, one)
        judge(desk, "ben", key, two)
    standing = desk.standing("r0", "ben")
    assert standing is not None
    other = standing.record.model_copy(update={"event_type": "roadside_bombing"})
    state = State(record=other, verdict="accepted")
    desk.decide("ben", "edit", standing.article, {"r0": standing.seen}, lambda _: [("r0", state)])
    judge(desk, "anna", "r3", "accepted")
    report = agreement(desk)
    assert report.judged == {"anna": 5, "ben": 4}
    [pair] = report.pairs
    assert (pair.one, pair.two, pair.records) == ("anna", "ben", 4)
    figures = {figure.what: figure for figure in pair.figures}
    assert (figures["verdict"].same, figures["verdict"].of) == (3, 4)
    # By hand: 2 of 8 pairable values disagree (0.25 observed); 5 accepted and 3 rejected give 30/56 expected.
    assert figures["verdict"].alpha == pytest.approx(1 - 0.25 / (30 / 56), abs=1e-4)
    assert (figures["event type"].same, figures["event type"].of) == (1, 2)
    assert (figures["killed"].same, figures["killed"].alpha) == (2, 1.0)
    assert [(key, one, two) for key, one, two, _ in pair.disputed] == [("r1", "accepted", "rejected")]


def test_bad_lines_are_told_and_left_out(corpus: making.Corpus, open_desk: Open) -> None:
    lines = corpus.events.read_text(encoding="utf-8").splitlines()
    broken = json.loads(lines[1])
    broken["date"]["start"] = "2030-01-01"  # after its end: JSON of the right shape, and no record
    corpus.events.write_text(
        "\n".join([lines[0], "{", "[]", json.dumps(broken), *lines[2:]]), encoding="utf-8"
    )
    desk = open_desk()
    assert [problem.split(": ")[0] for problem in desk.problems] == [
        f"{corpus.events}:2",
        f"{corpus.events}:3",
    ]
    assert desk.standing("r0", None) is None
    assert (
        f"{corpus.events}:4: not an event record, date: Value error, a date must start" in desk.problems[-1]
    )
    assert len(list(desk.everything())) == 10


def test_an_empty_file_and_ids_that_stand_twice(tmp_path: Path, corpus: making.Corpus) -> None:
    empty = tmp_path / "empty.jsonl"
    empty.touch()
    desk = Desk(empty, tmp_path / "log", Texts((), tmp_path))
    assert len(desk.catalogue.articles(Filters(), None)) == 0
    twice = corpus.events.read_text(encoding="utf-8").splitlines()[:1] * 2
    corpus.events.write_text("\n".join(twice), encoding="utf-8")
    desk = Desk(corpus.events, corpus.log, Texts((), tmp_path))
    assert desk.catalogue.keys == ["c1", "c1-2"]


def test_records_of_another_run_are_told(corpus: making.Corpus, open_desk: Open) -> None:
    judge(open_desk(), "anna", "c1", "accepted")
    lines = corpus.events.read_text(encoding="utf-8").splitlines()
    corpus.events.write_text("\n".join(lines[1:]), encoding="utf-8")
    desk = open_desk()
    assert "1 reviewed records are not in" in desk.problems[0]
    assert desk.standing("c1", None) is None and len(passing(desk)) == 10


def test_a_file_that_is_written_over_does_no_harm(corpus: making.Corpus, open_desk: Open) -> None:
    desk = open_desk()
    corpus.events.write_text("", encoding="utf-8")  # in place, as a shell's ">" does it
    assert desk.standing("c1", None) is None
    assert "not an event record" in desk.problems[-1]

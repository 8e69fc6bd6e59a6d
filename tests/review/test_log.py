"""The review log: nothing in it is lost, whoever writes and whatever breaks."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from extractor.review.decisions import Decisions
from extractor.review.entries import Change, State
from extractor.review.log import Draft, ReviewLog

ACCEPTED = Change(key="c1", before=State(), after=State(verdict="accepted"))
REJECTED = Change(key="c1", before=State(), after=State(verdict="rejected"))


def append(log: ReviewLog, change: Change = ACCEPTED, by: str = "anna") -> None:
    log.append(lambda others: Draft(by, "accept", "checkpost", (change,)))


def test_an_entry_says_who_when_what_before_and_after(tmp_path: Path) -> None:
    append(ReviewLog(tmp_path / "log"))
    [line] = (tmp_path / "log").read_text(encoding="utf-8").splitlines()
    entry = json.loads(line)
    assert entry.pop("at").endswith("Z")
    assert entry == {
        "n": 1,
        "by": "anna",
        "action": "accept",
        "article": "checkpost",
        "changes": [
            {
                "key": "c1",
                "before": {"record": None, "verdict": "open", "other": None, "note": ""},
                "after": {"record": None, "verdict": "accepted", "other": None, "note": ""},
            }
        ],
        "undoes": None,
    }


def test_a_torn_last_line_costs_no_other_entry(tmp_path: Path) -> None:
    append(ReviewLog(tmp_path / "log"))
    whole = (tmp_path / "log").read_bytes()
    for length in range(1, len(whole) - 1, 7):
        torn = tmp_path / f"torn-{length}"
        torn.write_bytes(whole + whole[:length])
        log = ReviewLog(torn)
        assert [entry.n for entry in log.fresh()] == [1]
        append(log, REJECTED)
        assert [entry.n for entry in log.fresh()] == [2]
        again = ReviewLog(torn)
        assert [entry.n for entry in again.fresh()] == [1, 2]
        assert again.problems == [f"{torn}:2: not a whole entry of a review log; left out"]
        assert torn.read_bytes().startswith(whole + whole[:length])


def test_lines_that_are_no_entries_are_told_with_their_number(tmp_path: Path) -> None:
    (tmp_path / "log").write_text('[]\n\n{"n": 1}\nnot json\n', encoding="utf-8")
    log = ReviewLog(tmp_path / "log")
    assert list(log.fresh()) == []
    assert [problem.split(": ")[0].rsplit(":", 1)[1] for problem in log.problems] == ["1", "3", "4"]


def test_two_see_what_the_other_has_written(tmp_path: Path) -> None:
    one, two = ReviewLog(tmp_path / "log"), ReviewLog(tmp_path / "log")
    append(one, by="anna")
    seen: list[str] = []
    two.append(
        lambda others: seen.extend(e.by for e in others) or Draft("ben", "reject", "checkpost", (REJECTED,))
    )
    assert seen == ["anna"]
    assert [(entry.n, entry.by) for entry in one.fresh()] == [(1, "anna"), (2, "ben")]


def test_processes_that_write_at_once_lose_nothing(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from extractor.review.log import Draft, ReviewLog\n"
        "log = ReviewLog(Path(sys.argv[1]))\n"
        "for _ in range(25): log.append(lambda others: Draft(sys.argv[2], 'note', 'a'))\n"
    )
    command = [sys.executable, "-c", script, str(tmp_path / "log")]
    writers = [subprocess.Popen([*command, name]) for name in ("anna", "ben", "cho")]
    assert [writer.wait(timeout=120) for writer in writers] == [0, 0, 0]
    log = ReviewLog(tmp_path / "log")
    entries = list(log.fresh())
    assert log.problems == []
    assert [entry.n for entry in entries] == list(range(1, 76))
    assert {name: sum(e.by == name for e in entries) for name in ("anna", "ben", "cho")} == {
        "anna": 25,
        "ben": 25,
        "cho": 25,
    }


def test_an_undone_decision_gives_way_to_the_one_before(tmp_path: Path) -> None:
    log, decisions = ReviewLog(tmp_path / "log"), Decisions()
    append(log, by="anna")
    append(log, REJECTED, by="ben")
    log = ReviewLog(tmp_path / "log")
    for entry in log.fresh():
        decisions.add(entry)
    change, own = decisions.change("c1"), decisions.change("c1", "anna")
    assert change and own and (change.after.verdict, own.after.verdict) == ("rejected", "accepted")
    log.append(lambda others: Draft("ben", "undo", "checkpost", (), 2))
    for entry in log.fresh():
        assert decisions.add(entry) == ("c1",)
    change = decisions.change("c1")
    assert change and change.after.verdict == "accepted"
    last = decisions.last_of("ben")
    assert last is None
    assert [decisions.is_undone(entry) for entry in decisions.history("checkpost")] == [False, True, False]

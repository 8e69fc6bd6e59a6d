"""What comes of a review: corrected records, gold, the rules that were wrong, downloads."""

from __future__ import annotations

import csv
import io
import json
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import httpx2
import making
import pytest
from starlette.testclient import TestClient

from extractor.records import EventRecord
from extractor.review.app import make_app
from extractor.review.context import Room
from extractor.review.desk import Desk
from extractor.review.exporting import export_review
from extractor.review.texts import Texts
from extractor.review.wrong_rules import tallies
from extractor.scoring import evaluate, read_gold


class Review:
    """A reviewer at the pages, without a browser."""

    def __init__(self, corpus: making.Corpus) -> None:
        self.desk = Desk(corpus.events, corpus.log, Texts((corpus.folder,), corpus.folder))
        app = make_app(Room.open(self.desk, "anna"), "t", ["testserver"], "c")
        self.client = TestClient(app, headers={"Origin": "http://testserver"})
        self.client.get("/?token=t")

    def act(self, key: str, action: str, **form: str) -> str:
        """Do something with a record; returns the page that answers."""
        standing = self.desk.standing(key, None)
        assert standing is not None
        sent: Mapping[str, str] = {"record": key, "seen": str(standing.seen), **form}
        answer = self.client.post(f"/article/{standing.article}/{action}", data=dict(sent))
        assert answer.status_code == 200
        return answer.text

    def finish(self, article: int) -> None:
        self.client.post(f"/article/{article}/complete", data={"value": "yes"})


@pytest.fixture
def review(corpus: making.Corpus) -> Review:
    return Review(corpus)


def lines(path: Path) -> list[EventRecord]:
    return [EventRecord.model_validate_json(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_records_that_were_taken_out_are_not_exported(review: Review, tmp_path: Path) -> None:
    review.act("c1", "accept")
    review.act("r0", "reject")
    review.act("r1", "duplicate", other="r6")
    review.act("r2", "note", note="see the map")
    export_review(review.desk, tmp_path / "out")
    records = {record.id: record for record in lines(tmp_path / "out" / "events.jsonl")}
    assert sorted(records) == ["c1", *(f"r{n}" for n in range(2, 10))]
    assert records["r2"].notes == ("review: see the map",)
    export_review(review.desk, tmp_path / "judged", reviewed_only=True)
    assert [record.id for record in lines(tmp_path / "judged" / "events.jsonl")] == ["c1"]


def test_splitting_and_merging(review: Review, tmp_path: Path) -> None:
    review.act("c1", "split")
    [second] = [s.key for s in review.desk.standings(0, None) if s.key != "c1"]
    review.act(second, "edit", field="weapons", type="firearm")
    assert 'role="alert"' in review.act("c1", "merge", other="r1", other_seen="0")
    review.act("c1", "merge", other=second, other_seen=str(review.desk.standing(second, None).seen))
    export_review(review.desk, tmp_path / "out")
    [record] = [each for each in lines(tmp_path / "out" / "events.jsonl") if each.article.id == "checkpost"]
    assert (record.id, [weapon.type for weapon in record.weapons]) == ("c1", ["firearm"])
    for _ in range(3):
        review.client.post("/undo", data={"article": "0"})
    assert [s.key for s in review.desk.standings(0, None)] == ["c1"]


def test_gold_is_written_of_complete_articles_and_holds(
    review: Review, corpus: making.Corpus, tmp_path: Path
) -> None:
    review.act("c1", "edit", field="casualties.killed", best="5")
    review.act("c1", "accept")
    review.finish(0)
    review.act("r0", "accept")  # judged, but nobody has said that nothing is missing
    review.finish(2)  # complete, but not judged
    out = tmp_path / "out"
    done = export_review(review.desk, out)
    assert done.gold == 1
    assert [message.split(":")[0].split(" ")[0] for message in done.left_out] == ["report-1", "1"]
    [gold] = read_gold(out / "gold")
    assert (gold.article, gold.annotators, gold.country) == ("checkpost", ("anna",), "PK")
    [event] = gold.events
    assert event.words == "stormed a police checkpost in Landi Kotal"
    assert event.casualties.killed[0].best == 5
    assert [target.type for target in event.targets] == [("police",)]
    report = evaluate(out / "events.jsonl", out / "gold")
    assert json.loads(report.to_json())["events"]["f1"] == 1.0


def test_gold_of_an_article_without_events(review: Review, tmp_path: Path) -> None:
    review.desk.find_silent()
    review.desk.refresh()
    harvest = next(n for n, heading in enumerate(review.desk.headings) if heading.key.id == "harvest")
    review.finish(harvest)
    export_review(review.desk, tmp_path / "out")
    [gold] = read_gold(tmp_path / "out" / "gold")
    assert (gold.article, gold.events, gold.country) == ("harvest", (), "ZZ")
    assert gold.annotators == ("anna",)


@pytest.mark.parametrize("id_", ["../../escape", "a/b", 'x:"y"', "CON|?"])
def test_gold_of_any_id_stays_in_its_folder(tmp_path: Path, id_: str) -> None:
    path = tmp_path / "in" / "articles.jsonl"
    path.parent.mkdir()
    path.write_text(json.dumps({"id": id_, "text": "A bomb went off."}) + "\n", encoding="utf-8")
    [article] = making.read([str(path)])
    made = making.record(article, "x1", "bombing", category="bombing", evidence={"event_type": "bomb"})  # type: ignore[arg-type]
    review = Review(making.Corpus(path, making.write_events(tmp_path / "in" / "events.jsonl", [made])))
    review.act("x1", "accept")
    review.finish(0)
    export_review(review.desk, tmp_path / "out")
    [written] = (tmp_path / "out" / "gold").iterdir()
    assert written.parent == tmp_path / "out" / "gold"
    assert [gold.article for gold in read_gold(tmp_path / "out" / "gold")] == [id_]


def test_the_rules_that_were_wrong(review: Review, tmp_path: Path) -> None:
    review.act("c1", "edit", field="casualties.killed", best="5")
    review.act("c1", "accept")
    review.act("r0", "reject")
    review.act("r1", "accept")
    found = {(t.rule, t.field): (t.judged, t.wrong, t.rejected) for t in tallies(review.desk)}
    assert found["tolls/kill_verb", "casualties.killed"] == (1, 1, 0)
    assert found["casualties.killed/rule", "casualties.killed"] == (2, 1, 1)
    assert found["event_type/rule", "event_type"] == (3, 1, 1)
    assert found["date/rule", "date"] == (1, 0, 0)
    export_review(review.desk, tmp_path / "out")
    rows = list(csv.DictReader((tmp_path / "out" / "rules.csv").open(encoding="utf-8")))
    assert rows[0]["wrong"] == "1" and rows[-1]["wrong"] == "0"
    assert (
        next(row for row in rows if row["rule"] == "tolls/kill_verb")["examples"]
        == "checkpost: four policemen"
    )


def test_what_was_part_of_a_merged_record_is_part_of_the_other(corpus: making.Corpus, tmp_path: Path) -> None:
    article = making.write_articles(corpus.folder, {})["checkpost"]
    whole, other = making.checkpost_record(article), making.record(article, "c2")
    part, alone = making.record(article, "c3", part_of="c2"), making.record(article, "c4", part_of="c5")
    gone = making.record(article, "c5")
    making.write_events(corpus.events, [whole, other, part, alone, gone])
    review = Review(corpus)
    review.act("c1", "merge", other="c2", other_seen="0")
    review.act("c5", "reject")
    export_review(review.desk, tmp_path / "out")
    assert {r.id: r.part_of for r in lines(tmp_path / "out" / "events.jsonl")} == {
        "c1": None,
        "c3": "c1",
        "c4": None,
    }


def test_downloads_are_of_what_is_shown(review: Review) -> None:
    review.act("r1", "reject")
    query = "?province=Balochistan"
    rows = list(csv.DictReader(io.StringIO(review.client.get(f"/download/csv{query}").text)))
    assert [row["event_id"] for row in rows] == ["r2", "r6", "r7"]
    records = review.client.get(f"/download/jsonl{query}").text.splitlines()
    assert [EventRecord.model_validate_json(line).id for line in records] == ["r2", "r6", "r7"]
    answer = review.client.get(f"/download/geojson{query}")
    features = json.loads(answer.text)["features"]
    assert features[0]["geometry"] == {"type": "Point", "coordinates": [63.0485, 26.0012]}
    assert "attachment" in answer.headers["content-disposition"]


def test_a_cell_is_no_formula(corpus: making.Corpus) -> None:
    article = making.write_articles(corpus.folder, {})["checkpost"]
    evil = making.record(article, "e1", targets=({"text": "=HYPERLINK(1)", "kind": "object"},))
    making.write_events(corpus.events, [evil])
    [row] = csv.DictReader(io.StringIO(Review(corpus).client.get("/download/csv").text))
    assert row["target_texts"] == "'=HYPERLINK(1)"


def test_the_overview_counts_what_stands(review: Review) -> None:
    review.act("r1", "reject")
    review.act("r2", "edit", field="scope", value="aggregate")
    data: dict[str, Any] = review.client.get("/overview/data").json()
    assert data["unit"] == "day"
    assert (data["spans"][0]["name"], data["spans"][-1]["name"]) == ("2025-03-03", "2025-04-18")
    assert sum(span["events"] for span in data["spans"]) == 9
    spots = {spot["name"]: (spot["events"], spot["killed"]) for spot in data["spots"]}
    assert spots["Landi Kotal"] == (3, 4 + 2 + 7)
    assert spots["Turbat"] == (1, 9)
    page = review.client.get("/overview?type=bombing").text
    assert "8 incidents" in page and "1 aggregates are not counted" in page


def test_gold_of_an_article_that_is_not_at_hand_is_told(review: Review, corpus: making.Corpus) -> None:
    review.desk.find_silent()
    review.desk.refresh()
    review.finish(11)
    events, out = str(corpus.events), corpus.events.parent / "out"
    done = extractor("export", events, "-o", str(out))()
    assert (
        "1 articles that were said to be complete have no records; give them with --articles" in done.stderr
    )
    assert extractor("export", events, "-o", str(out), "--articles", str(corpus.folder))().returncode == 0
    assert [path.name for path in (out / "gold").iterdir()] == ["harvest.yaml"]


def extractor(*arguments: str) -> Callable[[], subprocess.CompletedProcess[str]]:
    command = [sys.executable, "-m", "extractor", "review", *arguments]
    return lambda: subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)


def test_export_from_the_command_line(review: Review, corpus: making.Corpus, tmp_path: Path) -> None:
    review.act("c1", "accept")
    out = tmp_path / "out"
    done = extractor("export", str(corpus.events), "-o", str(out), "--articles", str(corpus.folder))()
    assert done.returncode == 0, done.stderr
    assert done.stderr.splitlines()[-1] == f"{out}: 11 records, gold of 0 articles, 0 rules were wrong"
    assert sorted(path.name for path in out.iterdir()) == [
        "agreement.json",
        "events.jsonl",
        "gold",
        "rules.csv",
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="sends a signal as POSIX knows it")
def test_serving_ends_with_ctrl_c(corpus: making.Corpus) -> None:
    command = [sys.executable, "-m", "extractor", "review", str(corpus.events), "--no-browser"]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert server.stdout is not None and server.stderr is not None
    address = server.stdout.readline()
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/\?token=[\w-]{32}\n", address)
    port, token = re.findall(r":(\d+)/\?token=(.*)", address)[0]
    with httpx2.Client(base_url=f"http://127.0.0.1:{port}", follow_redirects=True) as client:
        assert client.get("/").status_code == 403
        assert "11 articles" in client.get("/", params={"token": token}).text
    server.send_signal(signal.SIGINT)
    assert server.wait(timeout=60) == 0
    assert server.stderr.read() == f"decisions are kept in {corpus.log}; stop with Ctrl+C\n"


def test_wrong_use_and_bad_lines_have_their_exit_codes(corpus: making.Corpus, tmp_path: Path) -> None:
    events, out = str(corpus.events), str(tmp_path / "out")
    assert extractor(str(tmp_path / "none.jsonl"))().returncode == 2
    assert extractor("export", events)().returncode == 2
    assert extractor("export", events, "-o", str(corpus.events.parent))().returncode == 2
    assert extractor(events, "--port", "x")().returncode == 2
    with corpus.log.open("w", encoding="utf-8") as log:
        log.write("nonsense\n")
    done = extractor("export", events, "-o", out)()
    assert done.returncode == 1
    assert f"{corpus.log}:1: not a whole entry of a review log; left out" in done.stderr

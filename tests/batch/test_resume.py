"""A run with a ledger goes on where the one before it ended, and does nothing twice."""

from __future__ import annotations

import dataclasses
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest
from processors import record

from extractor.articles import Article
from extractor.batch import Options, StartUpError, run
from extractor.batch.options import Processor
from extractor.batch.running import CHUNK_ARTICLES
from extractor.records import EventRecord

ONE, TWO = Options(workers=1, resume=True), Options(workers=2, resume=True)


@dataclasses.dataclass(frozen=True)
class Noting:
    """A factory whose processors write down each article that they read; `seconds` an article."""

    notes: Path
    seconds: float = 0.0

    def __call__(self) -> Processor:
        def process(articles: Sequence[Article]) -> Iterable[list[EventRecord]]:
            for article in articles:
                time.sleep(self.seconds)
                with self.notes.open("a", encoding="utf-8") as file:
                    file.write(f"{article.id}\n")
                if "fault" in article.text:
                    raise ValueError("a fault")
                yield [record(article, article.text.index("blast"))] if "blast" in article.text else []

        return process


def refuse() -> Processor:
    raise AssertionError("nothing was left to do")


def write_articles(path: Path, count: int, text: str = "A blast in town {}.") -> None:
    rows = ({"id": f"a{n}", "text": text.format(n), "published": "2024-05-02"} for n in range(count))
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    path = tmp_path / "articles.jsonl"
    write_articles(path, 100)
    return path


def read_ids(notes: Path) -> list[str]:
    return notes.read_text(encoding="utf-8").split() if notes.exists() else []


@pytest.mark.parametrize("options", [ONE, TWO], ids=["one worker", "two workers"])
def test_a_second_run_does_nothing_and_writes_the_same(
    articles: Path, tmp_path: Path, options: Options
) -> None:
    output, notes = tmp_path / "events.jsonl", tmp_path / "notes"
    first = run([str(articles)], output, options, factory=Noting(notes))
    content = output.read_bytes()
    second = run([str(articles)], output, options, factory=refuse)
    assert output.read_bytes() == content
    assert (second.articles, second.events, second.killed) == (first.articles, first.events, first.killed)
    assert sorted(read_ids(notes)) == sorted(f"a{n}" for n in range(100))


def test_only_a_changed_article_is_read_again(articles: Path, tmp_path: Path) -> None:
    output, notes = tmp_path / "events.jsonl", tmp_path / "notes"
    run([str(articles)], output, ONE, factory=Noting(notes))
    notes.unlink()
    lines = articles.read_text(encoding="utf-8").splitlines()
    lines[40] = lines[40].replace("town", "hall")
    articles.write_text("\n".join(lines), encoding="utf-8")
    run([str(articles)], output, ONE, factory=Noting(notes))
    assert read_ids(notes) == ["a40"]


def test_other_patterns_read_all_again(articles: Path, tmp_path: Path) -> None:
    output, notes, patterns = tmp_path / "events.jsonl", tmp_path / "notes", tmp_path / "patterns"
    (patterns / "groups").mkdir(parents=True)
    own = dataclasses.replace(ONE, patterns=patterns)
    run([str(articles)], output, own, factory=Noting(notes))
    (patterns / "groups" / "mine.yaml").write_text("- id: red_dawn\n  name: Red Dawn\n", encoding="utf-8")
    notes.unlink()
    run([str(articles)], output, own, factory=Noting(notes))
    assert len(read_ids(notes)) == 100


def test_what_failed_is_tried_again(tmp_path: Path) -> None:
    articles, output, notes = tmp_path / "articles.jsonl", tmp_path / "events.jsonl", tmp_path / "notes"
    write_articles(articles, 3)
    with articles.open("a", encoding="utf-8") as file:
        file.write(json.dumps({"id": "bad", "text": "A fault.", "published": "2024-05-02"}) + "\n")
    assert run([str(articles)], output, ONE, factory=Noting(notes)).failures == 1
    notes.unlink()
    assert run([str(articles)], output, ONE, factory=Noting(notes)).failures == 1
    assert read_ids(notes) == ["bad"]


def test_without_an_output_file_there_is_nothing_to_go_on_with(articles: Path) -> None:
    with pytest.raises(ValueError, match="name it with -o"):
        run([str(articles)], None, ONE)


def test_a_start_that_fails_leaves_the_ledger_usable(articles: Path, tmp_path: Path) -> None:
    output, notes = tmp_path / "events.jsonl", tmp_path / "notes"
    with pytest.raises(StartUpError):
        run([str(articles)], output, ONE, factory=refuse)
    assert run([str(articles)], output, ONE, factory=Noting(notes)).articles == 100


_KILLED = """
import sys
from pathlib import Path
from extractor.batch import Options, run
from test_resume import Noting
if __name__ == "__main__":
    articles, output, notes, workers = sys.argv[1:]
    options = Options(workers=int(workers), resume=True)
    run([articles], Path(output), options, factory=Noting(Path(notes), 0.004))
"""


@pytest.mark.parametrize("workers", [1, 2])
def test_a_killed_run_goes_on_and_ends_as_if_nothing_had_been(
    articles: Path, tmp_path: Path, workers: int
) -> None:
    write_articles(articles, 800)
    whole, output, notes = tmp_path / "whole.jsonl", tmp_path / "events.jsonl", tmp_path / "notes"
    run([str(articles)], whole, Options(workers=1), factory=Noting(tmp_path / "other"))
    script = tmp_path / "killed.py"
    script.write_text(_KILLED, encoding="utf-8")
    here = Path(__file__).resolve().parent
    process = subprocess.Popen(
        [sys.executable, str(script), str(articles), str(output), str(notes), str(workers)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(here), str(here.parents[1])])},
        start_new_session=True,
    )
    deadline = time.monotonic() + 60
    while len(read_ids(notes)) < 250 and time.monotonic() < deadline:
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    assert not output.exists()
    before = read_ids(notes)
    notes.unlink()
    run([str(articles)], output, Options(workers=workers, resume=True), factory=Noting(notes))
    assert output.read_bytes() == whole.read_bytes()
    done_twice = set(before) & set(read_ids(notes))
    assert len(done_twice) <= CHUNK_ARTICLES * 6 < len(before)  # the chunks that were under way

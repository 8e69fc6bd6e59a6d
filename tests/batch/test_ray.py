"""The Ray engine writes what the local one writes, whatever happens to its workers."""

from __future__ import annotations

import json
import os
import signal
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import processors
import pytest

from extractor.articles import Article
from extractor.batch import Options, StartUpError, run
from extractor.batch.on_ray import asks_ray
from extractor.batch.options import Processor
from extractor.records import EventRecord

ray = pytest.importorskip("ray", reason="Ray has no build for this Python; pip install 'extractor[ray]'")
pytestmark = pytest.mark.slow
HERE = Path(__file__).resolve().parent
TWO_ON_RAY = Options(workers=2, engine="ray")


@dataclass(frozen=True)
class Slowly:
    """A factory whose processors take their time and write down who they are and what they read."""

    notes: Path
    seconds: float = 0.01

    def __call__(self) -> Processor:
        def process(articles: Sequence[Article]) -> Iterable[list[EventRecord]]:
            for article in articles:
                time.sleep(self.seconds)
                if "CRASH" in article.text:
                    os.kill(os.getpid(), signal.SIGKILL)
                with self.notes.open("a", encoding="utf-8") as file:
                    file.write(f"{os.getpid()} {article.id}\n")
                yield processors.records_of(article)

        return process


@pytest.fixture(autouse=True)
def _own_cluster(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A cluster of this machine alone, whose processes can import these tests."""
    monkeypatch.delenv("RAY_ADDRESS", raising=False)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(HERE), str(HERE.parents[1])]))
    yield
    ray.shutdown()


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    return write(tmp_path / "news.jsonl", 400, lambda n: f"A blast in town {n}." + " A blast." * (n % 3))


def write(path: Path, count: int, text: Callable[[int], str]) -> Path:
    rows = ({"id": f"a{n}", "text": text(n), "published": "2024-05-02"} for n in range(count))
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def by_one_worker(articles: Path, folder: Path) -> bytes:
    output = folder / "local" / "events.jsonl"
    run([str(articles)], output, Options(workers=1), factory=processors.good)
    return output.read_bytes()


def test_a_worker_killed_in_mid_run_loses_and_doubles_nothing(articles: Path, tmp_path: Path) -> None:
    notes, output = tmp_path / "notes", tmp_path / "events.jsonl"
    killed: list[int] = []

    def kill_one() -> None:
        while not notes.exists() or notes.read_text(encoding="utf-8").count("\n") < 60:
            time.sleep(0.02)
        killed.append(int(notes.read_text(encoding="utf-8").split()[-2]))
        os.kill(killed[0], signal.SIGKILL)

    killer = threading.Thread(target=kill_one, daemon=True)
    killer.start()
    summary = run([str(articles)], output, TWO_ON_RAY, factory=Slowly(notes))
    killer.join(timeout=5)
    workers = {line.split()[0] for line in notes.read_text(encoding="utf-8").splitlines()}
    assert killed and len(workers) >= 3, "two workers, and the one that took the place of the killed"
    assert os.getpid() not in map(int, workers)
    assert (summary.articles, summary.failures) == (400, 0)
    assert output.read_bytes() == by_one_worker(articles, tmp_path)


def test_an_article_that_kills_every_worker_is_listed_and_nothing_else_is_lost(tmp_path: Path) -> None:
    articles = write(tmp_path / "news.jsonl", 64, lambda n: "A blast, CRASH." if n == 20 else "A blast.")
    output = tmp_path / "events.jsonl"
    summary = run([str(articles)], output, TWO_ON_RAY, factory=Slowly(tmp_path / "notes", 0.0))
    ids = [json.loads(line)["article"]["id"] for line in output.read_text(encoding="utf-8").splitlines()]
    assert ids == [f"a{n}" for n in range(64) if n != 20]
    assert [each.article for each in summary.first_failures] == ["a20"]


def test_a_ledger_is_kept_on_ray_too(articles: Path, tmp_path: Path) -> None:
    output, notes = tmp_path / "events.jsonl", tmp_path / "notes"
    options = Options(workers=2, engine="ray", resume=True)
    run([str(articles)], output, options, factory=Slowly(notes, 0.0))
    content = output.read_bytes()
    notes.unlink()
    run([str(articles)], output, options, factory=Slowly(notes, 0.0))
    assert output.read_bytes() == content and not notes.exists()


def test_the_pipeline_itself_on_ray(tmp_path: Path) -> None:
    corpora = HERE.parents[1] / "corpora" / "articles"
    written = []
    for engine, workers in (("local", 1), ("ray", 2)):
        output = tmp_path / engine / "events.jsonl"
        run([str(corpora)], output, Options(workers=workers, engine=engine))  # type: ignore[arg-type]
        written.append(output.read_bytes())
    assert written[0] == written[1] and written[0].count(b"\n") > 50


def test_a_pipeline_that_cannot_be_loaded_is_told(articles: Path, tmp_path: Path) -> None:
    with pytest.raises(StartUpError, match="model 'en_none' is not installed"):
        run([str(articles)], tmp_path / "events.jsonl", TWO_ON_RAY, factory=processors.without_model)


def test_no_thread_of_ray_data_outlives_the_cluster(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left, shut_down = [], ray.shutdown

    def watched() -> None:
        left.extend(thread.name for thread in threading.enumerate() if asks_ray(thread))
        shut_down()

    monkeypatch.setattr(ray, "shutdown", watched)
    with pytest.raises(StartUpError):
        run([str(articles)], tmp_path / "events.jsonl", TWO_ON_RAY, factory=processors.without_model)
    assert left == []


def test_a_cluster_that_is_not_there_is_told(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RAY_ADDRESS", "no-address-at-all")
    with pytest.raises(StartUpError, match="cannot use the Ray cluster at no-address-at-all"):
        run([str(articles)], tmp_path / "events.jsonl", TWO_ON_RAY)

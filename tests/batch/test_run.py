"""A run writes what it finds, in order, whatever happens to single articles."""

from __future__ import annotations

import datetime as dt
import json
import multiprocessing
import sys
from pathlib import Path

import processors
import pytest

from extractor.batch import Options, RunStoppedError, StartUpError, Summary, run, running
from extractor.batch.options import ProcessorFactory
from extractor.batch.outcome import Outcome
from extractor.batch.output import OutputFiles


def _articles(folder: Path, count: int, **special: str) -> Path:
    """A JSONL file of `count` articles; `special` are texts by article id ("a7")."""
    path = folder / "news.jsonl"
    lines = []
    for number in range(count):
        name = f"a{number}"
        text = special.get(
            name, f"A blast shook street {number}." + " A second blast followed." * (number % 3)
        )
        lines.append(json.dumps({"id": name, "text": text, "published": "2021-03-03"}))
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def _run(
    inputs: Path, output: Path, factory: ProcessorFactory = processors.good, **options: object
) -> Summary:
    settings = Options(**{"workers": 1, **options})  # type: ignore[arg-type]
    return run([str(inputs)], output, settings, factory=factory)


def _ids(output: Path) -> list[str]:
    return [json.loads(line)["article"]["id"] for line in output.read_text(encoding="utf-8").splitlines()]


def _failures(output: Path) -> list[dict[str, object]]:
    path = output.with_name("failures.jsonl")
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_records_are_the_same_for_any_number_of_workers(tmp_path: Path) -> None:
    inputs = _articles(tmp_path, 100, a5="", a50="  ")
    written = []
    for workers in (1, 2, 3):
        output = tmp_path / f"out{workers}" / "events.jsonl"
        _run(inputs, output, workers=workers)
        written.append((output.read_bytes(), output.with_name("failures.jsonl").read_bytes()))
    assert written[0] == written[1] == written[2]
    assert written[0][0].count(b"\n") > 100


@pytest.mark.parametrize(
    "content", ["An article of ours.", "id,text\n", "[]", '{"id": "a1", "text": "News."}\n']
)
def test_a_file_that_is_no_output_is_not_overwritten(tmp_path: Path, content: str) -> None:
    inputs, output = _articles(tmp_path, 1), tmp_path / "mine.txt"
    output.write_text(content)
    with pytest.raises(ValueError, match="holds no records; give another output"):
        _run(inputs, output)
    assert output.read_text() == content


def test_a_former_output_is_overwritten(tmp_path: Path) -> None:
    inputs, output = _articles(tmp_path, 2), tmp_path / "out" / "events.jsonl"
    _run(inputs, output)
    assert _run(inputs, output).events == len(_ids(output))
    output.write_text("")
    _run(inputs, output)
    assert _ids(output)


def test_figures_of_a_run(tmp_path: Path) -> None:
    summary = _run(_articles(tmp_path, 3), tmp_path / "events.jsonl")
    assert (summary.articles, summary.events, summary.killed, summary.injured) == (3, 6, 12, 0)
    assert summary.by_type == {("bombing", "bombing"): 6}
    assert summary.exit_code == 0
    assert not (tmp_path / "failures.jsonl").exists()


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("a blast, RAISE", "ZeroDivisionError: a fault in the pipeline [processors.py:"),
        ("a blast, SLEEP", "given up after 0.2 seconds"),
        ("a blast, SHORT", "the pipeline gave 0 results for 1 articles"),
        ("a blast, SHIFT", "offsets 1:6 hold ' blas', not 'blast'"),
    ],
)
def test_a_fault_hits_only_its_own_article(tmp_path: Path, workers: int, text: str, reason: str) -> None:
    inputs = _articles(tmp_path, 40, a7=text)
    output = tmp_path / "events.jsonl"
    summary = _run(inputs, output, processors.faulty, workers=workers, seconds_per_article=0.2)
    assert sorted(set(_ids(output))) == sorted(f"a{number}" for number in range(40) if number != 7)
    assert [(each["kind"], each["article"]) for each in _failures(output)] == [("failure", "a7")]
    assert reason in str(_failures(output)[0]["reason"])
    assert (summary.failures, summary.exit_code, summary.articles) == (1, 1, 40)


@pytest.mark.parametrize("fault", ["CRASH", "HANG"])
def test_a_dead_worker_takes_only_its_own_article_along(tmp_path: Path, fault: str) -> None:
    inputs = _articles(tmp_path, 40, a7=f"a blast, {fault}")
    output = tmp_path / "events.jsonl"
    summary = _run(inputs, output, processors.faulty, workers=2, seconds_per_article=0.2)
    assert list(dict.fromkeys(_ids(output))) == [f"a{number}" for number in range(40) if number != 7]
    assert [each["article"] for each in _failures(output)] == ["a7"]
    assert "worker process ended" in str(_failures(output)[0]["reason"])
    assert summary.failures == 1


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the system limits no memory")
def test_an_article_that_eats_memory_is_stopped_and_listed(tmp_path: Path) -> None:
    inputs = _articles(tmp_path, 40, a7="a blast, GREED")
    output = tmp_path / "events.jsonl"
    summary = _run(inputs, output, processors.faulty, workers=2)
    assert list(dict.fromkeys(_ids(output))) == [f"a{number}" for number in range(40) if number != 7]
    assert [each["article"] for each in _failures(output)] == ["a7"]
    assert "MemoryError" in str(_failures(output)[0]["reason"])
    assert summary.failures == 1


def test_an_interrupted_run_keeps_what_is_done(tmp_path: Path) -> None:
    inputs = _articles(tmp_path, 40, a35="STOP")
    output = tmp_path / "events.jsonl"
    with pytest.raises(RunStoppedError, match=r"interrupted after 32 articles.*events\.jsonl\.part"):
        _run(inputs, output, processors.interrupted)
    assert not output.exists()
    assert _ids(tmp_path / "events.jsonl.part")[-1] == "a31"


@pytest.mark.parametrize("workers", [1, 2])
def test_a_full_disk_ends_the_run_and_keeps_what_is_done(
    tmp_path: Path, workers: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    write, written = OutputFiles.write, []

    def full_after_two(self: OutputFiles, outcomes: list[Outcome]) -> None:
        written.append(len(outcomes))
        if len(written) > 2:
            raise OSError(28, "No space left on device")
        write(self, outcomes)

    monkeypatch.setattr(OutputFiles, "write", full_after_two)
    with pytest.raises(RunStoppedError, match=r"No space left on device.*after 64 articles.*\.part"):
        _run(_articles(tmp_path, 100), tmp_path / "events.jsonl", workers=workers)
    assert _ids(tmp_path / "events.jsonl.part")[-1] == "a63"
    assert multiprocessing.active_children() == []


def test_a_finished_run_leaves_no_part_file_and_no_old_failures(tmp_path: Path) -> None:
    inputs = _articles(tmp_path, 2, a1="RAISE")
    output = tmp_path / "events.jsonl"
    _run(inputs, output, processors.faulty)
    _run(_articles(tmp_path, 2), output)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["events.jsonl", "news.jsonl"]


@pytest.mark.parametrize("workers", [1, 2])
def test_a_pipeline_that_cannot_be_loaded_ends_the_run_with_the_reason(tmp_path: Path, workers: int) -> None:
    with pytest.raises(StartUpError, match="model 'en_none' is not installed"):
        _run(_articles(tmp_path, 40), tmp_path / "events.jsonl", processors.without_model, workers=workers)


def test_workers_that_die_at_the_start_end_the_run(tmp_path: Path) -> None:
    with pytest.raises(StartUpError, match="use fewer with --workers"):
        _run(_articles(tmp_path, 40), tmp_path / "events.jsonl", processors.dying_at_start, workers=2)


def test_the_default_date_is_for_articles_without_one(tmp_path: Path) -> None:
    dated, undated = tmp_path / "in" / "dated.txt", tmp_path / "in" / "undated.txt"
    dated.parent.mkdir()
    dated.write_text("Blast in market\nDate: 3 March 2021\n\nA blast shook the market.", encoding="utf-8")
    undated.write_text("A blast shook the market.", encoding="utf-8")
    output = tmp_path / "events.jsonl"
    _run(dated.parent, output, published=dt.date(2020, 1, 1))
    days = [json.loads(line)["article"]["published"] for line in output.read_text().splitlines()]
    assert days == ["2021-03-03", "2020-01-01"]
    assert not (tmp_path / "failures.jsonl").exists()


def test_a_missing_date_is_a_warning_and_no_failure(tmp_path: Path) -> None:
    (tmp_path / "undated.txt").write_text("A blast shook the market.", encoding="utf-8")
    summary = _run(tmp_path / "undated.txt", tmp_path / "out" / "events.jsonl")
    assert (summary.warnings, summary.failures, summary.exit_code) == (1, 0, 0)
    assert "--published" in str(_failures(tmp_path / "out" / "events.jsonl")[0]["reason"])


def test_the_output_inside_the_input_folder_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("A blast shook the market.", encoding="utf-8")
    output = tmp_path / "events.jsonl"
    first = _run(tmp_path, output, published=dt.date(2020, 1, 1))
    second = _run(tmp_path, output, published=dt.date(2020, 1, 1))
    assert (first.articles, second.articles, second.failures) == (1, 1, 0)


@pytest.mark.parametrize(
    ("inputs", "output", "message"),
    [
        ("nowhere", "events.jsonl", "no such file or folder"),
        ("news.jsonl", "news.jsonl", "would be overwritten"),
        ("news.jsonl", ".", "is a folder; give a file"),
    ],
)
def test_inputs_and_outputs_that_cannot_be_meant(
    tmp_path: Path, inputs: str, output: str, message: str
) -> None:
    _articles(tmp_path, 1)
    with pytest.raises(ValueError, match=message):
        _run(tmp_path / inputs, tmp_path / output)


def test_memory_is_bounded_by_chunks_under_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The articles are found only as far ahead as the workers need."""
    found, ahead = 0, []
    sources = running.sources

    def counting(*arguments: object, **options: object) -> object:
        nonlocal found
        for each in sources(*arguments, **options):  # type: ignore[arg-type]
            found += 1
            yield each

    monkeypatch.setattr(running, "sources", counting)
    run(
        [str(_articles(tmp_path, 1500))],
        tmp_path / "events.jsonl",
        Options(workers=2),
        factory=processors.good,
        on_progress=lambda summary: ahead.append(found - summary.articles),
    )
    assert max(ahead) <= (2 * 4 + 1) * running.CHUNK_ARTICLES

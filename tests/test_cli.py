"""The command line: what it prints, writes and returns."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from extractor import cli
from extractor.articles import Article
from extractor.batch import running

sys.path.insert(0, str(Path(__file__).parent / "batch"))
import processors

ROOT = Path(__file__).parents[1]
GOOD = "Market shaken\nDate: 3 March 2021\n\nA blast shook the market.\n"


def _extractor(*arguments: str, stdin: str | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "extractor", *arguments],
        cwd=ROOT,
        input=stdin,
        stdin=subprocess.DEVNULL if stdin is None else None,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.fixture
def without_pipeline(monkeypatch: pytest.MonkeyPatch) -> None:
    """A run takes the stand-in and not the pipeline."""
    monkeypatch.setattr(running, "PipelineProcessor", lambda model, patterns: processors.good)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "news" / "market.txt"
    path.parent.mkdir()
    path.write_text(GOOD)
    return path


# As a command of its own


def test_help_comes_at_once() -> None:
    fastest = 9.0
    for _ in range(3):
        start = time.perf_counter()
        done = _extractor("--help")
        fastest = min(fastest, time.perf_counter() - start)
    assert done.returncode == 0
    assert all(command in done.stdout for command in ("extract", "export", "evaluate", "explain", "schema"))
    assert fastest < 0.3


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "required: COMMAND"),
        (["extract"], "required: INPUT"),
        (["extract", "nowhere"], "no such file or folder: nowhere"),
        (["extract", "README.md", "--workers", "0"], "'0' is no number of at least 1"),
        (["extract", "README.md", "--workers", "many"], "'many' is no number of at least 1"),
        (["extract", "README.md", "--published", "2 May"], "'2 May' is no date such as 2024-05-02"),
        (["extract", "README.md", "--patterns", "nowhere"], "'nowhere' is no folder"),
        (["extract", "README.md", "-o", "docs"], "docs is a folder; give a file"),
        (["export", "events.jsonl", "-o", "x"], "required: --profile"),
        (["export", "nowhere.jsonl", "--profile", "gtd", "-o", "/tmp/x"], "nowhere.jsonl"),
        (["evaluate", "events.jsonl", "--gold", "nowhere"], "'nowhere' is no folder"),
        (["explain", "nowhere.txt"], "no such file or folder: nowhere.txt"),
        (["invent"], "invalid choice"),
    ],
)
def test_wrong_use(arguments: list[str], message: str) -> None:
    done = _extractor(*arguments)
    assert done.returncode == 2
    assert message in done.stderr
    assert done.stdout == ""
    assert "Traceback" not in done.stderr


def test_the_schema_is_that_of_the_record() -> None:
    done = _extractor("schema")
    schema = json.loads(done.stdout)
    assert done.returncode == 0
    assert {"schema", "id", "article", "category", "event_type"} <= set(schema["properties"])


def test_version() -> None:
    assert _extractor("--version").stdout.startswith("extractor ")


# With a stand-in for the pipeline


@pytest.mark.usefixtures("without_pipeline")
def test_records_go_to_standard_output(article: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert cli.main(["extract", str(article), "--workers", "1"]) == 0
    out, err = capfdbinary.readouterr()
    assert json.loads(out)["article"]["id"] == "market"
    assert b"articles read" in err


@pytest.mark.usefixtures("without_pipeline")
def test_records_go_to_the_output_and_figures_to_standard_error(
    article: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (article.parent / "empty.txt").touch()
    output = tmp_path / "deep" / "down" / "events.jsonl"
    assert cli.main(["extract", str(article.parent), "-o", str(output), "--workers", "1"]) == 1
    out, err = capfd.readouterr()
    assert out == ""
    assert len(output.read_text().splitlines()) == 1
    figures = {
        cells[0]: cells[1] for line in err.splitlines() if len(cells := line.strip("| ").split("|")) == 2
    }
    figures = {label.strip(): number.strip() for label, number in figures.items()}
    assert figures["articles read"] == "1"
    assert figures["bombing"] == "1"
    assert figures["killed (incidents that occurred, no background)"] == "2"
    assert figures["failures"] == "1"
    assert f"failed: {article.parent.as_posix()}/empty.txt: is empty" in err
    assert f"all failures and warnings: {output.with_name('failures.jsonl')}" in err


@pytest.mark.usefixtures("without_pipeline")
def test_quiet_says_nothing_where_all_is_well(
    article: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    arguments = ["extract", str(article), "-o", str(tmp_path / "e.jsonl"), "--quiet", "--workers", "1"]
    assert cli.main(arguments) == 0
    assert capfd.readouterr() == ("", "")


@pytest.mark.usefixtures("without_pipeline")
def test_quiet_still_tells_failures(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty.txt").touch()
    output = tmp_path / "out" / "e.jsonl"
    assert cli.main(["extract", str(tmp_path), "-o", str(output), "--quiet"]) == 1
    assert "empty.txt: is empty" in capfd.readouterr().err


@pytest.mark.usefixtures("without_pipeline")
def test_an_empty_folder_is_told(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["extract", str(tmp_path)]) == 1
    assert "no articles were read; give files" in capfd.readouterr().err


@pytest.mark.usefixtures("without_pipeline")
def test_an_article_without_events_is_told(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "rain.txt").write_text("Rain\nDate: 3 March 2021\n\nRain fell on the valley.\n")
    assert cli.main(["extract", str(tmp_path)]) == 0
    assert "no events were found; `extractor explain ARTICLE` tells why" in capfd.readouterr().err


def test_a_pipeline_that_cannot_be_loaded(
    article: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "PipelineProcessor", lambda model, patterns: processors.without_model)
    assert cli.main(["extract", str(article)]) == 2
    assert "extractor: model 'en_none' is not installed" in capfd.readouterr().err


def test_an_interruption_tells_where_the_records_are(
    article: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "PipelineProcessor", lambda model, patterns: processors.interrupted)
    article.write_text("STOP")
    assert cli.main(["extract", str(article), "-o", str(tmp_path / "e.jsonl")]) == 1
    assert "e.jsonl.part" in capfd.readouterr().err


def test_export_lists_bad_lines_and_ends_with_1(
    article: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    events = tmp_path / "events.jsonl"
    good = processors.record(Article("market", GOOD), GOOD.index("blast")).to_line()
    events.write_bytes(f'{good}\nno json\n\n{{"id": "x"}}\n'.encode() + b"\xff\x00\n" + good.encode())
    arguments = ["export", str(events), "--profile", "csv", "-o", str(tmp_path / "e.csv")]
    assert cli.main(arguments) == 1
    told = capfd.readouterr().err.splitlines()
    assert [line.split(": ")[0] for line in told] == [f"{events}:{n}" for n in (2, 4, 5)] + ["extractor"]
    assert told[-1] == "extractor: wrote 2 rows; left out 3 bad lines, listed above"
    assert len((tmp_path / "e.csv").read_text().splitlines()) == 3


def test_export_profiles_are_those_there_are() -> None:
    from extractor.cli import export
    from extractor.export import PROFILES

    assert set(export.PROFILES) == set(PROFILES)


# With the pipeline


def _has_pipeline() -> bool:
    import extractor.pipeline

    return hasattr(extractor.pipeline, "load") and hasattr(extractor.pipeline, "read_articles")


@pytest.mark.slow
@pytest.mark.skipif(not _has_pipeline(), reason="needs extractor.pipeline.load")
@pytest.mark.parametrize("workers", ["1", "2"])
def test_an_article_through_the_pipeline(tmp_path: Path, workers: str) -> None:
    text = "Market blast\nDate: 3 March 2021\n\nA bomb blast killed four people in Peshawar on Tuesday.\n"
    for number in range(20):
        (tmp_path / f"a{number:02}.txt").write_text(text)
    output = tmp_path / "out" / "events.jsonl"
    done = _extractor("extract", str(tmp_path), "-o", str(output), "--workers", workers)
    assert done.returncode == 0, done.stderr
    records = [json.loads(line) for line in output.read_text().splitlines()]
    assert [each["article"]["id"] for each in records] == [f"a{number:02}" for number in range(20)]
    assert {each["category"] for each in records} == {"bombing"}


@pytest.mark.slow
@pytest.mark.skipif(not _has_pipeline(), reason="needs extractor.pipeline.load")
def test_standard_input_to_standard_output() -> None:
    row = {"id": "x", "text": "A bomb blast killed four people in Peshawar.", "published": "2021-03-03"}
    done = _extractor("extract", "-", stdin=json.dumps(row))
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["article"]["id"] == "x"


@pytest.mark.slow
@pytest.mark.skipif(not _has_pipeline(), reason="needs extractor.pipeline.load")
@pytest.mark.skipif(sys.platform == "win32", reason="sends POSIX signals")
@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_a_run_that_is_stopped_leaves_whole_records(tmp_path: Path, sent: signal.Signals) -> None:
    row = {"text": "A bomb blast killed four people in Peshawar on Tuesday. " * 9, "published": "2021-03-03"}
    (tmp_path / "news.jsonl").write_text(f"{json.dumps(row)}\n" * 3_000)
    part = tmp_path / "events.jsonl.part"
    command = [sys.executable, "-m", "extractor", "extract", str(tmp_path / "news.jsonl")]
    command += ["-o", str(tmp_path / "events.jsonl"), "--workers", "2"]
    # A shell starts what runs behind it deaf to the keyboard's interruption, and so all that this starts.
    heard = partial(signal.signal, sent, signal.SIG_DFL)
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True, preexec_fn=heard) as run:
        deadline = time.monotonic() + 60
        while not (part.exists() and part.stat().st_size) and time.monotonic() < deadline:
            time.sleep(0.05)
        run.send_signal(sent)
        _, told = run.communicate(timeout=60)
    assert run.returncode == 1
    assert "interrupted after" in told and "events.jsonl.part" in told
    assert "Traceback" not in told
    assert all(json.loads(line)["category"] for line in part.read_text().splitlines())
    assert not (tmp_path / "events.jsonl").exists()

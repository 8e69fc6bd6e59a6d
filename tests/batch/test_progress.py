"""What a run shows while it goes: how far, how fast, how long yet; nothing where nobody looks."""

from __future__ import annotations

import gzip
import io
import json
import time
from pathlib import Path

import processors
import pytest

from extractor.articles import sources
from extractor.articles.survey import Survey
from extractor.batch import Options, Summary, run
from extractor.batch.report import ProgressLine


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def expected_midway(paths: list[str], midway: int) -> int | None:
    """How many articles there seem to be when `midway` of them are found."""
    survey = Survey(paths)
    survey.start()
    time.sleep(0.2)
    for number, _ in enumerate(sources(paths, survey=survey), start=1):
        if number == midway:
            return survey.expected
    return None


def line(number: int) -> bytes:
    return json.dumps({"id": f"a{number}", "text": f"A blast was heard in town {number}."}).encode() + b"\n"


def test_the_number_of_articles_is_told_from_the_part_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.write_bytes(b"".join(line(number) for number in range(50_000)))
    assert expected_midway([str(path)], 25_000) == pytest.approx(50_000, rel=0.1)


def test_a_packed_file_counts_as_it_lies_on_the_disk(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl.gz"
    path.write_bytes(gzip.compress(b"".join(line(number) for number in range(100_000))))
    assert expected_midway([str(path)], 60_000) == pytest.approx(100_000, rel=0.35)


def test_the_files_of_a_folder_count(tmp_path: Path) -> None:
    for number in range(200):
        (tmp_path / f"{number}.txt").write_text("A blast was heard in the town.", encoding="utf-8")
    assert expected_midway([str(tmp_path)], 50) == 200


def test_what_has_no_size_is_not_guessed(tmp_path: Path) -> None:
    (tmp_path / "news.jsonl").write_bytes(b"".join(map(line, range(100))))
    assert expected_midway([f"file://{tmp_path}"], 50) is None


def test_a_terminal_is_told_the_rate_and_the_time_left() -> None:
    terminal = Terminal()
    with ProgressLine(terminal, is_shown=True) as progress:
        progress.show(Summary(articles=120, expected=1_000, events=7, failures=2))
        progress._progress.refresh()
    shown = terminal.getvalue()
    assert "120 articles" in shown and "a second" in shown
    assert "7 events" in shown and "2 failures" in shown
    assert "of about 1,000" in shown and "left" in shown


@pytest.mark.parametrize(("stream", "is_shown"), [(io.StringIO(), True), (Terminal(), False)])
def test_nobody_else_is_told_anything(stream: io.StringIO, is_shown: bool) -> None:
    with ProgressLine(stream, is_shown=is_shown) as progress:
        progress.show(Summary(articles=120, expected=1_000))
    assert stream.getvalue().strip() == ""


def test_a_run_says_how_many_articles_it_expects(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.write_bytes(b"".join(line(number) for number in range(4_000)))
    told: list[int | None] = []
    run(
        [str(path)],
        tmp_path / "events.jsonl",
        Options(workers=1),
        factory=processors.good,
        on_progress=lambda summary: told.append(summary.expected),
    )
    assert told[-1] == pytest.approx(4_000, rel=0.1)

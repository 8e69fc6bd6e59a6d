"""Bad input: a clear message with file and line, and the run goes on."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from extractor.articles import reading
from extractor.batch import Options, run

sys.path.insert(0, str(Path(__file__).parent / "batch"))
import processors

GOOD = "Market shaken\nDate: 3 March 2021\n\nA blast shook the market.\n"
ROW = '{"id": "good", "text": "A blast shook the market.", "published": "2021-03-03"}'


def _failures_of_run(folder: Path) -> list[tuple[str, str]]:
    """Where and why, of a run over `folder`; the good article in it has to be read."""
    output = folder.parent / "out" / "events.jsonl"
    summary = run([str(folder)], output, Options(workers=1), factory=processors.good)
    assert summary.events == 1, "the good article was not read"
    failures = [json.loads(line) for line in output.with_name("failures.jsonl").read_text().splitlines()]
    return [
        (Path(each["path"]).name + (f":{each['line']}" if each["line"] else ""), each["reason"])
        for each in failures
    ]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("empty.txt", b"", "is empty"),
        ("blank.txt", b" \n\n\t \n", "is empty"),
        ("bom.txt", b"\xef\xbb\xbf", "is empty"),
        ("binary.txt", bytes(range(256)) * 8, "is not text (binary content)"),
        ("noise.txt", bytes(range(1, 256)) * 8, "is not text (binary content)"),
        ("archive.md", b"PK\x03\x04\x14\x00\x00\x00\x08\x00" * 40, "is not text (binary content)"),
        ("empty.html", b"", "is empty"),
        ("soup.html", b"<html><body>" + b"<div><b><i></div>" * 50, "is HTML without an article in it"),
        ("script.html", b"<html><script>var a = 1;</script></html>", "is HTML without an article in it"),
        ("broken.pdf", b"%PDF-1.4\nnothing more", "is a broken PDF"),
        ("empty.jsonl", b"", "holds no article"),
        ("binary.jsonl", b"\x00\x01\x02" * 99, "is not text (binary content)"),
        ("empty.json", b"", "is empty"),
        ("number.json", b"17", "is no JSON object but int"),
        ("empty.csv", b"", "is empty"),
        ("binary.csv", b"\x00\x01\x02" * 99, "is not text (binary content)"),
        ("only_names.csv", b"id,text\n", "holds no article"),
    ],
)
def test_files_without_an_article(tmp_path: Path, name: str, content: bytes, message: str) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "good.txt").write_text(GOOD)
    (folder / name).write_bytes(content)
    [(where, reason)] = _failures_of_run(folder)
    assert where == name
    assert message in reason


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('{"id": "x", "text": ', "broken JSON"),
        ("no json at all", "broken JSON"),
        ("[1, 2]", "is no JSON object but list"),
        ("null", "is no JSON object but NoneType"),
        ('{"id": "x"}', "has no field with the article's text; name it one of: text, body, content"),
        ('{"id": "x", "text": ""}', "field 'text' is empty"),
        ('{"id": "x", "text": null}', "field 'text' holds no text but NoneType"),
        ('{"id": "x", "text": ["a"]}', "field 'text' holds no text but list"),
        ('{"id": "x", "text": "\\u0000\\u0001\\u0002"}', "field 'text' holds binary content"),
        ("[" * 100_000, "nested too deep"),
    ],
)
def test_broken_lines_of_jsonl(tmp_path: Path, line: str, message: str) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "news.jsonl").write_text(f"\n{line}\n{ROW}\n")
    [(where, reason)] = _failures_of_run(folder)
    assert where == "news.jsonl:2"
    assert message in reason


@pytest.mark.parametrize(
    ("rows", "line", "message"),
    [
        ('id,text\nx,\ngood,"A blast shook the market."\n', 2, "field 'text' is empty"),
        ('id,text\nx\ngood,"A blast shook the market."\n', 2, "has no field with the article's text"),
        ('id,text\n"a\nb",""\ngood,A blast shook the market.\n', 2, "field 'text' is empty"),
    ],
)
def test_broken_rows_of_tables(tmp_path: Path, rows: str, line: int, message: str) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "news.csv").write_text(rows)
    failures = [each for each in _failures_of_run(folder) if "publication date" not in each[1]]
    assert [where for where, _ in failures] == [f"news.csv:{line}"]
    assert message in failures[0][1]


def test_a_table_without_a_text_column_says_which_names_there_are(tmp_path: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "good.txt").write_text(GOOD)
    (folder / "news.csv").write_text("id,words\n1,A blast shook the market.\n")
    [(where, reason)] = _failures_of_run(folder)
    assert where == "news.csv:2"
    assert "name it one of: text, body" in reason and "(found: id, words)" in reason


def test_unreadable_dates_are_warnings_and_the_article_is_read(tmp_path: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "news.jsonl").write_text(ROW.replace("2021-03-03", "the third of spring"))
    assert _failures_of_run(folder) == [
        ("news.jsonl", "cannot read the date 'the third of spring'; write it as YYYY-MM-DD")
    ]


def test_files_that_are_too_large_for_one_article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MAX_FILE_BYTES", 1_000)
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "good.txt").write_text(GOOD)
    (folder / "large.txt").write_text(GOOD * 100)
    [(where, reason)] = _failures_of_run(folder)
    assert where == "large.txt"
    assert "too large for one article" in reason and "split it" in reason


def test_articles_that_are_too_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MAX_ARTICLE_CHARACTERS", 1_000)
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "good.txt").write_text(GOOD)
    (folder / "long.txt").write_text(GOOD * 100)
    (folder / "news.jsonl").write_text(json.dumps({"text": "blast " * 200, "published": "2021-03-03"}))
    told = _failures_of_run(folder)
    assert [where for where, _ in told] == ["long.txt", "news.jsonl:1"]
    assert all("too long for one article" in reason and "split it" in reason for _, reason in told)


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_files_that_may_not_be_read(tmp_path: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "good.txt").write_text(GOOD)
    (folder / "locked.txt").write_text(GOOD)
    (folder / "locked.txt").chmod(0)
    [(where, reason)] = _failures_of_run(folder)
    assert where == "locked.txt" and "cannot be opened (Permission denied)" in reason


def test_broken_links_and_pipes_are_told_and_not_waited_for(tmp_path: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "good.txt").write_text(GOOD)
    (folder / "gone.txt").symlink_to(tmp_path / "nowhere")
    os.mkfifo(folder / "pipe.txt")
    assert _failures_of_run(folder) == [
        ("gone.txt", "cannot be opened (No such file or directory)"),
        ("pipe.txt", "is no ordinary file; use - to read standard input"),
    ]


def test_names_that_are_not_utf8(tmp_path: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    (Path(os.fsdecode(os.fsencode(folder) + b"/caf\xe9.txt"))).write_text(GOOD)
    output = tmp_path / "events.jsonl"
    assert run([str(folder)], output, Options(workers=1), factory=processors.good).events == 1
    assert json.loads(output.read_text())["article"]["id"] == "caf\ufffd"

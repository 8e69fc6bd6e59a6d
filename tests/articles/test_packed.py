"""Files of many articles that are packed by gzip are read as they are unpacked."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from extractor.articles import Article, ReadFailure, read

LINES = b"".join(b'{"id": "a%d", "text": "A blast.", "published": "2024-05-02"}\n' % n for n in range(3000))
TABLE = b"id,text,published\na0,A blast.,2024-05-02\n"


@pytest.mark.parametrize(
    ("name", "content", "count"),
    [("news.jsonl.gz", LINES, 3000), ("news.ndjson.gz", LINES, 3000), ("NEWS.CSV.GZ", TABLE, 1)],
)
def test_packed_files_are_read(tmp_path: Path, name: str, content: bytes, count: int) -> None:
    (tmp_path / name).write_bytes(gzip.compress(content))
    found = list(read([str(tmp_path)]))
    assert [each.id for each in found if isinstance(each, Article)] == [f"a{n}" for n in range(count)]


def test_of_a_torn_file_what_is_whole_is_read(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl.gz"
    path.write_bytes(gzip.compress(LINES)[:-2000])
    *articles, failure = read([str(path)])
    assert articles
    assert isinstance(failure, ReadFailure)
    assert "no whole gzip file" in failure.reason


def test_what_only_bears_the_name_is_told(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl.gz"
    path.write_bytes(LINES)
    (failure,) = read([str(path)])
    assert isinstance(failure, ReadFailure)
    assert "no whole gzip file" in failure.reason

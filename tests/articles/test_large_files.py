"""Files of very many articles: packed, in columns, as a crawler wrote them, or on another machine."""

from __future__ import annotations

import bz2
import datetime as dt
import gzip
import io
import lzma
import sys
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet
import pytest
import zstandard
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from extractor.articles import Article, ReadFailure, read

LINES = b"".join(b'{"id": "a%d", "text": "A blast.", "published": "2024-05-02"}\n' % n for n in range(3000))
TABLE = b"id,text,published\n" + b"".join(b"a%d,A blast.,2024-05-02\n" % n for n in range(9000))
PAGE = (
    b"<html><head><title>Blast in market</title></head><body><article><h1>Blast in market</h1>"
    b"<p>A blast shook the main market of the town on Monday morning, the police said.</p>"
    b"<p>Two traders were hurt and taken to the hospital of the district.</p></article></body></html>"
)


def in_two_frames(content: bytes) -> bytes:
    """As packed by several processes at once."""
    half = content.index(b"\n", len(content) // 2) + 1
    return b"".join(zstandard.compress(part) for part in (content[:half], content[half:]))


def ids(found: list[Article | ReadFailure]) -> list[str]:
    return [each.id for each in found if isinstance(each, Article)]


# ---------------------------------------------------------------- packed
PACK: dict[str, Callable[[bytes], bytes]] = {
    ".gz": gzip.compress,
    ".zst": in_two_frames,
    ".bz2": bz2.compress,
    ".xz": lzma.compress,
}


@pytest.mark.parametrize("suffix", sorted(PACK))
@pytest.mark.parametrize(("name", "content", "count"), [("n.jsonl", LINES, 3000), ("N.CSV", TABLE, 9000)])
def test_packed_files_are_read_as_they_are_unpacked(
    tmp_path: Path, suffix: str, name: str, content: bytes, count: int
) -> None:
    (tmp_path / f"{name}{suffix}").write_bytes(PACK[suffix](content))
    assert ids(list(read([str(tmp_path)]))) == [f"a{n}" for n in range(count)]


@pytest.mark.parametrize(
    ("suffix", "name"), [(".gz", "gzip"), (".zst", "zstandard"), (".bz2", "bzip2"), (".xz", "xz")]
)
def test_what_only_bears_the_name_is_told(tmp_path: Path, suffix: str, name: str) -> None:
    (tmp_path / f"news.jsonl{suffix}").write_bytes(LINES)
    (failure,) = read([str(tmp_path)])
    assert isinstance(failure, ReadFailure) and f"no whole {name} file" in failure.reason


# ---------------------------------------------------------------- in columns
def test_a_row_of_a_parquet_file_is_an_article(tmp_path: Path) -> None:
    rows = {
        "doc_id": [f"a{n}" for n in range(600)],
        "content": ["A blast."] * 600,
        "date": [dt.date(2024, 5, 2)] * 600,
        "embedding": [[0.5, 0.25]] * 600,
    }
    pa.parquet.write_table(pa.table(rows), tmp_path / "news.parquet")
    found = list(read([str(tmp_path)]))
    assert all(isinstance(each, Article) and each.published == dt.date(2024, 5, 2) for each in found)
    assert len(ids(found)) == 600


def test_a_parquet_file_without_text_is_told_what_it_has(tmp_path: Path) -> None:
    pa.parquet.write_table(pa.table({"number": [1]}), tmp_path / "news.parquet")
    (failure,) = read([str(tmp_path)])
    assert isinstance(failure, ReadFailure) and "found: number" in failure.reason


def test_a_torn_parquet_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "news.parquet").write_bytes(b"PAR1 and no more")
    (failure,) = read([str(tmp_path)])
    assert isinstance(failure, ReadFailure) and "cannot be read as Parquet" in failure.reason


# ---------------------------------------------------------------- as a crawler wrote them
def crawl(*answers: tuple[str, str, str, bytes], packed: bool = True) -> bytes:
    """A WARC file of answers: address, status, media type, content."""
    content = io.BytesIO()
    writer = WARCWriter(content, gzip=packed)
    for address, status, kind, body in answers:
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        writer.write_record(
            writer.create_warc_record(address, "request", http_headers=StatusAndHeaders("GET / HTTP/1.1", []))
        )
        writer.write_record(
            writer.create_warc_record(address, "response", payload=io.BytesIO(body), http_headers=headers)
        )
    return content.getvalue()


SITE = "https://news.example"


@pytest.mark.parametrize("name", ["crawl.warc", "crawl.warc.gz"])
def test_the_pages_of_a_crawl_are_articles(tmp_path: Path, name: str) -> None:
    answers = (
        (f"{SITE}/blast", "200 OK", "text/html; charset=utf-8", PAGE),
        (f"{SITE}/logo.png", "200 OK", "image/png", b"\x89PNG"),
        (f"{SITE}/gone", "404 Not Found", "text/html", PAGE),
        (f"{SITE}/note", "200 OK", "text/plain", b"A second blast was heard."),
    )
    (tmp_path / name).write_bytes(crawl(*answers, packed=name.endswith(".gz")))
    found = [each for each in read([str(tmp_path)]) if isinstance(each, Article)]
    assert [(each.id, each.url) for each in found] == [(f"{SITE}/blast",) * 2, (f"{SITE}/note",) * 2]
    assert "A blast shook the main market" in found[0].text and found[0].title == "Blast in market"


def test_of_a_torn_crawl_what_is_whole_is_read(tmp_path: Path) -> None:
    whole = crawl(*((f"{SITE}/{n}", "200 OK", "text/plain", b"A blast. " * 50) for n in range(20)))
    (tmp_path / "crawl.warc.gz").write_bytes(whole[:-40])
    assert f"{SITE}/3" in ids(list(read([str(tmp_path)])))


def test_a_file_that_is_no_crawl_is_told(tmp_path: Path) -> None:
    (tmp_path / "crawl.warc").write_bytes(b"no crawl at all\n" * 9)
    (failure,) = read([str(tmp_path)])
    assert isinstance(failure, ReadFailure) and "no whole WARC file" in failure.reason


# ---------------------------------------------------------------- on another machine
def test_an_address_is_read_like_a_folder(tmp_path: Path) -> None:
    below = tmp_path / "news" / "may"
    below.mkdir(parents=True)
    (below / "one.txt").write_text("A blast was heard.", encoding="utf-8")
    (below / ".hidden.txt").write_text("A blast was heard.", encoding="utf-8")
    (below / "more.jsonl.gz").write_bytes(gzip.compress(LINES))
    (tmp_path / "news" / "logo.bin").write_bytes(b"\x00\x01\x02\xff" * 50)
    found = list(read([f"file://{tmp_path}/news"]))
    assert ids(found) == [*(f"a{n}" for n in range(3000)), "may/one.txt"]
    assert [each.skipped for each in found if isinstance(each, ReadFailure)] == [True]


def test_one_file_at_an_address_is_read(tmp_path: Path) -> None:
    (tmp_path / "news.jsonl").write_bytes(LINES)
    found = list(read([f"file://{tmp_path}/news.jsonl"]))
    assert len(ids(found)) == 3000 and found[0].path == f"file://{tmp_path}/news.jsonl"


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("file:///nowhere/at/all", "cannot be opened"),
        ("nosuch://bucket/key", "cannot be opened"),
    ],
)
def test_an_address_that_cannot_be_read_is_told(address: str, reason: str) -> None:
    (failure,) = read([address])
    assert isinstance(failure, ReadFailure) and reason in failure.reason


# ---------------------------------------------------------------- what is not installed
@pytest.mark.parametrize(
    ("library", "name", "extra"),
    [
        ("zstandard", "news.jsonl.zst", "zst"),
        ("pyarrow", "news.parquet", "parquet"),
        ("warcio.archiveiterator", "news.warc", "warc"),
        ("fsspec", None, "remote"),
    ],
)
def test_a_library_that_is_not_there_is_named_with_its_extra(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, library: str, name: str | None, extra: str
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    if name:
        (tmp_path / name).write_bytes(b"some bytes")
    (failure,) = read([str(tmp_path / name) if name else "s3://bucket/news"])
    assert isinstance(failure, ReadFailure) and f"pip install 'extractor[{extra}]'" in failure.reason

"""Files, folders and standard input → articles."""

from __future__ import annotations

import datetime as dt
import io
import json
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractor.articles import Article, ReadFailure, read
from extractor.articles.article import UnreadableError
from extractor.articles.decoding import decode

BODY = "Gunmen on motorcycles opened fire on a customs post near the river on Sunday night, officials said."
MARCH_3 = dt.date(2021, 3, 3)


def _only(path: Path) -> Article:
    [article] = read([str(path)])
    assert isinstance(article, Article), article
    return article


def _ids(*paths: Path) -> list[str]:
    return [each.id if isinstance(each, Article) else each.where for each in read([str(p) for p in paths])]


def _write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return path


# Plain text


def test_plain_text_keeps_its_header_lines(tmp_path: Path) -> None:
    content = f"Post under fire\r\nDate: 3 March 2021\r\nSource: Valley Courier\r\n\r\n{BODY}\r\n"
    article = _only(_write(tmp_path / "post.txt", content))
    assert article.text == content.replace("\r\n", "\n")
    assert (article.id, article.title, article.source) == ("post", "Post under fire", "Valley Courier")
    assert article.published == MARCH_3
    assert article.text[article.body_start :] == f"{BODY}\n"
    assert article.ref().sha256 == article.sha256


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_encodings(tmp_path: Path, encoding: str) -> None:
    text = f"“{BODY}” The café’s owner – 41 – was hurt.\n"
    assert _only(_write(tmp_path / "a.txt", text.encode(encoding))).text == text


def test_a_few_broken_bytes_do_not_turn_utf8_into_another_encoding(tmp_path: Path) -> None:
    content = ("“Quoted words” – " * 9).encode() + b"\xff" + BODY.encode()
    article = _only(_write(tmp_path / "a.txt", content))
    assert article.text.startswith("“Quoted words” – ")
    assert "1 characters are not valid utf-8 and were replaced" in article.problems


def test_cyrillic_in_an_old_encoding(tmp_path: Path) -> None:
    text = "Неизвестные обстреляли таможенный пост у реки в ночь на воскресенье, сообщили власти. " * 3
    assert _only(_write(tmp_path / "a.txt", text.encode("cp1251"))).text == text


# JSONL and JSON


def test_jsonl(tmp_path: Path) -> None:
    row = {
        "id": "n-1",
        "text": BODY,
        "published": "2021-03-03",
        "title": "Post under fire",
        "source": "Valley Courier",
        "url": "https://valleycourier.example/1",
    }
    article = _only(_write(tmp_path / "news.jsonl", json.dumps(row)))
    assert (article.id, article.text, article.title) == ("n-1", BODY, "Post under fire")
    assert (article.source, article.url, article.published) == ("Valley Courier", row["url"], MARCH_3)
    assert article.problems == ()


def test_a_text_in_jsonl_stays_as_it_is(tmp_path: Path) -> None:
    text = f"  Line one\r\nline two\r{BODY}\t\n\n"
    assert _only(_write(tmp_path / "news.jsonl", json.dumps({"text": text}))).text == text


def test_a_lone_surrogate_becomes_one_other_character(tmp_path: Path) -> None:
    article = _only(_write(tmp_path / "news.jsonl", '{"text": "a \\ud800 blast"}'))
    assert article.text == "a \ufffd blast"


def test_other_names_of_the_same_fields(tmp_path: Path) -> None:
    row = {
        "Doc ID": 7,
        "full_text": BODY,
        "Pub-Date": "3 March 2021",
        "headline": "Post",
        "authors": ["A", "B"],
    }
    article = _only(_write(tmp_path / "news.jsonl", json.dumps(row)))
    assert (article.id, article.published, article.title, article.byline) == ("7", MARCH_3, "Post", "A, B")


def test_jsonl_without_ids_is_numbered_by_its_lines(tmp_path: Path) -> None:
    path = _write(tmp_path / "news.jsonl", f'{{"text": "{BODY}"}}\n\n{{"text": "{BODY}"}}\n')
    assert _ids(path) == ["news:1", "news:3"]


def test_an_id_that_comes_again_gets_a_suffix_and_a_warning(tmp_path: Path) -> None:
    path = _write(tmp_path / "news.jsonl", f'{{"id": "x", "text": "{BODY}", "date": "2021-03-03"}}\n' * 3)
    assert _ids(path) == ["x", "x-2", "x-3"]
    second = list(read([str(path)]))[1]
    assert isinstance(second, Article)
    assert second.problems == ("the id 'x' is used by an earlier article; this one is called 'x-2'",)


@pytest.mark.parametrize("as_list", [True, False])
def test_json_documents(tmp_path: Path, as_list: bool) -> None:
    row = {"id": "x", "text": BODY}
    assert _ids(_write(tmp_path / "news.json", json.dumps([row] if as_list else row, indent=1))) == ["x"]


# CSV


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_tables(tmp_path: Path, separator: str) -> None:
    rows = [
        ["ID", "Headline", "Body", "Publisher", "Link", "pub_date"],
        ["t1", "Post", '"Two lines,\nand ""quotes"" in it"', "Courier", "https://c.example", "2021-03-03"],
        ["t2", "Bridge", BODY.replace(",", ""), "Courier", "", ""],
    ]
    content = "\n".join(separator.join(row) for row in rows)
    first, second = read([str(_write(tmp_path / "news.csv", content))])
    assert isinstance(first, Article) and isinstance(second, Article)
    assert (first.id, first.text) == ("t1", 'Two lines,\nand "quotes" in it')
    assert (first.source, first.published) == ("Courier", MARCH_3)
    assert (second.id, second.published, second.url) == ("t2", None, None)


# HTML and PDF


PAGE = f"""<!DOCTYPE html><html><head><title>Post under fire</title>
<meta property="article:published_time" content="2021-03-03T14:05:00+05:00">
<meta property="og:site_name" content="Valley Courier"><meta property="og:title" content="Post under fire">
</head><body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>Post under fire</h1><p>{BODY}</p><p>Advertisement</p>
<p>The raiders fled towards the hills before daybreak, leaving behind two damaged motorcycles.</p>
</article><footer>All rights reserved</footer></body></html>"""


@pytest.mark.parametrize("name", ["page.html", "page.txt"])
def test_html_pages_give_their_article(tmp_path: Path, name: str) -> None:
    article = _only(_write(tmp_path / name, PAGE))
    assert BODY in article.text and "two damaged motorcycles" in article.text
    assert not {"Home", "Sport", "Advertisement", "All rights"} & set(article.text.split("\n"))
    assert (article.title, article.source, article.published) == (
        "Post under fire",
        "Valley Courier",
        MARCH_3,
    )


def _pdf(lines: list[str]) -> bytes:
    """A small PDF with one page of text."""
    shown = " ".join(f"({line}) Tj 0 -14 Td" for line in lines)
    stream = f"BT /F1 11 Tf 40 780 Td {shown} ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    content, offsets = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, start=1):
        offsets.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    start = len(content)
    content += b"xref\n0 6\n0000000000 65535 f \n" + table
    return content + b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % start


def test_pdf(tmp_path: Path) -> None:
    pytest.importorskip("pypdf")
    lines = ["Post under fire", "Date: 3 March 2021", "Gunmen opened fire on a cus-", "toms post on Sunday."]
    article = _only(_write(tmp_path / "post.pdf", _pdf(lines)))
    assert article.title == "Post under fire"
    assert article.published == MARCH_3
    assert "fire on a customs post on Sunday." in article.text


def test_pdf_without_the_extra_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    [failure] = read([str(_write(tmp_path / "post.pdf", _pdf(["Post under fire"])))])
    assert isinstance(failure, ReadFailure)
    assert "pip install pypdf" in failure.reason


# Folders and standard input


def test_folders_are_read_in_sorted_order_with_paths_as_ids(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/c.txt", "c/d/e.txt", ".hidden.txt", ".git/f.txt", "notes"):
        _write(tmp_path / name, BODY)
    assert _ids(tmp_path) == ["a/c", "a/z", "b", "c/d/e", "notes"]


def test_files_of_one_name_keep_their_suffix_in_the_id(tmp_path: Path) -> None:
    for name in ("a.txt", "a.md", "b.txt"):
        _write(tmp_path / name, BODY)
    assert _ids(tmp_path) == ["a.md", "a.txt", "b"]


def test_inputs_given_twice_get_ids_of_their_own(tmp_path: Path) -> None:
    path = _write(tmp_path / "a.txt", BODY)
    assert _ids(path, path, tmp_path) == ["a", "a-2", "a-3"]


def test_pictures_in_a_folder_are_told_once(tmp_path: Path) -> None:
    for number in range(3):
        _write(tmp_path / f"{number}.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" * 9)
    _write(tmp_path / "a.txt", BODY)
    article, skipped = read([str(tmp_path)])
    assert isinstance(article, Article)
    assert isinstance(skipped, ReadFailure) and skipped.skipped
    assert skipped.reason == "3 files of kind .jpg skipped: binary content, no article"


def test_links_in_circles_come_to_an_end(tmp_path: Path) -> None:
    _write(tmp_path / "a" / "one.txt", BODY)
    (tmp_path / "a" / "again").symlink_to(tmp_path, target_is_directory=True)
    assert _ids(tmp_path) == ["a/one"]


@pytest.mark.parametrize(
    ("content", "ids"),
    [
        (f'{{"id": "x", "text": "{BODY}"}}\n{{"id": "y", "text": "{BODY}"}}\n', ["x", "y"]),
        (f"Post under fire\n\n{BODY}\n", ["stdin"]),
    ],
)
def test_standard_input(content: str, ids: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content.encode())))
    assert [each.id for each in read(["-"]) if isinstance(each, Article)] == ids


# Properties


@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_a_reason(data: bytes) -> None:
    try:
        text = decode(data).text
    except UnreadableError as error:
        assert str(error)
    else:
        text.encode("utf-8")
        assert "\r" not in text


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(
    data=st.binary(max_size=300), suffix=st.sampled_from([".txt", ".jsonl", ".json", ".csv", ".html", ".pdf"])
)
def test_no_bytes_make_a_reader_fail(tmp_path: Path, data: bytes, suffix: str) -> None:
    for each in read([str(_write(tmp_path / f"a{suffix}", data))]):
        assert isinstance(each, ReadFailure) or each.text.strip()


_LINES = st.sampled_from(
    [
        "",
        "Post under fire",
        "Date: 3 March 2021",
        "By Farida Noor",
        "Source: Courier",
        "3 March 2021",
        BODY,
        "  ",
    ]
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=100)
@given(lines=st.lists(_LINES | st.text(st.characters(codec="utf-8"), max_size=30), max_size=8))
def test_offsets_count_in_the_file_as_it_is(tmp_path: Path, lines: list[str]) -> None:
    content = "\n".join(lines)
    for each in read([str(_write(tmp_path / "a.txt", content))]):
        if isinstance(each, Article):
            assert each.text == content.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
            assert 0 <= each.body_start <= len(each.text)
            assert (
                each.body_start == 0
                or each.text[each.body_start - 1] == "\n"
                or not each.text[each.body_start :]
            )

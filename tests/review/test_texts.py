"""The texts of articles: found again by path and id, shown only if they are what the records are of."""

from __future__ import annotations

import json
from pathlib import Path

import making
import pytest

from extractor.articles import Article, read
from extractor.review.events import Heading, heading_of
from extractor.review.texts import Texts


def headings(*paths: Path) -> dict[str, Heading]:
    articles = read([str(path) for path in paths])
    return {article.id: heading_of(article.ref()) for article in articles if isinstance(article, Article)}


def test_a_file_where_it_was(tmp_path: Path) -> None:
    making.write_articles(tmp_path / "news", {"a": "One.\n", "b": "Two.\n"})
    found = headings(tmp_path / "news")
    texts = Texts((), tmp_path)
    assert [texts.of(found[name]).text for name in ("a", "b")] == ["One.\n", "Two.\n"]


def test_one_line_of_many(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.write_text("".join(json.dumps({"id": f"n{n}", "text": f"Text {n}."}) + "\n" for n in range(5)))
    found = headings(path)
    assert Texts((), tmp_path).of(found["n3"]).text == "Text 3."


def test_a_folder_that_was_moved(tmp_path: Path) -> None:
    (tmp_path / "old" / "may").mkdir(parents=True)
    making.write_articles(tmp_path / "old" / "may", {"a": "One.\n"})
    found = headings(tmp_path / "old")
    (tmp_path / "old").rename(tmp_path / "new")
    assert Texts((), tmp_path).of(found["may/a"]).problem is not None
    assert Texts((tmp_path / "new",), tmp_path).of(found["may/a"]).text == "One.\n"


def test_a_text_that_has_changed_is_not_shown(tmp_path: Path) -> None:
    making.write_articles(tmp_path / "news", {"a": "One.\n"})
    found = headings(tmp_path / "news")
    making.write_articles(tmp_path / "news", {"a": "Another.\n"})
    text = Texts((), tmp_path).of(found["a"])
    assert text.text is None and "its text has changed since" in (text.problem or "")


@pytest.mark.parametrize(
    "path", ["../secret.txt", "x/../../secret.txt", "{outside}/secret.txt", "/etc/hostname"]
)
def test_no_path_leads_out_of_the_folder(tmp_path: Path, path: str) -> None:
    making.write_articles(tmp_path / "given", {"a": "One.\n"})
    making.write_articles(tmp_path, {"secret": "Keep this.\n"})
    heading = headings(tmp_path / "secret.txt")["secret"]
    heading.path = path.format(outside=tmp_path)
    assert Texts((tmp_path / "given",), tmp_path).of(heading).text is None


def test_a_path_shows_nothing_that_was_not_read(tmp_path: Path) -> None:
    making.write_articles(tmp_path, {"a": "One.\n", "secret": "Keep this.\n"})
    heading = headings(tmp_path / "a.txt")["a"]
    heading.path = str(tmp_path / "secret.txt")
    text = Texts((), tmp_path).of(heading)
    assert text.text is None and "Keep this" not in (text.problem or "")


@pytest.mark.parametrize(
    ("path", "told"),
    [("-", "standard input"), (None, "standard input"), ("gone.txt", "no gone.txt here")],
)
def test_what_is_not_there_is_said(tmp_path: Path, path: str | None, told: str) -> None:
    making.write_articles(tmp_path, {"a": "One.\n"})
    heading = headings(tmp_path / "a.txt")["a"]
    heading.path = path
    assert told in (Texts((), tmp_path).of(heading).problem or "")

"""The benchmark measures on articles that are never the same twice, and says what it measured."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from extractor.articles import Article
from extractor.bench import Sample, bundled, given
from extractor.bench.texts import varied, write_articles

TEXT = "A bomb killed 12 people in Quetta on Monday. The police of Balochistan blamed Karim Jan and 3 others."


def test_every_copy_of_an_article_is_another_text() -> None:
    copies = [varied(TEXT, turn) for turn in range(50)]
    assert copies[0] == TEXT and len(set(copies)) == 50
    assert len({copy.split()[3] for copy in copies}) == 7, "the numbers differ"
    assert len({word for copy in copies for word in copy.split()}) > len(set(TEXT.split())) + 20, "new names"


def test_a_copy_is_the_same_in_every_run() -> None:
    assert varied(TEXT, 3) == varied(TEXT, 3)


def test_articles_are_written_as_often_as_wanted(tmp_path: Path) -> None:
    sample = Sample("conflict", (Article(id="a", text=TEXT), Article(id="b", text="Two men were shot.")))
    words = write_articles(sample, 7, tmp_path / "articles.jsonl")
    rows = [json.loads(line) for line in (tmp_path / "articles.jsonl").read_text().splitlines()]
    assert len({row["id"] for row in rows}) == len({row["text"] for row in rows}) == 7
    assert words == sum(len(row["text"].split()) for row in rows)


def test_both_kinds_of_news_are_bundled() -> None:
    assert all(len(sample.articles) >= 3 for sample in bundled().values())


def test_a_sample_of_nothing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no articles of ordinary news"):
        given("ordinary", [str(tmp_path)])


@pytest.mark.slow
def test_the_command_measures_what_is_given(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(TEXT, encoding="utf-8")
    figures = tmp_path / "figures.json"
    done = subprocess.run(
        [
            *(sys.executable, "-m", "extractor", "bench", "--conflict", str(tmp_path / "one.txt")),
            *("--articles", "40", "--workers", "2", "--sizes", "20,40", "--json", str(figures)),
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    told = json.loads(figures.read_text(encoding="utf-8"))
    (kind,) = told["kinds"]
    assert "conflict news" in done.stdout and "all workers by one worker" in done.stdout
    assert (kind["articles"], kind["lost_by_gate"]) == (40, 0)
    assert all(kind[name] > 0 for name in ("bare", "one_worker", "all_workers", "ratio", "peak_mb"))
    assert [row["articles"] for row in told["sizes"]] == [20, 40]

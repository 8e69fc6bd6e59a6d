"""Title and header lines of plain text: what is head, what is body."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from extractor.articles.head import header_line, read_head
from extractor.articles.wording import Boilerplate, Footer, Label, load_wording

WORDING = load_wording()
BODY = "Gunmen on motorcycles opened fire on a customs post near the river on Sunday night, officials said."
MARCH_3 = dt.date(2021, 3, 3)


@pytest.mark.parametrize("entry", WORDING.labels, ids=lambda entry: entry.id)
def test_examples_of_the_labels(entry: Label) -> None:
    for line in entry.match:
        found = header_line(line, WORDING)
        assert found is not None and found.role == entry.role, line
    for line in entry.no_match:
        assert header_line(line, WORDING) is None, line


@pytest.mark.parametrize("entry", WORDING.footers, ids=lambda entry: entry.id)
def test_examples_of_the_footers(entry: Footer) -> None:
    for line in entry.match:
        assert read_head(f"{BODY}\n\n{line}\n", WORDING).published == MARCH_3, line
    for line in entry.no_match:
        assert read_head(f"{BODY}\n\n{line}\n", WORDING).published is None, line


@pytest.mark.parametrize("entry", WORDING.boilerplate, ids=lambda entry: entry.id)
def test_examples_of_boilerplate(entry: Boilerplate) -> None:
    assert [line for line in entry.match if not WORDING.is_boilerplate(line)] == []
    assert [line for line in entry.no_match if WORDING.is_boilerplate(line)] == []


def test_the_menu_of_a_copied_page_is_head() -> None:
    head = (
        "Customs post comes under fire | Valley Courier\nHome | World | Sport\nLOGIN\nAdvertisement\n"
        "Published: 3 March 2021 | Updated: 18:42\nWeb Desk\nSHARE  Facebook  Print\n\n"
    )
    text = head + f"{BODY}\n" * 3
    found = read_head(text, WORDING)
    assert (found.published, found.body_start) == (MARCH_3, len(head))
    assert found.title == "Customs post comes under fire | Valley Courier"


def test_a_date_below_wrapped_text_does_not_make_it_a_menu() -> None:
    text = (
        "Two men were shot dead on Monday when a\npatrol stopped their car near the\nbridge\n3 March 2021\n"
    )
    found = read_head(text, WORDING)
    assert (found.published, found.body_start) == (MARCH_3, 0)


def test_a_users_own_labels_are_laid_over_ours(tmp_path: Path) -> None:
    (tmp_path / "headers").mkdir()
    (tmp_path / "headers" / "labels.yaml").write_text("- {id: dutch, role: published, labels: [Datum]}\n")
    wording = load_wording(tmp_path)
    assert header_line("Datum: 3 maart 2021", wording) is not None
    assert header_line("Date: 3 March 2021", wording) is not None
    assert header_line("Datum: 3 maart 2021", WORDING) is None


def test_a_wrong_file_of_labels_is_named(tmp_path: Path) -> None:
    (tmp_path / "headers").mkdir()
    (tmp_path / "headers" / "labels.yaml").write_text("- {id: dutch, role: day, labels: [Datum]}\n")
    with pytest.raises(ValueError, match=r"labels\.yaml:1: entry 'dutch', role: 'day' is none of"):
        load_wording(tmp_path)


@pytest.mark.parametrize(
    ("head", "title", "source", "published", "byline"),
    [
        pytest.param(
            "Customs post comes under fire\nPublishing date: 03 March 2021\nPublished in: Valley Courier\n",
            "Customs post comes under fire",
            "Valley Courier",
            MARCH_3,
            None,
            id="title and labelled lines",
        ),
        pytest.param(
            "Source: Northern Wire\nDate: March 3, 2021\n\nCustoms post comes under fire\n\n",
            "Customs post comes under fire",
            "Northern Wire",
            MARCH_3,
            None,
            id="labelled lines before the title",
        ),
        pytest.param(
            "Customs post comes under fire\n\nBy Farida Noor\nMarch 3, 2021 14:05 PKT\n\n",
            "Customs post comes under fire",
            None,
            MARCH_3,
            "Farida Noor",
            id="byline and a line that is only a date",
        ),
        pytest.param(
            "Headline: Customs post comes under fire\nUpdated: 3 March 2021\n",
            "Customs post comes under fire",
            None,
            MARCH_3,
            None,
            id="the day of the update for want of another",
        ),
        pytest.param(
            "Post under fire\nUpdated: 5 March 2021\nPublished: 3 March 2021\n",
            "Post under fire",
            None,
            MARCH_3,
            None,
            id="the day of publication before that of the update",
        ),
        pytest.param(
            "Customs post comes under fire\nTwo officers wounded as raiders cross the river.\n"
            "By Our Correspondent\n",
            "Customs post comes under fire",
            None,
            None,
            "Our Correspondent",
            id="a deck between title and byline",
        ),
        pytest.param(
            "Customs post comes under fire\n\n",
            "Customs post comes under fire",
            None,
            None,
            None,
            id="a title alone, a blank line after it",
        ),
        pytest.param("", None, None, None, None, id="no head"),
    ],
)
def test_heads(
    head: str, title: str | None, source: str | None, published: dt.date | None, byline: str | None
) -> None:
    text = f"{head}{BODY}\nMore was not known.\n"
    found = read_head(text, WORDING)
    assert (found.title, found.source, found.published, found.byline) == (title, source, published, byline)
    assert text[found.body_start :].startswith(BODY)
    assert found.problems == ()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("RIVERTON: Two men were shot dead on Monday.\n\nPolice came late.", id="dateline"),
        pytest.param("Two men were shot dead on Monday.\n\nPolice came late.", id="a sentence"),
        pytest.param(
            "Riverton, 3 Mar (Lakeland Radio) -- [Interview]\n\nPolice came.", id="place line alone"
        ),
        pytest.param("Two men were shot dead on Monday", id="one line and no more"),
        pytest.param(
            "Two men were shot dead on Monday when a\npatrol stopped their car near the\nbridge.",
            id="hard-wrapped text",
        ),
        pytest.param("By the time the police came,\nthe two men were dead.\n", id="By, beginning a sentence"),
        pytest.param("Source of the blast unknown.\nPolice came late.", id="a label's word in a sentence"),
    ],
)
def test_bodies_that_are_no_head(text: str) -> None:
    found = read_head(text, WORDING)
    assert (found.title, found.body_start, found.published) == (None, 0, None)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("RIVERTON, March 3, 2021 (Northern Wire) - Two men were shot dead.", MARCH_3),
        ("Riverton, Lakeland, 3 March 2021 — Two men were shot dead.", MARCH_3),
        ("Riverton, 3 Mar 21 (Northern Wire) -- [Text] Two men were shot dead.", MARCH_3),
        ("RIVERTON, March 3 (Northern Wire) - Two men were shot dead.", None),
        ("The raid of March 3, 2021 - the third this year - killed two men.", None),
        ("Two men died on March 3, 2021 - a Wednesday - and one later.", None),
    ],
)
def test_the_day_in_a_dateline_serves_for_want_of_another(line: str, day: dt.date | None) -> None:
    found = read_head(line, WORDING)
    assert (found.published, found.body_start) == (day, 0)
    dated = read_head(f"Post under fire\nDate: 4 May 2022\n\n{line}", WORDING)
    assert dated.published == dt.date(2022, 5, 4)


def test_an_unreadable_date_is_a_problem() -> None:
    found = read_head(f"Post under fire\nPublished: the third day of spring\n{BODY}", WORDING)
    assert found.published is None
    assert found.problems == ("cannot read the date 'the third day of spring'; write it as YYYY-MM-DD",)


def test_an_update_in_the_story_is_body() -> None:
    text = f"Post under fire\n\nUpdate: two more bodies are found\n\n{BODY}"
    assert text[read_head(text, WORDING).body_start :].startswith("Update:")

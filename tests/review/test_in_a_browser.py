"""Reviewing as people do it: in a browser, with the keyboard, at once with others, and after a crash."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import making
import pytest

ROOT = Path(__file__).parents[2]
SHOTS = os.environ.get(
    "REVIEW_SCREENSHOTS"
)  # a folder: then the tests write the pictures of the documentation
SCRIPT = "</mark></div><script>document.title = 'owned'</script>"
Look = Callable[..., Any]
pytestmark = pytest.mark.slow


def script(name: str) -> str:
    """A script of this folder, run in the page."""
    return (Path(__file__).parent / f"{name}.js").read_text(encoding="utf-8")


def select_words(page: Any, words: str) -> None:
    """Select words in the article as a mouse would, and let the page take notice."""
    page.locator("body[data-ready=yes]").wait_for()
    found = page.evaluate(
        script("select"),
        words,
    )
    assert found >= 0
    page.wait_for_function("words => document.querySelector('#words').value === words", arg=words)


def press(page: Any, key: str) -> None:
    """Press a key once the page listens."""
    page.locator("body[data-ready=yes]").wait_for()
    page.keyboard.press(key)


def open_article(page: Any, title: str) -> None:
    page.get_by_role("link", name=title).click()
    page.get_by_role("heading", name=title, level=1).wait_for()
    page.locator("body[data-ready=yes]").wait_for()


def wait_for_entries(corpus: making.Corpus, page: Any, count: int) -> list[dict[str, Any]]:
    for _ in range(1_000):
        if len(corpus.entries()) >= count:
            break
        page.wait_for_timeout(40)
    assert len(corpus.entries()) == count
    return corpus.entries()


def test_ten_records_are_reviewed_by_keyboard_alone(serve: Any, look: Look, corpus: making.Corpus) -> None:
    page = look(serve().address)
    press(page, "j")
    press(page, "Enter")
    page.get_by_role("group", name="Verdict").wait_for()
    for number in range(10):
        press(page, "r" if number == 3 else "a")
        wait_for_entries(corpus, page, number + 1)
        page.locator(".record.active .badge.accepted, .record.active .badge.rejected").wait_for()
        if number < 9:
            before = page.url
            press(page, "n")
            page.wait_for_url(lambda url, before=before: url != before)
    assert [entry["action"] for entry in corpus.entries()] == [*["accept"] * 3, "reject", *["accept"] * 6]
    assert "10 of 11 reviewed" in page.locator(".progress").inner_text()
    press(page, "u")
    page.locator(".said", has_text="Undone: accept.").wait_for()
    assert corpus.entries()[-1]["undoes"] == 10


def test_a_toll_is_edited_by_selecting_words(serve: Any, look: Look, corpus: making.Corpus) -> None:
    page = look(serve().address)
    open_article(page, "Four policemen killed in attack on checkpost")
    select_words(page, "at least 11 others")
    page.get_by_role("group", name="Field").get_by_role("button", name="killed").click()
    [entry] = wait_for_entries(corpus, page, 1)
    [change] = entry["changes"]
    assert change["before"]["record"]["casualties"]["killed"]["best"] == 4
    after = change["after"]["record"]
    assert after["casualties"]["killed"] == {
        "low": 11, "best": 11, "high": None, "vague": None, "text": "at least 11 others", "shared_by": None,
    }  # fmt: skip
    [words] = [item for item in after["evidence"] if item["field"] == "casualties.killed"]
    assert making.CHECKPOST[words["start"] : words["end"]] == "at least 11 others"
    assert words["rule"] == "review/words"
    page.locator("#f-killed-best[value='11']").wait_for()


def test_a_field_is_edited_in_its_form(serve: Any, look: Look, corpus: making.Corpus) -> None:
    page = look(serve().address)
    open_article(page, "Four policemen killed in attack on checkpost")
    press(page, "e")
    assert page.evaluate("document.activeElement.id") == "f-type"
    page.locator("#f-killed-best").fill("5")
    press(page, "Tab")
    [entry] = wait_for_entries(corpus, page, 1)
    killed = entry["changes"][0]["after"]["record"]["casualties"]["killed"]
    assert (killed["low"], killed["best"], killed["high"]) == (5, 5, 5)
    page.locator("#f-killed-low[value='5']").wait_for()
    page.locator("#f-search").fill("Mastung")
    page.locator("#places li").first.click()
    entry = wait_for_entries(corpus, page, 2)[-1]
    assert entry["changes"][0]["after"]["record"]["location"]["province"] == "Balochistan"
    page.locator("#f-province[value='Balochistan']").wait_for()
    page.locator("#f-killed-best").fill("five or so")
    press(page, "Tab")
    assert "is no number of people" in page.get_by_role("alert").inner_text()
    assert len(corpus.entries()) == 2


def test_a_missed_event_is_added(serve: Any, look: Look, corpus: making.Corpus) -> None:
    page = look(serve().address)
    open_article(page, "Four policemen killed in attack on checkpost")
    select_words(page, "roadside bomb")
    press(page, "i")
    [entry] = wait_for_entries(corpus, page, 1)
    assert entry["action"] == "add" and entry["changes"][0]["before"] is None
    made = entry["changes"][0]["after"]["record"]
    assert (made["category"], made["event_type"]) == ("bombing", "roadside_bombing")
    page.locator(".record.active .badge.added").wait_for()
    select_words(page, "Mastung")
    page.get_by_role("group", name="Field").get_by_role("button", name="place").click()
    entry = wait_for_entries(corpus, page, 2)[-1]
    assert entry["changes"][0]["after"]["record"]["location"]["district"] == "Mastung"


def test_records_are_split_and_merged_and_the_article_is_finished(
    serve: Any, look: Look, corpus: making.Corpus
) -> None:
    page = look(serve().address)
    open_article(page, "Four policemen killed in attack on checkpost")
    press(page, "s")
    page.locator(".record").nth(1).wait_for()
    page.locator(".record.active .badge.added").wait_for()
    press(page, "k")
    page.locator(".record.active:first-child").wait_for()
    press(page, "m")
    page.locator("details[open] button.left").first.click()
    page.locator(".record:nth-child(2)").wait_for(state="detached")
    press(page, "a")
    page.locator(".finish.ready").wait_for()
    press(page, "f")
    page.locator(".finish .badge.accepted").wait_for()
    actions = [entry["action"] for entry in corpus.entries()]
    assert actions == ["split", "merge", "accept", "complete"]


def test_a_duplicate_of_another_article_is_marked(serve: Any, look: Look, corpus: making.Corpus) -> None:
    page = look(serve().address)
    open_article(page, "Bomb in Landi Kotal, report 0")
    press(page, "d")
    page.get_by_label("Search all records").fill("landi kotal report 5")
    page.get_by_label("Search all records").press("Enter")
    page.get_by_role("button", name="Bomb in Landi Kotal, report 5: bombing").click()
    [entry] = wait_for_entries(corpus, page, 1)
    [change] = entry["changes"]
    assert (change["after"]["verdict"], change["after"]["other"]) == ("duplicate", "r5")
    page.locator(".record.active .badge.duplicate").wait_for()


def test_a_place_is_searched_with_the_keyboard_alone(serve: Any, look: Look, corpus: making.Corpus) -> None:
    page = look(serve().address)
    open_article(page, "Four policemen killed in attack on checkpost")
    page.locator("#f-search").focus()
    page.keyboard.type("Turbat")
    page.locator("#places li").first.wait_for()
    press(page, "ArrowDown")
    assert page.locator("#places li[aria-selected=true]").count() == 1
    press(page, "Enter")
    [entry] = wait_for_entries(corpus, page, 1)
    assert entry["changes"][0]["after"]["record"]["location"]["province"] == "Balochistan"


def test_a_place_is_not_chosen_from_the_list_for_fewer_letters(
    serve: Any, look: Look, corpus: making.Corpus
) -> None:
    page = look(serve().address)
    open_article(page, "Four policemen killed in attack on checkpost")
    page.locator("#f-search").focus()
    page.keyboard.type("Tura")
    page.locator("#places li").first.wait_for()
    held: list[Any] = []
    page.route("**/places?*", lambda route: held.append(route))
    press(page, "Backspace")
    page.keyboard.type("bat")
    while len(held) < 4:
        page.wait_for_timeout(10)
    press(page, "Enter")
    for route in held:
        route.continue_()
    [entry] = wait_for_entries(corpus, page, 1)
    assert entry["changes"][0]["after"]["record"]["location"]["name"] == "Turbat"


def test_words_are_shown_for_a_field_and_told_for_words(serve: Any, look: Look) -> None:
    page = look(serve().address)
    open_article(page, "Four policemen killed in attack on checkpost")
    page.get_by_role("button", name="killed").last.click()
    assert page.locator("#text mark.flash").inner_text() == "four policemen"
    page.get_by_text("four policemen", exact=True).first.hover()
    page.locator("#tip:not([hidden])").wait_for()
    assert page.locator("#tip").inner_text() == "casualties.killed = 4 (tolls/kill_verb)"


def test_nothing_is_lost_when_the_server_is_killed(serve: Any, look: Look, corpus: making.Corpus) -> None:
    server = serve()
    page = look(server.address)
    open_article(page, "Four policemen killed in attack on checkpost")
    page.locator("#f-killed-best").fill("5")
    press(page, "Tab")
    wait_for_entries(corpus, page, 1)
    server.kill()
    press(page, "Escape")
    press(page, "a")
    page.get_by_text("Not saved: the server does not answer.").wait_for()
    with corpus.log.open("a", encoding="utf-8") as log:
        log.write('{"n": 2, "at": "2025-03-04T10:0')  # a line that the crash has torn
    page = look(serve().address)
    open_article(page, "Four policemen killed in attack on checkpost")
    assert page.locator("#f-killed-best").input_value() == "5"
    press(page, "a")
    page.locator(".record.active .badge.accepted").wait_for()
    lines = corpus.log.read_text(encoding="utf-8").splitlines()
    assert len(lines) == 3 and lines[1].endswith("10:0") and '"action":"accept"' in lines[2]


def test_two_reviewers_at_once(serve: Any, look: Look, corpus: making.Corpus) -> None:
    server = serve()
    anna, ben = look(server.address), look(server.address)
    ben.get_by_label("Reviewer", exact=True).fill("ben")
    ben.get_by_role("button", name="Change").click()
    for page in (anna, ben):
        open_article(page, "Four policemen killed in attack on checkpost")
    anna.locator("#f-killed-best").fill("5")
    press(anna, "Tab")
    wait_for_entries(corpus, anna, 1)
    press(ben, "r")  # ben has not seen what anna did
    assert "anna has decided on this record since you opened it" in ben.get_by_role("alert").inner_text()
    assert ben.locator("#f-killed-best").input_value() == "5"
    press(ben, "a")
    entries = wait_for_entries(corpus, ben, 2)
    assert [(entry["by"], entry["action"]) for entry in entries] == [("anna", "edit"), ("ben", "accept")]


def test_a_hostile_article_stays_text(serve: Any, look: Look, tmp_path: Path) -> None:
    folder = tmp_path / "hostile"
    folder.mkdir()
    articles = making.write_articles(folder / "articles", {"<b>&amp;": making.HOSTILE_TEXT})
    [article] = articles.values()
    hostile = making.record(
        article,
        '"><script>document.title="owned"</script>',
        "bombing",
        category="bombing",
        actors=(
            {"text": "<script>document.title='owned'</script>", "kind": "unknown", "role": "perpetrator"},
        ),
        location={**making.place(1), "name": "'\"><img src=x onerror=document.title='owned'>"},
        evidence={
            "event_type": "A bomb",
            "location": SCRIPT,
        },
    )
    events = making.write_events(folder / "events.jsonl", [hostile])
    corpus = making.Corpus(folder / "articles", events)
    page = look(serve(corpus).address)
    page.locator("h2 a").first.click()
    page.locator("#text").wait_for()
    page.wait_for_timeout(300)
    assert page.locator("#text").text_content() == making.HOSTILE_TEXT
    select_words(
        page,
        f'two people in "Quetta" & {SCRIPT} on Tuesday 😀, police',
    )
    page.get_by_role("group", name="Field").get_by_role("button", name="target").click()
    [entry] = wait_for_entries(corpus, page, 1)
    assert entry["changes"][0]["after"]["record"]["targets"][-1]["text"].endswith("on Tuesday 😀, police")
    page.goto(re.sub(r"article.*", "overview", page.url))
    page.locator("body[data-drawn=yes]").wait_for()
    assert "owned" not in page.title()
    assert page.locator("main script, main img").count() == 0


def test_the_overview_filters_and_gives_its_map(serve: Any, look: Look) -> None:
    page = look(serve().address)
    page.get_by_role("link", name="Overview").click()
    page.locator("body[data-drawn=yes]").wait_for()
    assert page.locator("h1").inner_text() == "11 incidents · 69 killed · 11 injured"
    page.get_by_role("link", name="Balochistan").click()
    page.locator("body[data-drawn=yes]").wait_for()
    assert page.locator("h1").inner_text().startswith("4 incidents")
    with page.expect_download() as download:
        page.get_by_role("button", name="PNG").click()
    assert Path(download.value.path()).read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (1440, "dark"), (390, "light")])
def test_pages_fit_windows_and_can_be_read(serve: Any, look: Look, width: int, scheme: str) -> None:
    page = look(serve().address, viewport={"width": width, "height": 900}, color_scheme=scheme)
    for path in ("/", "/article/0", "/overview", "/agreement"):
        page.goto(re.sub(r"(:\d+)/.*", rf"\1{path}", page.url))
        page.locator("main").wait_for()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
        assert page.evaluate(script("unnamed")) == [], path
        assert page.evaluate(script("faint")) == [], path


@pytest.mark.skipif(not SHOTS, reason="REVIEW_SCREENSHOTS=FOLDER writes the pictures of the documentation")
def test_pictures_for_the_documentation(serve: Any, look: Look, tmp_path: Path) -> None:
    """Of the bundled articles as the rules read them."""
    folder, articles = Path(SHOTS or "").absolute(), ROOT / "corpora" / "articles"
    folder.mkdir(parents=True, exist_ok=True)
    events = tmp_path / "bundled" / "events.jsonl"
    extract = [sys.executable, "-m", "extractor", "extract", str(articles), "-o", str(events), "--quiet"]
    subprocess.run(extract, check=True, timeout=300)
    server = serve(making.Corpus(articles, events))
    page = look(f"{server.address}&q=Mogadishu", viewport={"width": 1280, "height": 860})
    page.locator("h2 a").first.click()
    page.locator("canvas.map").wait_for()
    page.wait_for_timeout(1500)
    page.screenshot(path=folder / "review-article.png")
    for number in range(4):
        press(page, "r" if number == 2 else "a")
        page.locator(".progress", has_text=f"{number + 1} of").wait_for()
    page.goto(re.sub(r"article.*", "", page.url))
    page.screenshot(path=folder / "review-queue.png")
    page.goto(f"{page.url}overview")
    page.locator("body[data-drawn=yes]").wait_for()
    page.wait_for_timeout(1500)
    page.screenshot(path=folder / "review-overview.png")

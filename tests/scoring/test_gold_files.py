"""Gold files as a researcher writes them, and what is said when one is wrong."""

from __future__ import annotations

import datetime as dt

import pytest

from extractor.scoring import GoldError, read_gold, read_gold_file

HEAD = "article: story\nkind: wire_report\ncountry: NO\nevents:\n"


def write(folder, text):
    path = folder / "story.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_defaults_and_short_forms(tmp_path):
    path = write(
        tmp_path,
        HEAD
        + """\
  - id: e1
    category: bombing
    date: 2021-03-04
    casualties: {killed: 3, injured: null}
    by_group: {civilian: {killed: 3}}
""",
    )
    article = read_gold_file(path)
    (event,) = article.events
    assert article.country == "NO"
    assert (event.scope, event.status, event.background, event.optional) == (
        ("incident",),
        ("occurred",),
        (False,),
        False,
    )
    assert (event.date[0].start, event.date[0].end) == (dt.date(2021, 3, 4), dt.date(2021, 3, 4))
    assert event.casualties.killed[0].best == 3
    assert event.casualties.injured == ()
    assert event.by_group["civilian"].killed[0].best == 3


def test_lists_are_alternatives(tmp_path):
    path = write(
        tmp_path,
        HEAD
        + """\
  - id: e1
    category: [bombing, armed_assault]
    date: [2021-03-04, {start: 2021-03-03, end: 2021-03-04}]
    location: {place: [Oru, Kandara], country: NO}
    casualties: {killed: [3, {best: 4, low: 4}]}
""",
    )
    (event,) = read_gold_file(path).events
    assert event.category == ("bombing", "armed_assault")
    assert len(event.date) == 2
    assert event.location.place == ("Oru", "Kandara")
    assert [toll.best for toll in event.casualties.killed] == [3, 4]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            HEAD + "  - id: e1\n    category: bomb\n",
            r"story\.yaml:6: events\.0\.category\.0: Input should be",
        ),
        (HEAD + "  - id: e1\n    category: arson\n    dead: 3\n", r":7: events\.0\.dead: Extra inputs"),
        (HEAD + "  - id: e1\n", r":5: events\.0\.category: Field required"),
        (
            HEAD + "  - {id: e1, category: arson}\n  - {id: e1, category: arson}\n",
            "event ids stand twice: e1",
        ),
        (HEAD + "  - {id: e1, category: arson, actors: [{kind: crowd}]}\n", "an actor needs an id"),
        (HEAD + "  - {id: e1, category: []}\n", r":5: events\.0\.category: .* at least 1 item"),
        (HEAD + "  - {id: e1, category: arson, coders: [B]}\n", "no annotators of the article: B"),
        (HEAD + "  - {id: e1, category: arson, labels: {B: {dead: 3}}}\n", r"labels\.B\.dead: Extra inputs"),
        (HEAD + "  - [", r"story\.yaml:\d+: not valid YAML"),
        ("article: tale\nkind: a\ncountry: NO\nevents: []\n", "must be the file's own name, 'story'"),
    ],
)
def test_faults_are_told_with_their_line(tmp_path, text, message):
    with pytest.raises(GoldError, match=message):
        read_gold_file(write(tmp_path, text))


def test_an_empty_folder(tmp_path):
    with pytest.raises(GoldError, match="no gold files"):
        read_gold(tmp_path)

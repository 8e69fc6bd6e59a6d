"""Records against gold, event by event."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.scoring import EventsError, GoldArticle, evaluate, judge
from extractor.scoring.calibration import bins, expected_calibration_error
from extractor.scoring.report import Judged
from extractor.scoring.report_pages import as_page


def counts(figures):
    return figures.right, figures.extra, figures.missed


def test_a_record_answers_the_event_it_agrees_with(record, gold, story):
    report = judge(
        [record(id="r1", killed=5, place="Oru"), record(id="r2", killed=2, place="Kandara")],
        [
            story(
                gold(id="g1", location={"place": "Kandara", "country": "PK"}, casualties={"killed": 2}),
                gold(id="g2", location={"place": "Oru", "country": "PK"}, casualties={"killed": 5}),
            )
        ],
    )
    assert counts(report.events) == (2, 0, 0)
    assert counts(report.whole_records) == (2, 0, 0)
    assert report.fields["killed"].strict.f1 == 1.0
    assert report.misses == ()


def test_missed_and_extra_events(record, gold, story):
    report = judge(
        [record(category="arrest", event_type="arrest", date=None, arrested=2)],
        [story(gold(words="a mine went off", casualties={"killed": 2}))],
    )
    assert counts(report.events) == (0, 1, 1)
    assert [(miss.gold, miss.record, miss.got) for miss in report.misses] == [
        ("g1", None, "nothing"),
        (None, "r1", "arrest"),
    ]


def test_an_optional_event_is_neither_missed_nor_extra(record, gold, story):
    optional = gold(id="g1", optional=True, casualties={"killed": 2})
    assert counts(judge([], [story(optional)]).events) == (0, 0, 0)
    assert counts(judge([record(killed=2)], [story(optional)]).events) == (0, 0, 0)


def test_a_required_event_is_answered_before_an_optional_one(record, gold, story):
    report = judge([record(killed=2)], [story(gold(id="g1", optional=True), gold(id="g2"))])
    assert counts(report.events) == (1, 0, 0)


def test_the_words_decide_between_events_that_are_alike(record, gold, story):
    evidence = [{"field": "event_type", "text": "second blast", "start": 40, "end": 52, "rule": "r"}]
    report = judge(
        [record(evidence=evidence)],
        [story(gold(id="g1", words="the first blast"), gold(id="g2", words="a second blast"))],
    )
    assert [miss.gold for miss in report.misses] == ["g1"]


def test_a_miss_tells_where_the_value_came_from(record, gold, story):
    evidence = [{"field": "casualties.killed", "text": "3 people", "start": 10, "end": 18, "rule": "r"}]
    report = judge([record(killed=3, evidence=evidence)], [story(gold(casualties={"killed": 4}))])
    (miss,) = report.misses
    assert (miss.article, miss.field, miss.wanted, miss.got) == ("story", "killed", "?/4/?", "3/3/3")
    assert (miss.evidence[0].start, miss.evidence[0].end) == (10, 18)
    assert "story g1 r1 killed: want ?/4/?; got 3/3/3 (10:18 '3 people' by r)" in report.to_text()


def test_slices(record, gold, story):
    report = judge(
        [record()],
        [
            story(
                gold(id="g1"), gold(id="g2", category="arrest", date="2019-01-01", location={"country": "NP"})
            )
        ],
    )
    assert {name: counts(part.events) for name, part in report.slices["country"].items()} == {
        "NP": (0, 0, 1),
        "PK": (1, 0, 0),
    }
    assert counts(report.slices["event type"]["bombing"].events) == (1, 0, 0)
    assert counts(report.slices["article kind"]["wire_report"].events) == (1, 0, 1)


def test_records_of_articles_without_gold_are_not_judged(record, gold, story):
    other = record(id="r9", article={"id": "another", "sha256": "0"})
    assert counts(judge([record(), other], [story(gold())]).events) == (1, 0, 0)


def test_files(tmp_path, record):
    events, folder = tmp_path / "events.jsonl", tmp_path / "gold"
    folder.mkdir()
    events.write_text(record().to_line() + "\n", encoding="utf-8")
    (folder / "story.yaml").write_text(
        "article: story\nkind: wire_report\ncountry: PK\nevents:\n"
        "  - {id: e1, category: [bombing, arson], date: 2021-03-04, location: {country: PK}}\n",
        encoding="utf-8",
    )
    report = evaluate(events, folder)
    assert counts(report.events) == (1, 0, 0)
    assert '"precision": 1.0' in report.to_json()


def test_a_bad_events_line(tmp_path):
    events = tmp_path / "events.jsonl"
    events.write_text("\n{}\n", encoding="utf-8")
    (tmp_path / "story.yaml").write_text(
        "{article: story, kind: a, country: PK, events: []}", encoding="utf-8"
    )
    with pytest.raises(EventsError, match=r"events\.jsonl:2: not an event record, id: Field required"):
        evaluate(events, tmp_path)


def test_figures_spread_over_articles_drawn_anew(record, gold):
    stories = [
        GoldArticle(article=f"s{n}", kind="wire_report", country="PK", events=[gold()]) for n in range(8)
    ]
    records = [record(article={"id": f"s{n}", "sha256": "0"}) for n in range(6)]
    report = judge(records, stories)
    spread = report.intervals["events"]
    assert report.events.f1 == pytest.approx(6 / 7, abs=1e-4)
    assert spread.low is not None and spread.high is not None and spread.low < 6 / 7 < spread.high <= 1


def test_from_a_few_articles_no_spread_is_told(record, gold, story):
    assert judge([record()], [story(gold())]).intervals == {}


def test_micro_counts_answers_and_macro_counts_fields(record, gold, story):
    report = judge([record(killed=3)], [story(gold(casualties={"killed": 4}))])
    assert report.micro.right > report.micro.extra == report.micro.missed == 1
    judged = [field.strict.f1 for field in report.fields.values() if field.strict.f1 is not None]
    assert report.macro_f1 == pytest.approx(sum(judged) / len(judged), abs=1e-4)


def test_confidence_is_held_to_its_word():
    def judged(confidence, right):
        return Judged(article="a", record="r", wanted=None, got="bombing", confidence=confidence, right=right)

    kept = [judged(0.9, n < 9) for n in range(10)]
    assert expected_calibration_error(kept) == 0
    assert expected_calibration_error([judged(0.9, False)]) == pytest.approx(0.9)
    assert expected_calibration_error([]) is None
    assert [(b.records, b.right) for b in bins([*kept, judged(1.0, True)])] == [(11, pytest.approx(10 / 11))]


@pytest.mark.parametrize(
    ("suffix", "told"), [(".html", "<td>events</td>"), (".md", "| events | "), (".txt", "events  ")]
)
def test_a_report_in_the_form_that_its_name_asks_for(record, gold, story, suffix, told):
    report = judge(
        [record(killed=3)], [story(gold(casualties={"killed": 4}), gold(id="g2", category="arson"))]
    )
    assert told in as_page(report, Path(f"report{suffix}"))

"""Gold to the formats of annotation tools and back, and what the tools themselves write."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor import cli
from extractor.records import Category, Status
from extractor.scoring import GoldArticle, read_gold_file
from extractor.scoring.annotation import (
    CONFIG,
    AnnotationError,
    from_tasks,
    marked,
    read_brat,
    to_tasks,
    to_yaml,
    unmarked,
    write_brat,
)
from extractor.scoring.coders import version_of

TEXT = """Harbour blast kills two
Published: 5 March 2021

ORU: A mine went off as a patrol of the coast guard passed the old
harbour on Thursday, killing two guards; the Salt Front said: "It was us".
In Kandara gunmen “of no name” shot a driver.
"""
WORDS = TEXT.split()


def spans(most: int) -> st.SearchStrategy[str]:
    """Some words that stand in the text one after the other."""
    starts = st.integers(0, len(WORDS) - most)
    return st.tuples(starts, st.integers(1, most)).map(lambda at: " ".join(WORDS[at[0] : at[0] + at[1]]))


def some(values: st.SearchStrategy[Any], least: int = 0) -> st.SearchStrategy[list[Any]]:
    return st.lists(values, min_size=least, max_size=2)


NAMES = (
    st.text("abc :{}[]'\"#,-é", min_size=1).map(str.strip).filter(lambda name: name not in ("", "null", "~"))
)
TOLLS = st.one_of(
    st.integers(0, 900),
    st.just({"vague": "dozens: many"}),
    st.tuples(st.integers(0, 9), st.integers(10, 99)).map(lambda t: {"low": t[0], "best": t[1]}),
)
TOLL_OR_SILENCE = some(TOLLS) | TOLLS.map(lambda toll: [toll, None])
DATES = st.dates().map(str) | st.dates().map(lambda day: {"end": str(day)})
PARTS = st.fixed_dictionaries(
    {"text": some(spans(4) | NAMES, least=1)}, optional={"name": some(NAMES), "optional": st.booleans()}
)
EVENTS = st.fixed_dictionaries(
    {
        "category": st.lists(st.sampled_from(Category.__args__), min_size=1, max_size=2, unique=True),
        "words": spans(6),
    },
    optional={
        "optional": st.booleans(),
        "background": some(st.booleans(), least=1),
        "status": st.lists(st.sampled_from(Status.__args__), min_size=1, max_size=2, unique=True),
        "event_type": some(NAMES),
        "date": some(DATES),
        "location": st.fixed_dictionaries({}, optional={"place": some(NAMES), "country": some(NAMES)}),
        "casualties": st.fixed_dictionaries({}, optional={"killed": TOLL_OR_SILENCE, "injured": some(TOLLS)}),
        "by_group": st.dictionaries(
            st.sampled_from(["civilian", "militant"]), st.fixed_dictionaries({"killed": TOLLS})
        ),
        "actors": st.lists(PARTS, max_size=3),
        "targets": st.lists(PARTS, max_size=2),
        "note": NAMES,
    },
)


@st.composite
def articles(draw: st.DrawFn) -> GoldArticle:
    events = [{"id": f"e{n}", **event} for n, event in enumerate(draw(st.lists(EVENTS, max_size=3)), 1)]
    about = {"article": "story", "annotators": draw(st.sampled_from([[], ["Ada"]])), "kind": "wire_report"}
    return GoldArticle.model_validate({**about, "country": "PK", "published": "2021-03-05", "events": events})


@settings(max_examples=60, deadline=None)
@given(articles())
def test_label_studio_and_back(article: GoldArticle) -> None:
    tasks = json.loads(json.dumps(to_tasks([[marked(article, TEXT)]])))
    assert [unmarked(each) for each in from_tasks(tasks)] == [article]


@settings(max_examples=60, deadline=None)
@given(articles())
def test_brat_and_back(tmp_path_factory: pytest.TempPathFactory, article: GoldArticle) -> None:
    folder = tmp_path_factory.mktemp("brat")
    write_brat([[marked(article, TEXT)]], folder)
    assert [unmarked(each) for each in read_brat(folder)] == [article]


@settings(max_examples=60, deadline=None)
@given(articles())
def test_yaml_and_back(tmp_path_factory: pytest.TempPathFactory, article: GoldArticle) -> None:
    path = tmp_path_factory.mktemp("gold") / "story.yaml"
    path.write_text(to_yaml(article), encoding="utf-8")
    assert read_gold_file(path) == article


def test_every_annotator_has_an_annotation_of_the_task() -> None:
    article = gold(
        {
            "id": "e1",
            "category": "bombing",
            "words": "A mine went off",
            "labels": {"B": {"category": "clash"}},
        },
        {"id": "e2", "category": "armed_assault", "words": "shot a driver", "coders": ["A"]},
    )
    versions = [version_of(article, coder) for coder in ("A", "B")]
    [task] = to_tasks([[marked(version, TEXT) for version in versions]])
    assert len(task["annotations"]) == 2
    assert [unmarked(each) for each in from_tasks([task])] == versions
    assert [[event.category for event in version.events] for version in versions] == [
        [("bombing",), ("armed_assault",)],
        [("clash",)],
    ]


def gold(*events: dict[str, Any]) -> GoldArticle:
    about = {"article": "story", "annotators": ["A", "B"], "kind": "wire_report", "country": "PK"}
    return GoldArticle.model_validate({**about, "events": events})


def test_the_interface_is_xml_with_a_control_for_whatever_a_task_holds() -> None:
    controls = {each.get("name") for each in ET.fromstring(CONFIG).iter() if each.get("toName") == "text"}
    everything = gold(
        {
            "id": "e1",
            "optional": True,
            "scope": "aggregate",
            "status": "planned",
            "background": True,
            "category": "bombing",
            "event_type": "bombing",
            "count": 3,
            "date": "2021-03-04",
            "location": {"place": "Oru", "district": "Oru", "province": "Sindh", "country": "PK"},
            "actors": [
                {"id": "x", "name": "X", "text": "gunmen", "kind": "individual", "role": "perpetrator"}
            ],
            "targets": [{"text": "nowhere in the text", "type": "police"}],
            "casualties": {"killed": 2, "injured": 1, "arrested": 1, "abducted": 1},
            "by_group": {"security": {"killed": 2}},
            "words": "A mine went off",
            "note": "so it is",
        }
    )
    [task] = to_tasks([[marked(everything, TEXT)]])
    used = {result["from_name"] for result in task["annotations"][0]["result"] if "from_name" in result}
    assert used <= controls and len(used) > 20


# What Label Studio writes when a project is exported as JSON, with its own ids and accounts.
EXPORTED = [
    {
        "id": 41,
        "annotations": [
            {
                "id": 7,
                "completed_by": {"id": 3, "email": "noor@example.org", "first_name": "", "last_name": ""},
                "was_cancelled": False,
                "ground_truth": False,
                "lead_time": 61.2,
                "result": [
                    {
                        "value": {"start": 54, "end": 69, "text": "A mine went off", "labels": ["event"]},
                        "id": "Zk3_p0aRtQ",
                        "from_name": "label",
                        "to_name": "text",
                        "type": "labels",
                        "origin": "manual",
                    },
                    {
                        "value": {"start": 54, "end": 69, "text": "A mine went off", "choices": ["bombing"]},
                        "id": "Zk3_p0aRtQ",
                        "from_name": "category",
                        "to_name": "text",
                        "type": "choices",
                        "origin": "manual",
                    },
                    {
                        "value": {"start": 54, "end": 69, "text": ["2", "{low: 2, best: 3}"]},
                        "id": "Zk3_p0aRtQ",
                        "from_name": "killed",
                        "to_name": "text",
                        "type": "textarea",
                        "origin": "manual",
                    },
                    {
                        "value": {"start": 54, "end": 69, "text": ["Oru: the old harbour"]},
                        "id": "Zk3_p0aRtQ",
                        "from_name": "place",
                        "to_name": "text",
                        "type": "textarea",
                        "origin": "manual",
                    },
                    {
                        "value": {
                            "start": 73,
                            "end": 98,
                            "text": "a patrol of the coast guard",
                            "labels": ["target"],
                        },
                        "id": "b7Fq",
                        "from_name": "label",
                        "to_name": "text",
                        "type": "labels",
                        "origin": "manual",
                    },
                    {
                        "from_id": "b7Fq",
                        "to_id": "Zk3_p0aRtQ",
                        "type": "relation",
                        "direction": "right",
                        "labels": [],
                    },
                ],
            },
            {"id": 8, "completed_by": 4, "was_cancelled": True, "result": []},
        ],
        "file_upload": "2d1f-tasks.json",
        "drafts": [],
        "predictions": [],
        "data": {"text": TEXT, "article": "harbour"},
        "meta": {},
        "created_at": "2025-01-02T09:11:08.000000Z",
        "project": 5,
    }
]


def test_an_export_of_label_studio() -> None:
    [article] = [unmarked(each) for each in from_tasks(EXPORTED)]
    (event,) = article.events
    assert (article.article, article.annotators, article.country) == ("harbour", ("noor@example.org",), "ZZ")
    assert (event.id, event.category, event.words) == ("e1", ("bombing",), "A mine went off")
    assert [(toll.low, toll.best) for toll in event.casualties.killed] == [(None, 2), (2, 3)]
    assert event.location.place == ("Oru: the old harbour",)
    assert event.targets[0].text == ("a patrol of the coast guard",)


# A folder as brat leaves it: numbered roles, a relation and an equivalence, a note in words.
ANN = """\
T1\tbombing 54 69\tA mine went off
E1\tbombing:T1 Target:T2 Actor:T4
T2\tTarget 73 98\ta patrol of the coast guar
T3\tarmed_assault 211 223;224 225\tshot a dri ver
E2\tarmed_assault:T3
T4\tActor 150 164\tthe Salt Front
R1\tSame Arg1:T2 Arg2:T4\t
*\tEquiv T2 T4
A1\tStatus E2 attempted
A2\tOptional E2
#1\tAnnotatorNotes E1\t{casualties: {killed: {low: 2, best: 2}}, date: 2021-03-04}
#2\tAnnotatorNotes E2\tlooks odd to me
"""


def test_a_folder_of_brat(tmp_path: Path) -> None:
    (tmp_path / "noor").mkdir()
    (tmp_path / "noor" / "harbour.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "noor" / "harbour.ann").write_text(ANN, encoding="utf-8")
    [article] = [unmarked(each) for each in read_brat(tmp_path)]
    blast, shooting = article.events
    assert (article.article, article.annotators) == ("harbour", ("noor",))
    assert (blast.category, blast.words, blast.date[0].start.isoformat()) == (
        ("bombing",),
        "A mine went off",
        "2021-03-04",
    )
    assert [target.text for target in blast.targets] == [(" ".join(TEXT[73:98].split()),)]
    assert [actor.text for actor in blast.actors] == [(TEXT[150:164],)]
    assert (shooting.status, shooting.optional, shooting.note) == (("attempted",), True, "looks odd to me")


@pytest.mark.parametrize(
    ("ann", "message"),
    [
        ("T1\tbombing 5 nine\tx\n", r"harbour\.ann:1: 'T1.tbombing 5 nine.tx' is not as brat writes it"),
        ("E1\tbombing:T1\n", "event E1 is marked at T1, which is not there"),
        (
            "T1\tblast 0 7\tHarbour\nE1\tblast:T1\n",
            r"harbour: event e1 \('Harbour'\), category\.0: Input should be",
        ),
    ],
)
def test_a_folder_of_brat_that_is_no_gold(tmp_path: Path, ann: str, message: str) -> None:
    (tmp_path / "harbour.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "harbour.ann").write_text(ann, encoding="utf-8")
    with pytest.raises(AnnotationError, match=message):
        [unmarked(each) for each in read_brat(tmp_path)]


@pytest.mark.parametrize(
    ("tasks", "message"),
    [
        ({}, "no list of tasks"),
        ([{"id": 1, "text": "…"}], "task 1 has no data.text or no annotations"),
    ],
)
def test_what_is_no_export_of_label_studio(tasks: object, message: str) -> None:
    with pytest.raises(AnnotationError, match=message):
        from_tasks(tasks)


def test_words_that_do_not_stand_in_the_article() -> None:
    with pytest.raises(AnnotationError, match="story, event e1: its words 'a torpedo' do not stand"):
        marked(gold({"id": "e1", "category": "bombing", "words": "a torpedo"}), TEXT)


@pytest.mark.parametrize(("tool", "name"), [("label-studio", "tasks.json"), ("brat", "marks")])
def test_the_bundled_gold_goes_out_and_comes_back(tmp_path: Path, tool: str, name: str) -> None:
    corpora = Path(__file__).parents[2] / "corpora"
    gone, back = tmp_path / name, tmp_path / "back"
    articles = str(corpora / "articles")
    assert run("export", corpora / "gold", "--to", tool, "--articles", articles, "-o", gone) == 0
    assert run("import", gone, "--from", tool, "-o", back) == 0
    for path in sorted((corpora / "gold").glob("*.yaml")):
        assert unbroken(read_gold_file(back / path.name)) == unbroken(read_gold_file(path))


def unbroken(article: GoldArticle) -> GoldArticle:
    """With the words of the events on one line each."""
    events = (event.model_copy(update={"words": " ".join(event.words.split())}) for event in article.events)
    return article.model_copy(update={"events": tuple(events)})


def run(*arguments: Any) -> int:
    given: Sequence[str] = [str(argument) for argument in arguments]
    return cli.main(["gold", *given])

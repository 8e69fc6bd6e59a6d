"""Corrections: what a form or selected words make of a record, and of its evidence."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import making
import pytest

from extractor.articles import Article
from extractor.records import EventRecord, check_evidence
from extractor.review.evidence import of_field
from extractor.review.fields import Fields, WrongValueError
from extractor.review.picklists import PickLists
from extractor.review.places import PlaceSearch
from extractor.review.shaping import added, merged, split
from extractor.review.words import Words

LISTS, PLACES = PickLists(), PlaceSearch()
FIELDS, WORDS = Fields(LISTS, PLACES), Words(LISTS, PLACES)


@pytest.fixture
def article(tmp_path: Path) -> Article:
    return making.write_articles(tmp_path / "articles", {"checkpost": making.CHECKPOST})["checkpost"]


@pytest.fixture
def record(article: Article) -> EventRecord:
    return making.checkpost_record(article)


def rules_of(record: EventRecord, field: str) -> list[str]:
    return [item.rule for item in of_field(record, field)]


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        (
            {"low": "4", "best": "5", "high": "4"},
            (5, 5, 5, None),
        ),  # the best of an exact toll takes the others along
        ({"low": "4", "best": "4", "high": ""}, (4, 4, None, None)),
        ({"low": "3", "best": "4", "high": "6"}, (3, 4, 6, None)),
        ({"low": "", "best": "0", "high": ""}, (None, 0, None, None)),
        ({"low": "", "best": "", "high": "", "vague": "dozens"}, (None, None, None, "dozens")),
        ({"low": "1,200", "best": "1,200", "high": ""}, (1200, 1200, None, None)),
    ],
)
def test_a_toll_in_the_form(record: EventRecord, form: dict[str, str], expected: tuple[object, ...]) -> None:
    after = FIELDS.edit(record, "casualties.killed", form)
    toll = after.casualties.killed
    assert toll and (toll.low, toll.best, toll.high, toll.vague) == expected
    assert rules_of(after, "casualties.killed") == ["review/form"]
    assert rules_of(after, "casualties.injured") == ["casualties.injured/rule"]


def test_a_new_toll_with_a_best_figure_alone_is_exact(record: EventRecord) -> None:
    toll = FIELDS.edit(record, "casualties.abducted", {"best": "2"}).casualties.abducted
    assert toll and (toll.low, toll.best, toll.high) == (2, 2, 2)


def test_an_emptied_toll_is_silence(record: EventRecord) -> None:
    after = FIELDS.edit(record, "casualties.killed", {"low": "", "best": "", "high": "", "vague": ""})
    assert after.casualties.killed is None
    assert of_field(after, "casualties.killed") == []


@pytest.mark.parametrize(
    ("field", "form", "told"),
    [
        ("casualties.killed", {"best": "many"}, "'many' is no number of people"),
        ("casualties.killed", {"low": "9", "best": "4", "high": "4"}, "low <= best <= high"),
        ("event_type", {"value": "picnic"}, "'picnic' is no event type of the patterns"),
        ("date", {"start": "2025-03-05", "end": "2025-03-01"}, "must start before it ends"),
        ("date", {"start": "yesterday"}, "date.start"),
        ("status", {"value": "perhaps"}, "status"),
        ("count", {"best": "3"}, "only an aggregate has a count"),
        ("location", {"gazetteer": "999999999"}, "not in the gazetteer"),
        ("actors", {"who": "x", "item": "7"}, "not there any more"),
        ("confidence", {"value": "1"}, "no field that can be corrected"),
    ],
)
def test_a_wrong_value_is_refused_with_a_word(
    record: EventRecord, field: str, form: dict[str, str], told: str
) -> None:
    with pytest.raises(WrongValueError, match=told):
        FIELDS.edit(record, field, form)


def test_the_type_takes_its_category_along(record: EventRecord) -> None:
    after = FIELDS.edit(record, "event_type", {"value": "suicide_bombing"})
    assert (after.category, after.event_type, after.tactics) == (
        "bombing",
        "suicide_bombing",
        ("suicide_bombing",),
    )


def test_an_incident_has_no_count(record: EventRecord) -> None:
    aggregate = FIELDS.edit(record, "scope", {"value": "aggregate"})
    counted = FIELDS.edit(aggregate, "count", {"best": "5"})
    assert counted.count and counted.count.best == 5
    assert FIELDS.edit(counted, "scope", {"value": "incident"}).count is None


def test_a_place_of_the_gazetteer_brings_its_areas(record: EventRecord) -> None:
    mastung = next(place for place in PLACES.find("Mastung", "PK") if place.province == "Balochistan")
    where = FIELDS.edit(record, "location", {"gazetteer": str(mastung.index)}).location
    assert where and (where.province, where.country_code, where.text) == ("Balochistan", "PK", "Landi Kotal")


def test_a_place_that_was_typed_has_no_coordinates(record: EventRecord) -> None:
    form = {
        "place": "Zor Qila",
        "district": "Khyber",
        "province": "Khyber Pakhtunkhwa",
        "country": "Pakistan",
    }
    where = FIELDS.edit(record, "location", form).location
    assert where and (where.name, where.latitude, where.country_code) == ("Zor Qila", None, "PK")
    same = {area: getattr(record.location, area) for area in ("place", "district", "province", "country")}
    assert FIELDS.edit(record, "location", {**same, "precision": "near"}).location.latitude == 34.0988


def test_an_actor_from_the_list_an_actor_in_words_and_none(record: EventRecord) -> None:
    [known] = FIELDS.edit(record, "actors", {"item": "0", "who": "ttp"}).actors
    assert (known.id, known.kind, known.text) == ("ttp", "armed_group", "Gunmen")
    [typed] = FIELDS.edit(record, "actors", {"item": "0", "who": "two brothers", "kind": "individual"}).actors
    assert (typed.id, typed.text, typed.kind) == (None, "two brothers", "individual")
    blank = FIELDS.edit(record, "actors", {"item": "0", "who": ""})
    assert blank.actors == () and of_field(blank, "actors") == []
    two = FIELDS.edit(record, "actors", {"who": "Tehrik-i-Taliban Pakistan"}).actors
    assert [actor.id for actor in two] == [None, "ttp"]


def test_targets_and_weapons(record: EventRecord) -> None:
    after = FIELDS.edit(
        record, "targets", {"item": "0", "text": "a checkpost", "type": "military", "aimed": "yes"}
    )
    assert [(t.text, t.type, t.aimed) for t in after.targets] == [("a checkpost", "military", True)]
    armed = FIELDS.edit(record, "weapons", {"type": "firearm"})
    assert [weapon.type for weapon in armed.weapons] == ["firearm"]
    assert FIELDS.edit(armed, "weapons", {"item": "0", "type": "", "text": ""}).weapons == ()


def test_tolls_by_group(record: EventRecord) -> None:
    after = FIELDS.edit(record, "by_group", {"security_killed": "4", "civilian_injured": "2"})
    told = {
        part.group: (part.killed and part.killed.best, part.injured and part.injured.best)
        for part in after.casualties.by_group
    }
    assert told == {"civilian": (None, 2), "security": (4, None)}


@pytest.mark.parametrize(
    ("field", "words", "path", "expected"),
    [
        ("casualties.killed", "four policemen", "casualties.killed.best", 4),
        ("casualties.injured", "at least 11", "casualties.injured.high", None),
        ("casualties.killed", "A fifth officer", "casualties.killed.best", 1),
        ("casualties.injured", "No one", "casualties.injured.best", 0),
        ("date", "on Tuesday", "date.start", "2025-03-04"),
        ("date", "Monday night", "date.start", "2025-03-03"),
        ("location", "Mastung", "location.province", "Balochistan"),
        ("location", "checkpost", "location.precision", "near"),
        ("targets", "four policemen", "targets.1.type", "police"),
        ("weapons", "roadside bomb", "weapons.0.text", "roadside bomb"),
        ("event_type", "roadside bomb", "event_type", "roadside_bombing"),
        ("actors", "a levies official", "actors.1.text", "a levies official"),
    ],
)
def test_words_for_a_field(
    article: Article, record: EventRecord, field: str, words: str, path: str, expected: object
) -> None:
    start = article.text.index(words)
    after = WORDS.assign(record, field, article.text, start - 1, start + len(words))  # a space too much
    value: Any = after.model_dump(mode="json")
    for part in path.split("."):
        value = value[int(part) if part.isdecimal() else part]
    assert value == expected
    last = after.evidence[-1]
    assert (last.field, last.text.strip(), last.rule) == (field, words, "review/words")
    check_evidence(after, article.text)


@pytest.mark.parametrize(
    ("field", "words", "told"),
    [
        ("casualties.killed", "wounding", "tells no number"),
        ("date", "policemen", "tells no day"),
        ("count", "four", "only an aggregate"),
        ("status", "four", "cannot be given"),
    ],
)
def test_words_that_say_nothing_of_a_field(
    article: Article, record: EventRecord, field: str, words: str, told: str
) -> None:
    start = article.text.index(words)
    with pytest.raises(WrongValueError, match=told):
        WORDS.assign(record, field, article.text, start, start + len(words))


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (5, 5), (0, 100_000), (9, 3)])
def test_no_words(article: Article, record: EventRecord, start: int, end: int) -> None:
    with pytest.raises(WrongValueError):
        WORDS.assign(record, "date", article.text, start, end)


def test_made_split_and_merged_records(article: Article, record: EventRecord) -> None:
    made = added(article.ref(), "one")
    assert (made.event_type, made.confidence) == ("other", 1.0)
    assert made.id == added(article.ref(), "one").id != added(article.ref(), "two").id
    second = split(record, "three")
    assert second.id != record.id and second.casualties == record.casualties
    armed = FIELDS.edit(
        FIELDS.edit(made, "weapons", {"type": "firearm"}), "casualties.arrested", {"best": "3"}
    )
    one = merged(record, armed)
    assert one.id == record.id
    assert one.casualties.killed == record.casualties.killed
    assert one.casualties.arrested and one.casualties.arrested.best == 3
    assert [weapon.type for weapon in one.weapons] == ["firearm"]
    assert one.event_type == "shooting" and one.tactics == ("shooting",)
    check_evidence(one, article.text)

"""The many ways in which headers and fields write a day."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.articles.dates import is_bare_date, read_day


@pytest.mark.parametrize(
    "written",
    [
        "2021-03-03",
        "2021/3/3",
        "2021.03.03",
        "20210303",
        "20210303T140500Z",
        "2021-03-03T14:05:00+05:00",
        "2021-03-03 14:05:00",
        "3 March 2021",
        "03 Mar 2021",
        "3rd March, 2021",
        "3rd of March 2021",
        "3-Mar-2021",
        "March 3, 2021",
        "Mar. 3rd, 2021",
        "MARCH 3 2021",
        "Wednesday, 3 March 2021, 14:05 GMT",
        "Wed, 03 Mar 2021 14:05:00 +0000",
        "March 3, 2021 at 2:05 p.m.",
        "03/03/2021",
        "1614780300",
        "1614780300000",
        1614780300,
        "3 mars 2021",
        "3 de marzo de 2021",
    ],
)
def test_days(written: object) -> None:
    assert read_day(written).day == dt.date(2021, 3, 3)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("25/03/2021", dt.date(2021, 3, 25)),
        ("03/25/2021", dt.date(2021, 3, 25)),
        ("25.3.2021", dt.date(2021, 3, 25)),
        ("Sept 9, 2021", dt.date(2021, 9, 9)),
    ],
)
def test_days_that_only_read_one_way(written: str, day: dt.date) -> None:
    assert read_day(written).day == day


@pytest.mark.parametrize("written", [None, "", "  "])
def test_no_day_given(written: object) -> None:
    assert (read_day(written).day, read_day(written).problem) == (None, None)


@pytest.mark.parametrize(
    "written",
    ["yesterday", "2 hours ago", "March 2021", "2021", "31 February 2021", "0000-00-00", "soon", "9"],
)
def test_unreadable_days_are_told(written: str) -> None:
    found = read_day(written)
    assert found.day is None
    assert found.problem is not None and "write it as YYYY-MM-DD" in found.problem


def test_what_reads_two_ways_is_not_guessed() -> None:
    found = read_day("03/04/2021")
    assert found.day is None
    assert found.problem is not None and "day or month first" in found.problem


@pytest.mark.parametrize(
    "line",
    [
        "3 March 2021",
        "Wednesday, March 3, 2021 14:05 PKT",
        "2021-03-03T14:05:00Z",
        "March 3, 2021 at 2:05 pm",
    ],
)
def test_lines_that_are_only_a_date(line: str) -> None:
    assert is_bare_date(line)


@pytest.mark.parametrize(
    "line", ["On 3 March 2021 gunmen killed two", "The raid of 3 March 2021", "Court adjourned", "March"]
)
def test_lines_that_are_more_than_a_date(line: str) -> None:
    assert not is_bare_date(line)


@given(st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31)))
def test_every_day_is_read_back(day: dt.date) -> None:
    for written in (day.isoformat(), day.strftime("%d %B %Y"), day.strftime("%b %d, %Y")):
        assert read_day(written).day == day


@given(st.text(max_size=40))
def test_no_text_makes_it_fail(written: str) -> None:
    read_day(written)

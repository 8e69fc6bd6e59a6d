"""Places around a point, and places whose names begin alike."""

from __future__ import annotations

import pytest

from extractor.gazetteer import Gazetteer, Kind
from extractor.gazetteer.nearby import Nearby


@pytest.fixture(scope="module")
def nearby(gazetteer: Gazetteer) -> Nearby:
    return Nearby(gazetteer)


def test_the_larger_towns_around_a_point(nearby: Nearby) -> None:
    towns = nearby.near(34.0, 71.5, 0.3, Kind.CITY, 5)
    assert towns[0].name == "Peshawar"
    assert [town.population for town in towns] == sorted((t.population for t in towns), reverse=True)
    for town in towns:
        assert town.kind is Kind.CITY and town.latitude is not None
        assert abs(town.latitude - 34.0) <= 0.3


def test_the_180th_meridian_is_no_edge(nearby: Nearby) -> None:
    east = {place.name for place in nearby.near(-16.8, 179.9, 1.0, Kind.CITY, 30)}
    west = {place.name for place in nearby.near(-16.8, -179.9, 1.0, Kind.CITY, 30)}
    assert east & west


def test_nothing_lives_there(nearby: Nearby) -> None:
    assert nearby.near(-85.0, 0.0, 1.0, Kind.CITY, 5) == []


@pytest.mark.parametrize("prefix", ["Pesh", "pesh", "PESHAW"])
def test_names_that_begin_so_whatever_their_case(nearby: Nearby, prefix: str) -> None:
    found = nearby.beginning_with(prefix, 3)
    assert found[0].name == "Peshawar"
    assert all(place.name.lower().startswith(prefix.lower()) for place in found)


@pytest.mark.parametrize("prefix", ["", "Pe", "Xqzzkw"])
def test_too_short_or_no_name(nearby: Nearby, prefix: str) -> None:
    assert nearby.beginning_with(prefix, 3) == []

"""Entries laid over a small map of three rows."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.gazetteer.build import build_index
from extractor.gazetteer.laying import LayingError, OverlayLayer
from extractor.gazetteer.model import Kind
from extractor.gazetteer.overlay import OverlayEntry
from extractor.gazetteer.rows import Row, Rows
from extractor.gazetteer.store import NO_PLACE
from extractor.patternfiles import PatternError


def small_map() -> Rows:
    rows = Rows()
    rows.add_country(Row("Erewhon", Kind.COUNTRY, 0, primary={"Erewhon"}), "EW")
    north = rows.add(Row("North", Kind.PROVINCE, 0, latitude=10.0, longitude=20.0, primary={"North"}))
    town = Row("Ford", Kind.CITY, 0, province=north, latitude=11.0, longitude=21.0, primary={"Ford"})
    rows.add(town)
    return rows


def laid(**fields: object) -> tuple[Rows, OverlayLayer]:
    rows = small_map()
    entry = OverlayEntry.model_validate({"id": "x", "level": "district", "country": "EW", **fields})
    layer = OverlayLayer(rows, [entry])
    layer.lay()
    return rows, layer


def test_an_entry_joins_the_place_of_its_name() -> None:
    rows, layer = laid(name="Northern Province", level="province", aliases=["North"])
    assert (len(rows), layer.row_of_entry, rows[1].name) == (3, {"x": 1}, "Northern Province")


def test_an_unknown_district_is_a_place_in_its_province() -> None:
    rows, layer = laid(name="Hills", parent="North")
    hills = rows[layer.row_of_entry["x"]]
    assert (hills.kind, hills.province, hills.district) == (Kind.DISTRICT, 1, NO_PLACE)
    assert (hills.latitude, hills.longitude) == (10.0, 20.0)


def test_a_district_named_after_its_town_lies_there() -> None:
    rows, layer = laid(name="Ford", parent="North")
    assert rows[layer.row_of_entry["x"]].latitude == 11.0


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"name": "Hills", "parent": "South"}, "no parent 'South' in EW"),
        ({"name": "Hills", "country": "ZZ"}, "no country has the code 'ZZ'"),
    ],
)
def test_an_entry_that_does_not_fit_the_map_says_why(fields: dict[str, str], said: str) -> None:
    with pytest.raises(LayingError, match=said) as caught:
        laid(**fields)
    assert caught.value.entry == "x"


@pytest.mark.slow
def test_the_fault_is_told_with_file_and_line(tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text(
        "- {id: a, name: A, level: city, country: PK}\n- {id: b, name: B, level: city, country: QQ}\n"
    )
    with pytest.raises(PatternError, match=r"mine\.yaml:2: entry 'b': no country has the code 'QQ'"):
        build_index([tmp_path])

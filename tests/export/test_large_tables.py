"""Parquet and GeoJSON: typed, streamed, whole or not there."""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet
import pytest

from extractor.export import export
from extractor.export.events_file import read_events
from extractor.export.parquet import ParquetProfile
from extractor.export.profiles import PROFILES
from extractor.records import EventRecord


def test_parquet_has_the_columns_of_the_flat_table_with_their_types(events: Path, tmp_path: Path) -> None:
    assert export(events, "parquet", tmp_path / "out.parquet") == 3
    table = pyarrow.parquet.read_table(tmp_path / "out.parquet")
    first = table.to_pylist()[0]
    assert (first["event_id"], first["killed_best"], first["injured_best"]) == ("e1", 3, None)
    assert first["date_start"] == dt.date(2021, 3, 4) and isinstance(first["location_latitude"], float)
    assert first["background"] is False


def test_geojson_has_a_point_for_every_event_with_a_known_place(events: Path, tmp_path: Path) -> None:
    written = export(events, "geojson", tmp_path / "out.geojson")
    document = json.loads((tmp_path / "out.geojson").read_text(encoding="utf-8"))
    placed = [r for r in read_events(events) if r.location and r.location.latitude is not None]
    assert document["type"] == "FeatureCollection" and written == len(document["features"]) == len(placed) > 0
    for feature, record in zip(document["features"], placed, strict=True):
        assert record.location is not None
        assert feature["geometry"]["coordinates"] == pytest.approx(
            [record.location.longitude, record.location.latitude], abs=1e-5
        )
        assert feature["properties"]["event_type"] == record.event_type


def test_geojson_of_nothing_is_an_empty_collection(tmp_path: Path) -> None:
    (tmp_path / "none.jsonl").write_text("", encoding="utf-8")
    assert export(tmp_path / "none.jsonl", "geojson", tmp_path / "out.geojson") == 0
    assert json.loads((tmp_path / "out.geojson").read_text())["features"] == []


@pytest.mark.parametrize("profile", ["csv", "parquet", "geojson"])
def test_records_are_written_as_they_come(events: Path, tmp_path: Path, profile: str) -> None:
    """Of many records only a few are held at any time."""
    one = next(iter(read_events(events)))
    alive: list[int] = []

    def many() -> Iterator[EventRecord]:
        import gc

        for number in range(9_000):
            yield one.model_copy(update={"id": f"{number:016x}"})
            if number % 3_000 == 2_999:
                alive.append(sum(isinstance(each, EventRecord) for each in gc.get_objects()))

    assert PROFILES[profile].write(many(), tmp_path / "out") == 9_000
    assert max(alive) < 3_000


@pytest.mark.parametrize("profile", ["csv", "parquet", "geojson"])
def test_a_fault_leaves_the_former_file_as_it_was(events: Path, tmp_path: Path, profile: str) -> None:
    output = tmp_path / "out"
    output.write_text("the former one")

    def broken() -> Iterator[EventRecord]:
        yield next(iter(read_events(events)))
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space left"):
        PROFILES[profile].write(broken(), output)
    assert output.read_text() == "the former one"
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".part"] == []


def test_without_pyarrow_the_extra_is_named(
    events: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ValueError, match=r"pip install 'extractor\[parquet\]'"):
        ParquetProfile().write(read_events(events), tmp_path / "out.parquet")

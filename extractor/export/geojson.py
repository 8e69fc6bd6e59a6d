"""GeoJSON (RFC 7946): a point for every event whose place is known, with the flat row as its properties."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from extractor.export.events_file import text_output
from extractor.export.flat import COLUMNS, flat_row
from extractor.records import EventRecord

_DIGITS = 5  # of a degree: a metre


class GeoJsonProfile:
    """One feature a line, written as the records come; an event without coordinates is left out."""

    columns = COLUMNS

    def write(self, records: Iterable[EventRecord], output: Path | str) -> int:
        """Returns the number of features."""
        written = 0
        with text_output(output) as stream:
            stream.write('{"type": "FeatureCollection", "features": [')
            for record in records:
                feature = _feature(record)
                if feature is not None:
                    stream.write(
                        (",\n" if written else "\n") + json.dumps(feature, ensure_ascii=False, default=str)
                    )
                    written += 1
            stream.write("\n]}\n")
        return written


def _feature(record: EventRecord) -> dict[str, object] | None:
    place = record.location
    if place is None or place.latitude is None or place.longitude is None:
        return None
    point = [round(place.longitude, _DIGITS), round(place.latitude, _DIGITS)]
    properties = {name: value for name, value in flat_row(record).items() if value not in (None, "")}
    return {
        "type": "Feature",
        "id": record.id,
        "geometry": {"type": "Point", "coordinates": point},
        "properties": properties,
    }

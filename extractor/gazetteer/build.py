"""Builds the index: GeoNames rows, the overlays laid over them, and the names of both as sorted hashes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from extractor.gazetteer.base import BaseMap
from extractor.gazetteer.laying import LayingError, OverlayLayer
from extractor.gazetteer.normalise import name_key, sound_key, without_article
from extractor.gazetteer.overlay import entry_place, read_overlays, read_settings
from extractor.gazetteer.rows import Rows
from extractor.gazetteer.store import PRIMARY_BIT, RECORD, Directory, Store, key_hash
from extractor.patternfiles import PatternError

_Sorted = tuple[np.ndarray, np.ndarray]


def build_index(folders: Sequence[Path]) -> Store:
    """The finished index for these overlay folders. Raises PatternError for a fault in them."""
    settings, entries = read_settings(folders), read_overlays(folders)
    second_order = (e.country for e in entries if e.level == "country" and e.province_order == "2")
    rows = BaseMap(settings, second_order).read()
    layer = OverlayLayer(rows, entries)
    try:
        layer.lay()
    except LayingError as error:
        place = entry_place(folders, error.entry)
        raise PatternError(f"{place}: entry {error.entry!r}: {error}") from error
    directory = Directory(
        tuple(rows.country_rows),
        tuple(rows.country_codes),
        layer.demonyms,
        layer.codebooks,
        layer.splits,
        frozenset(layer.row_of_entry[entry.id] for entry in entries if entry.spelling == "overlay"),
        layer.quarters,
    )
    records, characters = _records(rows)
    names, sounds = _name_arrays(rows, settings.article_countries)
    return Store(records, characters, *names, *sounds, directory)


def _records(rows: Rows) -> tuple[np.ndarray, np.ndarray]:
    """The rows as fixed records, and the characters of their names."""
    text = bytearray()
    records = np.zeros(len(rows), dtype=RECORD)
    for index, row in enumerate(rows.rows):
        encoded = row.name.encode()
        records[index] = (
            row.geonames_id or 0,
            row.kind,
            row.country,
            row.province,
            row.district,
            np.nan if row.latitude is None else row.latitude,
            np.nan if row.longitude is None else row.longitude,
            row.population,
            len(text),
            len(encoded),
        )
        text += encoded
    return records, np.frombuffer(bytes(text), dtype=np.uint8)


def _name_arrays(rows: Rows, article_countries: Sequence[str]) -> tuple[_Sorted, _Sorted]:
    """Hashes and rows of the names as written, and of the first names as they sound."""
    names: dict[tuple[int, int], bool] = {}
    sounds: set[tuple[int, int]] = set()
    for index, row in enumerate(rows.rows):
        code = rows.code_of(row)
        arabic = code in article_countries
        for key in _keys(row.primary, arabic):
            names[key_hash(key), index] = True
            sounds.add((key_hash(code + sound_key(key)), index))
        for key in _keys(row.alternate, arabic):
            names.setdefault((key_hash(key), index), False)
    marked = (
        (hashed, index | (int(PRIMARY_BIT) if primary else 0)) for (hashed, index), primary in names.items()
    )
    return _sorted_arrays(marked), _sorted_arrays(sounds)


def _keys(names: Iterable[str], arabic: bool) -> set[str]:
    """What the names are looked up by; Arabic ones also without their article."""
    keys = {name_key(name) for name in names}
    if arabic:
        keys |= {name_key(bare) for name in names if (bare := without_article(name))}
    keys.discard("")
    return keys


def _sorted_arrays(pairs: Iterable[tuple[int, int]]) -> _Sorted:
    """Hashes in rising order and the values beside them; equal hashes keep their values' order."""
    ordered = sorted(pairs)
    hashes = np.fromiter((pair[0] for pair in ordered), dtype=np.uint64, count=len(ordered))
    values = np.fromiter((pair[1] for pair in ordered), dtype=np.uint32, count=len(ordered))
    return hashes, values

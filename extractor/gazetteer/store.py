"""The index on disk: a folder of arrays that are mapped into memory, not read."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

NO_PLACE = -1
PRIMARY_BIT = np.uint32(1 << 31)
RECORD = np.dtype(
    [
        ("geonames_id", "u4"),
        ("kind", "u1"),
        ("country", "u2"),
        ("province", "i4"),
        ("district", "i4"),
        ("latitude", "f4"),
        ("longitude", "f4"),
        ("population", "u4"),
        ("name_start", "u4"),
        ("name_length", "u2"),
    ]
)
Hashes = npt.NDArray[np.uint64]
Values = npt.NDArray[np.uint32]


def key_hash(key: str) -> int:
    """64 bits of a key, the same in every process."""
    return int.from_bytes(hashlib.blake2b(key.encode(), digest_size=8).digest(), "little")


@dataclass(frozen=True, slots=True)
class Split:
    """An area cut out of `former` on a day; `undated` texts are read in the former borders or not."""

    former: str
    since: dt.date
    undated: bool


@dataclass(frozen=True, slots=True)
class Directory:
    """What is too small for arrays: countries, demonyms and the codebooks' names.

    `countries` are the rows of the country records, by their number in `RECORD.country`;
    `codebooks` holds for each profile its name of a place row.
    """

    country_rows: tuple[int, ...]
    country_codes: tuple[str, ...]
    demonyms: dict[str, str]
    codebooks: dict[str, dict[int, str]]
    splits: dict[int, Split]
    overlaid: frozenset[int]
    quarters: dict[int, int]

    def to_json(self) -> str:
        """The directory as JSON text."""
        return json.dumps(
            {
                "country_rows": self.country_rows,
                "country_codes": self.country_codes,
                "demonyms": self.demonyms,
                "codebooks": self.codebooks,
                "splits": {row: (s.former, s.since.isoformat(), s.undated) for row, s in self.splits.items()},
                "overlaid": sorted(self.overlaid),
                "quarters": self.quarters,
            },
            ensure_ascii=False,
        )

    @classmethod
    def from_json(cls, text: str) -> Directory:
        """The directory that `to_json` wrote."""
        raw: dict[str, Any] = json.loads(text)
        return cls(
            tuple(raw["country_rows"]),
            tuple(raw["country_codes"]),
            raw["demonyms"],
            {profile: {int(k): v for k, v in names.items()} for profile, names in raw["codebooks"].items()},
            {
                int(row): Split(former, dt.date.fromisoformat(since), undated)
                for row, (former, since, undated) in raw["splits"].items()
            },
            frozenset(raw["overlaid"]),
            {int(row): town for row, town in raw["quarters"].items()},
        )


@dataclass(frozen=True, slots=True)
class Store:
    """The arrays of an index. `names`/`sounds` are sorted hashes, their values rows of `records`.

    The highest bit of a name's value says that the name is a usual one.
    """

    records: npt.NDArray[Any]
    text: npt.NDArray[np.uint8]
    name_hashes: Hashes
    name_values: Values
    sound_hashes: Hashes
    sound_values: Values
    directory: Directory

    def write(self, folder: Path) -> None:
        """Write the arrays into an existing folder."""
        for name in _ARRAYS:
            np.save(folder / f"{name}.npy", getattr(self, name))
        (folder / "directory.json").write_text(self.directory.to_json(), encoding="utf-8")

    @classmethod
    def open(cls, folder: Path) -> Store:
        """Map the arrays of a folder into memory. Raises OSError or ValueError where it is not whole."""
        arrays = {name: np.asarray(np.load(folder / f"{name}.npy", mmap_mode="r")) for name in _ARRAYS}
        directory = Directory.from_json((folder / "directory.json").read_text(encoding="utf-8"))
        return cls(**arrays, directory=directory)


_ARRAYS = ("records", "text", "name_hashes", "name_values", "sound_hashes", "sound_values")

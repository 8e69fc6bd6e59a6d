"""Numbers of people in words and figures: "at least 8", "two dozen", "6 to 8", "dozens"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from extractor.patternfiles import PatternError, part_of, pattern_files, read_yaml
from extractor.records import Toll

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")
_ORDINAL_TENS = 20


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of people or events; `start`/`end` are the positions of its words."""

    start: int
    end: int
    low: int | None
    best: int | None
    high: int | None
    vague: str | None = None

    def toll(self, text: str, shared_by: int | None = None) -> Toll:
        """The quantity as a Toll with its words; `shared_by` so many events together."""
        return Toll(
            low=self.low, best=self.best, high=self.high, vague=self.vague, text=text, shared_by=shared_by
        )


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The tables of patterns/numbers."""

    units: Mapping[str, int]
    multipliers: Mapping[str, int]
    collectives: Mapping[str, int]
    vague: frozenset[str]
    none: frozenset[str]
    at_least: tuple[tuple[str, ...], ...]
    at_most: tuple[tuple[str, ...], ...]
    about: tuple[tuple[str, ...], ...]
    between: frozenset[str]
    other: frozenset[str]
    partitives: frozenset[str]
    collective_nouns: frozenset[str]

    @classmethod
    def load(cls, folders: Sequence[Path]) -> NumberWords:
        """Read the tables; later folders lie over earlier ones."""
        entries = {
            part_of(entry, "id", path): (entry, path)
            for path in pattern_files(folders, "numbers")
            for entry in read_yaml(path)
        }

        def numbers(name: str) -> dict[str, int]:
            entry, path = entries[name]
            try:
                return {word: int(value) for word, value in part_of(entry, "values", path).items()}
            except ValueError as error:
                raise PatternError(
                    f"{path}: entry {name!r}: {error}; write each value as a whole number"
                ) from error

        def phrases(name: str) -> tuple[tuple[str, ...], ...]:
            cues = part_of(entries[name][0], "cues", entries[name][1])
            return tuple(sorted((tuple(cue.split()) for cue in cues), key=len, reverse=True))

        def words(name: str) -> frozenset[str]:
            return frozenset(part_of(entries[name][0], "words", entries[name][1]))

        return cls(
            units=numbers("units"),
            multipliers=numbers("multipliers"),
            collectives=numbers("collectives"),
            vague=words("vague"),
            none=words("none"),
            at_least=phrases("at_least"),
            at_most=phrases("at_most"),
            about=phrases("about"),
            between=words("between"),
            other=words("other"),
            partitives=words("partitives"),
            collective_nouns=words("collective_nouns"),
        )

    def is_number(self, word: str) -> bool:
        """True for a lower-cased word that is a whole number by itself."""
        return self._single(word) is not None

    def _single(self, word: str) -> int | None:
        if _DIGITS.fullmatch(word):
            value = int(word.replace(",", ""))
            return value if value < 10_000_000 else None
        if word in self.units:
            return self.units[word]
        if "-" in word:
            tens, _, unit = word.partition("-")
            if self.units.get(tens, 0) >= _ORDINAL_TENS and 0 < self.units.get(unit, 0) < 10:
                return self.units[tens] + self.units[unit]
        return None

    def _cardinal(self, words: Sequence[str], i: int, end: int) -> tuple[int, int] | None:
        """The number that starts at i, and where it ends: "two dozen", "one hundred and five"."""
        value = self._single(words[i])
        stop = i + 1
        if value is None:
            if words[i] in self.multipliers and (i == 0 or words[i - 1] in ("a", "an", "half")):
                value = self.multipliers[words[i]]
                halved = (i > 0 and words[i - 1] == "half") or (i > 1 and words[i - 2 : i] == ["half", "a"])
                return value // 2 if halved else value, stop
            return None
        value, stop = self._with_unit(words, i, stop, value, end)
        while stop < end and words[stop] in self.multipliers:
            value, stop = value * self.multipliers[words[stop]], stop + 1
            rest = stop + 1 if stop + 1 < end and words[stop] == "and" else stop
            if (
                rest < end
                and (more := self._single(words[rest])) is not None
                and (rest > stop or more < value)
            ):
                more, stop = self._with_unit(words, rest, rest + 1, more, end)
                value += more
        return value, stop

    def _with_unit(self, words: Sequence[str], i: int, stop: int, value: int, end: int) -> tuple[int, int]:
        """The tens that stand at i with the unit after them, if any: "thirty-seven", "thirty seven"."""
        if value < _ORDINAL_TENS or value % 10 or words[i] not in self.units:
            return value, stop
        at = stop + 1 if stop + 1 < end and words[stop] == "-" else stop
        unit = self.units.get(words[at], 0) if at < end else 0
        return (value + unit, at + 1) if 0 < unit < 10 else (value, stop)

    def read(self, words: Sequence[str], start: int, end: int, floor: int = 0) -> Quantity | None:
        """The quantity told between `start` and `end` of the lower-cased `words`, or None.

        Softening words are looked for before the number, back to `floor`.
        """
        for i in range(start, end):
            found = self._cardinal(words, i, end)
            if found:
                return self._with_range(words, i, *found, end, floor)
        for i in range(start, end):
            word = words[i]
            if word in self.collectives:
                value = self.collectives[word]
                return Quantity(i, i + 1, value, value, value)
            if word in self.none:
                return Quantity(i, i + 1, 0, 0, 0)
            if word in self.vague and words[max(0, i - 1)] != "how":  # "how many died" is not known
                return Quantity(i, i + 1, None, None, None, word)
        return None

    def _with_range(
        self, words: Sequence[str], i: int, value: int, stop: int, end: int, floor: int
    ) -> Quantity:
        if stop + 1 < end and words[stop] in self.between:
            upper = self._cardinal(words, stop + 1, end)
            joined = words[stop] != "and" or (i > floor and words[i - 1] == "between")
            if upper and upper[0] > value and joined:
                return Quantity(i, upper[1], value, value, upper[0])
        begin = max(floor, i - 4)
        before = words[begin:i]
        if before and before[-1] in ("a", "an", "the"):
            before = before[:-1]
        low: int | None = value
        high: int | None = value
        most, least, about = (
            _longest_at_end(before, cues) for cues in (self.at_most, self.at_least, self.about)
        )
        longest = max(most, least, about)
        first = begin + len(before) - longest if longest else i
        if longest and longest == most:
            return Quantity(first, stop, None, value, value)
        if longest and longest == least:
            return Quantity(first, stop, value, value, None)
        if longest and before[-1] != "of":
            low, high = None, None
        if words[stop : stop + 2] == ["or", "more"] or words[stop : stop + 1] == ["+"]:
            high = None
        return Quantity(first, stop, low, value, high)


def _longest_at_end(words: Sequence[str], cues: Sequence[tuple[str, ...]]) -> int:
    """The length of the longest cue that the words end with, or 0."""
    return max((len(cue) for cue in cues if tuple(words[-len(cue) :]) == cue), default=0)

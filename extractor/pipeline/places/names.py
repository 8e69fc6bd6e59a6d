"""How far a name goes, and which places bear it."""

from __future__ import annotations

from extractor.gazetteer import Gazetteer, Kind, NameMatch, name_key
from extractor.gazetteer.index import contains
from extractor.pipeline.places.wording import KindWord, Level, Wording
from extractor.pipeline.places.words import Words

HYPHENS = {"-", "–", "—"}
LONGEST_NAME = 6  # words
_LONGEST_UNKNOWN = 4
_NAMED_FOR_PEOPLE: frozenset[Level] = frozenset({"district", "province", "region"})
_SIZEABLE = 30_000
_ELIDED = {"d'", "l'", "d’", "l’"}
_APOSTROPHES = {"'", "’", "'s", "’s"}


class NameReader:
    """Reads the names that are written like those of places."""

    def __init__(self, gazetteer: Gazetteer, wording: Wording) -> None:
        self._gazetteer = gazetteer
        self._wording = wording

    def is_no_name(self, words: Words, position: int) -> bool:
        """A lone word that names people or a body, not a place: "Turkish", "Police"."""
        low = words.lower[position]
        return (
            self._wording.has("org_head", low)
            or low in self._gazetteer.demonyms
            or (words.texts[position] in self._wording.cues and not self._is_land(words, position))
        )

    def _is_land(self, words: Words, position: int) -> bool:
        """True for "in Amhara" and "the Amhara region", a province that bears the name of its people, and for
        the district of "in Pokot county"."""
        placed = position > 0 and self._wording.has("strong_preposition", words.lower[position - 1])
        kind = self._wording.kinds.at(words.lower, position + 1)
        called = kind is not None and isinstance(kind[1], KindWord) and kind[1].level in _NAMED_FOR_PEOPLE
        if placed and called:
            return True
        found = self._gazetteer.matches(words.texts[position]) if placed or called else ()
        return any(match.primary and match.place.kind is Kind.PROVINCE for match in found)

    def may_stop(self, words: Words, start: int, end: int, run_end: int) -> bool:
        """Whether a known name may end inside a run of capitalised words."""
        if words.shouting or words.whispering:
            return True
        if self._wording.has("inner", words.lower[end]) or self._hyphenated(words, end + 1):
            return False
        known = self.longest_match(words, start, end)
        hyphenated = words.texts[end] in HYPHENS
        after = end + 1 if hyphenated else end
        if after >= run_end or not words.name_like[after]:
            return False
        rest = self.longest_match(words, after, run_end)
        if known is None or rest is None or rest[0] != run_end:
            return False
        if hyphenated:
            return sizeable(known[1]) and sizeable(rest[1])
        return any(
            contains(b.place, a.place) for a in known[1][:20] for b in rest[1][:5] if b.place.kind < Kind.CITY
        )

    def can_be_unknown(self, words: Words, start: int, end: int) -> bool:
        """Whether a name that no gazetteer knows has the form of a place's name."""
        if end - start > _LONGEST_UNKNOWN + 2 or words.whispering or self._is_person(words, start, end):
            return False
        if " ".join(words.lower[start:end]) in self._gazetteer.demonyms:
            return False  # "the Costa Rican border"
        placed = start > 0 and words.lower[start - 1] == "in" and end - start > 1
        if all(self._wording.has("homonym", low) for low in words.lower[start:end]):
            if self._is_called(words, start):
                return True
            return placed and end < len(words) and words.texts[end] == ","
        if words.shouting:
            return True
        return not any(
            self._wording.has("org_head", low)
            or low in self._gazetteer.demonyms
            or (text in self._wording.cues and not (placed and position == start))
            or (text.isupper() and len(text) > 1 and not self._wording.has("numeral", low))
            for position, (text, low) in enumerate(
                zip(words.texts[start:end], words.lower[start:end], strict=True), start=start
            )
        )

    def _is_called(self, words: Words, start: int) -> bool:
        """ "The village of Bashir": what follows is its name, whoever else bears it."""
        if start < 2 or not self._wording.has("kind_of", words.lower[start - 1]):
            return False
        kind = self._wording.kinds.at(words.lower, start - 2)
        return kind is not None and kind[0] == start - 1

    def _is_person(self, words: Words, start: int, end: int) -> bool:
        """Names that end in a surname, where neither "in" nor a kind word says that they are places."""
        if end - start < 2 or not self._wording.has("surname", words.lower[end - 1]):
            return False
        if start > 0 and words.lower[start - 1] in {"in", "near", "outside", "around"}:
            return False
        return end >= len(words) or self._wording.kinds.at(words.lower, end) is None

    def run_end(self, words: Words, start: int) -> int:
        """Where the run of words that are written like one name ends."""
        end = start + 1
        while end < len(words):
            text, low = words.texts[end], words.lower[end]
            if self._wording.kinds.at(words.lower, end) is not None and (
                end + 1 >= len(words) or not self._hyphenated(words, end + 1)
            ):
                break
            if self._wording.has("org_head", low):
                break
            if words.name_like[end] and not (words.shouting or words.whispering):
                end += 1
            elif (self._hyphenated(words, end) and self._name_part(words, end + 1)) or (
                text in _APOSTROPHES
                and self._name_part(words, end + 1)
                and words.joined[end - 1]
                and words.joined[end]
            ):
                end += 2
            elif (
                low in self._wording.sets["hyphen_part"]
                and self._hyphenated(words, end + 1)
                and self._name_part(words, end + 2)
            ):
                end += 3
            elif self._wording.has("inner", low) and end + 1 < len(words) and words.name_like[end + 1]:
                end += 2
            else:
                break
        return end

    def _hyphenated(self, words: Words, position: int) -> bool:
        return (
            position + 1 < len(words)
            and words.texts[position] in HYPHENS
            and words.joined[position - 1]
            and words.joined[position]
        )

    def _name_part(self, words: Words, position: int) -> bool:
        return position < len(words) and (
            words.name_like[position]
            or words.lower[position] in self._wording.sets["hyphen_part"]
            or words.lower[position] == words.lower[position - 2]
        )

    def longest_match(self, words: Words, start: int, limit: int) -> tuple[int, tuple[NameMatch, ...]] | None:
        """The longest known name that begins at `start` and ends by `limit`."""
        end = start + 1
        while end < limit and self._continues(words, end):
            end += 1
        for stop in range(end, start, -1):
            last = words.texts[stop - 1]
            if last in _APOSTROPHES or not (last[-1].isalnum() or last.endswith(".")):
                continue  # "Mali's" is Mali, and not Malis
            if self._leads_on(words, start, stop - 1):
                continue  # "in Jos on Friday" is not in Joson
            name = words.text(start, stop)
            if matches := self._accepted(name, self._gazetteer.matches(name), words):
                return stop, matches
        return None

    def _leads_on(self, words: Words, start: int, last: int) -> bool:
        """Whether the last word only joins a name to what follows it."""
        if last == start or words.texts[last] != words.lower[last] or words.texts[last - 1] in HYPHENS:
            return False
        low = words.lower[last]
        return self._wording.has("connector", low) or low in self._wording.sets["hyphen_part"]

    def _continues(self, words: Words, position: int) -> bool:
        text, low = words.texts[position], words.lower[position]
        return (
            words.name_like[position]
            or text in _APOSTROPHES
            or text.isdigit()
            or (text in HYPHENS and words.joined[position - 1])
            or self._hyphenated(words, position - 1)  # "Ra-ngae"
            or self._wording.has("connector", low)
            or self._wording.has("hyphen_part", low)
            or text[0].isupper()
            or (low[:2] in _ELIDED and text[2:3].isupper())
        )

    def begins(self, words: Words, position: int) -> bool:
        """Whether a known name begins with a common word: "in The Hague", "in Am Timan"."""
        after = position + 1
        if words.starts_line(position) or after >= len(words) or not words.texts[position][0].isupper():
            return False
        if not (words.name_like[after] or self._wording.has("connector", words.lower[after])):
            return False
        if not self._wording.has("strong_preposition", words.lower[position - 1]):
            return False
        match = self.longest_match(words, position, min(len(words), position + LONGEST_NAME))
        return match is not None and match[0] > after and any(m.primary for m in match[1])

    def is_part(self, words: Words, position: int, end: int) -> bool:
        """Whether a kind word is but the beginning of a known name: "Kampong Chhnang", "Bay of Plenty"."""
        if end >= len(words) or not words.texts[position][0].isupper() or words.shouting:
            return False
        if self.is_number(words, end):
            return False  # "Ward 5"
        match = self.longest_match(words, position, min(len(words), position + LONGEST_NAME))
        if match is None or match[0] <= end:
            return False
        rest = next((i for i in range(end, match[0]) if words.name_like[i]), match[0])
        alone = self.longest_match(words, rest, match[0]) if rest < match[0] else None
        known = {m.place.index for m in alone[1]} if alone is not None and alone[0] == match[0] else set()
        return any(m.primary for m in match[1]) and not any(m.place.index in known for m in match[1])

    def is_number(self, words: Words, position: int) -> bool:
        text = words.texts[position]
        return text.isdigit() or (text[0].isupper() and self._wording.has("numeral", words.lower[position]))

    def road_from(self, words: Words, start: int, run_end: int) -> tuple[int, tuple[NameMatch, ...]] | None:
        """Where "the Dhaka-Aricha highway" begins, of whose two ends one is too small to be known."""
        if run_end >= len(words) or not self._wording.has("border", words.lower[run_end]):
            return None
        hyphen = next((i for i in range(start + 1, run_end) if words.texts[i] in HYPHENS), None)
        first = self.longest_match(words, start, hyphen) if hyphen is not None else None
        return first if first is not None and first[0] == hyphen and sizeable(first[1]) else None

    def before_direction(
        self, words: Words, start: int, run_end: int
    ) -> tuple[int, tuple[NameMatch, ...]] | None:
        """ "Wajir South" is a part of Wajir."""
        if run_end - start < 2 or not self._wording.has("direction", words.lower[run_end - 1]):
            return None
        match = self.longest_match(words, start, run_end - 1)
        if match is None or match[0] != run_end - 1:
            return None
        areas = tuple(m for m in match[1] if m.primary and m.place.kind in (Kind.PROVINCE, Kind.DISTRICT))
        return (run_end, areas) if areas else None

    @staticmethod
    def _accepted(name: str, matches: tuple[NameMatch, ...], words: Words) -> tuple[NameMatch, ...]:
        """Short names must be written as they are filed: "CAR" is a country, "Car" is none."""
        key = name_key(name)
        if len(key) > 4 or words.shouting or words.whispering:
            return matches
        if name.replace(".", "").isupper():
            return tuple(m for m in matches if m.place.kind < Kind.CITY or len(key) > 3)
        if len(key) <= 2:
            return ()
        return tuple(
            m for m in matches if name_key(m.place.name) == key or (len(key) == 4 and m.place.kind > 0)
        )


def sizeable(matches: tuple[NameMatch, ...]) -> bool:
    """Whether a name is one of a division or a large town, as the two ends of a border or a road are."""
    large = any(m.place.kind < Kind.CITY or m.place.population > _SIZEABLE for m in matches)
    return large and any(m.primary for m in matches)

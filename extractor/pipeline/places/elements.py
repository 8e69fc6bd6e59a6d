"""Names in a text that can be places: one element a name, with the words that say what it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractor.gazetteer import Gazetteer, Kind, NameMatch, name_key
from extractor.gazetteer.index import contains
from extractor.pipeline.places.wording import KindWord, Level, Wording
from extractor.pipeline.places.words import Words

_LONGEST_NAME = 6
_LONGEST_UNKNOWN = 4
_SIZEABLE = 30_000
_HYPHENS = {"-", "–", "—"}
_ELIDED = {"d'", "l'", "d’", "l’"}
_APOSTROPHES = {"'", "’", "'s", "’s"}
_FULL_LEVELS: frozenset[Level] = frozenset(
    {"village", "town", "district", "subdistrict", "neighborhood", "province"}
)
_DIRECT_UNKNOWN: frozenset[Level] = frozenset({"village", "town", "neighborhood"})


@dataclass(slots=True)
class Element:
    """A name at tokens `start` to `end`; `left` to `right` cover its kind words too.

    `matches` are the gazetteer's places of the name (empty: unknown). `head` is the organisation
    word that follows and takes the name for itself ("Delhi Police"), `based` stands for "X-based".
    """

    start: int
    end: int
    left: int
    right: int
    text: str
    matches: tuple[NameMatch, ...]
    level: Level | None = None
    in_name: bool = False
    after_comma: bool = False
    based: bool = False
    compound: bool = False


class ElementReader:
    """Finds the elements of a text in one pass over its tokens."""

    def __init__(self, gazetteer: Gazetteer, wording: Wording) -> None:
        self._gazetteer = gazetteer
        self._wording = wording

    def read(self, words: Words, name_ends: dict[int, int]) -> list[Element]:
        """The elements in order; `name_ends` are the spans of known names of groups and forces, by start."""
        found: list[Element] = []
        position = 0
        while position < len(words):
            if position in name_ends:
                found.extend(self._inside_name(words, position, name_ends[position]))
                position = name_ends[position]
                continue
            element, position = self._at(words, position)
            if element is not None:
                found.append(element)
        return found

    def _inside_name(self, words: Words, start: int, end: int) -> Iterator[Element]:
        """Places in the name of an organisation ("Balochistan Liberation Army")."""
        position = start
        while position < end:
            match = (
                self._longest_match(words, position, min(end, position + 3))
                if words.name_like[position]
                else None
            )
            if match is None:
                position += 1
                continue
            stop, matches = match
            yield Element(position, stop, position, stop, words.text(position, stop), matches, in_name=True)
            position = stop

    def _at(self, words: Words, position: int) -> tuple[Element | None, int]:
        """The element that begins at `position`, if any, and where to go on."""
        kind = self._wording.kinds.at(words.lower, position)
        if kind is not None:
            return self._after_kind(words, position, kind[0], kind[1])
        if words.name_like[position]:
            return self._name(words, position, position, None)
        return None, position + 1

    def _after_kind(self, words: Words, left: int, end: int, kind: object) -> tuple[Element | None, int]:
        """A kind word before its name: "village Khar", "the district of Muse", "Police District 4"."""
        assert isinstance(kind, KindWord)
        capital = words.texts[left][0].isupper()
        if end < len(words) and kind.numbered and capital and self._is_number(words, end):
            name = words.text(left, end + 1)
            return Element(left, end + 1, left, end + 1, name, (), level="neighborhood"), end + 1
        start = end
        while start < len(words) and self._wording.has("kind_of", words.lower[start]):
            start += 1
        direct = start == end
        if direct and kind.level not in _FULL_LEVELS:
            return (
                (None, end)
                if not capital or not words.name_like[left]
                else self._name(words, left, left, None)
            )
        if (
            start < len(words)
            and words.name_like[start]
            and self._wording.kinds.at(words.lower, start) is None
        ):
            element, after = self._name(words, left, start, kind.level)
            if element is None or element.matches or not direct or kind.level in _DIRECT_UNKNOWN:
                return element, after
            return None, start
        return None, end

    def _is_number(self, words: Words, position: int) -> bool:
        text = words.texts[position]
        return text.isdigit() or (text[0].isupper() and self._wording.has("numeral", words.lower[position]))

    def _name(self, words: Words, left: int, start: int, level: Level | None) -> tuple[Element | None, int]:
        """Read the name at `start`; `left` is where its kind words before it begin."""
        run_end = self._run_end(words, start)
        if run_end == start + 1 and self._is_no_name(words, start):
            return None, run_end
        match = self._longest_match(words, start, min(len(words), start + _LONGEST_NAME))
        if match is not None and match[0] > run_end > start:
            shorter = self._longest_match(words, start, run_end)
            if shorter is not None and shorter[0] == run_end and self._wording.kinds.at(words.lower, run_end):
                match = shorter
        if match is not None and match[0] < run_end and not self._may_stop(words, start, match[0], run_end):
            match = None
        if match is None and self._wording.has("direction", words.lower[start]) and start + 1 < run_end:
            return self._name(words, left, start + 1, level)
        if match is None and (country := self._country_in_name(words, start, run_end)) is not None:
            return country, run_end
        if match is None and (split := self._known_end(words, start, run_end)) is not None:
            run_end = split
        end, matches = match if match is not None else (run_end, ())
        if end == start or (not matches and not self._can_be_unknown(words, start, end)):
            return None, max(run_end, start + 1)
        return self._with_kind(words, Element(start, end, left, end, words.text(start, end), matches, level))

    def _country_in_name(self, words: Words, start: int, run_end: int) -> Element | None:
        """A country at the head of a longer name ("Pakistan Airforce"): no place, but evidence."""
        match = self._longest_match(words, start, run_end)
        if match is None or not any(m.primary and m.place.kind is Kind.COUNTRY for m in match[1]):
            return None
        return Element(start, match[0], start, match[0], words.text(start, match[0]), match[1], in_name=True)

    def _known_end(self, words: Words, start: int, run_end: int) -> int | None:
        """Where a well-known place begins in "at Badambagh Sopore", after a name that nobody knows."""
        if start == 0 or not self._wording.has("strong_preposition", words.lower[start - 1]):
            return None
        if run_end < len(words) and (
            words.texts[run_end] == "," or self._wording.kinds.at(words.lower, run_end) is not None
        ):
            return None
        for position in range(start + 1, run_end):
            match = self._longest_match(words, position, run_end) if words.name_like[position] else None
            if match is not None and match[0] == run_end and _sizeable(match[1]):
                return position
        return None

    def _is_no_name(self, words: Words, position: int) -> bool:
        """A lone word that names people or a body, not a place: "Turkish", "Police"."""
        low = words.lower[position]
        return (
            self._wording.has("org_head", low)
            or low in self._gazetteer.demonyms
            or words.texts[position] in self._wording.cues
        )

    def _may_stop(self, words: Words, start: int, end: int, run_end: int) -> bool:
        """Whether a known name may end inside a run of capitalised words."""
        if words.shouting or words.whispering:
            return True
        if self._wording.has("inner", words.lower[end]) or self._hyphenated(words, end + 1):
            return False
        known = self._longest_match(words, start, end)
        hyphenated = words.texts[end] in _HYPHENS
        after = end + 1 if hyphenated else end
        if after >= run_end or not words.name_like[after]:
            return False
        rest = self._longest_match(words, after, run_end)
        if known is None or rest is None or rest[0] != run_end:
            return False
        if hyphenated:
            return _sizeable(known[1]) and _sizeable(rest[1])
        return any(
            contains(b.place, a.place) for a in known[1][:20] for b in rest[1][:5] if b.place.kind < Kind.CITY
        )

    def _can_be_unknown(self, words: Words, start: int, end: int) -> bool:
        """Whether a name that no gazetteer knows has the form of a place's name."""
        if end - start > _LONGEST_UNKNOWN + 2 or words.whispering:
            return False
        if all(self._wording.has("homonym", low) for low in words.lower[start:end]):
            return False
        return not any(
            self._wording.has("org_head", low)
            or low in self._gazetteer.demonyms
            or text in self._wording.cues
            or (text.isupper() and len(text) > 1)
            for text, low in zip(words.texts[start:end], words.lower[start:end], strict=True)
            if not words.shouting
        )

    def _run_end(self, words: Words, start: int) -> int:
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
            and words.texts[position] in _HYPHENS
            and words.joined[position - 1]
            and words.joined[position]
        )

    def _name_part(self, words: Words, position: int) -> bool:
        return position < len(words) and (
            words.name_like[position]
            or words.lower[position] in self._wording.sets["hyphen_part"]
            or words.lower[position] == words.lower[position - 2]
        )

    def _longest_match(
        self, words: Words, start: int, limit: int
    ) -> tuple[int, tuple[NameMatch, ...]] | None:
        """The longest known name that begins at `start` and ends by `limit`."""
        end = start + 1
        while end < limit and self._continues(words, end):
            end += 1
        for stop in range(end, start, -1):
            if not words.texts[stop - 1][-1].isalnum() and not words.texts[stop - 1].endswith("."):
                continue
            name = words.text(start, stop)
            if matches := self._accepted(name, self._gazetteer.matches(name), words):
                return stop, matches
        return None

    def _continues(self, words: Words, position: int) -> bool:
        text, low = words.texts[position], words.lower[position]
        return (
            words.name_like[position]
            or text in _APOSTROPHES
            or text.isdigit()
            or (text in _HYPHENS and words.joined[position - 1])
            or self._wording.has("connector", low)
            or self._wording.has("hyphen_part", low)
            or text[0].isupper()
            or (low[:2] in _ELIDED and text[2:3].isupper())
        )

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

    def _with_kind(self, words: Words, element: Element) -> tuple[Element, int]:
        """Take in the kind words after the name, and see whether an organisation has it."""
        position = element.end
        while position < len(words) and (kind := self._wording.kinds.at(words.lower, position)) is not None:
            end, value = kind
            assert isinstance(value, KindWord)
            if words.starts_line(position):
                break
            element.level = element.level or value.level
            element.right = position = end
        if position < len(words):
            self._see_what_follows(words, element, position)
        return element, max(position, element.end)

    def _see_what_follows(self, words: Words, element: Element, position: int) -> None:
        low = words.lower[position]
        if element.level is None and self._wording.has("org_head", low) and not words.starts_line(position):
            element.in_name = True
        if words.texts[position] in _HYPHENS and words.joined[position - 1] and position + 1 < len(words):
            following = words.lower[position + 1]
            if self._wording.has("origin_suffix", following):
                element.based = True
            elif words.name_like[position + 1]:
                element.compound = True


def _sizeable(matches: tuple[NameMatch, ...]) -> bool:
    """Whether a name is one of a division or a large town, as the two ends of a border or a road are."""
    return any(m.primary and (m.place.kind < Kind.CITY or m.place.population > _SIZEABLE) for m in matches)


def spans_of_names(mentions: Sequence[object] | None, layers: frozenset[str]) -> dict[int, int]:
    """Starts and ends of the name mentions of these layers."""
    spans: dict[int, int] = {}
    for mention in mentions or ():
        if getattr(mention, "layer", None) in layers:
            start, end = int(getattr(mention, "start")), int(getattr(mention, "end"))  # noqa: B009
            spans[start] = max(end, spans.get(start, 0))
    return spans

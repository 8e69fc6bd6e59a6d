"""Names in a text that can be places: one element a name, with the words that say what it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractor.gazetteer import Gazetteer, Kind, NameMatch
from extractor.pipeline.places.element import Element
from extractor.pipeline.places.kindwords import KindReader
from extractor.pipeline.places.names import LONGEST_NAME, NameReader, sizeable
from extractor.pipeline.places.streets import StreetReader
from extractor.pipeline.places.waters import is_water
from extractor.pipeline.places.wording import KindWord, Level, Wording
from extractor.pipeline.places.words import Words, is_bare, is_speaker

_FULL_LEVELS: frozenset[Level] = frozenset(
    {"village", "town", "district", "subdistrict", "neighborhood", "province"}
)
_OF_AREAS: frozenset[Level] = frozenset({"district", "town"})
_WITHIN = frozenset({"in", "of", "under"})
# A town of this size has a name of its own.
_LARGE = 60_000
_ARTICLES = frozenset({"a", "an"})
_DIRECT_UNKNOWN: frozenset[Level] = frozenset({"village", "town", "neighborhood"})


class ElementReader:
    """Finds the elements of a text in one pass over its tokens."""

    def __init__(self, gazetteer: Gazetteer, wording: Wording) -> None:
        self._gazetteer = gazetteer
        self._wording = wording
        self._names = NameReader(gazetteer, wording)
        self._streets = StreetReader(self._names, wording)
        self._kinds = KindReader(self._names, wording)

    def read(self, words: Words, name_ends: dict[int, int]) -> list[Element]:
        """The elements in order; `name_ends` are the spans of known names of groups and forces, by start."""
        found: list[Element] = []
        kinds = self._wording.kinds.first_words()
        lower, name_like = words.lower, words.name_like
        position = 0
        while position < len(lower):
            if position in name_ends and not self._goes_on(words, position, name_ends[position]):
                found.extend(self._inside_name(words, position, name_ends[position]))
                position = name_ends[position]
                continue
            if (
                not name_like[position]
                and lower[position] not in kinds
                and not self._names.begins(words, position)
            ):
                position += 1
                continue
            element, position = self._at(words, position)
            if element is not None and not is_speaker(words, element.start, element.end):
                found.append(element)
        return found

    def _goes_on(self, words: Words, start: int, end: int) -> bool:
        """Whether the name of a group is but the beginning of a known place's ("Lashkar Gah"), or what says
        how large one is goes on after it ("Bastar Police District")."""
        if end >= len(words) or not words.name_like[end]:
            return False
        kind = self._wording.kinds.at(words.lower, end - 1)
        if kind is not None and kind[0] > end > start + 1:
            return True
        match = self._names.longest_match(words, start, min(len(words), start + LONGEST_NAME))
        return match is not None and match[0] > end and any(m.primary for m in match[1])

    def _inside_name(self, words: Words, start: int, end: int) -> Iterator[Element]:
        """Places in the name of an organisation ("Balochistan Liberation Army")."""
        position = start
        while position < end:
            match = (
                self._names.longest_match(words, position, min(end, position + 3))
                if words.name_like[position]
                else None
            )
            if match is None:
                position += 1
                continue
            stop, matches = match
            name = words.text(position, stop)
            yield Element(position, stop, position, stop, name, matches, in_name=True, of_group=True)
            position = stop

    def _at(self, words: Words, position: int) -> tuple[Element | None, int]:
        """The element that begins at `position`, if any, and where to go on; a continent is none."""
        water = self._wording.waters.at(words.lower, position)
        if water is not None and is_water(words, position, water[0], self._wording):
            name = words.text(position, water[0])
            return Element(position, water[0], position, water[0], name, (), level="water"), water[0]
        continent = self._wording.continents.at(words.lower, position)
        if continent is not None and words.name_like[position]:
            return None, continent[0]
        kind = self._wording.kinds.at(words.lower, position)
        if kind is not None and not (isinstance(kind[1], KindWord) and kind[1].lower):
            if self._names.is_part(words, position, kind[0]):
                return self._name(words, position, position, None)
            return self._after_kind(words, position, kind[0], kind[1])
        if words.name_like[position] or self._names.begins(words, position):
            return self._name(words, position, position, None)
        return None, position + 1

    def _after_kind(self, words: Words, left: int, end: int, kind: object) -> tuple[Element | None, int]:
        """A kind word before its name: "village Khar", "the district of Muse", "Police District 4".

        "A village of Muse" is one in Muse.
        """
        assert isinstance(kind, KindWord)
        capital = words.texts[left][0].isupper()
        if end < len(words) and kind.numbered and capital and self._names.is_number(words, end):
            name = words.text(left, end + 1)
            return Element(left, end + 1, left, end + 1, name, (), level="neighborhood"), end + 1
        start = end
        while start < len(words) and self._wording.has("kind_of", words.lower[start]):
            start += 1
        direct = start == end
        if not direct and self._is_one_of(words, left):
            return None, end
        if direct and kind.level not in _FULL_LEVELS:
            return (
                (None, end)
                if not capital or not words.name_like[left] or is_bare(words, left, end)
                else self._name(words, left, left, None)
            )
        if (
            start < len(words)
            and words.name_like[start]
            and self._wording.kinds.at(words.lower, start) is None
        ):
            element, after = self._name(words, left, start, kind.level)
            known = element is not None and bool(element.matches)
            if known and direct and words.texts[left][0].isupper() and self._is_common(words, start):
                return None, start + 1
            if element is None or known or not direct or kind.level in _DIRECT_UNKNOWN:
                return element, after
            return None, start
        return None, end

    def _is_one_of(self, words: Words, left: int) -> bool:
        """Whether "a" stands before a kind word: "a remote village of Muse"."""
        position = left - 1
        while position > 0 and self._wording.describes(words.lower[position]):
            position -= 1
        return position >= 0 and words.lower[position] in _ARTICLES

    def _is_common(self, words: Words, position: int) -> bool:
        """ "State Home Minister": a word of titles first of all."""
        low = words.lower[position]
        return self._wording.has("homonym", low) or self._wording.has("org_head", low)

    def _name(self, words: Words, left: int, start: int, level: Level | None) -> tuple[Element | None, int]:
        """Read the name at `start`; `left` is where its kind words before it begin."""
        run_end = self._names.run_end(words, start)
        street_end = self._streets.end(words, start, run_end)
        if street_end:
            return None, street_end
        match = self._names.longest_match(words, start, min(len(words), start + LONGEST_NAME))
        longer = match is not None and match[0] > run_end > start
        if run_end == start + 1 and self._names.is_no_name(words, start):
            if not (longer and match is not None and _is_city(match[1])):  # "Spanish Town"
                return None, run_end
        elif longer and match is not None and not self._is_whole(words, match):
            shorter = self._names.longest_match(words, start, run_end)
            if shorter is not None and shorter[0] == run_end and self._wording.kinds.at(words.lower, run_end):
                match = match if _is_other_division(match[1], shorter[1]) else shorter
        if (
            match is not None
            and match[0] < run_end
            and not self._names.may_stop(words, start, match[0], run_end)
        ):
            match = None
        if match is None and self._wording.has("direction", words.lower[start]) and start + 1 < run_end:
            return self._without_direction(words, left, start, level)
        if match is None and (country := self._country_in_name(words, start, run_end)) is not None:
            if self._lies_in(words, country, run_end):
                return self._name(words, country.end, country.end, level)  # "in Bangladesh Dinajpur District"
            return country, run_end
        if match is None and (split := self._known_end(words, start, run_end)) is not None:
            run_end = split
        if match is None:
            match = self._names.road_from(words, start, run_end) or self._names.before_direction(
                words, start, run_end
            )
        end, matches = match if match is not None else (run_end, ())
        if end == start or (not matches and not self._names.can_be_unknown(words, start, end)):
            return None, max(run_end, start + 1)
        return self._kinds.take_in(
            words, Element(start, end, left, end, words.text(start, end), matches, level)
        )

    def _is_whole(self, words: Words, match: tuple[int, tuple[NameMatch, ...]]) -> bool:
        """Whether the kind word in a name is a part of it: of a city's ("Panama City"), of that of a province
        with a river's name ("Cross River", "Cross River State"), or where another one follows ("Krishna Ghati
        sector")."""
        end, matches = match
        if any(m.primary and m.place.kind is Kind.PROVINCE for m in matches):
            ends = [self._wording.kinds.at(words.lower, at) for at in (end - 2, end - 1)]
            if any(kind and isinstance(kind[1], KindWord) and kind[1].feature for kind in ends):
                return True
        return _is_city(matches) or (
            end < len(words) and self._wording.kinds.at(words.lower, end) is not None
        )

    def _without_direction(
        self, words: Words, left: int, start: int, level: Level | None
    ) -> tuple[Element | None, int]:
        """ "North Helmand" lies in Helmand; of an unknown name the direction is a part ("North Ormesby")."""
        element, after = self._name(words, left, start + 1, level)
        if element is not None and not element.matches and words.texts[start][0].isupper():
            element.start, element.text = start, words.text(start, element.end)
        return element, after

    def _country_in_name(self, words: Words, start: int, run_end: int) -> Element | None:
        """A country at the head of a longer name ("Pakistan Airforce"): no place, but evidence."""
        match = self._names.longest_match(words, start, run_end)
        if match is None or not any(m.primary and m.place.kind is Kind.COUNTRY for m in match[1]):
            return None
        return Element(start, match[0], start, match[0], words.text(start, match[0]), match[1], in_name=True)

    def _lies_in(self, words: Words, country: Element, run_end: int) -> bool:
        """Whether the name goes on with a place of the country that it begins with."""
        codes = {m.place.country_code for m in country.matches if m.place.kind is Kind.COUNTRY}
        rest = self._names.longest_match(words, country.end, run_end) if country.end < run_end else None
        if rest is None or rest[0] != run_end:
            return False
        return any(m.primary and m.place.country_code in codes for m in rest[1])

    def _known_end(self, words: Words, start: int, run_end: int) -> int | None:
        """Where a well-known place begins in "at Badambagh Sopore", after a name that nobody knows."""
        if start == 0 or not self._wording.has("strong_preposition", words.lower[start - 1]):
            return None
        kind = self._wording.kinds.at(words.lower, run_end) if run_end < len(words) else None
        if kind is not None and isinstance(kind[1], KindWord) and kind[1].level not in _OF_AREAS:
            return None  # "Badambagh Sopore village" is a village of both words
        if run_end < len(words) and words.texts[run_end] == ",":
            return None
        for position in range(start + 1, run_end):
            if self._wording.has("name_head", words.lower[position - 1]):
                continue
            match = self._names.longest_match(words, position, run_end) if words.name_like[position] else None
            if match is not None and match[0] == run_end and sizeable(match[1]):
                return position if self._may_lie_in(words, match[1], run_end) else None
        return None

    def _may_lie_in(self, words: Words, matches: tuple[NameMatch, ...], end: int) -> bool:
        """False where "in" and a place follow that no place of the name lies in: "at Burir Dokan in
        Rangunia"."""
        after = end + 1
        if after >= len(words) or words.lower[end] not in _WITHIN or not words.name_like[after]:
            return True
        around = self._names.longest_match(words, after, min(len(words), after + LONGEST_NAME))
        codes = {m.place.country_code for m in around[1]} if around is not None else set()
        return not codes or any(m.place.country_code in codes for m in matches)


def _is_city(matches: tuple[NameMatch, ...]) -> bool:
    """True for the matches of "Panama City", whose kind is a part of its name."""
    return any(m.primary and m.place.kind is Kind.CITY and m.place.population > _LARGE for m in matches)


def _is_other_division(matches: Sequence[NameMatch], shorter: Sequence[NameMatch]) -> bool:
    """Whether the kind word makes another name: the "Northern Territory" is nowhere called "Northern"."""
    known = {match.place.country_code for match in shorter}
    divisions = [m.place for m in matches if m.primary and m.place.kind < Kind.CITY]
    return bool(divisions) and all(place.country_code not in known for place in divisions)

"""The words after a name that say how large the place is, and what else follows it."""

from __future__ import annotations

from extractor.pipeline.places.element import Element
from extractor.pipeline.places.names import HYPHENS, LONGEST_NAME, NameReader
from extractor.pipeline.places.wording import KindWord, Level, Use, Wording
from extractor.pipeline.places.words import Words

_CLOSING_QUOTES = {'"', "”", "’", "'"}
_OF_NEXT: frozenset[Level] = frozenset({"district", "subdistrict", "village"})


class KindReader:
    """Reads on after a name."""

    def __init__(self, names: NameReader, wording: Wording) -> None:
        self._names = names
        self._wording = wording

    def take_in(self, words: Words, element: Element) -> tuple[Element, int]:
        """Take in the kind words after the name, and see whether an organisation has it."""
        position = element.end
        if position + 1 < len(words) and words.texts[position] in _CLOSING_QUOTES:
            position += self._wording.kinds.at(words.lower, position + 1) is not None
        while position < len(words) and (kind := self._wording.kinds.at(words.lower, position)) is not None:
            end, value = kind
            assert isinstance(value, KindWord)
            if words.starts_line(position) or (value.lower and not words.texts[position].islower()):
                break
            if value.people and not self._is_scene(words, element.left):
                break
            if value.level in _OF_NEXT and self._is_of_next(words, element, position, end):
                break
            element.plural = element.level is None and words.lower[end - 1].endswith("s")
            if value.feature and element.level is None and not element.matches:
                element.text = words.text(element.start, end)
            city = element.left < element.start and element.level == "district" and value.level == "town"
            element.level = "town" if city else element.level or value.level  # "4th District of Herat city"
            element.right = position = end
        if position < len(words):
            self._see_what_follows(words, element, position)
        return element, max(position, element.end)

    def _is_scene(self, words: Words, left: int) -> bool:
        """Whether "in", "near" or a verb like "stormed" stands right before the name and its article."""
        before = words.lower[max(0, left - 2) : left]
        uses: tuple[Use, ...] = ("strong_preposition", "reached", "retaken")
        return any(self._wording.has(use, word) for word in before for use in uses)

    def _is_of_next(self, words: Words, element: Element, position: int, end: int) -> bool:
        """Whether the kind word belongs to the name after it, in which the element does not lie:
        "Kot Sultan Tehsil Kulachi" is in the tehsil of Kulachi, "Muse Township Shan" is Muse in Shan."""
        if end >= len(words) or not words.name_like[end] or not words.texts[position][0].isupper():
            return False
        if self._wording.has("district_body", words.lower[end]) or self._names.is_no_name(words, end):
            return False
        if element.left < element.start:
            return True  # "Village Barang Tehsil Mamond District Bajaur"
        following = self._names.longest_match(words, end, min(len(words), end + LONGEST_NAME))
        if following is None or self._wording.kinds.at(words.lower, following[0] - 1) is not None:
            return False
        if following[0] < len(words) and self._wording.kinds.at(words.lower, following[0]) is not None:
            return False
        own = {i for m in element.matches for i in (m.place.province_index, m.place.district_index)}
        return not any(m.place.index in own for m in following[1])

    def _see_what_follows(self, words: Words, element: Element, position: int) -> None:
        low = words.lower[position]
        if element.level is None:
            is_body = self._wording.has("org_head", low)
        else:
            is_body = words.texts[position][:1].isupper() and self._wording.has("district_body", low)
        if is_body and not words.starts_line(position):
            element.in_name = True
        if words.texts[position] in HYPHENS and words.joined[position - 1] and position + 1 < len(words):
            following = words.lower[position + 1]
            if self._wording.has("origin_suffix", following):
                element.based = True
            elif words.name_like[position + 1]:
                element.compound = True

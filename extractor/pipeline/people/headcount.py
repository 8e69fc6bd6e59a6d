"""How many a noun phrase for people says they are."""

from __future__ import annotations

from dataclasses import replace

from extractor.lexicon.lexicon import Lexicon
from extractor.pipeline.people.numbers import NumberWords, Quantity
from extractor.pipeline.people.reading import NOUN_TAGS, PLURAL_TAGS, Reading

ONE = (1, 1, 1)
_OF_KIND = ("JJ", "VBN", "JJR", "NN")


class HeadCount:
    """Reads the number of a phrase that ends at a head, said or unsaid."""

    def __init__(self, lexicon: Lexicon, numbers: NumberWords) -> None:
        self._numbers = numbers
        self._measures = lexicon.words["measures"]
        self._measured = lexicon.words["measured"]
        self._kin = lexicon.words["kin"]
        self._harmed = lexicon.words["harmed"]
        self._both = lexicon.words["both"]
        self._numbered = lexicon.words["numbered"]
        self._plurals_of_one = lexicon.words["plurals_of_one"]

    def is_partitive(self, reading: Reading, head: int) -> bool:
        """True for "two" and "group" in "two of them", "a group of rebels"; not for "children of a guard"."""
        word = reading.lower[head]
        return reading.tags[head] == "CD" or (word in self._numbers.partitives and word not in self._kin)

    def said(self, reading: Reading, left: int, head: int, *, partitive: bool) -> Quantity | None:
        """The number said before the head, or by the head itself; None where none is."""
        numbers, lower = self._numbers, reading.lower
        stop = (
            head + 1
            if reading.tags[head] == "CD"
            or partitive
            or lower[head] in numbers.vague
            or lower[head] in numbers.collectives
            else head
        )
        while (
            left > 0
            and left > head - 8
            and (numbers.is_number(lower[left - 1]) or reading.tags[left - 1] == "CD")
            and left - 1 not in reading.dates
        ):
            left -= 1
        found = numbers.read(lower, left, stop, floor=max(0, left - 5))
        if found is not None and (found.start in reading.dates or self._is_measure(reading, found.end)):
            return None
        if found is not None and found.start and lower[found.start - 1] in self._numbered:
            return None  # "a Ward Number 3 administrator"
        if found is not None and lower[found.start] in self._both and _is_first_of_two(reading, head):
            return None  # "both the driver and his son"
        if found is not None:
            return self._with_other_kind(reading, found, head)
        return found

    def _with_other_kind(self, reading: Reading, told: Quantity, head: int) -> Quantity:
        """The number of "one senior and two junior commanders", who are of two kinds: both together."""
        lower, first = reading.lower, told.end
        joint = next((i for i in range(first, head) if lower[i] == "and"), 0)
        kinds = range(first, joint)
        if not kinds or any(reading.tags[i] not in _OF_KIND or lower[i] in self._harmed for i in kinds):
            return told
        other = self._numbers.read(lower, joint + 1, joint + 2) if joint + 2 < head else None
        if other is None or None in (told.best, other.best) or told.vague or reading.tags[head] != "NNS":
            return told
        number = (told.best or 0) + (other.best or 0)
        return replace(told, low=number, best=number, high=number, end=other.end)

    def _is_measure(self, reading: Reading, end: int) -> bool:
        """True for "45-year-old", "45 year old", "40-km-long", "100-household": no number of people."""
        after = reading.lower[end : end + 3]
        if after[:1] == ["-"]:
            return after[1] in self._measures
        return not self._measures.isdisjoint(after[:1]) and not self._measured.isdisjoint(after[1:])

    def unsaid(self, reading: Reading, left: int, head: int, person_name: bool) -> Quantity:
        """A phrase without a number: one person, or more of whom the number is not said."""
        word = reading.lower[head]
        if word in ("another", "one"):
            return Quantity(head, head + 1, *ONE)
        plural = reading.tags[head] in PLURAL_TAGS and not person_name
        if reading.lower[left] in ("a", "an") and (
            (head in reading.names and not plural) or word in self._plurals_of_one
        ):
            return Quantity(head, head + 1, *ONE)  # "a suspected Maoist", "a Police personnel"
        if head in reading.names and self._is_said_to_be_one(reading, head):
            return Quantity(head, head + 1, *ONE)  # "the Maoist was arrested"
        if (
            plural
            or word in self._numbers.collective_nouns
            or (head in reading.names and head not in reading.targets)
        ):
            return Quantity(head, head + 1, None, None, None)
        if reading.tags[head] in NOUN_TAGS or person_name or reading.tags[head] in ("JJ", "VBN", "CD"):
            return Quantity(head, head + 1, *ONE)
        return Quantity(head, head + 1, None, None, None)

    def _is_said_to_be_one(self, reading: Reading, head: int) -> bool:
        """True for a group's name as the subject of "was arrested", which is said of one of its men."""
        return reading.deps[head] == "nsubjpass" and any(
            reading.lower[c] == "was" for c in reading.children[reading.heads[head]]
        )

    def is_other(self, lower: list[str], left: int, end: int) -> bool:
        """True for "two others", "two more": people besides those told of before."""
        if self._numbers.is_number(lower[end - 1]):
            end = min(end + 1, len(lower))
        more = (i for i in range(max(0, left), end) if lower[i] in self._numbers.other)
        return any(lower[i + 1 : i + 2] != ["than"] for i in more)  # "more than two hundred" are no others


def _is_first_of_two(reading: Reading, head: int) -> bool:
    """True for a noun that "and" joins to another, with nothing but what hangs on it in between."""
    joined = [c for c in reading.children[head] if c > head and reading.deps[c] == "conj"]
    return len(joined) == 1 and any(reading.lower[c] == "and" for c in reading.children[head])

"""What a chain of places is to the text: where things happen, a home, a measure, a part of a name."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractor.gazetteer import Kind
from extractor.pipeline.places.element import Element
from extractor.pipeline.places.wording import Wording
from extractor.pipeline.places.words import Words

_LOOK_BACK = 6
# So many words before "from" may tell that somebody was taken: "abducted 12 girls and two teachers from".
_TAKEN_BEFORE = 12
# Stands for the preposition where a place is the object: "stormed Khar".
REACHED = "reached"
# The same where it changes hands: "captured Khar"; and by words hardly said of people: "retook Khar".
TAKEN, RETAKEN = "taken", "retaken"
# The same where it was struck: "a raid on Khar", "the bombing of Khar".
STRUCK = "struck"
# Stands for the preposition of "a camp west of Khar", which says less than "in" and "near".
SURROUNDING = "surrounding"
# Stands for the preposition before the office that people give themselves up to.
HANDED = "handed over"
# Stands for the preposition before a country across a border: "near the Niger border".
BORDERING = "bordering"


# A town so big is meant by its name, and not the country that bears it.
_BIG_TOWN = 500_000
# After these a place that "said" something stands for its government.
_CLAUSE_BEGINS = frozenset({",", ".", "but", "while", "and", ";"})


@dataclass(slots=True)
class Chain:
    """Elements from the smallest place to the largest, and how the text leads up to them.

    `tail` of them belong to the last place of a list and are only borrowed ("A and B in C": C for A).
    """

    elements: list[Element]
    preposition: str = ""
    role: str = "location"
    borrowed: int = 0
    near: bool = False
    listed: bool = False
    start: int = field(default=0)
    end: int = field(default=0)

    @property
    def own(self) -> list[Element]:
        """The elements that stand in this chain's own words."""
        return self.elements[: len(self.elements) - self.borrowed]


class RoleReader:
    """Reads the words around a chain."""

    def __init__(self, wording: Wording) -> None:
        self._wording = wording

    def describe(self, words: Words, chain: Chain) -> None:
        """Fill in the span, the preposition before it and the role that the wording gives it."""
        own = chain.own
        chain.start = min(element.left for element in own)
        chain.end = max(element.right for element in own)
        if (
            chain.end < len(words)
            and words.texts[chain.end] == ")"
            and "(" in words.texts[chain.start : chain.end]
        ):
            chain.end += 1
        first = min(own, key=lambda element: element.left)
        chain.preposition = self.preposition(words, first.left)
        chain.near = self._wording.has("near", chain.preposition)
        if self._is_surname(words, chain):
            chain.role = "part_of_name"
        elif any(element.in_name for element in own):
            chain.role = "location" if chain.preposition == HANDED else self._of_body(words, own[-1])
        elif own[0].based or self._is_origin(words, first.left):
            chain.role = "origin"
        elif self._wording.stations.before(words.lower, _over_article(words, first.left)) is not None:
            chain.role = "station"
        elif self._is_base(words, first.left):
            chain.role = "base"
        elif self._is_where_told(words, first.left) or self._is_of_care(words, chain):
            chain.role = "origin"
        elif self._is_speakers(words, chain):
            chain.role = "base"
        elif self._is_office(words, first.left, chain) or self._is_nationality(words, chain):
            chain.role = "part_of_name"
        elif self.is_government(words, chain.start, chain.end):
            chain.role = "government"
        elif self._is_distance(words, first.left):
            chain.role = "distance"
        elif self._after_hyphen(words, first.left) and len(own) > 1:
            del chain.elements[0]
            chain.start, chain.preposition = min(element.left for element in chain.own), "in"
        elif own[0].border:
            chain.preposition = BORDERING
            chain.near = True
        elif own[-1].compound or self._after_hyphen(words, first.left) or self._is_border(words, chain.end):
            chain.preposition = "between"
            chain.near = True

    def _of_body(self, words: Words, named: Element) -> str:
        """The role of a place that a body is named for: a local one ("Gao police") acts there as a rule."""
        local = named.right < len(words) and self._wording.has("local_body", words.lower[named.right])
        return "local_body" if local else "part_of_name"

    def _is_nationality(self, words: Words, chain: Chain) -> bool:
        """ "A US soldier", "two UK aid workers": whence they are, and not where they were."""
        named, after = chain.own[0], words.texts[chain.end : chain.end + 1]
        if len(chain.own) > 1 or not any(m.primary and m.place.kind is Kind.COUNTRY for m in named.matches):
            return False
        if any(m.place.kind is Kind.CITY and m.place.population > _BIG_TOWN for m in named.matches):
            return False  # "a Tunis museum"
        counted = chain.start > 0 and self._wording.has("counting", words.lower[chain.start - 1])
        return counted and bool(after) and after[0].islower()

    def _is_surname(self, words: Words, chain: Chain) -> bool:
        """ "At Quispe's home", "captured alias "Pacho"": a person who has the name of a town."""
        before, end = chain.start - 1, chain.end
        if before > 0 and words.texts[before] in {'"', "'", "“", "‘"}:
            before -= 1
        if before >= 0 and self._wording.has("alias", words.lower[before]):
            return True
        owns = end + 1 < len(words) and words.lower[end] in {"'s", "’s"}
        return owns and len(chain.own) == 1 and self._wording.has("belonging", words.lower[end + 1])

    def _is_base(self, words: Words, left: int) -> bool:
        """ "Militants in Gaza fired rockets": where the attackers are, who may reach far; but they were there
        whom troops "killed in Gaza"."""
        if left < 2 or words.lower[left - 1] not in {"in", "from"}:
            return False
        told = words.lower[max(0, left - 7) : left - 2]
        if "by" in told or any(self._wording.has("felled", word) for word in told):
            return False
        return self._wording.has("actor", words.lower[left - 2])

    def _is_where_told(self, words: Words, left: int) -> bool:
        """ "Sources said today in Lima": where somebody spoke. What "was reported in" a place was there."""
        if left < 2 or words.lower[left - 1] != "in":
            return False
        position = left - 2
        while position > max(0, left - 2 - _LOOK_BACK) and self._wording.has(
            "said_when", words.lower[position]
        ):
            position -= 1
        if not self._wording.has("said", words.lower[position]):
            return False
        told_of = position > 0 and words.lower[position - 1] in {"was", "were", "been", "being", "is", "are"}
        return words.lower[position] != "reported" or not told_of

    def _is_speakers(self, words: Words, chain: Chain) -> bool:
        """ "Police in Lima said": where those are who tell of it."""
        start, end = chain.start, chain.end
        if start < 2 or end >= len(words) or words.lower[start - 1] not in {"in", "from"}:
            return False
        return self._wording.has("teller", words.lower[start - 2]) and self._wording.has(
            "said", words.lower[end]
        )

    def is_government(self, words: Words, start: int, end: int) -> bool:
        """ "..., Lima said", "Kigali denies": the capital stands for its government."""
        begins = start > 0 and words.lower[start - 1] in _CLAUSE_BEGINS
        if not begins or end >= len(words):
            return False
        verb = words.lower[end]
        return self._wording.has("said", verb) or self._wording.has("governs", verb)

    def _is_of_care(self, words: Words, chain: Chain) -> bool:
        """ "Taken to a hospital in Lima", "treated at Lima's Hospital Rebagliati": where the wounded are."""
        at, lower = chain.start - 1, words.lower
        if at > 0 and lower[at] == "in" and self._wording.has("cared_for", lower[at - 1]):
            return True  # "is being treated in Lima"
        if at > 0 and lower[at] in {"in", "at", "of"} and self._wording.has("care", lower[at - 1]):
            at -= 1
        elif not any(self._wording.has("care", word) for word in lower[chain.start : chain.end + 1]):
            return False
        before = lower[max(0, at - _LOOK_BACK) : at]
        return "from" not in before and any(self._wording.has("care_verb", word) for word in before)

    def _is_border(self, words: Words, end: int) -> bool:
        """ "near the Chad border": the country is not where it was."""
        return end < len(words) and self._wording.has("border", words.lower[end])

    def _after_hyphen(self, words: Words, left: int) -> bool:
        return left > 0 and words.texts[left - 1] in "-–" and words.joined[left - 1]

    def preposition(self, words: Words, left: int) -> str:
        """The preposition that leads to `left`, over articles, directions and the like; "neighbouring" is one
        where no other stands before it."""
        filling = ""
        for position in range(left - 1, max(-1, left - 1 - _LOOK_BACK), -1):
            word = words.lower[position]
            two = f"{words.lower[position - 1]} {word}" if position else word
            if self._wording.has("handed", two):
                return HANDED
            if self._wording.has("taken", two) or self._wording.has("taken", word):
                return TAKEN
            if self._wording.has("retaken", two) or self._wording.has("retaken", word):
                return RETAKEN
            if self._wording.has("struck", two):
                return STRUCK
            if self._wording.has("edge", two):
                return "near"
            if self._is_side(words, position):
                return SURROUNDING
            if self._wording.has("preposition", two):
                return two
            if self._wording.has("reached", word):
                return REACHED
            if self._wording.has("preposition", word):
                if not self._wording.has("filler", word):
                    return word
                filling = filling or word
            if word in {"the", "a", "an", '"', "“", "'", "‘"} or self._wording.has("direction", word):
                continue
            if not self._wording.has("filler", word):
                break
        return filling

    def _is_side(self, words: Words, of: int) -> bool:
        """True for the "of" of "a camp west of Khar"; what is "in the west of Khar" is within."""
        side = of > 1 and words.lower[of] == "of" and self._wording.has("direction", words.lower[of - 1])
        return side and words.lower[of - 2] not in {"the", "in", "to"}

    def _is_origin(self, words: Words, left: int) -> bool:
        start = left
        while start > 0 and (
            words.lower[start - 1] == "the" or self._wording.has("direction", words.lower[start - 1])
        ):
            start -= 1
        return self._wording.origins.before(words.lower, start) is not None or self.is_home(words, start)

    def is_home(self, words: Words, left: int) -> bool:
        """ "identified as Ram Das of Y", "Ram Das (25) of Y", "two teachers from Y": the place belongs to the
        person; but those "abducted from Y" were there."""
        person = left - 1
        if person < 2 or words.lower[person] not in {"of", "from"}:
            return False
        if words.lower[person] == "from" and self._wording.has("person", words.lower[person - 1]):
            told = words.lower[max(0, person - _TAKEN_BEFORE) : person - 1]
            return not any(self._wording.has("taken_from", word) for word in told)
        if words.texts[person - 1] == ")":
            return any(text.isdigit() for text in words.texts[max(0, person - 4) : person - 1])
        while person > 1 and words.name_like[person - 1]:
            person -= 1
        if person == left - 1:
            return False
        named = self._wording.has("surname", words.lower[left - 2])
        return named or self._wording.has("identity", words.lower[person - 1])

    def _is_office(self, words: Words, left: int, chain: Chain) -> bool:
        """ "Superintendent of Police of Dhamtari", "University of Kabul"."""
        if chain.own[0].level not in (None, "district", "province", "town") or left < 2:
            return False
        position = left
        if words.lower[position - 1] == "the":
            position -= 1
        if position < 2 or words.lower[position - 1] not in {"of", "for"}:
            return False
        start = self._wording.offices.before(words.lower, position - 1)
        return start is not None and not self._is_campus(words, start)

    def _is_campus(self, words: Words, office: int) -> bool:
        """ "At the University of Lima": there it happened; who is "of" it may be anywhere."""
        before = _over_article(words, office) - 1
        within = before >= 0 and words.lower[before] in {"at", "inside", "outside", "near"}
        return within and self._wording.has("campus", words.lower[office])

    def _is_distance(self, words: Words, left: int) -> bool:
        """ "25 km north of Y": Y is only a point to measure from."""
        position = left - 1
        while position >= 0 and words.lower[position] in {"the", "town", "city", "of", "capital", "village"}:
            if (
                words.lower[position] == "of"
                and position
                and self._wording.has("direction", words.lower[position - 1])
            ):
                break
            if words.lower[position] == "of" and self._wording.has(
                "distance_unit", words.lower[position - 1]
            ):
                break
            position -= 1
        if position < 1 or not self._wording.has("distance_link", words.lower[position]):
            if position < 2 or " ".join(words.lower[position - 1 : position + 1]) != "away from":
                return False
            position -= 1
        for back in range(position - 1, max(-1, position - 7), -1):
            word = words.lower[back]
            if self._wording.has("distance_unit", word):
                return True
            if not (
                self._wording.has("direction", word)
                or word in {"to", "the", "-", "away", "(", ")", "about", "of"}
                or word[0].isdigit()
            ):
                return False
        return False


def _over_article(words: Words, left: int) -> int:
    return left - 1 if left and words.lower[left - 1] == "the" else left

"""Elements that name one place between them: "Barang, Bajaur, Khyber Pakhtunkhwa"."""

from __future__ import annotations

import itertools

from extractor.gazetteer import Kind
from extractor.gazetteer.index import contains
from extractor.pipeline.places.element import Element
from extractor.pipeline.places.links import is_alongside, is_measure, without_gloss
from extractor.pipeline.places.roles import REACHED, RETAKEN, STRUCK, TAKEN, Chain, RoleReader
from extractor.pipeline.places.wording import KindWord, Level, Wording
from extractor.pipeline.places.words import Words

_LONGEST_GAP = 10
_LONGEST_MEASURE = 6
_BESIDE = frozenset({"near", "outside", "close", "adjacent", "along"})
_POSSESSIVE = {"'s", "’s", "'", "’"}
_HOMES = ("of", "from")
_LISTING = {"and", "&", "or", ", and", "as well as", ", as well as", "/"}
_PARTS: frozenset[Level | None] = frozenset({"neighborhood", "facility", "area", "region"})
_AREAS: frozenset[Level] = frozenset({"district", "province", "country", "subdistrict", "police_station"})
_SIZE: dict[Level | None, int] = {
    "country": 4,
    "province": 3,
    "district": 2,
    "subdistrict": 1,
    "police_station": 1,
}


class ChainReader:
    """Joins elements to chains by the words between them."""

    def __init__(self, wording: Wording) -> None:
        self._wording = wording
        self._roles = RoleReader(wording)

    def read(self, words: Words, elements: list[Element]) -> list[Chain]:
        """The chains of a text in order, with preposition and role."""
        chains: list[Chain] = []
        group: list[Chain] = []
        previous: Element | None = None
        since = 0
        for element in elements:
            if previous is not None and is_alongside(
                words, max(since, previous.right), element, self._wording
            ):
                # "a farm near the Chad border in Borno" is in Borno, and Chad is for itself
                chains.append(Chain([element]))
                since = element.frontier
                continue
            link = self._link(words, previous, element, since)
            if link == "in" and group:
                group[-1].elements.append(element)
                element.in_chain = True
            elif link == "owned" and group:
                # "Pattan area of Kashmir's Baramulla district": right below its owner
                group[-1].elements.insert(len(group[-1].elements) - 1, element)
            elif link == "and" and group:
                group.append(Chain([element], listed=True))
            else:
                chains.extend(self._finished(group))
                group = [Chain([element])]
            previous, since = element, 0
        chains.extend(self._finished(group))
        for chain in chains:
            self._roles.describe(words, chain)
        chains.sort(key=lambda chain: chain.start)
        return self._supported(words, chains)

    def _link(self, words: Words, before: Element | None, after: Element, since: int) -> str | None:
        """How `after` hangs on `before`: "in" it lies, "owned" by it, listed with it ("and"), or None.

        What stands before `since` is no part of the words between them.
        """
        if before is None or before.in_name or after.in_name or before.based or after.compound:
            return None
        if before.border or after.border:
            return None
        if _SIZE.get(before.level, 0) > _SIZE.get(after.level, _largest(after)):
            return "owned" if self._possessive(words, before, after) else None
        gap = words.texts[max(since, before.right) : after.left]
        if before.level is not None:
            gap = without_gloss(gap)
        if len(gap) > _LONGEST_GAP or any("\n" in text for text in gap):
            return None
        if before.compound and gap and gap[0] in "-–—":
            return None
        if self._possessive(words, before, after):
            return "owned"
        if not after.matches and after.level is None and _largest(before) >= _SIZE["province"]:
            return None  # "cadres of Bihar, Ram Das alias Hari": no unknown name is larger than a province
        lower = [text.lower() for text in gap]
        if lower == ["at"] and not before.level and words.lower[before.left - 1 : before.left] == ["from"]:
            return None  # "fired a missile from Otra at Port Emma"
        if lower == [","] and self._roles.is_government(words, after.left, after.right):
            return None  # "near Marib, Riyadh said"
        if " ".join(lower) in _LISTING:
            return "and"
        if lower and lower[0] == "in" and self._is_elsewhere(words, before, after):
            return None
        if not lower:
            own_kind = after.left < after.start  # "Kot Sultan Tehsil Kulachi"
            return "in" if own_kind or not before.matches or _one_in_the_other(before, after) else None
        if (kind := self._apposition(lower)) is not None:
            before.level = before.level or (None if kind == "district" else kind)
            after.beside = self._is_beside(lower, before)
            return "in"
        if before.level not in _AREAS and not before.in_chain and is_measure(lower, self._wording):
            after.beside = after.measured = True
            return "in"
        if lower[0] == "(" or lower == [","]:
            after.after_comma = True
            lower = lower[1:]
            if self._only_fill(lower):
                return "in"
        after.beside = self._is_beside(lower, before)
        return "in" if self._links(lower) else None

    def _is_elsewhere(self, words: Words, before: Element, after: Element) -> bool:
        """Whether "in" leads on to where it happened: "rebels from the DRC in Cibitoke province", "a labourer
        from Punjab in Turbat"."""
        if after.level in _AREAS and _is_country(before):
            return True
        if _one_in_the_other(before, after) or _size(after) > _size(before):
            return False
        home = bool(before.matches and after.matches) and self._roles.is_home(words, before.left)
        return home or _largest(before) >= _SIZE["province"]

    def _is_beside(self, gap: list[str], before: Element) -> bool:
        """ "Near", "20 km from", "north of"; but "in the north of" is inside, and an airport near a town is
        the town's."""
        if "in" in gap:
            return False
        if before.level not in _PARTS and _BESIDE & set(gap):
            return True
        if any(self._wording.has("distance_unit", word) for word in gap):
            return True
        return any(
            self._wording.has("direction", word) and after == "of" for word, after in itertools.pairwise(gap)
        )

    def _apposition(self, gap: list[str]) -> Level | None:
        """What "X, a remote village near Y" and "X, a hamlet in the district of Y" say that X is."""
        if len(gap) < 4 or gap[0] != "," or gap[1] not in {"a", "an"}:
            return None
        for position in range(2, len(gap) - 1):
            hit = self._wording.kinds.at(gap, position)
            if hit is not None and isinstance(hit[1], KindWord) and self._lead_on(gap[hit[0] :]):
                return hit[1].level
            if not self._wording.describes(gap[position]):
                return None
        return None

    def _lead_on(self, gap: list[str]) -> bool:
        """ "Near", "in the district of", "some 20 km north of"."""
        if not any(self._wording.has("distance_unit", word) for word in gap):
            return self._links(gap)
        return self._wording.has("distance_link", gap[-1]) and len(gap) <= _LONGEST_MEASURE

    def _possessive(self, words: Words, before: Element, after: Element) -> bool:
        """ "Kashmir's Sopore area": the larger place comes first."""
        gap = words.lower[before.right : after.left]
        return 0 < len(gap) <= _LONGEST_GAP and gap[0] in _POSSESSIVE and self._only_fill(gap[1:])

    def _links(self, gap: list[str]) -> bool:
        if gap[:2] == [",", "and"]:
            return False  # "on the Gaya border, and in Bihar two men died"
        bare = [word for word in gap if word not in {",", ")", "("}]
        if " ".join(bare) in self._wording.chains:
            return True
        bare = [word for word in bare if not self._wording.describes(word)]
        return " ".join(bare) in self._wording.chains

    def _only_fill(self, gap: list[str]) -> bool:
        return all(self._wording.describes(word) for word in gap)

    def _finished(self, group: list[Chain]) -> list[Chain]:
        """A list's places share what comes after the last of them."""
        if len(group) < 2:
            return group
        _share_plural(group)
        tail = group[-1].elements[1:]
        finished: list[Chain] = []
        for number, chain in reversed(list(enumerate(group[:-1]))):
            parts: list[Chain] = []
            for part in _split_list(chain.elements):
                borrowed = [] if _is_complete(part) else tail
                listed = number > 0 or bool(parts)
                parts.append(Chain([*part, *borrowed], listed=listed, borrowed=len(borrowed)))
            if _is_complete(chain.elements):
                tail = chain.elements[1:]
            finished = [*parts, *finished]
        return [*finished, group[-1]]

    def _supported(self, words: Words, chains: list[Chain]) -> list[Chain]:
        """Without the names that nothing says are places."""
        kept: list[Chain] = []
        for chain in chains:
            while len(chain.own) > 1 and not self._head_may_stand(chain):
                dropped = chain.elements.pop(0)
                if chain.role == "part_of_name":
                    chain.role = "location"  # "alias Prem, in Udupi": the name was the dropped one
                self._roles.describe(words, chain)
                if _is_full_name(dropped) and chain.role == "location" and chain.preposition in _HOMES:
                    chain.role = "origin"  # "Nakul Yadav of Lohardaga"
            if any(element.matches for element in chain.own) or self._named_as_place(words, chain):
                kept.append(chain)
        return kept

    def _head_may_stand(self, chain: Chain) -> bool:
        """Whether the first name is a place: a person can stand before "of Lahore" too."""
        head, following = chain.elements[0], chain.elements[1]
        if (
            head.level is not None
            or (chain.listed and head.matches)
            or self._wording.has("strong_preposition", chain.preposition)
            or chain.preposition == RETAKEN
        ):
            return True
        reached = chain.preposition in (REACHED, STRUCK, TAKEN, RETAKEN)
        if following.after_comma and _in_known_area(chain.elements[1:] if reached else [following]):
            return True
        return _one_in_the_other(head, following)

    def _named_as_place(self, words: Words, chain: Chain) -> bool:
        head = chain.elements[0]
        if head.in_name:
            return False
        if head.level is not None:
            return head.level != "facility" or self._wording.has("strong_preposition", chain.preposition)
        if not self._wording.has("strong_preposition", chain.preposition) and chain.preposition != RETAKEN:
            return False
        text = head.text.replace(".", "").removesuffix("s")  # "between SFs and rebels"
        return not (text.isupper() and len(text) <= 6 and not words.shouting) and not words.whispering


def _is_full_name(element: Element) -> bool:
    """Whether a name that is no place's may be a person's: it has two words or more."""
    return not element.matches and " " in element.text and element.level is None


def _share_plural(group: list[Chain]) -> None:
    """ "Otra, Aba and Umu villages": the plural says what all of them are, not what "attacks in" them is."""
    last = group[-1].elements[0]
    if last.plural:
        for chain in group[:-1]:
            for element in reversed(chain.elements):
                element.level = element.level or last.level
                if not element.after_comma:
                    break


def _is_complete(elements: list[Element]) -> bool:
    """Whether the last of them is a province or a country, by its kind word or, in a chain, by its name."""
    last = elements[-1]
    if last.level is not None or len(elements) < 2:
        return last.level in ("province", "country")
    return any(match.primary and match.place.kind <= Kind.PROVINCE for match in last.matches)


def _in_known_area(larger: list[Element]) -> bool:
    """Whether a comma chain goes on to a division: "Khwaja Omari, Ghazni"."""
    return any(
        element.after_comma and match.primary and match.place.kind < Kind.CITY
        for element in larger
        for match in element.matches
    )


def _split_list(elements: list[Element]) -> list[list[Element]]:
    """Cut a comma list before every name that does not contain the one before it."""
    parts = [[elements[0]]]
    for before, after in itertools.pairwise(elements):
        if after.level in _AREAS or _one_in_the_other(before, after):
            parts[-1].append(after)
        else:
            parts.append([after])
    return parts


def _one_in_the_other(small: Element, large: Element) -> bool:
    return any(contains(b.place, a.place) for a in small.matches[:40] for b in large.matches[:10])


def _is_country(element: Element) -> bool:
    return any(m.primary and m.place.kind is Kind.COUNTRY for m in element.matches)


def _size(element: Element) -> int:
    return _largest(element) if element.level is None else _SIZE.get(element.level, 0)


def _largest(element: Element) -> int:
    """The size of the largest place that bears a name without a kind word."""
    if element.level is not None:
        return 0
    return max((4 - match.place.kind for match in element.matches if match.primary), default=0)

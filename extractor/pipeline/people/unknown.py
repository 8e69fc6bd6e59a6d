"""People whom no pattern knows: "two jaguar keepers were killed", "took an RFO into custody"."""

from __future__ import annotations

from extractor.lexicon.lexicon import Lexicon
from extractor.pipeline.people.callings import Callings
from extractor.pipeline.people.headcount import ONE, HeadCount
from extractor.pipeline.people.numbers import Quantity
from extractor.pipeline.people.phrase import People
from extractor.pipeline.people.phrasing import is_acronym, is_definite
from extractor.pipeline.people.reading import Reading

# So near after "shot" stands "dead", and after "beaten" "to death".
_NEXT = 4


class UnknownPeople:
    """Takes a noun that befell what befalls people for people."""

    def __init__(self, lexicon: Lexicon, count: HeadCount, callings: Callings) -> None:
        self._lexicon = lexicon
        self._count = count
        self._callings = callings
        self._thing_endings = tuple(sorted(lexicon.words["thing_endings"]))

    def read(self, reading: Reading, head: int) -> People | None:
        """The people of the phrase with this head, or None where it is of things."""
        if head in reading.dates or head in reading.places:
            return None
        if reading.tags[head] in ("NN", "NNP") and is_acronym(reading.sentence.words[head]):
            return self._one_by_rank(reading, head)
        if reading.tags[head] not in ("NN", "NNS"):
            return None
        if head in reading.targets or head in reading.weapons or head in reading.goods:
            return None
        if reading.lower[head] in self._lexicon.words["no_bodies"]:
            return None  # "his pride was wounded"
        left = reading.left_edge(head)
        ends_as_thing = reading.lower[head].endswith(self._thing_endings)
        whose = reading.tags[left] == "PRP$" and reading.deps[head] in ("conj", "nsubjpass", "pobj")
        known = whose or self._is_someone_hit(reading, left, head)
        if not (
            self._callings.sounds_like_people(reading.lower[head])
            or "CD" in reading.tags[left:head]
            or (known and not ends_as_thing)
        ):
            return None
        quantity = self._count.said(reading, left, head, partitive=False) or self._count.unsaid(
            reading, left, head, False
        )
        names = self._callings.names_around(reading, left, head)
        fighters = tuple(name for name in names if name.layer == "groups")  # "three Boko Haram elements"
        return People(
            reading.sentence.index,
            min(left, quantity.start),
            head + 1,
            head,
            quantity,
            None if fighters else "person",
            "militant" if fighters else "civilian",
            fighters,
            definite=is_definite(reading, left),
            other=self._count.is_other(reading.lower, left, head + 1),
        )

    def _is_someone_hit(self, reading: Reading, left: int, head: int) -> bool:
        """True of the chief of "shot dead a chief" and the clerk of "injuring a clerk": one of a kind, whom
        that befell which befalls the living alone."""
        if reading.tags[head] != "NN" or reading.lower[left] not in ("a", "an"):
            return False
        first = head
        while reading.deps[first] == "conj":
            first = reading.heads[first]
        verb = reading.heads[first]
        hit = reading.deps[first] in ("dobj", "nsubjpass") and reading.is_verb(verb)
        return hit and not self._lexicon.words["done_to_the_living"].isdisjoint(
            reading.lower[verb : verb + _NEXT]
        )

    def _one_by_rank(self, reading: Reading, head: int) -> People | None:
        """ "Took an RFO into custody": one person, told by the letters for what he is."""
        tables = (reading.names, reading.targets, reading.weapons, reading.goods)
        one = head > 0 and reading.lower[head - 1] in ("a", "an") and reading.left_edge(head) == head - 1
        if not one or any(head in table for table in tables):
            return None
        quantity = Quantity(head, head + 1, *ONE)
        return People(reading.sentence.index, head - 1, head + 1, head, quantity, "person", "civilian")

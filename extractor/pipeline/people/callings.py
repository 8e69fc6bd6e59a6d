"""The words by which a phrase calls people: "cadre", "supporters", "police search team", and names."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.lexicon.lexicon import Lexicon
from extractor.pipeline.mentions import NameMention
from extractor.pipeline.people.numbers import NumberWords
from extractor.pipeline.people.reading import NAME_TAGS, Reading
from extractor.pipeline.people.sides import OF_GROUPS

_ANYONE = "person"
_SOLDIERS = "military"


class Callings:
    """Reads what people are called. Positions count from the first word of the sentence; a phrase goes from
    `left` to its `head`."""

    def __init__(self, lexicon: Lexicon, numbers: NumberWords) -> None:
        self._lexicon = lexicon
        self._numbers = numbers
        endings = lexicon.words["person_endings"]
        self._endings = tuple(ending + plural for ending in sorted(endings) for plural in ("", "s"))

    def is_word_for_people(self, reading: Reading, head: int) -> bool:
        """True of "forces", "crew", and of "supporters", "loyalists" that no pattern knows."""
        word = reading.lower[head]
        if word in self._numbers.collective_nouns or word.removesuffix("s") in self._numbers.collective_nouns:
            return True
        known = head in reading.targets or head in reading.weapons or head in reading.goods
        return reading.tags[head] == "NNS" and not known and self.sounds_like_people(word)

    def sounds_like_people(self, word: str) -> bool:
        """True of a word that ends as words for people do: "separatists", "herdsman"."""
        return word.endswith(self._endings)

    def is_one_of_many(self, reading: Reading, left: int, head: int) -> bool:
        """True for "a cadre of the party" and "a supporter of theirs"; false for "a group of rebels"."""
        word = reading.lower[head]
        if word in self._numbers.collective_nouns and word not in self._lexicon.words["plurals_of_one"]:
            return False
        if reading.tags[head] not in ("NN", "NNP") and reading.lower[left] not in ("a", "an"):
            return False
        return self.entry(reading, left, head) is not None or (
            word not in self._numbers.vague and self.sounds_like_people(word)
        )

    def entry(self, reading: Reading, left: int, head: int) -> str | None:
        """The id of the word for people that ends at the head, or that the name's title gives."""
        mention = reading.targets.get(head)
        if mention is not None and self._lexicon.targets[mention.entry].kind == "person":
            return _SOLDIERS if self._leads_unit(reading, head) else mention.entry
        if reading.tags[head] in NAME_TAGS or reading.lower[head] in ("member", "members"):
            for i in range(head - 1, left - 1, -1):
                mention = reading.targets.get(i)
                if mention is not None and self._is_title(mention.entry):
                    return mention.entry
        return self._body_of_men(reading, left, head)

    def _leads_unit(self, reading: Reading, head: int) -> bool:
        """True for the "commander of the 12th Brigade", of which no group is told."""
        if reading.lower[head] not in self._lexicon.words["commanders"]:
            return False
        units = self._lexicon.words["army_units"]
        led = (i for i in reading.prepositional(head, "of") if reading.lower[i] in units)
        return any(all(j not in reading.names for j in range(head, i + 1)) for i in led)

    def _is_title(self, entry: str) -> bool:
        """True for words for people before a name; not for the "National" of "National Highway"."""
        return self._lexicon.targets[entry].kind == "person" and entry != _ANYONE

    def _body_of_men(self, reading: Reading, left: int, head: int) -> str | None:
        """What those of "a police search team", "an army road-opening party" are; None for others."""
        if reading.lower[head] not in self._lexicon.words["bodies_of_men"]:
            return None
        for i in range(left, head):  # of "a police commando patrol" the police
            mention = reading.targets.get(i)
            if mention is not None and reading.deps[i] in ("compound", "amod", "nmod"):
                entry = self._lexicon.targets[mention.entry]
                if entry.casualty_group == "security" and entry.kind == "person":
                    return mention.entry
        return None

    def employed_as(self, reading: Reading, left: int, head: int, *, staff: bool) -> str | None:
        """What people are by those whom they work for: a "police driver", a "cook of the army" is one of
        them, and of `staff` that of a ministry are officials; None for "a driver", "a bank manager"."""
        of = (range(reading.left_edge(i), i + 1) for i in reading.prepositional(head, "of"))
        spans = (range(left, head), *of)
        mere = self._lexicon.words["also_adjectives"]  # the "general" manager, the "private" guard
        for i in (i for span in spans for i in span if reading.lower[i] not in mere):
            target = reading.targets.get(i)
            entry = self._lexicon.targets[target.entry] if target is not None else None
            if entry is not None and entry.casualty_group == "security":
                return entry.id
            if entry is not None and staff and entry.staff is not None:
                return entry.staff
            name = reading.names.get(i)
            if name is not None and name.layer == "forces":
                return reading.targets[head].entry if head in reading.targets else None
        return None

    def names(self, reading: Reading, left: int, head: int) -> tuple[NameMention, ...]:
        """The groups and forces that the phrase names."""
        return tuple(dict.fromkeys(reading.names[i] for i in range(left, head + 1) if i in reading.names))

    def names_around(self, reading: Reading, left: int, head: int) -> tuple[NameMention, ...]:
        """The names that the phrase tells, and those of what its people are said to be of or from; a "brother
        of a rebel" is no rebel."""
        if reading.lower[head] in self._lexicon.words["kin"]:
            return ()
        of = (*self._whom_of(reading, head), *self.belonging_to(reading, head))
        beside = (name for i in of for name in self.names(reading, reading.left_edge(i), i))
        return (*self.names(reading, left, head), *beside)

    def _whom_of(self, reading: Reading, head: int) -> Iterator[int]:
        """What the people are of or from; in "the army and cadres of the Red Front" that of the cadres alone,
        in "leaders and cadres of the Red Front" that of both."""
        target = reading.targets.get(head)
        force = target is not None and self._lexicon.targets[target.entry].casualty_group == "security"
        office = target is not None and target.entry in OF_GROUPS
        for of in reading.prepositional(head, "of", "from", *(("for",) if office else ())):
            group = of in reading.names and reading.names[of].layer == "groups"
            joined = any(head < j < of for j in reading.conjuncts(head) if j != head)
            if not (force and group and joined):
                yield of
        if reading.lower[head + 1 : head + 2] == ["from"]:  # wherever the parse hangs "from the Red Front"
            after = head + 2 + (reading.lower[head + 2 : head + 3] == ["the"])
            if after in reading.names and reading.names[after].layer == "groups":
                yield reading.names[after].end - reading.sentence.start - 1
        first = reading.heads[head]
        if reading.deps[head] == "conj" and first < head:
            yield from (of for of in reading.prepositional(first, "of") if of > head)

    def without_backers(
        self, reading: Reading, entry: str, names: tuple[NameMention, ...]
    ) -> tuple[NameMention, ...]:
        """The names without those of "a Taliban-appointed mayor", who is the mayor and no fighter."""
        if self._lexicon.targets[entry].casualty_group != "civilian":
            return names
        first = reading.sentence.start
        return tuple(name for name in names if not self._is_backer(reading, name.end - first))

    def _is_backer(self, reading: Reading, after: int) -> bool:
        if after + 1 >= len(reading):
            return False
        told = after + 1 if reading.lower[after] == "-" else after
        return reading.lower[told] in self._lexicon.words["backing"]

    def belonging_to(self, reading: Reading, head: int) -> Iterator[int]:
        """Heads of what people are said to belong to: "militants belonging to", "who belonged to"."""
        for c in reading.children[head]:
            clause = c > head and reading.deps[c] in ("acl", "relcl", "amod")
            if clause and reading.lower[c] in self._lexicon.words["belonging"]:
                yield from reading.prepositional(c, "to", "with")

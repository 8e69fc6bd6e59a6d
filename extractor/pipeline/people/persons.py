"""Who the named persons of an article are: the words by which it says what each of them does.

"Kamid, a councillor," · "the mayor of Upi, Reynaldo Insular," · "councillor Albert Vera": what is said once
holds wherever the name stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from spacy.tokens import Doc

from extractor.lexicon.lexicon import NAME_LAYERS, Lexicon
from extractor.pipeline.lookup import within
from extractor.pipeline.mentions import NameMention
from extractor.pipeline.notes import noted
from extractor.pipeline.people.headcount import ONE
from extractor.pipeline.people.numbers import Quantity
from extractor.pipeline.people.people import PeopleReader
from extractor.pipeline.people.phrase import People
from extractor.pipeline.people.reading import NAME_TAGS, NOUN_TAGS, Reading
from extractor.pipeline.sentences import Sentence

# So many words may stand between a comma and the word for what someone is ("the head of the city's police").
_REACH = 12
_SHORTEST_NAME = 3
_MODIFYING = frozenset({"compound", "amod", "nmod", "npadvmod", "advmod", "poss"})
_ARTICLES = frozenset({"a", "an", "the", "former"})


class PersonReader:
    """Reads the roles of named persons."""

    def __init__(self, lexicon: Lexicon, people: PeopleReader) -> None:
        self._lexicon = lexicon
        self._people = people

    def roles(self, doc: Doc, readings: Mapping[int, Reading]) -> dict[str, People]:
        """What is said of each name, by each word of the name in lower case; what is said first counts."""
        found: dict[str, People] = {}
        for sentence in noted(doc).sentences:
            reading = readings.get(sentence.index)
            told = self._by_words(doc, sentence) if reading is None else self._by_parse(reading)
            for name, role in told:
                found.setdefault(name, role)
        return found

    def _by_parse(self, reading: Reading) -> Iterator[tuple[str, People]]:
        for start, at in self._words(reading):
            names = list(self._names_beside(reading, start, at))
            role = self._people.read(reading, at) if names else None
            if role is not None:
                if role.entry is None:  # "a leader of the council": the whole is told by its name
                    role = replace(role, entry=reading.targets[at].entry)
                yield from ((reading.lower[i], role) for i in names)

    def _by_words(self, doc: Doc, sentence: Sentence) -> Iterator[tuple[str, People]]:
        """In a sentence that nothing else makes worth a parse: "Insular, the mayor of Upi, was unharmed"."""
        mentions = list(within(noted(doc).names, sentence.start, sentence.end))
        for mention in mentions:
            if mention.layer != "targets" or self._lexicon.targets[mention.entry].kind != "person":
                continue
            at = mention.end - sentence.start - 1
            comma = next((i for i in range(at, max(0, at - _REACH), -1) if sentence.lower[i] == ","), 0)
            if comma and sentence.lower[comma + 1] in _ARTICLES:
                role = self._role(sentence, mention, mentions, comma + 1)
                for word in reversed(sentence.words[:comma]):
                    if not word[0].isupper() and word != "-":
                        break
                    if len(word) >= _SHORTEST_NAME:
                        yield word.lower(), role

    def _role(
        self, sentence: Sentence, mention: NameMention, mentions: list[NameMention], start: int
    ) -> People:
        head = mention.end - sentence.start - 1
        names = tuple(
            m
            for m in mentions
            if m.layer in NAME_LAYERS and start <= m.start - sentence.start and m.end <= mention.end
        )
        group = self._lexicon.targets[mention.entry].casualty_group
        quantity = Quantity(head, head + 1, *ONE)
        return People(sentence.index, start, head + 1, head, quantity, mention.entry, group, names)

    def _words(self, reading: Reading) -> Iterator[tuple[int, int]]:
        """The words for what a person is: where they start, and their noun; no modifiers of other nouns."""
        first = reading.sentence.start
        for mention in dict.fromkeys(reading.targets.values()):
            if self._lexicon.targets[mention.entry].kind == "person":
                span = range(mention.start - first, mention.end - first)
                at = _noun_of(reading, span)
                title = reading.tags[reading.heads[at]] in NAME_TAGS
                # a comma phrase that the parser hangs on the verb is no modifier
                loose = reading.deps[at] == "npadvmod" and reading.is_verb(reading.heads[at])
                if title or loose or reading.deps[at] not in _MODIFYING:
                    yield span[0], at

    def _names_beside(self, reading: Reading, start: int, at: int) -> Iterator[int]:
        """The words of the name that the words from `start` with their noun at `at` say something of."""
        lower = reading.lower
        left = min(reading.left_edge(at), reading.left_edge(start), start)
        if left and lower[left - 1] == ",":
            yield from self._name(reading, range(left - 2, -1, -1))
        if reading.deps[at] == "appos":
            yield from self._name(reading, range(reading.heads[at], -1, -1))
        yield from self._name(reading, range(at + 1, len(reading)))
        after = next((c for c in reading.children[at] if c > at and reading.deps[c] == "appos"), None)
        if after is not None:
            yield from self._name(reading, range(after, -1, -1))

    def _name(self, reading: Reading, positions: range) -> Iterator[int]:
        """The words of the name that the positions run over, up to the first that is of none."""
        for i in positions:
            if i in reading.targets or i in reading.names or i in reading.places:
                return
            if reading.tags[i] in NAME_TAGS or reading.sentence.words[i][0].isupper():
                if len(reading.lower[i]) >= _SHORTEST_NAME:
                    yield i
            elif reading.tags[i] not in ("HYPH", "``", "''"):
                return


def _noun_of(reading: Reading, span: range) -> int:
    """The noun that the other words of a span hang on: "Member" of "Member of Parliament"."""
    nouns = [i for i in span if reading.tags[i] in NOUN_TAGS]
    return next((i for i in nouns if reading.heads[i] not in span), nouns[-1] if nouns else span[-1])


def role_of(people: People, lower: list[str], roles: Mapping[str, People]) -> People | None:
    """What the article says that a person is who is named by words of a sentence; its last name decides."""
    if not people.person_name:
        return None
    words = (lower[i] for i in range(people.end - 1, people.start - 1, -1))
    return next((roles[word] for word in words if word in roles), None)

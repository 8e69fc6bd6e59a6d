"""Who of a number of people were what: "nine people, two of them policemen", "12, among them four nurses"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from extractor.pipeline.people.headcount import ONE
from extractor.pipeline.people.numbers import NumberWords, Quantity
from extractor.pipeline.people.reading import NOUN_TAGS, Reading

# So far after the people the words "of them" are looked for.
_REACH = 16
# So far after "of them" stands what they were.
_PHRASE = 6
_SUBJECTS = ("nsubj", "nsubjpass")
_OPENS = frozenset({",", "–", "—", "-"})
_WHOLE = ("them", "whom")
_ARTICLES, _SINGULAR = ("a", "an"), ("NN", "NNP")
_DASHES = frozenset({"-", "–", "—", ":"})
_BEING = frozenset({"were", "was", "are", "being", "reportedly", "also", "all"})


@dataclass(frozen=True, slots=True)
class Some:
    """Some of a number of people: the noun for what they were, where its phrase begins, how many."""

    noun: int
    start: int
    count: Quantity


def included(reading: Reading, head: int) -> Iterator[int]:
    """ "Nine people died, including three soldiers": the heads of those counted in with the people at `head`,
    on which, or on whose verb right before the comma, the parse hangs them."""
    yield from reading.prepositional(head, "including")
    verb = reading.heads[head]
    if reading.deps[head] in _SUBJECTS and reading.is_verb(verb):
        for c in reading.children[verb]:
            if reading.lower[c] == "including" and reading.lower[verb + 1 : c] in ([], [","]):
                yield from reading.objects_of(c)


def made_up_of(reading: Reading, numbers: NumberWords, head: int) -> Iterator[Some]:
    """ "18 people – ten soldiers and eight farmers", "of the 14 killed, nine were soldiers": those told to be
    so many of the people at `head`, after a dash or a colon, or as the subject of "were"."""
    lower = reading.lower
    if lower[head + 1 : head + 2] and lower[head + 1] in _DASHES:
        beside = (c for c in reading.children[head] if reading.deps[c] == "appos" and c > head)
        for first in islice(beside, 1):
            for each in reading.conjuncts(first):
                yield from _with_number(reading, numbers, each, reading.left_edge(each))
    whole = reading.heads[head] if reading.deps[head] == "nummod" else head  # "of the 12 dead"
    if reading.deps[whole] == "pobj" and reading.heads[whole] == 0 and lower[0] == "of":
        verb = reading.heads[0]
        for v in (verb, *(c for c in reading.children[verb] if reading.deps[c] == "conj")):
            number, noun = reading.child(v, "nsubj"), reading.child(v, "attr")
            if lower[v] in _BEING and number is not None and noun is not None and number < noun:
                yield from _with_number(reading, numbers, noun, number)


def _with_number(reading: Reading, numbers: NumberWords, noun: int, start: int) -> Iterator[Some]:
    """The noun for people, if its number begins at `start`."""
    found = numbers.read(reading.lower, start, start + 1, floor=start)
    if noun in reading.targets and found is not None and found.best:
        yield Some(noun, start, found)


def counted_in(reading: Reading, numbers: NumberWords, head: int) -> Iterator[Some]:
    """Those told to be among the people at `head`.

    The words must follow a comma or a dash, and no other people with a number may stand in between.
    """
    lower = reading.lower
    if "them" not in lower and "whom" not in lower:
        return
    for i in range(head + 1, min(len(reading), head + _REACH)):
        if lower[i] in _WHOLE and lower[i - 1] in ("of", "among"):
            among = lower[i - 1] == "among"
            count = None if among else _number_before(reading, numbers, i - 1)
            opens = i - 1 if among else count.start if count is not None else 0
            if (
                opens
                and not _OPENS.isdisjoint(lower[max(head, opens - 3) : opens])
                and not _others(reading, numbers, head, opens)
            ):
                yield from _nouns(reading, numbers, i + 1, count)
            return


def _number_before(reading: Reading, numbers: NumberWords, of: int) -> Quantity | None:
    found = numbers.read(reading.lower, of - 1, of, floor=max(0, of - 4))
    return found if found is not None and found.best else None


def _others(reading: Reading, numbers: NumberWords, head: int, end: int) -> bool:
    """True where other people, or another number of people, are told of in between."""
    between = range(head + 1, end)
    return any(i in reading.targets for i in between if reading.tags[i] in ("NNS", "NNPS")) or any(
        numbers.is_number(reading.lower[i]) and i not in reading.dates for i in between
    )


def _nouns(reading: Reading, numbers: NumberWords, start: int, count: Quantity | None) -> Iterator[Some]:
    """The first noun for people after "of them", and those listed with it, each with its own number."""
    for i in range(start, min(len(reading), start + _PHRASE)):
        if i in reading.targets and reading.tags[i] in NOUN_TAGS and not _goes_on(reading, i):
            for noun in reading.conjuncts(i) if count is None else (i,):
                own = count or _own_number(reading, numbers, start, noun)
                if own is not None and own.best:
                    yield Some(noun, start, own)
            return
        if reading.lower[i] in _BEING:
            start = i + 1
        elif reading.is_verb(i):
            return
        if reading.lower[i] in (",", ";", ")"):
            return


def _own_number(reading: Reading, numbers: NumberWords, start: int, noun: int) -> Quantity | None:
    """How many a noun of the list tells of: "three clerks", "four of his men", "a captain"."""
    if numbers.is_number(reading.lower[noun]):
        return numbers.read(reading.lower, noun, noun + 1, floor=start)
    if reading.lower[left := reading.left_edge(noun)] in _ARTICLES and reading.tags[noun] in _SINGULAR:
        return Quantity(left, left + 1, *ONE)
    return numbers.read(reading.lower, max(start, noun - _PHRASE), noun, floor=start)


def _goes_on(reading: Reading, i: int) -> bool:
    """True for a noun that only leads up to the one it stands before ("police officers")."""
    return i + 1 < len(reading) and i + 1 in reading.targets and reading.heads[i] == i + 1

"""What only a film, a book or a drill tells."""

from __future__ import annotations

from extractor.pipeline.people.reading import Reading

# The group of patterns/status for what is made up or rehearsed.
UNREAL = "unreal"


def is_fiction(reading: Reading, head: int, covers: dict[int, str]) -> bool:
    """True for "a film about a man who kills", "in the drill a bomb goes off", "were actors in a drill",
    "they rehearsed an attack"."""
    if UNREAL not in covers.values():
        return False
    staged = (c for c in reading.children[head] if reading.deps[c] == "dobj")  # "staged a mock attack"
    if covers.get(head) == UNREAL or any(_is_mock(reading, i, covers) for i in (head, *staged)):
        return True
    i = head
    while True:
        for c in reading.children[i]:
            label = reading.deps[c]
            if label == "nsubj" and covers.get(c) == UNREAL and reading.is_verb(i):
                return True
            if label == "prep" and _is_within_fiction(reading, c, covers):
                return True
            if label == "attr" and any(_is_within_fiction(reading, g, covers) for g in reading.children[c]):
                return True
        up = reading.heads[i]
        if up == i or (reading.deps[i] == "conj" and reading.is_verb(i) and _is_news(reading, i)):
            return False
        if _is_unreal(reading, up, covers) and reading.deps[i] in ("relcl", "acl", "prep"):
            return True
        if covers.get(up) == UNREAL and reading.is_verb(up) and reading.deps[i] in ("dobj", "nsubjpass"):
            return True  # "a drill simulating an attack"
        i = up


def _is_unreal(reading: Reading, noun: int, covers: dict[int, str]) -> bool:
    """True of a "drill" and of a "mock attack"."""
    return covers.get(noun) == UNREAL or _is_mock(reading, noun, covers)


def _is_mock(reading: Reading, noun: int, covers: dict[int, str]) -> bool:
    return any(covers.get(c) == UNREAL and reading.deps[c] == "amod" for c in reading.children[noun])


def _is_within_fiction(reading: Reading, preposition: int, covers: dict[int, str]) -> bool:
    """True for "in a film" and "in the simulated raid"; during an exercise somebody may attack indeed."""
    if reading.lower[preposition] != "in":
        return False
    nouns = reading.children[preposition]
    return any(covers.get(i) == UNREAL for noun in nouns for i in (noun, *reading.children[noun]))


def _is_news(reading: Reading, verb: int) -> bool:
    """True for a clause of its own beside what a film tells: it has a subject, and is not in the present."""
    own = reading.child(verb, "nsubj", "nsubjpass")
    return own is not None and reading.tags[verb] not in ("VBZ", "VBP")

"""Several named persons told of by one word in the plural: "constables Adil Khan and Noor Shah"."""

from __future__ import annotations

from extractor.pipeline.people.reading import NAME_TAGS, PLURAL_TAGS, Reading


def named_after(reading: Reading, title: int) -> list[int]:
    """The heads of the names that stand right behind the word at `title` and that "and" joins, all of them
    called by it; empty where it is no such word, or where one of them is called by a word of his own."""
    if reading.tags[title] not in PLURAL_TAGS or title not in reading.targets:
        return []
    first = _name_from(reading, title + 1)
    if first is None:
        return []
    names = list(reading.conjuncts(first))
    last = reading.rightmost(names[-1]) if len(names) > 1 else first
    joined = "and" in reading.lower[first : last + 1]
    return names if joined and all(_is_mere_name(reading, title, n) for n in names) else []


def title_of(reading: Reading, name: int) -> int | None:
    """The word in the plural that the name at `name` and others are called by, or None."""
    first = name
    while reading.deps[first] == "conj" and reading.tags[reading.heads[first]] in NAME_TAGS:
        first = reading.heads[first]
    while first > 0 and reading.tags[first] in NAME_TAGS and first not in reading.targets:
        first -= 1
    return first if name in named_after(reading, first) else None


def _name_from(reading: Reading, start: int) -> int | None:
    """The last word of the name that begins at a position, which is its head."""
    i = start
    while i < len(reading) and reading.tags[i] in NAME_TAGS:
        i += 1
    return i - 1 if i > start else None


def _is_mere_name(reading: Reading, title: int, name: int) -> bool:
    """True for a name of no place, group or day, and of nobody who is called by a word of his own."""
    if reading.tags[name] not in NAME_TAGS:
        return False
    words = range(max(title + 1, reading.left_edge(name)), name + 1)
    return not any(
        i in known for i in words for known in (reading.targets, reading.names, reading.places, reading.dates)
    )

"""Who suffered beside others: "along with his driver", "in addition to the bomber", members of a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractor.lexicon.lexicon import Lexicon
from extractor.pipeline.reading import Reading


def besides(reading: Reading, lexicon: Lexicon, verb: int | None, heads: Sequence[int]) -> list[int]:
    """ "In addition to the bomber, three officers were killed": those told of beside the others."""
    if verb is None:
        return []
    found: list[int] = []
    for owner in (verb, *heads):
        for c in reading.children[owner]:
            if " ".join(reading.lower[c : c + 2]) not in lexicon.words["beside"]:
                continue
            if reading.lower[c] == "in":
                at = next((g for g in reading.children[c] if reading.deps[g] == "pobj"), None)
                found.extend(reading.prepositional(at, "to") if at is not None else ())
            else:
                found.extend(j for g in (c, *reading.children[c]) for j in reading.objects_of(g))
    return list(dict.fromkeys(j for j in found if j not in heads))


def counted_list(reading: Reading, head: int) -> Iterator[int]:
    """ "Four soldiers, two policemen and a driver": the rest of a list that the parse hangs on its head.

    One phrase after a comma ("two militants, both commanders") tells what the head is, and is no list.
    """
    for c in reading.children[head]:
        if c > head and reading.deps[c] == "appos" and "CD" in reading.tags[reading.left_edge(c) : c]:
            rest = list(reading.conjuncts(c))
            if len(rest) > 1:
                yield from rest


def companions(reading: Reading, head: int) -> Iterator[int]:
    """ "Ravi Das, a commander, and his two aides": those called by whose they are, in a list that the
    parse hangs on what the head is."""
    for c in reading.children[head]:
        if c > head and reading.deps[c] == "appos":
            yield from (j for j in reading.conjuncts(c) if reading.tags[reading.left_edge(j)] == "PRP$")


def phrase_after(reading: Reading, end: int) -> list[int]:
    """ "beat to death two people", "killed ten": the heads of the phrase right after a verb's words."""
    for i in range(end, min(len(reading), end + 6)):
        if i in reading.dates or (i in reading.places and i not in reading.targets):
            return []
        if reading.tags[i] in ("NN", "NNS", "NNP") and reading.tags[i + 1 : i + 2] != ["NN"]:
            plural = reading.tags[i + 1 : i + 2] == ["NNS"]
            return list(reading.conjuncts(i + 1 if plural else i))
        if reading.tags[i] == "CD" and reading.tags[i + 1 : i + 2] in (["CC"], ["IN"], ["."], []):
            return list(reading.conjuncts(i))
        if reading.tags[i] not in ("CD", "DT", "JJ", "NN", "NNP", "PRP$"):
            return []
    return []


def objects_suffering(reading: Reading, lexicon: Lexicon, verb: int) -> list[int]:
    """The objects of a verb without those of time: "killed a short time later"."""
    return [j for j in reading.objects(verb) if j not in reading.dates and not _is_time(reading, lexicon, j)]


def _is_time(reading: Reading, lexicon: Lexicon, noun: int) -> bool:
    """True of "moments" in "moments later"; false of "a villager" in "killed a villager after…"."""
    if noun in reading.targets or noun in reading.names or reading.tags[noun] not in ("NN", "NNS"):
        return False
    return noun + 1 < len(reading) and reading.lower[noun + 1] in lexicon.words["later"]


def left_in_state(reading: Reading, lexicon: Lexicon, adjective: int) -> list[int]:
    """ "Leaving three soldiers and one rebel dead": the objects since the last such adjective."""
    objects = [j for j in reading.objects(reading.heads[adjective]) if j < adjective]
    first = objects[0] if objects else adjective
    states = [c for c in range(first, adjective) if reading.lower[c] in lexicon.words["harmed"]]
    return [j for j in objects if not states or j > states[-1]]

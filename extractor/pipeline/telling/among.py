"""Those told to be among the dead: "two nurses were among those killed", "the dead include two nurses"."""

from __future__ import annotations

from extractor.lexicon.lexicon import Lexicon
from extractor.pipeline.people.numbers import NumberWords, Quantity
from extractor.pipeline.people.reading import Reading

# The parse may tear a list apart: "were a teacher, two students and a driver".
_TELLING = ("nsubj", "nsubjpass", "attr", "dobj", "appos")
# A sentence turned round begins with what befell them: "Killed", "Also killed".
_FIRST = 1
# So many words a number may have: "ninety - seven".
_NUMBER = 4


def told_among(
    reading: Reading, lexicon: Lexicon, numbers: NumberWords, word: int
) -> tuple[list[int], Quantity | None] | None:
    """The heads of those whom the sentence counts among others, of whom `word` says what befell them, and
    their number where it stands apart: "killed" in "among those killed were", "dead" in "the dead include"
    and in "nine of the dead were". None where it does not."""
    if told := _told_among(reading, lexicon, word):
        return told, None
    return _told_of_some(reading, lexicon, numbers, word)


def _told_among(reading: Reading, lexicon: Lexicon, word: int) -> list[int]:
    others = reading.heads[word] if reading.deps[word] in ("acl", "amod") else word
    if others != word and reading.lower[others] not in lexicon.words["the_same"]:
        return []  # "among the nine people killed" tells of nine
    above = reading.heads[others]
    if reading.deps[others] == "pobj" and reading.lower[above] in lexicon.words["among"]:
        verb = reading.heads[above]
        if reading.lower[verb] in lexicon.words["being"]:
            return _told_with(reading, verb, others)
    if reading.deps[others] == "nsubj" and reading.lower[above] in lexicon.words["include"]:
        return _told_with(reading, above, others)
    return []


def _told_of_some(
    reading: Reading, lexicon: Lexicon, numbers: NumberWords, word: int
) -> tuple[list[int], Quantity] | None:
    """ "Ninety of the dead were policemen", "four of those killed were nurses": what so many were."""
    others = reading.heads[word] if reading.deps[word] in ("acl", "amod") else word
    of = reading.heads[others]
    if reading.lower[of] != "of" or (
        others != word and reading.lower[others] not in lexicon.words["the_same"]
    ):
        return None
    some = reading.heads[of]
    verb = reading.heads[some]
    if reading.deps[some] != "nsubj" or reading.lower[verb] not in lexicon.words["being"]:
        return None
    begins = reading.leftmost(some)
    quantity = numbers.read(reading.lower, begins, some + 1, floor=max(0, begins - _NUMBER))
    told = [i for i in _told_with(reading, verb, others) if i > verb and i in reading.targets]
    if quantity is None or quantity.best is None or len(told) != 1:
        return None
    return told, quantity


def told_after(reading: Reading, lexicon: Lexicon, verb: int) -> list[int]:
    """ "Killed in the raid were two nurses": those who stand after the verb of a sentence turned round."""
    beings = (i for i in range(verb + 1, len(reading)) if reading.lower[i] in lexicon.words["being"])
    being = next(beings, None)
    if verb > _FIRST or being is None or reading.deps[verb] == "amod":
        return []
    if reading.child(verb, "nsubj", "nsubjpass", "dobj") is not None:
        return []
    if any(reading.is_verb(i) or reading.lower[i] == "," for i in range(verb + 1, being)):
        return []
    for head in dict.fromkeys((reading.heads[being], being)):
        if told := [i for i in _told_with(reading, head, verb) if i > being]:
            return told
    return []


def _told_with(reading: Reading, verb: int, others: int) -> list[int]:
    """The people whom a verb joins to the others."""
    told = (c for c in reading.children[verb] if reading.deps[c] in _TELLING and c != others)
    return [j for c in told for j in reading.conjuncts(c)]

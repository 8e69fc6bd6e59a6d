"""What the words of a seizure or of a gain of territory are about: goods, and places."""

from __future__ import annotations

from extractor.lexicon.lexicon import Lexicon
from extractor.pipeline.people.reading import Reading


def is_elsewhere(reading: Reading, lexicon: Lexicon, start: int, end: int) -> bool:
    """Whether the words between a verb and a place say that something in or of it is the object."""
    if not lexicon.words["before_place"].isdisjoint(reading.lower[start:end]):
        return True
    land = lexicon.words["stretch_of_land"]
    return any(
        reading.lower[i] == "of" and reading.lower[i - 1] not in land and i - 1 not in reading.places
        for i in range(start, end)
    )


def has_goods(reading: Reading, lexicon: Lexicon, start: int, end: int) -> bool:
    """Weapons or other goods as the object right after, or as the subject right before."""
    after = range(end, min(len(reading), end + 14))
    before = range(max(0, start - 14), start)
    verb = next((i for i in range(start, end) if reading.is_verb(i)), None)
    subjects = reading.subjects(verb) if verb is not None else ()
    told = (i for i in (*after, *before, *subjects) if not _tells_of_wounds(reading, lexicon, i))
    return any(i in reading.weapons or i in reading.goods for i in told)


def _tells_of_wounds(reading: Reading, lexicon: Lexicon, i: int) -> bool:
    """True for the bullets of "a bullet-riddled body" and "bullet wounds"."""
    above = reading.heads[i]
    return reading.deps[i] == "npadvmod" or reading.lower[above] in lexicon.words["wounds"]


def has_place(reading: Reading, start: int, end: int, tail: int) -> bool:
    """Whether a place is what the words are about: "seized Goma", "Goma was overrun", "the fall of Goma",
    "drove the rebels from Goma"."""
    if tail > end:
        about = list(range(tail, min(tail + 2, len(reading))))
    elif not reading.is_verb(start):
        about = list(reading.prepositional(start, "of"))
    else:
        about = reading.subjects(start) if reading.is_passive(start) else reading.objects(start)
        if not about and reading.tags[start] != "VBN" and reading.tags[end : end + 1] == ["NNP"]:
            about = [end, end + 1]  # "took back Bama", which the parse may take for a time
    return any(i in reading.places and i not in reading.names and i not in reading.targets for i in about)

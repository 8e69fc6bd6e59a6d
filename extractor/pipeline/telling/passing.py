"""Those who came by when it happened: "a bomb went off as a lorry carrying soldiers passed"."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.lexicon.lexicon import Lexicon
from extractor.pipeline.people.reading import Reading


def came_by(reading: Reading, lexicon: Lexicon, verb: int) -> Iterator[int]:
    """Heads of what was on its way there: by a clause on the event's verb, or the one that it hangs on."""
    if not reading.is_verb(verb):
        return
    above = reading.heads[verb]
    then = any(reading.lower[c] in lexicon.words["at_which"] for c in reading.children[verb])
    if reading.deps[verb] == "advcl" and then and _is_moving(reading, lexicon, above):
        yield from reading.subjects(above)  # "a patrol was passing when a bomb went off"
    for c in reading.children[verb]:
        if reading.deps[c] == "advcl" and _is_moving(reading, lexicon, c) and c > verb:
            own = reading.child(c, "nsubj", "nsubjpass") is not None
            yield from reading.subjects(c) if own else _after_as(reading, lexicon, verb, c)


def is_by_the_way(reading: Reading, lexicon: Lexicon, verb: int) -> bool:
    """True of "drove" in "as a van drove by": its subject did nothing to anybody."""
    opened = any(reading.lower[c] in lexicon.words["when"] for c in reading.children[verb])
    return reading.deps[verb] == "advcl" and opened and _is_moving(reading, lexicon, verb)


def _is_moving(reading: Reading, lexicon: Lexicon, verb: int) -> bool:
    return reading.is_verb(verb) and reading.lower[verb] in lexicon.words["on_the_way"]


def _after_as(reading: Reading, lexicon: Lexicon, verb: int, clause: int) -> Iterator[int]:
    """ "As a patrol of rangers was passing", where the parse takes "as" for a preposition."""
    for c in reading.children[verb]:
        if verb < c < clause and reading.lower[c] in lexicon.words["when"]:
            yield from reading.objects_of(c)


def is_freed(reading: Reading, lexicon: Lexicon, word: int) -> bool:
    """True of the kidnapping of "soldiers rescued 20 kidnapped passengers", which is over by then."""
    noun = reading.heads[word]
    freed = reading.deps[noun] == "dobj" and reading.lower[reading.heads[noun]] in lexicon.words["freeing"]
    return freed and reading.deps[word] == "amod"

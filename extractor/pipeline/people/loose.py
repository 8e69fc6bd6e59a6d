"""People whom the parse hangs elsewhere than on the words that tell what befell them."""

from __future__ import annotations

from extractor.lexicon.lexicon import Lexicon
from extractor.pipeline.people.reading import Reading


def named_after_comma(reading: Reading, verb: int, end: int) -> list[int]:
    """ "Gunmen killed, Musa Bello, a trader": the name that a stray comma parts from its active verb, whose
    words stop at `end`."""
    subject = reading.child(verb, "nsubj")
    if subject is None or subject > verb or reading.lower[end : end + 1] != [","]:
        return []
    last = end + 1
    while last < len(reading) and reading.tags[last] == "NNP" and last not in reading.places:
        last += 1
    after = reading.lower[last : last + 1] == [","] or reading.tags[last : last + 1] == ["."]
    named = last - end > 2 and after and not any(i in reading.dates for i in range(end, last))
    return [last - 1] if named and last - 1 not in reading.names else []


def is_fetched(reading: Reading, lexicon: Lexicon, noun: int) -> bool:
    """True for the bodies of "went to recover the bodies": those of the dead who are known of."""
    verb = reading.heads[noun]
    known = not {"the", "these", "those", "their", "his", "her"}.isdisjoint(
        reading.lower[c] for c in reading.children[noun]
    )
    purpose = reading.deps[noun] == "dobj" and reading.tags[verb] == "VB"
    return purpose and known and reading.lower[verb] in lexicon.words["fetching"]


def held_so(reading: Reading, verb: int) -> list[int]:
    """ "Holding them captive", "took ten men hostage": those whom the parse takes for what is captive."""
    state = reading.child(verb, "ccomp")
    if state is None or reading.is_verb(state):
        return []
    subject = reading.child(state, "nsubj")
    return list(reading.conjuncts(subject)) if subject is not None and subject == state - 1 else []


def left_hurt(reading: Reading, lexicon: Lexicon, participle: int) -> list[int]:
    """ "Leaving an officer and four others injured": those right before the participle that "leave" has for
    its objects, where the parse takes the participle for a verb of its own."""
    last = participle - 1
    if last < 1 or reading.tags[participle] not in ("VBN", "VBD"):
        return []
    before = reading.left_edge(last) - 2
    if reading.deps[last] == "nsubj" and reading.heads[last] == participle:
        joined = before > 0 and reading.lower[before + 1] == "and"
        told = _objects_of_leaving(reading, lexicon, before) if joined else []
        return [*told, last] if told else []
    return _objects_of_leaving(reading, lexicon, last)


def _objects_of_leaving(reading: Reading, lexicon: Lexicon, last: int) -> list[int]:
    """What a form of "leave" has for its objects up to `last`, which is or is joined to one of them."""
    first, found = last, [last]
    while reading.deps[first] in ("conj", "compound") and not reading.is_verb(reading.heads[first]):
        first = reading.heads[first]
    verb = reading.heads[first]
    if reading.lower[verb] not in lexicon.words["leaving"] or reading.deps[first] not in ("dobj", "conj"):
        return []
    found += (j for j in reading.objects(verb) if j < last)
    states = [i for i in range(found[-1], last) if reading.lower[i] in lexicon.words["harmed"]]
    others = not states and reading.child(verb, "dobj") is not None  # "leaving one dead and one wounded"
    return sorted(set(found)) if others else []

"""The voice of a verb: whether its subject acts or suffers."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.pipeline.people.reading import Reading
    from extractor.pipeline.sentences import Sentence

# What hangs on a verb that is not told of with the verb it is joined to.
_ENDS_SEARCH = frozenset({"auxpass", "aux", "mark", "nsubj", "nsubjpass", "csubj"})
# What stands between those who act and whom they act on: "shot at the guards".
_OF_ATTACKERS = frozenset({"at", "into", "on", "upon", "against", "toward", "towards"})


def is_passive(reading: Reading, i: int) -> bool:
    """True for a participle that takes its object as subject or as the noun it hangs on."""
    if reading.tags[i] not in ("VBN", "VBD"):
        return False
    deps = reading.deps
    labels = {deps[c] for c in reading.children[i]}
    if "auxpass" in labels or "nsubjpass" in labels or "agent" in labels:
        return True
    if reading.tags[i] == "VBD":
        passive = _ends_with_state(reading, i) or _is_joined_to_passive(reading, i)
        return passive and not _has_own_object(reading, i)
    if deps[i] in ("acl", "amod"):
        return "dobj" not in labels and not _has_object_after(reading, i)
    return (
        "aux" not in labels
        and "dobj" not in labels
        and not ("nsubj" in labels and _has_object_after(reading, i))
        and deps[i] in ("conj", "ROOT", "relcl", "advcl", "ccomp", "oprd", "xcomp")
    )


def was_done(sentence: Sentence, i: int) -> bool:
    """True for the "shot" of "were shot" and "were taken away and shot": it, or the verb that it is joined
    to, has the helping verb of a passive. Positions count from the sentence's first token."""
    deps, children = sentence.deps, sentence.children
    while not (labels := {deps[c] for c in children[i]}) & _ENDS_SEARCH:
        if deps[i] != "conj" and not (deps[i] == "advcl" and sentence.tags[i] == "VBN"):
            return False
        i = sentence.heads[i]
    return "auxpass" in labels


def _is_joined_to_passive(reading: Reading, i: int) -> bool:
    """True where the parse takes the participle of "were taken away and shot near Otra" for a verb of its
    own: those who shot at others are left alone."""
    if reading.lower[i - 1] != "and" or reading.tags[i + 1 : i + 2] not in (["IN"], [","], ["."]):
        return False
    at_others = reading.lower[i + 1] in _OF_ATTACKERS and i + 2 not in reading.dates
    return not at_others and was_done(reading.sentence, i)


def _ends_with_state(reading: Reading, i: int) -> bool:
    """True for "Trader shot dead in Quetta", the words of a headline: nobody is told of after it."""
    j = i + 1
    if j >= len(reading) or reading.lower[j] != "dead":
        return False
    if j + 1 < len(reading) and reading.tags[j + 1] == "IN":
        return True
    ends = j + 1 == len(reading) or reading.tags[j + 1] in (",", ".", ":") or j + 1 in reading.dates
    return ends and reading.deps[j] in ("oprd", "acomp")


def _has_own_object(reading: Reading, i: int) -> bool:
    """False for "shot dead outside home", where the parse takes what a preposition governs for it."""
    objects = (c for c in reading.children[i] if reading.deps[c] == "dobj")
    return any(c < i or reading.tags[_phrase_start(reading, c) - 1] != "IN" for c in objects)


def _phrase_start(reading: Reading, noun: int) -> int:
    """Where a noun's phrase starts after the last preposition that the parse counts in with it."""
    left = reading.left_edge(noun)
    return max((j + 1 for j in range(left, noun) if reading.tags[j] == "IN"), default=left)


def _has_object_after(reading: Reading, i: int) -> bool:
    """True for "rebels set ablaze two vans", "set on fire a van", where the parse takes "set" for a
    participle: with what the verb needs beside it, an object comes right after."""
    j = i + 1
    if j < len(reading) and reading.deps[j] == "oprd" and reading.heads[j] == i:
        j += 1
    elif reading.deps[j : j + 1] == ["prep"] and reading.tags[j : j + 2] == ["IN", "NN"]:
        j += 2
    return i + 1 < j < len(reading) and reading.tags[j] in ("CD", "DT", "PRP$") and j not in reading.dates

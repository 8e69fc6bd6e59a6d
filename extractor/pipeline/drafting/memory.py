"""What a sentence only recalls beside its news."""

from __future__ import annotations

from collections.abc import Collection, Container

from extractor.pipeline.people.reading import Reading

_MAX_CLIMB = 4
_CAUSING = ("following", "after")


def is_cause(reading: Reading, head: int, harm: Collection[int]) -> bool:
    """True for "two cars were destroyed following the explosion": what did the `harm` is what happened."""
    prep = reading.heads[head]
    if reading.deps[head] != "pobj" or reading.lower[prep] not in _CAUSING:
        return False
    verb = reading.heads[prep]
    for _ in range(_MAX_CLIMB):
        if verb in harm:
            return True
        if reading.deps[verb] not in ("acomp", "conj", "xcomp", "oprd"):
            return False
        verb = reading.heads[verb]
    return False


def is_recalled(reading: Reading, head: int, others: Collection[int], attacks: Collection[int]) -> bool:
    """True for "two men who had bombed a bus", "two men for bombing a bus", where `others` are the words
    of the sentence that tell its news ("were arrested") and stand outside that clause. What is said of one
    of the `attacks` ("a clash that killed two soldiers") is told of it, and is no memory."""
    i = head
    for _ in range(_MAX_CLIMB):
        label, up = reading.deps[i], reading.heads[i]
        if up == i or i in others:
            return False
        if i == head and label == "acl" and _is_headline(reading, up):
            return False  # "one rebel killed, two arrested in a raid"
        if label == "acl" and _did_it(reading, up, others):
            return False  # "a grenade thrown into a bar wounded six, and police arrested two"
        if label in ("relcl", "acl") and reading.tags[i] != "VBG":
            return (
                bool(others)
                and up not in attacks
                and not all(_is_under(reading, other, i) for other in others)
            )
        if label == "pcomp" and reading.lower[up] == "for":
            return reading.heads[up] in others
        i = up
    return False


def _is_headline(reading: Reading, noun: int) -> bool:
    """True where the sentence is a noun with participles, and has no verb of its own."""
    return reading.heads[noun] == noun and not reading.is_verb(noun)


def _did_it(reading: Reading, noun: int, others: Collection[int]) -> bool:
    """True for a weapon that does something other than the news of `others`."""
    does = reading.deps[noun] in ("nsubj", "nsubjpass") and reading.heads[noun] not in others
    return does and noun in reading.weapons


def marks_place(reading: Reading, head: int, others: Collection[int], scenes: Container[str]) -> bool:
    """True for "near the place where a convoy was ambushed": known from before; `scenes` are such nouns."""
    up = reading.heads[head]
    if reading.deps[head] != "relcl" or reading.lower[up] not in scenes:
        return False
    where = any(reading.lower[c] == "where" for c in reading.children[head])
    return where and any(not _is_under(reading, other, head) for other in others)


def is_dated_memory(reading: Reading, head: int, others: Collection[int]) -> bool:
    """True for "police shot two rebels, who had killed a trader last month": a clause that tells what people
    did, or what was done in a place, on another day than the news (`others` are the event words).

    Not for what was done to people ("two soldiers, who were hurt on Sunday, died on Monday").
    """
    i = head
    for _ in range(_MAX_CLIMB):
        label, up = reading.deps[i], reading.heads[i]
        if label == "relcl":
            inside = {j for j in range(len(reading)) if _is_under(reading, j, i)} | _up_to_verb(reading, i)
            earlier = any(reading.lower[c] == "had" for c in reading.children[i])
            alone = not (earlier and up in reading.targets) and inside.issuperset(others)
            is_news = up in others or reading.is_passive(i) or alone
            return (
                not is_news
                and not inside.isdisjoint(reading.dates)
                and (earlier or not inside.issuperset(reading.dates))
            )
        if up == i or label in ("advcl", "acl"):
            return False
        i = up
    return False


def is_known_deed(reading: Reading, head: int) -> bool:
    """True for "it is the same gang that had killed a trader": a deed that they are known by."""
    up = reading.heads[head]
    if reading.deps[head] != "relcl" or reading.deps[up] != "attr":
        return False
    same = any(reading.lower[c] == "same" for c in reading.children[up])
    return same and any(reading.lower[c] == "had" for c in reading.children[head])


def is_done_before(reading: Reading, head: int, others: Collection[int]) -> bool:
    """True for "was held by a team that had arrested two men": what was done before one of the `others`."""
    had = any(reading.lower[c] == "had" for c in reading.children[head])
    if reading.deps[head] != "relcl" or not had or reading.is_passive(head):
        return False
    return any(other != head and not _is_under(reading, other, head) for other in others)


def _up_to_verb(reading: Reading, clause: int) -> set[int]:
    """What stands from the verb of a clause that parts a subject from its own verb up to that one: the day
    of "the rebels, who had killed a trader on Friday, laid mines", wherever the parse hangs it."""
    noun = reading.heads[clause]
    verb = reading.heads[noun]
    parts = (
        reading.deps[noun] == "nsubj" and clause < verb and reading.lower[verb - 1] in (",", "had", "have")
    )
    return set(range(clause, verb)) if parts else set()


def _is_under(reading: Reading, i: int, top: int) -> bool:
    while reading.heads[i] != i:
        if i == top:
            return True
        i = reading.heads[i]
    return i == top

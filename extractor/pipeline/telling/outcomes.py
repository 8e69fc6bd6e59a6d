"""What became of those whom a sentence tells of: the wounded who died, the abducted who are only named so,
the dead who are told of twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractor.pipeline.people.reading import Reading
from extractor.pipeline.telling.facts import Fact

# What sets out in parts what was told in one: "killed three – beheading one, shooting two".
_SETTING_OUT = frozenset({"-", "–", "—", ":"})


def settled(reading: Reading, facts: Sequence[Fact]) -> list[Fact]:
    """The facts of a sentence without wounds that people died of, as the same sentence says.

    Nor do "the six abducted guards" add to those abducted where the sentence tells of something else: the
    phrase speaks of an abduction known before.
    """
    deaths = [fact for fact in facts if fact.effect == "killed"]
    return [
        fact
        for fact in facts
        if not _tells_again(reading, fact, facts)
        and not _is_replaced(fact, facts)
        and not (fact.effect == "injured" and any(_died_of(reading, fact, death) for death in deaths))
        and not (fact.effect == "abducted" and len(facts) > 1 and _only_names(reading, fact))
        and not (fact.effect == "arrested" and len(facts) > 1 and _is_said_of_one(reading, fact))
    ]


def _is_replaced(fact: Fact, facts: Sequence[Fact]) -> bool:
    """True for the earlier toll of "killed 79, the government said, raising an earlier toll of 50"."""
    return fact.outdated and any(not o.outdated and o.effect == fact.effect for o in facts)


def _tells_again(reading: Reading, fact: Fact, facts: Sequence[Fact]) -> bool:
    """True for a toll of people whose toll the sentence tells elsewhere."""
    others = [other for other in facts if other is not fact and other.effect == fact.effect]
    if not others or not fact.people:
        return False
    if _is_whole_of_part(reading, fact, others) or _is_same_crowd(fact, others):
        return True
    return any(_is_part_after_dash(reading, fact, other, others) for other in others)


def _is_part_after_dash(reading: Reading, fact: Fact, whole: Fact, others: Sequence[Fact]) -> bool:
    """True for the "two" of "killed three people – beheading one, shooting two": what a dash sets out."""
    first = reading.sentence.start
    if whole.end > fact.start or not _number(whole):
        return False
    dashes = [i for i in range(whole.end - first, fact.start - first) if reading.lower[i] in _SETTING_OUT]
    parts = [o for o in (fact, *others) if dashes and o.start - first > dashes[0]]
    last = max((o.start - first for o in parts), default=0)
    return (
        fact in parts
        and all(reading.tags[o.trigger] == "VBG" for o in parts)
        and "and" not in reading.lower[dashes[0] + 1 : dashes[0] + 2]
        and last > dashes[0]
        and sum(map(_number, parts)) <= _number(whole)
    )


def _is_whole_of_part(reading: Reading, fact: Fact, others: Sequence[Fact]) -> bool:
    """True for "the three killed" of "two of the three killed were beheaded"."""
    parts = {people.head: people.start for other in others for people in other.people}
    return all(
        reading.lower[reading.heads[people.head]] == "of"
        and parts.get(people.head, people.start) < people.start
        for people in fact.people
    )


def _is_same_crowd(fact: Fact, others: Sequence[Fact]) -> bool:
    """True for "the five dead" beside "gunmen killed five villagers"."""
    number = _number(fact)
    if not number or not all(people.definite and people.bare for people in fact.people):
        return False
    return any(
        _number(other) == number and not any(people.definite for people in other.people) for other in others
    )


def _number(fact: Fact) -> int:
    return sum(people.quantity.best or 0 for people in fact.people)


def _died_of(reading: Reading, wound: Fact, death: Fact) -> bool:
    """True for "a guard suffered burns and died", "was flown to a hospital, where he died", and for "the
    bodies of two men with bullet wounds"."""
    if not wound.people or not death.people:
        return False
    dead = {people.head for people in death.people}
    if all(people.head in dead for people in wound.people):
        return wound.trigger not in reading.children[death.trigger]  # but "killed and wounded several"
    if death.trigger <= wound.trigger:
        return False
    if wound.trigger not in set(_governors(reading, death.trigger)):
        return False
    wounded = {people.head for people in wound.people}
    if all(people.head in wounded for people in death.people):
        return True
    one = len(wound.people) == 1 and wound.people[0].quantity.best == 1
    return one and all(reading.tags[people.head] == "PRP" for people in death.people)


def _governors(reading: Reading, verb: int) -> Iterator[int]:
    """The words that a verb is joined to, or in whose clause it stands, from the nearest on."""
    while reading.heads[verb] != verb:
        verb = reading.heads[verb]
        yield verb


def _is_said_of_one(reading: Reading, fact: Fact) -> bool:
    """True for "a captured son", who was taken before: the word stands between his article and his noun."""
    verb = fact.trigger
    noun = reading.heads[verb]
    ones = (c for c in reading.children[noun] if c < verb)
    return (
        reading.deps[verb] == "amod" and noun > verb and any(reading.tags[c] in ("DT", "PRP$") for c in ones)
    )


def _only_names(reading: Reading, fact: Fact) -> bool:
    """True for "the abducted guards" and "one of these abducted men": the word stands before its noun."""
    verb = fact.trigger
    noun = reading.heads[verb]
    if reading.deps[verb] != "amod" or noun <= verb:
        return False
    return any(people.definite for people in fact.people) or any(
        reading.lower[c] in ("the", "these", "those", "other") for c in reading.children[noun]
    )

"""People that a sentence lists: each counted once, though told of by number, by role and by name.

"Three cadres, Ravi, Sunil and Mohan" are three; "Gul Khan, a teacher" is one; "a trooper, identified
as Ram Das, and a driver" are two.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from extractor.lexicon.lexicon import Lexicon
from extractor.pipeline.people.reading import Reading

if TYPE_CHECKING:
    from extractor.pipeline.people.phrase import People

_JOINING = frozenset({"and", "or", "&", "plus"})
# With two of them only the one can be described by the other.
_ONE_AND_ITS_LIKE = 2
_ARTICLES = frozenset({"a", "an", "the"})
_PLURAL = frozenset({"were", "are", "have"})
_DASHES = frozenset({"-", "–", "—"})
_MARKS = frozenset({",", "-", "–", "—", ":", "(", ")", '"', "'", "‘", "’", "“", "”"})


def told_once(reading: Reading, lexicon: Lexicon, people: Iterable[People]) -> list[People]:
    """The people without those that only part or name or describe the ones told before."""
    found: list[People] = []
    names = 0  # how many names were told of the last number of people
    for person in _counted_each(list(people)):
        if not found:
            found.append(person)
            continue
        first, last = found[0], found[-1]
        if _cue_between(reading, lexicon, "parts", first, person) and not _goes_on(reading, first, person):
            continue
        if _names_one_of(reading, lexicon, last, person, names):
            names += 1
            continue
        if _is_title_of(reading, last, person):
            found[-1] = replace(person, start=last.start)
            continue
        if _describes_all(reading, found, person):
            continue
        if _describes(reading, last, person):
            if last.entry is None:
                found[-1] = replace(
                    last, entry=person.entry, group=person.group, names=last.names or person.names
                )
            continue
        names = 0
        if _sums_up(reading, lexicon, first, person):
            found.clear()  # "a father and son duo"
        found.append(person)
    marked = len(found) > _ONE_AND_ITS_LIKE and reading.lower[found[0].end : found[0].end + 1] != ["and"]
    if marked and is_made_up_of(reading, lexicon, found[0], found[1:]):
        parts = tuple((p.group, p.quantity.best) for p in found[1:] if p.quantity.best)
        return [replace(found[0], members=tuple(found[1:]), parts=parts)]
    if len(found) > 1 and _sets_out(reading, found[0], found[1:]):
        return found[:1]
    return found


def _sets_out(reading: Reading, whole: People, rest: Sequence[People]) -> bool:
    """True for "two soldiers – a captain and his driver –": after a dash stands who those told of are."""
    number, dash = whole.quantity.best or 0, whole.head + 1
    if number < _ONE_AND_ITS_LIKE or dash >= len(reading) or reading.lower[dash] not in _DASHES:
        return False
    others = reading.lower[dash + 1 : dash + 2] == ["and"] or any(p.other for p in rest)
    if others or sum(p.quantity.best or 0 for p in rest) > number:
        return False
    return all(p.head > dash and _DASHES.isdisjoint(reading.lower[dash + 1 : p.head]) for p in rest)


def with_followers(reading: Reading, lexicon: Lexicon, people: Sequence[People]) -> list[People]:
    """The people, of whom "his men" and "two of his aides" are of the side of the fighter before them."""
    found: list[People] = []
    for person in people:
        leader = next((p for p in reversed(found) if p.quantity.best == 1 and p.group != "civilian"), None)
        if leader is not None and _are_followers(reading, lexicon, person):
            person = replace(person, group=leader.group, entry=leader.entry, names=leader.names)
        found.append(person)
    return found


def _are_followers(reading: Reading, lexicon: Lexicon, person: People) -> bool:
    """True of "his men" and "seven of his aides", of whom nothing more is said."""
    nouns = (person.head, *reading.prepositional(person.head, "of"))
    whose = (i for i in nouns if reading.tags[reading.left_edge(i)] == "PRP$")
    return person.group == "civilian" and any(reading.lower[i] in lexicon.words["followers"] for i in whose)


def is_made_up_of(reading: Reading, lexicon: Lexicon, whole: People, parts: Sequence[People]) -> bool:
    """True for "six people, four soldiers and two drivers": parts that add up to the whole."""
    if whole.quantity.best in (None, 1) or whole.head > parts[0].head or any(p.other for p in parts):
        return False
    anyone = whole.entry == "person" or reading.lower[whole.head] in lexicon.words["anyone"]
    alike = all(p.group == whole.group or (p.entry in (None, "person") and not p.names) for p in parts)
    return (anyone or alike) and whole.quantity.best == sum(p.quantity.best or 0 for p in parts)


def _sums_up(reading: Reading, lexicon: Lexicon, first: People, person: People) -> bool:
    """True for the "duo" of "a brother and sister duo", which tells of both at once."""
    if reading.lower[person.head] not in lexicon.words["two"] or first.head >= person.head:
        return False
    return not _ARTICLES.intersection(reading.lower[first.head + 1 : person.head])


def _names_one_of(reading: Reading, lexicon: Lexicon, told: People, person: People, names: int) -> bool:
    """True for a name of those told of by number or role: at most as many as they are."""
    number = told.quantity.best
    if number is None or told.person_name or told.pronoun or names >= number:
        return False
    if not _has_name(reading, person) and not (names and person.definite and number > 1):
        return _is_last_of(reading, lexicon, told, person)  # after names "his accomplice" goes on with them
    if person.other or person.quantity.best != 1:
        return False
    if names:
        return True
    between = reading.lower[told.head + 1 : reading.left_edge(person.head)]
    if not between and number == 1 and told.entry is not None:
        return True  # "Constable Ram Das", in two pieces
    cue = _cue_between(reading, lexicon, "names", told, person)
    if _JOINING.intersection(between):
        return number > 1 and (cue or 0 < _names_beside(reading, told) < number)
    return cue or bool(_MARKS.intersection(between))


def _is_last_of(reading: Reading, lexicon: Lexicon, told: People, person: People) -> bool:
    """True for the daughter of "two women, Aisha Bello and her daughter": the last of a number."""
    owned = reading.tags[reading.left_edge(person.head)] == "PRP$" and person.quantity.best == 1
    named = _names_beside(reading, told)
    called = told.quantity.best == _ONE_AND_ITS_LIKE and _cue_between(reading, lexicon, "names", told, person)
    return owned and (called or (named > 0 and named + 1 == told.quantity.best))


def _names_beside(reading: Reading, told: People) -> int:
    """How many names the parse takes for what they are: two of "three farmers, Ravi, Sunil and Mohan"."""
    return sum(
        reading.tags[name] == "NNP"
        for c in reading.children[told.head]
        if c > told.head and reading.deps[c] == "appos"
        for name in reading.conjuncts(c)
    )


def _is_title_of(reading: Reading, told: People, person: People) -> bool:
    """True for the "cleric" of "cleric and party leader Noor Islam": without an article it is his title."""
    if told.quantity.best != 1 or told.person_name or person.quantity.best != 1:
        return False
    bare = {"DT", "CD", "PRP$"}.isdisjoint(reading.tags[told.start : told.end])
    joined = reading.lower[told.end : person.start] == ["and"]
    return bare and joined and _has_name(reading, person) and not _has_name_of_person(reading, told)


def _has_name_of_person(reading: Reading, person: People) -> bool:
    """True for "Maulvi Anwar": the title stands before a name."""
    return person.end - person.start > 1 and _has_name(reading, person)


def _has_name(reading: Reading, person: People) -> bool:
    return person.person_name or (
        reading.tags[person.head] in ("NNP", "NNPS")
        and person.head not in reading.targets
        and person.head not in reading.names
    )


def _describes(reading: Reading, told: People, person: People) -> bool:
    """True for "Gul Khan, a teacher", "two men, both residents" and "an officer and father of three"."""
    if _is_same_as_well(reading, told, person):
        return True
    if told.quantity.best != person.quantity.best or _has_name(reading, person):
        return False
    left = reading.left_edge(person.head)
    word, between = reading.lower[left], reading.lower[told.head + 1 : left]
    if told.quantity.best != 1:
        return word in ("both", "all") and not person.other
    if _JOINING.intersection(between):
        return (
            reading.tags[left] in ("NN", "JJ", "JJS", "RBS")
            and (told.group == person.group or reading.lower[person.end : person.end + 1] == ["of"])
            and not _has_name(reading, told)
            and not _is_plural(reading, told)
        )
    if left == told.head + 1:
        return True  # "a woman cadre", in two pieces
    named = _has_name(reading, told) or any(
        reading.tags[i] in ("NNP", "NNPS") and i not in reading.names and i not in reading.places
        for i in range(told.head + 1, left)
    )
    return word in _ARTICLES and named and bool(_MARKS.intersection(between))


def _counted_each(people: Sequence[People]) -> Sequence[People]:
    """The people, of whom in "Ravi Das and Sunil Lal, two cadres" one holds the number of all: one each."""
    for i, person in enumerate(people):
        number = person.quantity
        if number.best is None or number.start <= person.head:
            continue  # the number of all stands after the last of them
        before = [p for p in people if p is not person and p.head < number.start]
        if before and number.best == 1 + sum(p.quantity.best or 0 for p in before):
            each = [_called(p, person) if p in before else p for p in people]
            each[i] = replace(person, quantity=replace(number, low=1, best=1, high=1))
            return each
    return people


def _called(person: People, as_other: People) -> People:
    """A person of no known kind as what the other is called."""
    if person.entry is not None:
        return person
    return replace(person, entry=as_other.entry, group=as_other.group, names=as_other.names)


def _is_same_as_well(reading: Reading, told: People, person: People) -> bool:
    """True for the leader of "a councillor as well as a leader of the party, Jorge Ruiz, was killed": what
    else one person is, whose name follows."""
    left = person.start
    one = told.quantity.best == person.quantity.best == 1 and not _is_plural(reading, told)
    if reading.lower[left - 3 : left] != ["as", "well", "as"] or not one:
        return False
    names = (c for c in reading.children[told.head] if reading.deps[c] == "appos" and c > person.head)
    return reading.lower[left] in _ARTICLES and any(reading.tags[c] == "NNP" for c in names)


def _describes_all(reading: Reading, told: Sequence[People], person: People) -> bool:
    """True for "Gul Khan and his brother, both traders": what is said of all of them."""
    if person.other or reading.lower[reading.left_edge(person.head)] not in ("both", "all"):
        return False
    return person.quantity.best in (None, sum(p.quantity.best or 0 for p in told))


def _is_plural(reading: Reading, subject: People) -> bool:
    """True where the verb tells that its subject is several: "were", "are", "have"."""
    verb = reading.heads[subject.head]
    return any(reading.lower[c] in _PLURAL for c in (verb, *reading.children[verb]))


def _goes_on(reading: Reading, first: People, person: People) -> bool:
    """True for "…, and 15 assailants": a counted phrase that after a comma goes on with the whole; and for
    the policeman of "two soldiers, including a captain, and a policeman", whom the parse joins to them."""
    left = reading.left_edge(person.head)
    before = reading.lower[max(0, left - 2) : left]
    joined = reading.deps[person.head] == "conj" and reading.heads[person.head] == first.head
    return before == [",", "and"] and (joined or "CD" in reading.tags[left : person.head])


def _cue_between(reading: Reading, lexicon: Lexicon, group: str, told: People, person: People) -> bool:
    """True where wording of the group of patterns/discourse stands between the two."""
    first = reading.sentence.start
    return any(
        m.layer == "discourse"
        and lexicon.discourse[m.entry].group == group
        and told.head < m.start - first < person.head
        and not _goes_before_noun(reading, m.end - 1 - first)
        for m in reading.cues
    )


def _goes_before_noun(reading: Reading, last: int) -> bool:
    """True of the "of the dead" of "the mother of the dead man"."""
    return reading.deps[last] == "amod" and reading.heads[last] > last

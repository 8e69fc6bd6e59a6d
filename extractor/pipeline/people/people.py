"""People in a sentence: how many, what they are, which group they belong to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from extractor.lexicon.lexicon import Lexicon
from extractor.pipeline.people.callings import Callings
from extractor.pipeline.people.company import companions, counted_list, joined_to_owner, named_list
from extractor.pipeline.people.guesses import held_to_be
from extractor.pipeline.people.headcount import ONE, HeadCount
from extractor.pipeline.people.listing import is_made_up_of, told_once, with_followers
from extractor.pipeline.people.numbers import NumberWords, Quantity
from extractor.pipeline.people.phrase import (
    People,
    is_of_any_side,
    is_told_by,
    of_side,
    parts_of,
    they,
)
from extractor.pipeline.people.phrasing import counted_beside, is_acronym, is_definite, phrase_start
from extractor.pipeline.people.reading import NAME_TAGS, Reading
from extractor.pipeline.people.sides import OF_EMPLOYERS, OF_GROUPS, OFFICES, STAFF, Sides
from extractor.pipeline.people.subsets import counted_in, included, made_up_of
from extractor.pipeline.people.titled import named_after, title_of
from extractor.pipeline.people.unknown import UnknownPeople
from extractor.records import CasualtyGroup

_TWO = (2, 2, 2)
_PRONOUNS = frozenset({"PRP", "WP", "WDT", "DT"})


class PeopleReader:
    """Reads the noun phrase around a head as people."""

    def __init__(self, lexicon: Lexicon, numbers: NumberWords) -> None:
        self._lexicon = lexicon
        self._numbers = numbers
        self._count = HeadCount(lexicon, numbers)
        self._sides = Sides(lexicon)
        self._callings = Callings(lexicon, numbers)
        self._unknown = UnknownPeople(lexicon, self._count, self._callings)

    def read_all(self, reading: Reading, heads: Iterable[int], *, victims: bool = False) -> list[People]:
        """The people among the phrases with these heads, each told once.

        With `victims` a noun that no pattern knows is taken for people too: who is killed is someone.
        """
        found: list[People] = []
        for head in (inner for one in heads for inner in self._whose(reading, one)):
            people = self._anybody(reading, head, victims)
            if people is not None:
                found.append(people)
                found.extend(self._rest_of_list(reading, people, victims))
                found.extend(self._companions(reading, people))
        each = dict.fromkeys(found)
        return told_once(reading, self._lexicon, with_followers(reading, self._lexicon, list(each)))

    def _anybody(self, reading: Reading, head: int, victims: bool) -> People | None:
        people = self.read(reading, head)
        return self._unknown.read(reading, head) if people is None and victims else people

    def _whose(self, reading: Reading, head: int) -> Iterable[int]:
        """ "The lives of two guards and a nurse": the heads for those whose lives they were; and for "one
        soldier and two nurses" that of the soldier, whom the parse may take for a number."""
        if reading.tags[head] in NAME_TAGS and (title := title_of(reading, head)) is not None:
            return (title,)  # "constables Adil Khan and Noor Shah" are told of once
        if reading.lower[head] not in self._lexicon.words["lives"]:
            beside = counted_beside(reading, head)
            return (head,) if beside is None else (beside[0], head)
        return list(reading.prepositional(head, "of")) or (head,)

    def _rest_of_list(self, reading: Reading, people: People, victims: bool) -> list[People]:
        """The rest of a list that begins with these people, where the parse takes it for what they are."""
        each = (self._anybody(reading, j, victims) for j in counted_list(reading, people.head))
        rest = [p for p in each if p is not None]
        alone = people.quantity.best == 1 and any(reading.tags[p.start] == "PRP$" for p in rest)
        whole = (people.entry == "person" and not alone) or people.bare
        if whole or (rest and is_made_up_of(reading, self._lexicon, people, rest)):
            return []  # "six men, four soldiers and two drivers"
        return rest

    def _companions(self, reading: Reading, people: People) -> list[People]:
        number = people.quantity.best or 0
        beside = list(companions(reading, people.head, number))
        if number == 1:
            beside += [*named_list(reading, people.head), *joined_to_owner(reading, people.head)]
        each = (self.read(reading, j) for j in beside)
        return [p for p in each if p is not None]

    def read(self, reading: Reading, head: int) -> People | None:
        """The phrase with this head as people, or None where it is not about people."""
        if head not in reading.people:
            reading.people[head] = self._read(reading, head)
        return reading.people[head]

    def _read(self, reading: Reading, head: int) -> People | None:
        lower, tags = reading.lower, reading.tags
        if head in reading.dates or (
            head in reading.places and head not in reading.names and head not in reading.targets
        ):
            return None
        if lower[head] in self._lexicon.words["held_likely"] and head + 1 < len(reading) and head in (0, 1):
            return None  # "Suspected Al Shabaab gunmen", where the parse tears the word off
        left = phrase_start(reading, self._lexicon, head)
        of_many = self._count.is_partitive(reading, head)
        inner = next(iter(reading.prepositional(head, "of")), None) if of_many else None
        if inner is not None and inner != head and not self._is_of_staff(reading, left, head):
            whole = self.read(reading, inner)
            if whole is not None and not (
                whole.pronoun
                or self._is_owned(reading, head, whole)
                or self._is_partisan(reading, head, whole)
            ):
                return self._some_of(reading, left, head, inner, whole)
        if (
            tags[head] == "CD"
            and head > 0
            and lower[head - 1] in ("(", ",")
            and head + 1 < len(reading)
            and lower[head + 1] in (")", ",")
        ):
            return None  # an age
        if lower[head] in self._lexicon.words["oneself"]:
            return self._attacker_himself(reading, head)
        counting = self._lexicon.words["counting_pronouns"]
        if tags[head] in _PRONOUNS and lower[head] not in counting:
            return self._pronoun(reading, head) if tags[head] == "PRP" else None
        if lower[head] in self._lexicon.words["both"]:
            return they(reading, head, _TWO)
        return self._phrase(reading, left, head)

    def _is_owned(self, reading: Reading, head: int, owner: People) -> bool:
        """True for "the camp of Acme Limited": a thing, of one of whom no more is known than a name; and for
        "the mayor of Otra", who is one person whatever Otra may be."""
        mere_name = owner.person_name and owner.entry is None
        thing = head in reading.goods or reading.lower[head] in self._lexicon.words["posts"]
        word = reading.targets.get(head)
        return mere_name and (thing or (word is not None and word.entry in OFFICES))

    def _is_of_staff(self, reading: Reading, left: int, head: int) -> bool:
        """True of "three staff of the ministry", "an employee of the police": of those employed there."""
        employed = self._callings.entry(reading, left, head) in STAFF
        return employed and self._callings.employed_as(reading, left, head, staff=True) is not None

    def _is_partisan(self, reading: Reading, head: int, whole: People) -> bool:
        """True of "a supporter of the army", who is no soldier."""
        return whole.group == "security" and reading.lower[head] in self._lexicon.words["partisans"]

    def _some_of(self, reading: Reading, left: int, head: int, inner: int, whole: People) -> People:
        """ "Two of the guards", "members of a militia": so many of the whole, or what they are in it."""
        lower = reading.lower
        quantity = self._count.said(reading, left, head, partitive=True)
        if quantity is None and self._callings.is_one_of_many(reading, left, head):
            quantity = Quantity(head, head + 1, *ONE)
        elif quantity is None or (
            quantity.best is None and whole.quantity.best is not None and quantity.vague is None
        ):
            quantity = whole.quantity
        beside = (n for i in reading.prepositional(head, "of") for n in self._callings.names(reading, i, i))
        names = tuple(dict.fromkeys((*self._callings.names(reading, left, head), *whole.names, *beside)))
        entry = whole.entry
        group = whole.group
        own = self._callings.entry(reading, left, head)
        told = own is not None and reading.tags[head] != "CD"
        kind = self._lexicon.targets[own].casualty_group if own is not None else "civilian"
        leads = own in OF_GROUPS and whole.entry in (None, "person")
        mere = (
            lower[head] in self._lexicon.everyday and whole.group == "civilian" and whole.entry in OF_GROUPS
        )
        if told and not mere and (leads or kind not in _yielding(reading, inner, whole)):
            side = self._sides.group(own, names, lower[head])
            entry, group = own, self._sides.now(lower[left:head], side)
        return replace(
            whole,
            start=left,
            quantity=quantity,
            names=names,
            entry=entry,
            group=group,
            other=self._count.is_other(lower, left, head + 1),
            definite=is_definite(reading, left) or self._is_of_the_dead(reading, inner),
        )

    def _phrase(self, reading: Reading, left: int, head: int) -> People | None:
        """ "Three senior commanders of the Red Front": the phrase from `left` to what hangs on its head."""
        lower, tags = reading.lower, reading.tags
        if head in reading.weapons and head not in reading.targets:
            return None
        entry = self._callings.entry(reading, left, head)
        names = self._sides.most_telling_first(self._callings.names_around(reading, left, head))
        if entry is not None:
            names = self._callings.without_backers(reading, entry, names)
        appositive = self._appositive(reading, head)
        titled = tags[head] in NAME_TAGS and head not in reading.targets and head not in reading.names
        person_name = entry is None and not names and tags[head] in NAME_TAGS
        if person_name and is_acronym(reading.sentence.words[head]):
            return None
        if appositive is not None:
            entry = entry or appositive.entry
            names = names or appositive.names
        bare = (
            tags[head] == "CD"
            or self._numbers.is_number(lower[head])
            or lower[head] in self._numbers.other
            or lower[head] in self._numbers.vague
        )
        held = held_to_be(self.read, reading, self._lexicon.words["held_likely"], head)
        if held is not None:
            entry = held.entry if entry in (None, "person") else entry
            names = names or held.names
        if entry is None and not names and not person_name and not bare:
            return None
        of_people = head in reading.names or self._callings.is_word_for_people(reading, head)
        called = appositive is not None and appositive.person_name
        if entry is None and not bare and names and not (of_people or person_name or called):
            return None  # "the BLA statement" speaks of no people
        quantity = self._count.said(reading, left, head, partitive=False)
        if quantity is None and (named := named_after(reading, head)):
            quantity = Quantity(head, head + 1, len(named), len(named), len(named))
        if quantity is None:
            quantity = self._count.unsaid(reading, left, head, person_name or titled)
        several = person_name and _is_joined(reading, head)
        if appositive is not None and is_told_by(appositive, quantity, several):
            quantity = appositive.quantity
        called_so = appositive.head if appositive is not None and appositive.entry == entry else head
        side = self._sides.group(entry, names, lower[called_so])
        employed, employers_end = None, 0
        if entry in OF_EMPLOYERS:
            employed = self._callings.employed_as(reading, left, head, staff=entry in STAFF)
        if employed is not None:
            force = any(name.layer == "forces" for name in names)
            side = "security" if force else self._lexicon.targets[employed].casualty_group
            entry = employed
            employers_end = max((i + 1 for i in reading.prepositional(head, "of")), default=0)
        group = self._sides.now(lower[left:head], side)
        members = self._members(reading, head, group) if quantity.best != 1 else ()
        if group == "civilian" and any(p.quantity.best is None and p.group != group for p in members):
            group = "unknown"  # "28 people, including soldiers and traders": how many of each is not said
        if group == "militant":
            names = names or tuple(name for p in members if p.group == group for name in p.names)
        return People(
            sentence=reading.sentence.index,
            start=min(left, quantity.start),
            end=max(self._end(reading, head), employers_end),
            head=head,
            quantity=quantity,
            entry=entry,
            group=group,
            names=names,
            person_name=person_name,
            definite=is_definite(reading, left),
            other=self._count.is_other(lower, left, head + 1),
            bare=bare and entry is None and not names,
            anyone=lower[head] in self._lexicon.words["victims"],
            kin=tags[left] == "PRP$" and lower[head] in self._lexicon.words["kin"],
            parts=parts_of(members, group),
            members=members,
        )

    def _end(self, reading: Reading, head: int) -> int:
        """Where the word for people ends: that of "passers-by" goes on behind its head."""
        word = reading.targets.get(head) if "-" in reading.lower[head + 1 : head + 2] else None
        return max(head + 1, word.end - reading.sentence.start) if word is not None else head + 1

    def _members(self, reading: Reading, head: int, group: CasualtyGroup) -> tuple[People, ...]:
        """Those counted in: "12 people, including three soldiers", "12 people, three of them soldiers".

        "Three rebels, two of them women" are rebels, all of them.
        """
        found = [of_side(self.read(reading, inner), group) for inner in included(reading, head)]
        counted = [*counted_in(reading, self._numbers, head)]
        if not counted and group == "civilian":
            counted = [*made_up_of(reading, self._numbers, head)]
        for some in counted:
            people = self.read(reading, some.noun)
            if people is not None and (group == "civilian" or not is_of_any_side(people)):
                start = max(people.start, some.start)
                found.append(replace(people, start=start, quantity=some.count))
        told = [people for people in found if people is not None and people.quantity.best != 0]
        return tuple(with_followers(reading, self._lexicon, told))

    def _pronoun(self, reading: Reading, head: int) -> People | None:
        word = reading.lower[head]
        if word not in ("he", "she", "him", "her", "they", "them"):
            return None
        return they(reading, head, (None, None, None) if word in ("they", "them") else ONE)

    def _attacker_himself(self, reading: Reading, head: int) -> People:
        """ "He set off his vest, killing himself and two others": one of those who attacked."""
        one = Quantity(head, head + 1, *ONE)
        return People(reading.sentence.index, head, head + 1, head, one, "attacker", "militant")

    def _appositive(self, reading: Reading, head: int) -> People | None:
        beside = (c for c in reading.children[head] if reading.deps[c] == "appos" and c > head)
        calling = reading.tags[head] not in NAME_TAGS
        listed = set(counted_list(reading, head) if calling else ())  # "a guard, a clerk and five traders"
        beside = (c for c in beside if c not in listed)
        found = [self.read(reading, c) for c in beside]
        known = (people for people in found if people is not None and people.entry is not None)
        return next(known, found[0] if found else None)  # past the "(RJD)" of a party's man

    def _is_of_the_dead(self, reading: Reading, inner: int) -> bool:
        """ "two of the three killed", "one of the victims": those told of before."""
        return any(
            reading.lower[i] in self._lexicon.words["the_dead"] for i in (inner, *reading.children[inner])
        )


def _is_joined(reading: Reading, name: int) -> bool:
    """True for a name that the parse joins to others."""
    return reading.deps[name] in ("conj", "appos") or any(
        reading.deps[c] in ("conj", "cc") for c in reading.children[name]
    )


def _yielding(reading: Reading, head: int, whole: People) -> tuple[str, ...]:
    """The kinds of a word that yield to those whom "of" names: "a member of the army" is no rebel, but
    "a fighter of the Red Valley Brigade" is, who belongs to no force that is known."""
    known = any(name.layer == "forces" for name in whole.names) or reading.tags[head] in ("NN", "NNS")
    return ("civilian", "militant") if whole.group == "security" and known else ("civilian",)

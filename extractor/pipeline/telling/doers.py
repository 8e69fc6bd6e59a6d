"""Who did it, where the parse joins nobody that can act to the event's verb."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from extractor.lexicon.lexicon import Lexicon
from extractor.pipeline.mentions import NameMention
from extractor.pipeline.people.numbers import Quantity
from extractor.pipeline.people.people import PeopleReader
from extractor.pipeline.people.phrase import People
from extractor.pipeline.people.reading import NOUN_TAGS, Reading

# The rule of the state that a country's name stands for.
COUNTRY = "actors/country"
_ARMED = ("armed_group", "criminal_group", "individual")
_ACTING = ("groups", "forces")
_SUBORDINATE = ("relcl", "advcl")
_SIDES = ("armed_group", "state_force")
_ITSELF, _ITS = frozenset({"it", "they"}), frozenset({"its", "their"})
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_AFTER_NOUN = frozenset({"IN", "VBG", "VBN", "JJ"})
_BEFORE_DAY = frozenset({"IN", "RB"})
_ANYONE = "person"
_DURING = ("in", "during")
_BEFORE_OBJECT = (["DT"], ["PRP"], ["PRP$"])
_BEFORE_COUNTED = (["DT"], ["CD"], ["PRP$"])
# So far before the verb stand the attackers: "gunmen riding on two motorcycles shot dead a judge".
_REACH = 12


def read_doer(people: PeopleReader, reading: Reading, lexicon: Lexicon, head: int) -> People | None:
    """The phrase as those who did something: as people, the "it" that may stand for a group, or the country
    of "Iran fired seven missiles"."""
    speaker = _subject_meant(people, reading, lexicon, head)
    if speaker is not None:
        return speaker
    number, nobody = reading.sentence.index, Quantity(head, head + 1, None, None, None)
    if reading.lower[head] == "it":
        return People(number, head, head + 1, head, nobody, None, "unknown", definite=True, pronoun=True)
    country = reading.countries.get(head)
    is_label = reading.lower[head + 1 : head + 2] == [":"]  # "Somalia: rebels claim an attack"
    if country is None or head not in reading.places or head in reading.names or is_label:
        return people.read(reading, head)
    start = country.start - reading.sentence.start
    state = replace(country, layer="forces", entry=f"{country.entry.lower()}_government", rule=COUNTRY)
    return People(number, start, head + 1, head, nobody, None, "security", names=(state,))


def _subject_meant(people: PeopleReader, reading: Reading, lexicon: Lexicon, head: int) -> People | None:
    """ "The army said it killed two", "ISIS said its soldiers did it", "rebels entered a town, where they
    killed two": the force or group that the sentence itself speaks of."""
    whole = next(iter(reading.prepositional(head, "of")), head)  # "one of its soldiers"
    own = (c for c in reading.children[whole] if reading.deps[c] == "poss")
    if reading.lower[head] not in _ITSELF and not any(reading.lower[c] in _ITS for c in own):
        return None
    verb = reading.heads[head]
    said = _clause_above(reading, verb)
    says = reading.deps[verb] == "ccomp" and reading.lower[said] in lexicon.words["saying"]
    goes_on = reading.lower[head] == "they" and reading.deps[verb] in _SUBORDINATE
    if not (says or goes_on):
        return None
    speaker = next((people.read(reading, s) for s in reading.subjects(said)), None)
    if speaker is None or any(name.layer in _ACTING for name in speaker.names):
        return speaker
    entry = lexicon.targets.get(speaker.entry or "")
    return speaker if entry is not None and entry.actor_kind in _SIDES else None


def _clause_above(reading: Reading, verb: int) -> int:
    """The verb that a clause hangs on, also where it hangs on one of its nouns."""
    above = reading.heads[verb]
    while not reading.is_verb(above) and reading.heads[above] != above:
        above = reading.heads[above]
    return above


def torn_off(reading: Reading, lexicon: Lexicon, start: int, end: int) -> int | None:
    """ "Gunmen on a motorcycle shot dead a judge": the attackers that begin the clause of a verb at
    `start`..`end`, where the parse takes the verb for something else.

    None for the passive, and where anything but what tells of the attackers stands between.
    """
    if reading.lower[end : end + 1] == ["by"] or reading.lower[start].endswith("ing"):
        return None
    if not start or not lexicon.words["after_subject"].isdisjoint(reading.lower[start - 1 : start]):
        return None
    for i in range(start - 1, max(-1, start - 1 - _REACH), -1):
        if i in reading.names and i not in reading.targets:
            if i + 1 == start and _is_group_that_hit(reading, lexicon, i, end):
                return i
            continue  # the hyphen of "CPI-Maoist"
        if reading.tags[i] in _FINITE or not lexicon.words["clause_openers"].isdisjoint((reading.lower[i],)):
            return None
        armed = _is_armed(reading, lexicon, i) or _is_one_who_hit(reading, lexicon, i, start, end)
        if armed and (i + 1 == start or reading.tags[i + 1] in _AFTER_NOUN):
            return i if _begins_clause(reading, lexicon, i) else None
    return None


def _is_one_who_hit(reading: Reading, lexicon: Lexicon, i: int, start: int, end: int) -> bool:
    """True for "men" of "two men on a motorcycle shot a judge" and "opened fire at a judge": whom or what the
    deed was done with or to comes after it, while "two men on a motorcycle shot in Cali" were hit."""
    word = reading.targets.get(i)
    if word is None or word.entry != _ANYONE or reading.tags[start] not in (*_FINITE, "VBN"):
        return False
    done = reading.tags[end - 1] in NOUN_TAGS or reading.tags[end : end + 1] in _BEFORE_OBJECT
    return done and i + 1 < start


def _is_group_that_hit(reading: Reading, lexicon: Lexicon, i: int, end: int) -> bool:
    """True of "Taliban set on fire two schools", not of "cadres of the CPI-Maoist shot dead two men"."""
    group = reading.names[i].layer == "groups" and _begins_clause(reading, lexicon, i)
    return group and reading.tags[end : end + 1] in _BEFORE_COUNTED


def attackers_in_clause(reading: Reading, lexicon: Lexicon, verb: int) -> Iterator[int]:
    """ "Was killed when gunmen broke into his house", "died after being hit by a bullet fired by rebels": the
    attackers whom the clause of the verb tells of."""
    for c in (g for p in reading.children[verb] if reading.deps[p] == "prep" for g in reading.children[p]):
        if reading.deps[c] == "pcomp" and reading.is_verb(c):
            yield from doers_of_weapons(reading, reading.agents(c))
    for c in reading.children[verb]:
        if reading.deps[c] != "advcl" or not reading.is_verb(c):
            continue
        subject = reading.child(c, "nsubj")
        yield from doers_of_weapons(reading, reading.agents(c))
        opened = any(reading.lower[m] in lexicon.words["when"] for m in reading.children[c])
        if subject is not None and opened and _is_armed(reading, lexicon, subject):
            yield subject


def agents_of(reading: Reading, lexicon: Lexicon, verb: int) -> list[int]:
    """Who did what a passive verb tells: after its "by", or after that which the parse hangs on where it was
    or what it was in: "were burned in two incidents by rebels"."""
    if told := reading.agents(verb):
        return told
    where = reading.prepositional(verb, *lexicon.words["before_place"]) if reading.is_passive(verb) else ()
    return [j for i in where if not reading.is_verb(i) for j in reading.agents(i) if _can_do(reading, j)]


def joined_within(reading: Reading, noun: int) -> Iterator[int]:
    """The other side of "between fighters of the ELN and army troops", which the parse joins to the ELN."""
    for c in reading.children[noun]:
        if reading.lower[c] == "of":
            yield from list(reading.objects_of(c))[1:]


def at_work_in(reading: Reading, operation: int) -> list[int]:
    """The troops of "troops freed nine hostages in an operation in Otra"."""
    before = reading.heads[operation]
    verb = reading.heads[before]
    within = reading.deps[operation] == "pobj" and reading.lower[before] in _DURING
    done = reading.is_verb(verb) and not reading.is_passive(verb)
    return reading.subjects(verb) if within and done else []


def _can_do(reading: Reading, i: int) -> bool:
    return i in reading.names or i in reading.targets


def doers_of_weapons(reading: Reading, heads: Iterable[int]) -> Iterator[int]:
    """ "Shells fired by the army", "a missile launched by rebels": who used the weapons."""
    for head in heads:
        for c in reading.children[head]:
            if head in reading.weapons and reading.deps[c] == "acl" and reading.tags[c] == "VBN":
                yield from reading.agents(c)


def crews(reading: Reading, lexicon: Lexicon, heads: Iterable[int]) -> Iterator[int]:
    """ "Air force jets", "army helicopters": the forces, not known by a name, that fight from them."""
    for head in heads:
        if reading.lower[head] in lexicon.words["machines_of_war"]:
            for i in range(reading.left_edge(head), head):
                word = reading.targets.get(i)
                if word is not None and lexicon.targets[word.entry].actor_kind == "state_force":
                    yield word.end - 1 - reading.sentence.start
                    break


def owners_of_weapons(reading: Reading, lexicon: Lexicon, heads: Iterable[int]) -> Iterator[NameMention]:
    """ "Russian artillery", "air force jets", "rockets from the NPA": the groups or forces whose they are."""
    for head in heads:
        machine = reading.lower[head] in lexicon.words["machines_of_war"]
        told_of = next((i for i in reading.prepositional(head, "of") if i in reading.weapons), head)
        if machine or (told_of in reading.weapons and told_of not in reading.targets):
            senders = (i for n in (head, told_of) for i in reading.prepositional(n, "from"))
            for i in (*range(reading.left_edge(told_of), told_of + 1), *senders):
                name = reading.names.get(i)
                if name is not None and name.layer in ("groups", "forces"):
                    yield name
                    break


def users_of_weapons(
    people: PeopleReader, reading: Reading, lexicon: Lexicon, heads: Iterable[int]
) -> Iterator[People]:
    """The army of "a Russian drone killed two people", the rebels of "gunfire from rebels killed two"."""
    yield from senders_of_fire(people, reading, lexicon, heads := tuple(heads))
    for name in owners_of_weapons(reading, lexicon, heads):
        yield named(people, reading, name)


def senders_of_fire(
    people: PeopleReader, reading: Reading, lexicon: Lexicon, heads: Iterable[int]
) -> Iterator[People]:
    """Those of "was killed by sniper fire from rebels", "by shelling from the army"."""
    for head in heads:
        if head in reading.weapons or reading.lower[head] in lexicon.words["fire_and_shells"]:
            for i in reading.prepositional(head, "from"):
                who = people.read(reading, i)
                if who is not None and (
                    any(n.layer in _ACTING for n in who.names) or _is_armed(reading, lexicon, i)
                ):
                    yield who


def named(people: PeopleReader, reading: Reading, mention: NameMention) -> People:
    """A group or force that is named, as people."""
    last = mention.end - reading.sentence.start - 1
    told = people.read(reading, last)
    if told is not None and mention in told.names:
        return told
    return People(
        reading.sentence.index,
        mention.start - reading.sentence.start,
        last + 1,
        last,
        Quantity(last, last + 1, None, None, None),
        None,
        "militant" if mention.layer == "groups" else "security",
        (mention,),
    )


def is_worst_of(reading: Reading, lexicon: Lexicon, owner: int, noun: int) -> bool:
    """True for "Pakistan's worst attacks", which are not Pakistan's doing."""
    between = reading.lower[owner + 1 : noun]
    return owner in reading.places and not lexicon.words["superlatives"].isdisjoint(between)


def _is_armed(reading: Reading, lexicon: Lexicon, i: int) -> bool:
    word = reading.targets.get(i)
    return word is not None and lexicon.targets[word.entry].actor_kind in _ARMED


def _begins_clause(reading: Reading, lexicon: Lexicon, noun: int) -> bool:
    """True for the first phrase of a clause, and for one after no more than a day: "on Monday rebels"."""
    openers = lexicon.words["clause_openers"]
    of = reading.heads[noun]
    whole = reading.heads[of] if reading.deps[noun] == "pobj" and reading.lower[of] == "of" else noun
    left = min(reading.left_edge(noun), reading.left_edge(whole))  # "a group of armed cadres"
    while left and reading.lower[left - 1] in lexicon.words["before_numbers"]:
        left -= 1  # "over a dozen of the rebels"
    if left in reading.dates:
        while left and (left in reading.dates or reading.tags[left - 1] in _BEFORE_DAY):
            left -= 1
    return left == 0 or not openers.isdisjoint(reading.lower[left - 1 : left + 1])


def ran_into_weapon(reading: Reading, lexicon: Lexicon, verb: int) -> bool:
    """True for the "hit" of "a truck hit a mine", the "drove" of "a patrol drove over a bomb"."""
    if reading.lower[verb] not in lexicon.words["running_into"]:
        return False
    met = (*reading.objects(verb), *reading.governed(verb, lexicon.words["upon"]))
    return any(i in reading.weapons for i in met)

"""Who suffered beside others: "along with his driver", "in addition to the bomber", members of a list."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from extractor.lexicon.lexicon import Lexicon
from extractor.pipeline.people.reading import NOUN_TAGS, Reading

# So many words may stand between "whom" and its verb.
_REACH = 6


def besides(reading: Reading, lexicon: Lexicon, verb: int | None, heads: Sequence[int]) -> list[int]:
    """ "In addition to the bomber, three officers were killed": those told of beside the others."""
    if verb is None:
        return []
    found: list[int] = []
    for owner in (verb, *heads):
        for c in reading.children[owner]:
            if lexicon.words["beside"].isdisjoint((reading.lower[c], " ".join(reading.lower[c : c + 2]))):
                continue
            if reading.lower[c] == "in":
                at = next((g for g in reading.children[c] if reading.deps[g] == "pobj"), None)
                found.extend(reading.prepositional(at, "to") if at is not None else ())
            else:
                beside = (c, *reading.children[c], *_torn_off_with(reading, owner, c))
                found.extend(j for g in beside for j in reading.objects_of(g))
    found += _own_people(reading, verb)
    found = [j for j in found if _clause_on(reading, j) is None and not _is_death(reading, lexicon, j)]
    up = reading.heads[verb]
    if _clause_on(reading, up) == verb and not lexicon.words["beside"].isdisjoint(_opening(reading, up)):
        found.append(up)
    return list(dict.fromkeys(j for j in found if j not in heads))


def _own_people(reading: Reading, verb: int) -> list[int]:
    """The driver of "was killed with his driver", who suffered the same."""
    if not reading.is_passive(verb):
        return []
    beside = reading.prepositional(verb, "with")
    return [j for j in beside if reading.tags[reading.left_edge(j)] == "PRP$"]


def _torn_off_with(reading: Reading, owner: int, along: int) -> list[int]:
    """The "with" of "along with two aides", which the parse hangs on what the "along" hangs on."""
    after = along + 1
    joined = reading.lower[after : after + 1] == ["with"] and reading.heads[after] == owner
    return [after] if joined else []


def _is_death(reading: Reading, lexicon: Lexicon, noun: int) -> bool:
    """True for "aside from the death of the attacker", who suffered something else than the others."""
    return reading.lower[noun] in lexicon.words["deaths"]


def _clause_on(reading: Reading, noun: int) -> int | None:
    """The verb of "in addition to one attacker, a guard was killed, and two were hurt", where the parse
    hangs the clause after the comma on the attacker."""
    for c in reading.children[noun]:
        if c > noun and reading.deps[c] == "relcl" and reading.lower[noun + 1 : noun + 2] == [","]:
            subject = reading.child(c, "nsubjpass", "nsubj")
            if subject is not None and reading.tags[subject] in NOUN_TAGS:
                return c
    return None


def _opening(reading: Reading, noun: int) -> tuple[str, ...]:
    """The words that the phrase of a noun hangs on, one and two: "along", "along with"; "in addition"."""
    first = reading.heads[noun]
    while reading.deps[first] in ("pobj", "prep") and reading.heads[first] < first:
        if reading.deps[first] == "prep" and reading.is_verb(reading.heads[first]):
            break
        first = reading.heads[first]
    return reading.lower[first], " ".join(reading.lower[first : first + 2])


def counted_list(reading: Reading, head: int) -> Iterator[int]:
    """ "Four soldiers, two policemen and a driver": the rest of a list that the parse hangs on its head.

    One phrase after a comma ("two militants, both commanders") tells what the head is, and is no list;
    "a teacher, a trader and a driver" is one.
    """
    for c in reading.children[head]:
        if c > head and reading.deps[c] == "appos":
            rest = list(reading.conjuncts(c))
            counted = "CD" in reading.tags[reading.left_edge(c) : c]
            several = len(rest) > 1 or _has_beside_it(reading, head, c)
            named = reading.deps[head] not in ("appos", "conj") and reading.tags[head] == "NNP"
            others = [j for j in rest[1:] if not _is_anyones(reading, j)]
            first = (head,) if _is_anyones(reading, c) else (head, c)
            if several and (counted or all(_begins_anew(reading, j) for j in (*first, *others))):
                yield from rest
            elif named and counted and reading.tags[c] == "NNS":
                yield c  # two guards are not what one person is
            elif named:
                yield from _after_title(reading, rest)


def _after_title(reading: Reading, title: Sequence[int]) -> Iterator[int]:
    """ "Gul Khan, the mayor, two guards and a driver": the list that the parse hangs on what he is."""
    one = _is_anyones(reading, title[0])  # "Gul Khan, his wife and a son"
    counts = (_is_counted, _is_counted_unknown, *((_begins_anew,) if one else ()))
    yield from (j for j in title[1:] if any(count(reading, j) for count in counts))
    for noun in title:
        for c in reading.children[noun]:
            rest = list(reading.conjuncts(c)) if c > noun and reading.deps[c] == "appos" else []
            if len(rest) > 1 and all(_begins_anew(reading, j) for j in rest):
                yield from rest


def _has_beside_it(reading: Reading, head: int, last: int) -> bool:
    """True where the verb has another such phrase after the last one."""
    return any(
        c > last and reading.deps[c] == reading.deps[head] for c in reading.children[reading.heads[head]]
    )


def _is_anyones(reading: Reading, noun: int) -> bool:
    """True for "his wife", "their driver" after the one whose they are."""
    return noun in reading.targets and reading.tags[reading.left_edge(noun)] == "PRP$"


def _is_counted(reading: Reading, noun: int) -> bool:
    """True for "two guards", not for "his two guards": people with a number of their own."""
    tags = reading.tags[reading.left_edge(noun) : noun]
    return noun in reading.targets and "CD" in tags and "PRP$" not in tags


def _is_counted_unknown(reading: Reading, noun: int) -> bool:
    """True for "two linkmen", who may be people: a counted plural that no pattern knows."""
    known = (reading.targets, reading.names, reading.places, reading.dates, reading.weapons, reading.goods)
    tags = reading.tags[reading.left_edge(noun) : noun + 1]
    return tags[-1:] == ["NNS"] and "CD" in tags and all(noun not in table for table in known)


def _begins_anew(reading: Reading, noun: int) -> bool:
    """True for "a driver", "two guards": a phrase for people that nothing before speaks of."""
    one = noun in reading.targets and reading.lower[reading.left_edge(noun)] in ("a", "an")
    return one or _is_counted(reading, noun)


def named_list(reading: Reading, head: int) -> Iterator[int]:
    """ "Ravi Das, Amit Roy and Sunil Lal": the further names, which the parse takes for what the first is."""
    if not _is_mere_name(reading, head):
        return
    for c in reading.children[head]:
        if c > head and reading.deps[c] == "appos" and _is_mere_name(reading, c):
            rest = list(reading.conjuncts(c))
            if len(rest) > 1 and all(_is_mere_name(reading, j) for j in rest):
                yield from rest


def _is_mere_name(reading: Reading, head: int) -> bool:
    known = (reading.targets, reading.names, reading.places, reading.dates)
    return reading.tags[head] == "NNP" and all(head not in table for table in known)


def companions(reading: Reading, head: int, number: int) -> Iterator[int]:
    """ "Ravi Das, a commander, and his two aides", "two guards, Ravi Das and Amit Roy, and their driver":
    those called by whose they are, in a list that the parse hangs on what the `number` at the head are."""
    for c in reading.children[head]:
        if c > head and reading.deps[c] == "appos":
            listed = list(reading.conjuncts(c))
            for at, j in enumerate(listed):
                owned = reading.tags[reading.left_edge(j)] == "PRP$"
                if owned and (
                    number == 1 or at == number == sum(reading.tags[i] == "NNP" for i in listed[:at])
                ):
                    yield j


def joined_to_owner(reading: Reading, head: int) -> Iterator[int]:
    """ "The driver of a bus and two passengers": those whom the parse joins to what one is of."""
    if reading.tags[head] in ("NN", "NNP"):
        of = list(reading.prepositional(head, "of"))
        yield from (j for j in of[:1] if _is_after_thing(reading, j))
        beyond = (k for j in of[:1] for c in reading.children[j] for k in _after_second_place(reading, c))
        yield from (j for j in (*of[1:], *beyond) if _is_counted(reading, j))


def _after_second_place(reading: Reading, place: int) -> list[int]:
    """What the parse joins to the Uraba of "the mayor of Mutata, Uraba, and three councillors"."""
    second = reading.deps[place] == "appos" and reading.tags[place] == "NNP"
    return [j for j in reading.conjuncts(place) if j != place] if second else []


def _is_after_thing(reading: Reading, people: int) -> bool:
    """True for "a bus and two passengers", where the parse takes the bus for a part of the people's name."""
    things = (c for c in reading.children[people] if reading.deps[c] == "nmod" and c < people)
    joined = any(reading.lower[c + 1] == "and" and reading.tags[c + 2] == "CD" for c in things)
    return joined and people in reading.targets


def phrase_after(reading: Reading, end: int) -> list[int]:
    """ "beat to death two people", "killed ten": the heads of the phrase right after a verb's words."""
    for i in range(end, min(len(reading), end + 6)):
        if i in reading.dates or (i in reading.places and i not in reading.targets):
            return []
        if reading.tags[i] in ("NN", "NNS", "NNP") and reading.tags[i + 1 : i + 2] != ["NN"]:
            while reading.deps[i] == "compound" and i < reading.heads[i] and reading.tags[i] == "NNP":
                i = reading.heads[i]  # "a Red Front leader"
            plural = reading.tags[i + 1 : i + 2] == ["NNS"]
            return list(reading.conjuncts(i + 1 if plural else i))
        if reading.tags[i] == "CD" and reading.tags[i + 1 : i + 2] in (["CC"], ["IN"], ["."], []):
            return list(reading.conjuncts(i))
        if reading.tags[i] not in ("CD", "DT", "JJ", "NN", "NNP", "PRP$"):
            return []
    return []


def part_of_whom(reading: Reading, verb: int) -> list[int]:
    """ "Two men, one of whom was later shot dead, were hurt": of a passive verb the number before "whom"."""
    for i in range(verb - 1, max(1, verb - _REACH), -1):
        if reading.lower[i - 1 : i + 1] == ["of", "whom"]:
            return [i - 2] if i > 1 and reading.tags[i - 2] == "CD" else []
        if reading.is_verb(i) and reading.deps[i] not in ("aux", "auxpass"):
            return []
    return []


def subject_before(reading: Reading, verb: int) -> list[int]:
    """ "Ten died in the attack and thirteen were injured": the phrase right before the auxiliaries of a
    passive verb that the parse gives no subject of its own."""
    labels = {reading.deps[c]: c for c in reversed(reading.children[verb])}
    number = verb - 1
    while number >= 0 and reading.tags[number] == "RB" and reading.heads[number] == verb:
        number -= 1  # "four slightly hurt"
    if number >= 0 and reading.tags[number] == "CD" and _is_headline_passive(reading, verb, number, labels):
        return list(reading.conjuncts(_first_of_phrase(reading, number)))
    if "auxpass" not in labels or not labels.keys().isdisjoint(("nsubj", "nsubjpass")):
        return []
    last = labels.get("aux", labels["auxpass"]) - 1
    if last < 0 or last in reading.dates or (last in reading.places and last not in reading.targets):
        return []
    if reading.tags[last] == "CD" or last in reading.targets:
        first = _first_of_phrase(reading, last)
        if reading.deps[first] == "pobj" and not _is_counted(reading, first):
            return []  # "wanted for the murder of a guard was arrested"
        return list(reading.conjuncts(first))
    return []


def _is_headline_passive(reading: Reading, verb: int, number: int, labels: Container[str]) -> bool:
    """True of "arrested" in "one rebel killed, 2 arrested": a number, and after it what befell them."""
    if reading.tags[verb] not in ("VBN", "VBD") or number in reading.dates or number in reading.places:
        return False
    return not any(label in labels for label in ("dobj", "aux", "auxpass"))


def _first_of_phrase(reading: Reading, last: int) -> int:
    """Where a phrase begins that ends here: "soldiers" of "four soldiers and a number of rebels"."""
    i = last
    while reading.deps[i] in ("conj", "pobj", "prep"):
        up = reading.heads[i]
        parted = "," in reading.lower[up:i] or any(reading.is_verb(j) for j in range(up, i))
        if parted or up > i or (reading.deps[i] == "pobj" and reading.lower[up] != "of"):
            break
        if reading.tags[last] == "CD" and reading.tags[up] != "CD":
            break
        i = up
    return i


def objects_suffering(reading: Reading, lexicon: Lexicon, verb: int) -> list[int]:
    """The objects of a verb without those of time: "killed a short time later"."""
    return [j for j in reading.objects(verb) if j not in reading.dates and not _is_time(reading, lexicon, j)]


def _is_time(reading: Reading, lexicon: Lexicon, noun: int) -> bool:
    """True of "moments" in "moments later"; false of "a villager" in "killed a villager after…"."""
    if noun in reading.targets or noun in reading.names or reading.tags[noun] not in ("NN", "NNS"):
        return False
    return noun + 1 < len(reading) and reading.lower[noun + 1] in lexicon.words["later"]


def left_in_state(reading: Reading, lexicon: Lexicon, adjective: int) -> list[int]:
    """ "Leaving three soldiers and one rebel dead": the objects since the last such adjective."""
    objects = [j for j in reading.objects(reading.heads[adjective]) if j < adjective]
    first = objects[0] if objects else adjective
    states = [c for c in range(first, adjective) if reading.lower[c] in lexicon.words["harmed"]]
    return [j for j in objects if not states or j > states[-1]]


def list_before(reading: Reading, lexicon: Lexicon, last: int) -> list[int]:
    """The list of counted people that ends at `last`: "1 soldier and 3 rebels dead"."""
    heads = [last]
    while reading.deps[heads[0]] == "conj" and (up := reading.heads[heads[0]]) < heads[0]:
        apart = not lexicon.words["harmed"].isdisjoint(reading.lower[up : heads[0]])
        if apart or up not in reading.targets or reading.child(up, "nummod") is None:
            break
        heads.insert(0, up)
    return heads

"""Where those stand of whom casualty words tell: object or subject of a verb, beside an adjective or noun."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from extractor.lexicon.entries import TollCue
from extractor.lexicon.lexicon import Lexicon
from extractor.pipeline.cues import Hit
from extractor.pipeline.people.company import (
    left_in_state,
    list_before,
    objects_suffering,
    part_of_whom,
    phrase_after,
    subject_before,
)
from extractor.pipeline.people.headcount import ONE
from extractor.pipeline.people.loose import held_so, is_fetched, left_hurt, named_after_comma
from extractor.pipeline.people.numbers import NumberWords, Quantity
from extractor.pipeline.people.reading import NOUN_TAGS, Reading
from extractor.pipeline.telling.among import told_after, told_among
from extractor.pipeline.telling.doers import agents_of, ran_into_weapon
from extractor.pipeline.telling.passing import is_by_the_way

PEOPLE_TAGS = NOUN_TAGS | {"CD", "JJ"}
_BEGINS_PHRASE = (["CD"], ["DT"], ["PRP$"])
_AUXILIARIES = ("aux", "auxpass")
# So near stand verbs that share an object: "beat and then shot".
_JOINED = 3


class Framed(NamedTuple):
    """Heads of the phrases for those who suffered it and who did it, positions in the sentence.

    `verbs` are those within the casualty words, `trigger` the word that the toll hangs on. `quantity`
    stands where only a number tells how many; with `total` it counts all so far. `some`: they are of
    those told of before.
    """

    verbs: list[int]
    trigger: int
    heads: list[int]
    agents: list[int]
    quantity: Quantity | None = None
    total: bool = False
    some: bool = False


# So near after its words stands a toll, and so far where "to" leads up to it: "the toll of the bombing of a
# market in Otra on Sunday to 64".
_NEAR_TOLL, _FAR_TOLL = 14, 28
_REACHING = frozenset({"to", "at"})


def _was_done(reading: Reading, verb: int) -> bool:
    return reading.child(verb, "auxpass") is not None


class FrameReader:
    """Reads the frames of patterns/tolls."""

    def __init__(self, lexicon: Lexicon, numbers: NumberWords) -> None:
        self._lexicon = lexicon
        self._numbers = numbers

    def read(self, reading: Reading, hit: Hit, entry: TollCue) -> Framed | None:
        """The people of the casualty words, or None where their frame is not there."""
        first = reading.sentence.start
        start, end = hit.start - first, hit.end - first
        tail = (hit.tail_end or hit.end) - first
        if hit.tail_end and reading.lower[tail - 3 : tail - 1] == ["number", "of"]:
            return None  # "taking the number of lives lost to 64"
        verbs = self._verbs(reading, start, end)
        if verbs and hit.tail_end and reading.is_verb(tail - 1):
            verbs.append(tail - 1)  # "shot and critically wounded"
        if entry.frame in ("object", "adjective"):
            among = told_among(reading, self._lexicon, self._numbers, start)
            if among is not None:
                return Framed(verbs or [start], start, among[0], reading.agents(start), among[1], some=True)
        if entry.frame == "object" and (told := told_after(reading, self._lexicon, start)):
            return Framed(verbs or [start], start, told, reading.agents(start))
        if entry.frame == "adjective":
            heads = self._adjective_frame(reading, start)
            return Framed(verbs, start, heads, []) if heads else None
        if entry.frame == "noun" and is_fetched(reading, self._lexicon, end - 1):
            return None
        if entry.frame == "noun":
            owners, quantity = self._noun_frame(reading, start, end - 1)
            return Framed(verbs, end - 1, owners, [], quantity) if owners is not None else None
        if entry.frame == "toll":
            quantity = self._after_toll(reading, end)
            return Framed(verbs, end - 1, [], [], quantity, total=True) if quantity is not None else None
        if not verbs:
            return None
        if entry.frame == "subject":
            return Framed(verbs, verbs[0], self._subject_frame(reading, verbs[0]), [])
        heads, agents = self._object_frame(reading, verbs, tail)
        if entry.effect == "abducted":
            heads = [aboard for head in heads for aboard in self._aboard(reading, verbs[0], head)]
        tag = reading.tags[verbs[0]]
        if not heads and (tag == "JJ" or (tag == "NN" and end - start == 1)):
            return None
        return Framed(verbs, verbs[0], heads, [] if entry.frame == "loss" else agents)

    def _verbs(self, reading: Reading, start: int, end: int) -> list[int]:
        """The verbs within the casualty words ("shot and killed" has two)."""
        verbs = [i for i in range(start, end) if reading.is_verb(i)]
        if verbs:  # of "not been seen" the "seen" has the subject
            return [i for i in verbs if reading.deps[i] not in _AUXILIARIES] or verbs
        return [start] if reading.tags[start] in ("JJ", "NN", "NNP") else []

    def _object_frame(self, reading: Reading, verbs: list[int], end: int) -> tuple[list[int], list[int]]:
        """Patients and agents of a verb with people as object; of several verbs, of the one that has one."""
        with_object = [
            v
            for v in reversed(verbs)
            if objects_suffering(reading, self._lexicon, v) and not reading.is_passive(v)
        ]
        verb = with_object[0] if with_object else verbs[0]
        label, head = reading.deps[verb], reading.heads[verb]
        if part := part_of_whom(reading, verb):
            return part, self._agents(reading, verb)
        if left := left_hurt(reading, self._lexicon, verb):
            return left, []
        if nearest := subject_before(reading, verb):
            return nearest, self._agents(reading, verb)
        if reading.is_passive(verb):
            if label == "amod" and reading.tags[head] in PEOPLE_TAGS:
                return list(reading.conjuncts(head)), []
            return self._passive_subjects(reading, verb), self._agents(reading, verb)
        if label == "amod" and reading.tags[head] in PEOPLE_TAGS:
            return list(reading.conjuncts(head)), []
        objects = objects_suffering(reading, self._lexicon, verb)
        if not objects and (end - verb > 1 or reading.tags[end : end + 1] in _BEGINS_PHRASE):
            objects = phrase_after(reading, end)
        objects = (
            objects
            or self._shared_objects(reading, verb)
            or _whom_clause_tells_of(reading, verb)
            or named_after_comma(reading, verb, end)
            or held_so(reading, verb)
        )
        if objects:
            return objects, self._doers(reading, verb)
        if reading.tags[verb] in ("VBN", "VBD", "JJ") or self._is_unchanging(reading, verb):
            return self._passive_subjects(reading, verb), self._agents(reading, verb)
        return [], reading.subjects(verb)

    def _agents(self, reading: Reading, verb: int) -> list[int]:
        return agents_of(reading, self._lexicon, verb)

    def _doers(self, reading: Reading, verb: int) -> list[int]:
        """Who killed them: the rebels of "rebels attacked a patrol, killing two", where the parse hangs the
        killing on the patrol."""
        noun = reading.heads[verb]
        if reading.tags[verb] == "VBG" and is_by_the_way(reading, self._lexicon, noun):
            return []
        if reading.deps[verb] == "advcl" and ran_into_weapon(reading, self._lexicon, noun):
            return []  # "a truck hit a mine, killing two"
        if reading.tags[verb] == "VBG" and reading.deps[verb] == "advcl" and _was_done(reading, noun):
            return self._agents(reading, noun)  # "villagers were fired on by troops, killing two"
        if reading.deps[verb] != "acl" or reading.tags[verb] != "VBG":
            return reading.subjects(verb)
        above = reading.heads[noun]
        if reading.deps[noun] == "dobj" and reading.is_verb(above):
            return reading.subjects(above)
        return [] if reading.deps[noun] == "pobj" else reading.subjects(verb)

    def _is_unchanging(self, reading: Reading, verb: int) -> bool:
        """True for "three others hurt", whose verb the parse takes for the present."""
        return reading.lower[verb] in self._lexicon.words["unchanging"]

    def _aboard(self, reading: Reading, verb: int, head: int) -> list[int]:
        """ "Abducted a bus with 25 passengers", "a van carrying nurses": those aboard, else what there is."""
        word = reading.targets.get(head)
        if word is None or self._lexicon.targets[word.entry].kind != "object":
            return [head]
        found = [i for at in (head, verb) for i in reading.prepositional(at, "with")]
        for c in reading.children[head]:
            if reading.deps[c] == "acl" and reading.lower[c] in self._lexicon.words["owning"]:
                found += reading.objects(c)
        return [i for i in found if i in reading.targets] or [head]

    def _shared_objects(self, reading: Reading, verb: int) -> list[int]:
        """ "Rebels thrashed and shot a headman": the object of the verb joined to this one."""
        if reading.tags[verb] != "VBD":
            return []
        joined = (c for c in reading.children[verb] if c > verb and reading.deps[c] == "conj")
        other = next((c for c in joined if reading.tags[c] == "VBD" and c - verb <= _JOINED), None)
        return objects_suffering(reading, self._lexicon, other) if other is not None else []

    def _passive_subjects(self, reading: Reading, verb: int) -> list[int]:
        subjects = reading.subjects(verb)
        if subjects:
            return subjects
        label, head = reading.deps[verb], reading.heads[verb]
        if label in ("oprd", "acomp", "xcomp", "ccomp") and reading.is_verb(head):
            return [c for c in reading.objects(head) if c != verb] or reading.subjects(head)
        return []

    def _subject_frame(self, reading: Reading, verb: int) -> list[int]:
        heads = reading.subjects(verb)
        if not heads and reading.deps[verb] in ("ccomp", "xcomp"):
            heads = reading.objects(reading.heads[verb])
        return heads

    def _adjective_frame(self, reading: Reading, i: int) -> list[int]:
        """ "nine people dead", "three dead": people right before, or the adjective is their predicate.

        Before an adverb ("five were shot, two fatally") only a number stands for people.
        """
        label, head = reading.deps[i], reading.heads[i]
        counted = i > 0 and self._numbers.is_number(reading.lower[i - 1])
        if reading.tags[i] == "RB":
            return [i - 1] if counted else []
        if reading.tags[i] == "VBD" and reading.objects(i):
            return []  # "gunmen burnt a courthouse"
        torn = i - 1 in reading.targets and head not in reading.targets  # "guests dead and more with wounds"
        if label in ("amod", "acl") and reading.tags[head] in PEOPLE_TAGS and head > i and not torn:
            return [head]
        if (
            label in ("acomp", "oprd")
            and reading.is_verb(head)
            and (left := left_in_state(reading, self._lexicon, i))
        ):
            return left
        if counted or (i > 0 and reading.tags[i - 1] in PEOPLE_TAGS - {"JJ"}):
            return list_before(reading, self._lexicon, i - 1)
        if (
            i > 1
            and reading.lower[i - 1] in self._numbers.other
            and self._numbers.is_number(reading.lower[i - 2])
        ):
            return [i - 2]  # "and eight more with injuries"
        if label in ("acomp", "oprd") and reading.is_verb(head):
            return [c for c in reading.objects(head) if c != i] or reading.subjects(head)
        return []

    def _noun_frame(
        self, reading: Reading, start: int, noun: int
    ) -> tuple[list[int] | None, Quantity | None]:
        """ "the deaths of two", "two deaths", "his murder", "a severed head"; the words begin at `start`."""
        heads = list(reading.prepositional(noun, "of"))
        left = reading.left_edge(noun)
        quantity = self._numbers.read(reading.lower, left, noun, floor=max(0, left - 4))
        if quantity is not None and quantity.start in reading.dates:
            quantity = None
        if heads:
            return heads, quantity
        if quantity is not None:
            return [], quantity
        owner = reading.child(noun, "poss")
        if owner is not None:
            return [owner], None
        one = reading.tags[noun] == "NN" and reading.lower[left] in ("a", "an")
        if one and start < noun and reading.lower[start] not in self._lexicon.words["of_any_death"]:
            return [], Quantity(left, noun + 1, *ONE)
        return None, None

    def _with_the_others(self, reading: Reading, i: int, told: Quantity | None) -> Quantity | None:
        """ "The toll stood at five soldiers and two drivers": all of them together."""
        first = reading.heads[i]
        if told is None or told.best is None or reading.deps[i] != "nummod" or first not in reading.targets:
            return told
        others = [
            self._numbers.read(reading.lower, reading.left_edge(noun), noun)
            for noun in reading.conjuncts(first)
            if noun != first and noun in reading.targets
        ]
        number = told.best + sum(other.best or 0 for other in others if other is not None)
        return told if number == told.best else replace(told, low=number, best=number, high=number)

    def _after_toll(self, reading: Reading, end: int) -> Quantity | None:
        """ "The toll in the two blasts rose to nine": the number after the verb of the toll."""
        noun, verb = end - 1, reading.heads[end - 1]
        while reading.deps[noun] in ("pobj", "prep", "acl") and verb < noun:
            noun, verb = verb, reading.heads[verb]
        if reading.deps[noun] in ("nsubj", "nsubjpass") and verb > end and reading.is_verb(verb):
            end = verb + 1
        for i in range(end, min(len(reading), end + _FAR_TOLL)):
            told = i < end + _NEAR_TOLL or reading.lower[i - 1] in _REACHING
            if told and self._numbers.is_number(reading.lower[i]) and i not in reading.dates:
                found = self._numbers.read(reading.lower, i, min(i + 4, len(reading)), floor=max(0, i - 4))
                before = reading.lower[i - 1]
                if before == "from":
                    continue
                return self._with_the_others(reading, i, found)
        return None


def _whom_clause_tells_of(reading: Reading, verb: int) -> list[int]:
    """ "The miners the rebels captured": the noun that a clause with a subject of its own hangs on."""
    if reading.deps[verb] != "relcl" or reading.is_passive(verb):
        return []
    subject = reading.child(verb, "nsubj")
    own = (
        subject is not None
        and reading.tags[subject] not in ("WDT", "WP")
        and reading.lower[subject] != "that"
    )
    return list(reading.conjuncts(reading.heads[verb])) if own else []

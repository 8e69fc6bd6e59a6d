"""Who was killed, injured, arrested, abducted or gave up: casualty words joined to their people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extractor.lexicon.entries import Effect
from extractor.lexicon.lexicon import Lexicon
from extractor.pipeline.cues import Hit
from extractor.pipeline.people.company import (
    besides,
    left_in_state,
    objects_suffering,
    part_of_whom,
    phrase_after,
    subject_before,
)
from extractor.pipeline.people.headcount import ONE
from extractor.pipeline.people.numbers import NumberWords, Quantity
from extractor.pipeline.people.people import People, PeopleReader
from extractor.pipeline.people.pronouns import meant_by
from extractor.pipeline.people.reading import NOUN_TAGS, Reading
from extractor.pipeline.telling.doers import attackers_in_clause, read_doer, torn_off
from extractor.records import CasualtyGroup

_PEOPLE_TAGS = NOUN_TAGS | {"CD", "JJ"}
_BEGINS_PHRASE = (["CD"], ["DT"], ["PRP$"])
# So near stand verbs that share an object: "beat and then shot".
_JOINED = 3
_NO_AUTHORITIES = ("armed_group", "criminal_group", "individual")
# So near before a figure stands that it was given earlier.
_FIGURE_REACH = 8
# So near its beginning a sentence says that another account follows.
_OPENING = 5


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement of a toll. `start`/`end` are Doc positions of the casualty words.

    `total`: a toll over everything so far ("the death toll rose to 12"). `agents` are those who did
    it, where the same words say so. `late`: they died of the wounds told of. `rival`: somebody else's
    account of what the sentence has told before ("..., but officials said two were killed"). `outdated`: a
    figure that was given before ("police had earlier put the toll at 64"). `failed`:
    somebody only tried to do it, and nobody suffered it. `group` is that of those whom a `quantity` counts,
    where its own words tell ("the number of soldiers killed").
    """

    effect: Effect
    people: tuple[People, ...]
    start: int
    end: int
    rule: str
    event: str | None
    sentence: int
    trigger: int
    agents: tuple[People, ...] = ()
    total: bool = False
    quantity: Quantity | None = None
    late: bool = False
    rival: bool = False
    outdated: bool = False
    failed: bool = False
    group: CasualtyGroup = "unknown"


class FactReader:
    """Reads the casualty facts of a sentence."""

    def __init__(self, lexicon: Lexicon, numbers: NumberWords, people: PeopleReader) -> None:
        self._lexicon = lexicon
        self._numbers = numbers
        self._people = people

    def read(self, reading: Reading, hits: Iterable[Hit]) -> list[Fact]:
        """The facts of the sentence, in order of position; each casualty word is read once.

        "A farmer killed himself", where nothing else is told, is no attack.
        """
        found: list[Fact] = []
        hits = list(hits)
        taken: set[int] = set()
        first = reading.sentence.start
        for hit in _by_strength(hits, self._lexicon):
            span = range(hit.start - first, hit.end - first)
            if not taken.isdisjoint(span):
                continue
            fact = self._fact(reading, hit)
            if fact is not None:
                taken.update(span)
                if hit.tail_end:
                    taken.add(hit.tail_end - 1 - first)
                found.append(fact)
        found.sort(key=lambda f: f.start)
        found = [fact for fact in found if not self._is_suicide(reading, fact, found, hits)]
        return [
            replace(
                fact,
                rival=self._is_rival(reading, found[:at], fact),
                outdated=self._is_outdated(reading, fact),
            )
            for at, fact in enumerate(found)
        ]

    def _is_outdated(self, reading: Reading, fact: Fact) -> bool:
        """True for "police had earlier put the toll at 64" and "a first count spoke of 12 dead"."""
        start = fact.start - reading.sentence.start
        words = reading.lower[max(0, start - _FIGURE_REACH) : start + 1]
        earlier, accounts = self._lexicon.words["earlier_figure"], self._lexicon.words["accounts"]
        return any(a in earlier and (fact.total or b in accounts) for a, b in pairwise(words))

    def _is_suicide(self, reading: Reading, fact: Fact, facts: Sequence[Fact], hits: Sequence[Hit]) -> bool:
        """ "A farmer killed himself", and "the killer, who later shot himself": no death by the attack."""
        if not fact.people or not all(self._is_oneself(reading, p) for p in fact.people):
            return False
        attacked = any(h.sense.layer == "attack_types" for h in hits)
        return reading.deps[fact.trigger] == "relcl" or not (attacked or len(facts) > 1)

    def _is_oneself(self, reading: Reading, people: People) -> bool:
        return reading.lower[people.head] in self._lexicon.words["oneself"]

    def _is_rival(self, reading: Reading, before: list[Fact], fact: Fact) -> bool:
        """True where somebody else is said to speak between an earlier toll of the kind and this one, or
        where the sentence begins as another account: "A doctor, however, put the toll at nine"."""
        told = next((other for other in reversed(before) if other.effect == fact.effect), None)
        first, words = reading.sentence.start, self._lexicon.words
        between = reading.lower[told.end - first if told else 0 : fact.start - first]
        turns = words["contrast"] if told else words["other_account"]
        if told is None and any(a in words["speaking_of"] and b == "of" for a, b in pairwise(between)):
            return True  # "survivors spoke of 200 dead"
        turn = next((i for i, word in enumerate(between) if word in turns), None)
        if turn is None or (told is None and turn > _OPENING):
            return False
        speaking = words["giving_figures"]
        if told is not None or not fact.total:  # "however, police said that the toll had risen"
            speaking = speaking | words["saying"]
        return not speaking.isdisjoint(between[turn:])

    def _fact(self, reading: Reading, hit: Hit) -> Fact | None:
        entry = self._lexicon.tolls[hit.sense.entry]
        first = reading.sentence.start
        start, end = hit.start - first, hit.end - first
        agents: list[int] = []
        quantity: Quantity | None = None
        total = False
        verbs = self._verbs(reading, start, end)
        if verbs and hit.tail_end and reading.is_verb(hit.tail_end - 1 - first):
            verbs.append(hit.tail_end - 1 - first)  # "shot and critically wounded"
        trigger = verbs[0] if verbs else None
        if entry.frame in ("object", "loss"):
            if trigger is None:
                return None
            heads, agents = self._object_frame(reading, verbs, (hit.tail_end or hit.end) - first)
            if entry.frame == "loss":
                agents = []
            if not heads and (
                reading.tags[trigger] == "JJ" or (reading.tags[trigger] == "NN" and end - start == 1)
            ):
                return None
        elif entry.frame == "subject":
            if trigger is None:
                return None
            heads = self._subject_frame(reading, trigger)
        elif entry.frame == "adjective":
            trigger = start
            heads = self._adjective_frame(reading, start)
            if not heads:
                return None
        elif entry.frame == "noun":
            trigger = end - 1
            owners, quantity = self._noun_frame(reading, start, end - 1)
            if owners is None:
                return None
            heads = owners
        else:
            trigger = end - 1
            quantity = self._after_toll(reading, end)
            if quantity is None:
                return None
            heads, total = [], True
        if entry.frame != "loss" and entry.takes != "persons":  # no "captive" of "held them captive"
            heads = [h for h in heads if h != hit.tail_end - 1 - first]
        if entry.frame in ("object", "subject") and heads:
            beside = besides(reading, self._lexicon, trigger, heads)
            heads = [*heads, *(h for h in beside if self._is_someone(reading, h))]
        if entry.frame in ("object", "noun") and heads and all(self._is_thing(reading, h) for h in heads):
            return None  # "neutralised two bunkers", "took away a motorcycle"
        persons_only = entry.takes == "persons"
        unknown = entry.frame in ("object", "subject") and not persons_only
        if heads and all(self._is_share(reading, h) for h in heads):
            return None
        if heads and all(reading.lower[h] in self._lexicon.words["whoever"] for h in heads):
            return None  # "report anyone with bullet wounds"
        people = tuple(self._people.read_all(reading, heads, victims=unknown))
        if persons_only:
            people = tuple(p for p in people if _is_person(reading, p))
            if not people:
                return None  # "took away 40 bags of rice"
        if entry.frame == "object" and not people:
            people = tuple(self._nearby(reading, trigger, hit.tail_end - 1 - first))
        elif entry.frame == "subject" and not people and trigger is not None:
            people = tuple(self._before(reading, trigger, hit.tail_end - 1 - first))
        if trigger is not None and self._is_added(reading, trigger):
            people = tuple(replace(p, other=True) for p in people)
        people = tuple(replace(p, some=True) if self._is_some(reading, p) else p for p in people)
        people = tuple(q for p in people for q in meant_by(self._people, reading, p, agents))
        if not agents and entry.frame == "object" and not reading.is_passive(verbs[0]):
            doer = torn_off(reading, self._lexicon, start, (hit.tail_end or hit.end) - first)
            agents = [doer] if doer is not None else []
        if not agents and trigger is not None and all(p.group != "militant" for p in people):
            agents = list(attackers_in_clause(reading, self._lexicon, trigger))
        who = tuple(
            p
            for h in agents
            if (p := read_doer(self._people, reading, h)) is not None
            and (p.names or h in reading.weapons or not self._is_thing(reading, h))
        )
        if any(self._is_oneself(reading, p) for p in people):
            who = tuple(p for p in who if p.group != "security")  # who came to arrest him
        effect, event = entry.effect, entry.event
        if entry.by_groups is not None and self._takes_captive(who, people):
            effect, event = entry.by_groups, None
        tail = hit.tail_end or hit.end
        return Fact(
            effect,
            people,
            hit.start,
            tail,
            hit.sense.rule,
            event,
            reading.sentence.index,
            trigger,
            who,
            total,
            quantity,
            entry.frame == "subject" and entry.effect == "killed" and self._is_of_wounds(reading, start),
            group=self._group_among(reading, start, end) if total else "unknown",
        )

    def _group_among(self, reading: Reading, start: int, end: int) -> CasualtyGroup:
        """The group of the people whom words name: "the number of soldiers killed"."""
        told = (
            self._lexicon.targets[reading.targets[i].entry] for i in range(start, end) if i in reading.targets
        )
        return next((target.casualty_group for target in told), "unknown")

    def _takes_captive(self, who: Iterable[People], people: tuple[People, ...]) -> bool:
        """True of rebels, gunmen and the like, who can arrest nobody, and take people who are no fighters."""
        civilians = len(people) > 0 and all(p.group == "civilian" for p in people)
        return civilians and any(map(self._is_no_authority, who))

    def _is_no_authority(self, people: People) -> bool:
        kinds = {self._lexicon.names[m.entry].kind for m in people.names if m.layer == "groups"}
        if people.entry is not None:
            kinds.add(self._lexicon.targets[people.entry].actor_kind or "unknown")
        return not kinds.isdisjoint(_NO_AUTHORITIES)

    def _is_share(self, reading: Reading, head: int) -> bool:
        """True of "67 percent of the people killed", who are told of as a share of others."""
        of = reading.heads[head]
        whole = reading.heads[of] if reading.deps[head] == "pobj" and reading.lower[of] == "of" else head
        return reading.lower[whole] in self._lexicon.words["shares"]

    def _is_some(self, reading: Reading, people: People) -> bool:
        """True for "nine of whom", "of whom nine", "nine of them"."""
        the_same, lower = self._lexicon.words["the_same"], reading.lower
        after = lower[people.head + 1 : people.head + 3] or [""]
        before = lower[max(0, people.start - 2) : people.start] or [""]
        return any(pair[0] == "of" and pair[-1] in the_same for pair in (after, before))

    def _is_someone(self, reading: Reading, head: int) -> bool:
        return head not in reading.goods and self._people.read(reading, head) is not None

    def _is_added(self, reading: Reading, verb: int) -> bool:
        """ "A driver was also killed": besides those told of before."""
        return any(reading.lower[c] == "also" for c in reading.children[verb])

    def _is_thing(self, reading: Reading, head: int) -> bool:
        target = reading.targets.get(head)
        return (
            head in reading.weapons
            or head in reading.goods
            or (target is not None and self._lexicon.targets[target.entry].kind == "object")
        )

    def _verbs(self, reading: Reading, start: int, end: int) -> list[int]:
        """The verbs within the casualty words ("shot and killed" has two)."""
        verbs = [i for i in range(start, end) if reading.is_verb(i)]
        if verbs:
            return verbs
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
            return part, reading.agents(verb)
        if nearest := subject_before(reading, verb):
            return nearest, reading.agents(verb)
        if reading.is_passive(verb):
            if label == "amod" and reading.tags[head] in _PEOPLE_TAGS:
                return list(reading.conjuncts(head)), []
            return self._passive_subjects(reading, verb), reading.agents(verb)
        if label == "amod" and reading.tags[head] in _PEOPLE_TAGS:
            return list(reading.conjuncts(head)), []
        objects = objects_suffering(reading, self._lexicon, verb)
        if not objects and (end - verb > 1 or reading.tags[end : end + 1] in _BEGINS_PHRASE):
            objects = phrase_after(reading, end)
        objects = objects or self._shared_objects(reading, verb) or _whom_clause_tells_of(reading, verb)
        if objects:
            return objects, reading.subjects(verb)
        if reading.tags[verb] in ("VBN", "VBD", "JJ"):
            return self._passive_subjects(reading, verb), reading.agents(verb)
        return [], reading.subjects(verb)

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
        if reading.tags[i] == "VBD" and reading.child(i, "dobj") is not None:
            return []  # "gunmen burnt a courthouse"
        if label in ("amod", "acl") and reading.tags[head] in _PEOPLE_TAGS and head > i:
            return [head]
        if (
            label in ("acomp", "oprd")
            and reading.is_verb(head)
            and (left := left_in_state(reading, self._lexicon, i))
        ):
            return left
        if counted or (i > 0 and reading.tags[i - 1] in _PEOPLE_TAGS - {"JJ"}):
            return [i - 1]
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
        if heads:
            return heads, None
        if quantity is not None and quantity.start not in reading.dates:
            return [], quantity
        owner = reading.child(noun, "poss")
        if owner is not None:
            return [owner], None
        one = reading.tags[noun] == "NN" and reading.lower[left] in ("a", "an")
        if one and start < noun and reading.lower[start] not in self._lexicon.words["of_any_death"]:
            return [], Quantity(left, noun + 1, *ONE)
        return None, None

    def _after_toll(self, reading: Reading, end: int) -> Quantity | None:
        """ "The toll in the two blasts rose to nine": the number after the verb of the toll."""
        noun, verb = end - 1, reading.heads[end - 1]
        while reading.deps[noun] in ("pobj", "prep", "acl") and verb < noun:
            noun, verb = verb, reading.heads[verb]
        if reading.deps[noun] in ("nsubj", "nsubjpass") and verb > end and reading.is_verb(verb):
            end = verb + 1
        for i in range(end, min(len(reading), end + 14)):
            if self._numbers.is_number(reading.lower[i]) and i not in reading.dates:
                found = self._numbers.read(reading.lower, i, min(i + 4, len(reading)), floor=max(0, i - 4))
                before = reading.lower[i - 1]
                if before == "from":
                    continue
                return found
        return None

    def _nearby(self, reading: Reading, verb: int, tail: int) -> list[People]:
        """Where the parse gives no people: those right before a participle, or right after an active verb."""
        passive = reading.tags[verb] in ("VBN", "JJ") and not (
            verb and reading.lower[verb - 1] in ("have", "has", "had")
        )
        return self._before(reading, verb) if passive else self._after(reading, verb, tail)

    def _before(self, reading: Reading, verb: int, tail: int = -1) -> list[People]:
        return self._first(reading, range(verb - 1, max(-1, verb - 10), -1), tail)

    def _after(self, reading: Reading, verb: int, tail: int) -> list[People]:
        return self._first(reading, range(verb + 1, min(len(reading), verb + 8)), tail)

    def _first(self, reading: Reading, positions: Iterable[int], tail: int = -1) -> list[People]:
        """The first people at the positions, unless another verb comes before them."""
        for i in positions:
            if reading.is_verb(i) and reading.deps[i] not in ("aux", "auxpass", "amod"):
                return []
            if reading.tags[i] not in _PEOPLE_TAGS and reading.lower[i] != "another":
                continue
            if reading.deps[i] in ("compound", "amod", "nummod") and i < reading.heads[i] != tail:
                continue
            people = self._people.read_all(reading, reading.conjuncts(i))
            if people:
                return people
        return []

    def _is_of_wounds(self, reading: Reading, verb: int) -> bool:
        """ "He succumbed to his injuries", "one of the wounded died"."""
        before, after = reading.lower[max(0, verb - 4) : verb], reading.lower[verb + 1 : verb + 6]
        if not self._lexicon.words["wounded"].isdisjoint(before):
            return True
        wounds = self._lexicon.words["wounds"]
        return bool(after) and after[0] not in ("and", ",") and not wounds.isdisjoint(after)


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


def _is_person(reading: Reading, people: People) -> bool:
    """Whether a word for people, a pronoun or a name in the singular says so, and not a number alone."""
    named = people.person_name and reading.tags[people.head] == "NNP"
    return bool(people.entry or people.names or people.pronoun or people.bare or named)


def _by_strength(hits: Iterable[Hit], lexicon: Lexicon) -> list[Hit]:
    """Longer wordings first; of the same words, verbs before adjectives before nouns."""
    order = {"object": 0, "subject": 1, "loss": 2, "toll": 2, "noun": 3, "adjective": 4}
    chosen = [h for h in hits if h.sense.layer == "tolls"]
    return sorted(
        chosen,
        key=lambda h: (
            -bool(h.tail_end),
            h.start - h.end,
            order[lexicon.tolls[h.sense.entry].frame],
            h.start,
            h.sense.entry,
        ),
    )

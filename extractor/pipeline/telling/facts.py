"""Who was killed, injured, arrested, abducted or gave up: casualty words joined to their people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extractor.lexicon.entries import Effect
from extractor.lexicon.lexicon import Lexicon
from extractor.pipeline.cues import Hit
from extractor.pipeline.people.company import besides
from extractor.pipeline.people.numbers import NumberWords, Quantity
from extractor.pipeline.people.people import PeopleReader
from extractor.pipeline.people.phrase import People
from extractor.pipeline.people.pronouns import meant_by
from extractor.pipeline.people.reading import NOUN_TAGS, Reading
from extractor.pipeline.telling.doers import attackers_in_clause, read_doer, torn_off, users_of_weapons
from extractor.pipeline.telling.frames import FrameReader
from extractor.pipeline.telling.losses import of_the_losing_side
from extractor.pipeline.telling.nearby import nearby, people_before
from extractor.pipeline.telling.passing import is_freed
from extractor.records import CasualtyGroup

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
        self._people = people
        self._frames = FrameReader(lexicon, numbers)

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
        fell = (p for f in found if f.effect == "killed" and f.agents for p in f.people)
        if any(p.group == "militant" for p in fell):
            found = [f for f in found if not is_freed(reading, self._lexicon, f.trigger)]
        return [self._as_account(reading, found[:at], fact) for at, fact in enumerate(found)]

    def _as_account(self, reading: Reading, before: list[Fact], fact: Fact) -> Fact:
        """The fact, marked where it is told by somebody else than those `before` it or no longer holds."""
        rival, outdated = self._is_rival(reading, before, fact), self._is_outdated(reading, fact)
        return replace(fact, rival=rival, outdated=outdated) if rival or outdated else fact

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
        framed = self._frames.read(reading, hit, entry)
        if framed is None:
            return None
        verbs, trigger, heads, agents, quantity, total, some = framed
        if entry.frame != "loss" and entry.takes != "persons":  # no "captive" of "held them captive"
            heads = [h for h in heads if h != hit.tail_end - 1 - first]
        joining: list[int] = []
        if entry.frame in ("object", "subject") and heads:
            beside = besides(reading, self._lexicon, trigger, heads)
            joining = [h for h in beside if self._is_someone(reading, h)]
            heads = [*heads, *joining]
        if entry.frame in ("object", "noun") and heads and all(self._is_thing(reading, h) for h in heads):
            return None  # "neutralised two bunkers", "took away a motorcycle"
        if entry.frame == "noun" and heads:
            alone = self._people.read(reading, heads[0]) if len(heads) == 1 else None
            counted = alone is not None and alone.quantity.best is None and alone.quantity.vague is None
            quantity = quantity if counted else None
        persons_only = entry.takes == "persons"
        unknown = entry.frame in ("object", "subject") and not persons_only
        if heads and all(self._is_share(reading, h) for h in heads):
            return None
        if heads and all(reading.lower[h] in self._lexicon.words["whoever"] for h in heads):
            return None  # "report anyone with bullet wounds"
        people = tuple(self._people.read_all(reading, heads, victims=unknown))
        if quantity is not None and len(people) == 1:  # "13 bodies of the rebels"
            people, quantity = (replace(people[0], quantity=quantity),), None
        people = of_the_losing_side(self._people, reading, self._lexicon, people, trigger, entry.frame)
        if persons_only:
            people = tuple(p for p in people if _is_person(reading, p))
            if not people:
                return None  # "took away 40 bags of rice"
        if entry.frame == "object" and not people:
            people = tuple(nearby(self._people, reading, trigger, hit.tail_end - 1 - first))
        elif entry.frame == "subject" and not people:
            people = tuple(people_before(self._people, reading, trigger, hit.tail_end - 1 - first))
        if self._is_added(reading, trigger):
            people = tuple(replace(p, other=True) for p in people)
        if any(p.pronoun for p in people):  # "he was arrested along with his aide"
            people = tuple(replace(p, other=True) if p.head in joining else p for p in people)
        people = tuple(replace(p, some=True) if some or self._is_some(reading, p) else p for p in people)
        people = tuple(p for p in people if not _is_counted_before(reading, p, people))
        people = tuple(q for p in people for q in meant_by(self._people, reading, p, agents))
        named = reading.deps[trigger] in ("pobj", "pcomp") and any(reading.prepositional(trigger, "of"))
        if named:
            agents = []  # of "settlers rampaged after killing of two" they did not kill them
        elif not agents and entry.frame == "object" and not reading.is_passive(verbs[0]):
            doer = torn_off(reading, self._lexicon, start, (hit.tail_end or hit.end) - first)
            agents = [doer] if doer is not None else []
        if not agents and all(p.group != "militant" for p in people):
            agents = list(attackers_in_clause(reading, self._lexicon, trigger))
        who = tuple(
            p
            for h in agents
            if (p := read_doer(self._people, reading, self._lexicon, h)) is not None
            and (p.names or h in reading.weapons or not self._is_thing(reading, h))
        ) or tuple(users_of_weapons(self._people, reading, self._lexicon, agents))
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

    def _is_of_wounds(self, reading: Reading, verb: int) -> bool:
        """ "He succumbed to his injuries", "one of the wounded died"."""
        before, after = reading.lower[max(0, verb - 4) : verb], reading.lower[verb + 1 : verb + 6]
        if not self._lexicon.words["wounded"].isdisjoint(before):
            return True
        if before[-2:-1] == ["whom"] and before[-1] in self._lexicon.words["later"]:
            return True  # "six were hurt, one of whom later died"
        wounds = self._lexicon.words["wounds"]
        return bool(after) and after[0] not in ("and", ",") and not wounds.isdisjoint(after)


def _is_counted_before(reading: Reading, people: People, told: Sequence[People]) -> bool:
    """True for the 22 of "51 people, 22 of them under the age of 14"."""
    whole = (p.quantity.best or 0 for p in told if p.end == people.start - 1)
    return people.some and reading.lower[people.start - 1] == "," and max(whole, default=0) > 1


def _is_person(reading: Reading, people: People) -> bool:
    """Whether a word for people, a pronoun or a name in the singular says so, and not a number alone."""
    of = reading.prepositional(people.head, "of") if people.bare else ()
    if any(reading.tags[i] in NOUN_TAGS and i not in reading.targets for i in of):
        return False  # "recaptured a number of towns"
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

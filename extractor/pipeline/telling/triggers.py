"""What happened: the event words of a sentence with those who did it and what it was done to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from extractor.lexicon.entries import AttackType
from extractor.lexicon.lexicon import Lexicon
from extractor.pipeline.cues import Hit
from extractor.pipeline.people.company import phrase_after
from extractor.pipeline.people.people import PeopleReader
from extractor.pipeline.people.phrase import People
from extractor.pipeline.people.reading import NOUN_TAGS, Reading
from extractor.pipeline.telling.acting import ActingReader
from extractor.pipeline.telling.aimed import NO_AIMS, Aims, Thing
from extractor.pipeline.telling.aims import AimReader
from extractor.pipeline.telling.doers import (
    agents_of,
    at_work_in,
    crews,
    doers_of_weapons,
    torn_off,
    users_of_weapons,
)
from extractor.pipeline.telling.hits import most_telling_first
from extractor.pipeline.telling.objects import has_what_it_needs, is_seen_so

# What is driven into others is no target itself.
_DRIVEN = ("vehicle", "vehicle_bomb")
# Weapons that lie in wait for those who come by.
_LAID = ("ied", "landmine", "explosive")
_AUXILIARIES = ("aux", "auxpass")
# What troops fire, of which the word for them tells who did it.
_FROM_AFAR = ("air_strike", "shelling")


@dataclass(frozen=True, slots=True)
class Trigger:
    """An event word. `start`/`end` are Doc positions; `head` counts from the sentence's first token.

    `agents` did it, `aims` is whom and what it was done to, `sides` took part on either side.
    """

    attack: AttackType
    start: int
    end: int
    rule: str
    sentence: int
    head: int
    form: str
    plural: bool
    definite: bool = False
    agents: tuple[People, ...] = ()
    aims: Aims = NO_AIMS
    sides: tuple[People, ...] = ()

    @property
    def patients(self) -> tuple[People, ...]:
        """Those it was done to."""
        return self.aims.patients

    @property
    def things(self) -> tuple[Thing, ...]:
        """The objects that it hit or happened by."""
        return self.aims.things


# What a noun is to the verb or preposition that governs it.
_GOVERNED = frozenset({"dobj", "pobj", "nsubjpass"})


class TriggerReader:
    """Reads the triggers of a sentence."""

    def __init__(self, lexicon: Lexicon, people: PeopleReader) -> None:
        self._lexicon = lexicon
        self._people = people
        self._aims = AimReader(lexicon, people)
        self._acting = ActingReader(lexicon, people)

    def read(self, reading: Reading, hits: Iterable[Hit]) -> list[Trigger]:
        """The triggers in order of position; of overlapping words the longest counts."""
        first = reading.sentence.start
        taken: set[int] = set()
        found = []
        for hit in most_telling_first(self._lexicon, reading, hits):
            end = (hit.tail_end or hit.end) - first
            span = range(hit.start - first, hit.end - first)
            if not taken.isdisjoint(span):
                continue
            trigger = self._trigger(reading, hit, hit.start - first, hit.end - first, end)
            if trigger is not None:
                taken.update(span)
                found.append(trigger)
        return sorted(found, key=lambda t: t.start)

    def _trigger(self, reading: Reading, hit: Hit, start: int, end: int, tail: int) -> Trigger | None:
        attack = self._lexicon.attack_types[hit.sense.entry]
        if not has_what_it_needs(reading, self._lexicon, attack, hit.sense.form, start, end, tail):
            return None
        first = reading.sentence.start
        if hit.sense.form == "verb":
            torn = torn_off(reading, self._lexicon, start, tail)
            parts = (*range(start, end), *range(tail - 1, end - 1, -1))
            verbs = [i for i in parts if reading.is_verb(i)]
            # of "was beaten" it is "beaten" that has the subject and the "by"
            verb = next((i for i in verbs if reading.deps[i] not in _AUXILIARIES), next(iter(verbs), None))
            if verb is None and attack.needs == "goods" and reading.tags[start] == "JJ":
                verb = start  # "arrested two men and recovered leaflets", where the parse sees no verb
            if verb is None:
                if reading.lower[start] in self._lexicon.words["weights"]:
                    return None  # "a 500-pound bomb"
                if not any(reading.tags[i] in NOUN_TAGS for i in range(start, end)) or end - start < 1:
                    return None
                if not attack.weapon and reading.deps[start] in _GOVERNED and reading.tags[start] == "NNS":
                    return None  # "bombed eight rebel targets"; but they "attacked it with shells"
                trigger = self._from_noun(reading, attack, hit, start, end)
                return trigger and replace(trigger, agents=trigger.agents or self._torn(reading, torn))
            if is_seen_so(reading, verb):
                return None
            agents: list[People] = []
            if self._runs_into(reading, attack, verb, tail):
                aims = self._aims.of_verb(reading, verb, reading.subjects(verb), verb + 1)
            else:
                agents, aims = self._of_verb(reading, verb, tail, torn, mutual=attack.category == "clash")
                if not agents or reading.child(verb, "nsubj", "nsubjpass") is None:
                    agents = [*self._torn(reading, torn)] or agents
            if attack.weapon in _DRIVEN:
                driven = (verb, *reading.objects(verb))
                struck = [i for at in driven for i in reading.prepositional(at, "into", "through")]
                aims = self._aims.of_verb(reading, verb, struck, tail) if struck else aims
                # "rammed his car into a crowd": the car did it
                aims = replace(
                    aims, things=tuple(t for t in aims.things if struck or t.end <= start or t.start >= tail)
                )
            return Trigger(
                attack,
                hit.start,
                tail + first,
                hit.sense.rule,
                reading.sentence.index,
                verb,
                "verb",
                False,
                False,
                tuple(agents),
                aims,
                tuple(self._acting.sides(reading, verb)),
            )
        return self._from_noun(reading, attack, hit, start, end)

    def _from_noun(
        self, reading: Reading, attack: AttackType, hit: Hit, start: int, end: int
    ) -> Trigger | None:
        if self._is_trade(reading, start, end):
            return None
        noun = _head(reading, start, end)
        head = reading.heads[noun]
        if (
            reading.deps[noun] == "compound"
            and noun < head <= noun + 2
            and reading.lower[head] in self._lexicon.words["happening"]
        ):
            noun = head
        if attack.family == "operation" and reading.deps[noun] == "compound":
            return None  # an "operations base"
        if any(
            self._acting.means(reading.lower[i], "earlier") for i in range(reading.left_edge(noun), start)
        ):
            return None  # "police who came to a previous attack"
        from_afar = attack.category in _FROM_AFAR
        agents = self._acting.of_noun(reading, noun, start, end, from_afar=from_afar)
        if attack.family == "operation" and not agents:
            at_work = self._acting.actors(reading, at_work_in(reading, noun))
            agents = [people for people in at_work if people.group == "security"]
        if attack.family == "seizure":  # a cache is found by others than those whose it was
            agents = [people for people in agents if people.group != "militant"]
        if attack.family == "threat":
            received = reading.heads[noun] if reading.deps[noun] == "dobj" else noun
            for told in dict.fromkeys((noun, received)):  # "received death threats from rebels"
                by_whom = reading.prepositional(told, *self._lexicon.words["threatened_by"])
                agents.extend(self._acting.actors(reading, by_whom))
        if reading.lower[start] == "under" and not self._was_fired_at(reading, noun, agents):
            return None
        plural = reading.tags[noun] in ("NNS", "NNPS")
        definite = reading.lower[reading.left_edge(noun)] in ("the", "this", "these", "that", "those")
        return Trigger(
            attack,
            hit.start,
            hit.end,
            hit.sense.rule,
            reading.sentence.index,
            noun,
            "noun",
            plural,
            definite,
            tuple(agents),
            self._aims.of_noun(reading, noun),
            tuple(self._acting.sides(reading, noun)),
        )

    def _is_trade(self, reading: Reading, start: int, end: int) -> bool:
        """True for the kidnapping of "members of a kidnapping gang": what they do, and no event."""
        word = reading.targets.get(start)
        if word is None or word.end - reading.sentence.start <= end:
            return False
        return self._lexicon.targets[word.entry].actor_kind in ("armed_group", "criminal_group")

    def _was_fired_at(self, reading: Reading, fire: int, agents: Sequence[People]) -> bool:
        """False of a minister who "came under fire": nobody armed is told of."""
        kinds = (self._lexicon.targets[p.entry].actor_kind for p in agents if p.entry is not None)
        if any(kinds) or any(p.names for p in agents):
            return True
        verb = reading.heads[reading.heads[fire]]
        words, blamed = self._lexicon.words["fired_at"], any(reading.prepositional(verb, "for", "over"))
        return any(
            reading.lower[i] in words or (self._is_force(reading, i) and not blamed)
            for i in reading.subjects(verb)
        )

    def _is_force(self, reading: Reading, noun: int) -> bool:
        """True of words for soldiers and policemen."""
        word = reading.targets.get(noun)
        return word is not None and self._lexicon.targets[word.entry].casualty_group == "security"

    def _of_verb(
        self, reading: Reading, verb: int, end: int, torn: int | None, *, mutual: bool
    ) -> tuple[list[People], Aims]:
        """Who did it, and whom and what it hit; what is `mutual` has all its subjects do it. `torn` are the
        attackers before a verb that the parse may take for a participle of theirs."""
        passive = reading.is_passive(verb) and not (mutual and reading.child(verb, "auxpass") is None)
        unread = torn is not None and passive and reading.child(verb, "auxpass") is None
        if unread and (hit := phrase_after(reading, end)):
            return [*self._torn(reading, torn)], self._aims.of_verb(reading, verb, hit, end)
        if passive:
            agents, hit = agents_of(reading, self._lexicon, verb), reading.subjects(verb)
        else:
            agents = reading.subjects(verb)
            hit = [_who_is_so(reading, i, end - 1) for i in reading.objects(verb)]
        doers = self._acting.actors(reading, agents)
        if reading.tags[verb] == "VBG":  # "activists monitored violent shelling by the army"
            doers = self._acting.actors(reading, reading.prepositional(verb, "by")) or doers
        if not passive and not doers:
            doers = self._users(reading, agents)
        return doers, self._aims.of_verb(reading, verb, hit, end)

    def _runs_into(self, reading: Reading, attack: AttackType, verb: int, end: int) -> bool:
        """ "A bus ran over a mine", "soldiers stepped on an IED": it hit those who are the subject."""
        if attack.weapon not in _LAID or end - 1 == verb or reading.is_passive(verb):
            return False
        if reading.lower[verb] not in self._lexicon.words["running_into"]:
            return False
        who = (self._people.read(reading, i) for i in reading.subjects(verb))
        return not any(people is not None and people.group == "militant" for people in who)

    def _users(self, reading: Reading, weapons: Iterable[int]) -> list[People]:
        """Those who used the weapons that an attack is told of: "shells fired by the army fell"."""
        weapons = list(weapons)
        used = (*doers_of_weapons(reading, weapons), *crews(reading, self._lexicon, weapons))
        told = self._acting.actors(reading, used)
        return told or list(users_of_weapons(self._people, reading, self._lexicon, weapons))

    def _torn(self, reading: Reading, head: int | None) -> tuple[People, ...]:
        people = self._people.read(reading, head) if head is not None else None
        return (people,) if people is not None else ()

    def things_in(self, reading: Reading, start: int) -> tuple[Thing, ...]:
        """The first object named in the sentence from `start` on, where the parse joins none to the event."""
        return self._aims.things_in(reading, start)


def _head(reading: Reading, start: int, end: int) -> int:
    """The noun that the others hang on: "exchange" of "exchange of fire"."""
    inside = range(start, end)
    return next(
        (i for i in inside if reading.tags[i] in NOUN_TAGS and reading.heads[i] not in inside), end - 1
    )


def _who_is_so(reading: Reading, i: int, last: int) -> int:
    """Of "took two nurses hostage", where the parse takes all that for one name, the nurses; `last` is the
    last word of what tells of the deed."""
    who = reading.child(i, "compound", "nmod") if i == last else None
    return i if who is None else who

"""Who did what a noun names, and who stands on the sides of a clash."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from extractor.lexicon.lexicon import Lexicon
from extractor.pipeline.people.people import PeopleReader
from extractor.pipeline.people.phrase import People
from extractor.pipeline.people.reading import Reading
from extractor.pipeline.telling.doers import is_worst_of, joined_within, named, read_doer

# What stands before both sides of a clash, or before the other one.
BEFORE_SIDES = ("between", "with", "involving", "among")
# Who does what stands after the word for them: "a rebel attack"; of troops only what they fire: an "army
# patrol ambush" is of others.
_DOERS = ("armed_group", "criminal_group", "individual")


class ActingReader:
    """Reads those who act."""

    def __init__(self, lexicon: Lexicon, people: PeopleReader) -> None:
        self._lexicon = lexicon
        self._people = people

    def of_noun(self, reading: Reading, noun: int, start: int, end: int, *, from_afar: bool) -> list[People]:
        """Those who did what the noun at `noun` names with the words `start` to `end`; what is fired
        `from_afar` is the deed of the troops that stand before it."""
        left = reading.left_edge(noun)
        agents = list(self.actors(reading, reading.agents(noun)))
        owner = reading.child(noun, "poss")
        if owner is not None and not is_worst_of(reading, self._lexicon, owner, noun):
            agents.extend(self.actors(reading, [owner]))
        for i in range(left, end):  # whose the words themselves tell: "an Israeli strike"
            mention = reading.names.get(i)
            if mention is not None and mention.layer in ("groups", "forces"):
                if not _is_against(reading, i):
                    agents.append(named(self._people, reading, mention))
                break
        else:
            for i in range(left, start):
                target = reading.targets.get(i)
                kind = self._lexicon.targets[target.entry].actor_kind if target is not None else None
                if kind in _DOERS or (kind == "state_force" and from_afar):
                    people = self._people.read(reading, i)
                    if people is not None:
                        agents.append(people)
                        break
        for c in (*reading.children[noun], *_participle_after(reading, noun)):
            if reading.deps[c] in ("acl", "advcl") and reading.tags[c] == "VBN":
                agents.extend(self.actors(reading, reading.agents(c)))
        verb = reading.heads[noun]
        if reading.deps[noun] == "pobj" and reading.is_verb(reading.heads[verb]):
            # "came under attack by militants", "were engaged in an encounter"
            governor = reading.heads[verb]
            if reading.lower[verb] == "under":
                by_whom = self._lexicon.words["threatened_by"]
                for told in (noun, governor):  # "came under fire from rebels"
                    agents.extend(self.actors(reading, reading.prepositional(told, *by_whom)))
            elif reading.lower[verb] == "in" and reading.lower[governor] in self._lexicon.words["fighting"]:
                agents.extend(self.actors(reading, reading.subjects(governor)))
                agents.extend(self.actors(reading, reading.objects(governor)))
        met = noun in reading.weapons and reading.lower[verb] in self._lexicon.words["running_into"]
        doing = not met and self._is_doing(reading.lower[verb])  # "a truck hit a mine"
        if reading.is_verb(verb) and reading.deps[noun] == "dobj" and doing:
            agents.extend(self.actors(reading, reading.subjects(verb)))
        elif reading.is_verb(verb) and reading.deps[noun] == "nsubjpass":
            agents.extend(self.actors(reading, reading.agents(verb)))
        return agents

    def _is_doing(self, word: str) -> bool:
        """True for verbs whose subject does what their object names: "launched", not "mourned" an attack."""
        return self.means(word, "doing_verb")

    def means(self, word: str, entry: str) -> bool:
        """Whether a word is one of an entry of patterns/discourse."""
        return any(s.layer == "discourse" and s.entry == entry for s in self._lexicon.wordings.get(word, ()))

    def actors(self, reading: Reading, heads: Iterable[int]) -> list[People]:
        """Those among the phrases that can act: groups, forces, people with an actor kind, named persons."""
        found = []
        for head in heads:
            people = read_doer(self._people, reading, self._lexicon, head)
            if people is not None and self._can_act(people):
                found.append(people)
        return found

    def _can_act(self, people: People) -> bool:
        if people.names or people.pronoun:
            return True
        return people.entry is not None and not people.bare

    def sides(self, reading: Reading, head: int) -> list[People]:
        """Both sides of a clash: "between A and B", "with B", "A clashed with B"."""
        found = []
        governors = [head]
        if not reading.is_verb(head) and reading.is_verb(reading.heads[head]):
            governors.append(reading.heads[head])  # "fighting broke out between A and B"
        nouns = [n for g in governors for n in reading.prepositional(g, *BEFORE_SIDES)]
        if len(nouns) == 1:
            nouns += joined_within(reading, nouns[0])
        for noun in nouns:
            people = self._people.read(reading, noun)
            if people is not None and self._can_act(people):
                found.append(people)
        return found


def _is_against(reading: Reading, i: int) -> bool:
    """True for the group of "anti-Maoist operations"."""
    return reading.lower[max(0, i - 2) : i] == ["anti", "-"] or reading.lower[max(0, i - 1) : i] == ["anti"]


def _participle_after(reading: Reading, noun: int) -> Iterator[int]:
    """ "A blast, triggered by rebels": the participle right after the noun, wherever the parse hangs it."""
    i = noun + 2 if reading.lower[noun + 1 : noun + 2] == [","] else noun + 1
    if i < len(reading) and reading.tags[i] == "VBN" and reading.heads[i] != noun:
        yield i

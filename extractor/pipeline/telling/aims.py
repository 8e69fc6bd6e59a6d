"""What an event word is aimed at: the people, things and places that the parse joins to it."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence

from extractor.lexicon.lexicon import Lexicon
from extractor.pipeline.mentions import NameMention
from extractor.pipeline.people.people import PeopleReader
from extractor.pipeline.people.phrase import People
from extractor.pipeline.people.pronouns import meant_by
from extractor.pipeline.people.reading import NOUN_TAGS, Reading
from extractor.pipeline.telling.aimed import ROAD, Aims, Spot, Thing
from extractor.pipeline.telling.carriers import carries_bomb
from extractor.pipeline.telling.doers import named
from extractor.pipeline.telling.nearness import stood_by
from extractor.pipeline.telling.passing import came_by
from extractor.pipeline.telling.scene import is_ridden, is_where
from extractor.pipeline.telling.spots import first_of_chains, start_of_place


class AimReader:
    """Reads the aims of a trigger."""

    def __init__(self, lexicon: Lexicon, people: PeopleReader) -> None:
        self._lexicon = lexicon
        self._people = people
        self._aimed = lexicon.words["aimed"]
        self._near = lexicon.words["by_which"]
        self._at_place = lexicon.words["aimed_at_place"]

    def of_verb(self, reading: Reading, verb: int, hit: list[int], end: int) -> Aims:
        """The aims of a verb that acts on `hit`; `end` is where its wording ends ("set fire to")."""
        governed = list(reading.objects_of(end - 1)) if reading.tags[end - 1] in ("IN", "TO") else []
        roots = [verb, *hit, *self._told_of(reading, hit)]
        struck = [head for head in hit if not verb <= head < end]  # "opened fire" has none
        aimed = [*governed, *self._joined(reading, roots, self._aimed)]
        for root in roots[len(hit) + 1 :]:
            if reading.lower[root] in self._lexicon.words["aiming"]:
                aimed.extend(reading.objects(root))
        aimed.extend(self._who_escaped(reading, verb))
        aimed.extend(came_by(reading, self._lexicon, verb))
        near = [*self._joined(reading, roots, self._near), *stood_by(reading, self._lexicon, roots)]
        at_place = [*hit, *governed, *self._joined(reading, roots, self._at_place)]
        return Aims(
            (
                *self._people.read_all(reading, [h for h in hit if reading.tags[h] != "PRP"]),
                *self._meant(reading, verb, hit),
                *self._victims(reading, aimed),
                *self._groups_hit(reading, [*hit, *aimed]),
            ),
            (
                *self._things(reading, hit),
                *(t for t in self._things_at(reading, aimed) if not self._is_scene(reading, t, hit, struck)),
                *self._things(reading, near, beside=True),
            ),
            self._places(reading, at_place),
            self._bystanders(reading, roots),
            self._names(reading, aimed),
        )

    def _who_escaped(self, reading: Reading, verb: int) -> list[int]:
        """Those of "a senator escaped when a bomb exploded", "had a narrow escape as rebels attacked"."""
        above = reading.heads[verb]
        if reading.deps[verb] != "advcl" or not reading.is_verb(above):
            return []
        told = (above, *(c for c in reading.children[above] if reading.deps[c] == "dobj"))
        escaped = any(reading.lower[i] in self._lexicon.words["outliving"] for i in told)
        return reading.subjects(above) if escaped else []

    def _meant(self, reading: Reading, verb: int, hit: Iterable[int]) -> Iterator[People]:
        """Those whom the pronoun of "dragged a judge from his house and shot him" stands for."""
        doers = reading.agents(verb) if reading.is_passive(verb) else reading.subjects(verb)
        for head in hit:
            people = self._people.read(reading, head) if reading.tags[head] == "PRP" else None
            if people is not None:
                yield from (p for p in meant_by(self._people, reading, people, doers) if not p.pronoun)

    def of_noun(self, reading: Reading, noun: int) -> Aims:
        """The aims of an event noun: of its own prepositions, and of the verb that it hangs on."""
        aimed = list(reading.prepositional(noun, *self._aimed, "of"))
        near = list(reading.prepositional(noun, *self._near))
        told = self._told_of(reading, [noun])
        aimed.extend(self._joined(reading, told, self._aimed))
        near.extend(self._joined(reading, told, self._near))
        near.extend(stood_by(reading, self._lexicon, [noun, *told]))
        governor = reading.heads[noun]
        by = [noun]
        if reading.deps[noun] == "pobj" and reading.lower[governor] == "under":
            aimed.extend(reading.subjects(reading.heads[governor]))  # "came under attack"
        by_it = reading.deps[noun] == "pobj" and reading.lower[governor] == "by"
        if by_it and reading.is_passive(reading.heads[governor]):
            aimed.extend(reading.subjects(reading.heads[governor]))  # "was struck by a roadside bomb"
        if (
            reading.deps[noun] == "pobj"
            and reading.lower[reading.heads[governor]] in self._lexicon.words["hit_one"]
        ):
            aimed.extend(reading.subjects(reading.heads[reading.heads[governor]]))  # "was the target of"
        if reading.is_verb(governor) and reading.deps[noun] in ("dobj", "nsubjpass", "nsubj", "pobj"):
            by.append(governor)
            aimed.extend(reading.prepositional(governor, *self._aimed))
            aimed.extend(came_by(reading, self._lexicon, governor))
            near.extend(stood_by(reading, self._lexicon, [governor]))
            if reading.deps[noun] == "dobj" and reading.lower[governor] in self._lexicon.words["outliving"]:
                aimed.extend(reading.subjects(governor))  # "escaped an attempt on her life"
            if reading.deps[noun] == "nsubj":
                struck = reading.objects(governor)
                aimed.extend(struck)
                near.extend(struck)
                near.extend(reading.prepositional(governor, *self._lexicon.words["struck_where"]))
        return Aims(
            (*self._victims(reading, aimed), *self._groups_hit(reading, aimed)),
            (*self._things_at(reading, aimed), *self._things(reading, near, beside=True)),
            self._places(reading, self._joined(reading, by, self._at_place)),
            self._bystanders(reading, dict.fromkeys([*by, *told])),
            self._names(reading, aimed),
        )

    def things_in(self, reading: Reading, start: int) -> tuple[Thing, ...]:
        """The first object named in the sentence from `start` on, where the parse joins none to the event."""
        for i in range(max(0, start), len(reading)):
            mention = reading.targets.get(i)
            if mention is not None and self._is_thing(reading, i):
                if self._lexicon.targets[mention.entry].needs == "aim":
                    continue
                return (self._thing(reading, mention, beside=True),)
        return ()

    def _told_of(self, reading: Reading, nouns: Iterable[int]) -> list[int]:
        """The verbs that tell of a weapon what was done with it: "a device planted outside a bank"."""
        found = []
        for noun in nouns:
            if noun in reading.weapons:
                verbs = [c for c in reading.children[noun] if reading.deps[c] in ("acl", "relcl")]
                more = (c for v in verbs for c in reading.children[v] if reading.deps[c] == "xcomp")
                found += [*verbs, *more]
        return found

    def _joined(self, reading: Reading, heads: Iterable[int], words: Container[str]) -> Iterator[int]:
        for head in heads:
            yield from reading.governed(head, words)

    def _victims(self, reading: Reading, heads: Iterable[int]) -> list[People]:
        return [
            p
            for p in self._people.read_all(reading, heads)
            if not p.pronoun and not p.bare and not (p.person_name and p.entry is None)
            if reading.lower[p.head] not in self._lexicon.words["oneself"]
        ]

    def _groups_hit(self, reading: Reading, heads: Iterable[int]) -> list[People]:
        """Those whose hideouts, bunkers and the like were hit, things that no pattern of targets knows."""
        found: dict[NameMention, People] = {}
        for head in heads:
            if head in reading.targets or head in reading.names:
                continue
            spans = [range(reading.left_edge(head), head)]
            spans += [range(reading.left_edge(i), i + 1) for i in reading.prepositional(head, "of")]
            for name in (reading.names[i] for span in spans for i in span if i in reading.names):
                if name.layer in ("groups", "forces") and name not in found:
                    found[name] = named(self._people, reading, name)
            if not found and self._people.read(reading, head) is None:
                found |= self._forces_hit(reading, head)
        return list(found.values())

    def _forces_hit(self, reading: Reading, head: int) -> dict[NameMention, People]:
        """Those of "an army bunker", "paramilitary positions"."""
        before = (i for i in range(reading.left_edge(head), head) if i in reading.targets)
        before = (i for i in before if not self._is_mere_adjective(reading, i))
        words = [reading.targets[i] for i in before if reading.lower[i + 1] != "-"]  # no "army-backed regime"
        words = [word for word in words if self._lexicon.targets[word.entry].casualty_group == "security"]
        people = ((word, self._people.read(reading, word.end - 1 - reading.sentence.start)) for word in words)
        return {word: each for word, each in people if each is not None}

    def _is_mere_adjective(self, reading: Reading, i: int) -> bool:
        """True of the "major" of "major road works"."""
        return reading.tags[i] == "JJ" and reading.lower[i] in self._lexicon.words["also_adjectives"]

    def _names(self, reading: Reading, heads: Iterable[int]) -> tuple[People, ...]:
        people = self._people.read_all(reading, heads)
        return tuple(p for p in people if p.person_name and p.entry is None)

    def _bystanders(self, reading: Reading, heads: Iterable[int]) -> tuple[People, ...]:
        heads, posts = tuple(heads), self._lexicon.words["posts"]
        into = (j for j in self._joined(reading, heads, ("into",)) if reading.lower[j] in posts)
        return tuple(self._victims(reading, (*stood_by(reading, self._lexicon, heads), *into)))

    def _places(self, reading: Reading, heads: Iterable[int]) -> tuple[Spot, ...]:
        """The places hit; of "Otra, Yala, Borno" only the first, which the others say where it is."""
        return tuple(
            Spot(reading.sentence.index, start_of_place(reading, head), head + 1)
            for head in first_of_chains(reading, [h for h in dict.fromkeys(heads) if h in reading.places])
            if not any(head in known for known in (reading.targets, reading.names, reading.countries))
        )

    def _is_thing(self, reading: Reading, i: int) -> bool:
        """True for an object of patterns/targets that is no weapon ("an explosives-laden vehicle")."""
        if i in reading.weapons or carries_bomb(reading, self._lexicon, i):
            return False
        return self._lexicon.targets[reading.targets[i].entry].kind == "object"

    def _things_at(self, reading: Reading, heads: Iterable[int]) -> list[Thing]:
        """The objects that a preposition says it was aimed at: "on the road" says where it was."""
        return [thing for thing in self._things(reading, heads) if thing.mention.entry != ROAD]

    def _is_scene(self, reading: Reading, thing: Thing, hit: Sequence[int], struck: Sequence[int]) -> bool:
        return is_where(self._people, self._lexicon, reading, thing, hit) or is_ridden(
            self._lexicon, reading, thing, struck
        )

    def _things(self, reading: Reading, heads: Iterable[int], *, beside: bool = False) -> list[Thing]:
        """The objects of patterns/targets among the phrases, each with its words."""
        found = []
        for head in heads:
            at = head
            if at not in reading.targets:
                at = next((i for i in reading.prepositional(head, "of") if i in reading.targets), head)
            if at in reading.targets and self._is_thing(reading, at):
                found.append(self._thing(reading, reading.targets[at], beside=beside))
        return found

    def _thing(self, reading: Reading, mention: NameMention, *, beside: bool) -> Thing:
        last = mention.end - reading.sentence.start - 1
        at = _head_of(reading, range(mention.start - reading.sentence.start, last + 1))
        left = reading.left_edge(at)
        heads = self._owners(reading, at)
        return Thing(
            reading.sentence.index,
            left,
            last + 1,
            mention,
            self._owner(reading, heads, left, at),
            self._whole(reading, heads, mention, left, at),
            beside,
        )

    def _owners(self, reading: Reading, at: int) -> list[int]:
        """What a thing belongs to: by a possessive, "of", "belonging to", "carrying"."""
        heads = [c for c in reading.children[at] if reading.deps[c] == "poss"]
        heads += list(reading.prepositional(at, "of", "for"))
        for c in reading.children[at]:
            if (
                c > at
                and reading.deps[c] in ("acl", "relcl")
                and reading.lower[c] in self._lexicon.words["owning"]
            ):
                heads += [*reading.objects(c), *reading.prepositional(c, "to", "by", "for")]
        return heads

    def _owner(self, reading: Reading, heads: Iterable[int], left: int, at: int) -> People | None:
        for head in heads:
            owner = self._people.read(reading, head)
            if owner is not None and not owner.bare and not owner.pronoun:
                return owner
        for i in range(left, at):
            name = reading.names.get(i)
            if name is not None:
                return named(self._people, reading, name)
        for i in range(left, at):
            word = reading.targets.get(i)
            if word is not None and self._lexicon.targets[word.entry].kind == "person":
                return self._people.read(reading, word.end - reading.sentence.start - 1)
        return None

    def _whole(
        self, reading: Reading, heads: Iterable[int], mention: NameMention, left: int, at: int
    ) -> str | None:
        """The thing whose part this is: "a ministry vehicle", "the gate of a school"."""
        for i in (*heads, *range(left, at)):
            other = reading.targets.get(i)
            if other is not None and other is not mention and self._is_thing(reading, i):
                return other.entry
        return None


def _head_of(reading: Reading, span: range) -> int:
    """The noun of "camp for displaced people" on which the others hang."""
    return next((i for i in span if reading.heads[i] not in span and reading.tags[i] in NOUN_TAGS), span[-1])

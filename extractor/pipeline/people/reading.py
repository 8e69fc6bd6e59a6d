"""A parsed sentence with what earlier steps found in it: the view that the rules of roles and tolls read.

Positions here count from the sentence's first token.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extractor.pipeline.mentions import NameMention
from extractor.pipeline.people.voice import is_passive
from extractor.pipeline.sentences import Sentence

if TYPE_CHECKING:
    from extractor.pipeline.people.phrase import People

NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
NAME_TAGS = frozenset({"NNP", "NNPS"})
PLURAL_TAGS = frozenset({"NNS", "NNPS"})
_FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP"})
VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
_HEAD_TAGS = NOUN_TAGS | {"CD", "PRP", "DT", "JJ", "WP", "WDT", "FW", "VBG", "VBN", "JJS", "JJR"}
_PREPOSITIONAL = frozenset({"prep", "agent", "dative"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
# After these a text begins to tell anew: "Clash near Otra: a guard and two rebels killed".
_ANEW = frozenset({":", ";"})
# Verb forms that tell of several.
_PLURAL = frozenset({"were", "are", "have"})
# So near after a participle stands the one that is joined to it by "and" alone.
_NEXT_VERB = 2
_PARTICLES = (["down"], ["up"])
_HOMES = frozenset({"of", "from"})
_NO_LABEL = frozenset({"punct", "dep", "prep"})
_MODIFIERS = frozenset(
    {"det", "nummod", "amod", "compound", "nmod", "poss", "quantmod", "advmod", "predet", "neg", "punct"}
)


@dataclass(slots=True)
class Reading:
    """A sentence, its parse, and the name, people, thing, weapon and place matches by position.

    `lower` to `children` are the sentence's own. `people` is what PeopleReader has read at a
    position, `edges` where the phrases asked for begin.
    """

    sentence: Sentence
    names: dict[int, NameMention] = field(default_factory=dict)
    targets: dict[int, NameMention] = field(default_factory=dict)
    weapons: dict[int, NameMention] = field(default_factory=dict)
    goods: dict[int, NameMention] = field(default_factory=dict)
    countries: dict[int, NameMention] = field(default_factory=dict)
    cues: list[NameMention] = field(default_factory=list)
    places: set[int] = field(default_factory=set)
    dates: set[int] = field(default_factory=set)
    people: dict[int, People | None] = field(default_factory=dict)
    edges: dict[int, int] = field(default_factory=dict)
    lower: list[str] = field(init=False)
    tags: list[str] = field(init=False)
    deps: list[str] = field(init=False)
    heads: list[int] = field(init=False)
    children: list[list[int]] = field(init=False)

    def __post_init__(self) -> None:
        sentence = self.sentence
        self.lower, self.tags, self.deps = sentence.lower, sentence.tags, sentence.deps
        self.heads, self.children = sentence.heads, sentence.children

    def __len__(self) -> int:
        return len(self.sentence)

    def child(self, i: int, *labels: str) -> int | None:
        """The first child of i with one of the labels."""
        deps = self.deps
        return next((c for c in self.children[i] if deps[c] in labels), None)

    def left_edge(self, i: int) -> int:
        """Where the noun phrase with head i starts: the leftmost of its left modifiers."""
        edge = self.edges.get(i)
        if edge is None:
            mine = (c for c in self.children[i] if c < i and self.deps[c] in _MODIFIERS)
            starts = (self.leftmost(c) for c in mine if not self._is_other_number(c, i))
            edge = self.edges[i] = min(starts, default=i)
        return edge

    def _is_other_number(self, i: int, head: int) -> bool:
        """True of "three" before "twelve" in "three dead, twelve hurt", which the parse joins."""
        return self.tags[head] == self.tags[i] == "CD" and "," in self.lower[i:head]

    def leftmost(self, i: int) -> int:
        """The first position of what hangs on i to its left."""
        while left := [c for c in self.children[i] if c < i]:
            i = left[0]
        return i

    def rightmost(self, i: int) -> int:
        """The last position of what hangs on i to its right."""
        while right := [c for c in self.children[i] if c > i]:
            i = right[-1]
        return i

    def conjuncts(self, i: int) -> Iterator[int]:
        """i and what is joined to it by "and", "or" or commas, left to right."""
        waiting = [i]
        while waiting:
            j = waiting.pop()
            yield j
            waiting.extend(
                c
                for c in reversed(self.children[j])
                if c > j and self.deps[c] == "conj" and (self.tags[c] in _HEAD_TAGS or c in self.names)
            )

    def prepositional(self, i: int, *words: str) -> Iterator[int]:
        """Heads of what hangs on i by one of the prepositions."""
        return self.governed(i, words)

    def governed(self, i: int, words: Container[str]) -> Iterator[int]:
        """As `prepositional`, for prepositions that a list holds."""
        lower, deps = self.lower, self.deps
        for c in self.children[i]:
            if lower[c] in words and deps[c] in _PREPOSITIONAL:
                yield from self.objects_of(c)

    def objects_of(self, preposition: int) -> Iterator[int]:
        """What a preposition governs, conjuncts too; "in and near a camp" are joined."""
        for c in self.children[preposition]:
            if self.deps[c] in ("pobj", "pcomp"):
                yield from self.conjuncts(c)
            elif self.deps[c] == "conj" and self.tags[c] == "IN":
                yield from self.objects_of(c)

    def is_verb(self, i: int) -> bool:
        return self.tags[i] in VERB_TAGS

    def is_passive(self, i: int) -> bool:
        """True for a participle that takes its object as subject or as the noun it hangs on."""
        return is_passive(self, i)

    def subjects(self, i: int) -> list[int]:
        """Heads of the subject of verb i, found through coordination, relative clauses and participles."""
        seen: set[int] = set()
        while i not in seen:
            seen.add(i)
            own = [c for c in self.children[i] if self.deps[c] in _SUBJECTS and not self._is_stray(c)]
            own = own or [c for c in self.children[i] if c < i and self._is_unread(c)]
            if own:
                own = [*self._torn_off_list(i, own[0]), *own]
                head = own[0]
                if self.tags[head] in ("WDT", "WP") or self.lower[head] == "that":
                    if self.deps[i] == "ccomp":  # "it was rebels that killed them"
                        return [j for j in self.objects(self.heads[i]) if j < i]
                    return self._all_of_list(self.heads[i], i) if self.deps[i] == "relcl" else []
                return [k for c in own for j in self.conjuncts(c) for k in (j, *self._joined_to_home(j))]
            label, head = self.deps[i], self.heads[i]
            if label == "acl" and self._is_purpose(i):
                i = self.heads[head]
                continue
            if label == "acl" and self.tags[head] in NOUN_TAGS | {"CD"}:
                told = list(self.conjuncts(self._first_of_headline(head) if head == i - 1 else head))
                return told[-1:] if self._is_counted_in(head) and told[-1] == i - 1 else told
            if label == "relcl":
                return list(self.conjuncts(head))
            if label == "pcomp" and self.lower[head] in ("for", "of"):
                blamed = [j for j in self.objects(self.heads[head]) if j in self.targets or j in self.names]
                if blamed:
                    return blamed  # "jailed two men for killing a judge"
            if label == "ccomp" and head > i and self.tags[i] in _FINITE_TAGS:
                return []  # "police said" after it: who spoke did not do it
            if label in ("conj", "xcomp", "advcl", "ccomp", "dep", "prep", "pcomp") and head != i:
                i = head
                continue
            return []
        return []

    def _all_of_list(self, noun: int, verb: int) -> list[int]:
        """ "Three nuns and a driver who were kidnapped": a plural verb tells of all of them."""
        several = any(self.lower[c] in _PLURAL for c in self.children[verb])
        while several and self.tags[noun] in ("NN", "NNP") and self.deps[noun] == "conj":
            noun = self.heads[noun]
        return list(self.conjuncts(noun))

    def _first_of_headline(self, noun: int) -> int:
        """ "Two guards and a driver killed in Hub": without another verb the participle tells of all."""
        first = noun
        while self.deps[first] == "conj":
            first = self.heads[first]
        anew = self.deps[first] == "ROOT" or self.lower[self.left_edge(first) - 1] in _ANEW
        return first if anew and self.tags[first] in NOUN_TAGS else noun

    def _joined_to_home(self, noun: int) -> Iterator[int]:
        """The soldiers of "fighters from the Front and Malian soldiers", joined to the front by the parse."""
        if self.tags[noun] != "NNS" or noun not in self.targets:
            return
        for c in self.children[noun]:
            if self.deps[c] == "prep" and self.lower[c] in _HOMES:
                group, *others = [*self.objects_of(c)] or [noun]
                if group in self.names or group in self.places:
                    yield from (i for i in others if self.tags[i] == "NNS" and i in self.targets)

    def _torn_off_list(self, i: int, own: int) -> list[int]:
        """ "Omar, a leader, wanted in two towns, and his sons were killed": the first of those whom a verb
        tells of, where the parse tears him off for what stands between."""
        left, above = self.left_edge(own), self.heads[i]
        if self.deps[i] != "conj" or self.tags[left] != "PRP$" or self.lower[left - 2 : left] != [",", "and"]:
            return []
        if self.tags[above] in NAME_TAGS:
            return [above]
        helped = any(self.deps[c] in ("aux", "auxpass") for c in self.children[above])
        finite = (
            self.tags[above] != "VBN" and self.lower[above - 1] != ","
        )  # "Omar fled", not "Omar, wanted in"
        if not self.is_verb(above) or helped or finite:
            return []
        first = self.child(above, "nsubj", "nsubjpass")
        return [first] if first is not None and self.tags[first] in NAME_TAGS else []

    def _is_counted_in(self, noun: int) -> bool:
        """True of the rebels of "six were killed, including two rebels, and ten others injured"."""
        return self.deps[noun] == "pobj" and self.lower[self.heads[noun]] == "including"

    def _is_purpose(self, i: int) -> bool:
        """True for the "to kill" of "made an attempt to kill", which who made it was to do."""
        noun = self.heads[i]
        aimed = self.tags[i] == "VB" and self.deps[noun] == "dobj"
        return aimed and noun not in self.targets and noun not in self.names

    def _is_unread(self, i: int) -> bool:
        """True for the noun before a verb for which the parse has no label, or a wrong one: "guerrillas again
        dynamited"."""
        wrong = self.deps[i] in _NO_LABEL or (self.deps[i] == "advmod" and i in self.targets)
        return wrong and self.tags[i] in NOUN_TAGS

    def _is_stray(self, i: int) -> bool:
        """True for what the parse takes for a subject and is none: "…, wanted in 11 cases was arrested"."""
        left = self.left_edge(i)
        if self._is_of_calling(i, left):
            return True
        if left == 0 or self.tags[left - 1] != "IN" or self.deps[left - 1] != "prep":
            known = i in self.names or i in self.targets or i in self.countries
            return i in self.places and not known
        return self.child(left - 1, "pobj", "pcomp") is None

    def _is_of_calling(self, i: int, left: int) -> bool:
        """True for the couriers of "two men acting as couriers were arrested", where the parse takes the "as"
        for a clause's."""
        acting = self.heads[self.heads[i]]
        marked = left > 1 and self.lower[left - 1] == "as" and self.deps[left - 1] == "mark"
        return marked and left - 2 == acting and self.tags[acting] == "VBG" and self.deps[acting] == "acl"

    def objects(self, i: int) -> list[int]:
        """Heads of the direct object of verb i."""
        own = [
            c for c in self.children[i] if self.deps[c] in ("dobj", "attr", "oprd")
        ] or self._after_particle(i)
        if own and self.deps[own[-1]] == "dobj":
            own += [c for c in self.children[i] if self._is_torn_off_object(c, own[-1])]
        return [j for c in own for j in self.conjuncts(c)]

    def _after_particle(self, i: int) -> list[int]:
        """The house of "burned down the house", where the parse takes the particle for a preposition."""
        if self.lower[i + 1 : i + 2] not in _PARTICLES or self.heads[i + 1] != i:
            return []
        return [c for c in self.children[i + 1] if self.deps[c] == "pobj"]

    def _is_torn_off_object(self, noun: int, last: int) -> bool:
        """True for "arrested Ravi Das alias Chief, and his two aides", where the parse joins the aides to the
        verb."""
        left = self.left_edge(noun)
        joined = self.deps[noun] == "conj" and self.tags[noun] in NOUN_TAGS and last < left
        return joined and self.tags[left] in ("PRP$", "CD") and self.lower[left - 1] == "and"

    def agents(self, i: int) -> list[int]:
        """Heads of what stands after a passive verb's "by", or after that of the verb it is joined to: "were
        seized by rebels and killed", "was shot and killed in Otra by rebels"."""
        up = self.heads[i]
        own = self._after_by(i) or self._after_by_of_next(i)
        joined = self.deps[i] == "conj" and self.is_verb(up) and self.is_passive(i)
        if own or not joined or self.child(i, *_SUBJECTS) is not None:
            return own
        return self._after_by(up) if self.is_passive(up) else []

    def _after_by_of_next(self, i: int) -> list[int]:
        """What stands after the "by" of the participle that is joined to i right away."""
        verb = next((c for c in self.children[i] if self.deps[c] == "conj" and 0 < c - i <= _NEXT_VERB), None)
        if verb is None or not (self.is_passive(i) and self.is_passive(verb)):
            return []
        return self._after_by(verb) if self.child(verb, *_SUBJECTS) is None else []

    def _after_by(self, i: int) -> list[int]:
        return [
            j
            for c in self.children[i]
            if self.deps[c] == "agent" or (self.deps[c] == "prep" and self.lower[c] == "by")
            for j in self.objects_of(c)
        ]

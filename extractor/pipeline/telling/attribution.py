"""Who is held to have done it, and on whose word: claims, blame, suspicion, denial."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from spacy.tokens import Doc

from extractor.lexicon.lexicon import NAME_LAYERS, Lexicon
from extractor.pipeline.lookup import within
from extractor.pipeline.mentions import NameMention
from extractor.pipeline.notes import noted
from extractor.pipeline.sentences import Sentence
from extractor.pipeline.telling.unnamed import CALLED, LAYER, STATE, unnamed
from extractor.pipeline.tokens import tokens_of
from extractor.records import Attribution

_REACH = 25
_NEXT = 5
# From so many words on there is something else in the gap of a cue.
_GAP = 3
# Those who are called so for what they did.
_ATTACKERS = ("attacker", "unidentified")
# So near before "who denied it" stands the name of those who did.
_NEXT_TO_RELATIVE = 3
# So near before its name stands what makes a source of somebody: "according to the Pakistani army".
_NEAR_SOURCE = 4
# So near a cue stand those without a name who are meant by it.
_NEAR = 8
OWNED = "owned_before"
_OF_OTHERS = ("blamed_before", "suspected_before")
# Wording that says something only of a group that has a name.
_OF_THE_NAMED = (OWNED, "denied_before", "member_after")
_BEFORE = {
    "claimed_before": "claimed",
    OWNED: "claimed",
    "blamed_before": "blamed",
    "suspected_before": "suspected",
    "denied_before": "denied",
}
_AFTER = {
    "claimed_after": "claimed",
    "blamed_after": "blamed",
    "suspected_after": "suspected",
    "member_after": "stated",
}
# What is charged with, and denied, otherwise than an attack too.
_OF_CHARGES = ("blamed_after", "blamed_before", "denied_before")


@dataclass(frozen=True, slots=True)
class Claim:
    """A group or force held to have done it. `start`/`end` are the Doc positions of the cue.

    A `membership` says of the militants who were told of before to which group they belong.
    """

    attribution: Attribution
    name: NameMention
    start: int
    end: int
    rule: str
    sentence: int
    membership: bool = False


class AttributionReader:
    """Reads the claims of a Doc."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def read(self, doc: Doc) -> list[Claim]:
        """The claims in order; "no group claimed responsibility" gives none."""
        cues = [m for m in noted(doc).names if m.layer == "attribution"]
        found: list[Claim] = []
        for number, inside in groupby(cues, key=lambda m: noted(doc).sentence_of[m.start]):
            sentence = noted(doc).sentences[number]
            here = self._who_may_have(doc, sentence)
            for claim in sorted(self._claims(sentence, list(inside), here), key=lambda claim: claim.start):
                if claim.name.form == STATE and self._is_of_something_else(doc, claim):
                    continue
                of_others = claim.membership and self._is_of_attackers(doc, sentence, claim)
                found.append(replace(claim, membership=False) if of_others else claim)
        return found

    def _is_of_something_else(self, doc: Doc, claim: Claim) -> bool:
        """True of "accused the police of coming late", where no word for violence follows."""
        end = claim.name.end
        follows = within(noted(doc).cues, end, end + _NEAR)
        return tokens_of(doc).lower[end : end + 1] == ["of"] and not follows

    def _is_of_attackers(self, doc: Doc, sentence: Sentence, claim: Claim) -> bool:
        """True of "the gunmen belonged to the ETA", which says who did it, not who was hit."""
        before = within(noted(doc).names, sentence.start, claim.end)
        return any(m.layer == LAYER and m.entry in _ATTACKERS for m in before)

    def _who_may_have(self, doc: Doc, sentence: Sentence) -> list[NameMention]:
        """The groups and forces that a sentence speaks of, those without a name where it names no group."""
        names = within(noted(doc).names, sentence.start, sentence.end)
        here = [m for m in names if m.layer in NAME_LAYERS and m.layer != "parties"]
        here += self._rebels_meant(doc, names)
        named = any(m.layer == "groups" for m in here)
        armed = {m.end: m for m in names if m.layer == "parties"}
        for m in unnamed(self._lexicon, doc, sentence):
            if m.form != STATE and m.start in armed:
                here.append(armed[m.start])  # "the BNP militia"
            elif m.form == STATE or not named:
                here.append(m)
        return sorted(here, key=lambda m: m.start)

    def _rebels_meant(self, doc: Doc, names: Sequence[NameMention]) -> Iterator[NameMention]:
        """ "The rebels admitted that attack": the one group that the text has named before."""
        lower, groups = tokens_of(doc).lower, noted(doc).groups_named
        if groups is None:
            return
        named = {i for m in names if m.layer in NAME_LAYERS for i in range(m.start, m.end)}
        for m in names:
            if m.start in named:
                continue  # "the death squads" are a group of their own
            if m.layer == "targets" and self._lexicon.targets[m.entry].actor_kind == "armed_group":
                meant = groups.meant_at(m.start)
                if meant is not None and m.start and lower[m.start - 1] == "the":
                    yield replace(meant, start=m.start, end=m.end)

    def _claims(
        self, sentence: Sentence, cues: list[NameMention], names: list[NameMention]
    ) -> Iterator[Claim]:
        if self._is_other_charge(sentence):
            cues = [m for m in cues if self._group(m) not in _OF_CHARGES]
        cues = [m for m in cues if not self._holds_another(m, cues)]
        silent = {i for m in cues if self._group(m) == "nobody" for i in range(m.start, m.end)}
        taken: set[int] = set(silent)
        for cue in sorted(cues, key=lambda m: (m.start - m.end, m.start)):
            group = self._group(cue)
            span = range(cue.start, cue.end)
            if group == "nobody" or not taken.isdisjoint(span) or self._is_of_losses(sentence, cue):
                continue
            taken.update(span)
            if group in _BEFORE:
                named = any(m.layer == "groups" for m in names)
                speaking = [m for m in names if not (named and m.form == STATE)]
                if group == OWNED:
                    speaking = self._who_say(sentence, speaking, cue)
                if group in _OF_OTHERS:
                    speaking = [m for m in speaking if not self._says_it_of_others(sentence, m, cue)]
                    speaking = [m for m in speaking if not self._is_source(sentence, m, cue)]
                chosen: Iterable[NameMention] = self._subject(sentence, speaking, cue)
                attribution = _BEFORE[group]
            elif self._is_of_one_before(sentence, cue):
                continue
            else:
                chosen = self._object(sentence, self._in_reach(names, cue, group), cue)
                attribution = _AFTER[group]
            for name in chosen:
                if name.layer == LAYER and not self._by_unnamed(name, cue, group):
                    continue
                yield Claim(
                    attribution,  # type: ignore[arg-type]
                    name,
                    cue.start,
                    cue.end,
                    cue.rule,
                    sentence.index,
                    membership=group == "member_after",
                )

    def _holds_another(self, cue: NameMention, cues: list[NameMention]) -> bool:
        """True of "claiming to speak for the PKK, claimed responsibility", which ends in a cue of its own."""
        return any(m.entry == cue.entry and m.end == cue.end and m.start - cue.start >= _GAP for m in cues)

    def _by_unnamed(self, name: NameMention, cue: NameMention, group: str) -> bool:
        """Whether those without a name stand near enough to the cue, and it is no denial."""
        apart = max(cue.start - name.end, name.start - cue.end)
        if name.form == CALLED and group == OWNED:
            return apart <= _REACH
        if name.form == STATE:
            return group in _OF_CHARGES[:2] and apart <= _NEXT
        return group not in _OF_THE_NAMED and apart <= _NEAR

    def _is_other_charge(self, sentence: Sentence) -> bool:
        """True of "Kinshasa accuses Kigali of backing the rebels, which it denies": that is no attack."""
        charges = self._lexicon.words["other_charges"]
        return any(a == "of" and b in charges for a, b in pairwise(sentence.lower))

    def _is_of_one_before(self, sentence: Sentence, cue: NameMention) -> bool:
        """True of "a judge whom they accuse of leading the squads": who is accused stands before it."""
        after = sentence.lower[cue.end - sentence.start : cue.end - sentence.start + 1]
        before = sentence.lower[
            max(0, cue.start - sentence.start - _NEAR_SOURCE) : cue.start - sentence.start
        ]
        relative = self._lexicon.words["the_same"] | self._lexicon.words["relative"]
        return after == ["of"] and not relative.isdisjoint(before)

    def _is_of_losses(self, sentence: Sentence, cue: NameMention) -> bool:
        """True of "claims it lost no men in the attack", which says nothing of whose the attack was."""
        inside = sentence.lower[cue.start - sentence.start : cue.end - sentence.start]
        return not self._lexicon.words["lost"].isdisjoint(inside[1:-1])

    def _who_say(self, sentence: Sentence, names: list[NameMention], cue: NameMention) -> list[NameMention]:
        """The armed groups that say something before the cue: "the TTP said on Friday that it had fired"."""
        first, saying = sentence.start, self._lexicon.words["saying"]
        clause = self._last_break(sentence, cue.start)
        return [
            m
            for m in names
            if (m.layer == "groups" or m.form == CALLED)
            and m.start >= clause
            and not saying.isdisjoint(sentence.lower[m.end - first : cue.start - first])
        ]

    def _says_it_of_others(self, sentence: Sentence, name: NameMention, cue: NameMention) -> bool:
        """True of the Hezbollah of "Hezbollah said Israel was responsible"; "the ELN, police said, was to
        blame" is of the ELN."""
        between = sentence.lower[name.end - sentence.start : cue.start - sentence.start]
        return not self._lexicon.words["saying"].isdisjoint(between) and between[-1] != ","

    def _is_source(self, sentence: Sentence, name: NameMention, cue: NameMention) -> bool:
        """True of the army of "according to army sources, he was suspected of", which only told so."""
        first = sentence.start
        before = sentence.lower[max(0, name.start - first - _NEAR_SOURCE) : name.start - first]
        told_by = not self._lexicon.words["source"].isdisjoint(before)
        return told_by and "," in sentence.lower[name.end - first : cue.start - first]

    def _in_reach(self, names: list[NameMention], cue: NameMention, group: str) -> list[NameMention]:
        """The names that a cue can be about: "belonging to" is about armed groups, and right before them."""
        if group != "member_after":
            return names
        return [m for m in names if m.layer == "groups" and m.start - cue.end <= _NEXT]

    def _group(self, cue: NameMention) -> str:
        return self._lexicon.attribution[cue.entry].group

    def _subject(self, sentence: Sentence, names: list[NameMention], cue: NameMention) -> list[NameMention]:
        before = [m for m in names if m.end <= cue.start and cue.start - m.end <= _REACH]
        last = sentence.lower[cue.start - sentence.start - 1] if cue.start > sentence.start else ""
        if last in self._lexicon.words["relative"]:  # "blamed it on outlaws, who denied it"
            before = [m for m in before if cue.start - m.end <= _NEXT_TO_RELATIVE]
        clause = self._last_break(sentence, cue.start)
        own = [m for m in before if m.start >= clause]
        if not own and self._group(cue) == "denied_before" and clause > sentence.start:
            return []  # "the army said Baku was to blame; Baku denied it"
        allies = [m for m in own or before if self._is_of_an_ally(sentence, m)]
        own = [m for m in own or before if m not in allies] or own
        return self._listed(sentence, (own or before)[::-1])

    def _is_of_an_ally(self, sentence: Sentence, name: NameMention) -> bool:
        """True of the al-Qaeda of "Ansar Dine, allied with al-Qaeda, claimed it"."""
        before = sentence.lower[max(0, name.start - sentence.start - 2) : name.start - sentence.start]
        return not self._lexicon.words["belonging"].isdisjoint(before)

    def _last_break(self, sentence: Sentence, position: int) -> int:
        for i in range(position - 1, sentence.start, -1):
            if sentence.lower[i - sentence.start] in self._lexicon.words["contrast"]:
                return i
        return sentence.start

    def _object(self, sentence: Sentence, names: list[NameMention], cue: NameMention) -> list[NameMention]:
        after = [m for m in names if m.start >= cue.start and m.start - cue.end <= _REACH]
        return self._listed(sentence, after)

    def _listed(self, sentence: Sentence, names: list[NameMention]) -> list[NameMention]:
        """The first of the names, and those in one list with it: "the TTP, the BLA and the BLF"."""
        found = names[:1]
        for name in names[1:]:
            first, second = sorted((found[-1], name), key=lambda m: m.start)
            if (
                not set(sentence.lower[first.end - sentence.start : second.start - sentence.start])
                <= self._lexicon.words["listing"]
            ):
                break
            found.append(name)
        return sorted(found, key=lambda m: m.start)

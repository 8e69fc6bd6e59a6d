"""Which events a claim, a blame or a denial is about."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from spacy.tokens import Doc

from extractor.lexicon.lexicon import Lexicon
from extractor.pipeline.drafting.drafts import ATTACK, Draft
from extractor.pipeline.lookup import within
from extractor.pipeline.mentions import PlaceMention
from extractor.pipeline.notes import noted
from extractor.pipeline.people.numbers import NumberWords
from extractor.pipeline.telling.attribution import Claim
from extractor.pipeline.tokens import tokens_of

# What is claimed or blamed on somebody where the text tells of no attack.
_CLAIMED_TOO = ("territory", "defusal")
# So near after the words of a claim stands what is claimed: "claimed responsibility for killing two".
_OBJECT = 3
# So near stands how many: "claimed responsibility for both attacks".
_HOW_MANY = 4
# So many events before and after a claim may be what it is about.
_REACH = 50
_THAT = "that"
# Up to this rank a word for an attack does not say which kind it was.
_UNSAID = 10


class ClaimGiver:
    """Gives the claims of a Doc to its events."""

    def __init__(self, lexicon: Lexicon, numbers: NumberWords) -> None:
        self._lexicon = lexicon
        self._numbers = numbers

    def give(self, doc: Doc, events: Sequence[Draft], claims: Sequence[Claim]) -> None:
        """A claim belongs to the attack that it names, else the one told last before it in the text, else to
        what was gained or stopped."""
        incidents = [e for e in events if not e.aggregate and not e.is_empty]
        incidents.sort(key=_start)
        attacks = [e for e in incidents if e.family == ATTACK]
        others = [e for e in incidents if e.family in _CLAIMED_TOO]
        for claim in claims:
            if claim.membership:
                hosts = _one(told_last(_around(incidents, claim), claim.sentence))
            else:
                near, others_near = _around(attacks, claim), _around(others, claim)
                hosts = self._claimed(doc, near, claim) or self._claimed(doc, others_near, claim)
            for host in hosts:
                host.claims.append(claim)

    def _claimed(self, doc: Doc, events: Sequence[Draft], claim: Claim) -> list[Draft]:
        """The event told right after the words of the claim, else those before it that it is about.

        Of "three attacks in Khyber, Lakki Marwat and Shangla respectively" all three are claimed.
        """
        listed = [e for e in events if e.part and claim.start <= e.start <= claim.end + _OBJECT]
        if len(listed) > 1:
            return listed
        after = [e for e in events if claim.end <= e.start <= claim.end + _OBJECT]
        if after:
            return [min(after, key=lambda e: e.start)]
        before = [e for e in events if e.start < claim.start]
        meant = self._of_place(doc, before, claim) or self._of_kind(doc, before, claim) or before
        several = self._how_many(doc, claim)
        if several > 1 and several <= len(before):
            return before[-several:]
        if meant and _is_of_that(doc, claim):
            return [max(meant, key=_start)]
        return _one(told_last(meant or events, claim.sentence))

    def _of_place(self, doc: Doc, events: Sequence[Draft], claim: Claim) -> list[Draft]:
        """ "Claimed the attack in Ghaznikhel", "police suspect X of the Ghaznikhel attack": those there."""
        sentence = noted(doc).sentences[claim.sentence]
        for start, end in ((claim.start, sentence.end), (sentence.start, claim.start)):
            named = {p.place for p in within(noted(doc).places, start, end) if p.place and _is_scene(doc, p)}
            there = [e for e in events if e.place is not None and e.place.place in named]
            if there:
                return there
        return []

    def _of_kind(self, doc: Doc, events: Sequence[Draft], claim: Claim) -> list[Draft]:
        """ "Suspect the group of having planted the bomb": the events of the kind that its words tell."""
        end = noted(doc).sentences[claim.sentence].end
        told = [
            self._lexicon.attack_types[hit.sense.entry]
            for hit in within(noted(doc).cues, claim.start, end)
            if hit.sense.layer == "attack_types"
        ]
        kinds = {attack.category for attack in told if attack.rank > _UNSAID}
        return [e for e in events if kinds & {e.attack.category, *(t.attack.category for t in e.triggers)}]

    def _how_many(self, doc: Doc, claim: Claim) -> int:
        """Two for "claimed both blasts", three for "said they had launched all three", else one."""
        sentence = noted(doc).sentences[claim.sentence]
        for i in range(claim.start, min(claim.end + _HOW_MANY, sentence.end)):
            word = sentence.lower[i - sentence.start]
            if word in self._lexicon.words["both"]:
                return 2
            if word in self._lexicon.words["all"]:
                number = self._numbers.read(sentence.lower, i + 1 - sentence.start, i + 2 - sentence.start)
                return number.best or 1 if number is not None else 1
        return 1


def _is_of_that(doc: Doc, claim: Claim) -> bool:
    """True for "claimed that attack": the one named last."""
    lower = tokens_of(doc).lower
    those = (i for i in range(claim.start, min(claim.end + 1, len(lower) - 1)) if lower[i] == _THAT)
    return any(within(noted(doc).cues, i + 1, i + 2) for i in those)


def _is_scene(doc: Doc, place: PlaceMention) -> bool:
    """True for a place where something happened, also that of "the Otra blast"."""
    return place.role == "location" or bool(within(noted(doc).cues, place.end, place.end + 1))


def _start(event: Draft) -> int:
    return event.start


def _around(events: Sequence[Draft], claim: Claim) -> Sequence[Draft]:
    """The events that begin nearest to a claim, so that each claim costs the same in a long text."""
    at = bisect_left(events, claim.start, key=_start)
    return events[max(0, at - _REACH) : at + _REACH]


def told_last(events: Sequence[Draft], sentence: int) -> Draft | None:
    """The event told last up to a sentence: the one that what follows is said of."""
    before = [e for e in events if min(e.sentences) <= sentence]
    return max(before, key=lambda e: (max(s for s in e.sentences if s <= sentence), -e.start), default=None)


def _one(event: Draft | None) -> list[Draft]:
    return [] if event is None else [event]

"""A toll told place by place: "killed three policemen in Quetta and two soldiers in Turbat" is two events."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations, pairwise

from spacy.tokens import Doc

from extractor.lexicon.lexicon import Lexicon
from extractor.pipeline.drafting.drafts import Draft
from extractor.pipeline.lookup import within
from extractor.pipeline.mentions import PlaceMention
from extractor.pipeline.notes import noted
from extractor.pipeline.people.people import PeopleReader
from extractor.pipeline.people.phrase import People
from extractor.pipeline.people.reading import VERB_TAGS, Reading
from extractor.pipeline.places import areas_differ
from extractor.pipeline.telling.triggers import Trigger

# So many words at most are those of one share: "two senior police officers".
_LONGEST = 6
_Share = tuple[PlaceMention, tuple[People, ...]]


class ShareReader:
    """Parts a draft whose one toll is told place by place."""

    def __init__(self, lexicon: Lexicon, people: PeopleReader) -> None:
        self._respectively = lexicon.words["respectively"]
        self._people = people

    def parted(self, doc: Doc, reading: Reading, draft: Draft) -> list[Draft]:
        """One draft a place, or the draft itself."""
        if len(draft.facts) != 1 or not draft.facts[0].people or draft.place is not None:
            return [draft]
        inside = within(noted(doc).places, reading.sentence.start, reading.sentence.end)
        places = [p for p in inside if p.role == "location"]
        if len(places) < 2:
            return [draft]
        told = draft.facts[0].people
        if self._respectively.isdisjoint(reading.lower):
            shares = self._in_a_row(reading, told, places)
        else:
            shares = self._in_turn(reading, told, places)
        if len(shares) < 2 or not all(areas_differ(a, b) for (a, _), (b, _) in combinations(shares, 2)):
            return [draft]
        return _of_each(doc, reading, draft, shares)

    def _in_turn(
        self, reading: Reading, told: Sequence[People], places: Sequence[PlaceMention]
    ) -> list[_Share]:
        """ "Blasts in Kirkuk and Baquba killed six and nine people, respectively"."""
        if len(told) == len(places):
            return [(place, (people,)) for place, people in zip(places, told, strict=True)]
        numbers = [i for i in range(told[0].start, told[0].head) if reading.tags[i] == "CD"]
        if len(told) > 1 or len(numbers) != len(places):
            return []
        counted = [self._people.read(reading, i) for i in numbers]
        return [
            (place, (replace(told[0], quantity=each.quantity),))
            for place, each in zip(places, counted, strict=True)
            if each is not None
        ]

    def _in_a_row(
        self, reading: Reading, told: Sequence[People], places: Sequence[PlaceMention]
    ) -> list[_Share]:
        """ "Two in Kherson and three in Orikhiv"; "seven died, three in Kidal and four in Gao"."""
        shares: list[_Share] = []
        for place, following in pairwise(places):
            people = self._between(reading, place, following)
            if people is None:
                if shares:
                    break
                continue
            if not shares:
                shares.append((place, self._first(reading, told, place)))
            shares.append((following, (_like(people, told[0]),)))
        first = shares[0][1] if shares else ()
        sums_up = sum(p.quantity.best or 0 for _, people in shares for p in people) == told[0].quantity.best
        return shares if first and (first[0] in told or sums_up) else []

    def _first(self, reading: Reading, told: Sequence[People], place: PlaceMention) -> tuple[People, ...]:
        """Those told before the first place, or of "seven died, three in Kidal" the three."""
        position = place.start - reading.sentence.start
        if position > 1 and reading.tags[position - 2 : position] == ["CD", "IN"]:
            bare = self._people.read(reading, position - 2)
            return (_like(bare, told[0]),) if bare is not None else ()
        return tuple(p for p in told if p.start < position)

    def _between(self, reading: Reading, place: PlaceMention, following: PlaceMention) -> People | None:
        """The people of "and two soldiers in", which is all that stands between the places but for a day."""
        first = reading.sentence.start
        begin, end = place.end - first, following.start - first - 1
        joins = [i for i in range(begin, end) if reading.lower[i] == "," or reading.tags[i] == "CC"]
        if not joins or not 0 < end - joins[-1] - 1 <= _LONGEST or reading.tags[end] != "IN":
            return None
        before = (i for i in range(begin, joins[-1]) if i not in reading.dates)
        if any(reading.tags[i] not in ("IN", ",", "CC") for i in before):
            return None
        share = range(joins[-1] + 1, end)
        if reading.tags[share[0]] not in ("CD", "DT") or any(reading.tags[i] in VERB_TAGS for i in share):
            return None
        return self._people.read(reading, share[-1])


def _like(people: People, told: People) -> People:
    """A bare number counts people of the kind that was told before it."""
    if not people.bare:
        return people
    return replace(people, entry=told.entry, group=told.group, names=told.names)


def _of_each(doc: Doc, reading: Reading, draft: Draft, shares: Sequence[_Share]) -> list[Draft]:
    """A draft a place; each with a date of its own where all have one."""
    first = reading.sentence.start
    starts = [first + people[0].start for _, people in shares]
    ends = [*starts[1:], reading.sentence.end]
    dated = all(within(noted(doc).dates, start, end) for start, end in zip(starts, ends, strict=True))
    return [
        draft.apart(
            start=start if dated else draft.start,
            end=max(draft.end, start) if dated else draft.end,
            place=place,
            triggers=[_without_others(t, people, shares) for t in draft.triggers],
            facts=[replace(draft.facts[0], people=people)],
            own_start=start if dated else draft.own_start,
            own_end=end if dated else draft.own_end,
            new=draft.new or place is not shares[0][0],
            spread=sum(p.quantity.best or 0 for _, told in shares for p in told),
        )
        for (place, people), start, end in zip(shares, starts, ends, strict=True)
    ]


def _without_others(trigger: Trigger, people: Sequence[People], shares: Sequence[_Share]) -> Trigger:
    """The event word without those whom the event elsewhere hit."""
    others = {p.head for _, told in shares for p in told} - {p.head for p in people}
    patients = tuple(p for p in trigger.patients if p.head not in others)
    return replace(trigger, aims=replace(trigger.aims, patients=patients))

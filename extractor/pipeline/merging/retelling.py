"""Whether a passage tells of the very people whom an event told of before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from spacy.tokens import Doc

from extractor.pipeline.drafting.drafts import Draft
from extractor.pipeline.mentions import DateMention
from extractor.pipeline.notes import noted
from extractor.pipeline.people.phrase import People
from extractor.pipeline.telling.facts import Fact

# A name that identifies stands so near after the word for the person.
_IDENTIFIED_WITHIN = 4
# So many facts of an event, and the names of so many sentences, are kept in mind.
_IN_MIND = 20
_SENTENCES_IN_MIND = 100


def retells(doc: Doc, event: Draft, draft: Draft, date: DateMention | None) -> bool:
    """True for "the duo were arrested", "he died" and "X and Y were arrested", told of the event's two.

    Such a passage is no new event, wherever it says that it happened. So is "terrorists murdered four
    engineers last Sunday" after "four engineers were murdered last Sunday"; `date` is the passage's own.
    """
    told, again = _by_effect(event.facts[-_IN_MIND:]), _by_effect(draft.facts)
    if not again or draft.count is not None:
        return False
    if _is_one_day(event.date, date) and again.keys() == told.keys():
        same = all(_are_so_many_such(doc, told[effect], people) for effect, people in again.items())
        if same:
            return True
    return all(effect in told and _are_those(doc, told[effect], people) for effect, people in again.items())


def tells_of_the_same(doc: Doc, event: Draft, draft: Draft, *, same_day: bool) -> bool:
    """True for "the farmer was hacked to death", told of an event that befell a farmer; and on the `same_day`
    for "Joseph Ochai was hacked to death"."""
    told, again = _by_effect(event.facts[-_IN_MIND:]), _by_effect(draft.facts)
    if not again or draft.count is not None:
        return False
    return all(
        effect in told and _are_the_same(doc, told[effect], people, same_day)
        for effect, people in again.items()
    )


def _are_the_same(doc: Doc, told: Sequence[People], again: Sequence[People], same_day: bool) -> bool:
    if same_day and all(p.person_name for p in again):
        return _are_those(doc, told, again)
    pairs = zip(told, again, strict=False)
    return len(told) == len(again) and all(
        now.definite
        and not now.other
        and (now.entry or _head(doc, now)) == (before.entry or _head(doc, before))
        for before, now in pairs
    )


def _is_one_day(told: DateMention | None, now: DateMention | None) -> bool:
    if told is None or now is None or told.start_date is None or told.precision != "day":
        return False
    return (told.start_date, told.end_date) == (now.start_date, now.end_date)


def _are_so_many_such(doc: Doc, told: Sequence[People], again: Sequence[People]) -> bool:
    """Four engineers, and four engineers: more than one, and called the same."""
    if len(told) != 1 or len(again) != 1 or again[0].other:
        return False
    before, now = told[0], again[0]
    number = now.quantity.best
    same_word = _head(doc, before) == _head(doc, now)
    return number is not None and number > 1 and number == before.quantity.best and same_word


def _head(doc: Doc, people: People) -> str:
    return noted(doc).sentences[people.sentence].lower[people.head]


def _by_effect(facts: Iterable[Fact]) -> dict[str, list[People]]:
    found: dict[str, list[People]] = defaultdict(list)
    for fact in facts:
        if fact.effect != "surrendered":
            found[fact.effect].extend(fact.people)
    return {effect: people for effect, people in found.items() if people}


def _are_those(doc: Doc, told: Sequence[People], again: Sequence[People]) -> bool:
    before = sum(p.quantity.best or 0 for p in told)
    now = sum(p.quantity.best or 0 for p in again)
    if not 0 < now <= before or any(p.other for p in again):
        return False
    if all(p.person_name for p in again) and now == before and not any(_is_named(doc, p) for p in told):
        return True  # two cadres, and later the two by name
    return all(_is_known(doc, told, p) for p in again)


def _is_known(doc: Doc, told: Sequence[People], person: People) -> bool:
    if person.pronoun:
        return 0 <= person.sentence - told[-1].sentence <= 1
    if noted(doc).sentences[person.sentence].tags[person.start] == "PRP$":
        return any(person.entry == before.entry for before in told)  # "a mayor ... its driver"
    return person.definite or _is_name_told_before(doc, person)


def _is_name_told_before(doc: Doc, person: People) -> bool:
    if not person.person_name:
        return False
    name = _words(doc, person)
    first = max(0, person.sentence - _SENTENCES_IN_MIND)
    before = {word for s in noted(doc).sentences[first : person.sentence] for word in s.words}
    return bool(name) and all(word in before for word in name)


def _words(doc: Doc, person: People) -> list[str]:
    words = noted(doc).sentences[person.sentence].words
    return [word for word in words[person.start : person.head + 1] if word[:1].isupper()]


def _is_named(doc: Doc, person: People) -> bool:
    """True for a name, and for a word for people that a name follows: "a man, identified as Ravi"."""
    after = (
        noted(doc).sentences[person.sentence].lower[person.head + 1 : person.head + 1 + _IDENTIFIED_WITHIN]
    )
    return person.person_name or "identified" in after or "named" in after

"""Statements about many events, which are no incidents: totals over a time, running totals, rates."""

from __future__ import annotations

from collections.abc import Container
from itertools import pairwise

from spacy.tokens import Doc

from extractor.lexicon.lexicon import Lexicon
from extractor.pipeline.drafting.drafts import Draft
from extractor.pipeline.lookup import within
from extractor.pipeline.mentions import DateMention, PlaceMention
from extractor.pipeline.notes import noted
from extractor.pipeline.sentences import Sentence
from extractor.pipeline.telling.triggers import Trigger

# A toll this high over a period of months is no single event's.
LARGE = 20
# Attacks that consist of many blasts.
_AGAIN_AND_AGAIN = ("bombing", "shelling")
# So many days are no time of one event.
_LONG = 60
# A number of people of a month that no one attack is told of is the month's from here on.
_LARGE_FOR_A_MONTH = 100
# Those who are called so for one deed.
_ATTACKERS = ("attacker", "unidentified")
# So long before its noun may "an" stand.
_ONE, _PHRASE = frozenset({"a", "an", "another"}), 5
# The wording of patterns/discourse for what was counted in a whole country, or in many incidents.
WIDE = "over_an_area"
# So near after the people, or the words for what befell them, stands that they were so many each day.
_RATE_REACH = 3


def is_total(
    doc: Doc,
    draft: Draft,
    date: DateMention | None,
    place: PlaceMention | None,
    before: Draft | None,
    lexicon: Lexicon,
) -> bool:
    """Whether the draft, with the date and place of its own sentence, tells of many events at once.

    `before` is the event told before it.
    """
    superlatives, masses = lexicon.words["superlatives"], lexicon.words["masses"]
    if draft.part or _was_then(doc, draft, lexicon.words["on_which"]):
        return False
    return (
        _is_of_a_period(draft, date, place, masses)
        or _is_of_a_long_time(doc, draft, date)
        or (not draft.earlier and _is_running(doc, draft, date, superlatives, masses))
        or _is_wide(doc, draft)
        or _is_of_a_year(draft, date, place)
        or _goes_on_counting(doc, draft, date, place, before)
    )


def _was_then(doc: Doc, draft: Draft, on_which: Container[str]) -> bool:
    """True for "in November, when gunmen killed 130 people": what happened at one time."""
    sentence = noted(doc).sentences[draft.sentence]
    verbs = [f.trigger for f in draft.facts if f.agents] if sentence.parsed else []
    return any(sentence.lower[c] in on_which for verb in verbs for c in sentence.children[verb] if c < verb)


def is_rate(doc: Doc, draft: Draft, each: Container[str], spans_of_time: Container[str]) -> bool:
    """True for "violence claimed 21 lives per day", which is no toll.

    `each` are "per" and so on, `spans_of_time` "day" and so on. A market "where each day hundreds shop"
    is none: they stand right after the people or what befell them, or begin the sentence.
    """
    sentence = noted(doc).sentences[draft.sentence]
    rates = [i for i, (a, b) in enumerate(pairwise(sentence.lower)) if a in each and b in spans_of_time]
    if not rates or not draft.facts:
        return False
    ends = [p.end for f in draft.facts for p in f.people] + [f.end - sentence.start for f in draft.facts]
    return any(i == 0 or any(0 <= i - end < _RATE_REACH for end in ends) for i in rates)


def _is_of_a_period(
    draft: Draft, date: DateMention | None, place: PlaceMention | None, masses: Container[str]
) -> bool:
    """Totals over a period or a number of events are statements about many; a dozen explosions, or several
    attacks, in one town on one day are one incident."""
    many = draft.count is not None and (draft.count.best is None or draft.count.best > 1)
    period = date is not None and date.kind == "period" and date.precision in ("year", "period", "month")
    if many and draft.count is not None:
        day = date is not None and date.precision == "day"
        at_once = _is_town(place) and (day or (date is None and _is_one_attack(draft)))
        few = draft.count.best is not None and draft.count.best <= 3
        return period or not (few or at_once)
    plural = any(t.plural for t in draft.triggers) or (not draft.triggers and _toll(draft) != 1)
    return period and (plural or _toll(draft) > LARGE or _is_of_masses(draft, masses))


def _is_of_a_long_time(doc: Doc, draft: Draft, date: DateMention | None) -> bool:
    """True for "over the past decade they have burned buses and killed hundreds": what befell nobody and
    nothing that is counted, or single, in the course of months."""
    if date is None or date.kind != "period" or date.start_date is None or date.end_date is None:
        return False
    if (date.end_date - date.start_date).days <= _LONG:
        return False
    people = [*(p for f in draft.facts for p in f.people), *(p for t in draft.triggers for p in t.patients)]
    sentences = noted(doc).sentences
    things = [thing for t in draft.triggers for thing in t.things]
    many = all(p.quantity.best is None and not p.definite and not p.pronoun for p in people)
    plural = all(sentences[thing.sentence].tags[thing.end - 1] == "NNS" for thing in things)
    return bool(people or things) and many and plural and not _tells_of_one(draft)


def _is_one_attack(draft: Draft) -> bool:
    """ "Rebels set off a dozen explosions, injuring six": who blasts again and again attacks once."""
    blasts = [t for t in draft.triggers if t.attack.category in _AGAIN_AND_AGAIN and t.agents]
    return bool(blasts) and 0 < _toll(draft) <= LARGE


def _counts_since(sentence: Sentence, superlatives: Container[str], toll: int) -> bool:
    """True for "killed since the coup", false for "the deadliest attack since the coup", which is one, and
    for "none since a bomber killed 41", where the `toll` is what it is counted from."""
    compared = False
    for i, word in enumerate(sentence.lower):
        compared = compared or word in superlatives
        if word == "since" and not compared:
            return toll < i or "," in sentence.lower[i:toll]
    return False


def _is_running(
    doc: Doc,
    draft: Draft,
    date: DateMention | None,
    superlatives: Container[str],
    masses: Container[str],
) -> bool:
    """ "More than 3,000 people have been killed since the coup": a large toll up to now.

    So is a smaller one of several events: "nine have died in air raids since the fighting began".
    """
    sentence = noted(doc).sentences[draft.sentence]
    verbs = {f.start - sentence.start for f in draft.facts}
    if sentence.parsed:
        verbs |= {sentence.heads[f.trigger] for f in draft.facts}  # "has cost 900 lives"
    pairs = enumerate(pairwise(sentence.lower), start=1)
    perfect = any(
        a in ("have", "has") and (b == "been" or i in verbs) and sentence.lower[max(0, i - 2)] != "to"
        for i, (a, b) in pairs  # but "claimed to have killed 30"
    )
    first = min((f.start for f in draft.facts), default=sentence.start) - sentence.start
    since = _counts_since(sentence, superlatives, first)
    if _toll(draft) >= LARGE or _is_of_masses(draft, masses):
        at_once = date is not None and date.precision in ("day", "days")
        of_one = _is_of_the_event(sentence, draft, at_once) or _is_of_one(sentence, draft)
        return since or (perfect and not of_one)
    return perfect and since and _toll(draft) > 1 and _is_of_several(sentence, draft)


def _is_of_the_event(sentence: Sentence, draft: Draft, at_once: bool) -> bool:
    """True for "the attack has claimed 26 lives" and "the toll of Sunday's attack has risen to 26", also of
    several attacks, where they were `at_once`."""
    told = [t for t in draft.triggers if t.form == "noun" and (at_once or not t.plural)]
    if not sentence.parsed:
        return False
    if any(fact.total for fact in draft.facts):
        return any(sentence.deps[t.head] == "pobj" for t in told)
    return any(sentence.deps[t.head] == "nsubj" for t in told if t.definite)


def _is_of_one(sentence: Sentence, draft: Draft) -> bool:
    """True for "have killed 24 people in an attack", "a bomber has killed 24", "gunmen have killed 24"."""
    if any(t.form == "noun" and not t.plural and _has_article(sentence, t.head) for t in draft.triggers):
        return True
    doers = [p for t in draft.triggers for p in t.agents] + [p for f in draft.facts for p in f.agents]
    return _toll(draft) <= _LARGE_FOR_A_MONTH and any(
        not p.names and (p.quantity.best == 1 or p.entry in _ATTACKERS) for p in doers
    )


def _has_article(sentence: Sentence, noun: int) -> bool:
    return sentence.parsed and any(
        sentence.lower[i] in _ONE and sentence.heads[i] == noun for i in range(max(0, noun - _PHRASE), noun)
    )


def _is_of_several(sentence: Sentence, draft: Draft) -> bool:
    """True where the events told are plural, apart from that since which they are counted."""
    first = sentence.lower.index("since")
    last = sentence.lower.index(",", first) if "," in sentence.lower[first:] else len(sentence)
    told = [t for t in draft.triggers if not first < t.start - sentence.start < last]
    return bool(told) and all(t.plural for t in told)


def _is_wide(doc: Doc, draft: Draft) -> bool:
    """ "14 people died in violence across the country": a toll of no one event that is told of."""
    if _toll(draft) <= 1 or any(t.form == "verb" or not t.plural for t in _attacks(draft)):
        return False
    sentence = noted(doc).sentences[draft.sentence]
    cues = within(noted(doc).names, sentence.start, sentence.end)
    return any(m.layer == "discourse" and m.entry == WIDE for m in cues)


def _attacks(draft: Draft) -> list[Trigger]:
    """The event words beside those that only tell of the dead."""
    spans = {(f.start, f.end) for f in draft.facts}
    return [t for t in draft.triggers if (t.start, t.end) not in spans]


def _is_of_a_year(draft: Draft, date: DateMention | None, place: PlaceMention | None) -> bool:
    """ "In 2021, police gunned down 48 Maoists in the division": a large toll of a year and of an area."""
    large = {"year": LARGE, "month": _LARGE_FOR_A_MONTH}.get(date.precision) if date else None
    if large is None or _toll(draft) < large:
        return False
    if place is not None and (
        place.place or (place.district and date is not None and date.precision == "month")
    ):
        return False
    return not _tells_of_one(draft)


def _goes_on_counting(
    doc: Doc, draft: Draft, date: DateMention | None, place: PlaceMention | None, before: Draft | None
) -> bool:
    """ "A total of 227 people were killed in the cities", right after a total that is not smaller."""
    if before is None or not before.aggregate or date is not None or place is not None:
        return False
    told, now = noted(doc).sentences[before.sentence], noted(doc).sentences[draft.sentence]
    if now.index - told.index != 1 or now.paragraph != told.paragraph or _tells_of_one(draft):
        return False
    more = LARGE < _toll(draft) <= _toll(before)
    return more or _is_of_them_all(before, draft) or _is_toll_of_all(before, draft)


def goes_on_about_total(total: Draft, draft: Draft) -> bool:
    """Whether a total tells more of the one before it: "nineteen civilians died", after a number of attacks,
    and the same number of dead, after a headline."""
    if not (total.aggregate and draft.aggregate) or total.family != draft.family:
        return False
    if _is_toll_of_all(total, draft):
        return True
    return _killed(total) == _killed(draft) > LARGE


def _killed(draft: Draft) -> int:
    return sum(p.quantity.best or 0 for f in draft.facts if f.effect == "killed" for p in f.people)


def _is_toll_of_all(before: Draft, draft: Draft) -> bool:
    """True for "nineteen civilians and eleven soldiers were killed", right after "they carried out 14 attacks
    in May", of which nobody's death was told."""
    many = before.count is not None and (before.count.best or 0) > 1
    lasted = before.date is not None and before.date.precision not in ("day", "days")
    if not (many and lasted) or _toll(before) or _toll(draft) <= 1 or _attacks(draft):
        return False
    return not any(p.definite or p.pronoun or p.other for f in draft.facts for p in f.people)


def _is_of_them_all(before: Draft, draft: Draft) -> bool:
    """True for "the attacks left 94 dead" after "132 attacks were carried out since May"."""
    nouns = [t for t in draft.triggers if t.form == "noun" and t.plural and t.definite]
    return before.count is not None and bool(nouns) and draft.family == before.family


def _tells_of_one(draft: Draft) -> bool:
    return any(t.form == "noun" and not t.plural for t in draft.triggers)


def _is_of_masses(draft: Draft, masses: Container[str]) -> bool:
    """True for "thousands of people", which is no number."""
    return any(p.quantity.vague in masses for f in draft.facts for p in f.people)


def _is_town(place: PlaceMention | None) -> bool:
    return place is not None and place.precision in ("place", "near")


def _toll(draft: Draft) -> int:
    people = sum(p.quantity.best or 0 for f in draft.facts for p in f.people)
    return people + sum(f.quantity.best or 0 for f in draft.facts if f.quantity is not None and not f.people)

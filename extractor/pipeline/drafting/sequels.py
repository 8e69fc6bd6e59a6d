"""What was before the news: "The blast came a day after gunmen killed four soldiers in Bannu", "A court
jailed two men on Monday for killing a judge in 2014"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from extractor.pipeline.drafting.drafts import Draft
from extractor.pipeline.mentions import DateMention
from extractor.pipeline.people.reading import NOUN_TAGS, Reading

# So many words may stand between "came" and "after": "came only two days after".
_REACH = 6
# So many words may lie between the event and the verb: "to life in prison for his part in the killing".
_CLIMB = 8
_BELOW_VERDICT = ("pcomp", "pobj", "prep", "dobj", "relcl", "nsubjpass", "acl")
_BEFORE = "dates/before_the_news"
_DAYS_BEFORE = "dates/days_before_the_news"
_CLAUSES = ("ROOT", "ccomp", "conj", "advcl", "relcl", "parataxis")


def earlier_from(
    reading: Reading, words: Mapping[str, frozenset[str]], nouns: set[int], events: Collection[int]
) -> range | None:
    """Where the sentence tells what was before the event that it is about, or None.

    That event is told by "it" or "this", by a noun for it at one of the positions `nouns`, or by any of its
    words for `events`: "gunmen shot two men hours after a bomb killed five". "The clash came after they were
    stopped" tells how it came about; "came hours after" tells of another event.
    """
    for verb in sorted(events):
        clause = _after_a_while(reading, words, verb)
        if clause is not None and any(event not in clause for event in events):
            return clause
    since = _since_when(reading, words, events) or _after_a_death(reading, words, events)
    if since is not None:
        return since
    leading = words["follows"] | words["came"] | words["happened"]
    for verb, word in enumerate(reading.lower):
        if word not in leading or not reading.is_verb(verb) or reading.deps[verb] not in _CLAUSES:
            continue
        subjects = reading.subjects(verb)
        by_pronoun = any(reading.lower[s] in words["this"] for s in subjects)
        known = by_pronoun or any(s in nouns or reading.lower[s] in words["happening"] for s in subjects)
        if not known and (word not in words["came"] or not _are_matters(reading, subjects)):
            continue
        if word in words["follows"] and not reading.is_passive(verb):
            return range(verb + 1, len(reading))
        between = reading.lower[verb + 1 : verb + 1 + _REACH]
        after = next((i for i, word in enumerate(between) if word in words["after"]), None)
        if after is None or "to" in between[:after]:  # "came to an end after"
            continue
        later = not words["time_spans"].isdisjoint(between[:after])
        if later or (by_pronoun and word in words["came"]):
            return range(verb + 1 + after, len(reading))
    return None


def _are_matters(reading: Reading, subjects: Collection[int]) -> bool:
    """True for "the discovery" and "the visit" that came a day after something, false for who came home."""
    return bool(subjects) and all(
        reading.tags[s] in ("NN", "NNS") and s not in reading.targets for s in subjects
    )


def _after_a_while(reading: Reading, words: Mapping[str, frozenset[str]], verb: int) -> range | None:
    """The clause of "hours after a bomb killed five", where `verb` is "killed"; what befell those told of
    before, "two days after he was abducted", is how it came about."""
    mark = reading.child(verb, "mark")
    if not mark or reading.lower[mark] not in words["after"]:
        return None
    if reading.lower[mark - 1] not in words["time_spans"]:
        return None
    if any(reading.tags[subject] == "PRP" for subject in reading.subjects(verb)):
        return None
    if reading.deps[verb] == "advcl":
        news = reading.heads[verb]
        return range(mark, len(reading) if news < verb else reading.rightmost(verb) + 1)
    joined = reading.child(verb, "conj")
    return range(mark, reading.leftmost(joined)) if joined and reading.is_verb(joined) else None


def _after_a_death(
    reading: Reading, words: Mapping[str, frozenset[str]], events: Collection[int]
) -> range | None:
    """The "after the killing of two herders" behind "a mob burned homes": what was before."""
    for noun in sorted(events):
        after = reading.heads[noun]
        if reading.lower[noun] not in words["deeds_by_name"] or reading.deps[noun] not in ("pobj", "pcomp"):
            continue
        if reading.lower[after] not in words["aftermath"] or not any(reading.prepositional(noun, "of")):
            continue
        clause = range(after, reading.rightmost(noun) + 1)
        if any(event not in clause for event in events):
            return clause
    return None


def _since_when(
    reading: Reading, words: Mapping[str, frozenset[str]], events: Collection[int]
) -> range | None:
    """The clause of "the worst since 30 January, when a bomber killed 84", with its date, and of "the
    deadliest since a man killed 26 in 2012"."""
    for since, word in enumerate(reading.lower):
        if word not in words["since"] or words["superlatives"].isdisjoint(reading.lower[:since]):
            continue
        for at in range(since + 2, min(len(reading), since + _REACH)):
            dated = any(i in reading.dates for i in range(since + 1, at))
            then = reading.lower[at - 1] == "," and reading.lower[at] in words["on_which"]
            if dated and then and any(event > at for event in events):
                return range(since + 1, len(reading))
        harm = [event for event in events if reading.is_verb(event) and _is_under(reading, event, since)]
        if harm and any(event < since for event in events):
            return range(since + 1, len(reading))
    return None


def _is_under(reading: Reading, event: int, since: int) -> bool:
    """Whether a word for an event stands in the clause or phrase that "since" begins."""
    i = event
    while reading.heads[i] != i and i != since:
        if reading.child(i, "mark") == since:
            return True
        i = reading.heads[i]
    return i == since


def judged_from(
    reading: Reading, words: Mapping[str, frozenset[str]], events: Iterable[int], by_law: Collection[int]
) -> int | None:
    """Where the sentence goes on to the deed that somebody is sentenced, held or mourned for, or None;
    `events` are the positions of its words for events, `by_law` those of its words for arrests."""
    found = (_judged_for(reading, words, event, by_law) for event in events)
    return min((at for at in found if at is not None), default=None)


def _judged_for(
    reading: Reading, words: Mapping[str, frozenset[str]], event: int, by_law: Collection[int]
) -> int | None:
    """The position of the "for" between the verb for what a court does, or for an arrest, and the event; or
    of the event where it is what the sentenced are known by: "a gunman who killed nine was sentenced"."""
    i, position = event, None
    for _ in range(_CLIMB):
        label, up = reading.deps[i], reading.heads[i]
        if label not in _BELOW_VERDICT or up == i:
            return None
        i = up
        if reading.lower[i] in words["judged_for"]:
            position = i
        elif label == "relcl" and position is None:
            position = event
        if position is not None and _comes_later(reading, words, i):
            return position
        named = reading.deps[i] == "acl" and reading.lower[i] in words["accused"]
        if (
            reading.is_verb(i) and reading.deps[i] != "pcomp" and not named
        ):  # "convicted of planning the bombing"
            held = i in by_law and position is not None and _is_reason(reading, words, position)
            return position if held or _is_verdict(reading, words, i) else None
    return None


def goes_on_after(reading: Reading, deed: int) -> int | None:
    """Where the clause goes on whose subject speaks of the `deed`: "the trial of two men for the murder of a
    judge began today", "those who look into the killing will report this week"."""
    i = deed
    while reading.heads[i] != i:
        if reading.deps[i] in ("nsubj", "nsubjpass") and reading.heads[i] > deed:
            return reading.heads[i]
        i = reading.heads[i]
    return None


def _is_reason(reading: Reading, words: Mapping[str, frozenset[str]], position: int) -> bool:
    """True for what somebody is held "for", and "in connection" with what, "on charges" of what."""
    if reading.lower[position] in words["held_for"]:
        return True
    return any(reading.lower[c] in words["held_on"] for c in reading.children[position])


def _is_verdict(reading: Reading, words: Mapping[str, frozenset[str]], verb: int) -> bool:
    """True for "jailed two men" and for "handed two men life sentences", "gave them 20-year terms"."""
    if reading.lower[verb] in words["judged"]:
        return True
    given = (j for j in reading.objects(verb) if reading.tags[j] in NOUN_TAGS)
    return any(reading.lower[j] in words["verdicts"] for j in given)


def _comes_later(reading: Reading, words: Mapping[str, frozenset[str]], i: int) -> bool:
    """True for "trial" and "anniversary", for "went on trial" and for "attended a funeral"."""
    lower = reading.lower
    if lower[i] in words["trials"] or lower[i] in words["commemorations"]:
        return True
    if any(lower[j] in words["trials"] for j in reading.prepositional(i, "on")):
        return True
    held = (*reading.subjects(i), *reading.objects(i)) if reading.is_verb(i) else ()
    return any(lower[j] in words["commemorations"] for j in held)


def part_at(drafts: list[Draft], position: int, clause: range) -> None:
    """Set apart what the sentence at the Doc `position` tells in a clause: it was before the news, which
    comes first."""
    start, stop = position + clause.start, position + clause.stop
    for draft in drafts:
        if start <= draft.start < stop:
            draft.earlier, draft.background, draft.new = True, True, True
            draft.own_end = stop
        elif draft.start < start:
            draft.own_end = start
        else:
            draft.own_start, draft.new = stop, False
    drafts.sort(key=lambda draft: draft.earlier)


def date_before(
    news: DateMention | None, own: DateMention | None, position: int, days: int | None = None
) -> DateMention | None:
    """The date of what was before the news: its own where it stands after the Doc position, else the day so
    many `days` before the news, else some day up to that of the news."""
    if own is not None and own.start >= position:
        return own
    if news is None or news.end_date is None:
        return None
    if days and news.start_date == news.end_date:
        day = news.end_date - dt.timedelta(days=days)
        return replace(news, start_date=day, end_date=day, basis="relative", rule=_DAYS_BEFORE)
    return replace(
        news,
        start=position,
        end=position + 1,
        start_date=None,
        precision="period",
        basis="relative",
        kind="period",
        rule=_BEFORE,
    )


def is_before_news(event: Draft) -> bool:
    """True for what was before the news on no day that is told: what the text goes on with is the news."""
    return event.earlier and (event.date is None or event.date.rule == _BEFORE)

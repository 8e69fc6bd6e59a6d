"""What was before the news: "The blast came a day after gunmen killed four soldiers in Bannu", "A court
jailed two men on Monday for killing a judge in 2014"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from extractor.pipeline.drafting.drafts import Draft
from extractor.pipeline.mentions import DateMention
from extractor.pipeline.people.reading import Reading

# So many words may stand between "came" and "after": "came only two days after".
_REACH = 6
# So many words may lie between the event and the verb: "to life in prison for his part in the killing".
_CLIMB = 8
_BELOW_VERDICT = ("pcomp", "pobj", "prep", "dobj", "relcl", "nsubjpass")
_BEFORE = "dates/before_the_news"
_CLAUSES = ("ROOT", "ccomp", "conj", "advcl", "relcl", "parataxis")


def earlier_from(reading: Reading, words: Mapping[str, frozenset[str]], events: set[int]) -> int | None:
    """Where the sentence goes on to what was before the event that it begins with, or None.

    That event is told by "it" or "this", or by a noun for it at one of the positions `events`. "The clash
    came after they were stopped" tells how it came about; "came hours after" tells of another event.
    """
    leading = words["follows"] | words["came"] | words["happened"]
    for verb, word in enumerate(reading.lower):
        if word not in leading or not reading.is_verb(verb) or reading.deps[verb] not in _CLAUSES:
            continue
        subjects = reading.subjects(verb)
        by_pronoun = any(reading.lower[s] in words["this"] for s in subjects)
        if not by_pronoun and not any(
            s in events or reading.lower[s] in words["happening"] for s in subjects
        ):
            continue
        if word in words["follows"] and not reading.is_passive(verb):
            return verb + 1
        between = reading.lower[verb + 1 : verb + 1 + _REACH]
        after = next((i for i, word in enumerate(between) if word in words["after"]), None)
        if after is None or "to" in between[:after]:  # "came to an end after"
            continue
        later = not words["time_spans"].isdisjoint(between[:after])
        if later or (by_pronoun and word in words["came"]):
            return verb + 1 + after
    return None


def judged_from(reading: Reading, words: Mapping[str, frozenset[str]], events: Iterable[int]) -> int | None:
    """Where the sentence goes on to the deed that somebody is sentenced for, or None; `events` are the
    positions of its words for events."""
    found = (_judged_for(reading, words, event) for event in events)
    return min((at for at in found if at is not None), default=None)


def _judged_for(reading: Reading, words: Mapping[str, frozenset[str]], event: int) -> int | None:
    """The position of the "for" between the verb for what a court does and the event, or of the event where
    it is what the sentenced are known by: "a gunman who killed nine was sentenced"."""
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
        if reading.is_verb(i):
            return position if reading.lower[i] in words["judged"] else None
    return None


def part_at(drafts: Iterable[Draft], position: int) -> None:
    """Set apart what the sentence tells from the Doc position on: it was before what it begins with."""
    for draft in drafts:
        if draft.start >= position:
            draft.earlier, draft.background, draft.new = True, True, True
        else:
            draft.own_end = position


def date_before(news: DateMention | None, own: DateMention | None, position: int) -> DateMention | None:
    """The date of what was before the news: its own where it stands after the Doc position, else some day
    up to that of the news."""
    if own is not None and own.start >= position:
        return own
    if news is None or news.end_date is None:
        return None
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

"""What a state's forces did, apart from the attacks that it is told beside."""

from __future__ import annotations

from dataclasses import replace

from extractor.pipeline.drafting.drafts import Draft
from extractor.pipeline.drafting.totals import LARGE
from extractor.pipeline.telling.facts import Fact
from extractor.pipeline.telling.triggers import Trigger


def by_doer(draft: Draft) -> list[Draft]:
    """ "957 died in attacks, with forces killing 150 militants": the state's toll stands by itself."""
    if draft.count is not None or len(draft.facts) < 2:
        return [draft]
    by_state = [
        f
        for f in draft.facts
        if f.people
        and f.agents
        and all(a.group == "security" for a in f.agents)
        and all(p.group == "militant" for p in f.people)
    ]
    others = [f for f in draft.facts if f not in by_state]
    if not by_state or not others or sum(p.quantity.best or 0 for f in by_state for p in f.people) <= LARGE:
        return [draft]
    first = by_state[0]
    state = draft.apart(start=first.start, end=first.end, facts=by_state, triggers=[], new=True)
    triggers = [t for t in draft.triggers if not does(t, first)]
    spans = [(f.start, f.end) for f in others] + [(t.start, t.end) for t in triggers]
    start, end = min(spans)
    return [replace(draft, start=start, end=end, facts=others, triggers=triggers), state]


def does(trigger: Trigger, fact: Fact) -> bool:
    """True where the trigger's words are the fact's."""
    return trigger.start < fact.end and fact.start < trigger.end

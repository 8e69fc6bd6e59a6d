"""What a state's forces did, apart from the attacks that it is told beside."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from extractor.lexicon.lexicon import Lexicon
from extractor.pipeline.drafting.drafts import Draft
from extractor.pipeline.drafting.totals import LARGE
from extractor.pipeline.mentions import NameMention
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


class OtherDoers:
    """Tells whether an event was done by others than a passage tells of.

    So "the ELN dynamited a pipeline", after an attack by the FARC, and "Turkish air strikes killed nine",
    after Syrian troops shelled a town, are other events. Both are told as done by somebody, to somebody or
    something; those who fight each other do so in one.
    """

    def __init__(self, lexicon: Lexicon, draft: Draft) -> None:
        self._lexicon = lexicon
        apart = draft.attack.category != "clash" and not any(t.sides for t in draft.triggers)
        told = (
            [(who, who(lexicon, draft)) for who in (_groups, _nations)] if apart and _does_harm(draft) else []
        )
        self._told = [(who, now) for who, now in told if now]

    def than(self, event: Draft) -> bool:
        """True where the event was done by others."""
        if not self._told or event.attack.category == "clash" or any(t.sides for t in event.triggers):
            return False
        befores = ((who(self._lexicon, event), now) for who, now in self._told)
        return any(before and not before & now for before, now in befores)


def _groups(_: Lexicon, draft: Draft) -> set[str]:
    """The entries of the groups that a draft's words say did it."""
    return {name.entry for name in _names_of_doers(draft) if name.layer == "groups"}


def _nations(lexicon: Lexicon, draft: Draft) -> set[str]:
    """The nations whose forces a draft's words say did it."""
    forces = {name.entry for name in _names_of_doers(draft) if name.layer == "forces"}
    known = {country for force in forces & lexicon.names.keys() for country in lexicon.names[force].countries}
    # names put together from a country and a word for a force begin with the country's code
    return known | {force.partition("_")[0].upper() for force in forces - lexicon.names.keys()}


def _names_of_doers(draft: Draft) -> Iterator[NameMention]:
    told = (*(p for t in draft.triggers for p in t.agents), *(p for f in draft.facts for p in f.agents))
    return (name for people in told for name in people.names)


def _does_harm(draft: Draft) -> bool:
    """True where a verb says that it was done to somebody or something; "the attack" may be the one told."""
    hit = any(t.form == "verb" and (t.things or t.patients) for t in draft.triggers)
    named = any(t.agents for t in draft.triggers)
    return hit or any(f.people and (f.agents or named) for f in draft.facts)


def does(trigger: Trigger, fact: Fact) -> bool:
    """True where the trigger's words are the fact's."""
    return trigger.start < fact.end and fact.start < trigger.end

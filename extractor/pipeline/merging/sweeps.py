"""What state forces did in many operations at once: one total, whatever befell those they were after."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.lexicon.lexicon import Lexicon
from extractor.pipeline.drafting.drafts import ATTACK, Draft

_OPERATION = "search_operation"
_PARTS = ("arrest", "operation")


def join_sweeps(lexicon: Lexicon, events: Sequence[Draft]) -> list[Draft]:
    """The events, where "forces killed 1,090 militants and arrested 2,470 in 3,900 operations" is one."""
    joined: list[Draft] = []
    hosts = {event.sentence: event for event in events if event.aggregate and _is_by_state(event)}
    for event in events:
        host = hosts.get(event.sentence)
        if host is None or not event.aggregate or event.family not in _PARTS:
            joined.append(event)
            continue
        host.absorb(event)
        host.count = host.count or event.count
        if _kills_only_militants(host):
            host.attack = lexicon.attack_types[_OPERATION]
    return joined


def _is_by_state(event: Draft) -> bool:
    """True for a total of people whom state forces killed; militants by nobody that is told of too."""
    killed = [f for f in event.facts if f.effect == "killed"]
    agents = [p for f in killed for p in f.agents]
    if event.family != ATTACK or not killed or any(p.group != "security" for p in agents):
        return False
    return bool(agents) or _kills_only_militants(event)


def _kills_only_militants(event: Draft) -> bool:
    people = [p for f in event.facts if f.effect == "killed" for p in f.people]
    return bool(people) and all(p.group == "militant" for p in people)

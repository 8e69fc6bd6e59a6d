"""Which side people are on: by what they are called and by the names that the phrase tells."""

from __future__ import annotations

from collections.abc import Iterable

from extractor.lexicon.lexicon import Lexicon
from extractor.pipeline.mentions import NameMention
from extractor.records import CasualtyGroup

# Leaders and secretaries of an armed group belong to it.
OF_GROUPS = ("politician", "government_official")

# An armed group's "soldiers" are its fighters.
_SOLDIERS = ("military",)

# The kinds of groups whose members bear arms.
_ARMED = ("armed_group", "criminal_group")

# What people are of a place, a village or a town.
OFFICES = (*OF_GROUPS, "village_head", "judge")

# Drivers, guards, cooks and clerks are of the side that they work for.
STAFF = ("worker",)
OF_EMPLOYERS = ("occupation", *STAFF)


class Sides:
    """Tells militants, security forces and civilians apart."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def most_telling_first(self, names: Iterable[NameMention]) -> tuple[NameMention, ...]:
        """ "The Naxal outfit TPC" is the TPC: names of sets such as "Naxals" come last."""
        known = self._lexicon.names
        each = dict.fromkeys(names)
        return tuple(sorted(each, key=lambda name: name.entry in known and known[name.entry].generic))

    def group(self, entry: str | None, names: tuple[NameMention, ...], word: str) -> CasualtyGroup:
        """The side of people of a kind, with these names; `word` is what they are called."""
        if entry in (*OF_GROUPS, *_SOLDIERS) and any(self._is_armed(name) for name in names):
            return "militant"
        if entry in OF_GROUPS and any(name.layer == "forces" for name in names):
            return "security"  # "an official of the Levies Force"
        if names and word in self._lexicon.everyday and not any(self._may_fight(name) for name in names):
            return "civilian"  # "a member of the party"
        if entry is not None:
            target = self._lexicon.targets[entry]
            if (
                target.casualty_group != "civilian"
                or target.actor_kind is not None
                or entry not in ("person",)
            ):
                return target.casualty_group
        for name in names:
            if name.layer == "groups":
                return "militant"
            if name.layer == "forces":
                return "security"
        return "civilian"

    def _is_armed(self, name: NameMention) -> bool:
        entry = self._lexicon.names.get(name.entry)
        return name.layer == "groups" and (entry is None or entry.kind in _ARMED)

    def _may_fight(self, name: NameMention) -> bool:
        return name.layer == "forces" or self._is_armed(name)

    def now(self, before: list[str], group: CasualtyGroup) -> CasualtyGroup:
        """ "A former militant" is one of the people again."""
        former = not self._lexicon.words["former"].isdisjoint(before)
        return "civilian" if group == "militant" and former else group

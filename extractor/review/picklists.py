"""What can be chosen in a form: the entries of the patterns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from extractor.lexicon.lexicon import Lexicon, load_lexicon
from extractor.records import ActorKind, Category, TargetKind


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose: the id that is kept, and the name that is shown."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Named:
    """A group, force or party."""

    id: str
    name: str
    kind: ActorKind


class PickLists:
    """The lexicon as lists, read when they are first asked for."""

    def __init__(self, patterns: Path | None = None) -> None:
        self._patterns = patterns

    @cached_property
    def lexicon(self) -> Lexicon:
        """The patterns, with the user's own laid over them."""
        return load_lexicon((self._patterns,) if self._patterns else ())

    @cached_property
    def types(self) -> dict[Category, list[Choice]]:
        """The event types of each category."""
        found: dict[Category, list[Choice]] = {}
        for entry in self.lexicon.attack_types.values():
            found.setdefault(entry.category, []).append(Choice(entry.id, entry.name))
        return {category: found[category] for category in sorted(found)}

    @cached_property
    def names(self) -> list[Named]:
        """Groups, forces and parties by name."""
        entries = self.lexicon.names.values()
        return sorted((Named(e.id, e.name, e.kind) for e in entries), key=lambda named: named.name)

    @cached_property
    def targets(self) -> list[Choice]:
        """The types of people and things."""
        types = {e.type or e.id for e in self.lexicon.targets.values()}
        return [Choice(each, each.replace("_", " ")) for each in sorted(types)]

    @cached_property
    def weapons(self) -> list[Choice]:
        """The types of weapons."""
        return [Choice(e.id, e.name) for e in self.lexicon.weapons.values()]

    def category_of(self, event_type: str) -> Category | None:
        """The category of an event type, None for a type that there is not."""
        entry = self.lexicon.attack_types.get(event_type)
        return entry.category if entry else None

    def named(self, who: str) -> Named | None:
        """The group, force or party of that id or name."""
        return self._by_id.get(who) or self._by_name.get(who.casefold())

    def target_kind(self, type_: str) -> TargetKind | None:
        """Whether a type is of people or of things."""
        for entry in self.lexicon.targets.values():
            if type_ in (entry.id, entry.type):
                return entry.kind
        return None

    def weapon_name(self, type_: str) -> str:
        """A type's name, to stand where the article's words are not known."""
        entry = self.lexicon.weapons.get(type_)
        return entry.name if entry else type_

    def entry_of(self, words: str, layers: Sequence[str]) -> str | None:
        """The id of the entry of one of `layers` that `words` tell of: the longest wording among them."""
        parts = words.split()
        for length in range(len(parts), 0, -1):
            for start in range(len(parts) - length, -1, -1):  # the head of a noun phrase stands last
                wording = " ".join(parts[start : start + length]).strip(".,;:'\"“”‘’()")
                senses = (
                    *self.lexicon.exact.get(wording, ()),
                    *self.lexicon.wordings.get(wording.lower(), ()),
                )
                for sense in senses:
                    if sense.layer in layers and not sense.tail:
                        return sense.entry
        return None

    @cached_property
    def _by_id(self) -> dict[str, Named]:
        return {named.id: named for named in self.names}

    @cached_property
    def _by_name(self) -> dict[str, Named]:
        return {named.name.casefold(): named for named in self.names}

"""Violence at protests: of a state's forces, which is done to those who protest, and of a crowd with them."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from extractor.lexicon.entries import AttackType
from extractor.lexicon.lexicon import Lexicon
from extractor.pipeline.drafting.drafts import Draft, names_beside
from extractor.pipeline.recording.evidence import EvidenceBook
from extractor.records import Actor, Target

_PROTEST = "protest"
_CROWD_AND_FORCES = {"crowd", "state_force"}
_ARMED_VICTIMS = frozenset({"security", "militant"})


class ProtestReader:
    """Tells the type of an event at a protest from that of the same deed elsewhere."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def type_of(
        self, doc: Doc, draft: Draft, actors: Sequence[Actor], targets: Sequence[Target], book: EvidenceBook
    ) -> AttackType:
        """The draft's type, or its `at_protest` where forces of a state alone did it to people at a protest,
        or its `by_crowd` where they and a crowd clashed.

        Adds the words that tell of the protest to the evidence of the type.
        """
        kinds = {actor.kind for actor in actors}
        if draft.attack.by_crowd and kinds == _CROWD_AND_FORCES:
            return self._lexicon.attack_types[draft.attack.by_crowd]
        other = draft.attack.at_protest
        doers = {actor.kind for actor in actors if actor.role == "perpetrator"}
        if other is None or doers != {"state_force"} or self._is_armed(targets):
            return draft.attack
        for mention in names_beside(doc, draft):
            if mention.layer == "discourse" and self._lexicon.discourse[mention.entry].group == _PROTEST:
                book.add("event_type", mention.start, mention.end, mention.rule)
                return self._lexicon.attack_types[other]
        return draft.attack

    def _is_armed(self, targets: Sequence[Target]) -> bool:
        known = self._lexicon.targets
        return any(t.type in known and known[t.type].casualty_group in _ARMED_VICTIMS for t in targets)

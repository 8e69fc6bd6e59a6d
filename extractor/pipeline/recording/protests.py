"""Violence of a state's forces at a protest: whatever the words, it is done to those who protest."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from extractor.lexicon.entries import AttackType
from extractor.lexicon.lexicon import Lexicon
from extractor.pipeline.drafting.drafts import Draft, names_beside
from extractor.pipeline.recording.evidence import EvidenceBook
from extractor.records import Actor, Target

_PROTEST = "protest"
_ARMED_VICTIMS = frozenset({"security", "militant"})


class ProtestReader:
    """Tells the type of an event at a protest from that of the same deed elsewhere."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def type_of(
        self, doc: Doc, draft: Draft, actors: Sequence[Actor], targets: Sequence[Target], book: EvidenceBook
    ) -> AttackType:
        """The draft's type, or its `at_protest` where forces of a state alone did it to people at a protest.

        Adds the words that tell of the protest to the evidence of the type.
        """
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

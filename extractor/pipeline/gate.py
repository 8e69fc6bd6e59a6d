"""The gate: which sentences can tell of an event, found by cheap matching alone."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from extractor.lexicon.lexicon import Lexicon, open_lexicon
from extractor.pipeline.cues import Hit, WordingMatcher
from extractor.pipeline.lookup import body_token

TRIGGER_LAYERS = ("attack_types", "tolls")


class Gate:
    """Fills `doc._.cues` with the hits of event words; a Doc without any passes the later steps by."""

    def __init__(self, nlp: Language, lexicon: Lexicon) -> None:
        self._matcher = WordingMatcher(nlp, lexicon, TRIGGER_LAYERS)

    def __call__(self, doc: Doc) -> Doc:
        first = body_token(doc)
        doc._.cues = sorted((hit for hit in self._matcher.hits(doc) if hit.start >= first), key=_position)
        return doc


def _position(hit: Hit) -> tuple[int, int, str, str]:
    return hit.start, -hit.end, hit.sense.layer, hit.sense.entry


def open_sentences(doc: Doc) -> list[int]:
    """Numbers of the sentences that the gate lets through, in order."""
    starts = [hit.start for hit in doc._.cues]
    found, i = [], 0
    for sentence in doc._.sentences:
        while i < len(starts) and starts[i] < sentence.start:
            i += 1
        if i < len(starts) and starts[i] < sentence.end:
            found.append(sentence.index)
    return found


@Language.factory("extractor_gate", default_config={"patterns": []}, assigns=["doc._.cues"])
def make_gate(nlp: Language, name: str, patterns: list[str]) -> Gate:
    """The component; `patterns` are folders laid over those of the package."""
    return Gate(nlp, open_lexicon(patterns))

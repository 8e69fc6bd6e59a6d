"""The gate: which sentences can tell of an event, found by cheap matching alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from extractor.articles.wording import Wording, load_wording
from extractor.lexicon.lexicon import Lexicon, open_lexicon
from extractor.pipeline.cues import Hit, WordingMatcher
from extractor.pipeline.lookup import body_token
from extractor.pipeline.notes import noted
from extractor.pipeline.tokens import tokens_of

# A line of a page's furniture is told by so many characters at its start.
_LINE_START = 80
TRIGGER_LAYERS = ("attack_types", "tolls")


class Gate:
    """Fills `doc._.cues` with the hits of event words; a Doc without any passes the later steps by."""

    def __init__(self, nlp: Language, lexicon: Lexicon, wording: Wording) -> None:
        self._matcher = WordingMatcher(nlp, lexicon, TRIGGER_LAYERS)
        self._wording = wording

    def __call__(self, doc: Doc) -> Doc:
        first = body_token(doc)
        hits = sorted((hit for hit in self._matcher.hits(doc) if hit.start >= first), key=_position)
        noted(doc).cues = list(self._of_the_article(doc, hits))
        noted(doc).passed_by = not noted(doc).cues
        return doc

    def _of_the_article(self, doc: Doc, hits: Iterable[Hit]) -> Iterator[Hit]:
        """The hits without those of a page's furniture: "ALSO READ: Two shot dead in Herat"."""
        tokens = tokens_of(doc)
        line, looked_to, is_furniture = -1, 0, False
        for hit in hits:
            start = tokens.text.rfind("\n", looked_to, tokens.starts[hit.start]) + 1
            looked_to = tokens.starts[hit.start]
            if start > line:
                line = start
                told = tokens.text[start : start + _LINE_START].partition("\n")[0]
                is_furniture = self._wording.is_boilerplate(told)
            if not is_furniture:
                yield hit


def _position(hit: Hit) -> tuple[int, int, str, str]:
    return hit.start, -hit.end, hit.sense.layer, hit.sense.entry


def open_sentences(doc: Doc) -> list[int]:
    """Numbers of the sentences that the gate lets through, in order."""
    starts = [hit.start for hit in noted(doc).cues]
    found, i = [], 0
    for sentence in noted(doc).sentences:
        while i < len(starts) and starts[i] < sentence.start:
            i += 1
        if i < len(starts) and starts[i] < sentence.end:
            found.append(sentence.index)
    return found


@Language.factory("extractor_gate", default_config={"patterns": []}, assigns=["doc._.cues"])
def make_gate(nlp: Language, name: str, patterns: list[str]) -> Gate:
    """The component; `patterns` are folders laid over those of the package."""
    return Gate(nlp, open_lexicon(patterns), load_wording(Path(patterns[-1]) if patterns else None))

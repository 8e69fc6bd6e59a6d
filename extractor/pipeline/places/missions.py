"""Embassies and ambassadors: their nation is the one country where they are not."""

from __future__ import annotations

from spacy.tokens import Doc

from extractor.pipeline.notes import noted

_MISSIONS = frozenset({"embassy", "diplomat"})


def nations_of_missions(doc: Doc) -> set[int]:
    """The positions of the nations that embassies and ambassadors are of: "the Soviet Embassy"."""
    names = noted(doc).names
    missions = {m.start for m in names if m.layer == "targets" and m.entry in _MISSIONS}
    return missions | {m.start for m in names if m.layer == "demonyms" and m.end in missions}

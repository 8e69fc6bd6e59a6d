"""What a draft must have to be an event of political violence, and not sport, business or film."""

from __future__ import annotations

from spacy.tokens import Doc

from extractor.lexicon.lexicon import Lexicon
from extractor.pipeline.drafts import ATTACK, Draft


def is_supported(draft: Draft, doc: Doc, lexicon: Lexicon) -> bool:
    """True where more than one word says that this is a violent event."""
    if draft.background and not (draft.facts and draft.date):
        return False
    if draft.family == "threat":
        return _has_group(draft)
    if draft.family == ATTACK and draft.attack.rank <= 10 and not draft.facts:
        return _has_group(draft) or _armed(draft, lexicon) or _with_weapon(draft, doc)
    return True


def _has_group(draft: Draft) -> bool:
    return bool(draft.claims) or any(p.names for t in draft.triggers for p in (*t.agents, *t.sides, *t.patients))


def _with_weapon(draft: Draft, doc: Doc) -> bool:
    inside = [doc._.sentences[n] for n in draft.sentences]
    return any(m.layer == "weapons" and any(s.start <= m.start < s.end for s in inside) for m in doc._.names)


def _armed(draft: Draft, lexicon: Lexicon) -> bool:
    people = [p for t in draft.triggers for p in (*t.agents, *t.sides)]
    return any(p.entry and lexicon.targets[p.entry].actor_kind not in (None, "crowd") for p in people)

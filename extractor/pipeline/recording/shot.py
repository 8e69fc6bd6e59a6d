"""People who were shot: what that is said of them supports."""

from __future__ import annotations

from spacy.tokens import Doc

from extractor.pipeline.notes import noted
from extractor.pipeline.people.voice import was_done
from extractor.pipeline.telling.triggers import Trigger

FIREARM = "firearm"


def were_shot(doc: Doc, trigger: Trigger) -> bool:
    """True for "two students were shot"; a couple that somebody "shot" may have stood before a camera."""
    if trigger.attack.weapon != FIREARM or trigger.form != "verb" or not trigger.patients:
        return False
    return was_done(noted(doc).sentences[trigger.sentence], trigger.head)

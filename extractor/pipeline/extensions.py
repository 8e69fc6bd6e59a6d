"""The Doc extensions through which the steps speak to one another."""

from __future__ import annotations

from spacy.tokens import Doc

# Name → what a Doc starts with; lists are made anew for each Doc by the step that fills them.
_EXTENSIONS = (
    "areas",
    "article",
    "article_country",
    "body_start",
    "cues",
    "dates",
    "dropped",
    "events",
    "facts",
    "groups_named",
    "mentions",
    "names",
    "people",
    "places",
    "published",
    "roles",
    "sentence_of",
    "sentences",
    "traces",
)


def register() -> None:
    """Register the extensions, once a process."""
    for name in _EXTENSIONS:
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=None)

"""What the steps note of a Doc for one another, and for users as `doc._.events`, `doc._.places` and so on.

The notes are one typed record, since spaCy makes an object for each time that `doc._` is asked for.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from functools import partial
from typing import TYPE_CHECKING, Any

from spacy.tokens import Doc

if TYPE_CHECKING:
    import datetime as dt

    from extractor.pipeline.cues import Hit
    from extractor.pipeline.dates.anchors import DateAnchors
    from extractor.pipeline.drafting.drafts import Draft
    from extractor.pipeline.mentions import DateMention, Dropped, NameMention, PlaceMention
    from extractor.pipeline.people.phrase import People
    from extractor.pipeline.people.reference import GroupsNamed
    from extractor.pipeline.sentences import Sentence
    from extractor.records import ArticleRef, EventRecord

_KEY = "extractor.notes"


@dataclass(slots=True)
class Notes:
    """What is known of a Doc so far; a step that has not run leaves its fields empty.

    `published` is the day that dates count from, `body_start` the character offset at which title and
    headers end. `passed_by` says that no event can come of the text: the later steps leave it alone.
    `sentence_of` is the number of the sentence that each token stands in, `items` where the second and every
    further item of a round-up begins. Mentions are in order of
    position.
    """

    article: ArticleRef | None = None
    published: dt.date | None = None
    body_start: int = 0
    passed_by: bool = False
    sentences: list[Sentence] = field(default_factory=list)
    sentence_of: list[int] = field(default_factory=list)
    cues: list[Hit] = field(default_factory=list)
    names: list[NameMention] = field(default_factory=list)
    places: list[PlaceMention] = field(default_factory=list)
    areas: list[PlaceMention] = field(default_factory=list)
    items: list[int] = field(default_factory=list)
    article_country: str | None = None
    implied_place: PlaceMention | None = None
    dates: list[DateMention] = field(default_factory=list)
    date_anchors: DateAnchors | None = None
    groups_named: GroupsNamed | None = None
    roles: dict[str, People] = field(default_factory=dict)
    events: list[EventRecord] = field(default_factory=list)
    traces: list[Draft] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)


def noted(doc: Doc) -> Notes:
    """The notes of a Doc, to be read and written."""
    known: Notes | None = doc.user_data.get(_KEY)
    if known is None:
        known = doc.user_data[_KEY] = Notes()
    return known


def _get(doc: Doc, *, name: str) -> Any:
    return getattr(noted(doc), name)


def _set(doc: Doc, value: Any, *, name: str) -> None:
    setattr(noted(doc), name, value)


for _name in (each.name for each in fields(Notes)):
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, getter=partial(_get, name=_name), setter=partial(_set, name=_name))

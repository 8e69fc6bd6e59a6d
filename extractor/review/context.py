"""What every page needs: the desk, the pick-lists, who is reviewing, and how a page is made of a template."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, get_args
from urllib.parse import parse_qsl, quote, unquote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse

from extractor.records import (
    ActorKind,
    ActorRole,
    Attribution,
    DateBasis,
    DatePrecision,
    LocationPrecision,
    Status,
)
from extractor.review.desk import Desk
from extractor.review.fields import GROUPS, TOLLS, Fields
from extractor.review.filters import REVIEWED, SORTS, Filters
from extractor.review.highlight import colour_of, shown_date, shown_place, shown_toll
from extractor.review.picklists import PickLists
from extractor.review.places import PlaceSearch, described
from extractor.review.words import ASSIGNABLE, Words

HERE: Final = Path(__file__).parent
NAME_COOKIE: Final = "extractor-reviewer"
_LONGEST_NAME = 40
_CHOICES: Final = {
    "statuses": get_args(Status),
    "kinds": get_args(ActorKind),
    "roles": get_args(ActorRole),
    "attributions": get_args(Attribution),
    "date_precisions": get_args(DatePrecision),
    "date_bases": get_args(DateBasis),
    "precisions": get_args(LocationPrecision),
    "tolls": TOLLS,
    "groups": GROUPS,
    "assignable": ASSIGNABLE,
    "reviewed_choices": REVIEWED,
    "sorts": SORTS,
}


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= _CHOICES
    environment.filters |= {
        "colour": colour_of,
        "toll": shown_toll,
        "date": shown_date,
        "place": shown_place,
        "described": described,
        "words": lambda value: str(value).replace("_", " "),
    }
    return environment


@dataclass(frozen=True, slots=True)
class Room:
    """Everything that pages are made from. `reviewer` is who it is until somebody gives another name."""

    desk: Desk
    lists: PickLists
    places: PlaceSearch
    words: Words
    fields: Fields
    reviewer: str
    templates: Environment = field(default_factory=_environment)

    @classmethod
    def open(cls, desk: Desk, reviewer: str, patterns: Path | None = None) -> Room:
        """A room for a desk, with the user's own patterns laid over ours."""
        lists, places = PickLists(patterns), PlaceSearch(patterns)
        return cls(
            desk, lists, places, Words(lists, places, patterns), Fields(lists, places), proper_name(reviewer)
        )

    def who(self, request: Request) -> str:
        """The reviewer who asks."""
        return proper_name(unquote(request.cookies.get(NAME_COOKIE, ""))) or self.reviewer

    def page(self, request: Request, template: str, status: int = 200, **values: Any) -> HTMLResponse:
        """A template filled in; every page knows who is reviewing."""
        given = {
            "reviewer": self.who(request),
            "blind": self.desk.blind,
            "events": self.desk.file.path.name,
            "here": request.url.path,
            **values,
        }
        return HTMLResponse(self.templates.get_template(template).render(given), status)


def proper_name(given: str) -> str:
    """A reviewer's name as the log keeps it: printable, without white space around it, not too long."""
    return "".join(c for c in given if c.isprintable()).strip()[:_LONGEST_NAME]


def name_cookie(name: str) -> str:
    """A name as a cookie can hold it."""
    return quote(name, safe="")


def filters_of(request: Request) -> Filters:
    """The filters in the address."""
    return Filters.read(request.query_params)


async def form_of(request: Request) -> Mapping[str, str]:
    """What a form sent. Nothing here is a file."""
    body = (await request.body()).decode("utf-8", "replace")
    return dict(parse_qsl(body, keep_blank_values=True))


def today() -> dt.date:
    """The day, for names of downloads."""
    return dt.datetime.now(dt.UTC).date()

"""The application: addresses and who answers them."""

from __future__ import annotations

from collections.abc import Iterable

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from extractor.review.acts import Acts
from extractor.review.context import HERE, Room
from extractor.review.downloads import Downloads
from extractor.review.overview import Overview
from extractor.review.pages import Pages
from extractor.review.security import Guard


class _Assets(StaticFiles):
    """Our own scripts, styles and outlines; the browser asks whether they have changed."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        answer = await super().get_response(path, scope)
        answer.headers["Cache-Control"] = "private, no-cache"
        return answer


def make_app(room: Room, token: str, hosts: Iterable[str], cookie: str) -> Starlette:
    """The pages over a room, for who has the token and asks one of the `hosts` (with their port)."""
    pages = Pages(room)
    acts, overview, downloads = Acts(room, pages), Overview(room), Downloads(room)

    async def failed(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        return room.page(request, "error.html", error.status_code, message=error.detail)

    return Starlette(
        routes=[
            Route("/", pages.queue),
            Route("/article/{number:int}", pages.article),
            Route("/article/{number:int}/{name}", acts.act, methods=["POST"]),
            Route("/next", pages.step),
            Route("/undo", acts.undo, methods=["POST"]),
            Route("/name", acts.name, methods=["POST"]),
            Route("/places", pages.places),
            Route("/names", pages.names),
            Route("/duplicates", pages.duplicates),
            Route("/overview", overview.page),
            Route("/overview/data", overview.data),
            Route("/download/{kind}", downloads.get),
            Route("/agreement", pages.agreement),
            Mount("/static", _Assets(directory=HERE / "static"), name="static"),
        ],
        middleware=[Middleware(Guard, token=token, hosts=list(hosts), cookie=cookie)],
        exception_handlers={HTTPException: failed},
    )

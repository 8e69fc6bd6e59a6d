"""The pages: the queue, one article, the reviewers' agreement."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from extractor.review.agreement import agreement
from extractor.review.context import Room, filters_of
from extractor.review.desk import Standing
from extractor.review.duplicates import candidates
from extractor.review.highlight import displayable, pieces
from extractor.review.places import described

PAGE = 25


class Pages:
    """The answers to what is only read."""

    def __init__(self, room: Room) -> None:
        self._room = room

    async def queue(self, request: Request) -> Response:
        """Articles with their records, those first that want a look most."""
        desk, filters = self._room.desk, filters_of(request)
        desk.refresh()
        view = desk.view(self._room.who(request))
        offset = PAGE * max(0, _number(request.query_params.get("page", "0")))
        shown = []
        articles = desk.catalogue.articles(filters, view)
        keys_of = desk.catalogue.of_articles(articles[offset : offset + PAGE], filters, view)
        for number, keys in keys_of.items():
            records = [standing for key in keys if (standing := desk.standing(key, view))]
            shown.append((number, desk.headings[number], records, desk.is_complete(number, view)))
        return self._room.page(
            request,
            "queue.html",
            filters=filters,
            shown=shown,
            progress=desk.catalogue.progress(filters, view),
            articles=len(articles),
            offset=offset,
            size=PAGE,
            types=self._room.lists.types,
            actors=desk.catalogue.actor_names(300),
            countries=desk.catalogue.distinct("country"),
            provinces=desk.catalogue.distinct("province"),
            problems=desk.problems,
        )

    async def article(self, request: Request) -> Response:
        """One article: its text with the evidence, and its records."""
        number = request.path_params["number"]
        self._room.desk.refresh()
        if not 0 <= number < len(self._room.desk.headings):
            raise HTTPException(404, "There is no such article.")
        template = "work.html" if request.headers.get("HX-Request") else "article.html"
        return self.work(request, number, request.query_params.get("record"), template)

    def work(
        self, request: Request, number: int, active: str | None, template: str = "work.html", **told: Any
    ) -> Response:
        """The article's text and records, with one record open; `told` is a message, or what went wrong."""
        room, desk, filters = self._room, self._room.desk, filters_of(request)
        reviewer = room.who(request)
        view = desk.view(reviewer)
        standings = [s for s in desk.standings(number, view) if s.verdict != "merged"]
        open_one = _active(standings, active)
        text = desk.text(number)
        heading = desk.headings[number]
        place = open_one.record.location if open_one else None
        return room.page(
            request,
            template,
            number=number,
            heading=heading,
            text=text,
            length=len(text.text or ""),
            pieces=pieces(text.text, standings, open_one.key if open_one else None)
            if text.text is not None
            else [],
            title=displayable(heading.title or heading.key.id),
            standings=standings,
            active=open_one,
            filters=filters,
            types=room.lists.types,
            target_types=room.lists.targets,
            weapon_types=room.lists.weapons,
            around=[asdict(point) for point in room.places.around(place)] if place else [],
            complete=desk.is_complete(number, view),
            all_judged=bool(standings) and all(s.verdict != "open" for s in standings),
            progress=desk.catalogue.progress(filters, view),
            history=[
                (entry, desk.decisions.is_undone(entry))
                for entry in desk.decisions.history(heading.key.id)[:12]
                if view in (None, entry.by)
            ],
            told=told.get("told"),
            wrong=told.get("wrong"),
        )

    async def step(self, request: Request) -> Response:
        """To the next article, or the one before, among those that pass the filters."""
        desk, filters = self._room.desk, filters_of(request)
        number, back = _number(request.query_params.get("from", "0")), "back" in request.query_params
        view = desk.view(self._room.who(request))
        found = desk.catalogue.neighbour(number, filters, view, back)
        query = filters.query()
        tail = f"?{query}" if query else ""
        return RedirectResponse(f"/{tail}" if found is None else f"/article/{found}{tail}", 303)

    async def places(self, request: Request) -> Response:
        """Places of the gazetteer by name, for the place search."""
        query = request.query_params
        found = self._room.places.find(query.get("q", "")[:100], query.get("country"))
        return JSONResponse([{"index": place.index, "name": described(place)} for place in found])

    async def names(self, request: Request) -> Response:
        """The groups, forces and parties, for the pick-list of actors."""
        found = [{"id": each.id, "name": each.name} for each in self._room.lists.names]
        return JSONResponse(found, headers={"Cache-Control": "private, max-age=600"})

    async def duplicates(self, request: Request) -> Response:
        """Records of other articles that may tell of the same event."""
        desk = self._room.desk
        view = desk.view(self._room.who(request))
        standing = desk.standing(request.query_params.get("record", ""), view)
        if standing is None:
            raise HTTPException(404, "There is no such record.")
        found = candidates(desk, standing, view, request.query_params.get("words", ""))
        return self._room.page(
            request, "duplicates.html", standing=standing, found=found, filters=filters_of(request)
        )

    async def agreement(self, request: Request) -> Response:
        """How far reviewers agree who judged the same records."""
        self._room.desk.refresh()
        return self._room.page(request, "agreement.html", report=agreement(self._room.desk))


def _active(standings: list[Standing], wanted: str | None) -> Standing | None:
    """The record to open: the one asked for, else the first that nobody has judged."""
    by_key = {standing.key: standing for standing in standings}
    if wanted in by_key:
        return by_key[wanted]
    return next((s for s in standings if s.verdict == "open"), standings[0] if standings else None)


def _number(value: str) -> int:
    return int(value) if value.isascii() and value.isdecimal() and len(value) < 10 else 0

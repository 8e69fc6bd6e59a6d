"""The decisions that reviewers send, each written to the log before it is answered."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping, Sequence
from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from extractor.review.context import NAME_COOKIE, Room, filters_of, form_of, name_cookie, proper_name
from extractor.review.desk import ConflictError, Decide, Standing
from extractor.review.entries import Action, State, Verdict
from extractor.review.fields import Form, WrongValueError
from extractor.review.pages import Pages
from extractor.review.shaping import added, merged, split

_VERDICTS: dict[str, tuple[Action, Verdict]] = {
    "accept": ("accept", "accepted"),
    "reject": ("reject", "rejected"),
    "reopen": ("reopen", "open"),
}
_LONGEST_NOTE = 4_000


class Acts:
    """The answers to what changes something. A refusal is a message on the page, and nothing is written."""

    def __init__(self, room: Room, pages: Pages) -> None:
        self._room = room
        self._pages = pages
        self._decisions: dict[str, Callable[[str, int, Form], str | None]] = {
            **{name: self._verdict(name) for name in _VERDICTS},
            "edit": self._edit,
            "words": self._words,
            "add": self._add,
            "split": self._split,
            "merge": self._merge,
            "duplicate": self._duplicate,
            "note": self._note,
            "complete": self._complete,
        }

    async def act(self, request: Request) -> Response:
        """Decide on an article's records; answers with the article as it is then."""
        number, name = request.path_params["number"], request.path_params["name"]
        if name not in self._decisions or not 0 <= number < len(self._room.desk.headings):
            raise HTTPException(404, "There is no such thing to do.")
        form = await form_of(request)
        reviewer = self._room.who(request)
        active: str | None = form.get("record")
        try:
            active = self._decisions[name](reviewer, number, form)
        except (WrongValueError, ConflictError) as refused:
            return self._pages.work(request, number, active, wrong=str(refused))
        except OSError as error:
            return self._pages.work(
                request, number, active, wrong=f"Not saved: {error}. Mend that and do it again."
            )
        return self._pages.work(request, number, active)

    async def undo(self, request: Request) -> Response:
        """Take back the reviewer's last decision, and show the article that it was about."""
        form, room = await form_of(request), self._room
        number = int(form["article"]) if form.get("article", "").isdecimal() else None
        undone = room.desk.undo(room.who(request))
        article = room.desk.article_of(undone) if undone else None
        if not request.headers.get("HX-Request") or number is None or number >= len(room.desk.headings):
            return RedirectResponse("/" if article is None else f"/article/{article}", 303)
        if undone is None:
            return self._pages.work(
                request, number, form.get("record"), wrong="There is nothing of yours to undo."
            )
        if article is not None and article != number:
            query = {"record": undone.keys[0], **dict(filters_of(request).in_words)}
            return Response(headers={"HX-Redirect": f"/article/{article}?{urlencode(query)}"})
        return self._pages.work(request, number, undone.keys[0], told=f"Undone: {undone.action}.")

    async def name(self, request: Request) -> Response:
        """Take another name; the decisions from now on are that reviewer's."""
        name = proper_name((await form_of(request)).get("name", ""))
        answer = RedirectResponse("/", 303)
        answer.set_cookie(
            NAME_COOKIE, name_cookie(name), httponly=True, samesite="strict", max_age=86_400 * 90
        )
        return answer

    def _decide(
        self, reviewer: str, action: Action, number: int, keys: Mapping[str, int], decide: Decide
    ) -> None:
        self._room.desk.decide(reviewer, action, number, keys, decide)

    def _verdict(self, name: str) -> Callable[[str, int, Form], str | None]:
        action, verdict = _VERDICTS[name]

        def decide(reviewer: str, number: int, form: Form) -> str | None:
            seen = _seen(form)
            self._decide(
                reviewer, action, number, seen, _each(lambda state: {"verdict": verdict, "other": None})
            )
            return self._next_open(reviewer, number, *seen) if verdict != "open" else form.get("record")

        return decide

    def _edit(self, reviewer: str, number: int, form: Form) -> str | None:
        def change(state: State) -> dict[str, object]:
            assert state.record is not None
            return {"record": self._room.fields.edit(state.record, form.get("field", ""), form)}

        self._decide(reviewer, "edit", number, _seen(form), _each(change))
        return form.get("record")

    def _words(self, reviewer: str, number: int, form: Form) -> str | None:
        """Give selected words to a field; without offsets the words are looked for in the text."""
        text = self._room.desk.text(number).text
        if text is None:
            raise WrongValueError("Words can only be given to a field while the text is there.")
        start, end = _selection(form, text)

        def change(state: State) -> dict[str, object]:
            assert state.record is not None
            return {"record": self._room.words.assign(state.record, form.get("field", ""), text, start, end)}

        self._decide(reviewer, "words", number, _seen(form), _each(change))
        return form.get("record")

    def _add(self, reviewer: str, number: int, form: Form) -> str | None:
        """A new record; with selected words, of the type that they tell of."""
        article = self._room.desk.headings[number].ref()
        record = added(article, uuid.uuid4().hex)
        text = self._room.desk.text(number).text
        if text is not None and (form.get("start") or form.get("words")):
            record = self._room.words.assign(record, "event_type", text, *_selection(form, text))
        self._decide(reviewer, "add", number, {}, lambda _: [(record.id, State(record=record))])
        return record.id

    def _split(self, reviewer: str, number: int, form: Form) -> str | None:
        made: list[str] = []

        def decide(standings: Mapping[str, Standing]) -> Sequence[tuple[str, State]]:
            [standing] = standings.values()
            second = split(standing.record, uuid.uuid4().hex)
            made.append(second.id)
            return [(second.id, State(record=second))]

        self._decide(reviewer, "split", number, _seen(form), decide)
        return made[0]

    def _merge(self, reviewer: str, number: int, form: Form) -> str | None:
        """Put another record of the article into this one."""
        into, other = form.get("record", ""), form.get("other", "")
        if into == other or not other:
            raise WrongValueError("Choose the record to merge into this one.")

        def decide(standings: Mapping[str, Standing]) -> Sequence[tuple[str, State]]:
            one, two = standings[into], standings[other]
            if one.article != two.article:
                raise WrongValueError(
                    "Only records of one article are merged; mark the other one as a duplicate."
                )
            joined = one.state.model_copy(update={"record": merged(one.record, two.record)})
            gone = two.state.model_copy(update={"verdict": "merged", "other": into})
            return [(into, joined), (other, gone)]

        seen = {**_seen(form), other: _whole(form.get("other_seen", ""))}
        self._decide(reviewer, "merge", number, seen, decide)
        return into

    def _duplicate(self, reviewer: str, number: int, form: Form) -> str | None:
        """Say that another article's record tells of the same event, and is to be kept instead."""
        desk, other = self._room.desk, form.get("other", "")
        standing = desk.standing(other, desk.view(reviewer))
        if standing is None or standing.article == number:
            raise WrongValueError("Choose a record of another article.")
        if standing.verdict == "duplicate" and standing.other in _seen(form):
            raise WrongValueError("That record is itself marked as a duplicate of this one.")
        change = _each(lambda state: {"verdict": "duplicate", "other": other})
        self._decide(reviewer, "duplicate", number, _seen(form), change)
        return self._next_open(reviewer, number, *_seen(form))

    def _note(self, reviewer: str, number: int, form: Form) -> str | None:
        note = form.get("note", "").strip()[:_LONGEST_NOTE]
        self._decide(reviewer, "note", number, _seen(form), _each(lambda state: {"note": note}))
        return form.get("record")

    def _complete(self, reviewer: str, number: int, form: Form) -> str | None:
        self._room.desk.complete(reviewer, number, is_complete=form.get("value") != "no")
        return form.get("record")

    def _next_open(self, reviewer: str, number: int, key: str) -> str:
        """The next record of the article that wants a verdict; this one where none does."""
        standings = self._room.desk.standings(number, self._room.desk.view(reviewer))
        keys = [standing.key for standing in standings]
        here = keys.index(key) if key in keys else 0
        turned = [*standings[here + 1 :], *standings[:here]]
        return next((standing.key for standing in turned if standing.verdict == "open"), key)


def _each(change: Callable[[State], Mapping[str, object]]) -> Decide:
    """A decision that changes each record's state alike."""

    def decide(standings: Mapping[str, Standing]) -> Sequence[tuple[str, State]]:
        return [
            (key, each.state.model_copy(update=dict(change(each.state)))) for key, each in standings.items()
        ]

    return decide


def _seen(form: Form) -> dict[str, int]:
    """The record that a form is about, and the last decision on it that the page showed."""
    key = form.get("record", "")
    if not key:
        raise WrongValueError("Choose a record first.")
    return {key: _whole(form.get("seen", ""))}


def _selection(form: Form, text: str) -> tuple[int, int]:
    start, end, words = form.get("start", ""), form.get("end", ""), form.get("words", "").strip()
    if start or end:
        return _whole(start), _whole(end)
    found = text.find(words) if words else -1
    if found < 0:
        raise WrongValueError(f"“{words}” does not stand in the text like that.")
    return found, found + len(words)


def _whole(value: str) -> int:
    return int(value) if value.isascii() and value.isdecimal() and len(value) < 12 else 0

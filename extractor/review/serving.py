"""The server on this machine: its address, its token, the browser that opens it."""

from __future__ import annotations

import getpass
import secrets
import socket
import sys
import threading
import webbrowser
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from extractor.review.app import make_app
from extractor.review.context import Room
from extractor.review.desk import Desk
from extractor.review.texts import Texts

LOOPBACK = "127.0.0.1"
_FIRST_PAGE_SECONDS = 1.0  # what the pages after it need is made ready once it is out of the door


@dataclass(frozen=True, slots=True)
class Settings:
    """What the command line says. `port` 0 takes a free one; `hosts` are names that a proxy asks by."""

    events: Path
    log: Path
    articles: tuple[Path, ...] = ()
    patterns: Path | None = None
    reviewer: str | None = None
    port: int = 0
    hosts: tuple[str, ...] = ()
    blind: bool = False
    opens_browser: bool = True


def default_log(events: Path) -> Path:
    """The review log of an event file, beside it: `events.jsonl` has `events.review.jsonl`."""
    return events.with_name(f"{events.stem}.review.jsonl")


def open_desk(settings: Settings) -> Desk:
    """The records of the settings with what was decided on them. Raises OSError."""
    texts = Texts(settings.articles, settings.events.parent, settings.patterns)
    return Desk(settings.events, settings.log, texts, blind=settings.blind)


def serve(settings: Settings) -> None:
    """Serve until interrupted. The address with its token is printed to standard output. Raises OSError."""
    import uvicorn

    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind((LOOPBACK, settings.port))
    listener.listen()  # from now on a browser may come; it waits until the records are read
    port = listener.getsockname()[1]
    desk = open_desk(settings)
    room = Room.open(desk, settings.reviewer or _user(), settings.patterns)
    token = secrets.token_urlsafe(24)
    app = make_app(room, token, own_hosts(port, settings.hosts), f"extractor-review-{port}")
    for problem in desk.problems:
        print(problem, file=sys.stderr)
    address = f"http://{LOOPBACK}:{port}/?token={token}"
    print(address, flush=True)
    print(f"decisions are kept in {settings.log}; stop with Ctrl+C", file=sys.stderr)
    warming = threading.Timer(_FIRST_PAGE_SECONDS, _warm, (room, settings))
    warming.daemon = True
    warming.start()
    if settings.opens_browser:
        threading.Timer(0.3, webbrowser.open, [address]).start()
    server = uvicorn.Server(
        uvicorn.Config(app, log_level="warning", access_log=False, server_header=False, lifespan="off")
    )
    with suppress(KeyboardInterrupt):  # the usual end
        server.run(sockets=[listener])


def own_hosts(port: int, others: Sequence[str] = ()) -> list[str]:
    """The Host headers that are this server's."""
    return [f"{LOOPBACK}:{port}", f"localhost:{port}", *others]


def _warm(room: Room, settings: Settings) -> None:
    """Read what the first decisions need while the reviewer looks at the first page."""
    room.lists.types  # noqa: B018
    room.places.nearby  # noqa: B018
    room.desk.warm()
    room.words.warm()
    if settings.articles:
        room.desk.find_silent()


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container may have no name for its user
        return "reviewer"

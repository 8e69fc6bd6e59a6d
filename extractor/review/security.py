"""Who may ask: only pages of this server, in the browser that was given the token."""

from __future__ import annotations

import hmac
from collections.abc import Iterable
from typing import Final
from urllib.parse import parse_qsl, urlencode, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

TOKEN: Final = "token"
MAX_BODY: Final = 1_000_000
_SAFE = frozenset({"GET", "HEAD"})
_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self';"
    " form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS: Final = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
_CLOSED = "Open the address that `extractor review` printed: it carries the token that this page asks for.\n"


class Guard:
    """Lets a request through if its Host is this server, its Origin too (for writing), its cookie right.

    The token of the printed address becomes a cookie, and leaves the address. `hosts` are host names with
    their port, as browsers send them ("127.0.0.1:8765").
    """

    def __init__(self, app: ASGIApp, token: str, hosts: Iterable[str], cookie: str) -> None:
        self._app = app
        self._token = token
        self._hosts = frozenset(host.lower() for host in hosts)
        self._cookie = cookie

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or let the application answer; its answer gets the headers that keep a page to itself."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return
        refused = self._refuse(scope)
        if refused is None:
            await self._app(scope, receive, _with_headers(send))
        else:
            await refused(scope, receive, _with_headers(send))

    def _refuse(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        if headers.get("host", "").lower() not in self._hosts:
            return PlainTextResponse("This address is not the server's own.\n", 403)
        if scope["method"] not in _SAFE and not self._is_own(headers.get("origin")):
            return PlainTextResponse("Only the server's own pages may do this.\n", 403)
        if not _is_small(headers.get("content-length"), scope["method"]):
            return PlainTextResponse("That is too much at once.\n", 413)
        query = scope["query_string"].decode("latin-1")
        given = dict(parse_qsl(query)).get(TOKEN)
        if given is not None and scope["method"] in _SAFE and self._is_token(given):
            return self._let_in(scope["path"], query)
        if self._is_token(cookie_parser(headers.get("cookie", "")).get(self._cookie, "")):
            return None
        return PlainTextResponse(_CLOSED, 403)

    def _let_in(self, path: str, query: str) -> Response:
        rest = urlencode([(name, value) for name, value in parse_qsl(query) if name != TOKEN])
        path = f"/{path.lstrip('/')}"  # "//elsewhere" would be another server
        answer = RedirectResponse(f"{path}?{rest}" if rest else path, 303)
        answer.set_cookie(self._cookie, self._token, httponly=True, samesite="strict")
        return answer

    def _is_own(self, origin: str | None) -> bool:
        return origin is not None and urlsplit(origin).netloc.lower() in self._hosts

    def _is_token(self, given: str) -> bool:
        return hmac.compare_digest(given.encode(), self._token.encode())


def _is_small(length: str | None, method: str) -> bool:
    """What a form sends tells its length; what does not is refused."""
    if method in _SAFE:
        return True
    return length is not None and length.isascii() and length.isdecimal() and int(length) <= MAX_BODY


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return sending

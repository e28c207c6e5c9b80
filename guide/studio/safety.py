"""Who may ask for what: nothing is answered without the secret, to another site, or beyond what a request may be.

The studio listens on this computer alone, but every page in the browser can send requests there. So: the name that was asked
for must be ours (DNS rebinding), what changes anything must come from our own pages (Origin), a strict cookie holds the
secret, and what is answered may load nothing from elsewhere.
"""

from __future__ import annotations

import hmac
import logging
import os
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import ClientDisconnect, cookie_parser
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HOST = "127.0.0.1"
ENTRY = "/enter"
SAFE = ("GET", "HEAD")
MOST, MOST_UPLOAD = 2_000_000, 40_000_000  # bytes of a request, and of one that brings a file
UPLOADS = "/import"
LOG = logging.getLogger("uvicorn.error")  # what the command says in the terminal
HEADERS = {
    "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "cache-control": "no-store",
}


class Refused(NamedTuple):
    """Why a request is not answered."""

    status: int
    words: str


class TooLarge(Exception):
    """More came than a request may bring."""


class Safety:
    """Stands before the whole studio, and lets through what may be asked."""

    def __init__(self, app: ASGIApp, secret: str, port: int, read_only: bool = False) -> None:
        self.app = app
        self.secret = secret
        self.read_only = read_only
        self.hosts = frozenset((f"{HOST}:{port}", f"localhost:{port}"))
        self.cookie = f"studio-{port}"  # cookies are shared by all ports of a computer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        if scope["type"] != "http":
            return
        refused, headers = self.refused(scope), Headers(scope=scope)
        if refused:
            await self.answer(PlainTextResponse(refused.words, refused.status), scope, receive, send)
        elif scope["path"] == ENTRY:
            await self.answer(self.entry(scope), scope, receive, send)
        elif not self.has_secret(headers):
            words = "Open the studio by the address that make-guide studio has printed."
            await self.answer(PlainTextResponse(words, 403), scope, receive, send)
        else:
            await self.pass_on(scope, receive, send)

    def refused(self, scope: Scope) -> Refused | None:
        """Why a request is not answered, None where it is."""
        headers, method = Headers(scope=scope), scope["method"]
        if headers.get("host", "") not in self.hosts or len(headers.getlist("host")) != 1:
            return Refused(421, "This is not the name of the studio.")
        if scope["path"] != ENTRY and headers.get("sec-fetch-site", "none") not in ("none", "same-origin"):
            return Refused(403, "Another site has asked for this.")
        if method in SAFE:
            return None
        if method not in ("POST", "PUT", "DELETE"):
            return Refused(405, "This cannot be asked.")
        if headers.get("origin", "") not in {f"http://{host}" for host in self.hosts}:
            return Refused(403, "Another site has asked for this.")
        if self.read_only:
            return Refused(403, "The studio was opened for looking only.")
        return self.refused_body(scope["path"], headers)

    def refused_body(self, path: str, headers: Headers) -> Refused | None:
        """Why what a request brings is not taken."""
        kind = headers.get("content-type", "").split(";")[0].strip()
        if kind != "application/json" and not path.startswith(UPLOADS):
            return Refused(415, "This is not what the studio sends.")
        length = headers.get("content-length", "0")
        if not length.isdecimal() or int(length[:12]) > most_of(path):
            return Refused(413, "This is more than can be taken.")
        return None

    def has_secret(self, headers: Headers) -> bool:
        """Whether the cookie holds the secret."""
        given = cookie_parser(headers.get("cookie", "")).get(self.cookie, "")
        return hmac.compare_digest(given.encode(), self.secret.encode())

    def entry(self, scope: Scope) -> Response:
        """The answer to the address with the secret in it: the cookie, and the first page without it in its address."""
        query: Mapping[str, list[str]] = parse_qs(scope["query_string"].decode("latin-1"))
        given = query.get("secret", [""])[0]
        if scope["method"] not in SAFE or not hmac.compare_digest(given.encode(), self.secret.encode()):
            return PlainTextResponse("This address is no longer right: begin the studio again.", 403)
        answer = RedirectResponse("/", 303)
        answer.set_cookie(self.cookie, self.secret, httponly=True, samesite="strict", path="/")
        return answer

    async def pass_on(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, with no more of its body than it may have, and with our headers on the answer."""
        taken, started, over = 0, False, False

        async def counted() -> Message:
            nonlocal taken, over
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > most_of(scope["path"]):
                over = True
                raise TooLarge
            return message

        async def guarded(message: Message) -> None:
            nonlocal started
            if not over or started:  # else the answer is ours
                started = True
                await send(with_headers(message))

        try:
            await self.app(scope, counted, guarded)
        except ClientDisconnect:
            return
        except TooLarge:
            if not started:
                words = PlainTextResponse("This is more than can be taken.", 413)
                await self.answer(words, scope, receive, send)
        except Exception as error:
            if os.environ.get("GUIDE_DEBUG"):
                raise
            LOG.error(fault_words(scope, error))  # `fault` has answered

    async def answer(self, response: Response, scope: Scope, receive: Receive, send: Send) -> None:
        """Send an answer of our own."""

        async def guarded(message: Message) -> None:
            await send(with_headers(message))

        await response(scope, receive, guarded)


def fault_words(scope: Scope, error: Exception) -> str:
    """What is said in the terminal of a fault of the studio, in one line."""
    what = " ".join(f"{type(error).__name__}: {error}".split())[:300]
    return f"This is a fault of the studio, not of your guide ({what}, at {scope['path'][:100]!r})."


def most_of(path: str) -> int:
    """How many bytes a request may bring."""
    return MOST_UPLOAD if path.startswith(UPLOADS) else MOST


def with_headers(message: Message) -> Message:
    """The beginning of an answer with our headers; what an answer says itself of keeping it stays."""
    if message["type"] == "http.response.start":
        headers = MutableHeaders(scope=message)
        for name, value in HEADERS.items():
            headers.setdefault(name, value)
    return message

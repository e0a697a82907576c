"""Gate: what every request passes on its way in and every answer on its way out.

In: the Host header must be one of ours (else a name of somebody else's that is made to point here could be read by that
somebody's page: DNS rebinding); another site's page may send nothing that changes anything; a body has a limit while it
comes; and there must be a right. Out: the headers that keep a page from loading, framing or leaking anything.
"""

from __future__ import annotations

import re
from http.cookies import CookieError, SimpleCookie
from typing import Any
from urllib.parse import quote

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from onrecord.web.answers import problem_response
from onrecord.web.problems import Refused
from onrecord.web.sessions import Right, Sessions, cookie_name
from onrecord.web.settings import Settings

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)

HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # Not "no-referrer": with that a browser says of our own forms that they come from nowhere ("Origin: null").
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}

_OPEN = re.compile(r"/static/|/charts\.css$|/enter$")
"""Paths that need no right: what the page that asks for the token is made of."""

_OF_ANY_RIGHT = ("/leave",)
"""Paths that change nothing in the record: who may read it may end the session, too."""

_UPLOADS = ("/import/files", "/api/v1/jobs/files")


class Gate:
    """ASGI middleware. See the module.

    Args:
        app: What is behind it.
        settings: Of the server.
        sessions: Makes and checks cookies.
    """

    def __init__(self, app: ASGIApp, settings: Settings, sessions: Sessions) -> None:
        self._app = app
        self._settings = settings
        self._sessions = sessions

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or answer it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        outgoing = _Outgoing(send)
        try:
            self._check_host(headers)
            new = self._identify(scope, headers)
            outgoing.cookie = None if new is None else cookie_header(headers, new)
            self._check(scope, headers)
            limit = self._limit(scope["path"])
            _check_length(headers, limit)
            await self._app(scope, _limited(receive, limit), outgoing)
        except Refused as refused:
            if outgoing.begun:
                raise
            await problem_response(scope, refused)(scope, receive, outgoing)

    def _identify(self, scope: Scope, headers: Headers) -> str | None:
        """Put the right and the session into the request's state; a new cookie's value where one is to be set."""
        state: dict[str, Any] = scope.setdefault("state", {})
        state["bearer"] = False
        kind, _, word = headers.get("authorization", "").partition(" ")
        if kind.lower() == "bearer" and (right := self._sessions.right_of_token(word.strip())) is not None:
            state.update(right=right, bearer=True, cookie="")
            return None
        cookie = _cookie(headers)
        right = self._sessions.right_of(cookie) if cookie else None
        if right is None and self._sessions.tokens is None:
            cookie, right = self._sessions.issue("edit"), "edit"
            state.update(right=right, cookie=cookie)
            return cookie
        state.update(right=right, cookie=cookie if right else "")
        return None

    def _check_host(self, headers: Headers) -> None:
        host = headers.get("host", "")
        if _name(host) not in self._settings.hosts:
            raise Refused(421, "wrong-host", f"this server does not answer for {host[:80]!r}", "Host")

    def _check(self, scope: Scope, headers: Headers) -> None:
        if scope["method"] not in SAFE:
            origin = headers.get("origin")
            foreign = origin is not None and origin.partition("://")[2] != headers.get("host", "")
            if foreign or headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
                raise Refused(403, "foreign-site", "another site's page may not change the record", "Origin")
        right: Right | None = scope["state"]["right"]
        if _OPEN.match(scope["path"]) is None:
            _check_right(right, scope)

    def _limit(self, path: str) -> int:
        return self._settings.max_upload if path in _UPLOADS else self._settings.max_request


def _check_right(right: Right | None, scope: Scope) -> None:
    if right is None:
        raise Refused(401, "no-token", "give the token that this server was started with")
    if right != "edit" and scope["method"] not in SAFE and scope["path"] not in _OF_ANY_RIGHT:
        raise Refused(403, "read-only", "this token allows reading only")


def _check_length(headers: Headers, limit: int) -> None:
    length = headers.get("content-length", "0")
    if not length.isascii() or not length.isdigit() or len(length) > 15 or int(length) > limit:
        raise _too_large(limit)


def _too_large(limit: int) -> Refused:
    return Refused(413, "too-large", f"the request is over {limit:,} bytes; send less at once")


def _limited(receive: Receive, limit: int) -> Receive:
    """Count a body while it comes: a request need not tell its length, or may tell a wrong one."""
    seen = 0

    async def counted() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > limit:
            raise _too_large(limit)
        return message

    return counted


class _Outgoing:
    """Sends an answer with the headers that all have."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self.cookie: str | None = None
        self.begun = False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.begun = True
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
            headers.setdefault("Cache-Control", "no-store")
            if self.cookie is not None:
                headers.append("Set-Cookie", self.cookie)
        await self._send(message)


def cookie_header(headers: Headers, value: str) -> str:
    """The header that sets the session's cookie.

    Args:
        headers: Of the request.
        value: Made by ``Sessions.issue``.
    """
    return f"{cookie_name(headers)}={quote(value, safe='.-_')}; Path=/; HttpOnly; SameSite=Strict"


def _cookie(headers: Headers) -> str:
    try:
        morsel = SimpleCookie(headers.get("cookie", "")).get(cookie_name(headers))
    except CookieError:
        return ""
    return morsel.value if morsel is not None else ""


def _name(host: str) -> str:
    """The name of a Host header in small letters, without port and brackets."""
    if host.startswith("["):
        return host[1:].partition("]")[0].lower()
    return host.partition(":")[0].lower()

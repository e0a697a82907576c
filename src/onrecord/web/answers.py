"""Answers: JSON with an ETag, pages, and errors in their one shape."""

from __future__ import annotations

import hashlib
from typing import Any
from urllib.parse import quote

import msgspec
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import Scope

from onrecord.show.jsonline import json_line
from onrecord.web.problems import ErrorBody, Refused
from onrecord.web.templating import render

API = "/api/"


def json_response(request: Request, value: object, *, status: int = 200, location: str | None = None) -> Response:
    """Answer with JSON; with 304 and nothing where the client has it already.

    Args:
        request: What is answered.
        value: Anything that msgspec can encode, or JSON in bytes.
        status: Of the answer.
        location: Where what was made can be found.
    """
    body = value if isinstance(value, bytes) else json_line(value)
    return tagged(request, body, "application/json", status=status, headers={"Location": location} if location else {})


def tagged(request: Request, body: bytes, kind: str, *, status: int = 200, headers: dict[str, str]) -> Response:
    """Answer with bytes and their ETag, or with 304.

    Args:
        request: What is answered.
        body: The bytes.
        kind: Their media type.
        status: Of the answer.
        headers: More headers.
    """
    tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    headers = {"ETag": tag, "Cache-Control": "private, no-cache", "Vary": "Authorization, Cookie", **headers}
    known = [one.strip().removeprefix("W/") for one in request.headers.get("if-none-match", "").split(",")]
    if request.method in ("GET", "HEAD") and (tag in known or "*" in known):
        return Response(status_code=304, headers=headers)
    return Response(body, status, headers, kind)


def page(request: Request, template: str, *, status: int = 200, **values: Any) -> Response:
    """Answer with a page.

    Args:
        request: What is answered.
        template: Its file.
        status: Of the answer.
        values: What the template shows.
    """
    return Response(render(request, template, values), status, media_type="text/html")


def attached(name: str, kind: str, body: bytes | str) -> Response:
    """Answer with a file to carry away.

    Args:
        name: What it is called: letters, digits and dots.
        kind: Its media type.
        body: What it holds.
    """
    return Response(body, 200, {"Content-Disposition": f'attachment; filename="{name}"'}, kind)


def go_to(place: str) -> Response:
    """Send the browser to a page of ours after something was done.

    Args:
        place: Path and query, and the fragment.
    """
    return RedirectResponse(place, 303)


def problem_response(scope: Scope, refused: Refused) -> Response:
    """Answer with an error: JSON to programs, a page to people, who are asked for the token where that is missing.

    Args:
        scope: Of the request.
        refused: Why.
    """
    headers = {"WWW-Authenticate": "Bearer"} if refused.status == 401 else {}
    if scope["path"].startswith(API):
        body = msgspec.json.encode(ErrorBody(error=refused.problem))
        return Response(body, refused.status, headers, "application/json")
    if refused.status == 401 and scope["method"] == "GET":
        query = f"?{scope['query_string'].decode('ascii', 'replace')}" if scope["query_string"] else ""
        return RedirectResponse(f"/enter?next={quote(scope['path'] + query, safe='')}", 303)
    html = render(Request(scope), "problem.html", {"problem": refused.problem, "status": refused.status})
    return Response(html, refused.status, headers, "text/html")

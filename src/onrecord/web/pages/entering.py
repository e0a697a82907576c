"""The page that asks for a token and gives a session for it."""

from __future__ import annotations

import re

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from onrecord.web.answers import go_to, page
from onrecord.web.authors import given_author, remember
from onrecord.web.forms import field, form_of
from onrecord.web.gate import cookie_header
from onrecord.web.sessions import Sessions, cookie_name

router = APIRouter()

_OURS = re.compile(r"/(?![/\\])[!-\[\]-~]*")
"""A path of this server: "//name" and "/\\name" lead to another one."""


@router.get("/enter")
def ask(request: Request) -> Response:
    """Ask for the token."""
    return page(request, "enter.html", next=_ours(request.query_params.get("next", "/")), wrong=False)


@router.post("/enter")
async def enter(request: Request) -> Response:
    """Give a session for a token that fits."""
    form = await form_of(request)
    sessions: Sessions = request.app.state.sessions
    right = sessions.right_of_token(field(form, "token"))
    place = _ours(field(form, "next"))
    if right is None:
        return page(request, "enter.html", next=place, wrong=True, status=401)
    answer = go_to(place)
    answer.headers.append("Set-Cookie", cookie_header(request.headers, sessions.issue(right)))
    return answer


@router.post("/leave")
def leave(request: Request) -> Response:
    """End the session in this browser."""
    answer = RedirectResponse("/enter", 303)
    answer.delete_cookie(cookie_name(request.headers), httponly=True, samesite="strict")
    return answer


@router.post("/author")
async def author(request: Request) -> Response:
    """Remember in whose name this browser decides."""
    form = await form_of(request)
    answer = go_to(_ours(field(form, "next")))
    remember(answer, given_author(request, form))
    return answer


def _ours(place: str) -> str:
    return place if _OURS.fullmatch(place) else "/"

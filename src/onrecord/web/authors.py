"""Authors: in whose name a correction is made. A browser remembers the name that was given last."""

from __future__ import annotations

from urllib.parse import quote, unquote

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from onrecord.web.forms import field
from onrecord.web.problems import Refused

COOKIE = "onrecord_author"
LONGEST = 100
_YEAR_S = 365 * 24 * 3600


def author_of(request: Request) -> str:
    """The name that this browser gave last; empty where it gave none.

    Args:
        request: Any.
    """
    return unquote(request.cookies.get(COOKIE, ""))[:LONGEST]


def given_author(request: Request, form: FormData) -> str:
    """The name that a form gives, else the one remembered.

    Args:
        request: With the form.
        form: The form.

    Raises:
        Refused: There is neither.
    """
    author = (field(form, "author") or author_of(request))[:LONGEST]
    if not author:
        raise Refused(
            422, "no-author", "say in whose name you decide: every decision is kept with its author", "author"
        )
    return author


def remember(answer: Response, author: str) -> None:
    """Have the browser remember a name.

    Args:
        answer: What it is told with.
        author: The name.
    """
    answer.set_cookie(COOKIE, quote(author), max_age=_YEAR_S, httponly=True, samesite="strict")

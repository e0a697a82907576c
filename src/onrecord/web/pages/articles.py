"""The page of all articles."""

from __future__ import annotations

import msgspec
from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from onrecord.web.answers import page
from onrecord.web.listing import AT_ONCE, Wanted, list_articles, list_publishers
from onrecord.web.problems import Refused

router = APIRouter()


@router.get("/")
def articles(request: Request) -> Response:
    """List articles."""
    wanted = wanted_of(dict(request.query_params))
    store = request.app.state.store
    return page(
        request,
        "articles.html",
        listed=list_articles(store, wanted),
        wanted=wanted,
        publishers=list_publishers(store),
        at_once=AT_ONCE,
        asked={name: getattr(wanted, name) for name in ("title", "publisher", "published_from", "published_to")},
    )


def wanted_of(query: dict[str, str]) -> Wanted:
    """Read which articles are asked for.

    Args:
        query: Of the address.

    Raises:
        Refused: A value is wrong.
    """
    try:
        wanted = msgspec.convert({name: value for name, value in query.items() if value}, Wanted, strict=False)
    except msgspec.ValidationError as error:
        raise Refused(422, "bad-parameter", str(error)) from error
    if not (0 <= wanted.offset < 2**31 and 1 <= wanted.limit <= 200):
        raise Refused(422, "bad-parameter", "offset is to be from 0, limit from 1 to 200")
    return wanted

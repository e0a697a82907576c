"""Documents, statements and the session, over REST."""

from __future__ import annotations

from typing import Annotated

import msgspec
from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from onrecord.ask.facets import Facets, facets
from onrecord.ask.search import Found, search
from onrecord.show.record import Record, record_json
from onrecord.store import DocumentRow
from onrecord.web.answers import json_response
from onrecord.web.api.describe import DATE, answers, question_parameters
from onrecord.web.asking import question_of
from onrecord.web.listing import Wanted, list_articles
from onrecord.web.sessions import Right

router = APIRouter(tags=["record"])

Day = Annotated[str, Query(pattern=f"^{DATE}$", description="ISO 8601")]


class Session(msgspec.Struct, frozen=True, kw_only=True):
    """What this client may do.

    Attributes:
        right: "read" or "edit".
        csrf: What a request that changes something carries in the header X-CSRF-Token, beside the cookie of this
            answer; empty for who sends a token, and needs none.
    """

    right: Right
    csrf: str


class Documents(msgspec.Struct, frozen=True, kw_only=True):
    """A page of documents, the latest published first. ``after`` asks for the next page; null on the last one."""

    documents: tuple[DocumentRow, ...]
    total: int
    after: str | None


@router.get("/session", responses=answers(Session))
def session(request: Request) -> Response:
    """What this client may do, and the word that its changes carry."""
    state = request.state
    csrf = request.app.state.sessions.csrf(state.cookie) if state.cookie else ""
    return json_response(request, Session(right=state.right, csrf=csrf))


@router.get("/documents", responses=answers(Documents))
def documents(
    request: Request,
    title: Annotated[str, Query(max_length=500, description="Words of the title, side by side")] = "",
    publisher: Annotated[str, Query(max_length=500, description="As it stands in the record")] = "",
    published_from: Day | None = None,
    published_to: Day | None = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
    after: Annotated[str, Query(max_length=12, pattern=r"^\d*$", description="As the page before gave it")] = "",
) -> Response:
    """List documents."""
    wanted = Wanted(
        title=title,
        publisher=publisher,
        published_from=published_from or "",
        published_to=published_to or "",
        offset=int(after or 0),
        limit=limit,
    )
    listed = list_articles(request.app.state.store, wanted)
    after_this = None if listed.after is None else str(listed.after)
    return json_response(request, Documents(documents=listed.documents, total=listed.total, after=after_this))


@router.get("/documents/{document_id}", responses=answers(Record, 404))
def document(request: Request, document_id: str) -> Response:
    """A document and all that was found in it, as ``onrecord show --json`` prints it."""
    return json_response(request, record_json(request.app.state.store.reading(document_id)))


@router.get("/statements", responses=answers(Found), openapi_extra=question_parameters())
def statements(request: Request) -> Response:
    """Find statements; the next page is asked for by ``after``."""
    return json_response(request, search(request.app.state.store, question_of(request.query_params)))


@router.get("/facets", responses=answers(Facets), openapi_extra=question_parameters("order", "after", "limit"))
def count_facets(request: Request) -> Response:
    """What the statements that fit could be narrowed by, and how many would be left."""
    return json_response(request, facets(request.app.state.store, question_of(request.query_params)))

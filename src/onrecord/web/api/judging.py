"""Judgements over REST: what people decided, added and taken back."""

from __future__ import annotations

from typing import Annotated, Any

import msgspec
from fastapi import APIRouter, Query
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from onrecord.store import Store
from onrecord.types import Judgement, Verb
from onrecord.web.answers import json_response
from onrecord.web.api.bodies import body_of
from onrecord.web.api.describe import CHANGING, answers, body

router = APIRouter(prefix="/judgements", tags=["judgements"])


class Asked(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A judgement to be made.

    Attributes:
        verb: What is done.
        author: Who decides.
        target: Id of the statement or entity; empty where a statement is added, or the entities of several documents
            are merged or split.
        document_id: The document; null to say that entities of several documents are one (merge), or not the same
            (split).
        after: The fields as they are to be, by name; nothing to accept or reject.
        reason: Why, in their own words.
    """

    verb: Verb
    author: Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
    target: str = ""
    document_id: str | None = None
    after: dict[str, Any] = {}
    reason: str = ""


class Judgements(msgspec.Struct, frozen=True, kw_only=True):
    """Judgements in the order in which they were made."""

    judgements: tuple[Judgement, ...]


@router.get("", responses=answers(Judgements))
def judgements(
    request: Request,
    document_id: Annotated[str | None, Query(max_length=100)] = None,
    target: Annotated[str | None, Query(max_length=100)] = None,
    withdrawn: Annotated[bool, Query(description="List those that were taken back, too")] = False,
) -> Response:
    """List judgements."""
    store: Store = request.app.state.store
    listed = store.judgements(document_id=document_id, target=target, holding=not withdrawn)
    return json_response(request, Judgements(judgements=listed))


@router.post(
    "",
    status_code=201,
    responses=answers(Judgement, 404, *CHANGING, status=201, what="It was made"),
    openapi_extra=body(Asked),
)
async def judge(request: Request) -> Response:
    """Make a judgement; the document's corrected reading follows it."""
    asked = await body_of(request, Asked)
    store: Store = request.app.state.store
    made = await run_in_threadpool(
        store.judge,
        asked.verb,
        asked.target,
        asked.after,
        document_id=asked.document_id,
        author=asked.author,
        reason=asked.reason,
    )
    return json_response(request, made, status=201)


@router.delete("/{judgement_id}", responses=answers(Judgement, 404, *CHANGING, what="It was taken back"))
def withdraw(
    request: Request, judgement_id: str, author: Annotated[str, Query(min_length=1, max_length=200)]
) -> Response:
    """Take a judgement back; it stays in the record as one that was withdrawn."""
    store: Store = request.app.state.store
    return json_response(request, store.withdraw(judgement_id, author))

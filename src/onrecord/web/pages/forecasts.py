"""The page of forecasts: what was foretold, what is due, and what people found to have come of it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import get_args

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from onrecord.ask.forecasts.ledger import forecasts, resolve
from onrecord.ask.forecasts.predictions import OutcomeWord, Status
from onrecord.store import Store
from onrecord.web.answers import go_to, page
from onrecord.web.asking import answered, question_of
from onrecord.web.authors import author_of, given_author, remember
from onrecord.web.choices import outcome_of, scale_of, status_of
from onrecord.web.forms import field, form_of

router = APIRouter()

AT_ONCE = 100


@router.get("/forecasts")
def foretold(request: Request) -> Response:
    """List forecasts."""
    params = request.query_params
    question = question_of(params, AT_ONCE)
    scale = scale_of(params.get("scale"))
    today = datetime.now(UTC).date().isoformat()
    status = status_of(params.get("status"))
    store: Store = request.app.state.store
    found, problem = answered(lambda: forecasts(store, question, on=today, scale=scale, status=status))
    return page(
        request,
        "forecasts.html",
        question=question,
        found=found,
        problem=problem,
        wanted=status,
        statuses=get_args(Status),
        outcomes=get_args(OutcomeWord),
        author=author_of(request),
    )


@router.post("/forecasts/{prediction_id}/resolve")
async def resolved(request: Request, prediction_id: str) -> Response:
    """Keep what came of a forecast."""
    form = await form_of(request)
    author, evidence, reason = given_author(request, form), field(form, "evidence"), field(form, "reason")
    outcome = outcome_of(field(form, "outcome"))
    store: Store = request.app.state.store
    await run_in_threadpool(resolve, store, prediction_id, outcome, evidence=evidence, author=author, reason=reason)
    return _done(author)


@router.post("/forecasts/judgements/{judgement_id}/withdraw")
async def withdraw(request: Request, judgement_id: str) -> Response:
    """Take back what was found to have come."""
    author = given_author(request, await form_of(request))
    store: Store = request.app.state.store
    await run_in_threadpool(store.withdraw, judgement_id, author)
    return _done(author)


def _done(author: str) -> Response:
    answer = go_to("/forecasts")
    remember(answer, author)
    return answer

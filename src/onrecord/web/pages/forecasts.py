"""The page of forecasts: what was foretold, what is due, and what people found to have come of it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import NamedTuple, get_args

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from onrecord.ask.forecasts.ledger import forecasts, resolve
from onrecord.ask.forecasts.predictions import OutcomeWord, Status
from onrecord.errors import BadJudgement
from onrecord.store import Store
from onrecord.web.answers import go_to, page
from onrecord.web.asking import answered, question_of
from onrecord.web.authors import author_of, given_author, remember
from onrecord.web.choices import outcome_of, scale_of, status_of
from onrecord.web.forms import field, form_of
from onrecord.web.problems import Problem, Refused, refusal_of

router = APIRouter()

AT_ONCE = 100


class Refusal(NamedTuple):
    """What was not kept of a forecast, shown again where it was typed.

    Attributes:
        prediction_id: The forecast.
        problem: Why it was refused.
        outcome, evidence, author: As they were given.
    """

    prediction_id: str
    problem: Problem
    outcome: str
    evidence: str
    author: str


@router.get("/forecasts")
def foretold(request: Request) -> Response:
    """List forecasts."""
    return _list(request)


def _list(request: Request, refusal: Refusal | None = None, status_code: int = 200) -> Response:
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
        status=status_code,
        question=question,
        found=found,
        problem=problem,
        refusal=refusal,
        query=request.url.query,
        wanted=status,
        statuses=get_args(Status),
        outcomes=get_args(OutcomeWord),
        author=author_of(request),
    )


@router.post("/forecasts/{prediction_id}/resolve")
async def resolved(request: Request, prediction_id: str) -> Response:
    """Keep what came of a forecast; what is refused is shown at its form, with what was typed."""
    form = await form_of(request)
    store: Store = request.app.state.store
    evidence, word = field(form, "evidence"), field(form, "outcome")
    try:
        author, reason = given_author(request, form), field(form, "reason")
        outcome = outcome_of(word)
        await run_in_threadpool(resolve, store, prediction_id, outcome, evidence=evidence, author=author, reason=reason)
    except (Refused, BadJudgement) as error:
        refused = error if isinstance(error, Refused) else refusal_of(error, store.path)
        typed = Refusal(prediction_id, refused.problem, word, evidence, field(form, "author"))
        return await run_in_threadpool(_list, request, typed, refused.status)
    return _done(request, author)


@router.post("/forecasts/judgements/{judgement_id}/withdraw")
async def withdraw(request: Request, judgement_id: str) -> Response:
    """Take back what was found to have come."""
    author = given_author(request, await form_of(request))
    store: Store = request.app.state.store
    await run_in_threadpool(store.withdraw, judgement_id, author)
    return _done(request, author)


def _done(request: Request, author: str) -> Response:
    """Back to the list that was asked for."""
    query = request.url.query
    answer = go_to(f"/forecasts?{query}" if query else "/forecasts")
    remember(answer, author)
    return answer

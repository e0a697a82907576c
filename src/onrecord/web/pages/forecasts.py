"""The page of forecasts: what was foretold, what is due, and what people found to have come of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import get_args

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from onrecord.ask.forecasts.ledger import forecasts, resolve
from onrecord.ask.forecasts.predictions import OutcomeWord, Prediction, Status
from onrecord.errors import OnrecordError
from onrecord.store import Store
from onrecord.web.answers import go_to, page
from onrecord.web.asking import answered, question_of
from onrecord.web.authors import author_of, given_author, remember
from onrecord.web.choices import outcome_of, scale_of, status_of
from onrecord.web.forms import field, form_of
from onrecord.web.problems import Refused, refusal_of

router = APIRouter()

AT_ONCE = 100


@router.get("/forecasts")
def foretold(request: Request) -> Response:
    """List forecasts."""
    return _list(request)


def _list(request: Request, sent: str = "", form: FormData | None = None, refused: Refused | None = None) -> Response:
    """The list; where something was refused with the message at its form and what was typed in it.

    Args:
        request: What is answered.
        sent: Which form was sent: "resolve" and the forecast's id, or "withdraw" and the judgement's. What was sent
            by a form that the list does not have (any more) is told above it.
        form: What it held.
        refused: Why it was not taken.
    """
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
        status=refused.status if refused else 200,
        question=question,
        found=found,
        problem=problem,
        sent=sent,
        typed=form or FormData(),
        refused=refused.problem if refused else None,
        forms=_forms(found.predictions if found else ()),
        query=request.url.query,
        wanted=status,
        statuses=get_args(Status),
        outcomes=get_args(OutcomeWord),
        author=author_of(request),
    )


def _forms(predictions: Iterable[Prediction]) -> set[str]:
    """The forms that the list has; see ``_list``."""
    return {f"withdraw {one.outcome.judgement_id}" if one.outcome else f"resolve {one.id}" for one in predictions}


@router.post("/forecasts/{prediction_id}/resolve")
async def resolved(request: Request, prediction_id: str) -> Response:
    """Keep what came of a forecast."""
    form = await form_of(request)
    store: Store = request.app.state.store

    def decide(author: str) -> None:
        outcome, evidence, reason = outcome_of(field(form, "outcome")), field(form, "evidence"), field(form, "reason")
        resolve(store, prediction_id, outcome, evidence=evidence, author=author, reason=reason)

    return await _decided(request, form, f"resolve {prediction_id}", decide)


@router.post("/forecasts/judgements/{judgement_id}/withdraw")
async def withdraw(request: Request, judgement_id: str) -> Response:
    """Take back what was found to have come."""
    form = await form_of(request)
    store: Store = request.app.state.store
    return await _decided(
        request, form, f"withdraw {judgement_id}", lambda author: store.withdraw(judgement_id, author)
    )


async def _decided(request: Request, form: FormData, sent: str, decide: Callable[[str], object]) -> Response:
    """Decide something, in the name that the form gives; where it is refused, show it at its form."""
    try:
        author = given_author(request, form)
        await run_in_threadpool(decide, author)
    except (Refused, OnrecordError) as error:
        refused = error if isinstance(error, Refused) else refusal_of(error, request.app.state.settings.record)
        return await run_in_threadpool(_list, request, sent, form, refused)
    return _done(request, author)


def _done(request: Request, author: str) -> Response:
    """Back to the list that was asked for."""
    query = request.url.query
    answer = go_to(f"/forecasts?{query}" if query else "/forecasts")
    remember(answer, author)
    return answer

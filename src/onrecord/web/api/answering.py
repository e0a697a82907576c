"""People, numbers, dossier, forecasts and audit, over REST: what the record answers as a whole."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from msgspec import structs
from starlette.requests import Request
from starlette.responses import Response

from onrecord.ask.audit.articles import Articles
from onrecord.ask.audit.articles import articles as list_counted
from onrecord.ask.audit.count import audit as count
from onrecord.ask.audit.shares import Audit, First
from onrecord.ask.dossier.compile import dossier as put_together
from onrecord.ask.dossier.exhibits import Dossier
from onrecord.ask.forecasts.ledger import forecasts as list_forecasts
from onrecord.ask.forecasts.predictions import Forecasts, Status
from onrecord.ask.numbers.collect import numbers as collect_numbers
from onrecord.ask.numbers.figures import Numbers
from onrecord.ask.people.listing import people as list_people
from onrecord.ask.people.person import person as profile_of
from onrecord.ask.people.profile import People, Profile
from onrecord.judge.certainty import DEFAULT, Scale
from onrecord.web.answers import json_response
from onrecord.web.api.describe import answers, question_parameters
from onrecord.web.asking import question_of

router = APIRouter(tags=["answers"])

DAY = r"^\d{4}-\d\d-\d\d$"


@router.get("/people", responses=answers(People), openapi_extra=question_parameters("order", "after"))
def people(request: Request) -> Response:
    """Who speaks, those with most statements first."""
    return json_response(request, list_people(request.app.state.store, question_of(request.query_params)))


@router.get("/people/{key}", responses=answers(Profile, 404, 409))
def person(request: Request, key: str) -> Response:
    """All about one of them, by key or name."""
    return json_response(request, profile_of(request.app.state.store, key))


@router.get("/numbers", responses=answers(Numbers), openapi_extra=question_parameters("order", "after", "limit"))
def numbers(request: Request) -> Response:
    """What sources counted, grouped by what they count."""
    return json_response(request, collect_numbers(request.app.state.store, question_of(request.query_params)))


@router.get("/dossier", responses=answers(Dossier))
def dossier(
    request: Request,
    asked: Annotated[str, Query(min_length=1, max_length=2000, description="The question, as people ask it")],
    since: Annotated[str | None, Query(description="What changed since this day; ISO 8601", pattern=DAY)] = None,
    scale: Annotated[Scale, Query(description="Whose ranges hedges have")] = DEFAULT,
    min_confidence: Annotated[float, Query(ge=0, le=1)] = 0.0,
) -> Response:
    """What the record has on a question."""
    store = request.app.state.store
    found = put_together(store, asked, since=since, scale=scale, min_confidence=min_confidence)
    return json_response(request, found)


@router.get(
    "/forecasts", responses=answers(Forecasts), openapi_extra=question_parameters("order", "after", "forecasts")
)
def forecasts(
    request: Request,
    on: Annotated[str | None, Query(description="The day that says what is due; ISO 8601", pattern=DAY)] = None,
    scale: Annotated[Scale, Query(description="Whose ranges hedges have")] = DEFAULT,
    status: Status | None = None,
) -> Response:
    """What was foretold, the next due first."""
    question = question_of(request.query_params)
    store = request.app.state.store
    found = list_forecasts(store, question, on=on, scale=scale, status=status)
    return json_response(request, found)


@router.get("/audit", responses=answers(Audit), openapi_extra=question_parameters("order", "after", "limit"))
def audit(request: Request) -> Response:
    """Who gets quoted, how much and how."""
    return json_response(request, count(request.app.state.store, question_of(request.query_params)))


@router.get(
    "/audit/articles", responses=answers(Articles), openapi_extra=question_parameters("order", "after", "meaning")
)
def counted_articles(
    request: Request,
    first: Annotated[First | None, Query(description="Only articles whose first such statement is by such")] = None,
    after: Annotated[str, Query(max_length=12, pattern=r"^\d*$", description="As the page before gave it")] = "",
) -> Response:
    """The articles that an audit counts, with the first of the statements that were asked for."""
    question = structs.replace(question_of(request.query_params), after=None)
    found = list_counted(request.app.state.store, question, first=first, offset=int(after or 0))
    return json_response(request, found)

"""People and numbers, over REST: what the record answers as a whole."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from onrecord.ask.figures import Numbers
from onrecord.ask.listing import people as list_people
from onrecord.ask.numbers import numbers as collect_numbers
from onrecord.ask.people import person as profile_of
from onrecord.ask.profile import People, Profile
from onrecord.web.answers import json_response
from onrecord.web.api.describe import answers, question_parameters
from onrecord.web.asking import question_of

router = APIRouter(tags=["answers"])


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

"""The page of search: the statements that fit, with what they could be narrowed by."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from onrecord.ask.facets import facets
from onrecord.ask.search import Found, search
from onrecord.errors import EmptyQuery
from onrecord.types import ACTS
from onrecord.web.answers import page
from onrecord.web.asking import asks_something, query_of, question_of, removable
from onrecord.web.narrowing import narrowed

router = APIRouter()

FILTERS = {
    "who": "Speaker",
    "about": "About",
    "person": "Source",
    "kinds": "Kind",
    "named": "Named",
    "acts": "Act",
    "forms": "Form",
    "certainty": "Certainty",
    "publisher": "Publisher",
    "published_from": "Published from",
    "published_to": "Published before",
    "said_from": "Said from",
    "said_to": "Said before",
    "about_from": "Speaks of, from",
    "about_to": "Speaks of, before",
    "document": "Article",
    "headlines": "Headlines",
    "said_only": "Said only",
    "has_number": "With a number",
    "forecasts": "Forecasts",
}
AT_ONCE = 30


@router.get("/search")
def searching(request: Request) -> Response:
    """Search, where anything is asked."""
    asked = dict(request.query_params)
    question = question_of(request.query_params, **({} if asked.get("limit") else {"limit": AT_ONCE}))
    found, narrower, problem = Found(hits=()), None, None
    if asks_something(question):
        store = request.app.state.store
        try:
            found = search(store, question)
            narrower = narrowed(question, facets(store, question))
        except EmptyQuery as error:
            problem = str(error)
    return page(
        request,
        "search.html",
        question=question,
        asked=query_of(question),
        found=found,
        facets=narrower,
        problem=problem,
        filters=removable(question, FILTERS),
        acts=ACTS,
        searched=asks_something(question),
    )

"""The page of search: the statements that fit, with what they could be narrowed by."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from onrecord.ask.facets import facets
from onrecord.ask.search import Found, search
from onrecord.types import ACTS
from onrecord.web.answers import page
from onrecord.web.asking import answered, asks_something, query_of, question_of, removable
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
    "without": "Not known",
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
    question = question_of(request.query_params, AT_ONCE)
    searched = asks_something(question) or question.order != "best"
    store = request.app.state.store
    found, problem = answered(lambda: search(store, question)) if searched else (None, None)
    return page(
        request,
        "search.html",
        question=question,
        asked=query_of(question),
        found=found or Found(hits=()),
        facets=narrowed(question, facets(store, question)) if found else None,
        problem=problem,
        filters=removable(question, FILTERS),
        acts=ACTS,
        searched=searched,
    )

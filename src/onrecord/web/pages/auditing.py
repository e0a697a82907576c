"""The pages of the audit: who gets quoted, how much and how, its rows as CSV; and the articles that it counts."""

from __future__ import annotations

from fastapi import APIRouter
from msgspec import structs
from starlette.requests import Request
from starlette.responses import Response

from onrecord.ask.audit.articles import articles
from onrecord.ask.audit.count import audit
from onrecord.show.answers_csv import audit_csv
from onrecord.web.answers import attached, page
from onrecord.web.asking import answered, query_of, question_of, removable
from onrecord.web.choices import first_of
from onrecord.web.pages.searching import FILTERS
from onrecord.web.plots import articles_plot, shares_plot
from onrecord.web.problems import Refused

router = APIRouter()

AT_ONCE = 50
"""Articles of a page."""


@router.get("/audit")
def audited(request: Request) -> Response:
    """Count who gets quoted."""
    question = question_of(request.query_params)
    found, problem = answered(lambda: audit(request.app.state.store, question))
    if found and request.query_params.get("format") == "csv":
        return attached("audit.csv", "text/csv", audit_csv(found))
    tables = (
        (
            ("Named or not", found.naming, shares_plot("naming", "Statements by who is named", found.naming)),
            ("Kind of source", found.kinds, shares_plot("kinds", "Statements by kind of source", found.kinds)),
            ("Direct or paraphrase", found.forms, shares_plot("forms", "Statements by form", found.forms)),
            ("Who comes first", found.first, articles_plot("first", "Articles by who speaks first", found.first)),
        )
        if found
        else ()
    )
    return page(
        request,
        "audit.html",
        question=question,
        asked=query_of(question),
        found=found,
        problem=problem,
        tables=tables,
    )


@router.get("/audit/articles")
def counted(request: Request) -> Response:
    """List the articles that a number of an audit counts."""
    first = first_of(request.query_params.get("first"))
    asked = question_of(request.query_params, AT_ONCE)
    question, offset = structs.replace(asked, after=None), _offset(asked.after)
    store = request.app.state.store
    found, problem = answered(lambda: articles(store, question, first=first, offset=offset))
    return page(
        request,
        "audit_articles.html",
        found=found,
        problem=problem,
        asked={**query_of(question), "first": first},
        first=first,
        offset=offset,
        at_once=question.limit,
        filters=removable(question, {name: label for name, label in FILTERS.items() if name != "headlines"}),
    )


def _offset(after: str | None) -> int:
    """How many articles are passed over.

    Raises:
        Refused: It is no number.
    """
    if after is None:
        return 0
    if not (after.isascii() and after.isdigit() and len(after) <= 12):
        raise Refused(422, "bad-parameter", "is to be a number, as the page before gave it", "after")
    return int(after)

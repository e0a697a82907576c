"""The page of the audit: who gets quoted, how much and how; and its rows as CSV."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from onrecord.ask.audit.count import audit
from onrecord.show.answers_csv import audit_csv
from onrecord.web.answers import attached, page
from onrecord.web.asking import answered, query_of, question_of
from onrecord.web.plots import shares_plot

router = APIRouter()


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
            ("Who comes first", found.first, shares_plot("first", "Articles by who speaks first", found.first)),
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

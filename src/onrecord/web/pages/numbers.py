"""The page of numbers: what sources counted, plotted by date."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from onrecord.ask.numbers.collect import numbers
from onrecord.show.answers_csv import numbers_csv
from onrecord.web.answers import attached, page
from onrecord.web.asking import answered, asks_something, query_of, question_of
from onrecord.web.plots import series_name, series_plot

router = APIRouter()

MOST_SERIES = 20


@router.get("/numbers")
def counted(request: Request) -> Response:
    """Collect figures, where anything is asked."""
    question = question_of(request.query_params)
    found, problem = None, None
    if asks_something(question):
        found, problem = answered(lambda: numbers(request.app.state.store, question))
    if found and request.query_params.get("format") == "csv":
        return attached("numbers.csv", "text/csv", numbers_csv(found))
    series = found.series[:MOST_SERIES] if found else ()
    shown = [(series_name(one), series_plot(one, number), one) for number, one in enumerate(series)]
    return page(
        request,
        "numbers.html",
        question=question,
        asked=query_of(question),
        found=found,
        problem=problem,
        shown=shown,
    )

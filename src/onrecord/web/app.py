"""App: the server put together."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from http import HTTPStatus
from importlib.resources import files

from fastapi import Depends, FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Match
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from onrecord.errors import OnrecordError
from onrecord.show.plates import charts_css
from onrecord.store import open_store
from onrecord.web.answers import problem_response
from onrecord.web.api import add_api
from onrecord.web.forms import checked_form
from onrecord.web.gate import HEADERS, Gate
from onrecord.web.jobs import Worker
from onrecord.web.pages import ROUTERS
from onrecord.web.problems import Refused, refusal_of, refusal_of_status
from onrecord.web.sessions import Sessions
from onrecord.web.settings import Settings

METHODS = ("DELETE", "GET", "POST")
"""Those that routes have."""


def make_app(settings: Settings) -> FastAPI:
    """Make the server. The record is opened here, and made if it is not there.

    Args:
        settings: What it is told.

    Raises:
        StoreError: The record cannot be opened.
    """
    sessions = Sessions(settings.tokens)
    app = FastAPI(
        title="onrecord",
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        lifespan=_lifespan,
        middleware=[Middleware(Gate, settings=settings, sessions=sessions)],
        dependencies=[Depends(checked_form)],
    )
    app.state.settings = settings
    app.state.sessions = sessions
    app.state.store = open_store(settings.record, create=True)
    app.state.worker = Worker(app.state.store, settings)
    app.mount("/static", _Static(directory=str(files("onrecord.web") / "static")))
    app.add_api_route("/charts.css", _charts, include_in_schema=False)
    add_api(app)
    for router in ROUTERS:
        app.include_router(router, include_in_schema=False)
    _add_handlers(app)
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    try:
        yield
    finally:
        app.state.worker.close()
        app.state.store.close()


class _Static(StaticFiles):
    """Files that a browser asks for anew each time, and gets once: the wheel may be a newer one tomorrow."""

    def file_response(self, *args: object, **kwargs: object) -> Response:
        response = super().file_response(*args, **kwargs)  # type: ignore[arg-type]
        response.headers["Cache-Control"] = "no-cache"
        return response


def _charts() -> Response:
    return Response(charts_css(), media_type="text/css", headers={"Cache-Control": "no-cache"})


def _has(app: FastAPI, scope: Scope, method: str) -> bool:
    asked = {**scope, "method": method}
    return any(route.matches(asked)[0] is Match.FULL for route in app.routes)


def _add_handlers(app: FastAPI) -> None:
    @app.exception_handler(Refused)
    async def refused(request: Request, error: Refused) -> Response:
        return problem_response(request.scope, error)

    @app.exception_handler(OnrecordError)
    async def ours(request: Request, error: OnrecordError) -> Response:
        return problem_response(request.scope, refusal_of(error, app.state.settings.record))

    @app.exception_handler(HTTPException)
    async def theirs(request: Request, error: HTTPException) -> Response:
        answer = problem_response(request.scope, refusal_of_status(error.status_code, str(error.detail)))
        answer.headers.update(error.headers or {})
        if error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:  # the framework names those of the first route alone
            answer.headers["Allow"] = ", ".join(method for method in METHODS if _has(app, request.scope, method))
        return answer

    @app.exception_handler(RequestValidationError)
    async def invalid(request: Request, error: RequestValidationError) -> Response:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        return problem_response(request.scope, Refused(422, "bad-parameter", str(first["msg"]), where))

    @app.exception_handler(500)
    async def fault(request: Request, _: Exception) -> Response:
        refused = Refused(500, "fault", "a fault of onrecord's own; the log tells more")
        answer = problem_response(request.scope, refused)
        answer.headers.update(HEADERS)  # the gate is inside of what answers here
        return answer

"""api: the record over REST, described by OpenAPI."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response

from onrecord.web.answers import json_response
from onrecord.web.api import answering, exporting, importing, judging, listing
from onrecord.web.api.describe import described

PREFIX = "/api/v1"
ROUTERS = (listing.router, answering.router, judging.router, importing.router, exporting.router)


def add_api(app: FastAPI) -> None:
    """Add the routes.

    Args:
        app: The server.
    """
    for router in ROUTERS:
        app.include_router(router, prefix=PREFIX)
    made: dict[str, Any] = {}

    @app.get(f"{PREFIX}/openapi.json", include_in_schema=False)
    def openapi(request: Request) -> Response:
        if not made:
            made.update(described(app))
        return json_response(request, made)

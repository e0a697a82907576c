"""api: the record over REST, described by OpenAPI."""

from __future__ import annotations

from fastapi import FastAPI


def add_api(app: FastAPI) -> None:
    """Add the routes.

    Args:
        app: The server.
    """

"""The REST interface asked by Schemathesis as its own description says: no fault, and no answer that is not told."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import schemathesis
from conftest import EDIT, HOST, READ
from fastapi import FastAPI
from hypothesis import HealthCheck, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from starlette.types import ASGIApp, Receive, Scope, Send

from onrecord.read import ReadOptions
from onrecord.types import Reading
from onrecord.web import Settings, Tokens, make_app
from onrecord.web.api import add_api
from onrecord.web.api.describe import described
from onrecord.web.material import Failure
from onrecord.web.reading import ReadingProcess, Task

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
"""Not that a schema tells all that is refused: a question without a word to look for fits it."""

TOKEN = {"Authorization": f"Bearer {EDIT}"}


def not_read(_: ReadingProcess, task: Task, __: ReadOptions) -> Reading | Failure:
    """In the place of reading: nothing is fetched, and what is asked for is not waited for."""
    return Failure(origin="x", message="not read")


def requests_of(app: ASGIApp) -> ASGIApp:
    """The server, without its end: Schemathesis ends what it has begun after each test."""

    async def asked(scope: Scope, receive: Receive, send: Send) -> None:
        assert scope["type"] == "http"
        await app(scope, receive, send)

    return asked


def description() -> dict[str, object]:
    app = FastAPI(openapi_url=None)
    add_api(app)
    return described(app)


schema = schemathesis.openapi.from_dict(description())


@pytest.fixture(scope="module")
def served(made: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ASGIApp]:
    """The server that is asked."""
    record = Path(shutil.copy(made, tmp_path_factory.mktemp("described") / "record.db"))
    app = make_app(Settings(record=record, tokens=Tokens(READ, EDIT)))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ReadingProcess, "read", not_read)
        yield requests_of(app)
        app.state.worker.close()
    app.state.store.close()


@schema.parametrize()
@settings(
    max_examples=40,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
def test_every_answer_is_told(case: schemathesis.Case, served: ASGIApp) -> None:
    case.call_and_validate(base_url=HOST, app=served, headers=TOKEN, checks=CHECKS)

"""A record of a few reports, made once; a server's application over a copy of it; a real server for browsers."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from papers import make_record
from starlette.testclient import TestClient

from onrecord.web import Settings, Tokens, make_app

READ, EDIT = "read-token-of-the-tests", "edit-token-of-the-tests"
HOST = "http://127.0.0.1:8400"

Client = Callable[..., TestClient]


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record that the tests copy."""
    return make_record(tmp_path_factory.mktemp("record") / "made.db")


@pytest.fixture
def record(made: Path, tmp_path: Path) -> Path:
    """A copy of the record, to change."""
    return Path(shutil.copy(made, tmp_path / "record.db"))


@pytest.fixture
def serve(record: Path) -> Iterator[Client]:
    """Make a client of a server over the record, which is closed afterwards."""
    apps: list[FastAPI] = []

    def client(*, guarded: bool = False, csrf: bool = True, **settings: object) -> TestClient:
        tokens = Tokens(READ, EDIT) if guarded else None
        app = make_app(Settings(record=record, tokens=tokens, **settings))  # type: ignore[arg-type]
        apps.append(app)
        made = TestClient(app, base_url=HOST, raise_server_exceptions=False, follow_redirects=False)
        if csrf and not guarded:
            made.headers["X-CSRF-Token"] = made.get("/api/v1/session").json()["csrf"]
        return made

    yield client
    for app in apps:
        app.state.worker.close()
        app.state.store.close()


@pytest.fixture
def client(serve: Client) -> TestClient:
    """Whoever is at this machine, in a session."""
    return serve()

"""The tables that the migrations make are those that the code knows, and the database is set as it should be."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from store.readings import ferry

from onrecord.store import Store, open_store, revisions, sqlite
from onrecord.store.tables import METADATA


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "record.db", create=True) as opened:
        yield opened


def is_a_table_of_ours(_object: object, name: str | None, kind: str, _reflected: bool, _compared: object) -> bool:
    """FTS5 keeps its index in tables beside ours."""
    return kind != "table" or not str(name).startswith(("statement_words", "entity_words"))


def test_the_migrations_make_the_tables(store: Store) -> None:
    with store.looking() as connection:
        options: dict[str, Any] = {"include_object": is_a_table_of_ours, "compare_type": True}
        assert compare_metadata(MigrationContext.configure(connection, opts=options), METADATA) == []


def test_the_revisions_are_those_of_the_scripts() -> None:
    config = Config()
    config.set_main_option("script_location", "onrecord.store:migrations")
    scripts = ScriptDirectory.from_config(config).walk_revisions()
    assert tuple(script.revision for script in scripts)[::-1] == revisions.REVISIONS


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("foreign_keys", 1),
        ("synchronous", 2),
        ("busy_timeout", 10_000),
        ("trusted_schema", 0),
        ("application_id", sqlite.APPLICATION_ID),
    ],
)
def test_the_database_is_set(store: Store, pragma: str, value: object) -> None:
    with store.looking() as connection:
        assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar() == value


def test_making_it_again_changes_nothing(store: Store) -> None:
    store.add(ferry().reading())
    before = store.path.read_bytes()
    open_store(store.path, create=True).close()
    assert store.path.read_bytes() == before
    assert len(list(store.documents())) == 1

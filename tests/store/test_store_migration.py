"""A record that an older version wrote opens, is brought up to date, and reads back equal."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import msgspec
import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, MetaData, insert
from store.readings import budget, ferry, made

from onrecord.errors import OlderSchema
from onrecord.spans import Span
from onrecord.store import open_store, revisions, sqlite
from onrecord.store.rows import Row, cut
from onrecord.types import Certainty, Quantity, Reading, Time

STATEMENT_TABLES = ("claims", "steps", "speakers", "subjects")
POINTERS = {"mentions": "entity", "speakers": "entity", "subjects": "entity"}


def dated() -> Reading:
    """A reading with all that a claim could hold at the first revision."""
    reading = ferry(fetched="2024-03-13T07:00:00+00:00", publisher="The Ness Courier").reading()
    span = reading.statements[3].claims[0].span
    claim = msgspec.structs.replace(
        reading.statements[3].claims[0],
        certainty=Certainty(span=Span(span.start, span.start + 5), phrase="unlikely", stated=("5", "20")),
        quantities=(Quantity(span=span, low="6000", high="6000", bound="exact", unit=None),),
        times=(Time(span=span, type="DATE", value="2024-03-12", from_="2024-03-12", to="2024-03-13"),),
        polarity="negative",
    )
    statement = msgspec.structs.replace(reading.statements[3], claims=(claim,))
    statements = (*reading.statements[:3], statement, *reading.statements[4:])
    return msgspec.structs.replace(reading, statements=statements)


READINGS = [dated(), budget().reading(), made(4)]


def write_at(connection: Connection, reading: Reading) -> None:
    """Write a reading into the tables that are there, as the version of their revision did."""
    old = MetaData()
    old.reflect(connection)
    rows = cut(reading, rank=0)

    def add(table: str, row: Row) -> int:
        known = {name: _text(value) for name, value in row.items() if name in old.tables[table].c}
        inserted = connection.execute(insert(old.tables[table]), known).inserted_primary_key
        return int(inserted[0]) if inserted and isinstance(inserted[0], int) else 0

    add("texts", rows.text)
    add("documents", rows.document)
    key = add("readings", rows.reading)
    entities = [add("entities", {**row, "reading": key}) for row in rows.entities]
    statements = [add("statements", {**row, "reading": key}) for row in rows.statements]
    for row in rows.blocks:
        add("blocks", {**row, "reading": key})
    for row in rows.mentions:
        entity = None if row["entity"] is None else entities[row["entity"]]
        add("mentions", {**row, "reading": key, "entity": entity})
    for table in STATEMENT_TABLES:
        for row in getattr(rows, table):
            entity = {"entity": entities[row["entity"]]} if "entity" in row else {}
            add(table, {**row, "statement": statements[row["statement"]], **entity})
    for index, table, words in (("statement_words", "statements", "lemmas"), ("entity_words", "entities", "words")):
        connection.exec_driver_sql(
            f"INSERT INTO {index} (rowid, {words}) SELECT key, {words} FROM {table} WHERE reading = {key}"
        )


def _text(value: object) -> object:
    """As ``columns.Json`` writes it."""
    if value is None or isinstance(value, str | int | float | bool):
        return value
    return msgspec.json.encode(value, order="deterministic").decode()


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A record as the first version left it."""
    place = tmp_path / "old.db"
    engine = sqlite.connect(place, create=True, timeout_s=5)
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        sqlite.mark_ours(connection)
        config = Config(attributes={"connection": connection})
        config.set_main_option("script_location", "onrecord.store:migrations")
        config.set_main_option("path_separator", "os")
        command.upgrade(config, "0001")
        for reading in READINGS:
            write_at(connection, reading)
    sqlite.log_ahead(engine)
    engine.dispose()
    return place


def test_whoever_only_looks_is_told_and_changes_nothing(place: Path) -> None:
    before = place.read_bytes()
    with pytest.raises(OlderSchema, match="schema 0001"):
        open_store(place)
    assert place.read_bytes() == before


def test_it_is_brought_up_to_date_and_reads_back_equal(place: Path) -> None:
    with open_store(place, create=True) as store:
        with store.looking() as connection:
            assert sqlite.revision_of(connection) == revisions.REVISIONS[-1]
        for reading in READINGS:
            assert store.reading(reading.document.id) == reading
    with sqlite3.connect(place) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        for table in ("statement_words", "entity_words"):
            connection.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)")


def test_it_equals_one_that_was_always_new(place: Path, tmp_path: Path) -> None:
    """Row by row: what older versions did not keep is worked out."""
    with open_store(place, create=True) as old, open_store(tmp_path / "new.db", create=True) as new:
        new.add_many(READINGS)
        for table in ("readings", "statements", "claims"):
            found = []
            for store in (old, new):
                with store.looking() as connection:
                    rows = connection.exec_driver_sql(f"SELECT * FROM {table}").mappings().all()
                    found.append([{name: row[name] for name in sorted(row) if name != "at"} for row in rows])
            assert found[0] == found[1]


def test_it_can_be_judged_and_added_to(place: Path) -> None:
    reading = READINGS[0]
    with open_store(place, create=True) as store:
        store.judge("reject", reading.statements[0].id, document_id=reading.document.id, author="ann")
        assert len(store.reading(reading.document.id).statements) == len(reading.statements) - 1
        assert store.add(made(5))

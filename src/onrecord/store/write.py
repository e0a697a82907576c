"""Write: the rows of a reading into the tables, inside the caller's transaction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Column, Connection, Table, exists, insert, select

from onrecord.store import tables
from onrecord.store.rows import Row, Rows
from onrecord.store.sqlite import index_words


def is_there(connection: Connection, reading_id: str) -> bool:
    """Whether a reading is in the record.

    Args:
        connection: In a transaction.
        reading_id: The reading's.
    """
    return bool(connection.scalar(select(exists().where(tables.readings.c.id == reading_id))))


def write(connection: Connection, rows: Rows) -> bool:
    """Add a reading, if it is not there.

    Args:
        connection: In a transaction that no other writer can be in at the same time.
        rows: The reading's.

    Returns:
        Whether it was added.
    """
    if is_there(connection, rows.reading["id"]):
        return False
    _add_missing(connection, tables.texts.c.hash, rows.text)
    _add_missing(connection, tables.documents.c.id, rows.document)
    (reading,) = _add_keyed(connection, tables.readings, [rows.reading])
    of_reading = {"reading": reading}
    entities = _add_keyed(connection, tables.entities, _with(rows.entities, of_reading))
    statements = _add_keyed(connection, tables.statements, _with(rows.statements, of_reading))
    _add(connection, tables.blocks, _with(rows.blocks, of_reading))
    _add(connection, tables.mentions, _with(_keyed(rows.mentions, "entity", entities), of_reading))
    for table, of_statement in (
        (tables.claims, rows.claims),
        (tables.steps, rows.steps),
        (tables.speakers, _keyed(rows.speakers, "entity", entities)),
        (tables.subjects, _keyed(rows.subjects, "entity", entities)),
    ):
        _add(connection, table, _keyed(of_statement, "statement", statements))
    for hedge in rows.hedges:
        _add_missing(connection, tables.hedges.c.phrase, hedge)
    connection.execute(insert(tables.tallies), {**rows.tally, **of_reading})
    index_words(connection, reading)
    return True


def _add_missing(connection: Connection, key: Column[Any], row: Row) -> None:
    if not connection.scalar(select(exists().where(key == row[key.name]))):
        connection.execute(insert(key.table), row)


def _add(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def _add_keyed(connection: Connection, table: Table, rows: Sequence[Row]) -> Sequence[int]:
    """Add rows and return their keys, in the order of the rows."""
    if not rows:
        return ()
    added = insert(table).returning(table.c.key, sort_by_parameter_order=True)
    return connection.scalars(added, rows).all()


def _with(rows: Sequence[Row], more: Mapping[str, object]) -> list[Row]:
    return [{**row, **more} for row in rows]


def _keyed(rows: Sequence[Row], name: str, keys: Sequence[int]) -> list[Row]:
    """Rows whose pointer, a position or None, has become a key."""
    return [{**row, name: None if row[name] is None else keys[row[name]]} for row in rows]

"""Derived: what a record of an older version lacks, and can be worked out from the readings in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, update

from onrecord.store import sqlite
from onrecord.store.load import load_reading
from onrecord.store.rows import find_terms
from onrecord.store.tables import entities, readings, statements, subjects, tallies
from onrecord.store.tallies import tally
from onrecord.store.tallying import Tallied, tallies_of

_AT_ONCE = 500
"""Readings that are counted together."""


def fill_terms(connection: Connection) -> None:
    """Work out the terms of statements that were stored before there were any, and index them.

    Args:
        connection: In a transaction that writes.
    """
    lacking = select(statements.c.reading).where(statements.c.terms == "").distinct()
    for key in connection.scalars(lacking).all():
        _fill(connection, key)


def fill_tallies(connection: Connection) -> None:
    """Count who is quoted in readings that were stored before it was counted.

    Args:
        connection: In a transaction that writes.
    """
    lacking = select(readings.c.key, readings.c.publisher, readings.c.published)
    lacking = lacking.where(readings.c.key.not_in(select(tallies.c.reading))).order_by(readings.c.key)
    rows = connection.execute(lacking).all()
    for start in range(0, len(rows), _AT_ONCE):
        some = rows[start : start + _AT_ONCE]
        wanted = {row.key: Tallied(*row, *tally(())) for row in some}
        found = tallies_of(connection, statements.c.reading.between(some[0].key, some[-1].key), {})
        wanted |= {one.reading: one for one in found if one.reading in wanted}
        connection.execute(insert(tallies), [one._asdict() for one in wanted.values()])


def _fill(connection: Connection, key: int) -> None:
    reading = load_reading(connection, key)
    places = _places(connection, entities, key), _places(connection, statements, key)
    joined = select(subjects).join(statements).where(statements.c.reading == key)
    rows = [
        {"entity": places[0][row.entity], "statement": places[1][row.statement]} for row in connection.execute(joined)
    ]
    terms = find_terms(reading, {entity.id: place for place, entity in enumerate(reading.entities)}, rows)
    sqlite.forget_words(connection, key)
    changed = update(statements).where(statements.c.reading == key, statements.c.position == bindparam("place"))
    if terms:
        values = [{"place": place, "found": found} for place, found in enumerate(terms)]
        connection.execute(changed.values(terms=bindparam("found")), values)
    sqlite.index_words(connection, key)


def _places(connection: Connection, table: Any, key: int) -> Mapping[int, int]:
    """Key → position of a reading's rows."""
    rows = connection.execute(select(table.c.key, table.c.position).where(table.c.reading == key))
    return {row.key: row.position for row in rows}

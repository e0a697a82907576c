"""Derived: what a record of an older version lacks, and can be worked out from the readings in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Select, bindparam, func, insert, select, update

from onrecord.store import sqlite
from onrecord.store.load import load_reading
from onrecord.store.rows import find_terms, fold_title
from onrecord.store.tables import blocks, documents, entities, readings, statements, subjects, tallies, texts
from onrecord.store.tallies import tally
from onrecord.store.tallying import Tallied, tallies_of
from onrecord.titles import BEGINNING, called_by

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


def fill_titles(connection: Connection) -> None:
    """Work out what reports are called that were stored without a title.

    Args:
        connection: In a transaction that writes.
    """
    lacking = readings.c.title.is_(None) | (func.trim(readings.c.title) == "")
    keys = connection.scalars(select(readings.c.key).where(lacking)).all()
    changed = update(readings).where(readings.c.key == bindparam("reading"))
    changed = changed.values(title=bindparam("called"), title_words=bindparam("words"))
    for start in range(0, len(keys), _AT_ONCE):
        rows = connection.execute(_names().where(readings.c.key.in_(keys[start : start + _AT_ONCE]))).all()
        found = [(row.key, called_by(None, row.headline, row.beginning, row.origin)) for row in rows]
        values = [{"reading": key, "called": title, "words": fold_title(title)} for key, title in found]
        connection.execute(changed, values)


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


def _names() -> Select[Any]:
    """What readings can be called by: their headline, the beginning of their text, their origin."""
    words = func.substr(texts.c.text, blocks.c.start + 1, blocks.c.end - blocks.c.start)
    headline = select(words).where(blocks.c.reading == readings.c.key, blocks.c.kind == "headline")
    return select(
        readings.c.key,
        readings.c.origin,
        func.substr(texts.c.text, 1, BEGINNING).label("beginning"),
        headline.order_by(blocks.c.position).limit(1).correlate(readings, texts).scalar_subquery().label("headline"),
    ).select_from(readings.join(documents).join(texts))


def _places(connection: Connection, table: Any, key: int) -> Mapping[int, int]:
    """Key → position of a reading's rows."""
    rows = connection.execute(select(table.c.key, table.c.position).where(table.c.reading == key))
    return {row.key: row.position for row in rows}

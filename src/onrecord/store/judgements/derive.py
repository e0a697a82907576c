"""Derive: keep a document's corrected reading in step with its best base reading and the judgements that hold.

A corrected reading is no record of its own: it follows from both, and is deleted and made again when they change.
"""

from __future__ import annotations

from sqlalchemy import Connection, Table, delete, insert, literal, select

from onrecord.store import sqlite
from onrecord.store.judgements.correct import correct
from onrecord.store.judgements.table import holding
from onrecord.store.load import load_reading
from onrecord.store.rows import cut
from onrecord.store.tables import METADATA, entities, readings, statements, vectors
from onrecord.store.write import write
from onrecord.types import Reading


def load_rank(connection: Connection, document_id: str) -> int:
    """The rank of the models of a document's best reading; 0 where the record does not have the document."""
    found = _best(connection, document_id)
    return 0 if found is None else found[1]


def load_base(connection: Connection, document_id: str) -> Reading | None:
    """Load a document's best reading as it was read, without judgements.

    Args:
        connection: In a transaction.
        document_id: The document's.

    Returns:
        None where the record does not have the document.
    """
    found = _best(connection, document_id)
    return None if found is None else load_reading(connection, found[0])


def rederive(connection: Connection, document_id: str) -> None:
    """Make a document's corrected reading anew, or delete it where no judgement holds.

    Args:
        connection: In a transaction for writing.
        document_id: The document's.
    """
    found = _best(connection, document_id)
    if found is None:
        return
    key, rank = found
    judged = holding(connection, document_id)
    base = load_reading(connection, key) if judged else None
    corrected = None if base is None else correct(base, judged)
    old = select(readings.c.key, readings.c.id).where(readings.c.document_id == document_id, readings.c.corrected)
    for old_key, old_id in connection.execute(old).all():
        if corrected is not None and old_id == corrected.id:
            return
        _delete(connection, old_key)
    if base is not None and corrected is not None:
        write(connection, cut(corrected, rank, base.id))
        _copy_vectors(connection, key, corrected.id)


def _best(connection: Connection, document_id: str) -> tuple[int, int] | None:
    """Key and rank of the best of a document's readings that are not corrected: see ``live.is_live``."""
    order = (readings.c.rank.desc(), readings.c.rules_key.desc(), readings.c.base.desc())
    chosen = select(readings.c.key, readings.c.rank).where(
        readings.c.document_id == document_id, readings.c.corrected.is_(False)
    )
    row = connection.execute(chosen.order_by(*order).limit(1)).first()
    return None if row is None else (row.key, row.rank)


def _delete(connection: Connection, key: int) -> None:
    """Delete a reading with all rows that hang on it, in whatever table."""
    sqlite.forget_words(connection, key)
    parts = {
        "readings": select(literal(key)),
        "statements": select(statements.c.key).where(statements.c.reading == key),
        "entities": select(entities.c.key).where(entities.c.reading == key),
    }
    for table in reversed(METADATA.sorted_tables):
        for column, parent in _pointers(table):
            if parent in parts:
                connection.execute(delete(table).where(table.c[column].in_(parts[parent])))
    connection.execute(delete(readings).where(readings.c.key == key))


def _pointers(table: Table) -> list[tuple[str, str]]:
    """A table's columns that point at another, with that one's name."""
    return [(key.parent.name, key.column.table.name) for key in sorted(table.foreign_keys, key=lambda key: str(key))]


def _copy_vectors(connection: Connection, base: int, corrected_id: str) -> None:
    """Give the statements of the corrected reading the vectors that they have in the base: their words are the same."""
    twin = statements.alias("twin")
    rows = (
        select(twin.c.key, vectors.c.model, vectors.c.vector)
        .select_from(vectors.join(statements).join(twin, twin.c.id == statements.c.id))
        .join(readings, readings.c.key == twin.c.reading)
        .where(statements.c.reading == base, readings.c.id == corrected_id, twin.c.content == statements.c.content)
    )
    connection.execute(insert(vectors).from_select(["statement", "model", "vector"], rows))

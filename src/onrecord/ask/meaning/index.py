"""Index: vectors of what was said, made when a record is asked to have them, for search by meaning."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, delete, func, insert, select

from onrecord.encode.sentences import load_sentences
from onrecord.spans import Span
from onrecord.store import Store
from onrecord.store.tables import documents, readings, statements, texts, vectors
from onrecord.types import Spans

BATCH = 500
"""Statements to a transaction: about two seconds' work."""


class Lacking(NamedTuple):
    """A statement without a vector, and its words."""

    key: int
    words: str


def index(store: Store, tell: Callable[[int, int], object] | None = None) -> int:
    """Make the vectors that a record lacks. What is made is kept if this is broken off; it goes on where it ended.

    Vectors of another model are replaced.

    Args:
        store: The record.
        tell: Told how many are made, and of how many.

    Returns:
        How many were made.

    Raises:
        ModelError: The model of search by meaning is missing or damaged.
        StoreError: The record cannot be read or written.
    """
    model = load_sentences()
    with store.looking() as connection:
        wanted = _count(connection, model.digest)
    made = last = 0
    while wanted:
        with store.looking() as connection:
            batch = list(_lacking(connection, model.digest, last))
        if not batch:
            break
        rows = [
            {"statement": key, "model": model.digest, "vector": model.vector(words).tobytes()} for key, words in batch
        ]
        _keep(store, rows)
        made, last = made + len(rows), batch[-1].key
        if tell is not None:
            tell(made, max(made, wanted))
    return made


def _keep(store: Store, rows: Sequence[dict[str, object]]) -> None:
    """Write vectors, of the statements that are still there: a corrected reading may have been made anew."""
    with store.writing() as connection:
        keys = [row["statement"] for row in rows]
        there = set(connection.scalars(select(statements.c.key).where(statements.c.key.in_(keys))))
        connection.execute(delete(vectors).where(vectors.c.statement.in_(keys)))
        kept = [row for row in rows if row["statement"] in there]
        if kept:
            connection.execute(insert(vectors), kept)


def _count(connection: Connection, digest: str) -> int:
    every = connection.scalar(select(func.count()).select_from(statements)) or 0
    made = connection.scalar(select(func.count()).select_from(vectors).where(vectors.c.model == digest)) or 0
    return every - made


def _lacking(connection: Connection, digest: str, last: int) -> Iterator[Lacking]:
    """The next statements without a vector of the model, after a key."""
    rows = connection.execute(
        select(statements.c.key, statements.c.content, texts.c.text)
        .select_from(statements)
        .join(readings, statements.c.reading == readings.c.key)
        .join(documents, readings.c.document_id == documents.c.id)
        .join(texts, documents.c.text_hash == texts.c.hash)
        .outerjoin(vectors, vectors.c.statement == statements.c.key)
        .where(statements.c.key > last, func.coalesce(vectors.c.model, "") != digest)
        .order_by(statements.c.key)
        .limit(BATCH)
    )
    for row in rows:
        yield Lacking(row.key, words_of(row.content, row.text))


def words_of(content: Spans, text: str) -> str:
    """What was said, as the model reads it.

    Args:
        content: Of a statement.
        text: The document's.
    """
    return " ".join(Span(*span).of(text) for span in content)

"""Index: vectors of statements, made when a record is asked to have them, for search by meaning."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, Select, delete, func, insert, select

from onrecord.ask.meaning.likeness import is_behind
from onrecord.ask.meaning.neighbours import make_neighbours
from onrecord.ask.meaning.texts import FORMAT, Lacking, Report
from onrecord.encode.sentences import Sentences, load_sentences, small
from onrecord.errors import ModelError, StoreError
from onrecord.spans import Span
from onrecord.store import Store
from onrecord.store.tables import blocks, documents, entities, readings, speakers, statements, texts, vectors

BATCH = 120
"""Statements to a transaction: about two seconds' work."""

BRIEFLY_S = 0.5
"""Seconds for which a question waits for a record that somebody else is writing, to make them."""

FEW = 300
"""Statements without a vector that are given one before a question: some five seconds' work, a dozen reports."""


def made_by(model: Sentences) -> str:
    """What vectors are kept under, and compared under: a digest of the model and of what it reads of a statement.

    Args:
        model: The model.
    """
    return hashlib.sha256(f"{model.digest} {FORMAT}".encode()).hexdigest()


def index(store: Store, tell: Callable[[int, int], object] | None = None, most: int | None = None) -> int:
    """Make the vectors that a record lacks. What is made is kept if this is broken off; it goes on where it ended.

    Vectors of another model are replaced, and those of other texts.

    Args:
        store: The record.
        tell: Told how many are made, and of how many.
        most: How many to make at most, of a record that others may be adding to; all by default.

    Returns:
        How many were made.

    Raises:
        ModelError: The model of search by meaning is missing or damaged.
        StoreError: The record cannot be read or written.
    """
    model = load_sentences()
    digest = made_by(model)
    with store.looking() as connection:
        wanted = _count(connection, digest)
    made = last = 0
    while wanted and (most is None or made < most):
        with store.looking() as connection:
            batch = list(_lacking(connection, digest, last))
        if not batch:
            break
        read = lru_cache(maxsize=BATCH)(model.vector)  # statements of one sentence share their texts
        rows = [{"statement": one.key, "model": digest, "vector": _both(read, one).tobytes()} for one in batch]
        _keep(store, rows)
        made, last = made + len(rows), batch[-1].key
        if tell is not None:
            tell(made, max(made, wanted))
    return made


def index_few(store: Store) -> int:
    """Make the vectors that a record lacks where they are few, so that nobody need ask for it before a question.

    Args:
        store: The record; it is waited for as long as it was opened to wait for others.

    Returns:
        How many were made: none where more than ``FEW`` are lacking, where the record cannot be written, or without the
        model. Who then asks by meaning is told.
    """
    try:
        with store.looking() as connection:
            if not is_behind(connection):  # quick at any size, and without the model
                return 0
            wanted = _count(connection, made_by(load_sentences()))
        if wanted > FEW:
            return 0
        with store.writing():  # fails before the work is done, not after
            pass
        return index(store, most=wanted)
    except (ModelError, StoreError):
        return 0


def index_neighbours(store: Store) -> int:
    """Make the index of neighbours of a record that has its vectors, where there are more than a million.

    Args:
        store: The record.

    Returns:
        How many are in it; 0 where none was made.

    Raises:
        MissingExtra: FAISS is not installed.
        ModelError: The model of search by meaning is missing or damaged.
        StoreError: The record cannot be read, or the index cannot be read or written.
    """
    return make_neighbours(store, made_by(load_sentences()))


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


def _both(read: Callable[[str], NDArray[np.int8]], one: Lacking) -> NDArray[np.int8]:
    """The middle of the vectors of a statement's two texts."""
    both = np.array([read(one.spoken), read(one.within)], np.float32)
    return small((both / np.linalg.norm(both, axis=1, keepdims=True)).sum(axis=0))


def _lacking(connection: Connection, digest: str, last: int) -> Iterator[Lacking]:
    """The next statements without a vector of the model, after a key."""
    rows = connection.execute(
        select(statements.c.key, statements.c.content, statements.c.reading, readings.c.own_title, texts.c.text)
        .select_from(statements)
        .join(readings, statements.c.reading == readings.c.key)
        .join(documents, readings.c.document_id == documents.c.id)
        .join(texts, documents.c.text_hash == texts.c.hash)
        .outerjoin(vectors, vectors.c.statement == statements.c.key)
        .where(statements.c.key > last, func.coalesce(vectors.c.model, "") != digest)
        .order_by(statements.c.key)
        .limit(BATCH)
    ).all()
    places = _grouped(connection, _blocks_of({row.reading for row in rows}))
    names = _grouped(connection, _names_of([row.key for row in rows]))
    reports: dict[int, Report] = {}
    for row in rows:
        if row.reading not in reports:
            reports[row.reading] = Report(
                row.text, row.own_title, [Span(start, end) for _, start, end in places[row.reading]]
            )
        yield reports[row.reading].lacking(row.key, row.content, [name for _, name in names[row.key]])


def _grouped(connection: Connection, wanted: Select[Any]) -> Mapping[int, list[Any]]:
    """Rows by their first column."""
    found: dict[int, list[Any]] = defaultdict(list)
    for row in connection.execute(wanted):
        found[row[0]].append(row)
    return found


def _blocks_of(keys: set[int]) -> Select[Any]:
    columns = (blocks.c.reading, blocks.c.start, blocks.c.end)
    return select(*columns).where(blocks.c.reading.in_(keys)).order_by(blocks.c.reading, blocks.c.position)


def _names_of(keys: Sequence[int]) -> Select[Any]:
    named = select(speakers.c.statement, entities.c.name).join(entities, speakers.c.entity == entities.c.key)
    return named.where(speakers.c.statement.in_(keys)).order_by(speakers.c.statement, speakers.c.position)

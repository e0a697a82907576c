"""Rows: vectors as the record keeps them, fetched as numbers of length one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import ColumnElement, Connection, select

from onrecord.encode.sentences import SIZE
from onrecord.store.tables import vectors

_AT_ONCE = 20_000


def fetch(
    connection: Connection, wanted: Sequence[ColumnElement[bool]]
) -> Iterator[tuple[NDArray[np.int64], NDArray[np.float32]]]:
    """Fetch vectors, in parts, in the order of their statements' keys.

    Args:
        connection: In a transaction.
        wanted: Conditions on ``vectors``. One of another length than this version's is left out: nothing is like it.

    Yields:
        Keys, and a row of length one for each.
    """
    columns = select(vectors.c.statement, vectors.c.vector)
    for part in connection.execute(columns.where(*wanted).order_by(vectors.c.statement)).partitions(_AT_ONCE):
        whole = [row for row in part if len(row.vector) == SIZE]
        values = np.frombuffer(b"".join(row.vector for row in whole), np.int8).reshape(-1, SIZE)
        yield np.array([row.statement for row in whole], np.int64), unit(values)


def unit(values: NDArray[np.int8]) -> NDArray[np.float32]:
    """Rows of length one.

    Args:
        values: (rows, numbers).
    """
    rows = values.astype(np.float32)
    rows /= np.maximum(np.sqrt(np.einsum("ij,ij->i", rows, rows)), np.float32(1e-9))[:, None]
    return rows

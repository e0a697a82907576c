"""Vectors in memory: all of a record's, as one matrix that is searched from end to end.

A million of 128 numbers are 512 MB as float32, which is what NumPy multiplies at the speed of memory. They are loaded
once in a process and then only what was added is; a corrected reading that was made anew takes its old rows out. Beyond
a million there is an index of neighbours, and only what is not in it is in the matrix.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import ColumnElement, Connection, Select, func, select

from onrecord.ask.among import among
from onrecord.ask.meaning.neighbours import Neighbours, read_neighbours
from onrecord.ask.meaning.rows import fetch, unit
from onrecord.encode.sentences import SIZE
from onrecord.store import Store
from onrecord.store.tables import readings, statements, vectors

FEEDBACK, WEIGHT = 5, 0.4
"""To how many of the first answers a question is turned, and how much: 3 to 8 and .3 to .5 are as good, on the half of
``eval/search`` that is for tuning."""

_SHARED = 8
"""Statements looked at for each that a question is turned to: more than a sentence has."""

_FIRST = 2_000
"""Statements beyond those wanted that may come in when a question is turned."""

_GONE = -1
"""In place of the key of a statement that was deleted."""

Rows = tuple[NDArray[np.int64], NDArray[np.float32]]
"""Keys of statements, and the vectors of them."""

_kept: WeakKeyDictionary[Store, Vectors] = WeakKeyDictionary()
_lock = threading.Lock()


def vectors_of(store: Store, connection: Connection, digest: str) -> Vectors:
    """A record's vectors, as they are in a transaction.

    Args:
        store: The record; what was loaded before for it is used again.
        connection: In a transaction.
        digest: Of the model; vectors of another one are not compared.

    Raises:
        StoreError: The index of neighbours is damaged.
    """
    with _lock:
        found = _kept.get(store)
        if found is None or found.digest != digest:
            found = _kept[store] = Vectors(digest, read_neighbours(store, digest))
        found.load(connection)
        return found


class Vectors:
    """The matrix, in blocks, with the key of each row's statement. Rows have length one.

    Args:
        digest: Of what made the vectors.
        neighbours: An index of most of them, which are then not in the matrix.
    """

    def __init__(self, digest: str, neighbours: Neighbours | None = None) -> None:
        self.digest = digest
        self._neighbours = neighbours
        self._not_there: set[int] = set()
        self._blocks: list[Rows] = []
        self._last = neighbours.head.last if neighbours else 0
        self._corrected: dict[str, Sequence[int]] = {}

    def __len__(self) -> int:
        indexed = self._neighbours.head.count if self._neighbours else 0
        return indexed + sum(len(keys) for keys, _ in self._blocks)

    def load(self, connection: Connection) -> None:
        """Load what was added, and forget what was deleted.

        Args:
            connection: In a transaction.
        """
        corrected = _corrected(connection)
        for reading in self._corrected.keys() - corrected.keys():
            self._forget(self._corrected.pop(reading))
        anew = [key for reading, key in corrected.items() if reading not in self._corrected]
        last = connection.scalar(self._latest()) or 0
        if anew:
            of_readings = select(statements.c.key, statements.c.reading).where(statements.c.reading.in_(anew))
            keys: dict[int, list[int]] = {key: [] for key in anew}
            for key, reading in connection.execute(of_readings):
                keys[reading].append(key)
            again = [key for of_one in keys.values() for key in of_one if key <= self._last]
            self._forget(again)
            self._add(connection, vectors.c.statement.in_(among(again)))
            self._corrected |= {reading: keys[key] for reading, key in corrected.items() if key in keys}
        if last > self._last:
            self._add(connection, vectors.c.statement > self._last)
        self._last = max(self._last, last)

    def _latest(self) -> Select[int]:
        """The greatest key with a vector of this model: those of another one may still be replaced, in keys' order."""
        ours = select(vectors.c.statement).where(vectors.c.model == self.digest)
        return ours.order_by(vectors.c.statement.desc()).limit(1)

    def nearest(self, connection: Connection, vector: NDArray[np.int8], most: int) -> list[tuple[float, int]]:
        """The statements that are most alike, the most alike first.

        What is asked is turned a little to what is most like it (pseudo-relevance feedback; Rocchio 1971): the first
        answers are in a report's words, which others share that the question has not.

        Args:
            connection: In a transaction.
            vector: What is looked for.
            most: How many.

        Returns:
            Cosine of what was turned, and key, of each.
        """
        direction = unit(vector[None, :])[0]
        close = [(keys, rows, _highest(rows @ direction, most + _FIRST)) for keys, rows in self._blocks]
        chosen = [(keys[places], rows[places]) for keys, rows, places in close]
        if self._neighbours:
            chosen += self._indexed(connection, self._neighbours.nearest(direction, most + _FIRST))
        return _turned(direction, chosen, most)

    def among(
        self, connection: Connection, vector: NDArray[np.int8], wanted: Sequence[int], most: int
    ) -> list[tuple[float, int]]:
        """The same, of some statements alone.

        Args:
            connection: In a transaction.
            vector: What is looked for.
            wanted: Keys of the statements.
            most: How many.
        """
        asked = np.zeros(self._last + 2, bool)  # by key; the last place is that of statements that are no more
        asked[[key for key in wanted if key <= self._last]] = True
        inside = [(keys, rows, np.flatnonzero(asked[keys])) for keys, rows in self._blocks]
        chosen = [(keys[found], rows[found]) for keys, rows, found in inside]
        if self._neighbours:
            chosen += self._indexed(connection, wanted)
        return _turned(unit(vector[None, :])[0], chosen, most)

    def _indexed(self, connection: Connection, wanted: Sequence[int]) -> list[Rows]:
        """The vectors of those of some statements that are in the index of neighbours, as the record has them now."""
        last = self._neighbours.head.last if self._neighbours else 0
        keys = [key for key in wanted if key <= last and key not in self._not_there]
        return list(fetch(connection, (vectors.c.statement.in_(among(keys)), vectors.c.model == self.digest)))

    def _forget(self, gone: Sequence[int]) -> None:
        self._not_there.update(gone)
        for keys, _ in self._blocks:
            keys[np.isin(keys, np.array(gone, np.int64))] = _GONE

    def _add(self, connection: Connection, wanted: ColumnElement[bool]) -> None:
        chosen = (wanted, vectors.c.model == self.digest)
        count = connection.scalar(select(func.count()).select_from(vectors).where(*chosen)) or 0
        if not count:
            return
        keys, rows = np.zeros(count, np.int64), np.zeros((count, SIZE), np.float32)
        place = 0
        for part, values in fetch(connection, chosen):
            keys[place : place + len(part)] = part
            rows[place : place + len(part)] = values
            place += len(part)
        self._blocks.append((keys[:place], rows[:place]))
        self._join()

    def _join(self) -> None:
        """Make one block of small ones at the end, so that there are never many."""
        while len(self._blocks) > 1 and len(self._blocks[-2][0]) < 4 * len(self._blocks[-1][0]) < 400_000:
            last, before = self._blocks.pop(), self._blocks.pop()
            self._blocks.append((np.concatenate([before[0], last[0]]), np.concatenate([before[1], last[1]])))


def _highest(scores: NDArray[np.float32], most: int) -> NDArray[np.intp]:
    """The places of the highest of some scores, in no order."""
    return np.argpartition(scores, -most)[-most:] if len(scores) > most else np.arange(len(scores))


def _first_different(rows: NDArray[np.float32], scores: NDArray[np.float32]) -> NDArray[np.intp]:
    """The places of the highest scores of rows that differ, ``FEEDBACK`` of them.

    A sentence's statements share one vector, and would turn a question to that sentence alone.
    """
    places = _highest(scores, FEEDBACK * _SHARED)
    places = places[np.argsort(-scores[places], kind="stable")]
    _, first = np.unique(rows[places], axis=0, return_index=True)
    return places[np.sort(first)[:FEEDBACK]]


def _turned(direction: NDArray[np.float32], close: Sequence[Rows], most: int) -> list[tuple[float, int]]:
    """Rank rows by likeness to a direction that was turned to the likest of them."""
    if not close:
        return []
    keys, rows = close[0]
    if len(close) > 1:
        keys, rows = np.concatenate([part for part, _ in close]), np.concatenate([part for _, part in close])
    there = keys != _GONE
    if not there.all():
        keys, rows = keys[there], rows[there]
    first = _first_different(rows, rows @ direction)
    if len(first):
        direction = direction + WEIGHT * rows[first].mean(axis=0)
    scores = rows @ (direction / np.linalg.norm(direction))
    chosen = _highest(scores, 2 * most)
    pairs = zip(scores[chosen].tolist(), keys[chosen].tolist(), strict=True)
    return sorted(((round(score, 5), key) for score, key in pairs), key=lambda pair: (-pair[0], pair[1]))[:most]


def _corrected(connection: Connection) -> dict[str, int]:
    rows = connection.execute(select(readings.c.id, readings.c.key).where(readings.c.corrected))
    return {row.id: row.key for row in rows}

"""Store: the record in a database. Readings are added and never changed; what is live is worked out when asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine, select

from onrecord.errors import UnknownDocument
from onrecord.store import sqlite
from onrecord.store.find import DocumentRow, find_document, list_documents
from onrecord.store.live import is_live
from onrecord.store.load import load_reading
from onrecord.store.rows import Rows, cut
from onrecord.store.tables import readings as table
from onrecord.store.write import is_there, write
from onrecord.types import Reading

BATCH = 32
"""Readings to a transaction in ``add_many``. A commit waits for the disk and closes a segment of the word index; in
batches of this size its share of a reading is below what writing the rows takes."""


class Store:
    """A record, opened by ``open_store``. Threads may share it; each process opens its own.

    Use it in a ``with`` statement, or ``close`` it.

    Args:
        path: Where it is.
        engine: Connections to it.
    """

    def __init__(self, path: Path, engine: Engine) -> None:
        self.path = path
        self._engine = engine

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let the file go."""
        self._engine.dispose()

    def add(self, reading: Reading, rank: int = 0) -> bool:
        """Add a reading: all of it, or nothing.

        Args:
            reading: What was read.
            rank: Of its models: among a document's readings the one of the highest rank is shown, then the one by the
                latest rules.

        Returns:
            False if that reading was there; then nothing is written.

        Raises:
            BadReading: It contradicts itself.
            StoreLocked: Another process was writing for too long.
            StoreFull: The disk is full.
            StoreError: It could not be written for another reason.
        """
        return self.add_many((reading,), rank) == 1

    def add_many(self, readings: Iterable[Reading], rank: int = 0) -> int:
        """Add readings, some to a transaction: each is there whole or not at all.

        Args:
            readings: Taken as they are needed. If this raises, what it gave before is stored.
            rank: Of their models, as for ``add``.

        Returns:
            How many were not there before.

        Raises:
            StoreError: As for ``add``; the transactions before are kept.
        """
        added = 0
        waiting: list[Rows] = []
        try:
            for reading in readings:
                if self._has(reading.id):
                    continue
                with sqlite.translated(self.path):
                    waiting.append(cut(reading, rank))
                if len(waiting) == BATCH:
                    batch, waiting = waiting, []
                    added += self._write(batch)
        finally:
            added += self._write(waiting)
        return added

    def reading(self, document_id: str) -> Reading:
        """Load a document's live reading.

        Args:
            document_id: The document's whole id.

        Raises:
            UnknownDocument: The record does not have it.
        """
        with self.looking() as connection:
            key = connection.scalar(select(table.c.key).where(table.c.document_id == document_id, is_live()))
            if key is None:
                raise UnknownDocument(f"{self.path}: has no document of id {document_id!r}")
            return load_reading(connection, key)

    def documents(self) -> Iterator[DocumentRow]:
        """List the documents, the earliest published first, those without a date before them."""
        with self.looking() as connection:
            yield from list_documents(connection)

    def find_document(self, wanted: str) -> DocumentRow:
        """Find the document that somebody means.

        Args:
            wanted: Its id or the beginning of it, its path or address as it was read, its file name, or its title.

        Raises:
            UnknownDocument: None fits.
            AmbiguousDocument: Several do; the message lists them.
        """
        with self.looking() as connection:
            return find_document(connection, self.path, wanted)

    @contextmanager
    def looking(self) -> Iterator[Connection]:
        """A transaction for reading: the record as it is at its first question, whatever is added meanwhile.

        Raises:
            StoreError: The database's errors inside, as ours.
        """
        with sqlite.translated(self.path), self._engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        connecting = self._engine.connect().execution_options
        with sqlite.translated(self.path), connecting(writes=True) as connection, connection.begin():
            yield connection

    def _has(self, reading_id: str) -> bool:
        with self.looking() as connection:
            return is_there(connection, reading_id)

    def _write(self, batch: list[Rows]) -> int:
        if not batch:
            return 0
        with self._writing() as connection:
            return sum(write(connection, rows) for rows in batch)

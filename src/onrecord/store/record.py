"""Store: the record in a database. Readings are added and never changed; what is live is worked out when asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, Engine

from onrecord.store import sqlite
from onrecord.store.find import DocumentRow, find_document, find_statement, list_documents
from onrecord.store.judgements import judge as judging
from onrecord.store.judgements import table as judgements
from onrecord.store.judgements.correct import attach
from onrecord.store.judgements.judge import Kept
from onrecord.store.live import model_rank
from onrecord.store.rows import Rows, cut
from onrecord.store.write import is_there, write
from onrecord.types import Judgement, Reading, Verb

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

    def add(self, reading: Reading, rank: int | None = None) -> bool:
        """Add a reading: all of it, or nothing.

        Args:
            reading: What was read.
            rank: Of its models: among a document's readings the one of the highest rank is shown, then the one by the
                latest rules. None: as ``model_rank`` has it.

        Returns:
            False if that reading was there; then nothing is written.

        Raises:
            BadReading: It contradicts itself.
            StoreLocked: Another process was writing for too long.
            StoreFull: The disk is full.
            StoreError: It could not be written for another reason.
        """
        return self.add_many((reading,), rank) == 1

    def add_many(self, readings: Iterable[Reading], rank: int | None = None) -> int:
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
                    waiting.append(cut(reading, model_rank(reading.models) if rank is None else rank))
                if len(waiting) == BATCH:
                    batch, waiting = waiting, []
                    added += self._write(batch)
        finally:
            added += self._write(waiting)
        return added

    def reading(self, document_id: str, *, corrected: bool = True) -> Reading:
        """Load a document's live reading.

        Args:
            document_id: The document's whole id.
            corrected: Whether people's judgements are to be applied to it.

        Raises:
            UnknownDocument: The record does not have it.
        """
        with self.looking() as connection:
            if corrected:
                return judging.load_live(connection, self.path, document_id)
            return judging.load_base(connection, self.path, document_id)

    def kept(self, document_id: str) -> Kept:
        """Load all that the record holds of a document: its reading with and without judgements, and these.

        Raises:
            UnknownDocument: The record does not have it.
        """
        with self.looking() as connection:
            return judging.load_kept(connection, self.path, document_id)

    def find_statement(self, wanted: str) -> tuple[str, str]:
        """Find a statement by its id or the beginning of it; return the ids of its document and of itself.

        Raises:
            UnknownStatement: None has it, or several begin so.
        """
        with self.looking() as connection:
            return find_statement(connection, self.path, wanted)

    def judge(
        self,
        verb: Verb,
        target: str = "",
        after: Mapping[str, Any] | None = None,
        *,
        document_id: str | None = None,
        author: str,
        reason: str = "",
        at: str | None = None,
    ) -> Judgement:
        """Add a person's judgement; the document's corrected reading follows it, in the same transaction.

        Args:
            verb: What is done.
            target: Id of the statement or of the entity, whole; the document's, to accept it as read through. It may
                be left out where a statement is added and where entities of several documents are merged or split.
            after: What is to be, by name: see ``store.verdicts``. ``reject`` and ``accept`` take nothing.
            document_id: The document; None to merge or split entities across documents.
            author: Who judges.
            reason: Why, in their own words.
            at: When, ISO 8601; now, if it is not given.

        Returns:
            It, completed, with its id.

        Raises:
            UnknownDocument: The record does not have the document.
            BadJudgement: It points at nothing, or says what cannot be.
            StoreError: It could not be written.
        """
        asked = Judgement(
            id="",
            document_id=document_id,
            target=target,
            verb=verb,
            after=dict(after or {}),
            author=author,
            at=judgements.now() if at is None else judgements.stamp(at),
            reason=reason,
        )
        with self.writing() as connection:
            return judging.judge(connection, self.path, asked)

    def withdraw(self, judgement_id: str, author: str, at: str | None = None) -> Judgement:
        """Take a judgement back; it stays in the record as one that was withdrawn.

        Args:
            judgement_id: The judgement's whole id.
            author: Who takes it back.
            at: When, ISO 8601; now, if it is not given.

        Returns:
            It, as it is now.

        Raises:
            UnknownJudgement: The record does not have it.
            BadJudgement: It was taken back before. To have it again, judge again.
        """
        when = judgements.now() if at is None else judgements.stamp(at)
        with self.writing() as connection:
            return judging.withdraw(connection, self.path, judgement_id, author, when)

    def judgements(
        self, *, document_id: str | None = None, target: str | None = None, holding: bool = True
    ) -> tuple[Judgement, ...]:
        """List judgements in the order in which they were made.

        Args:
            document_id: Only those about this document; None for all, those across documents too.
            target: Only those about this statement or entity, by the id that it had when it was judged.
            holding: Leave out those that were withdrawn.
        """
        with self.looking() as connection:
            return judgements.list_judgements(connection, document_id=document_id, target=target, hold=holding)

    def attached(self, document_id: str) -> dict[str, str | None]:
        """Find what the judgements about a document that hold are about in its best reading.

        Args:
            document_id: The document's.

        Returns:
            Id of the judgement → id of the statement, entity or document; None where it stands alone, since that
            reading has nothing of the kind.

        Raises:
            UnknownDocument: The record does not have it.
        """
        with self.looking() as connection:
            base = judging.load_base(connection, self.path, document_id)
            return attach(base, judgements.list_judgements(connection, document_id=document_id))

    def add_judgements(self, given: Iterable[Judgement]) -> int:
        """Add judgements that another record holds.

        Args:
            given: As ``judgements`` lists them. One that is here stays, but is taken back if it was taken back there.

        Returns:
            How many were not here before.
        """
        with self.writing() as connection:
            return judging.take_over(connection, given)

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
    def writing(self) -> Iterator[Connection]:
        """A transaction for writing, which no other writer is in.

        Raises:
            StoreError: The database's errors inside, as ours.
        """
        connecting = self._engine.connect().execution_options
        with sqlite.translated(self.path), connecting(writes=True) as connection, connection.begin():
            yield connection

    def _has(self, reading_id: str) -> bool:
        with self.looking() as connection:
            return is_there(connection, reading_id)

    def _write(self, batch: list[Rows]) -> int:
        if not batch:
            return 0
        with self.writing() as connection:
            added = sum(write(connection, rows) for rows in batch)
            judging.follow(connection, sorted({rows.document["id"] for rows in batch}))
            return added

"""All that is SQLite's own: the file, its pragmas, its error codes and its full text search (FTS5).

Another database needs these functions again, and one branch in the migrations.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    Integer,
    QueuePool,
    Select,
    column,
    create_engine,
    event,
    literal_column,
    select,
    text,
)
from sqlalchemy.exc import DBAPIError

from onrecord.errors import NotARecord, StoreError, StoreFull, StoreLocked
from onrecord.store.columns import DamagedValue

APPLICATION_ID = 0x6F6E7263
"""Marks the file as ours ("onrc"), in bytes 68 to 71 of the header: https://www.sqlite.org/fileformat2.html#application_id."""

_MAGIC = b"SQLite format 3\0"
_HEADER_LENGTH = 100

_PRAGMAS = (
    "foreign_keys = ON",
    "synchronous = FULL",  # what was committed outlives a power cut, too
    # What sqlite.org/security.html asks of who opens files from elsewhere.
    "trusted_schema = OFF",
    "cell_size_check = ON",
)

_LOCKED = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_FORBIDDEN = {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM}
_UNWRITABLE = {  # a full disk is SQLITE_FULL; a quota or a limit on the size of files comes as one of these
    sqlite3.SQLITE_IOERR,  # all that FTS5 tells where it cannot write; who reads gets a code that says more
    sqlite3.SQLITE_IOERR_WRITE,
    sqlite3.SQLITE_IOERR_FSYNC,
    sqlite3.SQLITE_IOERR_TRUNCATE,
    sqlite3.SQLITE_IOERR_SHMSIZE,
}


def is_ours(path: Path) -> bool:
    """Look whether a file is a record, without opening it as a database: another program's is not to be touched.

    Args:
        path: Of something that exists.

    Returns:
        True for a record; False for an empty file, in which one can be made.

    Raises:
        NotARecord: It is something else.
        OSError: It cannot be read.
    """
    if path.is_dir():
        raise NotARecord(f"{path}: is a folder; name a file in it")
    if not path.is_file():
        raise NotARecord(f"{path}: is a device or a pipe; name a file")
    with path.open("rb") as file:
        header = file.read(_HEADER_LENGTH)
    if not header:
        return False
    if not header.startswith(_MAGIC) or len(header) < _HEADER_LENGTH:
        raise NotARecord(f"{path}: is not a SQLite database, so no record; name another file")
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise NotARecord(f"{path}: is a database of another program; it was left as it is; name another file")
    return True


def connect(path: Path, *, create: bool, timeout_s: float) -> Engine:
    """Prepare connections to a file. None is opened yet.

    Args:
        path: The file.
        create: Whether the file may be made.
        timeout_s: How long to wait for another process's lock, in seconds.
    """
    address = f"{path.absolute().as_uri()}?mode={'rwc' if create else 'rw'}"

    def open_file() -> sqlite3.Connection:
        connection = sqlite3.connect(
            address, timeout=timeout_s, isolation_level=None, uri=True, check_same_thread=False
        )
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        return connection

    engine = create_engine("sqlite://", creator=open_file, poolclass=QueuePool)
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    """Begin a transaction ourselves: Python's module would do so late, or for some statements not at all.

    Who will write takes the lock at once, so that it waits for another writer instead of failing half-way.
    """
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def mark_ours(connection: Connection) -> None:
    """Write the application id; part of the transaction that makes the tables."""
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")


def log_ahead(engine: Engine) -> None:
    """Switch to a write-ahead log, in which readers and one writer do not wait for each other.

    After the tables are made, not before: the mark in the file's header must not stand in the log alone.
    """
    connection = engine.raw_connection()
    try:
        connection.cursor().execute("PRAGMA journal_mode = WAL")
    finally:
        connection.close()


def revision_of(connection: Connection) -> str | None:
    """The schema's revision, as alembic keeps it; None for a database in which nothing was made yet."""
    table = connection.scalar(text("SELECT name FROM sqlite_schema WHERE name = 'alembic_version'"))
    return None if table is None else connection.scalar(text("SELECT version_num FROM alembic_version"))


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn the database's errors inside into ours.

    Args:
        path: The file, to name it.

    Raises:
        StoreError: One of its kinds, by SQLite's code; of no special kind where none fits.
    """
    try:
        yield
    except DBAPIError as error:
        if not isinstance(error.orig, sqlite3.Error):
            raise
        raise _ours(path, error.orig) from error
    except sqlite3.Error as error:
        raise _ours(path, error) from error
    except DamagedValue as error:
        raise _damaged(path, error) from error
    except UnicodeEncodeError as error:
        raise StoreError(
            f"{path}: half of a surrogate pair is no text; it was neither stored nor looked for"
        ) from error


def _ours(path: Path, error: sqlite3.Error) -> StoreError:
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    primary = code & 0xFF
    if primary in _LOCKED:
        return StoreLocked(f"{path}: another process is writing to it and did not end in time; try again after it has")
    if primary == sqlite3.SQLITE_FULL or code in _UNWRITABLE:
        return StoreFull(
            f"{path}: cannot be written ({error}): the disk is full or a limit is reached; make room and read the "
            "rest again; what was stored before is there"
        )
    if primary in _FORBIDDEN:
        return StoreError(f"{path}: {error}; see to the permissions of the file and of its folder")
    if primary in _DAMAGED:
        return _damaged(path, error)
    return StoreError(f"{path}: {error}")


def _damaged(path: Path, error: Exception) -> NotARecord:
    return NotARecord(f"{path}: is damaged ({error}); put a copy of it back, or read the reports into a new one")


def index_words(connection: Connection, reading: int) -> None:
    """Put the words of a reading just added into the indexes.

    Args:
        connection: In the transaction that added it.
        reading: Its key.
    """
    connection.execute(
        text(
            "INSERT INTO statement_words (rowid, lemmas, terms) "
            "SELECT key, lemmas, terms FROM statements WHERE reading = :reading"
        ),
        {"reading": reading},
    )
    connection.execute(
        text("INSERT INTO entity_words (rowid, words) SELECT key, words FROM entities WHERE reading = :reading"),
        {"reading": reading},
    )


def forget_words(connection: Connection, reading: int) -> None:
    """Take the words of a reading out of the indexes, before its rows are deleted.

    Args:
        connection: In the transaction that deletes it.
        reading: Its key.
    """
    connection.execute(
        text(
            "INSERT INTO statement_words (statement_words, rowid, lemmas, terms) "
            "SELECT 'delete', key, lemmas, terms FROM statements WHERE reading = :reading"
        ),
        {"reading": reading},
    )
    connection.execute(
        text(
            "INSERT INTO entity_words (entity_words, rowid, words) "
            "SELECT 'delete', key, words FROM entities WHERE reading = :reading"
        ),
        {"reading": reading},
    )


def all_of(phrases: Sequence[Sequence[str]]) -> str:
    """Write a question for FTS5: every phrase must be there, each with its words side by side.

    Args:
        phrases: Words made by ``words``: letters and digits alone, so that in quotation marks they mean themselves.
    """
    return " AND ".join(f'"{" ".join(phrase)}"' for phrase in phrases)


def matching(expression: str, upto: int, most: int) -> Select[int]:
    """Keys of the statements that fit a full text question, the greatest first.

    Args:
        expression: By FTS5's grammar, over the columns ``lemmas`` and ``terms``.
        upto: The greatest key that counts.
        most: How many to give at most.
    """
    table: ColumnElement[str] = literal_column("statement_words")
    key = column("rowid", Integer)
    return (
        select(key.label("key"))
        .select_from(text("statement_words"))
        .where(table.op("MATCH")(expression), key <= upto)
        .order_by(key.desc())
        .limit(most)
    )


def entities_with(words: Sequence[str]) -> Select[int]:
    """Keys of the entities in whose name or aliases all of some words stand, in any order.

    Args:
        words: Folded.
    """
    table: ColumnElement[str] = literal_column("entity_words")
    return (
        select(column("rowid", Integer).label("key"))
        .select_from(text("entity_words"))
        .where(table.op("MATCH")(all_of([[word] for word in words])))
    )

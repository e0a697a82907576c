"""Opening: is what stands at a place a record, of this version; and making one where there is none."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Engine

from onrecord.errors import NotARecord, StoreError, StoreNotFound
from onrecord.store import revisions, sqlite
from onrecord.store.record import Store

TIMEOUT_S = 10.0
"""How long to wait for another process's lock. One batch of another writer takes far less than a second."""


def open_store(place: str | Path, *, create: bool = False, timeout_s: float = TIMEOUT_S) -> Store:
    """Open a record.

    Args:
        place: Its file.
        create: Whether to make it if it is not there, and to bring one of an older version up to date: what a writer
            asks for.
        timeout_s: How long to wait for another process's lock, in seconds.

    Returns:
        The record, to be closed by the caller.

    Raises:
        StoreNotFound: It is not there.
        NotARecord: What is there is something else, and was not touched, or is damaged.
        NewerSchema: A newer version wrote it.
        OlderSchema: An older version wrote it, and ``create`` was not given.
        StoreLocked: Another process holds it.
        StoreFull: There is no room to make it.
        StoreError: It cannot be opened for another reason, such as permissions.
    """
    path = Path(place)
    begun = _begun(path, create=create)
    engine = sqlite.connect(path, create=create, timeout_s=timeout_s)
    try:
        with sqlite.translated(path):
            if not begun or not _is_ready(path, engine, create=create):
                _make(engine)
    except BaseException:
        engine.dispose()
        raise
    return Store(path, engine)


def _begun(path: Path, *, create: bool) -> bool:
    """Whether a record stands at a place, which may be one whose making was cut off."""
    try:
        if path.exists():
            begun = sqlite.is_ours(path)
            if not begun and not create:
                raise NotARecord(f"{path}: is empty; read a report into it with `onrecord read REPORT --record {path}`")
            return begun
    except OSError as error:
        raise StoreError(f"{path}: cannot be read ({error.strerror}); see to its name and permissions") from error
    if not create:
        raise StoreNotFound(f"{path}: there is no record here; make one with `onrecord read REPORT --record {path}`")
    if not path.parent.is_dir():
        raise StoreError(f"{path}: there is no folder {path.parent}; make it first")
    return False


def _is_ready(path: Path, engine: Engine, *, create: bool) -> bool:
    with engine.begin() as connection:
        revision = sqlite.revision_of(connection)
    if revision is not None and revisions.is_current(path, revision):
        return True
    if not create:
        if revision is None:
            raise NotARecord(
                f"{path}: was never finished; read a report into it with `onrecord read REPORT --record {path}`"
            )
        revisions.refuse_older(path, revision)
    return False


def _make(engine: Engine) -> None:
    """Make the tables, or what is missing of them. Whoever waits for the lock finds the work done, and does nothing."""
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        sqlite.mark_ours(connection)
        revisions.upgrade(connection)
    sqlite.log_ahead(engine)

"""Judgements: what people decided, kept as rows that are added and can be withdrawn, and listed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import Connection, exists, insert, select, update

from onrecord.errors import BadJudgement, UnknownJudgement
from onrecord.ids import ID_LENGTH
from onrecord.store.tables import judgements as table
from onrecord.types import Judgement

_FIELDS = Judgement.__struct_fields__


def now() -> str:
    """The time as judgements tell it: ISO 8601, UTC, to the microsecond, so that it sorts."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def stamp(at: str) -> str:
    """Write a time as ``now`` does.

    Args:
        at: ISO 8601; without a zone it is UTC.

    Raises:
        BadJudgement: It is no time.
    """
    try:
        told = datetime.fromisoformat(at)
    except ValueError as error:
        raise BadJudgement(f"{at!r} is no time; write it in ISO 8601, such as 2024-03-12T09:30:00+00:00") from error
    whole = told.replace(tzinfo=UTC) if told.tzinfo is None else told.astimezone(UTC)
    return whole.isoformat(timespec="microseconds")


def identified(judgement: Judgement) -> Judgement:
    """A judgement with its id: the hash of all but the withdrawal."""
    plain = msgspec.structs.replace(judgement, id="", withdrawn=None, withdrawn_by=None)
    digest = hashlib.sha256(msgspec.json.encode(plain, order="deterministic")).hexdigest()
    return msgspec.structs.replace(judgement, id=digest[:ID_LENGTH])


def holding(connection: Connection, document_id: str) -> tuple[Judgement, ...]:
    """The judgements about a document that hold, in the order in which they were made."""
    return list_judgements(connection, document_id=document_id)


def list_judgements(
    connection: Connection, *, document_id: str | None = None, target: str | None = None, hold: bool = True
) -> tuple[Judgement, ...]:
    """List judgements in the order in which they were made.

    Args:
        connection: In a transaction.
        document_id: Only those about this document; None for all, those across documents too.
        target: Only those about this statement or entity.
        hold: Leave out those that were withdrawn.
    """
    chosen = select(table).order_by(table.c.at, table.c.id)
    if document_id is not None:
        chosen = chosen.where(table.c.document_id == document_id)
    if target is not None:
        chosen = chosen.where(table.c.target == target)
    if hold:
        chosen = chosen.where(table.c.withdrawn.is_(None))
    return tuple(Judgement(**{name: getattr(row, name) for name in _FIELDS}) for row in connection.execute(chosen))


def list_across(connection: Connection) -> tuple[Judgement, ...]:
    """List the judgements about entities of several documents, withdrawn or not."""
    chosen = select(table).where(table.c.document_id.is_(None)).order_by(table.c.at, table.c.id)
    return tuple(Judgement(**{name: getattr(row, name) for name in _FIELDS}) for row in connection.execute(chosen))


def standing_across(connection: Connection) -> tuple[Judgement, ...]:
    """Those of them that hold."""
    return tuple(one for one in list_across(connection) if one.withdrawn is None)


def judged(connection: Connection, document_ids: Sequence[str]) -> list[str]:
    """Those of some documents about which there are judgements, withdrawn or not."""
    chosen = select(table.c.document_id).where(table.c.document_id.in_(document_ids)).distinct()
    return sorted(name for name in connection.scalars(chosen) if name is not None)


def add_judgement(connection: Connection, judgement: Judgement) -> bool:
    """Add a judgement, if it is not there.

    Args:
        connection: In a transaction for writing.
        judgement: With its id.

    Returns:
        Whether it was added. One that is there stays as it is, but takes over a withdrawal.
    """
    if connection.scalar(select(exists().where(table.c.id == judgement.id))):
        taken_back = {"withdrawn": judgement.withdrawn, "withdrawn_by": judgement.withdrawn_by}
        still = (table.c.id == judgement.id) & table.c.withdrawn.is_(None)
        if judgement.withdrawn is not None:
            connection.execute(update(table).where(still).values(taken_back))
        return False
    row: dict[str, Any] = {name: getattr(judgement, name) for name in _FIELDS}
    connection.execute(insert(table), row)
    return True


def withdraw(connection: Connection, path: Path, judgement_id: str, author: str, at: str) -> Judgement:
    """Take a judgement back.

    Args:
        connection: In a transaction for writing.
        path: Of the record, to name it.
        judgement_id: The judgement's whole id.
        author: Who takes it back.
        at: When; see ``stamp``.

    Returns:
        It, as it is now.

    Raises:
        UnknownJudgement: The record does not have it.
        BadJudgement: It was taken back before.
    """
    row = connection.execute(select(table).where(table.c.id == judgement_id)).first()
    if row is None:
        raise UnknownJudgement(f"{path}: has no judgement {judgement_id!r}; `onrecord correct list` prints their ids")
    if row.withdrawn is not None:
        raise BadJudgement(
            f"{path}: judgement {judgement_id} was taken back by {row.withdrawn_by} at {row.withdrawn}; to have it "
            "again, judge again"
        )
    taken_back = {"withdrawn": at, "withdrawn_by": author}
    connection.execute(update(table).where(table.c.id == judgement_id).values(taken_back))
    return Judgement(**{name: getattr(row, name) for name in _FIELDS} | taken_back)


def documents_of(judgements: Iterable[Judgement]) -> list[str]:
    """The documents that judgements are about, each once."""
    return sorted({judgement.document_id for judgement in judgements if judgement.document_id is not None})

"""Find: which document is meant by what a person types; and the list of all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Select, func, select

from onrecord.errors import AmbiguousDocument, UnknownDocument, UnknownStatement
from onrecord.read.addresses import canonical_url
from onrecord.store.live import is_live
from onrecord.store.rows import fold_title
from onrecord.store.tables import readings, speakers, statements

_SHOWN = 5
"""Candidates that a message lists."""


class DocumentRow(msgspec.Struct, frozen=True, kw_only=True):
    """A document of the record, as its live reading has it.

    Attributes:
        id, origin, publisher, published: See ``Document``.
        title: What it is called.
        statements: How many the live reading holds.
        sources: How many entities speak in them.
    """

    id: str
    origin: str
    title: str
    publisher: str | None
    published: str | None
    statements: int
    sources: int


def list_documents(connection: Connection) -> Iterator[DocumentRow]:
    """List all documents, the earliest published first, those without a date before them.

    Args:
        connection: In a transaction; the rows are fetched as they are taken.
    """
    order = (readings.c.published.is_not(None), readings.c.published, readings.c.origin, readings.c.document_id)
    streamed = connection.execution_options(yield_per=500)
    for row in streamed.execute(document_rows().order_by(*order)):
        yield DocumentRow(**row._mapping)


def find_document(connection: Connection, path: Path, wanted: str) -> DocumentRow:
    """Find the one document that is meant.

    What fits whole goes before what fits in part: its id; its origin as it was given; its own address; its origin's
    file name; what it is called, whatever its capitals and marks; the beginning of its id.

    Args:
        connection: In a transaction.
        path: Of the record, to name it.
        wanted: What was typed.

    Raises:
        UnknownDocument: Nothing fits.
        AmbiguousDocument: Several documents fit equally well.
    """
    # A file's name that is no UTF-8 is written as read.inputs writes it.
    wanted = wanted.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    for fits in _ways_to_fit(wanted):
        ids = connection.scalars(select(readings.c.document_id).where(fits).distinct().limit(_SHOWN + 1)).all()
        if ids:
            rows = connection.execute(
                document_rows().where(readings.c.document_id.in_(ids)).order_by(readings.c.document_id)
            )
            return _only([DocumentRow(**row._mapping) for row in rows], path, wanted)
    raise UnknownDocument(
        f"{path}: has no document {wanted!r}; give its id or the beginning of it, its path or address, or its title"
    )


def find_statement(connection: Connection, path: Path, wanted: str) -> tuple[str, str]:
    """Find a statement by its id: among those that are shown, then among those that were rejected.

    Args:
        connection: In a transaction.
        path: Of the record, to name it.
        wanted: The id or the beginning of it.

    Returns:
        The ids of its document and of itself.

    Raises:
        UnknownStatement: None has it, or several begin so.
    """
    if wanted:
        after = wanted[:-1] + chr(ord(wanted[-1]) + 1)
        fits = (statements.c.id >= wanted) & (statements.c.id < after)
        chosen = select(readings.c.document_id, statements.c.id).join(statements).where(fits).distinct().limit(2)
        for shown in (is_live(), readings.c.corrected.is_(False)):
            found = connection.execute(chosen.where(shown)).all()
            if len(found) == 1:
                return found[0].document_id, found[0].id
            if found:
                raise UnknownStatement(
                    f"{path}: has several statements whose ids begin with {wanted!r}; give more of it"
                )
    raise UnknownStatement(f"{path}: has no statement {wanted!r}; `onrecord correct ids DOC` prints their ids")


def _ways_to_fit(wanted: str) -> Iterator[ColumnElement[bool]]:
    yield readings.c.document_id == wanted
    yield readings.c.origin == wanted
    if address := canonical_url(wanted):
        yield readings.c.url == address
    if wanted:
        yield readings.c.file_name == wanted
        title = fold_title(wanted)
        if title:
            yield readings.c.title_words == title
        after = wanted[:-1] + chr(ord(wanted[-1]) + 1)
        yield (readings.c.document_id >= wanted) & (readings.c.document_id < after)


def _only(found: list[DocumentRow], path: Path, wanted: str) -> DocumentRow:
    if len(found) == 1:
        return found[0]
    lines = "".join(f"\n  {row.id}  {row.origin}  {row.title}" for row in found[:_SHOWN])
    more = "\n  …" if len(found) > _SHOWN else ""
    raise AmbiguousDocument(f"{path}: {wanted!r} fits several documents; give the id of one:{lines}{more}")


def document_rows() -> Select[Any]:
    """Select the fields of ``DocumentRow``, of live readings."""
    spoken = select(func.count(speakers.c.entity.distinct())).select_from(speakers.join(statements))
    return select(
        readings.c.document_id.label("id"),
        readings.c.origin,
        readings.c.title,
        readings.c.publisher,
        readings.c.published,
        select(func.count()).where(statements.c.reading == readings.c.key).scalar_subquery().label("statements"),
        spoken.where(statements.c.reading == readings.c.key).scalar_subquery().label("sources"),
    ).where(is_live())

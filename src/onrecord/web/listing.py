"""Listing: the articles of a record a page at a time, the latest first."""

from __future__ import annotations

from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Row, Select, func, select

from onrecord.store import DocumentRow, Store
from onrecord.store.live import is_live
from onrecord.store.rows import fold_title
from onrecord.store.tables import documents, readings, speakers, statements, texts

AT_ONCE = 50
MOST_PUBLISHERS = 200
_BEGINNING = 300
"""Characters of a text in which its first line is looked for."""


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """Which articles are asked for.

    Attributes:
        title: Words of the title, in their order.
        publisher: As it stands in the record.
        published_from, published_to: ISO dates, half-open.
        offset: How many are passed over.
        limit: How many at most.
    """

    title: str = ""
    publisher: str = ""
    published_from: str = ""
    published_to: str = ""
    offset: int = 0
    limit: int = AT_ONCE


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """A page of articles. ``after`` is the offset of the next page; None on the last one."""

    documents: tuple[DocumentRow, ...]
    total: int
    after: int | None


def list_articles(store: Store, wanted: Wanted) -> Listed:
    """List articles.

    Args:
        store: The record.
        wanted: Which.

    Raises:
        StoreError: The record cannot be read.
    """
    fits = [is_live(), *_conditions(wanted)]
    order = (readings.c.published.desc().nulls_last(), readings.c.title, readings.c.document_id)
    keys = select(readings.c.key).where(*fits).order_by(*order).limit(wanted.limit).offset(wanted.offset)
    with store.looking() as connection:
        total = connection.scalar(select(func.count()).select_from(readings).where(*fits)) or 0
        found = connection.scalars(keys).all()
        rows = {row.key: row for row in connection.execute(_rows().where(readings.c.key.in_(found)))}
    listed = tuple(_row(rows[key]) for key in found)
    after = wanted.offset + len(listed)
    return Listed(documents=listed, total=total, after=after if after < total and listed else None)


def _row(row: Row[Any]) -> DocumentRow:
    """What the record has of an article; one without a title is called by its first line."""
    fields = {name: getattr(row, name) for name in DocumentRow.__struct_fields__}
    first = next((line.strip() for line in row.beginning.splitlines() if line.strip()), None)
    return DocumentRow(**{**fields, "title": row.title or first})


def list_publishers(store: Store) -> list[str]:
    """Publishers of the record, by name; so many at most.

    Args:
        store: The record.
    """
    names = select(readings.c.publisher).where(readings.c.publisher.is_not(None)).distinct()
    with store.looking() as connection:
        return list(connection.scalars(names.order_by(readings.c.publisher).limit(MOST_PUBLISHERS)))


def _conditions(wanted: Wanted) -> list[ColumnElement[bool]]:
    conditions = []
    if title := fold_title(wanted.title):
        conditions.append(readings.c.title_words.contains(title, autoescape=True))
    if wanted.publisher:
        conditions.append(readings.c.publisher == wanted.publisher)
    if wanted.published_from:
        conditions.append(readings.c.published >= wanted.published_from)
    if wanted.published_to:
        conditions.append(readings.c.published < wanted.published_to)
    return conditions


def _rows() -> Select[Any]:
    spoken = select(func.count(speakers.c.entity.distinct())).select_from(speakers.join(statements))
    return select(
        readings.c.key,
        readings.c.document_id.label("id"),
        readings.c.origin,
        readings.c.title,
        readings.c.publisher,
        readings.c.published,
        select(func.count()).where(statements.c.reading == readings.c.key).scalar_subquery().label("statements"),
        spoken.where(statements.c.reading == readings.c.key).scalar_subquery().label("sources"),
        func.substr(texts.c.text, 1, _BEGINNING).label("beginning"),
    ).select_from(readings.join(documents).join(texts))

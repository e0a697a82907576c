"""Listing: the articles of a record a page at a time, the latest first."""

from __future__ import annotations

import msgspec
from sqlalchemy import ColumnElement, func, select

from onrecord.ask.clauses import first_day
from onrecord.store import DocumentRow, Store
from onrecord.store.find import document_rows
from onrecord.store.live import is_live
from onrecord.store.rows import fold_title
from onrecord.store.tables import readings
from onrecord.web.asking import LONGEST_QUERY

AT_ONCE = 50
MOST_PUBLISHERS = 200


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """Which articles are asked for.

    Attributes:
        title: Words of the title, in their order.
        publisher: As it stands in the record.
        published_from, published_to: Days, months or years in ISO 8601, half-open.
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
        BadQuestion: A date is none.
        StoreError: The record cannot be read.
    """
    fits = [is_live(), *_conditions(wanted)]
    order = (readings.c.published.desc().nulls_last(), readings.c.title, readings.c.document_id)
    keys = (
        select(readings.c.key, readings.c.document_id)
        .where(*fits)
        .order_by(*order)
        .limit(wanted.limit)
        .offset(wanted.offset)
    )
    with store.looking() as connection:
        total = connection.scalar(select(func.count()).select_from(readings).where(*fits)) or 0
        found = connection.execute(keys).all()
        chosen = document_rows().where(readings.c.key.in_([row.key for row in found]))
        rows = {row.id: DocumentRow(**row._mapping) for row in connection.execute(chosen)}
    listed = tuple(rows[row.document_id] for row in found)
    after = wanted.offset + len(listed)
    return Listed(documents=listed, total=total, after=after if after < total and listed else None)


def list_publishers(store: Store) -> list[str]:
    """Publishers of the record, by name; so many at most, and none whose name is too long to be asked for.

    Args:
        store: The record.
    """
    names = select(readings.c.publisher).where(func.length(readings.c.publisher) <= LONGEST_QUERY).distinct()
    with store.looking() as connection:
        return list(connection.scalars(names.order_by(readings.c.publisher).limit(MOST_PUBLISHERS)))


def _conditions(wanted: Wanted) -> list[ColumnElement[bool]]:
    conditions = []
    if title := fold_title(wanted.title):
        conditions.append(readings.c.title_words.contains(title, autoescape=True))
    if wanted.publisher:
        conditions.append(readings.c.publisher == wanted.publisher)
    if first := first_day("published_from", wanted.published_from):
        conditions.append(readings.c.published >= first)
    if end := first_day("published_to", wanted.published_to):
        conditions.append(readings.c.published < end)
    return conditions

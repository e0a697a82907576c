"""Sources: who is quoted in the record, and how much."""

from __future__ import annotations

from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Select, and_, case, func, literal, not_, null, select, text

from onrecord.store import Store
from onrecord.store.live import is_live
from onrecord.store.tables import entities, readings, speakers, statements
from onrecord.store.terms import HEADLINES
from onrecord.types import THOUGHT, EntityKind


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody, or something, that statements come from.

    A named one stands for all entities of that very name and kind: that they are one person is not known, each document
    tells of its own. An unnamed one is of one document.

    Attributes:
        name, kind: See ``Entity``.
        named: Whether it is a proper name.
        document_id: The document of an unnamed source; None for a name.
        documents: In how many it speaks.
        statements: How many it makes; a joint one counts for each speaker. Those of headlines are apart.
        direct, mixed, indirect: The statements by form; their sum is ``statements``.
        thought: How many of the statements were thought or wanted, not said.
        words: Words of the statements that were said: not the thought ones, nor what it is said not to have said.
        headlines: Statements in headlines, standfirsts and pull quotes.
    """

    name: str
    kind: EntityKind
    named: bool
    document_id: str | None
    documents: int
    statements: int
    direct: int
    mixed: int
    indirect: int
    thought: int
    words: int
    headlines: int


def list_sources(store: Store) -> list[Source]:
    """List all sources of the live readings, the named ones first, those with most statements first.

    Args:
        store: The record.

    Raises:
        StoreError: The record cannot be read.
    """
    with store.looking() as connection:
        named = connection.execute(_named()).all()
        unnamed = connection.execute(_unnamed()).all()
    return [Source(**row._mapping) for row in (*named, *unnamed)]


def _named() -> Select[Any]:
    return _counted(null()).where(entities.c.named).group_by(entities.c.name, entities.c.kind)


def _unnamed() -> Select[Any]:
    return _counted(readings.c.document_id).where(not_(entities.c.named)).group_by(entities.c.key)


def _counted(document_id: ColumnElement[Any]) -> Select[Any]:
    """The fields of ``Source``, over whatever the rows are grouped by."""
    apart = statements.c.block.in_(HEADLINES)
    thought = statements.c.act.in_(THOUGHT)
    return (
        select(
            entities.c.name,
            entities.c.kind,
            entities.c.named,
            document_id.label("document_id"),
            func.count(readings.c.document_id.distinct()).label("documents"),
            _sum(not_(apart)).label("statements"),
            *(_sum(not_(apart), statements.c.form == form).label(form) for form in ("direct", "mixed", "indirect")),
            _sum(not_(apart), thought).label("thought"),
            _sum(not_(apart), not_(thought), not_(statements.c.negated), of=statements.c.word_count).label("words"),
            _sum(apart).label("headlines"),
        )
        .select_from(speakers)
        .join(entities, speakers.c.entity == entities.c.key)
        .join(statements, speakers.c.statement == statements.c.key)
        .join(readings, statements.c.reading == readings.c.key)
        .where(is_live())
        .order_by(
            text("statements DESC"), entities.c.name, entities.c.kind, text("document_id"), func.min(entities.c.key)
        )
    )


def _sum(*conditions: ColumnElement[bool], of: ColumnElement[int] = literal(1)) -> ColumnElement[int]:  # noqa: B008
    """Add up something over the rows where conditions hold."""
    return func.sum(case((and_(*conditions), of), else_=0))

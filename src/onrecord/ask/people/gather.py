"""Gather: the rows that a profile is made of, each kind bounded, the latest read first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Row, Select, case, func, select

from onrecord.ask.among import among
from onrecord.ask.identity import Identities
from onrecord.ask.tally import Tally
from onrecord.store.live import is_live
from onrecord.store.tables import entities, readings, speakers, statements, subjects

MOST_ENTITIES = 2_000
"""Documents in which one key is looked at: beyond that a profile is told to be of a part."""

MOST_STATEMENTS = 5_000
"""Statements of one key that are counted, and mentions of it."""

MOST_READ = 1_000
"""Statements whose words are counted for matters, and whose other names are counted."""


class Gathered(NamedTuple):
    """The rows of one key. ``entities`` and ``statements`` have the columns of their tables and of ``readings``."""

    entities: Sequence[Row[Any]]
    statements: Sequence[Row[Any]]
    capped: bool


def gather(connection: Connection, is_person: ColumnElement[bool]) -> Gathered:
    """Find in which documents somebody is, and what they say there.

    Args:
        connection: In a transaction.
        is_person: A condition on ``entities``.
    """
    found = connection.execute(_entities(is_person).limit(MOST_ENTITIES + 1)).all()
    known = found[:MOST_ENTITIES]
    said = connection.execute(_statements(among(row.key for row in known)).limit(MOST_STATEMENTS + 1)).all()
    capped = len(found) > MOST_ENTITIES or len(said) > MOST_STATEMENTS
    return Gathered(known, said[:MOST_STATEMENTS], capped)


def _entities(is_person: ColumnElement[bool]) -> Select[Any]:
    document = (readings.c.document_id, readings.c.title, readings.c.origin, readings.c.publisher, readings.c.published)
    who = (entities.c.key, entities.c.id, entities.c.kind, entities.c.named, entities.c.name, entities.c.aliases)
    return (
        select(*who, entities.c.roles, *document)
        .join_from(entities, readings)
        .where(is_person, is_live())
        .order_by(entities.c.key.desc())
    )


def _statements(of: Select[int]) -> Select[Any]:
    what = (statements.c.key, statements.c.act, statements.c.form, statements.c.block)
    return (
        select(*what, speakers.c.entity, readings.c.document_id, readings.c.published)
        .select_from(speakers)
        .join(statements, speakers.c.statement == statements.c.key)
        .join(readings, statements.c.reading == readings.c.key)
        .where(speakers.c.entity.in_(of))
        .order_by(statements.c.key.desc())
    )


def contents(connection: Connection, keys: Sequence[int]) -> Sequence[str]:
    """Lemmas of statements, in no order."""
    return connection.scalars(select(statements.c.lemmas).where(statements.c.key.in_(among(keys)))).all()


def mentions_of(connection: Connection, entity_keys: Sequence[int]) -> Sequence[int]:
    """Keys of the statements that mention somebody, the latest read first; one more than are counted if there are."""
    found = select(subjects.c.statement).where(subjects.c.entity.in_(among(entity_keys))).distinct()
    return connection.scalars(found.order_by(subjects.c.statement.desc()).limit(MOST_READ + 1)).all()


def speakers_of(connection: Connection, identities: Identities, keys: Sequence[int]) -> list[Tally]:
    """Who makes statements, with how many; the questions are left to the caller."""
    joined = select(func.count(speakers.c.statement.distinct())).select_from(speakers)
    joined = joined.join(entities, speakers.c.entity == entities.c.key)
    return _tallied(connection, identities, joined.where(speakers.c.statement.in_(among(keys))))


def subjects_of(connection: Connection, identities: Identities, keys: Sequence[int]) -> list[Tally]:
    """Whom statements mention, with how many; the questions are left to the caller."""
    joined = select(func.count(subjects.c.statement.distinct())).select_from(subjects)
    joined = joined.join(entities, subjects.c.entity == entities.c.key)
    return _tallied(connection, identities, joined.where(subjects.c.statement.in_(among(keys)), entities.c.named))


def _tallied(connection: Connection, identities: Identities, counted: Select[Any]) -> list[Tally]:
    """Add up counts of entities by key, the most first. Of who is not named each document's is one."""
    of = (entities.c.kind, entities.c.name, entities.c.named)
    document = func.min(readings.c.document_id)
    rows = connection.execute(
        counted.join(readings, entities.c.reading == readings.c.key)
        .add_columns(*of, document, func.min(entities.c.id))
        .group_by(*of, case((entities.c.named, 0), else_=entities.c.key))
    )
    found: dict[str, Tally] = {}
    for number, kind, name, named, document_id, entity_id in rows:
        key = identities.key(kind, name, named=named, document_id=document_id, entity_id=entity_id)
        before = found.get(key)
        label, so_far = (before.label, before.statements) if before else (name, 0)
        found[key] = Tally(label=label, statements=so_far + number, key=key)
    return sorted(found.values(), key=lambda tally: (-tally.statements, tally.label, tally.key or ""))

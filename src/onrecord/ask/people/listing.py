"""Listing: who speaks in the record, or in the statements that a question asks for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from msgspec import structs
from sqlalchemy import ColumnElement, Row, Select, case, func, select, text

from onrecord.ask.among import among
from onrecord.ask.identity import Identities
from onrecord.ask.people.profile import People, Person
from onrecord.ask.question import Question
from onrecord.ask.search import keys_of
from onrecord.store import Store
from onrecord.store.tables import entities, readings, speakers, statements
from onrecord.store.terms import HEADLINES

MOST_COUNTED = 100_000
"""Statements that are counted for a list of people: 1.7 s of one core in a record of a million."""


def people(store: Store, question: Question | None = None) -> People:
    """List who makes the statements that a question asks for, those with most of them first.

    Args:
        store: The record.
        question: Which statements count; all of them without one. ``limit`` is how many people to give at most.

    Raises:
        EmptyQuery: It has words, but none to look for.
        StoreError: The record cannot be read.
    """
    question = question or Question()
    with store.looking() as connection:
        identities = Identities(connection)
        keys, capped = keys_of(connection, identities, question, MOST_COUNTED)
        rows = connection.execute(_counted(among(keys))).all()
        found = _joined(identities, rows)
    ordered = sorted(found.values(), key=lambda who: (-who.statements, -who.headlines, who.name, who.key))
    listed = tuple(ordered[: max(question.limit, 0)])
    return People(question=question, people=listed, total=len(found), capped=capped, counted=len(keys))


def _counted(chosen: Select[int]) -> Select[Any]:
    """Counts of each name and kind, and of each of those who are not named."""
    headline = statements.c.block.in_(HEADLINES)
    columns: dict[str, ColumnElement[Any]] = {
        "document_id": func.min(readings.c.document_id),
        "entity_id": func.min(entities.c.id),
        "documents": func.count(readings.c.document_id.distinct()),
        "statements": func.sum(case((headline, 0), else_=1)),
        "headlines": func.sum(case((headline, 1), else_=0)),
        "first": func.min(readings.c.published),
        "last": func.max(readings.c.published),
    }
    return (
        select(
            entities.c.kind,
            entities.c.name,
            entities.c.named,
            *(column.label(name) for name, column in columns.items()),
        )
        .select_from(statements)
        .join(readings, statements.c.reading == readings.c.key)
        .join(speakers, speakers.c.statement == statements.c.key)
        .join(entities, speakers.c.entity == entities.c.key)
        .where(statements.c.key.in_(chosen))
        .group_by(entities.c.kind, entities.c.name, entities.c.named, case((entities.c.named, 0), else_=entities.c.key))
        .order_by(text("statements DESC"), entities.c.name)
    )


def _joined(identities: Identities, rows: Iterable[Row[Any]]) -> dict[str, Person]:
    """Add up what has one key; the name is that of most statements."""
    found: dict[str, Person] = {}
    for row in rows:
        key = identities.key(row.kind, row.name, named=row.named, document_id=row.document_id, entity_id=row.entity_id)
        before = found.get(key)
        found[key] = _person(row, key) if before is None else _added(before, row)
    return found


def _person(row: Row[Any], key: str) -> Person:
    return Person(
        key=key,
        name=row.name,
        kind=row.kind,
        named=row.named,
        document_id=None if row.named else row.document_id,
        documents=row.documents,
        statements=row.statements,
        headlines=row.headlines,
        first=row.first,
        last=row.last,
        question=Question(person=key, order="newest"),
    )


def _added(person: Person, row: Row[Any]) -> Person:
    """A person with another printed form of the name; a document that has both counts twice."""
    dates = sorted(date for date in (person.first, person.last, row.first, row.last) if date is not None)
    return structs.replace(
        person,
        documents=person.documents + row.documents,
        statements=person.statements + row.statements,
        headlines=person.headlines + row.headlines,
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
    )

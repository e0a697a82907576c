"""Load: rows back into records, equal to those that were stored."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, Table, select

from onrecord.spans import Span
from onrecord.store import tables
from onrecord.types import Block, Claim, Confidence, Document, Entity, Mention, Reading, Statement, Step

_DOCUMENT = ("origin", "publisher", "authors", "published", "fetched", "url", "language", "sha256")
_ENTITY = ("id", "kind", "named", "name", "aliases", "affiliation", "roles")
_STATEMENT = (
    *("id", "block", "form", "act", "negated", "colour", "parent", "content", "cue", "source", "inferred"),
    *("via", "basis", "addressee", "target", "topic", "said_at"),
)
_CLAIM = ("polarity", "mood", "condition", "certainty", "quantities", "times", "forecast")
_STEP = ("rule", "spans", "score", "note")


def load_reading(connection: Connection, key: int) -> Reading:
    """Load a reading.

    Args:
        connection: In a transaction.
        key: The reading's, in the table.
    """
    found = connection.execute(select(tables.readings).where(tables.readings.c.key == key)).one()
    entities = _of_reading(connection, tables.entities, key)
    entity_ids = {entity.key: entity.id for entity in entities}
    return Reading(
        id=found.id,
        document=_document(connection, found),
        blocks=tuple(
            Block(span=Span(block.start, block.end), kind=block.kind)
            for block in _of_reading(connection, tables.blocks, key)
        ),
        mentions=tuple(_mention(row, entity_ids) for row in _of_reading(connection, tables.mentions, key)),
        entities=tuple(Entity(**_fields(entity, _ENTITY)) for entity in entities),
        statements=tuple(load_statements(connection, tables.statements.c.reading == key).values()),
        models=found.models,
        rules=found.rules,
    )


def load_statements(connection: Connection, chosen: ColumnElement[bool]) -> dict[int, Statement]:
    """Load statements with all that hangs on them.

    Args:
        connection: In a transaction.
        chosen: A condition on the columns of ``statements``.

    Returns:
        The statements by their keys, in the order of their readings.
    """
    claims = _by_statement(connection, select(tables.claims), tables.claims, chosen)
    steps = _by_statement(connection, select(tables.steps), tables.steps, chosen)
    speaking = select(tables.speakers.c.statement, tables.entities.c.id).join(tables.entities)
    speakers = _by_statement(connection, speaking, tables.speakers, chosen)
    order = (tables.statements.c.reading, tables.statements.c.position)
    return {
        row.key: Statement(
            **_fields(row, _STATEMENT),
            speaker_ids=tuple(speaker.id for speaker in speakers[row.key]),
            claims=tuple(
                Claim(span=Span(claim.start, claim.end), **_fields(claim, _CLAIM)) for claim in claims[row.key]
            ),
            confidence=Confidence(
                statement=row.confidence, source=row.source_confidence, speaker=row.speaker_confidence
            ),
            steps=tuple(Step(**_fields(step, _STEP)) for step in steps[row.key]),
        )
        for row in connection.execute(select(tables.statements).where(chosen).order_by(*order))
    }


def _document(connection: Connection, found: Row[Any]) -> Document:
    text = (
        select(tables.texts.c.text)
        .join(tables.documents, tables.documents.c.text_hash == tables.texts.c.hash)
        .where(tables.documents.c.id == found.document_id)
    )
    return Document(
        id=found.document_id,
        title=found.own_title,
        text=connection.execute(text).scalar_one(),
        **_fields(found, _DOCUMENT),
    )


def _of_reading(connection: Connection, table: Table, key: int) -> Sequence[Row[Any]]:
    return connection.execute(select(table).where(table.c.reading == key).order_by(table.c.position)).all()


def _by_statement(
    connection: Connection, rows: Select[Any], table: Table, chosen: ColumnElement[bool]
) -> Mapping[int, list[Row[Any]]]:
    """Rows of a table that hang on the chosen statements, by statement, in their order."""
    grouped: defaultdict[int, list[Row[Any]]] = defaultdict(list)
    joined = rows.join(tables.statements, tables.statements.c.key == table.c.statement)
    for row in connection.execute(joined.where(chosen).order_by(table.c.statement, table.c.position)):
        grouped[row.statement].append(row)
    return grouped


def _mention(row: Row[Any], entity_ids: Mapping[int, str]) -> Mention:
    return Mention(
        id=row.id,
        span=Span(row.start, row.end),
        head=Span(row.head_start, row.head_end),
        kind=row.kind,
        entity_id=None if row.entity is None else entity_ids[row.entity],
    )


def _fields(row: Row[Any], names: Sequence[str]) -> dict[str, Any]:
    """Columns that are fields of the same name."""
    return {name: getattr(row, name) for name in names}

"""Lists: the statements that a question opens, as keys and as hits, inside a transaction that is there already."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, select

from onrecord.ask.among import among
from onrecord.ask.context import Context
from onrecord.ask.identity import Identities
from onrecord.ask.question import Question, is_open
from onrecord.ask.search import _AT_ONCE, Hit, _chosen, _hits
from onrecord.store.live import is_live
from onrecord.store.tables import entities, readings, speakers, statements, texts


def keys_of(connection: Connection, question: Question, most: int) -> tuple[Sequence[int], bool]:
    """Find the statements that a question asks for.

    Args:
        connection: In a transaction.
        question: What is asked; its limit and order do not count.
        most: How many to give at most.

    Returns:
        Their keys, and whether there are more.

    Raises:
        EmptyQuery: It has words, but none to look for.
    """
    if is_open(question):
        chosen = select(statements.c.key).join(readings).where(is_live()).order_by(statements.c.key.desc())
    else:
        chosen = _chosen(question)
    keys = connection.scalars(chosen.limit(most + 1)).all()
    return keys[:most], len(keys) > most


def hits_of(connection: Connection, keys: Sequence[int]) -> list[Hit]:
    """Load statements with their words and paragraphs.

    Args:
        connection: In a transaction.
        keys: In the order in which they are wanted.
    """
    parts = (keys[start : start + _AT_ONCE] for start in range(0, len(keys), _AT_ONCE))
    return [hit for part in parts for hit in _hits(connection, part)]


def contexts_of(connection: Connection, hashes: set[str]) -> Mapping[str, Context]:
    """Load texts by their hashes, ready to be cut into paragraphs.

    Args:
        connection: In a transaction.
        hashes: Of the texts.
    """
    rows = connection.execute(select(texts).where(texts.c.hash.in_(sorted(hashes))))
    return {row.hash: Context(row.text) for row in rows}


def speakers_by_statement(
    connection: Connection, identities: Identities, keys: Sequence[int]
) -> dict[int, list[tuple[str, str]]]:
    """Name and key of each statement's speakers, in their order.

    Args:
        connection: In a transaction.
        identities: Of that transaction.
        keys: Of the statements.
    """
    columns = (entities.c.kind, entities.c.name, entities.c.named, entities.c.id, readings.c.document_id)
    rows = connection.execute(
        select(speakers.c.statement, *columns)
        .select_from(speakers)
        .join(entities, speakers.c.entity == entities.c.key)
        .join(readings, entities.c.reading == readings.c.key)
        .where(speakers.c.statement.in_(among(keys)))
        .order_by(speakers.c.statement, speakers.c.position)
    )
    found: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for row in rows:
        key = identities.key(row.kind, row.name, named=row.named, document_id=row.document_id, entity_id=row.id)
        found[row.statement].append((row.name, key))
    return found

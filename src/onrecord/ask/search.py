"""Search: the statements in which something was said, by somebody, about somebody."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import msgspec
from sqlalchemy import ColumnElement, Connection, Select, select, union

from onrecord.ask.context import Context
from onrecord.ask.query import names_of, phrases_of
from onrecord.ask.question import Question, is_open
from onrecord.errors import EmptyQuery
from onrecord.spans import Span
from onrecord.store import Store
from onrecord.store.live import is_live
from onrecord.store.load import load_statements
from onrecord.store.sqlite import entities_with, statements_with
from onrecord.store.tables import documents, entities, readings, speakers, statements, subjects, texts
from onrecord.types import Statement

_AT_ONCE = 500
"""Statements loaded by one question: databases bound the number of values in it."""


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """A statement that was found, with what is needed to show it.

    Attributes:
        document_id, title, origin, publisher, published: Of the document that it stands in.
        statement: The statement; its spans index the document's text.
        speakers: Names of its speakers, in the order of ``statement.speaker_ids``.
        people: Their keys, for ``Question.person``.
        words: What the content's spans cover, sliced from the text.
        paragraph: The paragraphs that the content stands in, from the start of the first to the end of the last.
        context: What ``paragraph`` covers.
    """

    document_id: str
    title: str | None
    origin: str
    publisher: str | None
    published: str | None
    statement: Statement
    speakers: tuple[str, ...]
    people: tuple[str, ...] = ()
    words: tuple[str, ...]
    paragraph: Span
    context: str


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """The statements that fit a question, a page of them.

    Attributes:
        hits: The page.
        after: Give this as ``Question.after`` for the next page; None where this is the last one.
        total: How many statements fit; None where that was not counted to the end.
        capped: Whether so many fit that only a part of them was ranked.
    """

    hits: tuple[Hit, ...]
    after: str | None = None
    total: int | None = None
    capped: bool = False


def search(store: Store, question: Question) -> Found:
    """Find statements in the live readings of a record.

    Args:
        store: The record.
        question: What is asked. No character of its words has a meaning of its own.

    Returns:
        By default the best fitting first (BM25 over the lemmas of what was said), the latest published first among
        equals.

    Raises:
        EmptyQuery: There is no word to look for.
        StoreError: The record cannot be read.
    """
    chosen = _chosen(question).limit(max(question.limit, 0))
    with store.looking() as connection:
        keys = connection.scalars(chosen).all()
        parts = (keys[start : start + _AT_ONCE] for start in range(0, len(keys), _AT_ONCE))
        return Found(hits=tuple(hit for part in parts for hit in _hits(connection, part)))


def _chosen(question: Question) -> Select[int]:
    """Keys of the statements that fit, the best first."""
    if is_open(question):
        raise EmptyQuery("there is nothing to look for: give words, or who said it, or what it is about")
    chosen = select(statements.c.key).join(readings).where(is_live())
    order = [readings.c.published.desc().nulls_last(), readings.c.document_id, statements.c.position]
    if question.words.strip():
        found = statements_with(phrases_of(question.words)).subquery()
        chosen = chosen.join(found, found.c.key == statements.c.key)
        order.insert(0, found.c.misfit)
    if question.who is not None:
        chosen = chosen.where(_said_by(question.who))
    if question.about is not None:
        chosen = chosen.where(_is_about(question.about))
    return chosen.order_by(*order)


def _said_by(who: str) -> ColumnElement[bool]:
    named = entities_with(names_of(who))
    return statements.c.key.in_(select(speakers.c.statement).where(speakers.c.entity.in_(named)))


def _is_about(about: str) -> ColumnElement[bool]:
    mentioned = select(subjects.c.statement).where(subjects.c.entity.in_(entities_with(names_of(about))))
    said = select(statements_with(phrases_of(about)).subquery().c.key)
    return statements.c.key.in_(union(mentioned, said))


def _hits(connection: Connection, keys: Sequence[int]) -> list[Hit]:
    """Load the hits of some keys, in their order."""
    found = load_statements(connection, statements.c.key.in_(keys))
    names = _names(connection, keys)
    rows = connection.execute(
        select(statements.c.key, readings, documents.c.text_hash)
        .join_from(statements, readings)
        .join(documents)
        .where(statements.c.key.in_(keys))
    )
    origins = {row[0]: row for row in rows}
    contexts = _contexts(connection, {row.text_hash for row in origins.values()})
    hits = []
    for key in keys:
        row, statement = origins[key], found[key]
        context = contexts[row.text_hash]
        paragraph = context.around(statement.content)
        hits.append(
            Hit(
                document_id=row.document_id,
                title=row.title,
                origin=row.origin,
                publisher=row.publisher,
                published=row.published,
                statement=statement,
                speakers=tuple(names[key]),
                words=tuple(span.of(context.text) for span in statement.content),
                paragraph=paragraph,
                context=paragraph.of(context.text),
            )
        )
    return hits


def _names(connection: Connection, keys: Sequence[int]) -> Mapping[int, list[str]]:
    """Names of each statement's speakers, in their order."""
    names = defaultdict(list)
    speaking = select(speakers.c.statement, entities.c.name).join(entities).where(speakers.c.statement.in_(keys))
    for row in connection.execute(speaking.order_by(speakers.c.statement, speakers.c.position)):
        names[row.statement].append(row.name)
    return names


def _contexts(connection: Connection, hashes: set[str]) -> dict[str, Context]:
    rows = connection.execute(select(texts).where(texts.c.hash.in_(sorted(hashes))))
    return {row.hash: Context(row.text) for row in rows}

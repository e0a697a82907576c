"""Hits: statements loaded with all that is needed to show them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec
from sqlalchemy import Connection, select

from onrecord.ask.context import Context
from onrecord.ask.identity import Identities, who_by_statement
from onrecord.spans import Span
from onrecord.store.load import load_statements
from onrecord.store.tables import documents, readings, speakers, statements, texts
from onrecord.types import Statement

_AT_ONCE = 500
"""Statements loaded by one question: databases bound the number of values in it."""


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """A statement that was found, with what is needed to show it.

    Attributes:
        document_id, origin, publisher, published: Of the document that it stands in.
        title: What that is called.
        statement: The statement; its spans index the document's text.
        speakers: Names of its speakers, in the order of ``statement.speaker_ids``.
        people: Their keys, for ``Question.person``.
        words: What the content's spans cover, sliced from the text.
        paragraph: The paragraphs that the content stands in, from the start of the first to the end of the last.
        context: What ``paragraph`` covers.
    """

    document_id: str
    title: str
    origin: str
    publisher: str | None
    published: str | None
    statement: Statement
    speakers: tuple[str, ...]
    people: tuple[str, ...] = ()
    words: tuple[str, ...]
    paragraph: Span
    context: str

    def words_at(self, span: Span) -> str | None:
        """The words that a span of the document covers; None where it lies outside the hit's paragraphs.

        Args:
            span: Of the document's text.
        """
        start = self.paragraph.start
        return self.context[span.start - start : span.end - start] if self.paragraph.covers(span) else None


def load_hits(connection: Connection, identities: Identities, keys: Sequence[int]) -> list[Hit]:
    """Load statements with their words and paragraphs.

    Args:
        connection: In a transaction.
        identities: Of that transaction.
        keys: In the order in which they are wanted.
    """
    parts = (keys[start : start + _AT_ONCE] for start in range(0, len(keys), _AT_ONCE))
    return [hit for part in parts for hit in _hits(connection, identities, part)]


def _hits(connection: Connection, identities: Identities, keys: Sequence[int]) -> list[Hit]:
    found = load_statements(connection, statements.c.key.in_(keys))
    speaking = who_by_statement(connection, identities, speakers, keys)
    rows = connection.execute(
        select(statements.c.key, readings, documents.c.text_hash)
        .join_from(statements, readings)
        .join(documents)
        .where(statements.c.key.in_(keys))
    )
    origins = {row[0]: row for row in rows}
    contexts = contexts_of(connection, {row.text_hash for row in origins.values()})
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
                speakers=tuple(who.name for who in speaking.get(key, ())),
                people=tuple(who.key for who in speaking.get(key, ())),
                words=tuple(span.of(context.text) for span in statement.content),
                paragraph=paragraph,
                context=paragraph.of(context.text),
            )
        )
    return hits


def contexts_of(connection: Connection, hashes: set[str]) -> Mapping[str, Context]:
    """Load texts by their hashes, ready to be cut into paragraphs.

    Args:
        connection: In a transaction.
        hashes: Of the texts.
    """
    rows = connection.execute(select(texts).where(texts.c.hash.in_(sorted(hashes))))
    return {row.hash: Context(row.text) for row in rows}

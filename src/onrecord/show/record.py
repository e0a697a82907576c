"""The JSON record: the contract that other programs read, one document a line."""

from __future__ import annotations

from typing import Final, Literal

import msgspec

from onrecord.show.confident import confident
from onrecord.show.jsonline import json_line
from onrecord.spans import Span
from onrecord.types import (
    Act,
    Block,
    BlockKind,
    Claim,
    Confidence,
    Document,
    Entity,
    Form,
    Mention,
    Reading,
    Reference,
    Spans,
    Statement,
    Step,
    Time,
)

SCHEMA: Final = "onrecord.record/1"
"""Name and version of the contract. Fields may be added under it; those that are there keep their meaning."""


class PrintedDocument(msgspec.Struct, frozen=True, kw_only=True):
    """The document in the record. When it was fetched is left out: the same document gives the same bytes.

    Lines that older versions printed have no ``url``.
    """

    id: str
    origin: str
    url: str | None = None
    title: str | None
    publisher: str | None
    authors: tuple[str, ...]
    published: str | None
    language: str
    sha256: str
    text: str


class Words(msgspec.Struct, frozen=True, kw_only=True):
    """The words under a statement's spans, sliced from the document's text as they stand there."""

    content: tuple[str, ...]
    cue: tuple[str, ...]
    source: tuple[str, ...]


class PrintedStatement(msgspec.Struct, frozen=True, kw_only=True):
    """A statement with its words. The fields are those of ``Statement``, in the contract's order."""

    id: str
    block: BlockKind
    form: Form
    act: Act
    negated: bool
    colour: str | None
    parent: str | None
    content: Spans
    cue: Spans
    source: Spans
    inferred: bool
    words: Words
    speaker_ids: tuple[str, ...]
    via: Reference | None
    basis: Reference | None
    addressee: Reference | None
    target: Reference | None
    topic: Span | None
    said_at: Time | None
    claims: tuple[Claim, ...]
    confidence: Confidence
    steps: tuple[Step, ...]


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the output: a document and all that was found in it."""

    schema: Literal["onrecord.record/1"] = SCHEMA
    document: PrintedDocument
    blocks: tuple[Block, ...]
    mentions: tuple[Mention, ...]
    entities: tuple[Entity, ...]
    statements: tuple[PrintedStatement, ...]
    models: dict[str, str]
    rules: str


def record_json(reading: Reading, min_confidence: float = 0.0) -> bytes:
    """Write a reading as one line of JSON, by the schema in ``docs/reference/record.schema.json``.

    Args:
        reading: What was read.
        min_confidence: Least ``confidence.statement`` that is kept, 0 to 1.

    Returns:
        UTF-8 without a line break. Control characters are escaped, so that it is safe to print.
    """
    return json_line(record_of(confident(reading, min_confidence)))


def record_of(reading: Reading) -> Record:
    """Arrange a reading as the record that is printed.

    Args:
        reading: What was read.
    """
    return Record(
        document=_printed_document(reading.document),
        blocks=reading.blocks,
        mentions=reading.mentions,
        entities=reading.entities,
        statements=tuple(_printed_statement(statement, reading.document.text) for statement in reading.statements),
        models=dict(sorted(reading.models.items())),
        rules=reading.rules,
    )


def words_of(statement: Statement, text: str) -> Words:
    """Slice a statement's words from the document's text.

    Args:
        statement: The statement.
        text: ``Document.text``.
    """
    return Words(
        content=tuple(span.of(text) for span in statement.content),
        cue=tuple(span.of(text) for span in statement.cue),
        source=tuple(span.of(text) for span in statement.source),
    )


def _printed_document(document: Document) -> PrintedDocument:
    return PrintedDocument(**{name: getattr(document, name) for name in PrintedDocument.__struct_fields__})


def _printed_statement(statement: Statement, text: str) -> PrintedStatement:
    fields = {name: getattr(statement, name) for name in Statement.__struct_fields__}
    return PrintedStatement(**fields, words=words_of(statement, text))

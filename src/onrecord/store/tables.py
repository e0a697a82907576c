"""The tables of the record, as SQLAlchemy sees them; ``migrations`` is what makes them.

    texts ← documents ← readings ← blocks, mentions, entities, statements ← claims, steps, speakers, subjects
                           ← tallies
    hedges: the phrases that can be asked for
    judgements, links: what people and later programs say of them

A row is added and never changed (but that a judgement or a link can be withdrawn). ``documents`` says which texts
there are; how one was found (its address, title, dates) stands with the reading, because that is what was read: a page
fetched again may carry a better title.
Full text search hangs on ``statements.lemmas``, ``statements.terms`` and ``entities.words`` by the
dialect's own means: see ``sqlite``.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from onrecord.spans import Span
from onrecord.store.columns import Json, Packed
from onrecord.types import Certainty, Forecast, Quantity, Reference, Role, Spans, Time

METADATA = MetaData()

texts = Table(
    "texts",
    METADATA,
    Column("hash", Text, primary_key=True),  # SHA-256 of the text in UTF-8
    Column("text", Text, nullable=False),
)

documents = Table(
    "documents",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("text_hash", ForeignKey(texts.c.hash), nullable=False),
)

readings = Table(
    "readings",
    METADATA,
    Column("key", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("document_id", ForeignKey(documents.c.id), nullable=False),
    Column("models", Json(dict[str, str]), nullable=False),
    Column("rules", Text, nullable=False),
    Column("rank", Integer, nullable=False),  # of the models: higher is better
    Column("rules_key", Text, nullable=False),  # sorts as the versions do: see live.version_key
    Column("base", Text, nullable=False),  # id of the reading that this one is, or is with judgements applied
    Column("corrected", Boolean, nullable=False),  # whether it is another one with judgements applied
    Column("at", Text, nullable=False),  # when it was added, in UTC; decides nothing
    Column("origin", Text, nullable=False),
    Column("file_name", Text, nullable=False),  # last part of the origin
    Column("title", Text),  # what the report is called: see titles.py; never NULL
    Column("own_title", Text),  # as it was found or given
    Column("title_words", Text),  # folded
    Column("publisher", Text),
    Column("authors", Json(tuple[str, ...]), nullable=False),
    Column("published", Text),
    Column("fetched", Text),
    Column("url", Text),  # the report's own address
    Column("language", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Index("readings_live", "document_id", "rank", "rules_key", "base", "corrected"),
    Index("readings_origin", "origin"),
    Index("readings_file_name", "file_name"),
    Index("readings_title_words", "title_words"),
    Index("readings_url", "url"),
    Index("readings_published", "published"),
    Index("readings_corrected", "id", sqlite_where=text("corrected = 1")),
)

blocks = Table(
    "blocks",
    METADATA,
    Column("reading", ForeignKey(readings.c.key), nullable=False),
    Column("position", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    PrimaryKeyConstraint("reading", "position"),
    sqlite_with_rowid=False,
)

entities = Table(
    "entities",
    METADATA,
    Column("key", Integer, primary_key=True),
    Column("reading", ForeignKey(readings.c.key), nullable=False),
    Column("position", Integer, nullable=False),
    Column("id", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("named", Boolean, nullable=False),
    Column("name", Text, nullable=False),
    Column("words", Text, nullable=False),  # of the name and the aliases, folded: what `who` looks in
    Column("aliases", Json(tuple[str, ...]), nullable=False),
    Column("affiliation", Text),
    Column("roles", Json(tuple[Role, ...]), nullable=False),
    UniqueConstraint("reading", "position"),
)

mentions = Table(
    "mentions",
    METADATA,
    Column("reading", ForeignKey(readings.c.key), nullable=False),
    Column("position", Integer, nullable=False),
    Column("id", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("head_start", Integer, nullable=False),
    Column("head_end", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("entity", ForeignKey(entities.c.key)),
    PrimaryKeyConstraint("reading", "position"),
    sqlite_with_rowid=False,
)

statements = Table(
    "statements",
    METADATA,
    Column("key", Integer, primary_key=True),
    Column("reading", ForeignKey(readings.c.key), nullable=False),
    Column("position", Integer, nullable=False),
    Column("id", Text, nullable=False),
    Column("block", Text, nullable=False),
    Column("form", Text, nullable=False),
    Column("act", Text, nullable=False),
    Column("negated", Boolean, nullable=False),
    Column("colour", Text),
    Column("parent", Text),
    Column("content", Json(Spans), nullable=False),
    Column("cue", Json(Spans), nullable=False),
    Column("source", Json(Spans), nullable=False),
    Column("inferred", Boolean, nullable=False),
    Column("via", Json(Reference)),
    Column("basis", Json(Reference)),
    Column("addressee", Json(Reference)),
    Column("target", Json(Reference)),
    Column("topic", Json(Span)),
    Column("said_at", Json(Time)),
    Column("confidence", Double),
    Column("source_confidence", Double),
    Column("speaker_confidence", Double),
    Column("word_count", Integer, nullable=False),  # of the content
    Column("lemmas", Text, nullable=False),  # of the content: what full text search looks in
    Column("terms", Text, nullable=False),  # what it can be chosen by: see terms
    UniqueConstraint("reading", "position"),
    Index("statements_act", "act", "form"),
    Index("statements_id", "id"),
)

speakers = Table(
    "speakers",
    METADATA,
    Column("statement", ForeignKey(statements.c.key), nullable=False),
    Column("position", Integer, nullable=False),
    Column("entity", ForeignKey(entities.c.key), nullable=False),
    PrimaryKeyConstraint("statement", "position"),
    Index("speakers_entity", "entity"),
    sqlite_with_rowid=False,
)

subjects = Table(  # whom the content mentions, by whatever words, its target and whom it addresses: drawn when stored
    "subjects",
    METADATA,
    Column("statement", ForeignKey(statements.c.key), nullable=False),
    Column("entity", ForeignKey(entities.c.key), nullable=False),
    PrimaryKeyConstraint("statement", "entity"),
    Index("subjects_entity", "entity"),
    sqlite_with_rowid=False,
)

claims = Table(
    "claims",
    METADATA,
    Column("statement", ForeignKey(statements.c.key), nullable=False),
    Column("position", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("polarity", Text, nullable=False),
    Column("mood", Text, nullable=False),
    Column("condition", Json(Span)),
    Column("certainty", Json(Certainty)),
    Column("quantities", Json(tuple[Quantity, ...])),
    Column("times", Json(tuple[Time, ...])),
    Column("forecast", Json(Forecast)),
    PrimaryKeyConstraint("statement", "position"),
    sqlite_with_rowid=False,
)

hedges = Table(  # phrases of the certainties that any claim ever stored had, each once
    "hedges",
    METADATA,
    Column("phrase", Text, primary_key=True),
    sqlite_with_rowid=False,
)

steps = Table(
    "steps",
    METADATA,
    Column("statement", ForeignKey(statements.c.key), nullable=False),
    Column("position", Integer, nullable=False),
    Column("rule", Text, nullable=False),
    Column("spans", Json(Spans), nullable=False),
    Column("score", Double),
    Column("note", Text),
    PrimaryKeyConstraint("statement", "position"),
    sqlite_with_rowid=False,
)

tallies = Table(  # who is quoted in a reading, counted when it is stored: see tallies.py
    "tallies",
    METADATA,
    Column("reading", ForeignKey(readings.c.key), primary_key=True),
    Column("publisher", Text),  # of the reading, as ``published``: all of a record is counted from this table alone
    Column("published", Text),
    Column("counts", Packed, nullable=False),
    Column("voices", Packed, nullable=False),
)

judgements = Table(
    "judgements",
    METADATA,
    Column("key", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("document_id", Text),
    Column("target", Text, nullable=False),
    Column("verb", Text, nullable=False),
    Column("before", Json(dict[str, Any]), nullable=False),
    Column("after", Json(dict[str, Any]), nullable=False),
    Column("spans", Json(Spans), nullable=False),
    Column("author", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("withdrawn", Text),
    Column("withdrawn_by", Text),
    Index("judgements_document", "document_id"),
    Index("judgements_target", "target"),
)

links = Table(  # between statements, claims, entities or documents of several reports; nothing writes them yet
    "links",
    METADATA,
    Column("key", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),  # of what it joins
    Column("left", Text, nullable=False),
    Column("right", Text, nullable=False),
    Column("relation", Text, nullable=False),
    Column("score", Double),
    Column("judge", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("withdrawn", Text),
    Index("links_left", "left"),
    Index("links_right", "right"),
)

vectors = Table(  # of statements' contents, for search by meaning: kept where a record was asked to keep them
    "vectors",
    METADATA,
    Column("statement", ForeignKey(statements.c.key), primary_key=True),
    Column("model", Text, nullable=False),  # digest of what made it
    Column("vector", LargeBinary, nullable=False),
)

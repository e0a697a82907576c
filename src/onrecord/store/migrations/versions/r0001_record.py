"""The record: texts, documents, readings and all that a reading holds."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import SchemaItem

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables and what is needed to search them."""
    _make_readings()
    _make_parts()
    _make_statements()
    _make_links()
    _FULL_TEXT[op.get_bind().dialect.name]()


def _text(name: str, *args: SchemaItem, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, *args, nullable=nullable)


def _integer(name: str, *args: SchemaItem, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, *args, nullable=nullable)


def _make_readings() -> None:
    op.create_table("texts", sa.Column("hash", sa.Text, primary_key=True), _text("text"))
    op.create_table(
        "documents",
        sa.Column("id", sa.Text, primary_key=True),
        _text("text_hash", sa.ForeignKey("texts.hash")),
    )
    op.create_table(
        "readings",
        sa.Column("key", sa.Integer, primary_key=True),
        _text("id"),
        _text("document_id", sa.ForeignKey("documents.id")),
        _text("models"),
        _text("rules"),
        _integer("rank"),
        _text("rules_key"),
        _text("at"),
        _text("origin"),
        _text("file_name"),
        _text("title", nullable=True),
        _text("title_words", nullable=True),
        _text("publisher", nullable=True),
        _text("authors"),
        _text("published", nullable=True),
        _text("fetched", nullable=True),
        _text("language"),
        _text("sha256"),
        sa.UniqueConstraint("id"),
    )
    op.create_index("readings_live", "readings", ["document_id", "rank", "rules_key", "id"])
    op.create_index("readings_origin", "readings", ["origin"])
    op.create_index("readings_file_name", "readings", ["file_name"])
    op.create_index("readings_title_words", "readings", ["title_words"])


def _make_parts() -> None:
    op.create_table(
        "blocks",
        _integer("reading", sa.ForeignKey("readings.key")),
        _integer("position"),
        _integer("start"),
        _integer("end"),
        _text("kind"),
        sa.PrimaryKeyConstraint("reading", "position"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "entities",
        sa.Column("key", sa.Integer, primary_key=True),
        _integer("reading", sa.ForeignKey("readings.key")),
        _integer("position"),
        _text("id"),
        _text("kind"),
        sa.Column("named", sa.Boolean, nullable=False),
        _text("name"),
        _text("words"),
        _text("aliases"),
        _text("affiliation", nullable=True),
        _text("roles"),
        sa.UniqueConstraint("reading", "position"),
    )
    op.create_table(
        "mentions",
        _integer("reading", sa.ForeignKey("readings.key")),
        _integer("position"),
        _text("id"),
        _integer("start"),
        _integer("end"),
        _integer("head_start"),
        _integer("head_end"),
        _text("kind"),
        _integer("entity", sa.ForeignKey("entities.key"), nullable=True),
        sa.PrimaryKeyConstraint("reading", "position"),
        sqlite_with_rowid=False,
    )


def _make_statements() -> None:
    op.create_table(
        "statements",
        sa.Column("key", sa.Integer, primary_key=True),
        _integer("reading", sa.ForeignKey("readings.key")),
        _integer("position"),
        _text("id"),
        _text("block"),
        _text("form"),
        _text("act"),
        sa.Column("negated", sa.Boolean, nullable=False),
        _text("colour", nullable=True),
        _text("parent", nullable=True),
        _text("content"),
        _text("cue"),
        _text("source"),
        sa.Column("inferred", sa.Boolean, nullable=False),
        _text("via", nullable=True),
        _text("basis", nullable=True),
        _text("addressee", nullable=True),
        _text("target", nullable=True),
        _text("topic", nullable=True),
        _text("said_at", nullable=True),
        sa.Column("confidence", sa.Double),
        sa.Column("source_confidence", sa.Double),
        sa.Column("speaker_confidence", sa.Double),
        _integer("word_count"),
        _text("lemmas"),
        sa.UniqueConstraint("reading", "position"),
    )
    op.create_index("statements_act", "statements", ["act", "form"])
    op.create_table(
        "claims",
        _integer("statement", sa.ForeignKey("statements.key")),
        _integer("position"),
        _integer("start"),
        _integer("end"),
        _text("polarity"),
        _text("condition", nullable=True),
        _text("certainty", nullable=True),
        _text("quantities", nullable=True),
        _text("times", nullable=True),
        sa.PrimaryKeyConstraint("statement", "position"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "steps",
        _integer("statement", sa.ForeignKey("statements.key")),
        _integer("position"),
        _text("rule"),
        _text("spans"),
        sa.Column("score", sa.Double),
        _text("note", nullable=True),
        sa.PrimaryKeyConstraint("statement", "position"),
        sqlite_with_rowid=False,
    )


def _make_links() -> None:
    op.create_table(
        "speakers",
        _integer("statement", sa.ForeignKey("statements.key")),
        _integer("position"),
        _integer("entity", sa.ForeignKey("entities.key")),
        sa.PrimaryKeyConstraint("statement", "position"),
        sqlite_with_rowid=False,
    )
    op.create_index("speakers_entity", "speakers", ["entity"])
    op.create_table(
        "subjects",
        _integer("statement", sa.ForeignKey("statements.key")),
        _integer("entity", sa.ForeignKey("entities.key")),
        sa.PrimaryKeyConstraint("statement", "entity"),
        sqlite_with_rowid=False,
    )
    op.create_index("subjects_entity", "subjects", ["entity"])


def _make_sqlite_words() -> None:
    """Full text search by FTS5 over columns of ours, which ``sqlite.index_words`` fills.

    Triggers would do it too, but before SQLite 3.41 FTS5 may not be used by one where the schema is not trusted.
    """
    op.execute(
        "CREATE VIRTUAL TABLE statement_words USING fts5("
        "lemmas, content = 'statements', content_rowid = 'key', tokenize = 'unicode61 remove_diacritics 0')"
    )
    op.execute(
        "CREATE VIRTUAL TABLE entity_words USING fts5("
        "words, content = 'entities', content_rowid = 'key', tokenize = 'unicode61 remove_diacritics 0')"
    )


_FULL_TEXT = {"sqlite": _make_sqlite_words}

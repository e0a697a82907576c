"""Judgements, links and vectors; readings with judgements applied; the mood and the forecast of a claim."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import SchemaItem

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the tables and columns; a reading that is there is its own base, its claims declarative."""
    _widen_readings()
    op.add_column("claims", sa.Column("mood", sa.Text, nullable=False, server_default="declarative"))
    op.add_column("claims", _text("forecast", nullable=True))
    _make_judgements()
    _make_links()
    op.create_table(
        "vectors",
        sa.Column("statement", sa.Integer, sa.ForeignKey("statements.key"), primary_key=True),
        _text("model"),
        sa.Column("vector", sa.LargeBinary, nullable=False),
    )


def _text(name: str, *args: SchemaItem, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, *args, nullable=nullable)


def _widen_readings() -> None:
    op.add_column("readings", sa.Column("base", sa.Text, nullable=False, server_default=""))
    op.add_column("readings", sa.Column("corrected", sa.Boolean, nullable=False, server_default=sa.false()))
    op.execute("UPDATE readings SET base = id")
    op.drop_index("readings_live", "readings")
    op.create_index("readings_live", "readings", ["document_id", "rank", "rules_key", "base", "corrected"])


def _make_judgements() -> None:
    op.create_table(
        "judgements",
        sa.Column("key", sa.Integer, primary_key=True),
        _text("id"),
        _text("document_id", nullable=True),
        *(_text(name) for name in ("target", "verb", "before", "after", "spans", "author", "at", "reason")),
        _text("withdrawn", nullable=True),
        sa.UniqueConstraint("id"),
    )
    op.create_index("judgements_document", "judgements", ["document_id"])
    op.create_index("judgements_target", "judgements", ["target"])


def _make_links() -> None:
    op.create_table(
        "links",
        sa.Column("key", sa.Integer, primary_key=True),
        *(_text(name) for name in ("id", "kind", "left", "right", "relation")),
        sa.Column("score", sa.Double),
        *(_text(name) for name in ("judge", "at", "reason")),
        _text("withdrawn", nullable=True),
        sa.UniqueConstraint("id"),
    )
    op.create_index("links_left", "links", ["left"])
    op.create_index("links_right", "links", ["right"])

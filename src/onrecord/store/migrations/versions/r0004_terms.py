"""What a statement can be chosen by, as words of the full text index; ``store.derived`` fills it for what is there."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the column, and make the index anew with it."""
    op.add_column("statements", sa.Column("terms", sa.Text, nullable=False, server_default=""))
    op.create_index("readings_published", "readings", ["published"])
    op.create_index("readings_corrected", "readings", ["id"], sqlite_where=sa.text("corrected = 1"))
    _FULL_TEXT[op.get_bind().dialect.name]()


def _make_sqlite_words() -> None:
    op.execute("DROP TABLE statement_words")
    op.execute(
        "CREATE VIRTUAL TABLE statement_words USING fts5("
        "lemmas, terms, content = 'statements', content_rowid = 'key', tokenize = 'unicode61 remove_diacritics 0')"
    )
    op.execute("INSERT INTO statement_words (statement_words) VALUES ('rebuild')")


_FULL_TEXT = {"sqlite": _make_sqlite_words}

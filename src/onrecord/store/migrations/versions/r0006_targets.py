"""Whom a statement accuses or denies is among whom it is about.

``store.fill`` works the terms of such statements out anew.
"""

from __future__ import annotations

from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Add the links, and leave terms to be worked out anew."""
    op.execute(
        "INSERT OR IGNORE INTO subjects (statement, entity) "
        "SELECT statements.key, entities.key FROM statements JOIN entities ON entities.reading = statements.reading "
        "AND entities.id = json_extract(statements.target, '$.entity_id') WHERE statements.target IS NOT NULL"
    )
    op.execute("UPDATE statements SET terms = '' WHERE json_extract(target, '$.entity_id') IS NOT NULL")
    _INDEX_ANEW[op.get_bind().dialect.name]()


def _index_sqlite_words() -> None:
    op.execute("INSERT INTO statement_words (statement_words) VALUES ('rebuild')")


_INDEX_ANEW = {"sqlite": _index_sqlite_words}

"""What a report is called, its address, the hedges of the record; whom a statement addresses is whom it is about.

``title`` becomes what a report is called, ``own_title`` what was found or given. ``store.fill`` works out the titles
that are missing, and the terms of statements that address somebody. Addresses of older readings are not known.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Add the columns, the table and the links, and leave the rest to be worked out."""
    op.add_column("readings", sa.Column("own_title", sa.Text, nullable=True))
    op.add_column("readings", sa.Column("url", sa.Text, nullable=True))
    op.create_index("readings_url", "readings", ["url"])
    op.execute("UPDATE readings SET own_title = title")
    op.create_table("hedges", sa.Column("phrase", sa.Text, primary_key=True), sqlite_with_rowid=False)
    op.execute(
        "INSERT INTO hedges (phrase) SELECT DISTINCT json_extract(certainty, '$.phrase') FROM claims "
        "WHERE json_extract(certainty, '$.phrase') IS NOT NULL"
    )
    op.execute(
        "INSERT OR IGNORE INTO subjects (statement, entity) "
        "SELECT statements.key, entities.key FROM statements JOIN entities ON entities.reading = statements.reading "
        "AND entities.id = json_extract(statements.addressee, '$.entity_id') WHERE statements.addressee IS NOT NULL"
    )
    op.execute("UPDATE statements SET terms = '' WHERE json_extract(addressee, '$.entity_id') IS NOT NULL")
    _INDEX_ANEW[op.get_bind().dialect.name]()


def _index_sqlite_words() -> None:
    op.execute("INSERT INTO statement_words (statement_words) VALUES ('rebuild')")


_INDEX_ANEW = {"sqlite": _index_sqlite_words}

"""Records as older versions left them."""

from __future__ import annotations

import sqlite3

_UNDO = (
    "DROP TABLE hedges",
    "DROP INDEX readings_url",
    "ALTER TABLE readings DROP COLUMN url",
    "UPDATE readings SET title = own_title, title_words = NULL",
    "ALTER TABLE readings DROP COLUMN own_title",
)
"""What the revision 0007 made."""


def put_back(connection: sqlite3.Connection, revision: str) -> None:
    """Take from a record of this version what versions of the revision 0006 or before it did not keep.

    Args:
        connection: To the record.
        revision: Which it is to be of: 0005 or 0006, which have the same tables.
    """
    for statement in _UNDO:
        connection.execute(statement)
    connection.execute("UPDATE alembic_version SET version_num = ?", [revision])

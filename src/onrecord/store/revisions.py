"""Revisions of the schema: is a database of this one, and how does it become so.

alembic takes 0.3 s to load; it is loaded only where there is something to do.
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection

from onrecord.errors import NewerSchema, OlderSchema

REVISIONS = ("0001", "0002", "0003", "0004", "0005", "0006", "0007")
"""Those that this version knows, in order; a test holds them to the scripts in ``migrations/versions``."""


def is_current(path: Path, revision: str) -> bool:
    """Whether a database can be used as it is.

    Args:
        path: Where it is, to name it.
        revision: Its revision.

    Returns:
        False if it is older.

    Raises:
        NewerSchema: A later version of onrecord wrote it.
    """
    if revision not in REVISIONS:
        raise NewerSchema(
            f"{path}: was written by a newer onrecord (schema {revision}, this one knows up to {REVISIONS[-1]}); "
            "update onrecord"
        )
    return revision == REVISIONS[-1]


def refuse_older(path: Path, revision: str) -> None:
    """Say that an older database cannot be read as it is.

    Raises:
        OlderSchema: Always.
    """
    raise OlderSchema(
        f"{path}: was written by an older onrecord (schema {revision}, this one needs {REVISIONS[-1]}); "
        "reading a report into it brings it up to date"
    )


def upgrade(connection: Connection) -> None:
    """Run the revisions that a database lacks, all of them in the transaction that the connection is in.

    Args:
        connection: With a transaction begun for writing.
    """
    from alembic import command
    from alembic.config import Config

    from onrecord.store.fill import fill_tallies, fill_terms, fill_titles

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", "onrecord.store:migrations")
    config.set_main_option("path_separator", "os")
    command.upgrade(config, REVISIONS[-1])
    fill_titles(connection)
    fill_terms(connection)
    fill_tallies(connection)

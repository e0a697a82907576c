"""Who is quoted in each reading, counted; ``store.fill`` counts it for what is there."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "tallies",
        sa.Column("reading", sa.Integer, sa.ForeignKey("readings.key"), primary_key=True),
        sa.Column("publisher", sa.Text, nullable=True),
        sa.Column("published", sa.Text, nullable=True),
        sa.Column("counts", sa.LargeBinary, nullable=False),
        sa.Column("voices", sa.LargeBinary, nullable=False),
    )

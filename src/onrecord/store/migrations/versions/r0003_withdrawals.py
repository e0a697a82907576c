"""Who took a judgement back; statements are found by their ids."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the column and the index."""
    op.add_column("judgements", sa.Column("withdrawn_by", sa.Text, nullable=True))
    op.create_index("statements_id", "statements", ["id"])

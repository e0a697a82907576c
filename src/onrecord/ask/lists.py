"""Lists: the statements that a question opens, as keys and as hits, inside a transaction that is there already."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, select

from onrecord.ask.question import Question, is_open
from onrecord.ask.search import _AT_ONCE, Hit, _chosen, _hits
from onrecord.store.live import is_live
from onrecord.store.tables import readings, statements


def keys_of(connection: Connection, question: Question, most: int) -> tuple[Sequence[int], bool]:
    """Find the statements that a question asks for.

    Args:
        connection: In a transaction.
        question: What is asked; its limit and order do not count.
        most: How many to give at most.

    Returns:
        Their keys, and whether there are more.

    Raises:
        EmptyQuery: It has words, but none to look for.
    """
    if is_open(question):
        chosen = select(statements.c.key).join(readings).where(is_live()).order_by(statements.c.key.desc())
    else:
        chosen = _chosen(question)
    keys = connection.scalars(chosen.limit(most + 1)).all()
    return keys[:most], len(keys) > most


def hits_of(connection: Connection, keys: Sequence[int]) -> list[Hit]:
    """Load statements with their words and paragraphs.

    Args:
        connection: In a transaction.
        keys: In the order in which they are wanted.
    """
    parts = (keys[start : start + _AT_ONCE] for start in range(0, len(keys), _AT_ONCE))
    return [hit for part in parts for hit in _hits(connection, part)]

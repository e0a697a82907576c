"""Lists: the statements that a question opens, as keys and as hits, inside a transaction that is there already."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection

from onrecord.ask.candidates import MOST, chosen
from onrecord.ask.hits import Hit, load_hits
from onrecord.ask.question import Question
from onrecord.ask.search import best


def keys_of(connection: Connection, question: Question, most: int) -> tuple[Sequence[int], bool]:
    """Find the statements that a question asks for.

    Args:
        connection: In a transaction.
        question: What is asked; its limit and order do not count.
        most: How many to give at most.

    Returns:
        Their keys, the best fitting first where they are not more than a search ranks, else the latest added first; and
        whether there are more.

    Raises:
        EmptyQuery: It has words, but none to look for.
    """
    if most > MOST:
        found = chosen(connection, question, most)
        return found.keys, found.capped
    return best(connection, question, most)


def hits_of(connection: Connection, keys: Sequence[int]) -> list[Hit]:
    """Load statements with their words and paragraphs.

    Args:
        connection: In a transaction.
        keys: In the order in which they are wanted.
    """
    return load_hits(connection, keys)

"""Likeness: the statements that mean most nearly what a question asks, where the record keeps vectors of them."""

from __future__ import annotations

from sqlalchemy import Connection, exists, select

from onrecord.ask.identity import Identities
from onrecord.ask.question import Question
from onrecord.errors import BadQuestion, ModelError
from onrecord.store import Store
from onrecord.store.tables import vectors

MOST_ALIKE = 50
"""Statements that are found by meaning alone, beside those found by words."""

LEAST = 0.65
"""The least cosine (``Vectors.nearest``). Of .3 to .7 it gives the best F1 of labelled answers, on the half of
``eval/search`` that is for tuning: 29% of what is found, of 30% of the answers; at .6 they are 19% and 44%."""


def alike(store: Store, connection: Connection, identities: Identities, asked: str) -> list[tuple[float, int]] | None:
    """Find the statements most like a question.

    Args:
        store: The record.
        connection: In a transaction on it.
        identities: Of that transaction.
        asked: The question, with a word in it.

    Returns:
        Cosine and key of each, the most alike first; None where there are no vectors, or not the model that made them.
    """
    if not connection.scalar(select(exists().select_from(vectors))):
        return None
    from onrecord.ask.candidates import Asked
    from onrecord.ask.meaning.rank import rank

    try:
        ranked = rank(store, Asked(connection, identities, Question(words=asked, meaning=True)))
    except (BadQuestion, ModelError):
        return None
    return [(likeness, row.key) for likeness, row in ranked[:MOST_ALIKE] if likeness >= LEAST]

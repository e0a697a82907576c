"""Ranking: how well what was said fits the words that are looked for (BM25).

Robertson and Zaragoza 2009, "The Probabilistic Relevance Framework", with their usual k1 and b; lemmas are counted.
FTS5 has it too, but goes through every statement with each word before it ranks one.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from sqlalchemy import Connection, func, select

from onrecord.ask.clauses import Clause, written
from onrecord.ask.query import Phrase
from onrecord.store.sqlite import matching

K1, B = 1.2, 0.75
USUAL_LENGTH = 25
"""Lemmas of a statement: about the mean over 134 reports of 2,306 statements. Fixed, so that no score hangs on what is
added while somebody turns pages."""

COMMON = 20_000
"""Statements with a phrase that are counted: what is in more of them weighs as if in so many."""


class Ranking:
    """Weights of phrases in a record.

    Args:
        connection: In a transaction.
        phrases: What is looked for.
        upto: The greatest key of a statement that counts.
    """

    def __init__(self, connection: Connection, phrases: Sequence[Phrase], upto: int) -> None:
        counts = {phrase: frequency(connection, Clause(phrases=(phrase,)), upto) for phrase in phrases}
        self._weights = [
            (f" {' '.join(phrase)} ", (K1 + 1) * math.log1p(max(upto, n) / (n + 0.5))) for phrase, n in counts.items()
        ]

    def score(self, lemmas: str, length: int) -> float:
        """How well a statement fits: more is better.

        Args:
            lemmas: The statement's.
            length: How many they are.
        """
        spaced = f" {lemmas} "
        longer = K1 * (1 - B + B * length / USUAL_LENGTH)
        whole = 0.0
        for phrase, weight in self._weights:
            times = spaced.count(phrase)
            whole += weight * times / (times + longer)
        return round(whole, 6)


def frequency(connection: Connection, clause: Clause, upto: int) -> int:
    """In how many statements something is, of which ``COMMON`` are counted at most.

    Args:
        connection: In a transaction.
        clause: What is looked for.
        upto: The greatest key of a statement that counts.
    """
    counted = matching(written([clause]), upto, COMMON).subquery()
    return connection.scalar(select(func.count()).select_from(counted)) or 0

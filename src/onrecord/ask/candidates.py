"""Candidates: the statements that fit a question, as many as one answer may look at.

However common the words, the work is bounded: so many rows are taken from the full text index, the latest added first,
and the rest is told to be there (``capped``).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection, Row, Select, func, select

from onrecord.ask.among import among
from onrecord.ask.clauses import Clause, checked, clauses_of, exact, written
from onrecord.ask.hedges import phrases_of_record
from onrecord.ask.identity import Identities
from onrecord.ask.question import Question
from onrecord.store.live import is_live
from onrecord.store.sqlite import matching
from onrecord.store.tables import readings, statements

MOST = 3_000
"""Statements that one answer looks at: in a record of a million 20 µs each, most of it to fetch the row."""


class Candidates(NamedTuple):
    """Statements that fit.

    Attributes:
        rows: With the columns ``key``, ``position``, ``document_id``, ``published``, and those asked for beside them;
            the latest added first.
        capped: Whether there may be more.
    """

    rows: Sequence[Row[Any]]
    capped: bool


class Asked:
    """A question taken apart once, for the record as it is in one transaction.

    Args:
        connection: In a transaction.
        identities: Of that transaction.
        question: What is asked.
        upto: Greatest key of a statement that counts: what was added later is left out.

    Raises:
        EmptyQuery: There are words without a word to look for.
        BadQuestion: A date is none.
    """

    def __init__(
        self, connection: Connection, identities: Identities, question: Question, upto: int | None = None
    ) -> None:
        self.connection = connection
        self.question = checked(question)
        self.identities = identities
        self.clauses = clauses_of(self.question, identities, lambda: phrases_of_record(connection))
        self.upto = _greatest_key(connection) if upto is None else upto
        self._exact = exact(self.question)

    def find(self, most: int = MOST, *more: Clause, columns: Sequence[Any] = ()) -> Candidates:
        """Find the statements that fit.

        Args:
            most: How many to look at.
            more: Further conditions.
            columns: Further columns, of ``statements`` and ``readings``.
        """
        keys, capped = self.keys(most, *more)
        return Candidates(self.fitting(keys, columns), capped)

    def keys(self, most: int = MOST, *more: Clause) -> tuple[Sequence[int], bool]:
        """Look statements up in the index: some may not be live, or not fit to the day.

        Args:
            most: How many to give at most.
            more: Further conditions.

        Returns:
            Their keys, the latest added first, and whether there are more.
        """
        found = self._looked_up([*self.clauses, *more], most + 1).subquery()
        # As one value: of 50,000 keys 6 ms, where a row for each takes 35. Nothing says in what order they are joined.
        listed = self.connection.scalar(select(func.json_group_array(found.c.key))) or "[]"
        keys = sorted(msgspec.json.decode(listed, type=list[int]), reverse=True)
        return keys[:most], len(keys) > most

    def fitting(self, keys: Sequence[int], columns: Sequence[Any] = ()) -> Sequence[Row[Any]]:
        """Look again at statements that the index gave: are they live, and do they fit to the day.

        Args:
            keys: Theirs.
            columns: As for ``find``.
        """
        usual = (statements.c.key, statements.c.position, readings.c.document_id, readings.c.published)
        wanted = select(*usual, *columns).join(readings).where(statements.c.key.in_(among(keys)))
        return self.connection.execute(wanted.where(is_live(), *self._exact).order_by(statements.c.key.desc())).all()

    def _looked_up(self, clauses: Sequence[Clause], most: int) -> Select[int]:
        if clauses:
            return matching(written(clauses), self.upto, most)
        found = select(statements.c.key).where(statements.c.key <= self.upto)
        return found.order_by(statements.c.key.desc()).limit(most)


def _greatest_key(connection: Connection) -> int:
    """The key of the statement that was added last; 0 in an empty record."""
    return connection.scalar(select(func.max(statements.c.key))) or 0

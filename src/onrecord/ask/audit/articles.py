"""Articles: the reports that an audit counts, as a list: all of them, or those whose first statement is by such.

What is listed is what ``count.audit`` adds up, so that a number of articles and its list are one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
import numpy as np
from msgspec import structs
from sqlalchemy import Connection, Row, select

from onrecord.ask.among import among
from onrecord.ask.audit.shares import First
from onrecord.ask.calendar import age
from onrecord.ask.candidates import Asked
from onrecord.ask.hits import Hit, load_hits
from onrecord.ask.identity import Identities
from onrecord.ask.question import Question
from onrecord.ask.quoted import Quoted, quoted
from onrecord.store import Store
from onrecord.store.tables import statements
from onrecord.store.tallies import COUNTS, FIRST, FORMS, NAMED, UNKNOWN, UNNAMED

LABELS: dict[First, str] = {"named": NAMED, "unnamed": UNNAMED, "unknown": UNKNOWN}
"""What the counts of an audit call it."""


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """A report that was counted.

    Attributes:
        hit: The first of its statements that were asked for, with the report.
        statements: How many of them it has.
    """

    hit: Hit
    statements: int


class Articles(msgspec.Struct, frozen=True, kw_only=True):
    """Reports that were counted, a page of them, the latest published first.

    Attributes:
        question: Which statements were counted.
        first: Only reports whose first one is by such.
        articles: The page.
        total: How many there are.
        after: How many are passed over for the next page; None where this is the last one.
        capped: Whether there were more statements than were counted.
    """

    question: Question
    first: First | None
    articles: tuple[Article, ...]
    total: int
    after: int | None
    capped: bool


def articles(
    store: Store,
    question: Question | None = None,
    *,
    first: First | None = None,
    most: int | None = None,
    offset: int = 0,
) -> Articles:
    """List the reports with statements that a question asks for.

    Args:
        store: The record.
        question: Which statements; all without one. Headlines never count. ``limit`` is how many reports to give.
        first: Only reports in which the first of these statements is by such. Of several speakers the first counts.
        most: How many statements to count at most, as for ``count.audit``.
        offset: How many reports to pass over.

    Raises:
        EmptyQuery: It has words, but none to look for.
        BadQuestion: A date is none.
        StoreError: The record cannot be read.
    """
    question = structs.replace(question or Question(), headlines=False, meaning=False)
    with store.looking() as connection:
        identities = Identities(connection)
        found = quoted(connection, identities, question, most)
        counted = _counted(found, first)
        page = counted[offset : offset + max(question.limit, 0)]
        fitting = _fitting(Asked(connection, identities, question), [found.readings[place] for place in page])
        hits = load_hits(connection, identities, [rows[0].key for rows in fitting])
    end = offset + len(page)
    return Articles(
        question=question,
        first=first,
        articles=tuple(Article(hit=hit, statements=len(rows)) for hit, rows in zip(hits, fitting, strict=True)),
        total=len(counted),
        after=end if page and end < len(counted) else None,
        capped=found.capped,
    )


def _counted(found: Quoted, first: First | None) -> list[int]:
    """Rows of the reports with a statement outside of headlines, in the order in which they are listed."""
    names = FORMS if first is None else (FIRST + LABELS[first],)
    has = found.counts[:, [COUNTS.index(name) for name in names]].any(axis=1)
    return sorted(
        np.flatnonzero(has).tolist(),
        key=lambda place: (age(found.published[place], "newest"), found.readings[place]),
    )


def _fitting(asked: Asked, readings: Sequence[int]) -> list[list[Row[Any]]]:
    """The statements of each reading that fit, in the order of the text.

    All of a reading are looked at, where the index would be asked for each reading anew.
    """
    columns = (statements.c.reading, statements.c.terms, statements.c.lemmas)
    rows = asked.fitting(_keys(asked.connection, readings), columns)
    by_reading: dict[int, list[Row[Any]]] = {reading: [] for reading in readings}
    for row in sorted(rows, key=lambda row: row.position):
        if all(clause.holds(frozenset(row.terms.split()), f" {row.lemmas} ") for clause in asked.clauses):
            by_reading[row.reading].append(row)
    return [fitting for fitting in by_reading.values() if fitting]


def _keys(connection: Connection, readings: Sequence[int]) -> Sequence[int]:
    return connection.scalars(select(statements.c.key).where(statements.c.reading.in_(among(readings)))).all()

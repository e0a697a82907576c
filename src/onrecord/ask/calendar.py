"""Calendar: statements in the order of publication, month by month, where too many fit to look at all of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Row, Select, func, select

from onrecord.ask.candidates import MOST, Asked
from onrecord.ask.clauses import Clause
from onrecord.ask.question import Order
from onrecord.store.tables import readings
from onrecord.store.terms import PUBLISHED, UNDATED

MOST_WALKED = 3 * MOST
"""Statements that are looked at on the way to one page."""

_UNDATED_AGE = 10**9


@lru_cache(maxsize=50_000)
def age(published: str | None, order: Order) -> int:
    """A day as a number that sorts as wanted, reports without a date last.

    Args:
        published: ISO 8601; what follows the day is left out.
        order: "oldest" for the earliest first, else the latest first.
    """
    digits = (published or "")[:10].replace("-", "").ljust(8, "0")
    if not published or not (digits.isascii() and digits.isdigit()):
        return _UNDATED_AGE
    return int(digits) if order == "oldest" else -int(digits)


def walk(asked: Asked, order: Order, start: int | None) -> Iterator[Sequence[Row[Any]]]:
    """Give the statements that fit, a month's at a time, and those without a date last.

    Args:
        asked: What is asked.
        order: As for ``age``.
        start: The age from which to go on; None for the beginning.
    """
    looked_at = 0
    for clause in _months(asked.connection, order, start):
        found = asked.find(MOST, clause)
        yield found.rows
        looked_at += len(found.rows)
        if found.capped or looked_at > MOST_WALKED:
            return


def _months(connection: Connection, order: Order, start: int | None) -> Iterator[Clause]:
    """Months in which something was published, each found by one look into an index."""
    day: str | None = None
    if start != _UNDATED_AGE:
        edge = None if start is None else _month_of(start)
        day = connection.scalar(_next_day(order, edge, inside=True))
    while day is not None:
        month = day[:7]
        yield Clause((PUBLISHED + month.replace("-", ""),))
        day = connection.scalar(_next_day(order, month, inside=False))
    yield Clause((UNDATED,))


def _next_day(order: Order, month: str | None, *, inside: bool) -> Select[str | None]:
    """The first day, in the order wanted, from a month on or after it. "~" sorts after every digit."""
    column = readings.c.published
    if order == "oldest":
        bound = "" if month is None else month if inside else f"{month}~"
        return select(func.min(column)).where(column >= bound)
    found = select(func.max(column))
    if month is None:
        return found
    return found.where(column < (f"{month}~" if inside else month))


def _month_of(start: int) -> str:
    digits = f"{abs(start):08d}"
    return f"{digits[:4]}-{digits[4:6]}"

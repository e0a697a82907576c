"""When: the months and years that statements were said in, or speak of, as facets."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, Literal, NamedTuple

from sqlalchemy import ColumnElement, Connection, Row, Select, func, select, true

from onrecord.ask.among import among
from onrecord.ask.clauses import checked
from onrecord.ask.dates import within
from onrecord.ask.question import Question
from onrecord.store import terms
from onrecord.store.tables import claims, statements

_FAMILIES = {"said": terms.SAID, "about": terms.ABOUT}
_COARSE = frozenset({"quarter", "season", "half", "year", "decade", "century"})
"""Granularities of a time whose month is not known."""

_YEAR_MONTH = re.compile(r"(?!0000|9999)([0-9]{4})(?:-(0[1-9]|1[0-2]))?(?![0-9])")


class _Interval(NamedTuple):
    """A time of a statement: ISO 8601, half-open; a side that is open is None, but not both."""

    first: str | None
    last: str | None
    granularity: str | None

    def meets(self, first: str, last: str) -> bool:
        """Whether it has a part in a range, as ``clauses.exact`` looks again."""
        return (self.last is None or self.last > first) and (self.first is None or self.first < last)

    def value(self) -> str | None:
        """The month that it begins in (of one without a beginning: ends in), or the year where only that is known."""
        found = _YEAR_MONTH.match(self.first or _day_before(self.last or ""))
        if found is None:
            return None
        return found[1] if found[2] is None or self.granularity in _COARSE else found[0]


def _day_before(day: str) -> str:
    """The day before one, in which what ends there ends; the same of what is no day, or has none before it."""
    try:
        return (date.fromisoformat(day[:10]) - timedelta(days=1)).isoformat()
    except (ValueError, OverflowError):
        return day


def count_times(
    connection: Connection, rows: Sequence[Row[Any]], asked: Question, of: Literal["said", "about"], most: int
) -> list[tuple[str, int]]:
    """Count statements by when they were said, or by the times that they speak of.

    A statement counts in every month and year that its time meets, as it does where a question asks for that range.
    Terms tell which statements have a time at all, so only the times of those are read.

    Args:
        connection: In a transaction.
        rows: Statements with ``key`` and ``terms``.
        asked: What they fit.
        of: Which times.
        most: How many months and years to give: those that begin most of the times.

    Returns:
        Months ("2024-03") and years ("2024") in order, each with how many statements are left in it.
    """
    family = _FAMILIES[of]
    mark = f" {family}"  # never at the beginning: the act comes before all others
    keyed = ((row.key, row.terms) for row in rows)
    timed = {key: frozenset(has.split()) for key, has in keyed if mark in has}
    intervals = _intervals(connection, list(timed), of)
    begun: Counter[str] = Counter()
    for times in intervals.values():
        begun.update({value for time in times if (value := time.value())})
    common = sorted(begun.items(), key=lambda item: (-item[1], item[0]))[:most]
    counted = []
    for value, _ in sorted(common):
        narrower = checked(within(asked, of, value))
        first, last = getattr(narrower, f"{of}_from"), getattr(narrower, f"{of}_to")
        wanted = set(terms.range_terms(family, first, last))
        fit = (
            not wanted.isdisjoint(timed[key]) and any(time.meets(first, last) for time in times)
            for key, times in intervals.items()
        )
        counted.append((value, sum(fit)))
    return [(value, count) for value, count in counted if count]


def _intervals(connection: Connection, keys: Sequence[int], of: Literal["said", "about"]) -> dict[int, list[_Interval]]:
    """The times of statements that have an end, by their keys."""
    found: dict[int, list[_Interval]] = {}
    for key, first, last, granularity in connection.execute(_said(keys) if of == "said" else _spoken_of(keys)):
        if first is not None or last is not None:
            found.setdefault(key, []).append(_Interval(first, last, granularity))
    return found


def _said(keys: Sequence[int]) -> Select[Any]:
    wanted = select(statements.c.key, *_sides(statements.c.said_at))
    return wanted.where(statements.c.key.in_(among(keys)))


def _spoken_of(keys: Sequence[int]) -> Select[Any]:
    times = func.json_each(claims.c.times).table_valued("value")
    wanted = select(claims.c.statement, *_sides(times.c.value)).select_from(claims.join(times, true()))
    return wanted.where(claims.c.statement.in_(among(keys)))


def _sides(time: ColumnElement[Any]) -> list[ColumnElement[Any]]:
    return [func.json_extract(time, path) for path in ("$.from", "$.to", "$.granularity")]

"""Periods: stretches of the calendar, how TIMEX3 writes them, and where they begin and end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Granularity = Literal[
    "century", "decade", "year", "half", "quarter", "season", "month", "week", "weekend", "day", "part of day",
    "hour", "minute", "second",
]  # fmt: skip

FIRST_YEAR, LAST_YEAR = 1, 9998
"""Years between which dates are computed: those of Python's calendar, with one to spare for the end of a period."""

MONTHS_OF = {"year": 12, "half": 6, "quarter": 3, "month": 1, "decade": 120, "century": 1200}
DAYS_OF = {"week": 7, "day": 1, "weekend": 2, "part of day": 1}
AS_PERIOD: dict[str, Granularity] = {
    "day": "day", "week": "week", "month": "month", "quarter": "quarter", "year": "year", "decade": "decade",
    "century": "century", "weekend": "weekend", "fortnight": "week", "millennium": "century",
}  # fmt: skip
"""Unit → the period of the calendar that "this" or "last" makes of it."""

SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of the calendar.

    Attributes:
        unit: Its granularity.
        start: Its first day; of a season, any day that tells the year.
        mark: What the unit and the first day do not tell: "SU" of a season, "TEV" of a part of a day.
    """

    unit: Granularity
    start: date
    mark: str = ""

    @property
    def value(self) -> str:
        """TIMEX3's value: "1989-Q3", "1990-W33", "1998-02-12TEV"."""
        day = self.start
        year = f"{day.year:04d}"
        if self.unit in ("week", "weekend"):
            iso = day.isocalendar()
            return f"{iso.year:04d}-W{iso.week:02d}" + ("-WE" if self.unit == "weekend" else "")
        if self.unit == "half":
            return f"{year}-H{1 + day.month // 7}"
        if self.unit == "quarter":
            return f"{year}-Q{1 + (day.month - 1) // 3}"
        if self.unit == "season":
            return f"{year}-{self.mark}"
        return {"century": year[:2], "decade": year[:3], "year": year, "month": f"{year}-{day.month:02d}"}.get(
            self.unit, day.isoformat() + self.mark
        )

    @property
    def end(self) -> date:
        """The first day after it."""
        if self.unit in MONTHS_OF:
            return add_months(self.start, MONTHS_OF[self.unit]) or date(LAST_YEAR, 12, 31)
        return self.start + timedelta(days=DAYS_OF.get(self.unit, 1))

    def shifted(self, number: int, unit: str) -> Period | None:
        """The period of the same granularity so many units later; earlier where the number is negative.

        None where it lies outside of the calendar.
        """
        start = add(self.start, number, unit)
        return None if start is None else period(self.unit, start, self.mark)


def period(unit: Granularity, day: date, mark: str = "") -> Period:
    """The period of a granularity that a day lies in."""
    if unit == "century":
        day = date(max(1, day.year // 100 * 100), 1, 1)
    elif unit == "decade":
        day = date(max(1, day.year // 10 * 10), 1, 1)
    elif unit in MONTHS_OF:
        months = MONTHS_OF[unit]
        day = date(day.year, (day.month - 1) // months * months + 1, 1)
    elif unit == "week":
        day = _back(day, day.weekday())
    elif unit == "weekend":
        day = _back(day, day.weekday() - SATURDAY)
    return Period(unit, day, mark)


def _back(day: date, days: int) -> date:
    """So many days earlier, inside of the calendar."""
    return date.fromordinal(max(1, day.toordinal() - days))


def make_day(year: int, month: int, day: int) -> date | None:
    """A day by its numbers, or None where there is no such day."""
    try:
        return date(year, month, day) if FIRST_YEAR <= year <= LAST_YEAR else None
    except ValueError:
        return None


def add_months(day: date, months: int) -> date | None:
    """A day so many months later; the last of the month where that month is shorter. None outside of the calendar."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    return next(filter(None, (make_day(year, month + 1, last) for last in (day.day, 30, 29, 28))))


def add(day: date, number: int, unit: str) -> date | None:
    """A day so many units later, None outside of the calendar.

    Args:
        day: From when.
        number: How many; negative for earlier.
        unit: A unit of the calendar; units shorter than a day move nothing.
    """
    if unit in MONTHS_OF:
        return add_months(day, number * MONTHS_OF[unit])
    days = {"week": 7, "weekend": 7, "fortnight": 14, "day": 1, "part of day": 1}.get(unit, 0) * number
    if not 1 <= day.toordinal() + days <= date(LAST_YEAR, 1, 1).toordinal():
        return None
    return date.fromordinal(day.toordinal() + days)

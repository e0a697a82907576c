"""Values: what a time expression comes to, in TIMEX3 and as an interval."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction

from onrecord.judge.times.periods import Granularity, Period, add
from onrecord.types import TimeType

NO_DATE = "reckoned from a date of publication, and none is given"
"""Why an expression has no value, or not a full one."""

LETTERS = {
    "second": "S", "minute": "M", "hour": "H", "day": "D", "week": "W", "fortnight": "W", "month": "M", "quarter": "Q",
    "year": "Y", "decade": "Y", "century": "Y", "millennium": "Y", "weekend": "WE",
}  # fmt: skip
TIMES = {"fortnight": 2, "decade": 10, "century": 100, "millennium": 1000}
SMALLER = {"year": ("M", 12), "hour": ("M", 60), "minute": ("S", 60), "day": ("H", 24)}
"""Unit → TIMEX3's letter of the next smaller one, and how many of it there are."""


@dataclass(frozen=True, slots=True)
class Value:
    """What a time expression comes to.

    Attributes:
        type: TIMEX3's type.
        value: TIMEX3's value; X stands for what is not known; None where nothing is.
        start, end: The interval, ISO 8601, half-open; None for a side that is open or not known.
        granularity: The smallest unit that is said.
        mod: TIMEX3's modifier, such as START or APPROX.
        note: Why a value is not known.
        period: The calendar's period, for what is reckoned from it later in the text.
    """

    type: TimeType
    value: str | None
    start: str | None = None
    end: str | None = None
    granularity: str | None = None
    mod: str | None = None
    note: str | None = None
    period: Period | None = None


def dated(period: Period | None, mod: str | None = None) -> Value | None:
    """The value of a period of the calendar; None where there is none."""
    if period is None:
        return None
    kind: TimeType = "TIME" if period.unit == "part of day" else "DATE"
    value = Value(kind, period.value, granularity=period.unit, mod=mod, period=period)
    if period.unit == "season":
        return replace(value, note="its days depend on the hemisphere")
    return replace(value, start=period.start.isoformat(), end=period.end.isoformat())


def unknown(granularity: Granularity | None, value: str | None = None, type_: TimeType = "DATE") -> Value:
    """What cannot be reckoned without a date of publication.

    Args:
        granularity: What is known of it.
        value: With X for what is not known.
        type_: Its type.
    """
    return Value(type_, value, granularity=granularity, note=NO_DATE)


def vague(value: str) -> Value:
    """Present, past or future, and no more."""
    return Value("DATE", value)


def duration(number: Fraction | None, unit: str, mod: str | None = None) -> Value:
    """A length of time.

    Args:
        number: How many; None where that is not said ("several").
        unit: Of which unit.
        mod: TIMEX3's modifier.
    """
    return Value("DURATION", duration_value(number, unit), granularity=unit, mod=mod)


def duration_value(number: Fraction | None, unit: str) -> str:
    """TIMEX3's value of a length: "P3M", "PT1H30M", "PXY"; quarters as PnQ, as TimeML has it."""
    letter = LETTERS[unit]
    clock = "T" if unit in ("second", "minute", "hour") else ""
    if number is None:
        letter = {"decade": "DE", "century": "CE"}.get(unit, letter)
        return f"P{clock}X{letter}"
    number *= TIMES.get(unit, 1)
    whole, rest = divmod(number, 1)
    if not rest:
        return f"P{clock}{whole}{letter}"
    small, many = SMALLER.get(unit, ("", 0))
    if small and (rest * many).denominator == 1:
        gap = "T" if unit == "day" else ""
        return f"P{clock}" + (f"{whole}{letter}" if whole else "") + f"{gap}{rest * many}{small}"
    return f"P{clock}{float(number):.6g}{letter}"


def anchored(value: Value, day: date | None, number: Fraction | None, unit: str, sign: int) -> Value:
    """A length that ends (sign -1) or begins (sign 1) at a day, with its interval where that can be reckoned."""
    if day is None:
        return replace(value, note=NO_DATE)
    if number is None or number.denominator != 1 or unit in ("second", "minute", "hour"):
        return value
    scale = {"quarter": 3, "decade": 120, "century": 1200, "millennium": 12000, "year": 12}.get(unit)
    other = add(day, sign * int(number) * (scale or 1), "month" if scale else unit)
    if other is None:
        return value
    start, end = sorted((day, other))
    return replace(value, start=start.isoformat(), end=end.isoformat())


def bounded(value: Value, word: str, published: date | None) -> Value:
    """The interval of "earlier this year", which is over, or "later this year", which is to come."""
    if published is None or value.start is None or value.end is None:
        return value
    today, tomorrow = published.isoformat(), (published + timedelta(days=1)).isoformat()
    if not value.start <= today < value.end:
        return value
    if word == "earlier":
        return replace(value, end=tomorrow)
    return replace(value, start=today) if word == "later" else value


def opened(value: Value, preposition: str, published: date | None) -> Value:
    """The interval of an expression with the preposition before it.

    "Since" runs to the end of the day of publication, where that is known and later; "until", "by" and "before" are
    open before, "after" and "from … on" behind. Before the end of June is before June is over.

    Args:
        value: Of the expression alone.
        preposition: The word before it.
        published: The day of publication.
    """
    if value.type not in ("DATE", "TIME") or value.start is None or value.end is None:
        return value
    if preposition == "since":
        until = None if published is None else (published + timedelta(days=1)).isoformat()
        return replace(value, end=until if until is not None and until > value.start else None)
    if preposition in ("until", "till", "by"):
        return replace(value, start=None)
    if preposition == "before":
        return replace(value, start=None, end=value.end if value.mod == "END" else value.start)
    if preposition == "after":
        return replace(value, start=value.end, end=None)
    return value

"""Scale: numbers and days onto the columns and lines of a plot, with round ticks."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.show.wording import day

_STEPS = (1, 2, 5, 10)
_LOG_FROM = 50
"""The largest value over the least from which a scale is logarithmic: below it the least can still be seen."""


@dataclass(frozen=True, slots=True)
class Axis:
    """A scale from values to a length.

    Attributes:
        low: Value at 0; ``high`` at the whole length.
        length: In the plot's units.
        log: Whether it is logarithmic; then both values are above 0.
    """

    low: float
    high: float
    length: float
    log: bool = False

    def at(self, value: float) -> float:
        """The place of a value, held to the length."""
        low, high = (math.log(self.low), math.log(self.high)) if self.log else (self.low, self.high)
        if high <= low:
            return self.length / 2
        spot = math.log(max(value, self.low)) if self.log else value
        return min(max((spot - low) / (high - low), 0.0), 1.0) * self.length

    def ticks(self) -> list[float]:
        """Round values along it, some five."""
        if self.log:
            powers = range(math.floor(math.log10(self.low)), math.ceil(math.log10(self.high)) + 1)
            return [10.0**power for power in powers[:: max(1, (len(powers) - 1) // 5)]]
        step = _step((self.high - self.low) / 5)
        first = math.ceil(self.low / step)
        return [number * step for number in range(first, math.floor(self.high / step) + 1)]


def value_axis(values: Sequence[float], length: float) -> Axis:
    """A scale for amounts: from 0, or logarithmic where they lie far apart.

    Args:
        values: All that are to be shown; at least one.
        length: In the plot's units.
    """
    low, high = min(values), max(values)
    positive = [value for value in values if value > 0]
    if low > 0 and high / min(positive) >= _LOG_FROM:
        return Axis(10.0 ** math.floor(math.log10(low)), 10.0 ** math.ceil(math.log10(high)), length, log=True)
    low, high = min(low, 0.0), max(high, 0.0)
    if low == high:
        return Axis(0.0, 1.0, length)
    step = _step((high - low) / 5)
    return Axis(math.floor(low / step) * step, math.ceil(high / step) * step, length)


def _step(rough: float) -> float:
    """The round number at or above one."""
    if rough <= 0 or not math.isfinite(rough):
        return 1.0
    power = 10.0 ** math.floor(math.log10(rough))
    return next(factor * power for factor in _STEPS if factor * power >= rough * (1 - 1e-9))


def day_number(day: str) -> int | None:
    """Count days, for a scale: of ``2024-03-12``, ``2024-03`` or ``2024``; None of what is no such date.

    Args:
        day: ISO 8601; what stands after the day does not count.
    """
    parts = day[:10].split("-")
    try:
        return date(*(int(part) for part in (*parts, "1", "1")[:3])).toordinal()
    except (ValueError, TypeError, OverflowError):
        return None


def day_ticks(first: int, last: int) -> list[tuple[int, str]]:
    """Days to mark between two: at most some seven years, or four months or days, whose labels fit beside each other.

    A label tells the year where it is another one than before: "13 Mar 2026", "17 Mar".

    Args:
        first: As ``day_number`` counts.
        last: Likewise; it is one of them.
    """
    start, end = date.fromordinal(first), date.fromordinal(last)
    months = (end.year - start.year) * 12 + end.month - start.month
    firsts: Sequence[date]
    if months >= 24:
        step = max(1, math.ceil((end.year - start.year + 1) / 7))
        firsts = [date(year, 1, 1) for year in range(start.year, end.year + 1, step)]
        size = len("2024")
    elif months >= 2:
        step = math.ceil((months + 1) / 4)
        numbers = range(start.year * 12 + start.month - 1, end.year * 12 + end.month, step)
        firsts = [date(number // 12, number % 12 + 1, 1) for number in numbers]
        size = len("2024-03")
    else:
        step = math.ceil((last - first + 1) / 4)
        firsts = [date.fromordinal(number) for number in range(first, last + 1, step)]
        size = len("2024-03-12")
    inside = [one for one in firsts if start <= one <= end]
    if not inside:
        return [(first, day(start.isoformat()))]
    labels = [day(one.isoformat()[:size]) for one in inside]
    years = [label.rpartition(" ")[2] for label in labels]
    told = [
        label.removesuffix(f" {year}") if year == before else label
        for label, year, before in zip(labels, years, ["", *years], strict=False)
    ]
    return [(one.toordinal(), label) for one, label in zip(inside, told, strict=True)]


def spelled(value: float) -> str:
    """Write a number for an axis or a label: "1,200", "0.25", "3.4 million"."""
    size = abs(value)
    for power, word in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if size >= power:
            return f"{value / power:,.4g} {word}"
    return f"{value:,.0f}" if size >= 1000 or value == int(value) else f"{value:,.4g}"

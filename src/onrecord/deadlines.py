"""Deadlines: the last day of one, and what is not known of it."""

from __future__ import annotations

import re
from datetime import date, timedelta

from onrecord.types import Time

_CLOCK = re.compile(r"T(?!00:0[01])")
"""A time of the day that ends a stretch in that day; midnight, to the minute, ends the day before."""

_YEARLESS = re.compile("XXXX-[0-9]{2}")
"""How a value begins that is a month, or a day of one, of a year that nothing tells. A day of a week ("XXXX-WXX-6") is
none."""


def last_day(by: Time) -> str | None:
    """The last day of a stretch, as people name a deadline: "by May" is by 31 May, though the stretch ends before June.

    Args:
        by: With ``to`` half-open, as everywhere; the day that it begins where its end is not known.

    Returns:
        ISO 8601; None where neither is known.
    """
    end = by.to
    if end is None:
        return None if by.from_ is None else by.from_[:10]
    if _CLOCK.search(end):
        return end[:10]
    try:
        return (date.fromisoformat(end[:10]) - timedelta(days=1)).isoformat()
    except (ValueError, OverflowError):  # an imported record may hold any words there
        return end[:10]


def unknown_of(by: Time) -> str:
    """What is not known of a time without a day: the "year" of "1 April", the "date" of "Saturday".

    Args:
        by: The time.
    """
    return "year" if _YEARLESS.match(by.value or "") else "date"

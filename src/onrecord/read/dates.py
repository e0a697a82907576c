"""Dates of publication: ISO 8601, to the day."""

from __future__ import annotations

from datetime import UTC, date, datetime
from email.utils import parsedate_tz

_MONTH_NAMED = ("%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y", "%d %B, %Y", "%a, %d %b %Y", "%A, %B %d, %Y")
_YEAR_FIRST = ("%Y/%m/%d", "%Y/%m/%d %H:%M:%S", "%Y.%m.%d")
_LONGEST = 64
"""No written date has more characters."""

_SECONDS = (10**8, 10**11)
"""A number in this range counts seconds from 1970 (1973 to 5138), a thousand times as much milliseconds."""


def iso_day(value: str) -> str | None:
    """Take the day of an ISO 8601 date or date with time, as it is printed: no shift to another time zone.

    Args:
        value: Such as "2022-03-14" or "2022-03-14T23:30:00-05:00".

    Returns:
        "2022-03-14", or None where the value is no such date.
    """
    try:
        return datetime.fromisoformat(value.strip()).date().isoformat()
    except ValueError:
        return None


def find_day(value: object) -> str | None:
    """Take the day of a date as tables write it, where it can be understood in one way only.

    ISO 8601, the dates of mail and feeds (RFC 2822), a month by its name, year first, seconds or milliseconds since
    1970. "03/04/2022" is April to some and March to others, so it is no answer.

    Args:
        value: A cell of a table.

    Returns:
        The day in ISO 8601, or None.
    """
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return _since_1970(value)
    if not isinstance(value, str) or not value.strip() or len(value) > _LONGEST:
        return None
    return iso_day(value) or _mail_day(value) or _written_day(value.strip())


def _since_1970(value: float) -> str | None:
    low, high = _SECONDS
    seconds = value / 1000 if value >= high else value
    return datetime.fromtimestamp(seconds, UTC).date().isoformat() if low <= seconds < high else None


def _mail_day(value: str) -> str | None:
    """RFC 2822: "Mon, 14 Mar 2022 10:00:00 GMT". The parser takes much else for a date, so the form is asked for."""
    parts = parsedate_tz(value)
    if parts is None or value.count(":") == 0 or "/" in value:
        return None
    try:
        return date(*parts[:3]).isoformat()
    except ValueError:
        return None


def _written_day(value: str) -> str | None:
    for form in (*_MONTH_NAMED, *_YEAR_FIRST):
        try:
            return datetime.strptime(value, form).replace(tzinfo=UTC).date().isoformat()
        except ValueError:
            continue
    return None

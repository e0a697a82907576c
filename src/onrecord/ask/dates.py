"""Dates: the day that a statement is of, and a question narrowed to one month of publication."""

from __future__ import annotations

import re

from msgspec import structs

from onrecord.ask.question import Question
from onrecord.types import Time

_MONTH = re.compile(r"(?!0000|9999)[0-9]{4}-(?:0[1-9]|1[0-2])(?![0-9])")


def month_of(published: str | None) -> str | None:
    """The month of a date of publication; None where it tells none.

    Args:
        published: ISO 8601, as found.
    """
    found = _MONTH.match(published or "")
    return None if found is None else found[0]


def in_month(asked: Question, month: str) -> Question:
    """A question for one month of publication, inside the range that it has already.

    Args:
        asked: The question without it.
        month: ``2024-03``.
    """
    first, last = f"{month}-01", f"{month_after(month)}-01"
    if asked.published_from is not None:
        first = max(first, asked.published_from)
    if asked.published_to is not None:
        last = min(last, asked.published_to)
    return structs.replace(asked, published_from=first, published_to=last)


def month_after(month: str) -> str:
    """The month after one: ``2024-01`` after ``2023-12``.

    Args:
        month: ``2024-03``.
    """
    year, number = int(month[:4]), int(month[5:7])
    return f"{year + number // 12:04d}-{number % 12 + 1:02d}"


def said_on(said_at: Time | None, published: str | None) -> str | None:
    """The day that something was said or, where that is not known, published; None where neither is.

    Args:
        said_at: Of the statement.
        published: Of its document, ISO 8601.
    """
    day = None if said_at is None else day_of(said_at)
    return day or (published[:10] if published else None)


def day_of(time: Time) -> str | None:
    """The day that a point in time begins, or that a stretch ends; None of a duration or of what returns.

    Args:
        time: When something was, or was said.
    """
    if time.type not in {"DATE", "TIME"}:
        return None
    day = time.from_ or time.to
    return None if day is None else day[:10]

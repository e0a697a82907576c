"""Dates: the day that a statement is of, and a question narrowed to a month or a year."""

from __future__ import annotations

import re
from typing import Literal

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
    return within(asked, "published", month)


def within(asked: Question, of: Literal["published", "said", "about"], value: str) -> Question:
    """A question for one month or year of publication, of saying, or spoken of, inside the range it has already.

    Args:
        asked: The question without it.
        of: Which of its ranges.
        value: ``2024-03`` or ``2024``; not the year 9999, which has none after it.
    """
    is_month = len(value) > len("2024")
    first = f"{value}-01" if is_month else f"{value}-01-01"
    last = f"{month_after(value)}-01" if is_month else f"{int(value) + 1:04d}-01-01"
    before, after = getattr(asked, f"{of}_from"), getattr(asked, f"{of}_to")
    narrower = {f"{of}_from": max(first, before or first), f"{of}_to": min(last, after or last)}
    return structs.replace(asked, **narrower)


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

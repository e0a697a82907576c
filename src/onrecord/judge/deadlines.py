"""Deadlines: the day until which a forecast has time, where its words give a length: "within ten days".

A length is counted from the day of publication: what was said and when it was printed lie a day apart at most in a
report of the news. "Over the coming year" is the twelve months from that day, not the calendar's next year.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

import msgspec

from onrecord.judge.times.periods import add
from onrecord.judge.wordlist import word_set
from onrecord.types import Time

LASTING = word_set("in over within during")
"""Before a length these tell when it is over: "within two years", "over the next months"."""

_LENGTH = re.compile(r"P(T?)([0-9]{1,4})([A-Z])")
_UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year"}
_LETTERS = {unit: letter for letter, unit in _UNITS.items()}
HOURS = 24
_COMING = (("the", "coming"), ("the", "next"))
_BEYOND = ("MORE_THAN", "EQUAL_OR_MORE")
"""Modifiers of a length that has no end ("in more than a year")."""


def date_deadline(by: Time, lows: Sequence[str], preposition: str, published: str | None) -> Time:
    """Date a deadline that is given as a length.

    Args:
        by: The time by which, as its words were read.
        lows: Its words in lower case.
        preposition: The word that says how what is foretold stands to it; empty without.
        published: The day of publication in ISO 8601; None where it is not known.

    Returns:
        The time with the days from the publication until it is over; as it was, where its words give no length, where
        they give one without a number ("the next few days") and where the day of publication is not known.
    """
    start = _day(published)
    if start is None or preposition not in LASTING or by.mod in _BEYOND:
        return by
    if by.type == "DATE" and tuple(lows[:-1]) in _COMING and by.granularity in _LETTERS:
        end = add(start, 1, by.granularity)
        value: str | None = f"P1{_LETTERS[by.granularity]}"
    elif by.type == "DURATION" and by.to is None:
        end, value = _end(start, by.value), by.value
    else:
        return by
    if end is None:
        return by
    return msgspec.structs.replace(by, type="DURATION", value=value, from_=start.isoformat(), to=end.isoformat())


def _day(published: str | None) -> date | None:
    try:
        return None if published is None else date.fromisoformat(published)
    except ValueError:
        return None


def _end(start: date, value: str | None) -> date | None:
    """The day on which a length such as "P10D" is over; hours that are begun count as a day."""
    match = _LENGTH.fullmatch(value or "")
    if match is None:
        return None
    count = int(match[2])
    if match[1]:
        return add(start, -(-count // HOURS), "day") if match[3] == "H" else None
    return add(start, count, _UNITS[match[3]]) if match[3] in _UNITS else None

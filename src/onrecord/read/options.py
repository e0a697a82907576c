"""Options of reading: what the caller knows of the reports, and the limits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from onrecord.errors import InputError
from onrecord.read.dates import iso_day

FIELDS = ("text", "title", "url", "published", "publisher", "authors", "id")
"""What a column of a table can be."""

MIB = 2**20


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """What the caller knows of the reports, and the limits of reading. Picklable, for worker processes.

    Attributes:
        title: The report's title. It is put in the place of the one that a page gives; a row of a table keeps its own.
        publisher: Who published it; the same.
        published: When, in ISO 8601; the same. Only the day is kept.
        fields: Column names of a JSONL or CSV table by our names (``FIELDS``): ``{"text": "story.body"}``. A dot goes
            into an object of JSON. What is not named is looked for under the usual names.
        allow_private: Whether addresses of this machine and of private networks may be fetched.
        max_bytes: Most bytes of one report, unpacked; of a row for a table, whose own size has no limit.
        timeout_s: Most seconds that fetching an address may take, with its redirects.
        max_redirects: Most redirects that are followed.

    Raises:
        InputError: ``published`` is no date, or ``fields`` has a name that is not ours.
    """

    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    allow_private: bool = False
    max_bytes: int = 64 * MIB
    timeout_s: float = 20.0
    max_redirects: int = 5

    def __post_init__(self) -> None:
        if self.published is not None:
            object.__setattr__(self, "published", check_published(self.published))
        unknown = sorted(set(self.fields) - set(FIELDS))
        if unknown:
            raise InputError("fields", f"got {', '.join(map(repr, unknown))}; the names are {', '.join(FIELDS)}")


def check_published(value: str) -> str:
    """Check a date of publication that somebody gave.

    Args:
        value: The date.

    Returns:
        The day in ISO 8601.

    Raises:
        InputError: It is no ISO 8601 date.
    """
    day = iso_day(value)
    if day is None:
        raise InputError("published", f"got {value[:40]!r}; give the date as year-month-day, such as 2022-03-14")
    return day

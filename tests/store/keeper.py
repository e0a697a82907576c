"""A process that keeps readings in a record, for tests to kill, to crowd and to starve.

    python -m store.keeper PLACE FIRST COUNT [LIMIT]

It makes the record if need be and adds the readings ``small(FIRST)``, …; it writes each number on a line of standard
output when that is stored. LIMIT is the largest file, in bytes, that the system lets it write once the record is there.
"""

from __future__ import annotations

import resource
import sys

from store.readings import made

from onrecord.errors import StoreFull
from onrecord.store import open_store
from onrecord.types import Reading

STATEMENTS, MENTIONS, WORDS = 4, 8, 8
"""Small readings, so that many are written in the time of a test."""


def small(number: int) -> Reading:
    """The reading of a number, as this process adds it."""
    return made(number, STATEMENTS, MENTIONS, WORDS)


def main(place: str, first: int, count: int, limit: int | None = None) -> None:
    """See the module."""
    print("ready", flush=True)
    with open_store(place, create=True, timeout_s=60) as store:
        if limit is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        for number in range(first, first + count):
            store.add(small(number))
            print(number, flush=True)


if __name__ == "__main__":
    try:
        main(sys.argv[1], *map(int, sys.argv[2:]))
    except StoreFull as error:
        sys.exit(f"full: {error}")

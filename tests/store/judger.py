"""A process that judges a record's first report, for tests to kill.

    python -m store.judger PLACE FIRST COUNT

It rejects a statement and takes that back, in turns; it writes the judgement's id on a line of standard output when it
is stored, with a minus before it when it is taken back.
"""

from __future__ import annotations

import sys

from onrecord.store import open_store


def main(place: str, first: int, count: int) -> None:
    """See the module."""
    print("ready", flush=True)
    with open_store(place, timeout_s=60) as store:
        document_id = next(store.documents()).id
        for number in range(first, first + count):
            statement = store.reading(document_id, corrected=False).statements[number % 4]
            judged = store.judge("reject", statement.id, document_id=document_id, author="judger")
            print(judged.id, flush=True)
            store.withdraw(judged.id, "judger")
            print(f"-{judged.id}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))

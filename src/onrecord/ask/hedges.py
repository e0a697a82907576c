"""Hedges: which of a record's hedges a person means who asks for some words: "unlikely" is in "very unlikely", too.

The index of statements knows whole phrases only. There are a few hundred, however large the record: they are read once
in each process, and after that those of what was added.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Engine, Text, func, select

from onrecord.judge.certainty.lexicon import DOUBTING, NEGATORS
from onrecord.judge.certainty.phrasing import normalise
from onrecord.store.tables import claims, judgements, statements

_MARKS = '"“”„«»'
_TURNING = NEGATORS | DOUBTING | {"no"}
"""Before the words that are asked for, these make another hedge of them: "not likely" is not "likely"."""


class _Seen(NamedTuple):
    """Hedges that were read: up to which statement, at how many judgements, and which."""

    upto: int
    judged: int
    phrases: frozenset[str]


_READ: WeakKeyDictionary[Engine, _Seen] = WeakKeyDictionary()


def exactly(wanted: str) -> str | None:
    """The one hedge that is asked for in quotation marks; None without them.

    Args:
        wanted: ``Question.certainty``.
    """
    given = wanted.strip()
    return given[1:-1].strip() if len(given) > 1 and given[0] in _MARKS and given[-1] in _MARKS else None


def quoted_hedge(phrase: str) -> str:
    """What asks for one hedge and for no other that has its words.

    Args:
        phrase: Normalised.
    """
    return f'"{phrase}"'


def with_words(wanted: str, phrases: Collection[str]) -> Iterator[str]:
    """Which hedges have words that are asked for, side by side, with no "not" or doubt before them.

    Args:
        wanted: What was typed, without quotation marks.
        phrases: Normalised ones.
    """
    words = normalise(wanted.lower().split()).split()
    for phrase in sorted(phrases):
        has = phrase.split()
        places = range(len(has) - len(words) + 1) if words else range(0)
        if any(has[place : place + len(words)] == words and _TURNING.isdisjoint(has[:place]) for place in places):
            yield phrase


def phrases_of_record(connection: Connection) -> frozenset[str]:
    """The hedges of a record, normalised; some may be of readings that are not shown.

    Args:
        connection: In a transaction.
    """
    greatest = connection.scalar(select(func.max(statements.c.key))) or 0
    # Corrected readings are made anew, under keys that may have been others': only after a judgement.
    judged = connection.scalar(select(func.count() + func.count(judgements.c.withdrawn)).select_from(judgements)) or 0
    seen = _READ.get(connection.engine)
    if seen is None or seen.judged != judged or seen.upto > greatest:
        seen = _Seen(0, judged, frozenset())
    if seen.upto < greatest or not seen.phrases:
        phrase = func.json_extract(claims.c.certainty, "$.phrase", type_=Text)
        added = select(phrase).where(claims.c.statement > seen.upto, claims.c.certainty.is_not(None)).distinct()
        found = frozenset(one for one in connection.scalars(added) if one)
        seen = _READ[connection.engine] = _Seen(greatest, judged, seen.phrases | found)
    return seen.phrases

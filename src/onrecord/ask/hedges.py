"""Hedges: which of a record's hedges a person means who asks for some words: "unlikely" is in "very unlikely", too.

The index of statements knows whole phrases only. There are a few hundred, however large the record, in a table of
their own.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from sqlalchemy import Connection, select

from onrecord.judge.certainty.lexicon import DOUBTING, NEGATORS
from onrecord.judge.certainty.phrasing import normalise
from onrecord.store.tables import hedges

_MARKS = '"“”„«»'
_TURNING = NEGATORS | DOUBTING | {"no"}
"""Before the words that are asked for, these make another hedge of them: "not likely" is not "likely"."""


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
    return frozenset(connection.scalars(select(hedges.c.phrase)))

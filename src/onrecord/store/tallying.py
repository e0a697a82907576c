"""Tallying: tallies of statements that are stored: of readings that have none, or of those that are asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Row, Select, select

from onrecord.ids import identify
from onrecord.store.tables import entities, readings, speakers, statements
from onrecord.store.tallies import Spoken, Voice, person_number, tally
from onrecord.store.terms import name_digest

_AT_ONCE = 2_000


class Tallied(NamedTuple):
    """A row of ``tallies``."""

    reading: int
    publisher: str | None
    published: str | None
    counts: bytes
    voices: bytes


def tallies_of(connection: Connection, chosen: ColumnElement[bool], one_person: Mapping[int, int]) -> Iterator[Tallied]:
    """Count statements by reading, as they are fetched.

    Args:
        connection: In a transaction.
        chosen: A condition on ``statements``.
        one_person: The number of a person → the one that stands for them, where several are one.
    """
    rows = connection.execute(_spoken(chosen).execution_options(yield_per=_AT_ONCE))
    for key, of_reading in groupby(rows, key=lambda row: row.reading):
        first, *more = of_reading
        counts, voices = tally(_statements([first, *more], one_person))
        yield Tallied(key, first.publisher, first.published, counts, voices)


def _spoken(chosen: ColumnElement[bool]) -> Select[Any]:
    """The statements with their speakers, one after the other, reading by reading."""
    what = (statements.c.block, statements.c.form, statements.c.act, statements.c.negated, statements.c.word_count)
    who = (entities.c.kind, entities.c.name, entities.c.named, entities.c.id, entities.c.position.label("entity"))
    return (
        select(statements.c.key, statements.c.reading, *what, *who)
        .add_columns(readings.c.document_id, readings.c.publisher, readings.c.published)
        .select_from(statements)
        .join(readings, statements.c.reading == readings.c.key)
        .outerjoin(speakers, speakers.c.statement == statements.c.key)
        .outerjoin(entities, speakers.c.entity == entities.c.key)
        .where(chosen)
        .order_by(statements.c.reading, statements.c.position, speakers.c.position)
    )


def _voice(row: Row[Any], one_person: Mapping[int, int]) -> Voice:
    of_name = name_digest(row.kind, row.name) if row.named else None
    number = person_number(identify(row.document_id, row.id) if of_name is None else of_name)
    return Voice(one_person.get(number, number), row.entity, row.kind, row.name, row.named)


def _statements(rows: Iterable[Row[Any]], one_person: Mapping[int, int]) -> Iterator[Spoken]:
    for _, group in groupby(rows, key=lambda row: row.key):
        first, *more = group
        voices = [_voice(row, one_person) for row in (first, *more) if row.kind is not None]
        yield Spoken(first.block, first.form, first.act, first.negated, first.word_count, voices)

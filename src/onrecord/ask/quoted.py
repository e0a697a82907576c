"""Quoted: who speaks how much, as arrays: of whole reports by adding up their tallies, else of statements counted now.

A question that asks for whole reports (all of them, those of a publisher, of some months, or one) is answered from
``tallies``, all of it. What narrows it further is looked up as in a search, and counted up to a bound.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray
from sqlalchemy import ColumnElement, Connection, Integer, Select, Text, column, func, select

from onrecord.ask.among import among, listed
from onrecord.ask.arrays import Numbers, Places, numbered
from onrecord.ask.clauses import checked, digest_of_key
from onrecord.ask.identity import Identities, Who
from onrecord.ask.question import Question, is_open
from onrecord.ask.search import keys_of
from onrecord.store import terms
from onrecord.store.columns import DamagedValue
from onrecord.store.live import is_live
from onrecord.store.tables import entities, readings, statements, tallies
from onrecord.store.tallies import COUNTS, FORMS, IN_HEADLINES, VOICE, person_number
from onrecord.store.tallying import Tallied, tallies_of

MOST_COUNTED = 100_000
"""Statements that are counted where a question asks for more than whole reports, unless told otherwise."""

_AT_ONCE = 500

_COUNTS = np.dtype((np.dtype("<u4"), len(COUNTS)))
_VOICE = np.dtype([(name, "<u8" if name == "person" else "<u4") for name in VOICE])


@dataclass(frozen=True, slots=True)
class Quoted:
    """Tallies of live readings, one after the other.

    Attributes:
        readings: Their keys; ``publishers`` and ``published`` are theirs.
        counts: A row for each reading, the columns as in ``COUNTS``.
        voices: By name as in ``VOICE``, of each who speaks in a reading.
        places: Of each voice, in which row its reading is.
        persons: Of each voice, who it is: a number from 0.
        by_person: The voices, person by person, those of one as they stand.
        people: How many persons there are.
        capped: Whether there were more statements than were counted.
    """

    readings: Sequence[int]
    publishers: Sequence[str | None]
    published: Sequence[str | None]
    counts: Numbers
    voices: Mapping[str, NDArray[Any]]
    places: Places
    persons: Places
    by_person: Places
    people: int
    capped: bool

    def statements(self, *, headlines: bool) -> int:
        """How many statements were counted.

        Args:
            headlines: With those of headlines.
        """
        names = (*FORMS, *((IN_HEADLINES,) if headlines else ()))
        return int(self.counts[:, [COUNTS.index(name) for name in names]].sum())


def quoted(connection: Connection, identities: Identities, question: Question, most: int | None = None) -> Quoted:
    """Count who speaks in the statements that a question asks for.

    Args:
        connection: In a transaction.
        identities: Of that transaction.
        question: Which statements.
        most: How many statements to count at most, the latest added; None for all of whole reports, and else for
            ``MOST_COUNTED``.

    Raises:
        EmptyQuery: It has words, but none to look for.
        BadQuestion: A date is none.
    """
    one_person = _one_person(identities)
    if most is None and _asks_for_reports(question):
        rows = connection.execute(_of_reports(connection, checked(question)))
        found = _arranged(_columns(rows.partitions(_AT_ONCE)), one_person, capped=False)
        double = _counted_twice(found, one_person)
        return _mended(connection, found, double, one_person) if double else found
    keys, capped = keys_of(connection, identities, question, MOST_COUNTED if most is None else most)
    counted = tallies_of(connection, statements.c.key.in_(among(keys)), one_person)
    return _arranged(_columns([list(counted)]), one_person, capped=capped)


def _columns(parts: Iterable[Sequence[Sequence[Any]]]) -> list[list[Any]]:
    """Rows of ``tallies`` as columns. They come some at a time: of all at once, a third is collection of garbage."""
    columns: list[list[Any]] = [[] for _ in Tallied._fields]
    for rows in parts:
        for values, more in zip(columns, zip(*rows, strict=True), strict=False):
            values.extend(more)
    return columns


def _one_person(identities: Identities) -> dict[int, int]:
    """Numbers of those who were joined with others, each with that of the one that stands for all."""
    joined = ((digest_of_key(key), digest_of_key(first)) for key, first in identities.joined().items())
    return {person_number(one): person_number(first) for one, first in joined}


def _asks_for_reports(question: Question) -> bool:
    of_reports = {"publisher": None, "published_from": None, "published_to": None, "document": None}
    return is_open(msgspec.structs.replace(question, headlines=True, **of_reports))


def _of_reports(connection: Connection, question: Question) -> Select[Any]:
    """Tallies of the live readings that a question asks for, the earliest added first."""
    rows = select(*(tallies.c[name] for name in Tallied._fields)).order_by(tallies.c.reading)
    return rows.where(tallies.c.reading.not_in(_dead()), *_of(connection, question))


def _dead() -> Select[int]:
    """Readings that are not live. Most documents have one reading, and need no look at what it is."""
    several = select(readings.c.document_id).group_by(readings.c.document_id).having(func.count() > 1)
    return select(readings.c.key).where(readings.c.document_id.in_(several), ~is_live())


def _of(connection: Connection, question: Question) -> Iterator[ColumnElement[bool]]:
    """The question's conditions on reports, as ``clauses`` has them."""
    first, last = question.published_from, question.published_to
    if question.document is not None:
        yield tallies.c.reading.in_(select(readings.c.key).where(readings.c.document_id == question.document))
    if question.publisher is not None:
        wanted = terms.publisher_digest(question.publisher)
        names = connection.scalars(select(tallies.c.publisher).distinct())
        yield tallies.c.publisher.in_(listed(name for name in names if name and terms.publisher_digest(name) == wanted))
    if first or last:
        wanted_terms = set(terms.range_terms(terms.PUBLISHED, first, last))
        days = connection.scalars(select(tallies.c.published).distinct())
        meeting = [day for day in days if day and not wanted_terms.isdisjoint(terms.published_terms(day))]
        fitting = [day for day in meeting if (not first or day >= first) and (not last or day < last)]
        yield tallies.c.published.in_(listed(fitting))


def _arranged(columns: Sequence[Sequence[Any]], one_person: Mapping[int, int], *, capped: bool) -> Quoted:
    """Put tallies one after the other.

    Raises:
        DamagedValue: One is not what was written.
    """
    keys, publishers, published, counts, packed = columns
    together, of_reports = _unpacked(packed, _VOICE), _unpacked(counts, _COUNTS)
    if len(of_reports) != len(keys):
        raise DamagedValue("a tally is empty or too long")
    voices = {name: together[name] for name in VOICE} | {
        name: together[name].astype(np.int32) for name in ("statements", "headlines", "words")
    }
    lengths = np.fromiter(map(len, packed), np.intp, len(packed)) // _VOICE.itemsize
    persons, by_person, people = numbered(_joined(np.ascontiguousarray(voices["person"]), one_person))
    return Quoted(
        readings=keys,
        publishers=publishers,
        published=published,
        counts=of_reports,
        voices=voices,
        places=np.repeat(np.arange(len(keys), dtype=np.int32), lengths),
        persons=persons,
        by_person=by_person,
        people=people,
        capped=capped,
    )


def _unpacked(packed: Sequence[bytes], kind: np.dtype[Any]) -> NDArray[Any]:
    """Rows of fixed width, of all values that are given.

    Raises:
        DamagedValue: One of them was cut.
    """
    if any(len(one) % kind.itemsize for one in packed):
        raise DamagedValue("a tally was cut")
    return np.frombuffer(b"".join(packed), kind)


def _counted_twice(found: Quoted, one_person: Mapping[int, int]) -> list[int]:
    """Readings in which several who are one by judgement make statements together, which their tallies count for each.

    Some of these have none in common: counting them anew does no harm.
    """
    if not one_person:
        return []
    theirs = np.isin(found.voices["person"], np.array(sorted(one_person), np.uint64)) & (found.voices["joint"] > 0)
    pairs = np.stack((found.places[theirs], found.persons[theirs]))
    together, times = np.unique(pairs, axis=1, return_counts=True)
    return [found.readings[place] for place in np.unique(together[0, times > 1])]


def _mended(connection: Connection, found: Quoted, double: Sequence[int], one_person: Mapping[int, int]) -> Quoted:
    """The same with some readings' voices counted anew, by who is one."""
    chosen = statements.c.reading.in_(among(double))
    anew = {one.reading: one.voices for one in tallies_of(connection, chosen, one_person)}
    together = np.empty(len(found.places), _VOICE)
    for name, numbers in found.voices.items():
        together[name] = numbers
    parts = np.split(together, np.searchsorted(found.places, np.arange(1, len(found.readings))))
    packed = [anew.get(key, part.tobytes()) for key, part in zip(found.readings, parts, strict=True)]
    counts = [row.tobytes() for row in found.counts]
    columns = [found.readings, found.publishers, found.published, counts, packed]
    return _arranged(columns, one_person, capped=False)


def _joined(numbers: NDArray[np.uint64], one_person: Mapping[int, int]) -> NDArray[np.uint64]:
    if not one_person:
        return numbers
    known = np.array(sorted(one_person), np.uint64)
    first = np.array([one_person[int(number)] for number in known], np.uint64)
    found = np.minimum(np.searchsorted(known, numbers), len(known) - 1)
    return np.where(known[found] == numbers, first[found], numbers)


def who_speaks(connection: Connection, identities: Identities, found: Quoted, voices: Iterable[int]) -> dict[int, Who]:
    """Look up who some voices are.

    Args:
        connection: In the same transaction.
        identities: Of that transaction.
        found: What was counted.
        voices: Which of them.
    """
    wanted = {(found.readings[found.places[voice]], int(found.voices["entity"][voice])): voice for voice in voices}
    pairs = func.json_each(msgspec.json.encode(list(wanted)).decode()).table_valued(column("value", Text))
    reading, position = (func.json_extract(pairs.c.value, f"$[{place}]", type_=Integer) for place in (0, 1))
    what = (entities.c.kind, entities.c.name, entities.c.named, entities.c.id, entities.c.reading, entities.c.position)
    rows = connection.execute(
        select(*what, readings.c.document_id)
        .select_from(pairs)
        .join(entities, (entities.c.reading == reading) & (entities.c.position == position))
        .join(readings, readings.c.key == entities.c.reading)
    )
    return {wanted[row.reading, row.position]: _who(identities, row) for row in rows}


def _who(identities: Identities, row: Any) -> Who:
    key = identities.key(row.kind, row.name, named=row.named, document_id=row.document_id, entity_id=row.id)
    return Who(key, row.name, row.kind, row.named, row.document_id, row.id)

"""Audit: who gets quoted: named or not, of what kind, in how many words, in what form, and how first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, get_args

from msgspec import structs
from sqlalchemy import Connection, Row, select

from onrecord.ask.among import among
from onrecord.ask.audit.shares import Audit, AuditRow, Share
from onrecord.ask.audit.tallying import NAMED, UNKNOWN, UNNAMED, Cell, Counted, added, row_of
from onrecord.ask.dates import in_month, month_of
from onrecord.ask.identity import Identities
from onrecord.ask.question import Question
from onrecord.ask.search import keys_of
from onrecord.store import Store
from onrecord.store.tables import entities, readings, speakers, statements
from onrecord.store.terms import HEADLINES
from onrecord.types import THOUGHT, EntityKind, Form

MOST_COUNTED = 100_000
"""Statements that are counted unless told otherwise: 3.6 s of one core in a record of a million."""

MOST_SPEAKERS = 50
"""Speakers that are listed."""

NO_PUBLISHER = "publisher not known"
NO_MONTH = "date not known"

_Place = tuple[str | None, str | None]
"""Publisher and month of publication."""


def audit(store: Store, question: Question | None = None, *, most: int = MOST_COUNTED) -> Audit:
    """Count who gets quoted in the statements that a question asks for.

    Args:
        store: The record.
        question: Which statements; all without one. Headlines never count.
        most: How many statements to count at most, the latest added.

    Raises:
        EmptyQuery: It has words, but none to look for.
        StoreError: The record cannot be read.
    """
    question = structs.replace(question or Question(), headlines=False)
    cells: dict[_Place, Cell] = defaultdict(Cell)
    names: dict[str, str] = {}
    with store.looking() as connection:
        identities = Identities(connection)
        keys, capped = keys_of(connection, identities, question, most)
        for place, one in _counted(connection, identities, keys):
            cells[place].add(one)
            names.update((key, name) for key, name in one.people if key not in names)
    total = added(cells.values())
    return Audit(
        question=question,
        total=row_of(total, "all", question),
        naming=tuple(_shares(total, _naming(question))),
        kinds=tuple(_shares(total, {kind: structs.replace(question, kinds=(kind,)) for kind in get_args(EntityKind)})),
        forms=tuple(_shares(total, {form: structs.replace(question, forms=(form,)) for form in get_args(Form)})),
        first=tuple(_first(total)),
        speakers=tuple(_speakers(total, names, question)),
        publishers=_publishers(cells, question),
        months=_months(cells, question),
        cells=tuple(
            row_of(cell, _label(*place), _asked(question, *place), *place)
            for place, cell in sorted(cells.items(), key=lambda item: _sortable(item[0]))
        ),
        capped=capped,
    )


def _counted(connection: Connection, identities: Identities, keys: Sequence[int]) -> Iterator[tuple[_Place, Counted]]:
    """The statements with their speakers, one after the other."""
    what = (statements.c.key, statements.c.reading, statements.c.position, statements.c.form, statements.c.act)
    where = (readings.c.document_id, readings.c.publisher, readings.c.published)
    who = (entities.c.kind, entities.c.name, entities.c.named, entities.c.id)
    rows: Iterable[Row[Any]] = connection.execution_options(yield_per=2_000).execute(
        select(*what, statements.c.negated, statements.c.word_count, *where, *who)
        .select_from(statements)
        .join(readings, statements.c.reading == readings.c.key)
        .outerjoin(speakers, speakers.c.statement == statements.c.key)
        .outerjoin(entities, speakers.c.entity == entities.c.key)
        .where(statements.c.key.in_(among(keys)), statements.c.block.not_in(HEADLINES))
        .order_by(statements.c.key, speakers.c.position)
    )
    known: dict[tuple[Any, ...], str] = {}
    for _, group in groupby(rows, key=lambda row: row.key):
        first, *more = group
        yield (first.publisher, month_of(first.published)), _one(identities, known, [first, *more])


def _one(identities: Identities, known: dict[tuple[Any, ...], str], rows: list[Row[Any]]) -> Counted:
    row = rows[0]
    people, naming = [], []
    for who in rows:
        if who.kind is None:
            continue
        spot = (who.kind, who.name) if who.named else (who.document_id, who.id)
        if spot not in known:
            known[spot] = identities.key(
                who.kind, who.name, named=who.named, document_id=who.document_id, entity_id=who.id
            )
        people.append((known[spot], who.name))
        naming.append(NAMED if who.named else UNNAMED)
    said = row.act not in THOUGHT and not row.negated
    return Counted(
        reading=row.reading,
        position=row.position,
        form=row.form,
        words=row.word_count if said else 0,
        naming=frozenset(naming or (UNKNOWN,)),
        kinds=frozenset(who.kind for who in rows if who.kind is not None),
        people=tuple(people),
        first=naming[0] if naming else UNKNOWN,
    )


def _naming(question: Question) -> Mapping[str, Question | None]:
    return {
        NAMED: structs.replace(question, named=True),
        UNNAMED: structs.replace(question, named=False),
        UNKNOWN: None,
    }


def _shares(cell: Cell, questions: Mapping[str, Question | None]) -> Iterator[Share]:
    for label, asked in questions.items():
        if cell.by[label]:
            yield _share(cell, label, cell.by[label], cell.words_by[label], asked)


def _share(cell: Cell, label: str, number: int, words: int, asked: Question | None, key: str | None = None) -> Share:
    return Share(
        label=label,
        statements=number,
        words=words,
        share=round(number / cell.statements, 4),
        word_share=round(words / cell.words, 4) if cell.words else 0.0,
        question=asked,
        key=key,
    )


def _first(cell: Cell) -> Iterator[Share]:
    """Articles by whose the first statement is; they have no words, and no question of statements opens them."""
    opened = cell.first()
    for label in (NAMED, UNNAMED, UNKNOWN):
        if opened[label]:
            share = round(opened[label] / opened.total(), 4)
            yield Share(label=label, statements=opened[label], words=0, share=share, word_share=0.0)


def _speakers(cell: Cell, names: Mapping[str, str], question: Question) -> Iterator[Share]:
    frequent = sorted(cell.people.items(), key=lambda item: (-item[1], names[item[0]], item[0]))
    for key, number in frequent[:MOST_SPEAKERS]:
        asked = structs.replace(question, person=key)
        yield _share(cell, names[key], number, cell.people_words[key], asked, key)


def _publishers(cells: Mapping[_Place, Cell], question: Question) -> tuple[AuditRow, ...]:
    grouped: dict[str | None, list[Cell]] = defaultdict(list)
    for (publisher, _), cell in cells.items():
        grouped[publisher].append(cell)
    rows = [
        row_of(added(group), publisher or NO_PUBLISHER, _asked(question, publisher, None, of_month=False), publisher)
        for publisher, group in grouped.items()
    ]
    return tuple(sorted(rows, key=lambda row: (-row.statements, row.label)))


def _months(cells: Mapping[_Place, Cell], question: Question) -> tuple[AuditRow, ...]:
    grouped: dict[str | None, list[Cell]] = defaultdict(list)
    for (_, month), cell in cells.items():
        grouped[month].append(cell)
    return tuple(
        row_of(
            added(grouped[month]), month or NO_MONTH, None if month is None else in_month(question, month), None, month
        )
        for month in sorted(grouped, key=lambda month: (month is None, month or ""))
    )


def _label(publisher: str | None, month: str | None) -> str:
    return f"{publisher or NO_PUBLISHER}, {month or NO_MONTH}"


def _sortable(place: _Place) -> tuple[str, str]:
    return place[0] or "", place[1] or ""


def _asked(question: Question, publisher: str | None, month: str | None, *, of_month: bool = True) -> Question | None:
    """The question for one cell; None for a publisher or month that is not known, which none asks for."""
    if publisher is None or (of_month and month is None):
        return None
    asked = structs.replace(question, publisher=publisher)
    return asked if month is None else in_month(asked, month)

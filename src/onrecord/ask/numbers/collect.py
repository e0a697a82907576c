"""Numbers: the figures that sources gave, grouped by what they count. Nothing is added up, averaged or compared."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from msgspec import structs
from sqlalchemy import Connection, Row, Select, select

from onrecord.ask.among import among
from onrecord.ask.context import Context
from onrecord.ask.dates import day_of, month_after
from onrecord.ask.hits import contexts_of
from onrecord.ask.identity import Identities, Who, who_by_statement
from onrecord.ask.numbers.collective import meant_by
from onrecord.ask.numbers.figures import AsOf, Figure, Numbers
from onrecord.ask.numbers.series import difference, series_of, taken_together
from onrecord.ask.question import Question
from onrecord.ask.search import keys_of
from onrecord.deadlines import last_day
from onrecord.errors import BadQuestion
from onrecord.store import Store
from onrecord.store.tables import claims, documents, readings, speakers, statements
from onrecord.types import Quantity, Time

_DATED = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

MOST_STATEMENTS = 400
"""Statements whose figures are shown, the best fitting: what a page and a third of a second hold."""


def numbers(store: Store, question: Question) -> Numbers:
    """Collect the figures in the statements that a question asks for.

    Args:
        store: The record.
        question: Which statements: words that were said, a speaker, a publisher, dates. ``has_number`` is understood;
            ``limit`` does not count. "casualties" and the like find what reports print in their place, too.

    Raises:
        EmptyQuery: It asks for nothing.
        BadQuestion: It asks by meaning.
        StoreError: The record cannot be read.
    """
    if question.meaning:
        raise BadQuestion("figures are found by words, not by meaning; ask without it")
    question = structs.replace(question, has_number=True)
    wordings = meant_by(question.words)
    with store.looking() as connection:
        identities = Identities(connection)
        keys, capped = _keys(connection, identities, question, wordings)
        found = figures_of(connection, identities, keys)
    series = series_of(found, " ".join(wordings))
    notes = (
        f"Looked for any of: {', '.join(wordings)}." if len(wordings) > 1 else None,
        taken_together(series),
        difference(series),
    )
    return Numbers(
        question=question,
        series=series,
        note=" ".join(note for note in notes if note) or None,
        figures=len(found),
        documents=len({figure.document_id for figure in found}),
        capped=capped,
        looked_at=len(keys),
    )


def _keys(
    connection: Connection, identities: Identities, question: Question, wordings: Sequence[str]
) -> tuple[list[int], bool]:
    """Statements with any of some wordings, those of each wording in turn; and whether there may be more."""
    found: dict[int, None] = {}
    capped = False
    for words in wordings:
        if len(found) >= MOST_STATEMENTS:
            capped = True
            break
        more = structs.replace(question, words=words)
        keys, many = keys_of(connection, identities, more, MOST_STATEMENTS)
        found.update(dict.fromkeys(keys))
        capped = capped or many
    return list(found)[:MOST_STATEMENTS], capped or len(found) > MOST_STATEMENTS


def figures_of(connection: Connection, identities: Identities, keys: Sequence[int]) -> list[Figure]:
    """The figures in some statements, in the order of the keys and of the text.

    Args:
        connection: In a transaction.
        identities: Of that transaction.
        keys: Of the statements.
    """
    by_statement: dict[int, list[Row[Any]]] = defaultdict(list)
    for row in connection.execute(_rows(keys)):
        by_statement[row.key].append(row)
    rows = [row for key in keys for row in by_statement.get(key, ())]
    speaking = who_by_statement(connection, identities, speakers, by_statement)
    contexts = contexts_of(connection, {row.text_hash for row in rows})
    return [
        _figure(row, quantity, speaking.get(row.key, ()), contexts[row.text_hash])
        for row in rows
        for quantity in row.quantities
    ]


def _figure(row: Row[Any], quantity: Quantity, speaking: Sequence[Who], context: Context) -> Figure:
    paragraph = context.around(row.content)
    as_of, as_of_by = _as_of(row, quantity)
    return Figure(
        document_id=row.document_id,
        title=row.title,
        origin=row.origin,
        publisher=row.publisher,
        published=row.published,
        statement_id=row.id,
        act=row.act,
        speakers=tuple(who.name for who in speaking),
        people=tuple(who.key for who in speaking),
        span=quantity.span,
        words=quantity.span.of(context.text),
        low=quantity.low,
        high=quantity.high,
        bound=quantity.bound,
        unit=quantity.unit,
        change=quantity.change,
        per=quantity.per,
        counted=None if quantity.of is None else quantity.of.of(context.text),
        as_of=as_of,
        as_of_by=as_of_by,
        hedge=None if row.certainty is None else row.certainty.span.of(context.text),
        negated=row.negated or row.polarity == "negative",
        content=row.content,
        statement=tuple(span.of(context.text) for span in row.content),
        paragraph=paragraph,
        context=paragraph.of(context.text),
    )


def _rows(keys: Sequence[int]) -> Select[Any]:
    statement = (statements.c.key, statements.c.id, statements.c.act, statements.c.negated, statements.c.content)
    claim = (claims.c.polarity, claims.c.certainty, claims.c.quantities, claims.c.times, statements.c.said_at)
    document = (readings.c.document_id, readings.c.title, readings.c.origin, readings.c.publisher, readings.c.published)
    return (
        select(*statement, *claim, *document, documents.c.text_hash)
        .select_from(claims)
        .join(statements, claims.c.statement == statements.c.key)
        .join(readings, statements.c.reading == readings.c.key)
        .join(documents, readings.c.document_id == documents.c.id)
        .where(claims.c.statement.in_(among(keys)), claims.c.quantities.is_not(None), claims.c.quantities != ())
        .order_by(claims.c.statement, claims.c.position)
    )


def _as_of(row: Row[Any], quantity: Quantity) -> tuple[str | None, AsOf | None]:
    """Of when a figure is: the claim's own time, else when it was said, else when that was printed.

    "Since 2019" tells of when it is counted from, and not of when it is; "by July" is its last day.
    """
    times = (time for time in row.times or () if not time.span.overlaps(quantity.span) and not _goes_on(time))
    own = [day for time in times if (day := day_of(time) if time.from_ else last_day(time))]
    if own:
        return own[0], "claim"
    if row.said_at is not None and (day := day_of(row.said_at)):
        return day, "said"
    return (row.published[:10], "published") if row.published else (None, None)


def _goes_on(time: Time) -> bool:
    """Whether a stretch does not end where what it is named by ends: "since 2019" has a year's name, and goes on."""
    if time.from_ is None or not _DATED.match(time.from_):  # an imported record may hold any words there
        return False
    if time.to is None:
        return True
    first = time.from_[:10]
    if time.granularity == "year":
        return time.to[:10] != f"{int(first[:4]) + 1:04d}-01-01"
    if time.granularity == "month":
        return time.to[:10] != f"{month_after(first)}-01"
    return False

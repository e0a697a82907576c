"""Forecasts: what sources foretold, what is due, and what people found to have come of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from msgspec import structs
from sqlalchemy import Connection, Row, select

from onrecord.ask.among import among
from onrecord.ask.clauses import first_day
from onrecord.ask.forecasts.foretelling import Foretold, by_kind, by_speaker, scored
from onrecord.ask.forecasts.outcomes import outcome_of, outcomes_of
from onrecord.ask.forecasts.predictions import Forecasts, Outcome, OutcomeWord, Prediction, Status
from onrecord.ask.hits import Hit, load_hits
from onrecord.ask.identity import Identities, who_by_statement
from onrecord.ask.question import Question
from onrecord.ask.search import keys_of
from onrecord.ask.tally import Tally
from onrecord.errors import BadJudgement
from onrecord.judge.certainty import DEFAULT, Scale, on_scale
from onrecord.spans import Span
from onrecord.store import Store
from onrecord.store.live import is_live
from onrecord.store.tables import claims, readings, speakers, statements
from onrecord.types import BY_HAND, Judgement, Time

MOST_STATEMENTS = 10_000
"""Statements with a prediction that are counted."""

_AFTER_IDS = "~"
"""Sorts after every digit of an id."""

_MOST_LOOKED_AT = 1_000
"""Predictions whose ids begin as somebody typed; a single digit may be the beginning of a sixteenth of all."""

_SHOWN, _LONGEST = 5, 60
"""Predictions that a message lists, and how many characters of the words of each."""

_UNKNOWN = "speaker not known"


def forecasts(
    store: Store,
    question: Question | None = None,
    *,
    on: str | None = None,
    scale: Scale = DEFAULT,
    status: Status | None = None,
) -> Forecasts:
    """List predictions.

    Args:
        store: The record.
        question: Whose, on what, from when; all without one. ``forecasts`` is understood; ``limit`` is how many to
            give.
        on: The day that says what is due, ISO 8601, or the month or year that it begins; without it nothing is.
        scale: Whose ranges hedges are given in.
        status: Only those; the counts are of all.

    Raises:
        BadQuestion: A date is none.
        EmptyQuery: It has words, but none to look for.
        StoreError: The record cannot be read.
    """
    on = first_day("on", on)
    question = structs.replace(question or Question(), forecasts=True)
    with store.looking() as connection:
        identities = Identities(connection)
        keys, capped = keys_of(connection, identities, question, MOST_STATEMENTS)
        found = _foretold(connection, keys, on, scale)
        who = who_by_statement(connection, identities, speakers, keys)
        wanted = sorted((one for one in found if status in (None, one.status)), key=_next_due)
        shown = wanted[: max(question.limit, 0)]
        hits = load_hits(connection, identities, [one.row.key for one in shown])
    return Forecasts(
        question=question,
        on=on,
        scale=scale,
        predictions=tuple(map(_prediction, shown, hits)),
        total=len(wanted),
        statuses=_statuses(found),
        speakers=by_speaker(found, who, question),
        kinds=by_kind(found, who, question),
        scores=scored(found, who),
        capped=capped,
    )


def find_prediction(store: Store, wanted: str) -> str:
    """Find the prediction that somebody means.

    Args:
        store: The record.
        wanted: Its id, or the beginning of it; the statement's, where that makes one prediction alone, or the beginning
            of that with the prediction's number: "3fa2.1".

    Returns:
        Its whole id.

    Raises:
        BadJudgement: None fits, or several do; the message lists these.
    """
    begins, _, place = wanted.partition(".")
    with store.looking() as connection:
        rows = connection.execute(
            select(statements.c.key, statements.c.id, claims.c.position, claims.c.forecast)
            .join_from(claims, statements)
            .join(readings)
            .where(statements.c.id >= begins, statements.c.id < begins + _AFTER_IDS)
            .where(claims.c.forecast.is_not(None), is_live())
            .order_by(statements.c.id, claims.c.position)
            .limit(_MOST_LOOKED_AT)
        ).all()
        found = [row for row in rows if begins and (not place or str(row.position + 1) == place)]
        if len(found) == 1:
            return _id_of(found[0])
        hits = load_hits(connection, Identities(connection), [row.key for row in found[:_SHOWN]])
    if not found:
        raise BadJudgement(f"{store.path}: has no prediction {wanted!r}; `onrecord forecasts list` lists them")
    lines = "".join(f"\n  {_id_of(row)}  {_told(row, hit)}" for row, hit in zip(found, hits, strict=False))
    more = "\n  …" if len(found) > _SHOWN else ""
    raise BadJudgement(f"{store.path}: {wanted!r} fits several predictions; give more of the id of one:{lines}{more}")


def _told(row: Any, hit: Hit) -> str:
    """Who foretells what, in a line."""
    return f"{', '.join(hit.speakers) or _UNKNOWN}: {(hit.words_at(row.forecast.span) or '')[:_LONGEST]}"


def _id_of(row: Any) -> str:
    return f"{row.id}.{row.position + 1}"


def resolve(
    store: Store, prediction_id: str, outcome: OutcomeWord, *, evidence: str, author: str, reason: str = ""
) -> Judgement:
    """Keep what came of a prediction, as a person's judgement. A later one stands for it; either can be withdrawn.

    Args:
        store: The record, opened to be written.
        prediction_id: ``Prediction.id``.
        outcome: Whether it came as its words say; "void" where that cannot be said.
        evidence: Text or address; it may be empty only where the outcome is void.
        author: Who found it.
        reason: In their own words.

    Raises:
        BadJudgement: There is no such prediction, or the outcome has no evidence.
        StoreError: It could not be written.
    """
    statement_id, _, place = prediction_id.rpartition(".")
    with store.looking() as connection:
        row = connection.execute(
            select(readings.c.document_id, claims.c.start, claims.c.end)
            .join_from(claims, statements)
            .join(readings)
            .where(statements.c.id == statement_id, claims.c.forecast.is_not(None), is_live())
            .where(claims.c.position == (int(place) - 1 if place.isdecimal() and len(place) < 6 else -1))
        ).one_or_none()
    if row is None:
        raise BadJudgement(f"{store.path}: has no prediction {prediction_id!r}; `onrecord forecasts list` lists them")
    after = {"outcome": outcome, "claim": [row.start, row.end], "evidence": evidence}
    return store.judge("change", statement_id, after, document_id=row.document_id, author=author, reason=reason)


def _foretold(connection: Connection, keys: Sequence[int], on: str | None, scale: Scale) -> list[Foretold]:
    columns = (claims.c.position, claims.c.start, claims.c.end, claims.c.polarity, claims.c.condition)
    rows = connection.execute(
        select(statements.c.key, statements.c.id, readings.c.document_id, readings.c.published, *columns)
        .add_columns(claims.c.certainty, claims.c.forecast)
        .select_from(claims)
        .join(statements, claims.c.statement == statements.c.key)
        .join(readings, statements.c.reading == readings.c.key)
        .where(claims.c.statement.in_(among(keys)), claims.c.forecast.is_not(None))
        .order_by(claims.c.statement, claims.c.position)
    ).all()
    resolved = outcomes_of(connection, {row.document_id for row in rows})
    return [
        _of(row, outcome_of(Span(row.start, row.end), resolved.get(row.document_id, ())), on, scale) for row in rows
    ]


def _of(row: Row[Any], outcome: Outcome | None, on: str | None, scale: Scale) -> Foretold:
    certainty = row.certainty
    if certainty is not None and certainty.scale != BY_HAND:
        certainty = on_scale(certainty, scale)
    low, high = (None, None) if certainty is None else certainty.stated or (certainty.low, certainty.high)
    status: Status = "resolved" if outcome is not None else status_of(row.forecast.by, on)
    return Foretold(row, certainty, low, high, status, outcome)


def status_of(by: Time | None, on: str | None) -> Status:
    """Say whether something is due.

    Args:
        by: The deadline.
        on: The day, ISO 8601.
    """
    if by is None or on is None:
        return "open"
    if by.to is not None and by.to <= on:
        return "overdue"
    return "due" if by.from_ is not None and by.to is not None and by.from_ <= on else "open"


def _next_due(one: Foretold) -> tuple[bool, str, str, int, int]:
    by = one.row.forecast.by
    day = None if by is None else by.to or by.from_
    return day is None, day or "", one.row.published or "", one.row.key, one.row.position


def _prediction(one: Foretold, hit: Hit) -> Prediction:
    row, forecast = one.row, one.row.forecast
    return Prediction(
        id=_id_of(row),
        hit=hit,
        claim=Span(row.start, row.end),
        span=forecast.span,
        words=hit.words_at(forecast.span) or "",
        polarity=row.polarity,
        by=forecast.by,
        by_words=None if forecast.by is None else hit.words_at(forecast.by.span),
        condition=None if row.condition is None else hit.words_at(row.condition),
        certainty=one.certainty,
        low=one.low,
        high=one.high,
        status=one.status,
        outcome=one.outcome,
    )


def _statuses(found: Iterable[Foretold]) -> tuple[Tally, ...]:
    counted = Counter(one.status for one in found)
    order: tuple[Status, ...] = ("overdue", "due", "open", "resolved")
    return tuple(Tally(label=status, statements=counted[status]) for status in order if status in counted)

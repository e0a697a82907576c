"""Dossier: all that the record has on a question, ranked and grouped. It answers nothing; it shows who says what."""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from onrecord.ask.clauses import first_day
from onrecord.ask.dossier.changes import changes
from onrecord.ask.dossier.exhibits import Coverage, Dossier, Exhibit
from onrecord.ask.dossier.grouping import by_act, by_month, by_position, by_publisher, by_speaker
from onrecord.ask.dossier.proposition import proposition_of
from onrecord.ask.dossier.relevance import Relevant, Weighed, relevant, terms_of
from onrecord.ask.dossier.timeline import timeline
from onrecord.ask.dossier.weighing import weigh
from onrecord.ask.identity import Identities
from onrecord.ask.meaning.likeness import alike, is_behind
from onrecord.ask.numbers.collect import figures_of
from onrecord.ask.numbers.series import series_of
from onrecord.ask.question import Question
from onrecord.errors import BadQuestion
from onrecord.judge.certainty import DEFAULT, Scale
from onrecord.store import Store
from onrecord.store.live import is_live
from onrecord.store.tables import documents, readings
from onrecord.store.terms import HEADLINES

MOST_EXHIBITS = 200
"""Statements that a dossier shows unless told otherwise: more than anybody reads at a sitting."""


def dossier(
    store: Store,
    asked: str,
    *,
    since: str | None = None,
    scale: Scale = DEFAULT,
    min_confidence: float = 0.0,
    limit: int = MOST_EXHIBITS,
) -> Dossier:
    """Put together what the record has on a question.

    Args:
        store: The record.
        asked: The question as people ask it: "Will Vellmark close the Ness Tunnel?". Its common words ("will", "the")
            are not searched. What begins like a yes-or-no question is taken for one.
        since: A day of publication, ISO 8601, or the month or year that it begins: what is new since then, and what
            differs from before.
        scale: Whose ranges hedges are given in.
        min_confidence: Least ``confidence.statement`` of what is shown, 0 to 1.
        limit: How many statements to show at most.

    Raises:
        BadQuestion: ``since`` is no date, or ``min_confidence`` is not from 0 to 1.
        EmptyQuery: There is no word to look for.
        StoreError: The record cannot be read.
    """
    since = first_day("since", since)
    if not 0 <= min_confidence <= 1:  # no comparison holds of nan
        raise BadQuestion(f"min_confidence is {min_confidence}; it must be from 0 to 1")
    terms = terms_of(asked)  # before all: a question without a word is none, whatever it may be like
    with store.looking() as connection:
        identities = Identities(connection)
        likest = alike(store, connection, identities, asked)
        behind = likest is not None and is_behind(connection)
        found = relevant(connection, terms, likest or ())
        kept, coverage = _kept(connection, found, min_confidence, max(limit, 0), likest is not None, behind)
        proposition = proposition_of(asked, found.terms)
        exhibits = weigh(connection, identities, kept, proposition, scale, since)
        keys = [one.row.key for one in kept]
        quoted, spoken_about = by_speaker(connection, identities, keys)
        figures = figures_of(connection, identities, keys)
    words = " ".join(term.words for term in found.terms)
    series = series_of(figures, words)
    return Dossier(
        asked=asked,
        words=tuple(term.words for term in found.terms),
        question=Question(words=words),
        scale=scale,
        since=since,
        min_confidence=min_confidence,
        yes_no=proposition is not None,
        exhibits=exhibits,
        speakers=quoted,
        spoken_about=spoken_about,
        acts=by_act(exhibits),
        positions=by_position(exhibits) if proposition is not None else (),
        numbers=series,
        timeline=timeline(exhibits),
        new=_new(exhibits),
        changes=() if since is None else changes(exhibits, series, since),
        months=by_month(exhibits),
        publishers=by_publisher(exhibits),
        coverage=coverage,
    )


def _kept(
    connection: Connection, found: Relevant, min_confidence: float, limit: int, by_meaning: bool, behind: bool
) -> tuple[list[Weighed], Coverage]:
    """What is shown, and what is left out of it."""
    body = [one for one in found.found if one.row.block not in HEADLINES]
    sure = [one for one in body if one.row.confidence is None or one.row.confidence >= min_confidence]
    kept = sure[:limit]
    undated = select(func.count()).where(readings.c.published.is_(None), is_live())
    return kept, Coverage(
        documents=connection.scalar(select(func.count()).select_from(documents)) or 0,
        matched=len({one.row.document_id for one in kept}),
        undated=connection.scalar(undated) or 0,
        statements=len(found.found),
        unsure=len(body) - len(sure),
        headlines=len(found.found) - len(body),
        over=len(sure) - len(kept),
        capped=found.capped,
        left_out=found.left_out,
        by_meaning=by_meaning,
        behind=behind,
    )


def _new(exhibits: tuple[Exhibit, ...]) -> tuple[int, ...]:
    return tuple(place for place, exhibit in enumerate(exhibits) if exhibit.new)

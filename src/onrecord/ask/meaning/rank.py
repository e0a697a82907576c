"""Meaning: statements ranked by how like what they say is to a question, whatever words it is put in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, select

from onrecord.ask.among import among
from onrecord.ask.candidates import Asked
from onrecord.ask.meaning.index import made_by
from onrecord.ask.meaning.vectors import vectors_of
from onrecord.encode.sentences import load_sentences
from onrecord.errors import BadQuestion, EmptyQuery
from onrecord.store import Store
from onrecord.store.tables import statements

MOST_RANKED = 500
"""Statements that an answer by meaning has at most: beyond, likeness says nothing."""

MOST_COMPARED = 50_000
"""Statements that filters may leave, to be compared one by one; of more, the most alike of all are filtered."""

MOST_FILTERED = 3_000
_AT_ONCE = 600
"""Statements that are filtered at once: of a filter that most of them pass, the first are enough."""


def rank(store: Store, asked: Asked) -> list[tuple[float, Row[Any]]]:
    """Rank statements by likeness to the question's words; its other parts must fit.

    Args:
        store: The record.
        asked: What is asked.

    Returns:
        Cosine and row of each, the most alike first.

    Raises:
        EmptyQuery: There are no words.
        BadQuestion: The record has no vectors.
        ModelError: The model is missing or damaged.
    """
    words = asked.question.words.strip()
    if not any(map(str.isalnum, words)):
        raise EmptyQuery(f"{words!r}: there is no word to look for in this")
    model = load_sentences()
    vectors = vectors_of(store, asked.connection, made_by(model))
    if not len(vectors):
        raise BadQuestion(
            f"{store.path}: has nothing to compare meanings by, or what another version made; "
            f"make it with `onrecord index --record {store.path}`"
        )
    vector = model.vector(words)
    if not asked.clauses:
        return _fitting(asked, vectors.nearest(asked.connection, vector, MOST_RANKED))
    keys, capped = asked.keys(MOST_COMPARED)
    if not capped:
        return _fitting(asked, vectors.among(asked.connection, vector, keys, MOST_RANKED))
    return _fitting(asked, _filtered(asked, vectors.nearest(asked.connection, vector, MOST_FILTERED)))[:MOST_RANKED]


def _filtered(asked: Asked, found: Sequence[tuple[float, int]]) -> list[tuple[float, int]]:
    """Those of some statements of which all clauses hold, until they are enough."""
    passed: list[tuple[float, int]] = []
    for start in range(0, len(found), _AT_ONCE):
        part = found[start : start + _AT_ONCE]
        hold = _holding(asked, [key for _, key in part])
        passed += [item for item in part if item[1] in hold]
        if len(passed) >= MOST_RANKED:
            break
    return passed


def _holding(asked: Asked, keys: Sequence[int]) -> set[int]:
    columns = (statements.c.key, statements.c.terms, statements.c.lemmas)
    rows = asked.connection.execute(select(*columns).where(statements.c.key.in_(among(keys))))
    return {
        row.key
        for row in rows
        if all(clause.holds(frozenset(row.terms.split()), f" {row.lemmas} ") for clause in asked.clauses)
    }


def _fitting(asked: Asked, found: Sequence[tuple[float, int]]) -> list[tuple[float, Row[Any]]]:
    rows = {row.key: row for row in asked.fitting([key for _, key in found if key <= asked.upto])}
    return [(score, rows[key]) for score, key in found if key in rows]

"""Search: the statements in which something was said, by somebody, about somebody."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Row

from onrecord.ask.calendar import age, walk
from onrecord.ask.candidates import MOST, Asked
from onrecord.ask.hits import Hit, load_hits
from onrecord.ask.identity import Identities
from onrecord.ask.pages import Cursor, Place, read_cursor, write_cursor
from onrecord.ask.query import phrases_of
from onrecord.ask.question import Order, Question, is_open
from onrecord.ask.ranking import Ranking
from onrecord.errors import EmptyQuery
from onrecord.store import Store
from onrecord.store.tables import statements


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """The statements that fit a question, a page of them.

    Attributes:
        hits: The page.
        after: Give this as ``Question.after`` for the next page; None where this is the last one.
        total: How many statements fit; None where that was not counted to the end.
        capped: Whether so many fit that only a part of them was ranked.
    """

    hits: tuple[Hit, ...]
    after: str | None = None
    total: int | None = None
    capped: bool = False


def search(store: Store, question: Question) -> Found:
    """Find statements in the live readings of a record.

    Args:
        store: The record.
        question: What is asked. No character of its words has a meaning of its own. One that asks for nothing in
            particular lists all, in the order of days that it names: the best fitting there are none.

    Returns:
        By default the best fitting first (BM25 over the lemmas of what was said), the latest published first among
        equals; by meaning, the most alike.

    Raises:
        EmptyQuery: There is no word to look for, nor an order of days to list all in.
        BadQuestion: A date is none; ``after`` is not the end of a page of this question; by meaning, the record has
            not been given what that needs.
        ModelError: By meaning, the model is missing or damaged.
        StoreError: The record cannot be read.
    """
    cursor = read_cursor(question)
    if is_open(question) and question.order == "best":
        raise EmptyQuery(
            "there is nothing to look for: give words, or who said it, or what it is about; or ask for the newest first"
        )
    with store.looking() as connection:
        asked = Asked(connection, Identities(connection), question, None if cursor is None else cursor.upto)
        ranked, capped = _by_meaning(store, asked) if question.meaning else _ranked(asked, cursor)
        later = [(place, key) for place, key in ranked if cursor is None or place > cursor.place]
        page = later[: max(question.limit, 0)]
        more = page and len(later) > len(page)
        return Found(
            hits=tuple(load_hits(connection, asked.identities, [key for _, key in page])),
            after=write_cursor(question, asked.upto, page[-1][0]) if more else None,
            total=None if capped or question.meaning else len(ranked),
            capped=capped,
        )


def keys_of(
    connection: Connection, identities: Identities, question: Question, most: int
) -> tuple[Sequence[int], bool]:
    """Find the keys of the statements that a question asks for; its limit, page and ``meaning`` do not count.

    Args:
        connection: In a transaction.
        identities: Of that transaction.
        question: What is asked; everything where nothing in particular is.
        most: How many to give at most.

    Returns:
        The keys, in the question's order where they are not more than a search ranks, else the latest added first; and
        whether there may be more.

    Raises:
        EmptyQuery: There are words without a word to look for.
        BadQuestion: A date is none.
    """
    asked = Asked(connection, identities, msgspec.structs.replace(question, meaning=False, limit=most, after=None))
    if most > MOST:
        found = asked.find(most)
        return [row.key for row in found.rows], found.capped
    ranked, capped = _ranked(asked, None)
    return [key for _, key in ranked[:most]], capped or len(ranked) > most


def _ranked(asked: Asked, cursor: Cursor | None) -> tuple[list[tuple[Place, int]], bool]:
    """Places and keys of what fits, in order; and whether there may be more."""
    words, order = asked.question.words.strip(), asked.question.order
    if words and order == "best":
        found = asked.find(columns=(statements.c.lemmas, statements.c.word_count))
        ranking = Ranking(asked.connection, phrases_of(words), asked.upto)
        ranked = [
            (Place(-ranking.score(lemmas, length), age(published, order), document_id, position), key)
            for key, position, document_id, published, lemmas, length in map(tuple, found.rows)
        ]
        return sorted(ranked), found.capped
    keys, capped = asked.keys()
    if capped:
        return _walked(asked, None if cursor is None else cursor.place), True
    return sorted((_place(row, order), row.key) for row in asked.fitting(keys)), False


def _by_meaning(store: Store, asked: Asked) -> tuple[list[tuple[Place, int]], bool]:
    from onrecord.ask.meaning.rank import rank  # loads the network's runtime

    order = asked.question.order
    ranked = rank(store, asked)
    places = (
        (Place(-score if order == "best" else 0.0, age(row.published, order), row.document_id, row.position), row.key)
        for score, row in ranked
    )
    return sorted(places), False


def _walked(asked: Asked, after: Place | None) -> list[tuple[Place, int]]:
    """Enough of what fits for a page and one more, by months."""
    order, found, wanted = asked.question.order, list[tuple[Place, int]](), max(asked.question.limit, 0) + 1
    for rows in walk(asked, order, None if after is None else after.age):
        places = sorted((_place(row, order), row.key) for row in rows)
        found += [item for item in places if after is None or item[0] > after]
        if len(found) >= wanted:
            break
    return found


def _place(row: Row[Any], order: Order) -> Place:
    return Place(0.0, age(row.published, order), row.document_id, row.position)

"""Likeness: the statements that mean most nearly what a question asks, where the record keeps vectors of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from sqlalchemy import Connection, exists, func, select

from onrecord.ask.among import among
from onrecord.ask.identity import Identities
from onrecord.ask.question import Question
from onrecord.errors import BadQuestion, ModelError
from onrecord.store import Store
from onrecord.store.tables import entities, statements, vectors
from onrecord.store.words import tokens

MOST_ALIKE = 50
"""Statements that are found by meaning alone, beside those found by words."""

LEAST, BELOW, LEAST_ON_MATTER = 0.6, 0.1, 0.65
"""The least cosine (``Vectors.nearest``), how far below the most alike one it may be, and from what it is enough in a
report that names all whom the question names. On the half of ``eval/search`` that is for tuning 35% of what is shown is
labelled, 39% of all answers (F1 36.6); from .65 alone 27% and 38% (31.3). On the other half F1 39.5 and 37.4. Questions
on what no report tells reach .57 at most, of the five that were tried."""


def alike(store: Store, connection: Connection, identities: Identities, asked: str) -> list[tuple[float, int]] | None:
    """Find the statements most like a question.

    Args:
        store: The record.
        connection: In a transaction on it.
        identities: Of that transaction.
        asked: The question, with a word in it.

    Returns:
        Cosine and key of each, the most alike first; None where there are no vectors, or not the model that made them.
    """
    if not connection.scalar(select(exists().select_from(vectors))):
        return None
    from onrecord.ask.candidates import Asked
    from onrecord.ask.meaning.rank import rank

    try:
        ranked = rank(store, Asked(connection, identities, Question(words=asked, meaning=True)))
    except (BadQuestion, ModelError):
        return None
    least = max(LEAST, ranked[0][0] - BELOW) if ranked else LEAST
    near, further = [], []
    for likeness, row in ranked[:MOST_ALIKE]:
        if likeness >= least:
            near.append((likeness, row.key))
        elif likeness >= LEAST_ON_MATTER:
            further.append((likeness, row.key))
    on_matter = _on_matter(connection, [key for _, key in further], asked)
    return near + [one for one in further if one[1] in on_matter]


def is_behind(connection: Connection) -> bool:
    """Whether the latest statements have no vectors, so that search by meaning does not know them. Quick at any size.

    Args:
        connection: In a transaction.
    """
    latest = connection.scalar(select(func.max(statements.c.key))) or 0
    return latest > (connection.scalar(select(func.max(vectors.c.statement))) or 0)


def _on_matter(connection: Connection, keys: Sequence[int], asked: str) -> set[int]:
    """Those statements in whose report everybody is named whom a question names, where it names two or more.

    A name is a run of words in capitals behind the first word, of which the last one counts ("President *Lukashenko*").
    """
    ends = [
        word
        for word, after in pairwise([*asked.split()[1:], ""])
        if word[:1].isupper() and not (word[-1:].isalnum() and after[:1].isupper())
    ]
    names = {name for word in ends for name in tokens(word)[-1:]}
    if len(names) < 2:
        return set()
    named: defaultdict[int, set[str]] = defaultdict(set)
    for key, words in connection.execute(
        select(statements.c.key, entities.c.words)
        .join(entities, entities.c.reading == statements.c.reading)
        .where(statements.c.key.in_(among(keys)), entities.c.named)
    ):
        named[key].update(words.split())
    return {key for key, words in named.items() if names <= words}
